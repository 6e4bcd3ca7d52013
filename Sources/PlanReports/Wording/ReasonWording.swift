import PlanEvaluation
import PlanModel

extension KPIWording {
  /// A line of a proof as one plain sentence.
  func sentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .target(let target):
      "The target is “\(Self.joined(trust.namingComparators(of: target)))”."
    case .operatorAssumed:
      "The source of the plan gives a bare figure; the words in front of it are assumed."
    case .targetOfYear(let year): "This is the target from \(year) on."
    case .noTargetBefore(let year): "The targets begin only in \(year)."
    case .override(let reason, let until): overrideSentence(reason, until)
    case .noTarget: "The plan sets no target."
    case .mistake: "Its entry in the plan has a mistake here, so it is not judged."
    case .question(let text): "The plan asks a question in place of a target: \(stopped(text))"
    case .reference(let text): "The KPI is kept in another document: \(stopped(text))"
    case .due, .deadlineAhead, .deadlineUnknown, .dueUnknown, .termNotDeclared, .metLate:
      deadlineSentence(fact)
    case .planNotBegun, .planEnded, .validity, .joinedLater, .leftEarlier, .candidate,
      .doesNotApply, .mayNotApply, .older, .scaleNotInUse, .gradeOfLaterScale, .scaleEndedWithin:
      timeSentence(fact)
    case .reading, .readingForEverySchool, .readingForWholeKPI, .readingForTrust, .figureOfTrust,
      .evidence, .superseded, .window, .beforeWindow, .outsideValidity, .noReading, .neverRead,
      .unreadable, .previous, .noPrevious, .previousMissing, .comparator, .noComparator,
      .comparatorOfOnePeriod, .noMargin:
      readingSentence(fact)
    case .member, .members, .quantifierAssumed, .noMembers, .toleranceUnknown, .branch,
      .togetherDecided, .otherKPI,
      .kpiCycle, .kpiTooFar, .sameAs:
      rollUpSentence(fact)
    case .ofOtherKPI(let other, let fact):
      "\(other.id): \(KPIWording(trust: trust, kpi: other).sentence(fact))"
    case .weighed, .notWeighed, .nothingToWeigh, .weightedMean, .meanWithin, .noMean:
      totalSentence(fact)
    // Every fact is named, so that a new one cannot be left without words.
    case .compared, .comparedLoosely, .comparedInWords, .graded, .fact, .shared, .undeclaredWord,
      .couldGoEitherWay, .amber, .noAmber, .movedLimit, .anyMarginWillDo, .gap, .lowerIsBetter,
      .improvement, .comparatorNotImproving, .comparatorNotPositive, .counted, .countedAtLeast,
      .exception:
      comparisonSentence(fact)
    }
  }

  // MARK: - Readings

  private func readingSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .reading(let reading): "The reading \(described(reading))."
    case .readingForEverySchool(let scope):
      "It was given for every school alike; \(scope == .trust ? "the trust" : "the school") has no "
        + "reading of its own."
    case .readingForWholeKPI:
      "It was given for the whole KPI; this part has no reading of its own."
    case .readingForTrust:
      "It was given for the trust as a whole; no school has a reading of its own."
    case .figureOfTrust:
      "It was given for the trust as a whole, and does not say so of each school; "
        + "no school has a reading of its own."
    case .evidence(let reading): evidenceSentence(reading)
    case .superseded(let reading): "It replaces an earlier entry, which \(described(reading))."
    case .window(let window, let days):
      "Only readings of \(windowWords(window)) count: \(dayWords(days.lowerBound)) to "
        + "\(dayWords(days.upperBound))."
    case .beforeWindow(let reading):
      "The latest reading \(described(reading)); its period begins before that, "
        + "so it does not count."
    case .outsideValidity(let reading):
      "The latest reading \(described(reading)); its period does not begin in that time, "
        + "so it does not count."
    case .noReading: "There is no reading."
    case .neverRead(let frequency):
      "There is no reading, although readings are due \(frequency.words)."
    case .unreadable(let reading):
      "The value “\(reading.text)” fits neither the unit nor the scale of the KPI."
    case .previous(let reading): "The reading before it \(described(reading))."
    case .noPrevious(let period?):
      "There is no reading for \(periodWords(period)) to compare it with, "
        + "so no direction can be told."
    case .noPrevious(nil): "There is no reading before it, so no direction can be told."
    case .previousMissing(let reading):
      "The reading to compare it with \(described(reading)), so no direction can be told."
    case .comparator(let id, let reading):
      "\(comparatorName(id)): the figure \(described(reading))."
    case .noComparator(let id, let period):
      "\(comparatorName(id)): there is no figure for \(periodWords(period))."
    case .comparatorOfOnePeriod(let period):
      "The trust compares with the figure for \(periodWords(period)), whatever the year."
    case .noMargin(let id):
      "\(comparatorName(id)): the trust has not declared the margin that the word stands for."
    default: ""
    }
  }

  func described(_ reading: Reading) -> String {
    let value = valueWithNoun(of: reading, isExact: true)
    var words = "for \(periodWords(reading.period)) is \(value)"
    if case .missing(let gap) = reading.value {
      words = "for \(periodWords(reading.period)) is “\(reading.text)”: \(gap.words)"
    }
    if let recorded = reading.recorded { words += ", recorded on \(dayWords(recorded))" }
    if !reading.basis.isEmpty { words += ", from \(reading.basis)" }
    if !reading.source.isEmpty { words += ", source \(reading.source)" }
    return words
  }

  private func evidenceSentence(_ reading: Reading) -> String {
    let row = "A row for \(periodWords(reading.period)) gives no value"
    return reading.note.isEmpty ? row + "." : "\(row), but a note: \(stopped(reading.note))"
  }

  private func comparatorName(_ id: String) -> String {
    let name = trust.name(of: .comparator(id))
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  // MARK: - Comparisons

  private func comparisonSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .compared(let number, let relation, let limit, let holds):
      comparedSentence(number, relation, limit, holds: holds)
    case .comparedLoosely(.about(let low, _), let relation, let limit, let holds?):
      "\(about(low)) \(holds ? "is" : "is not") \(relation.rawValue) \(exactFigure(limit, mark))."
    case .comparedLoosely(_, let relation, let limit, let holds?):
      "Whatever the figure is, it \(holds ? "is" : "is not") \(relation.rawValue) "
        + "\(exactFigure(limit, mark))."
    case .comparedLoosely(_, let relation, let limit, nil):
      "Whether the figure is \(relation.rawValue) \(exactFigure(limit, mark)) cannot be told."
    case .comparedInWords(let read, let asked, let holds):
      comparedSentence(read, asked: asked, holds: holds)
    case .graded(let rank, let asked, let holds):
      "\(grade(rank)) \(holds ? "is" : "is not") among the grades asked for: "
        + "\(listed(asked.map(grade), "or"))."
    case .fact(let fact, let asked):
      "The answer is \(fact ? "yes" : "no"); \(asked ? "yes" : "no") is asked for."
    case .shared(let word, let asked, let holds?):
      "“\(word)” \(holds ? "satisfies" : "does not satisfy") “\(asked)”."
    case .shared(let word, let asked, nil):
      "Whether “\(word)” satisfies “\(asked)” cannot be told."
    case .undeclaredWord(let word):
      "The trust has not declared what share “\(word)” stands for."
    case .couldGoEitherWay: "The value leaves room for both answers."
    case .amber(let amber, let holds?):
      "The tolerance “\(amber.text)” \(holds ? "holds" : "does not hold")."
    case .amber(let amber, nil):
      "It misses for certain; whether it is inside the tolerance “\(amber.text)” cannot be told."
    case .noAmber: "The plan declares no tolerance, so nothing is nearly met."
    case .movedLimit(let figure, let distance, let limit):
      "\(exactFigure(figure, mark)) and \(distanceWords(distance)) "
        + "\(distance < .zero ? "less" : "more") is \(exactFigure(limit, mark))."
    case .anyMarginWillDo(let asked, let holds):
      "The trust has not declared the margin of “\(words(asked))”, "
        + "but it is \(holds ? "met" : "missed") whatever that is."
    case .gap(let now, let before?):
      "The gap is \(gapWords(now)); before, it was \(gapWords(before)), "
        + "so it is \(now < before ? "" : "not ")closing."
    case .gap(let now, nil): "The gap is \(gapWords(now)); there is none before to compare."
    case .lowerIsBetter: "Low figures are better here."
    case .improvement(let own, let other):
      "The figure \(changeWords(own)), that of the comparator \(changeWords(other))."
    case .comparatorNotImproving(let id):
      "\(comparatorName(id)) did not improve, so a multiple of that has no meaning."
    case .comparatorNotPositive(let id):
      "\(comparatorName(id)): the figure is not above zero, so a multiple of it has no meaning."
    case .counted(let number, let cap):
      "\(figure(number)) counted; \(cap.bound.relation.rawValue) "
        + "\(figure(cap.bound.limit.number)) \(cap.stretchWords) is asked for."
    case .countedAtLeast(let number, let cap):
      "At least \(figure(number)) counted, whatever the gaps hold; "
        + "\(cap.bound.relation.rawValue) \(figure(cap.bound.limit.number)) \(cap.stretchWords) "
        + "is asked for."
    case .exception(let exception): exceptionSentence(exception)
    default: ""
    }
  }

  private func comparedSentence(
    _ number: ExactNumber,
    _ relation: BoundRelation,
    _ limit: ExactNumber,
    holds: Bool
  ) -> String {
    let left = exactFigure(number, mark)
    let right = exactFigure(limit, mark)
    let words = "\(left) \(holds ? "is" : "is not") \(relation.rawValue) \(right)"
    guard number == limit, relation == .below || relation == .above else { return words + "." }
    return words + ": the limit itself does not count."
  }

  private func comparedSentence(
    _ read: Comparison.Relation,
    asked: Comparison,
    holds: Bool?
  ) -> String {
    let given = "“\(words(Comparison(read, asked.comparator)))”"
    let wanted = "“\(words(asked))”"
    guard let holds else { return "Whether \(given) satisfies \(wanted) needs the figures." }
    return "\(given) \(holds ? "satisfies" : "does not satisfy") \(wanted)."
  }

  /// How far behind a comparator a figure lies: percentages in points, below nothing where ahead.
  private func gapWords(_ gap: ExactNumber) -> String {
    (gap < .zero ? "−" : "") + distanceWords(gap)
  }

  func words(_ comparison: Comparison) -> String {
    let relation =
      switch comparison.relation {
      case .bound(let relation): relation.rawValue
      case .wellAbove: "well above"
      case .inLine: "in line with"
      case .closeTo: "close to"
      case .within(let distance): "within \(distanceWords(distance.number)) of"
      }
    let words = "\(relation) \(trust.name(of: .comparator(comparison.comparator)))"
    guard let offset = comparison.offset?.number, offset != .zero else { return words }
    let sign = offset < .zero ? "−" : "+"
    return "\(words) \(sign) \(distanceWords(offset))"
  }

  private func changeWords(_ change: ExactNumber) -> String {
    if change == .zero { return "stayed the same" }
    return "got \(change < .zero ? "worse" : "better") by \(distanceWords(change))"
  }

  /// How far two figures lie apart: percentages in points.
  func distanceWords(_ distance: ExactNumber) -> String {
    let size = distance.magnitude.shortest
    guard mark == .percent else { return exactFigure(size, mark) }
    return exactFigure(size, .none) + (size == ExactNumber(1) ? " point" : " points")
  }

  private func exceptionSentence(_ exception: KPI.CapException) -> String {
    let day = exception.on.map { " on \(dayWords($0))" } ?? ""
    return "Excused for \(periodWords(exception.period)) by \(trust.ownerName(exception.by))"
      + "\(day): \(stopped(exception.reason))"
  }

  private func overrideSentence(_ reason: String?, _ until: Day?) -> String {
    let end = until.map { " until \(dayWords($0))" } ?? ""
    let why = reason.map { ": \(stopped($0))" } ?? "."
    return "The school has a target of its own\(end)\(why)"
  }

  // MARK: - Roll-ups

  private func rollUpSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .member(let scope, let strand, let outcome, let lacking):
      "\(memberName(scope, strand)): \(outcome.words)\(lackingWords(scope, lacking))."
    case .members(let count, let quantifier):
      "\(memberWords(count)); \(quantifierWords(quantifier)) must meet the target."
    case .quantifierAssumed: "The plan does not say how many; every one is taken."
    case .noMembers: "There is nothing to count, which never satisfies a target."
    case .toleranceUnknown:
      "It misses for certain; whether it is inside the tolerance cannot be told."
    case .branch(let condition, let outcome): "“\(words(condition))”: \(outcome.words)."
    case .togetherDecided(let isAll, let holds): togetherSentence(isAll: isAll, holds: holds)
    case .otherKPI(let id, let outcome): "KPI \(id): \(outcome.words)."
    case .kpiCycle(let id):
      "KPI \(id) rests on KPIs that rest on each other in a circle, so nothing can be told."
    case .kpiTooFar(let id):
      "KPI \(id) was not looked at: too many KPIs rest on each other."
    case .sameAs(let id): "The plan repeats \(id) here; it is counted once, there."
    default: ""
    }
  }

  private func togetherSentence(isAll: Bool, holds: Bool) -> String {
    let which = isAll ? holds ? "all of them hold" : "not all of them hold" : "one of them holds"
    return "Whatever the figure is, \(!isAll && !holds ? "none of them holds" : which)."
  }

  private func memberName(_ scope: Scope, _ strand: String?) -> String {
    guard let strand else { return trust.name(of: scope) }
    let title = kpi.strands.first { $0.id == strand }?.title ?? strand
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  /// The parts that keep a school from being met: ` (Reading: missed; Maths: no reading)`.
  private func lackingWords(_ scope: Scope, _ parts: [Reason.LackingPart]) -> String {
    if parts.isEmpty { return "" }
    let words = parts.map { "\(memberName(scope, $0.strand)): \($0.outcome.words)" }
    return " (\(words.joined(separator: "; ")))"
  }

  private func quantifierWords(_ quantifier: Quantifier) -> String {
    quantifier.text.isEmpty ? "every one" : quantifier.text
  }

  // MARK: - Days and membership

  private func timeSentence(_ fact: Reason.Fact) -> String {
    switch fact {
    case .planNotBegun(let day):
      "The plan begins on \(dayWords(day)); before it a miss is not due."
    case .planEnded(let day): "The plan ended on \(dayWords(day)); this is its final position."
    case .validity(let validity): validitySentence(validity)
    case .joinedLater(let period): "The school joined later: \(periodWords(period))."
    case .leftEarlier(let period): "The school had left: \(periodWords(period))."
    case .candidate: "The school is a candidate for joining and is not counted."
    case .doesNotApply(let predicate):
      "The KPI applies only to \(schoolWords(predicate, in: trust))."
    case .mayNotApply(let predicate):
      "The KPI applies only to \(schoolWords(predicate, in: trust)), "
        + "and the trust does not say whether the school is one."
    case .older(let days, let frequency):
      "The reading is \(counted(days, "day")) old; readings are due \(frequency.words)."
    case .scaleNotInUse(let scale, let day):
      "“\(scale.title)” was not in use on \(dayWords(day))."
    case .gradeOfLaterScale(let reading, let later):
      "“\(reading.text)” is a grade of “\(later.title)”, which came after the scale of the KPI; "
        + "no grade is converted."
    case .scaleEndedWithin(let scale, let day, let period):
      "“\(scale.title)” was in use until \(dayWords(day)) only, and on which day of "
        + "\(periodWords(period)) the grade was given is not known: write the day as its period."
    default: ""
    }
  }

  private func validitySentence(_ validity: KPI.Validity) -> String {
    switch (validity.from, validity.to) {
    case (let from?, let to?):
      "The KPI is in force from \(periodWords(from)) to \(periodWords(to))."
    case (let from?, nil): "The KPI is in force from \(periodWords(from)) on."
    case (nil, let to?): "The KPI was in force until \(periodWords(to))."
    case (nil, nil): "The KPI is always in force."
    }
  }
}

