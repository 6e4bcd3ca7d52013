/// A picture of figures, and the words that say the same.
public struct Chart: Sendable, Hashable {
  /// What the picture shows: `Attendance at Ketton`.
  public var title: String
  /// What can be seen, in one or two sentences, for those who cannot see it.
  public var summary: String
  /// The picture.
  public var kind: Kind

  /// Creates a picture.
  public init(title: String, summary: String, kind: Kind) {
    self.title = title
    self.summary = summary
    self.kind = kind
  }

  /// The kinds of picture.
  public enum Kind: Sendable, Hashable {
    /// Figures of one thing over time, with its target and tolerance.
    case trend(Trend)
    /// How far several things are from their targets, in one unit.
    case distances([Distance], unit: String)
    /// How many of each mark there are, as parts of one bar.
    case strip([Count])
  }
}

/// Figures of one thing over time, with its target and tolerance.
public struct Trend: Sendable, Hashable {
  /// The figures, from the earliest to the latest.
  public var points: [Point]
  /// The words of the axis of figures: `% of total income`.
  public var unit: String
  /// Where the line of the target stands; `nil` where the target is no single figure.
  public var target: Double?
  /// The target in words: `below 75%`.
  public var targetWords: String
  /// The figures that miss the target but lie inside the tolerance; `nil` where none is declared.
  public var amber: ClosedRange<Double>?
  /// The period and last day of the last figure, in words.
  public var lastReading: String
  /// The names of the heights there are, from the lowest; empty where heights are amounts.
  public var levels: [Level]

  /// Creates a picture of figures over time.
  public init(
    points: [Point],
    unit: String,
    target: Double? = nil,
    targetWords: String = "",
    amber: ClosedRange<Double>? = nil,
    lastReading: String = "",
    levels: [Level] = []
  ) {
    self.points = points
    self.unit = unit
    self.target = target
    self.targetWords = targetWords
    self.amber = amber
    self.lastReading = lastReading
    self.levels = levels
  }

  /// A height that has a name, such as a grade.
  public struct Level: Sendable, Hashable {
    /// The height.
    public var height: Double
    /// The name: `Requires improvement`.
    public var name: String

    /// Creates a height with its name.
    public init(_ height: Double, _ name: String) {
      self.height = height
      self.name = name
    }
  }

  /// One figure.
  public struct Point: Sendable, Hashable {
    /// Its period, in words: `2015/16`.
    public var label: String
    /// The figure, only to be drawn; `nil` where there is none and the line is broken.
    public var value: Double?
    /// The figure in words: `96.2%`.
    public var words: String
    /// How it stood under the target of its time; `nil` where nothing judged it.
    public var mark: Mark?

    /// Creates a figure.
    public init(label: String, value: Double?, words: String, mark: Mark? = nil) {
      self.label = label
      self.value = value
      self.words = words
      self.mark = mark
    }
  }
}

/// How far one thing is from its target.
public struct Distance: Sendable, Hashable {
  /// What it is: the name of a school or of a KPI.
  public var label: String
  /// How it stands.
  public var mark: Mark
  /// The distance, positive where the target is met with room to spare; only to be drawn.
  public var amount: Double
  /// The distance in words: `2 points short`.
  public var words: String

  /// Creates a distance.
  public init(label: String, mark: Mark, amount: Double, words: String) {
    self.label = label
    self.mark = mark
    self.amount = amount
    self.words = words
  }
}
