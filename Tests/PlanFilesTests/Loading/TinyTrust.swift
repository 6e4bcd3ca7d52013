import PlanFiles
import PlanModel
import SourceText

/// A trust small enough to be read at a glance.
enum TinyTrust {
  static let trust = """
    trust: tiny
    name: Tiny Trust
    current-plan: plan
    schools:
      ketton: Ketton
      st-nicholas: {name: St Nicholas, aliases: [St Nichs]}
    roles:
      cfo: CFO
    comparators:
      national: National average
    scales:
      ofsted-grade:
        title: Ofsted grade
        levels: [{level: Outstanding, code: 1}, {level: Good, code: 2}, {level: Poor, code: 3}]

    """

  static let plan = """
    plan: plan
    title: The plan
    years: 2015/16 to 2018/19
    strategies:
      first:
        title: First
        priorities:
          money:
            title: Money
            kpis:
              staffing:
                title: Staff costs
                unit: "% of income"
                target: below 75%
                strands: {teachers: Teachers, support: Support}
              grade:
                title: Grade
                scale: ofsted-grade
                target: at least Good
              done:
                title: It is done
                target: yes
            evidence:
              story: A story

    """

  static func files(
    trust: String = trust,
    plan: String = plan,
    readings: [String: String] = [:]
  ) -> InMemoryFileSystem {
    var files = ["t/trust.yaml": trust, "t/plans/plan.yaml": plan]
    for (name, text) in readings { files["t/readings/\(name)"] = text }
    return InMemoryFileSystem(files)
  }

  /// The trust with one file of readings.
  static func loaded(
    _ readings: String,
    _ options: LoadOptions = LoadOptions()
  ) -> (loaded: LoadedTrust, files: SourceFiles) {
    var sources = SourceFiles()
    let files = files(readings: ["2015-16.csv": readings])
    return (loadTrust("t", from: files, into: &sources, options), sources)
  }
}
