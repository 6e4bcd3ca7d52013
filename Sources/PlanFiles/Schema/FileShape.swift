internal import PlanModel

/// What may stand after a name in a file.
public indirect enum FileShape: Sendable {
  /// A text: other programs see a number, a truth value or nothing where it looks like one.
  case text
  /// An id.
  case id
  /// A text of a certain form, by a regular expression that every program knows; where it is made of
  /// digits alone, other programs see a number.
  case form(String, isNumber: Bool)
  /// One of a few words.
  case words([String])
  /// Yes or no.
  case flag
  /// A text or a list of texts.
  case texts
  /// A list.
  case list(FileShape)
  /// Entries under ids of the person's own.
  case entries(FileShape)
  /// Entries under names of the person's own that need not be ids.
  case named(FileShape)
  /// Entries under school years, or runs of them.
  case years(FileShape)
  /// What a noun of the files consists of, by the name of the noun.
  case noun(String)
  /// One of several shapes.
  case oneOf([FileShape])
}

/// A noun of the files: the names that may stand under it.
public struct FileNoun: Sendable {
  /// Its name in a schema: `kpi`.
  public let name: String
  /// Its words for people: `a KPI`.
  public let words: String
  /// The names that may stand under it, in the order in which they are written.
  public let keys: [Key]

  /// One name that may stand under a noun.
  public struct Key: Sendable {
    /// The name.
    public let name: String
    /// What it says, in one sentence.
    public let description: String
    /// What may stand after it.
    public let shape: FileShape
    /// Whether it must be given.
    public let isRequired: Bool
  }

  init<Described: DescribedKey>(_ name: String, _ type: Described.Type) {
    self.name = name
    words = Described.noun
    keys = Described.allCases.map { key in
      Key(
        name: key.rawValue,
        description: key.meaning.words,
        shape: key.meaning.shape,
        isRequired: Described.needed.contains(key)
      )
    }
  }
}

/// A key that can be explained.
///
/// The lists of keys that files are read by are the ones that schemas are made from; the compiler
/// asks for the words of a new key.
protocol DescribedKey: FileKey {
  /// What may stand after the key, and what it says, in one sentence.
  var meaning: (shape: FileShape, words: String) { get }
  /// The keys that must be given.
  static var needed: [Self] { get }
}

extension DescribedKey {
  static var needed: [Self] { [] }
}

extension FileShape {
  /// An id or a list of ids.
  static let ids = FileShape.oneOf([.id, .list(.id)])
  /// A whole number, with or without commas between thousands.
  static let wholeNumber = FileShape.form("^ *[0-9][0-9,]* *$", isNumber: true)
  /// The six digits of a school's unique reference number.
  static let urn = FileShape.form("^ *[0-9]{6} *$", isNumber: true)
  /// A single day: `2016-07-14`, `14 July 2016`.
  static let day = FileShape.form(
    "^ *([0-9]{4}-[0-9]{2}-[0-9]{1,2}|[0-9]{1,2}(st|nd|rd|th)?( of)? +[A-Za-z]{3,9}[.,]* +[0-9]{4}) *$",
    isNumber: false
  )
  /// A school year or a run of them: `2015/16 to 2019/20`.
  static let schoolYears = FileShape.form(yearsPattern, isNumber: false)
  /// A mail address, roughly.
  static let address = FileShape.form("^ *[^ @]+@[^ @]+ *$", isNumber: false)
  /// The address of a web page.
  static let link = FileShape.form("^ *https?://[^ ]+ *$", isNumber: false)
  /// How often something is done, in any of the wordings, whatever their case.
  static let frequency = FileShape.oneOf([
    .words(Frequency.allCases.map(\.rawValue)),
    .form("^ *(\(frequencyWordings.map(anyCase).joined(separator: "|"))) *$", isNumber: false),
  ])

  /// School years as a regular expression.
  public static let yearsPattern: String = {
    let year = "[0-9]{4} *[/–-] *([0-9]{1,2}|[0-9]{4})"
    return "^ *\(year)( *(to|until|–|-) *\(year))? *$"
  }()

  /// A wording in letters of any case, its words apart by spaces or hyphens.
  private static func anyCase(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar {
      case " ", "-": "[ -]+"
      case "a"..."z": "[\(scalar.properties.uppercaseMapping)\(scalar)]"
      default: String(scalar)
      }
    }.joined()
  }
}

let noteMeaning = (shape: FileShape.text, words: "Anything else worth knowing.")
let sourceMeaning = (shape: FileShape.text, words: "The document and line it was taken from.")
let labelMeaning = (shape: FileShape.text, words: "The number or letter in the plan's own pages.")
let datesAsGivenMeaning = (
  shape: FileShape.texts,
  words: "Dates given beside the work, of which it is not known whose."
)
let aliasMeaning = (shape: FileShape.texts, words: "Other names by which people call it.")
