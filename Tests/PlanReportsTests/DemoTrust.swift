import PlanEvaluation
import PlanModel
import PlanReports
import SourceText

/// A made-up trust whose plan holds one of everything that reports must show.
struct DemoTrust {
  let files: SourceFiles
  let record: TrustRecord
  var plan: Plan { record.plans[0] }

  init() {
    var builder = DemoBuilder()
    var trust = Trust(id: "woodland", name: "Woodland Schools Trust", at: builder.line())
    trust.schools = [
      builder.school("alder", "Alder", church: false),
      builder.school("beech", "Beech", church: true),
      builder.school("cedar", "Cedar", church: false),
    ]
    trust.comparators = [Comparator(id: "national", name: "national average", at: builder.line())]
    trust.scales = [
      Scale(
        id: "ofsted",
        title: "Ofsted grades",
        levels: [
          Scale.Level("Outstanding", code: "1"), Scale.Level("Good", code: "2"),
          Scale.Level("Requires improvement", code: "3"),
        ],
        at: builder.line()
      )
    ]
    trust.entities = [
      Entity(id: "finance-lead", kind: .role, name: "Finance lead", at: builder.line())
    ]
    trust.currentPlan = Sourced("growing-2015-2018", at: builder.line())
    let plan = builder.plan()
    files = builder.files()
    record = TrustRecord(
      trust: trust,
      plans: [plan],
      readings: ReadingList(builder.readings)
    )
  }

  /// The subject of a report on a day.
  func subject(
    _ schools: [String] = [],
    on day: String = "2017-03-31",
    kpi: String? = nil,
    statuses: [String] = []
  ) -> ReportSubject {
    var request = EvaluationRequest(asOf: Day(day) ?? Day(number: 0))
    request.schools = schools
    if let kpi { request.includes = { _, each in each.id == kpi } }
    return ReportSubject(
      trust: record.trust,
      plan: plan,
      evaluation: evaluate(record, plan: plan, request),
      asked: record.trust.schools.filter { schools.contains($0.id) },
      statuses: statuses,
      files: files,
      record: record
    )
  }
}

/// Makes model values, each on a line of its own in a file made up for it.
struct DemoBuilder {
  private var count = 0
  var readings: [Reading] = []

  mutating func line() -> Place {
    count += 1
    return Place(FileID(0), TextRange(count * 2 - 2, count * 2 - 1))
  }

  /// A file with a line of one letter for every place, and one for the readings.
  func files() -> SourceFiles {
    var files = SourceFiles()
    let text = String(repeating: "x\n", count: count)
    _ = files.add(SourceFile(name: "data/woodland/plans/growing.yaml", bytes: Array(text.utf8)))
    _ = files.add(SourceFile(name: "data/woodland/readings/2016-17.csv", bytes: Array(text.utf8)))
    return files
  }

  mutating func school(_ id: String, _ name: String, church: Bool) -> School {
    var school = School(id: id, name: name, at: line())
    school.church = church
    return school
  }

  mutating func bound(_ relation: BoundRelation, _ text: String, _ mark: UnitMark) -> Target {
    let words = (relation == .above ? "above" : relation.rawValue) + " "
    let shown = mark == .percent ? text + "%" : mark == .pounds ? "£" + text : text
    let number = ExactNumber(text) ?? .zero
    return Target(words + shown, .bound(Bound(relation, Quantity(number, mark))), at: line())
  }

  mutating func kpi(_ id: String, _ title: String, unit: String? = nil, _ target: Target?) -> KPI {
    var kpi = KPI(id: id, title: title, at: line())
    kpi.unit = unit.map(Unit.init)
    kpi.target = target
    return kpi
  }

  mutating func read(
    _ kpi: String,
    part strand: String? = nil,
    _ scope: Scope,
    _ text: String,
    _ value: ReadingValue? = nil,
    period: Period = .academicYear(AcademicYear(startingIn: 2015)),
    recorded: Day? = nil
  ) {
    let figure = ExactNumber(text.filter { $0 != "%" && $0 != "£" }).map(ReadingValue.number)
    let row = readings.count * 2 + 2
    readings.append(
      Reading(
        kpi: kpi,
        strand: strand,
        scope: scope,
        period: period,
        value: value ?? figure ?? .unreadable,
        text: text,
        recorded: recorded,
        at: Place(FileID(1), TextRange(row, row + 1))
      )
    )
  }
}
