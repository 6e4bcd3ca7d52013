import PlanFiles
import Testing

private let files = InMemoryFileSystem([
  "/home/ann/rlt/data/rutland/trust.yaml": "trust: rutland",
  "/home/ann/rlt/data/owls/trust.yaml": "trust: owls",
  "/home/ann/rlt/data/readme.md": "",
  "/home/ann/rlt/Sources/x/y.swift": "",
  "/srv/one/trust.yaml": "trust: one",
  "/srv/one/plans/plan.yaml": "",
  "/empty/file": "",
])

@Suite struct FindWorkspaceTests {
  @Test(
    arguments: [
      (nil, nil, "/home/ann/rlt", "/home/ann/rlt/data"),
      (nil, nil, "/home/ann/rlt/Sources/x", "/home/ann/rlt/data"),
      (nil, nil, "/home/ann/rlt/data", "/home/ann/rlt/data"),
      (nil, nil, "/home/ann/rlt/data/rutland", "/home/ann/rlt/data/rutland"),
      (nil, nil, "/srv/one/plans", "/srv/one"),
      ("/srv/one", "/home/ann/rlt/data", "/empty", "/srv/one"),
      (nil, "/home/ann/rlt/data", "/srv/one", "/home/ann/rlt/data"),
      (nil, "", "/srv/one", "/srv/one"),
    ] as [(String?, String?, String, String)]
  )
  func `the option counts before the variable, the variable before the nearest folder`(
    option: String?,
    variable: String?,
    from: String,
    folder: String
  ) throws {
    let found = try findWorkspace(option: option, environment: variable, from: from, in: files)
    #expect(found.folder == folder)
  }

  @Test func `trusts come in the order of their names`() throws {
    let found = try findWorkspace(
      option: "/home/ann/rlt/data",
      environment: nil,
      from: "/",
      in: files
    )
    #expect(found.trusts == ["/home/ann/rlt/data/owls", "/home/ann/rlt/data/rutland"])
    let one = try findWorkspace(option: "/srv/one", environment: nil, from: "/", in: files)
    #expect(one.trusts == ["/srv/one"])
  }

  @Test func `a search in vain says where it looked`() {
    #expect(
      throws: WorkspaceNotFound(
        lookedIn: ["/empty/x", "/empty/x/data", "/empty", "/empty/data", "/", "/data"],
        namedBy: nil
      )
    ) {
      try findWorkspace(option: nil, environment: nil, from: "/empty/x", in: files)
    }
    #expect(throws: WorkspaceNotFound(lookedIn: ["/nowhere"], namedBy: .option)) {
      try findWorkspace(option: "/nowhere", environment: "/srv/one", from: "/", in: files)
    }
    #expect(throws: WorkspaceNotFound(lookedIn: ["/empty"], namedBy: .environment)) {
      try findWorkspace(option: nil, environment: "/empty", from: "/srv/one", in: files)
    }
    let vain = WorkspaceNotFound(lookedIn: ["/nowhere"], namedBy: .option)
    #expect(vain.message == "--data names /nowhere, which holds no trust.yaml")
    #expect(vain.help.contains("rlt init"))
  }
}
