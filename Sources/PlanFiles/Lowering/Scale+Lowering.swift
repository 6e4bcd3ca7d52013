internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// The scale that every trust has: `yes`, `no`.
let yesNoScaleID = "yes-no"

extension Lowering {
  /// One scale of `scales:`.
  func lowerScale(_ entry: EntrySyntax) -> Scale {
    let id = id(entry)
    let place = entry.name.place
    guard let mapping = entry.value.asMapping else {
      // The list of grades alone will do.
      let levels = entry.value.asList.map { $0.items.compactMap(lowerLevel) } ?? []
      if entry.value.kind == .scalar {
        reportShape(entry.value, id, "entries, each with a name and a colon")
      }
      return Scale(id: id, title: id, levels: levels, at: place)
    }
    let keys = KeyReader<ScaleKey>(mapping, at: place, self)
    if keys.entry(.levels) == nil { keys.reportMissing(.levels) }
    let levels = keys.items(.levels).compactMap(lowerLevel)
    var scale = Scale(id: id, title: keys.string(.title) ?? id, levels: levels, at: place)
    scale.isOrdered = keys.flag(.ordered) ?? true
    scale.from = keys.day(.from)
    scale.until = keys.day(.until)
    scale.successor = keys.string(.successor)
    scale.note = keys.string(.note)
    scale.source = keys.string(.source)
    if lowersEntities { checkLevels(scale, keys) }
    return scale
  }

  private func lowerLevel(_ node: NodeSyntax) -> Scale.Level? {
    if node.kind == .scalar { return string(node, "levels").map { Scale.Level($0) } }
    guard let mapping = node.asMapping else {
      reportShape(node, "levels", "a text or entries")
      return nil
    }
    let keys = KeyReader<LevelKey>(mapping, at: node.place.firstByte, self)
    guard let name = keys.required(.level) else { return nil }
    return Scale.Level(
      name,
      code: keys.string(.code),
      aliases: keys.texts(.aliases).map(\.value),
      note: keys.string(.note),
      source: keys.string(.source)
    )
  }

  /// A grade's name must mean one grade of its scale.
  private func checkLevels(_ scale: Scale, _ keys: KeyReader<ScaleKey>) {
    var seen: Set<String> = []
    for level in scale.levels {
      // In their order, so that the same one is told on every run.
      let names = ([level.name] + level.aliases + (level.code.map { [$0] } ?? [])).map {
        String(decoding: $0.utf8.map(\.lowercased), as: UTF8.self)
      }
      if let twice = names.first(where: seen.contains) {
        report(
          .ambiguousName,
          "'\(twice)' means two grades of \(scale.title)",
          at: keys.place,
          help: "give one of the grades another name, code or alias"
        )
      }
      seen.formUnion(names)
    }
  }

  func checkSuccessors(_ scales: [Scale]) {
    for scale in scales {
      guard let successor = scale.successor, self.scale(successor, among: scales) == nil else {
        continue
      }
      report(
        .unknownScale,
        "the trust describes no scale '\(successor)'",
        at: scale.place,
        label: "its `successor` is not there",
        help: "describe it under `scales:`, or write the id of one that is there"
      )
    }
  }

  /// The scale that a name means; one that the trust does not describe is reported.
  func lowerScaleName(_ name: Sourced<String>, _ scales: [Scale]) -> Scale? {
    if let scale = scale(name.value, among: scales) { return scale }
    guard name.value != yesNoScaleID else { return nil }
    let isSearched = search.allows(scales.count)
    let ids = (isSearched ? scales : Array(scales.prefix(12))).map(\.id) + [yesNoScaleID]
    let near = isSearched ? nearestNames(to: name.value, among: ids) : []
    report(
      .unknownScale,
      "the trust describes no scale '\(name.value)'",
      at: name.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: near.isEmpty
        ? "describe it under `scales:` in trust.yaml; it has "
          + ids.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        : "write `\(near[0])`, or describe it under `scales:` in trust.yaml"
    )
    return nil
  }
}
