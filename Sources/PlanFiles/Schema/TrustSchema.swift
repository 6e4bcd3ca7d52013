internal import PlanModel

/// The nouns of trust.yaml, the file itself first.
public let trustNouns: [FileNoun] = [
  FileNoun("trust", TrustKey.self), FileNoun("calendar", CalendarKey.self),
  FileNoun("school", SchoolKey.self), FileNoun("inspection", InspectionKey.self),
  FileNoun("entry", EntityKey.self), FileNoun("comparator", ComparatorKey.self),
  FileNoun("scale", ScaleKey.self), FileNoun("grade", LevelKey.self),
  FileNoun("quantifier", QuantifierKey.self), FileNoun("recipient", RecipientKey.self),
  FileNoun("mail", MailKey.self),
]

private let entities = FileShape.entries(.oneOf([.text, .noun("entry")]))

extension TrustKey: DescribedKey {
  static let needed: [TrustKey] = [.trust, .name]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .trust: (.id, "The id of the trust, in small letters.")
    case .name: (.text, "The name of the trust.")
    case .aliases: aliasMeaning
    case .currentPlan: (.id, "The id of the plan that is meant where none is named.")
    case .smallCohort:
      (.wholeNumber, "Groups of fewer people than this are small: their figures stay in the trust.")
    case .calendar: (.noun("calendar"), "When school years and terms begin.")
    case .schools: (.entries(.oneOf([.text, .noun("school")])), "The schools, each under its id.")
    case .roles: (entities, "The people of the trust, named by their role.")
    case .groups: (entities, "Groups of people or schools.")
    case .bodies: (entities, "Boards and committees.")
    case .documents: (entities, "Documents that plans speak of.")
    case .schemes: (entities, "Awards and programmes.")
    case .partners: (entities, "Organisations the trust works with.")
    case .comparators:
      (.entries(.oneOf([.text, .noun("comparator")])), "References such as the national average.")
    case .scales:
      (
        .entries(.oneOf([.noun("scale"), .list(.oneOf([.text, .noun("grade")]))])),
        "Ordered lists of grades, best first."
      )
    case .quantifiers:
      (.named(.oneOf([.text, .noun("quantifier")])), "How many \"most\" and the like are.")
    case .recipients: (.entries(.noun("recipient")), "Those to whom mail goes, each under an id.")
    case .mail: (.noun("mail"), "How mail is sent.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension CalendarKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .yearStarts: (.text, "The day and month on which school years begin: `1 September`.")
    case .terms: (.named(.text), "The first and last day of terms: `2015-08-27 to 2015-10-16`.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension SchoolKey: DescribedKey {
  static let needed: [SchoolKey] = [.name]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .name: (.text, "The name of the school.")
    case .aliases: aliasMeaning
    case .urn: (.urn, "The six digits of its unique reference number.")
    case .phase: (.text, "The phase: `primary`, `secondary` and the like.")
    case .church: (.flag, "Whether it is a church school.")
    case .pupils: (.wholeNumber, "How many pupils it has.")
    case .membership: (.words(["member", "candidate"]), "Whether it belongs to the trust yet.")
    case .joined: (.text, "The day, month or year in which it joined the trust.")
    case .left: (.text, "The day, month or year in which it left the trust.")
    case .route: (.text, "How it came to join.")
    case .champion: (.text, "Who looks after it, by role.")
    case .inspections: (.list(.noun("inspection")), "What inspections found.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension InspectionKey: DescribedKey {
  static let needed: [InspectionKey] = [.on, .section]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .on: (.text, "When the inspection was.")
    case .section: (.text, "Under which section, or by whom.")
    case .scale: (.id, "The id of the scale of its grades.")
    case .grades: (.named(.text), "The grades, each under what was judged.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension EntityKey: DescribedKey {
  static let needed: [EntityKey] = [.name]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .name: (.text, "The name.")
    case .aliases: aliasMeaning
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension ComparatorKey: DescribedKey {
  static let needed: [ComparatorKey] = [.name]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .name: (.text, "The name.")
    case .aliases: aliasMeaning
    case .wellAbove: (.text, "How much counts as \"well above\": `5 points`.")
    case .inLine: (.text, "How much counts as \"in line with\": `2 points`.")
    case .closeTo: (.text, "How much counts as \"close to\": `3 points`.")
    case .period: (.text, "The one period whose figure counts, whatever is compared: `2014/15`.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension ScaleKey: DescribedKey {
  static let needed: [ScaleKey] = [.levels]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the scale is called.")
    case .ordered: (.flag, "Whether one grade is better than another.")
    case .levels: (.list(.oneOf([.text, .noun("grade")])), "The grades, best first.")
    case .from: (.day, "The first day on which grades were given on it.")
    case .until: (.day, "The last day on which grades were given on it.")
    case .successor: (.id, "The id of the scale that took its place.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension LevelKey: DescribedKey {
  static let needed: [LevelKey] = [.level]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .level: (.text, "The name of the grade.")
    case .code: (.text, "Its number or letter.")
    case .aliases: aliasMeaning
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension QuantifierKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .means: (.text, "How many it means: `over 85%`; nothing where nobody has said.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension RecipientKey: DescribedKey {
  static let needed: [RecipientKey] = [.address]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .role: (.text, "The role of the recipient, one of `roles`.")
    case .name: (.text, "What stands beside the address, where not the role.")
    case .address: (.address, "Where mail goes: `clerk@example.org`.")
    case .schools: (.texts, "The schools that the mail is about; the whole trust where left out.")
    case .owners: (.texts, "The owners whose KPIs and actions the mail is about.")
    case .audience: (.words(Audience.allCases.map(\.rawValue)), "For whose eyes the mail is.")
    case .frequency:
      (.words(MailFrequency.allCases.map(\.rawValue)), "How often mail goes out; weekly as a rule.")
    case .escalateTo: (.text, "The role that is told where the owners fall silent.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}

extension MailKey: DescribedKey {
  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .from: (.address, "The address that mail comes from.")
    case .name: (.text, "What stands beside that address.")
    case .replyTo: (.address, "Where answers go, where not to `from`.")
    case .link: (.link, "The web page on which readers find more.")
    case .escalateTo: (.text, "The role that is told where an owner falls silent.")
    case .source: sourceMeaning
    case .note: noteMeaning
    }
  }
}
