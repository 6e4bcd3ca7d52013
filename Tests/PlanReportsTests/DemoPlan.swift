import PlanModel
import SourceText

extension DemoBuilder {
  /// A plan with a figure, a tolerance, parts, grades, gaps, a question and a repetition.
  mutating func plan() -> Plan {
    let years =
      AcademicYear(startingIn: 2015)...AcademicYear(startingIn: 2017)
    var plan = Plan(id: "growing-2015-2018", title: "Growing Together", years: years, at: line())
    var strategy = Strategy(id: "sound", title: "A sound trust", at: line())
    strategy.priorities = [money(), governance()]
    var second = Strategy(id: "learning", title: "Learning for every child", at: line())
    second.priorities = [reading()]
    plan.strategies = [strategy, second]
    plan.statements = [Statement(.vision, "Every child reads well.", at: line())]
    return plan
  }

  private mutating func money() -> Priority {
    var priority = Priority(id: "money", title: "Spend wisely", at: line())
    priority.isStarred = true
    priority.leads = [Sourced("finance-lead", at: line())]
    var staff = kpi(
      "money.staff",
      "Staff costs",
      unit: "% of total income",
      bound(.below, "75", .percent)
    )
    staff.amber = Amber(
      "up to 76%",
      .condition(.bound(Bound(.atMost, Quantity(ExactNumber(76), .percent)))),
      at: line()
    )
    staff.frequency = Sourced(.yearly, at: line())
    staff.owners = [Sourced("finance-lead", at: line())]
    var entry = YearEntry(AcademicYear(startingIn: 2016), at: line())
    entry.impact = [Statement(.notes, "Kept at one of three schools.", at: line())]
    var action = Action(id: "review", text: "Review the central services", at: line())
    action.owners = [Sourced("finance-lead", at: line())]
    action.due = Action.Due(
      "November 2016",
      period: .month(year: 2016, month: 11),
      at: line()
    )
    action.status = Sourced(.open, at: line())
    entry.actions = [action]
    staff.years = [entry]
    read("money.staff", .school("alder"), "77%")
    read("money.staff", .school("beech"), "75%")
    read("money.staff", .school("cedar"), "74.99996%")

    let reserve = kpi("money.reserve", "Reserve", unit: "£", bound(.atLeast, "20,000", .pounds))
    read("money.reserve", .school("alder"), "£1,250")
    read("money.reserve", .school("beech"), "£25,000")
    var again = kpi(
      "money.staff-again",
      "Staff costs in the budget",
      unit: "% of total income",
      bound(.below, "75", .percent)
    )
    again.sameAs = Sourced("money.staff", at: line())
    read("money.staff-again", .school("alder"), "77%")
    priority.kpis = [staff, reserve, again]
    return priority
  }

  private mutating func governance() -> Priority {
    var priority = Priority(id: "governance", title: "Govern well", at: line())
    var grade = kpi(
      "gov.ofsted",
      "Leadership grade at the last inspection",
      Target("Outstanding", .gradeOneOf(ranks: [0]), at: line())
    )
    grade.scale = Sourced("ofsted", at: line())
    read("gov.ofsted", .school("alder"), "Good", .grade(rank: 1))
    read("gov.ofsted", .school("beech"), "Good or Outstanding", .gradeBand(ranks: [0, 1]))
    var question = KPI(
      id: "gov.question",
      title: "How well do governors know their schools?",
      at: line()
    )
    question.question = "How well do governors know their schools?"
    question.level = .trust
    var roles = kpi(
      "gov.roles",
      "Governors know their roles",
      Target("all governors", .share("all"), at: line())
    )
    roles.level = .trust
    read("gov.roles", .trust, "almost all", .share("almost all"))
    let church = kpi("gov.church", "Church inspection held", Target("yes", .fact(true), at: line()))
    priority.kpis = [grade, question, roles, church]
    priority.kpis[3].appliesTo = {
      var predicate = SchoolPredicate(at: line())
      predicate.church = true
      return predicate
    }()
    read("gov.church", .school("beech"), "yes", .fact(true))
    return priority
  }

  private mutating func reading() -> Priority {
    var priority = Priority(id: "reading", title: "Read and count with confidence", at: line())
    var assumed = bound(.atLeast, "66", .percent)
    assumed.operatorAssumed = true
    var score = kpi("learn.score", "Expected standard", unit: "% of pupils", assumed)
    score.strands = [
      KPI.Strand(id: "reading", title: "reading at the end of Key Stage 2", at: line()),
      KPI.Strand(id: "maths", title: "mathematics", at: line()),
    ]
    read("learn.score", part: "reading", .school("alder"), "59%")
    read("learn.score", part: "maths", .school("alder"), "66%")
    read("learn.score", part: "reading", .school("beech"), "67%")
    read("learn.score", part: "maths", .school("beech"), "SUPP", .missing(.suppressed))
    let national = kpi(
      "learn.depth",
      "Greater depth",
      unit: "% of pupils",
      Target("above national", .comparison(Comparison(.bound(.above), "national")), at: line())
    )
    read("learn.depth", .school("alder"), "21%")
    let attendance = kpi(
      "learn.attendance",
      "Attendance",
      unit: "% attendance",
      bound(.atLeast, "98", .percent)
    )
    read("learn.attendance", .everySchool, "> 97%", .censored(.above, ExactNumber(97)))
    let nothing = kpi(
      "learn.library",
      "Hours in the library",
      unit: "hours a week",
      bound(.atLeast, "2", .none)
    )
    read("learn.library", .school("alder"), "2", period: .term(AcademicYear(startingIn: 2016), 3))
    priority.kpis = [score, national, attendance, nothing]
    return priority
  }
}
