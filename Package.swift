// swift-tools-version: 6.3

import PackageDescription

/// The settings every target is built with.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "rlt",
  products: [
    .executable(name: "rlt", targets: ["rlt"]),
    .library(
      name: "RLTCore",
      targets: [
        "Documents", "PlanEvaluation", "PlanFiles", "PlanModel", "PlanReports", "PlanSyntax",
        "SourceText",
      ]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: - From text to tree
    .target(name: "SourceText"),
    .target(name: "PlanSyntax", dependencies: ["SourceText"]),

    // MARK: - From tree to meaning
    .target(name: "PlanModel", dependencies: ["SourceText"]),
    .target(name: "PlanFiles", dependencies: ["PlanModel", "PlanSyntax", "SourceText"]),
    .target(name: "PlanEvaluation", dependencies: ["PlanModel", "SourceText"]),

    // MARK: - From meaning to page
    .target(name: "Documents"),
    .target(
      name: "PlanReports",
      dependencies: ["Documents", "PlanEvaluation", "PlanModel", "SourceText"]
    ),

    // MARK: - The program
    .executableTarget(
      name: "rlt",
      dependencies: [
        "Documents", "PlanEvaluation", "PlanFiles", "PlanModel", "PlanReports", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // MARK: - Measurements
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["PlanFiles", "PlanModel", "PlanSyntax", "SourceText"],
      path: "Tests/Benchmarks",
      exclude: ["edits.py", "make_mail.py", "make_schools.py", "make_workspace.py", "run.sh"]
    ),

    // MARK: - Tests
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "TestSupport"]),
    .testTarget(
      name: "PlanSyntaxTests",
      dependencies: ["PlanSyntax", "SourceText", "TestSupport"],
      exclude: ["Cases"]
    ),
    .testTarget(name: "PlanModelTests", dependencies: ["PlanModel", "SourceText", "TestSupport"]),
    .testTarget(
      name: "PlanFilesTests",
      dependencies: [
        "PlanEvaluation", "PlanFiles", "PlanModel", "PlanSyntax", "SourceText", "TestSupport",
      ],
      exclude: ["Facts", "Gallery"]
    ),
    .testTarget(
      name: "PlanEvaluationTests",
      dependencies: ["PlanEvaluation", "PlanFiles", "PlanModel", "SourceText", "TestSupport"],
      exclude: ["Scripts"]
    ),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "SourceText", "TestSupport"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "PlanReportsTests",
      dependencies: [
        "Documents", "PlanEvaluation", "PlanFiles", "PlanModel", "PlanReports", "PlanSyntax",
        "SourceText", "TestSupport",
      ],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "rltTests",
      dependencies: [
        "PlanFiles", "rlt", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixture", "Golden"]
    ),
  ]
)

for target in package.targets {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
