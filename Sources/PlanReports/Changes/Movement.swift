public import PlanEvaluation
public import PlanModel

/// How one KPI of one school or the trust, or one part of it, moved from one day to another.
public struct Movement: Sendable {
  /// Which way it moved.
  public var direction: Direction
  /// The KPI.
  public var kpi: KPI.ID
  /// What was found on the first day; `nil` where the plan or the trust did not ask then.
  public var before: Verdict?
  /// What was found on the second day.
  public var now: Verdict
  /// Whether other movements say it already: those of its parts, of its schools, or of the KPI that
  /// it repeats.
  public var isToldElsewhere = false

  /// Creates a movement.
  public init(_ direction: Direction, kpi: KPI.ID, before: Verdict?, now: Verdict) {
    self.direction = direction
    self.kpi = kpi
    self.before = before
    self.now = now
  }

  /// The ways to move, in the order in which they are told.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Its colour is worse than it was.
    case worse
    /// It is not known any more: its reading has grown too old, or one is due that has not come.
    case noLongerKnown = "no-longer-known"
    /// Its colour is better than it was.
    case better
    /// It has a colour now, and had none.
    case newlyKnown = "newly-known"
    /// It has another figure and the same colour.
    case newFigure = "new-figure"
    /// It is not asked any more: the school has left, or the KPI is no longer in force.
    case noLongerAsked = "no-longer-asked"
  }

  /// What was found, on the first day, as a colour that may be hollow.
  var colorBefore: Color? { before?.color }
  /// What was found, on the second day, as a colour that may be hollow.
  var colorNow: Color? { now.color }

  /// What a verdict says of a target, from bad to good; old readings count as what they gave.
  enum Color: Int, Comparable {
    case red, amber, notDue, green

    static func < (first: Color, second: Color) -> Bool { first.rawValue < second.rawValue }
  }
}

extension Verdict {
  /// What the verdict, or the old reading of a stale one, says of the target.
  var color: Movement.Color? {
    switch staleOutcome ?? outcome {
    case .met: .green
    case .nearly, .excepted: .amber
    case .missed: .red
    case .notDue: .notDue
    default: nil
    }
  }

  /// Whether nobody is asked for a figure here.
  var isUnasked: Bool {
    switch outcome {
    case .notApplicable, .notYetJoined, .left, .noTarget, .external: true
    default: false
    }
  }

  /// Whether a reading is wanting: too old, or due and not come.
  var isWanting: Bool { outcome == .stale || outcome == .awaited }

  /// Whether a target or an answer can be judged by what is known.
  var isKnown: Bool { outcome != .stale && (color != nil || outcome == .questionAnswered) }
}
