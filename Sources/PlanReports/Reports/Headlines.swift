import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// What is red and what is amber, and by how much: the first thing that anyone wants to know.
  func headlines() -> [Block] {
    let shown = verdicts.filter { !$0.repeatsAnother }
    var blocks: [Block] = []
    for status in [Status.red, .amber] {
      let isThere = shown.contains { verdict in
        verdict.status == status || verdict.parts.contains { $0.status == status }
      }
      guard isThere else { continue }
      let points = school == nil ? pointsBySchools(shown, status) : points(shown, status)
      if points.isEmpty { continue }
      blocks.append(.gap)
      let name = status == .red ? "Red" : "Amber"
      blocks.append(
        .paragraph(Line([.toned(name, status.tone)]))
      )
      blocks.append(.points(points))
    }
    if !blocks.isEmpty { return blocks }
    let anyGreen = shown.contains { $0.status == .green }
    let words = anyGreen ? "Nothing is red or amber." : nothingKnownWords
    return statuses.isEmpty ? [.gap, .paragraph(Line(words))] : []
  }

  /// That nothing has a colour; of a plan that has ended, that nothing had one at its end.
  var nothingKnownWords: String {
    evaluation.planEnded
      ? "Nothing was red, amber or green when the plan ended: too little was known."
      : "Nothing is red, amber or green yet."
  }

  /// One point for each KPI, or for each of its parts, of a status.
  private func points(_ verdicts: [Verdict], _ status: Status) -> [Point] {
    verdicts.flatMap { verdict -> [Point] in
      let parts = strands(of: verdict).filter { $0.status == status }
      if parts.isEmpty {
        guard verdict.status == status else { return [] }
        return [Point(verdict.mark, headline(title(verdict), verdict))]
      }
      return merged(parts).map { parts in
        // Parts that say the same are told once.
        let which = parts.count == 1 ? strandTitle(parts[0]) : counted(parts.count, "part")
        return Point(parts[0].mark, headline("\(title(verdict)), \(which)", parts[0]))
      }
    }
  }

  /// Parts of a KPI, those together that stand at the same.
  private func merged(_ parts: [Verdict]) -> [[Verdict]] {
    var groups: [(position: String, parts: [Verdict])] = []
    for part in parts {
      let position = position(part)
      if let index = groups.firstIndex(where: { $0.position == position }) {
        groups[index].parts.append(part)
      } else {
        groups.append((position, [part]))
      }
    }
    return groups.map(\.parts)
  }

  private func headline(_ title: String, _ verdict: Verdict) -> Line {
    Line([.text(title, .strong), .text(": " + position(verdict))])
  }

  /// Value, target and distance in one phrase.
  func position(_ verdict: Verdict) -> String {
    let wording = wording(verdict)
    var words: [String] = []
    if let reading = verdict.reading {
      let limits = KPIWording.limits(of: verdict.target)
      words.append(wording.valueWithNoun(of: reading, beside: limits))
    } else if let members = verdict.members {
      words.append(memberWords(members))
    }
    if let target = verdict.target { words.append("target \(wording.words(target))") }
    let distance = wording.distance(verdict)
    if !distance.isEmpty { words.append(distance) }
    if verdict.outcome == .excepted { words.append("excused") }
    guard var text = words.first else { return verdict.outcome.words }
    for word in words[1...] { text += ", " + word }
    return text
  }

  /// One point for each KPI or part of it, naming the schools in which it is of a status.
  private func pointsBySchools(_ verdicts: [Verdict], _ status: Status) -> [Point] {
    var points: [Point] = []
    var at = 0
    while at < verdicts.count {
      let path = verdicts[at].path
      var group: [Verdict] = []
      while at < verdicts.count, verdicts[at].path == path {
        group.append(verdicts[at])
        at += 1
      }
      points += self.points(ofKPI: group, status)
    }
    return points
  }

  private func points(ofKPI group: [Verdict], _ status: Status) -> [Point] {
    // The verdicts that are of the status, those of one part together.
    var hits: [(strand: String?, verdicts: [Verdict])] = []
    for verdict in group where verdict.scope != .trust {
      let parts = strands(of: verdict).filter { $0.status == status }
      for hit in parts.isEmpty && verdict.status == status ? [verdict] : parts {
        if let index = hits.firstIndex(where: { $0.strand == hit.strand }) {
          hits[index].verdicts.append(hit)
        } else {
          hits.append((hit.strand, [hit]))
        }
      }
    }
    if hits.isEmpty { return points(group.filter { $0.scope == .trust }, status) }
    return hits.map { _, verdicts in
      var title = title(verdicts[0])
      if verdicts[0].strand != nil { title += ", \(strandTitle(verdicts[0]))" }
      let target = verdicts[0].target.map { ", target \(wording(verdicts[0]).words($0))" } ?? ""
      let schools = verdicts.map { "\(trust.name(of: $0.scope)) \(short($0))" }
      return Point(
        Outcome.mark(of: status),
        Line([
          .text(title, .strong), .text("\(target): " + schools.joined(separator: "; ")),
        ])
      )
    }
  }

  /// A value with its distance, for a list of schools: `77%, 2 points over`.
  func short(_ verdict: Verdict) -> String {
    let wording = wording(verdict)
    let limits = KPIWording.limits(of: verdict.target)
    let value = verdict.reading.map { wording.valueWithUnit(of: $0, beside: limits) }
    let members = verdict.members.map(memberWords)
    let distance = wording.distance(verdict)
    return [value ?? members ?? verdict.outcome.words, distance].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension Outcome {
  /// The mark of a status without any outcome.
  static func mark(of status: Status) -> Mark {
    Mark(status.letter, status.rawValue, status.tone)
  }
}
