internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// One school of `schools:`.
  func lowerSchool(_ entry: EntrySyntax, _ scales: [Scale]) -> School {
    let id = id(entry)
    let place = entry.name.place
    guard entry.value.kind == .mapping else {
      // A name alone will do: `ketton: Ketton`.
      let name = entry.value.kind == .absent ? id : string(entry.value, id) ?? id
      return School(id: id, name: name, at: place)
    }
    let keys = KeyReader<SchoolKey>(entry.value.asMapping, at: place, self)
    var school = School(id: id, name: keys.required(.name) ?? id, at: place)
    school.aliases = keys.texts(.aliases).map(\.value)
    school.urn = lowerURN(keys)
    school.phase = keys.string(.phase).map {
      String(decoding: $0.utf8.map(\.lowercased), as: UTF8.self)
    }
    school.church = keys.flag(.church)
    school.pupils = keys.wholeNumber(.pupils)
    school.membership = keys.word(.membership, School.Membership.self)?.value ?? .member
    school.joined = keys.period(.joined)
    school.left = keys.period(.left)
    school.route = keys.string(.route)
    school.champion = keys.sourced(.champion).map(owner)
    school.inspections = keys.items(.inspections).compactMap { lowerInspection($0, scales) }
    school.note = keys.string(.note)
    school.source = keys.string(.source)
    return school
  }

  private func lowerURN(_ keys: KeyReader<SchoolKey>) -> String? {
    guard let urn = keys.sourced(.urn) else { return nil }
    if urn.value.utf8.count == 6, urn.value.utf8.allSatisfy(\.isDigit) { return urn.value }
    report(
      .badValue,
      "'\(urn.value)' is not a unique reference number",
      at: urn.place,
      help: "write its six digits; they are on get-information-schools.service.gov.uk"
    )
    return urn.value
  }

  private func lowerInspection(_ node: NodeSyntax, _ scales: [Scale]) -> Inspection? {
    guard let mapping = node.asMapping else {
      reportShape(node, "inspections", "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<InspectionKey>(mapping, at: node.place.firstByte, self)
    if keys.entry(.on) == nil { keys.reportMissing(.on) }
    guard let period = keys.period(.on) else { return nil }
    var inspection = Inspection(on: period, section: keys.required(.section) ?? "")
    let scale = keys.sourced(.scale).flatMap { found in
      lowerScaleName(found, scales).map { (found, $0) }
    }
    inspection.scale = scale?.0.value
    for entry in keys.named(.grades) where entry.value.kind != .absent {
      guard let grade = string(entry.value, entry.name.text) else { continue }
      inspection.grades.append((entry.name.text, grade))
      if let scale = scale?.1 { checkGrade(grade, of: scale, at: entry.value.place) }
    }
    inspection.note = keys.string(.note)
    inspection.source = keys.string(.source)
    return inspection
  }

  private func checkGrade(_ grade: String, of scale: Scale, at place: Place) {
    guard scale.rank(of: grade) == nil else { return }
    let near = search.nearest(to: grade, among: scale.levels.map(\.name))
    report(
      .unknownGrade,
      "'\(grade)' is not a grade of \(scale.title)",
      at: place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "the grades are, best first: "
        + scale.levels.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    )
  }
}
