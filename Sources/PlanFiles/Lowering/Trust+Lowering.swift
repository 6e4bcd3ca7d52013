internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// A trust as `trust.yaml` describes it.
  ///
  /// - Parameters:
  ///   - root: The outermost node of the file; `nil` for an empty one.
  ///   - place: Where to say that something is missing.
  ///   - folder: The name of the trust's folder, which stands in for a missing id.
  /// - Returns: The trust; parts that cannot be read are left out.
  func lowerTrust(_ root: NodeSyntax?, at place: Place, folder: String) -> Trust {
    guard let root, root.kind != .absent else {
      let unread = Trust(id: folder, name: folder, at: place)
      report(
        .fileEmpty,
        "this file describes no trust",
        at: place,
        help: "begin with `trust: \(suggestedID(folder))` and `name: …`"
      )
      return unread
    }
    guard let mapping = root.asMapping else {
      reportShape(root, "trust", "entries, each with a name and a colon")
      return Trust(id: folder, name: folder, at: place)
    }
    let keys = KeyReader<TrustKey>(mapping, at: place, self)
    let idPlace = keys.entry(.trust)?.value.place ?? place
    let id = keys.required(.trust).map { checkedID($0, at: idPlace) } ?? folder
    var trust = Trust(id: id, name: keys.required(.name) ?? id, at: idPlace)
    trust.aliases = keys.texts(.aliases).map(\.value)
    trust.currentPlan = keys.sourced(.currentPlan)
    trust.smallCohort = keys.wholeNumber(.smallCohort)
    trust.note = keys.string(.note)
    trust.source = keys.string(.source)
    if lowersEntities { trust.entities = lowerEntities(keys) }
    trust.comparators = keys.named(.comparators).map(lowerComparator)
    trust.scales = keys.named(.scales).map(lowerScale)
    trust.quantifierWords = keys.named(.quantifiers).map(lowerQuantifierWord)
    owners = NameIndex(ownersOf: trust)
    hasRoles = trust.entities.contains { $0.kind == .role }
    if let value = keys.value(.calendar) { trust.calendar = lowerCalendar(value) }
    trust.schools = keys.named(.schools).map { lowerSchool($0, trust.scales) }
    if lowersRecipients { lowerMail(keys, into: &trust) }
    checkSuccessors(trust.scales)
    if lowersEntities {
      checkNames(trust)
      checkMembership(trust)
    }
    return trust
  }

  private func lowerEntities(_ keys: KeyReader<TrustKey>) -> [Entity] {
    let sections: [(TrustKey, Entity.Kind)] = [
      (.roles, .role), (.groups, .group), (.bodies, .body), (.documents, .document),
      (.schemes, .scheme), (.partners, .partner),
    ]
    return sections.flatMap { key, kind in
      keys.named(key).map { entry in
        let named = lowerNamed(entry)
        var entity = Entity(id: id(entry), kind: kind, name: named.name, at: entry.name.place)
        entity.aliases = named.aliases
        entity.note = named.note
        entity.source = named.source
        return entity
      }
    }
  }

  /// An entry that is a name alone, or a mapping with a name.
  private func lowerNamed(
    _ entry: EntrySyntax
  ) -> (name: String, aliases: [String], note: String?, source: String?) {
    let id = entry.name.text
    if entry.value.kind != .mapping {
      guard entry.value.kind != .absent else { return (id, [], nil, nil) }
      return (string(entry.value, id) ?? id, [], nil, nil)
    }
    let keys = KeyReader<EntityKey>(entry.value.asMapping, at: entry.name.place, self)
    let aliases = keys.texts(.aliases).map(\.value)
    return (keys.required(.name) ?? id, aliases, keys.string(.note), keys.string(.source))
  }

  private func lowerComparator(_ entry: EntrySyntax) -> Comparator {
    let id = id(entry)
    guard entry.value.kind == .mapping else {
      return Comparator(id: id, name: lowerNamed(entry).name, at: entry.name.place)
    }
    let keys = KeyReader<ComparatorKey>(entry.value.asMapping, at: entry.name.place, self)
    var comparator = Comparator(id: id, name: keys.required(.name) ?? id, at: entry.name.place)
    comparator.aliases = keys.texts(.aliases).map(\.value)
    comparator.wellAbove = keys.text(.wellAbove).flatMap(lowerMargin)
    comparator.inLine = keys.text(.inLine).flatMap(lowerMargin)
    comparator.closeTo = keys.text(.closeTo).flatMap(lowerMargin)
    comparator.period = keys.period(.period)
    comparator.note = keys.string(.note)
    comparator.source = keys.string(.source)
    return comparator
  }

  /// How far counts as "well above" and the like: `5 points`, `3`.
  private func lowerMargin(_ text: SourcedText) -> Quantity? {
    var phrase = Phrase(text.bytes)
    if let figure = phrase.takeFigure(), phrase.isAtEnd, let number = figure.number,
      figure.mark != .percent, number >= .zero
    {
      return figure.quantity
    }
    report(
      .badValue,
      "'\(text.text)' is not a distance",
      at: text.place,
      label: "expected a figure, such as `5 points`",
      help: "write the figure with `points` for percentages, or alone for other units"
    )
    return nil
  }

  private func lowerQuantifierWord(_ entry: EntrySyntax) -> QuantifierWord {
    let word = String(decoding: entry.name.text.utf8.map(\.lowercased), as: UTF8.self)
    var meaning: SourcedText?
    switch entry.value.kind {
    case .absent, .invalid: break
    case .mapping:
      let keys = KeyReader<QuantifierKey>(entry.value.asMapping, at: entry.name.place, self)
      meaning = keys.text(.means)
      _ = keys.string(.note)
      _ = keys.string(.source)
    default: meaning = text(entry.value, word)
    }
    let bound = meaning.flatMap { parseShareMeaning($0, &findings) }
    return QuantifierWord(word, meaning: bound, at: entry.name.place)
  }

  /// Names that mean two schools, roles or comparators are found here, not where they are used.
  private func checkNames(_ trust: Trust) {
    checkNames(
      trust.schools.map { ($0.place, $0.id, [$0.id, $0.name] + $0.aliases) },
      what: "schools"
    )
    checkNames(
      trust.comparators.map { ($0.place, $0.id, [$0.id, $0.name] + $0.aliases) },
      what: "comparators"
    )
    let schools = IDIndex(trust.schools.map(\.id))
    for comparator in trust.comparators {
      if let school = schools.position(of: comparator.id) {
        reportTwice(comparator.id, at: comparator.place, first: trust.schools[school].place)
      }
    }
  }

  private func checkNames(_ items: [(place: Place, id: String, names: [String])], what: String) {
    var seen: [FoldedName: (id: String, place: Place)] = [:]
    for item in items {
      for name in item.names {
        let folded = FoldedName(name)
        guard let first = seen[folded] else {
          seen[folded] = (item.id, item.place)
          continue
        }
        guard first.id != item.id else { continue }
        report(
          .ambiguousName,
          "two \(what) are called '\(name)'",
          at: item.place,
          help: "give one of them another name",
          notes: [Note("the other is `\(first.id)`", at: first.place)]
        )
        break
      }
    }
  }

  /// Reports an id that was given before.
  func reportTwice(_ id: String, at place: Place, first: Place) {
    report(
      .duplicateID,
      "the id '\(id)' is already given",
      at: place,
      help: "give one of the two another id",
      notes: [Note("here it was given first", at: first)]
    )
  }
}
