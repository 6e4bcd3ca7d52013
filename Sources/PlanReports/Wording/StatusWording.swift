import Documents
import PlanEvaluation
import PlanModel

extension Verdict {
  /// The status of the verdict as it stands on a page.
  var mark: Mark {
    if outcome == .stale, let old = staleOutcome {
      return Mark("(\(old.status.letter))", "stale", .grey)
    }
    return outcome.mark
  }

  /// Whether there is nothing to act on: no value, or none that counts.
  var isQuiet: Bool {
    switch outcome {
    case .met, .nearly, .missed, .excepted, .undetermined, .notDue, .stale, .noComparator,
      .noScale, .questionAnswered:
      false
    default: reading == nil
    }
  }

  /// Whether the verdict belongs to a KPI that repeats another, and so is not counted again.
  var repeatsAnother: Bool {
    reasons.contains { if case .sameAs = $0.fact { true } else { false } }
  }
}

extension Outcome {
  /// The status as it stands on a page: letter, word and colour.
  var mark: Mark { Mark(status.letter, words, status.tone) }

  /// The outcome in words; the same as its name in files, with spaces.
  var words: String {
    switch self {
    case .noScale: "no scale then"
    case .noComparator: "no comparator"
    case .noReading: "no reading"
    case .notApplicable, .missing(.notApplicable): "not applicable"
    case .notYetJoined: "not yet joined"
    case .notDue: "not due"
    case .questionOpen: "question open"
    case .questionAnswered: "question answered"
    case .noTarget: "no target"
    case .missing(.noEntries): "no entries"
    case .missing(.notPublished): "not published"
    case .missing(.lowCoverage): "low coverage"
    case .missing(.notAvailable): "not available"
    case .missing(.notCollected): "not collected"
    default: name
    }
  }
}

extension Status {
  /// The letter that stands for the status where there is no colour.
  var letter: String {
    switch self {
    case .green: "G"
    case .amber: "A"
    case .red: "R"
    case .grey: "-"
    }
  }

  /// The colour.
  var tone: Tone {
    switch self {
    case .green: .green
    case .amber: .amber
    case .red: .red
    case .grey: .grey
    }
  }

  /// What the status means, in one phrase for the legend.
  var meaning: String {
    switch self {
    case .green: "the target is met"
    case .amber: "missed, but inside the tolerance that the plan declares, or excused"
    case .red: "the target is missed"
    case .grey: "nothing can be said, or nothing is due; never counted as met"
    }
  }
}
