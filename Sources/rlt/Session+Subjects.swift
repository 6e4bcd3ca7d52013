import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

extension Session {
  /// The day looked at that the options mean.
  func asOf(_ options: DayChoice) throws -> Day {
    try day(options.asOf, "--as-of") ?? today(options)
  }

  /// A request for everything on the days that the options mean.
  ///
  /// How things stood on a day is told by all that is known today, unless it is asked what was
  /// known by a day.
  func request(_ options: DayChoice) throws -> EvaluationRequest {
    let knownAt = try day(options.knownAt, "--known-at")
    let asOf = try day(options.asOf, "--as-of")
    if let asOf, knownAt != nil { return EvaluationRequest(asOf: asOf, knownAt: knownAt) }
    let today = try today(options)
    return EvaluationRequest(asOf: asOf ?? today, knownAt: knownAt, today: today)
  }

  private func today(_ options: DayChoice) throws -> Day {
    if let day = try day(options.today, "--today") { return day }
    if let day = try day(host.environment["RLT_TODAY"], "RLT_TODAY") { return day }
    return WallClock.today()
  }

  func day(_ text: String?, _ name: String) throws -> Day? {
    guard let text else { return nil }
    if let day = Day(text) { return day }
    throw Failure(.usage, "\(name): “\(text)” is not a day; write it as 2017-03-31")
  }

  /// What a report on KPIs is about: one subject for each trust that is meant.
  ///
  /// - Parameters:
  ///   - workspace: Names the plan.
  ///   - kpis: Picks the KPIs.
  ///   - schools: The schools, as typed.
  ///   - statuses: The statuses and outcomes, by name.
  ///   - days: The days.
  /// - Returns: The subjects, in the order of the trusts.
  /// - Throws: What was named and does not exist.
  func subjects(
    _ workspace: WorkspaceChoice,
    _ kpis: KPIChoice,
    schools: [String] = [],
    statuses: [String] = [],
    _ days: DayChoice
  ) throws -> [ReportSubject] {
    let asked = try questions(workspace, kpis, schools: schools, days)
    let subjects = asked.map { subject($0, statuses: statuses) }
    host.keep(subjects)
    return subjects
  }

  /// What is asked of each trust that is meant.
  ///
  /// - Parameters:
  ///   - workspace: Names the plan.
  ///   - kpis: Picks the KPIs.
  ///   - schools: The schools, as typed.
  ///   - days: The days.
  /// - Returns: One question for each trust, in their order.
  /// - Throws: What was named and does not exist.
  func questions(
    _ workspace: WorkspaceChoice,
    _ kpis: KPIChoice,
    schools: [String] = [],
    _ days: DayChoice
  ) throws -> [PlanQuestion] {
    let base = try request(days)
    let picked = try self.schools(schools)
    var questions: [PlanQuestion] = []
    var unanswered = UnansweredQuestion()
    for (number, loaded) in trusts.enumerated() {
      let own = picked.filter { $0.trust == number }.map(\.school)
      if own.isEmpty, !picked.isEmpty { continue }
      var hasPlan = false
      do {
        let plan = try plan(workspace.plan, of: loaded)
        hasPlan = true
        let filter = try KPIFilter(kpis, in: plan, of: loaded.record.trust)
        var request = base
        request.schools = own.map(\.id)
        if !filter.isEmpty {
          request.includes = { path, kpi in
            let strategy = plan.strategies[path.strategy]
            return filter.includes(strategy, strategy.priorities[path.priority], kpi)
          }
        }
        var question = PlanQuestion(
          record: loaded.record,
          plan: plan,
          request: request,
          schools: own
        )
        question.mistakes = loaded.diagnostics.count { $0.severity == .error }
        questions.append(question)
      } catch let failure as Failure {
        unanswered.note(failure, hasPlan: hasPlan)
      }
    }
    if questions.isEmpty { try unanswered.tell() }
    return questions
  }

  /// The subject of a report on what is asked.
  func subject(_ question: PlanQuestion, statuses: [String]) -> ReportSubject {
    var subject = ReportSubject(
      trust: question.record.trust,
      plan: question.plan,
      evaluation: evaluate(question.record, plan: question.plan, question.request),
      asked: question.schools,
      statuses: statuses,
      files: files,
      record: question.record,
      on: question.request.asOf
    )
    subject.audience = question.audience
    subject.mistakes = question.mistakes
    return subject
  }
}

/// What is asked of one trust: which plan, which KPIs and schools, on which day.
struct PlanQuestion {
  var record: TrustRecord
  var plan: Plan
  var request: EvaluationRequest
  /// The schools that were named; the whole trust where empty.
  var schools: [School]
  /// How many mistakes the files of the trust have.
  var mistakes = 0
  /// For whose eyes the answer is.
  var audience = Audience.staff

  /// The same without what an audience is not shown; to a school those that were named are its own.
  func shown(to audience: Audience) -> PlanQuestion {
    if audience == .staff { return self }
    let own = schools.map(\.id)
    var question = self
    question.audience = audience
    question.record = record.shown(to: audience, schools: own)
    question.plan = question.record.plans.first { $0.id == plan.id } ?? plan
    question.schools = question.record.trust.schools.filter { own.contains($0.id) }
    return question
  }

  /// The same of each school by itself.
  var perSchool: [PlanQuestion] {
    schools.map { school in
      var question = self
      question.schools = [school]
      question.request.schools = [school.id]
      return question
    }
  }
}
