import Documents
import PlanModel
import SourceText

extension Trust {
  /// The trust itself, its schools, its roles and what it measures with, as things to compare.
  func things(_ sort: ThingChange.Sort) -> [Thing] {
    switch sort {
    case .trust:
      [
        Thing(
          id: id,
          title: name,
          words: [
            ("name", name), ("current plan", currentPlan?.value ?? ""),
            ("school year begins", dayWords(calendar.first(of: AcademicYear(startingIn: 2015)))),
            ("terms", termWords),
          ]
        )
      ]
    case .school: schools.map(thing)
    case .role:
      entities.map { entity in
        let kind = entity.kind.rawValue
        return Thing(
          id: entity.id,
          title: entity.name,
          words: [("name", entity.name), ("kind", kind)]
        )
      }
    case .comparator: comparators.map(thing)
    case .scale: scales.map(thing)
    case .word: quantifierWords.map(thing)
    default: []
    }
  }

  /// The days of the terms that the trust declares itself.
  private var termWords: String {
    calendar.declared.map { period, days in
      "\(period) \(days.lowerBound) to \(days.upperBound)"
    }
    .sorted().joined(separator: ", ")
  }

  private func thing(_ school: School) -> Thing {
    func period(_ period: Sourced<Period>?) -> String { period.map { periodWords($0.value) } ?? "" }
    let inspections = school.inspections.map { inspection in
      let grades = inspection.grades.map { "\($0.area) \($0.grade)" }.joined(separator: ", ")
      return "\(inspection.section) \(periodWords(inspection.on.value)) \(grades)"
    }
    return Thing(
      id: school.id,
      title: school.name,
      words: [
        ("name", school.name), ("phase", school.phase ?? ""),
        ("church school", school.church.map { $0 ? "yes" : "no" } ?? ""),
        ("pupils", school.pupils.map { String($0) } ?? ""), ("URN", school.urn ?? ""),
        ("membership", school.membership.rawValue), ("joined", period(school.joined)),
        ("left", period(school.left)), ("inspections", inspections.joined(separator: "; ")),
      ]
    )
  }

  private func thing(_ comparator: Comparator) -> Thing {
    func words(_ quantity: Quantity?) -> String {
      quantity.map { figure($0.number, $0.mark) } ?? ""
    }
    return Thing(
      id: comparator.id,
      title: comparator.name,
      words: [
        ("name", comparator.name), ("well above", words(comparator.wellAbove)),
        ("in line", words(comparator.inLine)), ("close to", words(comparator.closeTo)),
      ]
    )
  }

  private func thing(_ scale: Scale) -> Thing {
    Thing(
      id: scale.id,
      title: scale.title,
      words: [
        ("title", scale.title), ("grades", scale.levels.map(\.name).joined(separator: ", ")),
        ("from", scale.from.map(dayWords) ?? ""), ("until", scale.until.map(dayWords) ?? ""),
      ]
    )
  }

  private func thing(_ word: QuantifierWord) -> Thing {
    let meaning = word.meaning.map { bound in
      "\(bound.relation.rawValue) \(figure(bound.limit.number, bound.limit.mark))"
    }
    return Thing(id: word.word, title: word.word, words: [("meaning", meaning ?? "")])
  }
}

extension Plan {
  /// The plan itself, its strategies, priorities and work, as things to compare.
  func things(_ sort: ThingChange.Sort, of trust: Trust) -> [Thing] {
    switch sort {
    case .plan:
      [
        Thing(
          id: id,
          title: title,
          words: [
            ("title", title), ("years", yearWords(years)), ("follows", supersedes?.value ?? ""),
          ]
        )
      ]
    case .strategy:
      strategies.map { Thing(id: $0.id, title: $0.title, words: [("title", $0.title)]) }
    case .priority:
      strategies.flatMap { strategy in strategy.priorities.map { thing($0, in: strategy, trust) } }
    case .action: plannedActions.map { thing($0, trust) }
    case .milestone:
      strategies.flatMap(\.priorities).flatMap { priority in
        priority.milestones.map { thing($0, in: priority, trust) }
      }
    case .risk: risks.map { thing($0, trust) }
    default: []
    }
  }

  private func thing(_ priority: Priority, in strategy: Strategy, _ trust: Trust) -> Thing {
    Thing(
      id: priority.id,
      title: priority.title,
      words: [
        ("title", priority.title), ("strategy", strategy.title),
        ("starred", priority.isStarred ? "yes" : "no"),
        ("lead", priority.lead.map { trust.ownerName($0.value) } ?? ""),
      ]
    )
  }

  private func thing(_ planned: PlannedAction, _ trust: Trust) -> Thing {
    let action = planned.action
    return Thing(
      id: action.id,
      title: action.text,
      isDone: action.status?.value == .done,
      words: [
        ("action", action.text), ("under", planned.kpi?.id ?? planned.priority.id),
        ("year", planned.years.map(yearWords) ?? ""),
        ("owner", listed(action.owners.map { trust.ownerName($0.value) }, "and")),
        ("due", action.due.map(dueWords) ?? ""), ("every", action.every?.value.words ?? ""),
        ("last done", action.lastDone.map(dayWords) ?? ""),
        ("status", action.status?.value.rawValue ?? ""),
        ("done on", action.doneOn.map(dayWords) ?? ""), ("resources", action.resources ?? ""),
        ("condition", action.condition ?? ""),
        ("KPIs", action.kpis.map(\.value).joined(separator: ", ")),
        ("impact", action.impact ?? ""), ("note", action.note ?? ""),
      ]
    )
  }

  private func thing(_ milestone: Milestone, in priority: Priority, _ trust: Trust) -> Thing {
    Thing(
      id: milestone.id,
      title: milestone.text,
      isDone: milestone.reachedOn != nil,
      words: [
        ("milestone", milestone.text), ("under", priority.id),
        ("due", milestone.due.map(dueWords) ?? ""),
        ("reached", milestone.reachedOn.map(dayWords) ?? ""),
        ("owner", listed(milestone.owners.map { trust.ownerName($0.value) }, "and")),
        ("KPIs", milestone.kpis.map(\.value).joined(separator: ", ")),
      ]
    )
  }

  private func thing(_ risk: Risk, _ trust: Trust) -> Thing {
    Thing(
      id: risk.id,
      title: risk.text,
      words: [
        ("risk", risk.text),
        ("mitigations", risk.mitigations.map(\.text).joined(separator: "; ")),
        ("owner", listed(risk.owners.map { trust.ownerName($0.value) }, "and")),
        ("KPIs", risk.kpis.map(\.value).joined(separator: ", ")),
      ]
    )
  }
}