/// A sentence of the plan with a full stop, unless it ends with a stop of its own.
private func stopped(_ text: String) -> String {
  guard let last = text.utf8.last, ".?!".utf8.contains(last) else { return text + "." }
  return text
}

/// How many of the members met, in words: `2 of 3 met, 1 not measured`.
func memberWords(_ count: MemberCount) -> String {
  let words = "\(count.met) of \(count.of) met"
  return count.unknown > 0 ? words + ", \(count.unknown) not known" : words
}

extension Frequency {
  /// How often, in words.
  var words: String {
    switch self {
    case .yearly: "once a year"
    case .fourTimesAYear: "four times a year"
    case .termly: "every term"
    case .halfTermly: "every half term"
    case .monthly: "every month"
    case .fortnightly: "every two weeks"
    case .weekly: "every week"
    case .daily: "every day"
    case .twiceAYear: "twice a year"
    }
  }
}

extension MissingValue {
  /// Why there is no figure, in words.
  var words: String {
    switch self {
    case .suppressed: "the group is too small to show"
    case .noEntries: "there were no entries"
    case .notPublished: "it was not published"
    case .lowCoverage: "fewer than half of the pupils are in the measure"
    case .notApplicable: "it does not apply"
    case .notAvailable: "it is not available"
    case .confidential: "it is confidential"
    case .low: "it is too small to show but not zero"
    case .unreliable: "it is too unreliable to use"
    case .notCollected: "nobody measured it"
    case .awaited: "it has not come yet"
    }
  }
}
