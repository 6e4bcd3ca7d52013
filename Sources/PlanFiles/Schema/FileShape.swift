/// What may stand after a name in a file.
public indirect enum FileShape: Sendable {
  /// A text: other programs see a number, a truth value or nothing where it looks like one.
  case text
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

let noteMeaning = (shape: FileShape.text, words: "Anything else worth knowing.")
let sourceMeaning = (shape: FileShape.text, words: "The document and line it was taken from.")
let labelMeaning = (shape: FileShape.text, words: "The number or letter in the plan's own pages.")
let datesAsGivenMeaning = (
  shape: FileShape.texts,
  words: "Dates given beside the work, of which it is not known whose."
)
let aliasMeaning = (shape: FileShape.texts, words: "Other names by which people call it.")
