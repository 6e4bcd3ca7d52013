import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// What is red and what is amber, and by how much: the first thing that anyone wants to know.
  func headlines() -> [Block] {
    let shown = verdicts.filter { !$0.repeatsAnother }
    var blocks: [Block] = []
    for status in [Status.red, .amber] {
      let points = school == nil ? pointsBySchools(shown, status) : points(shown, status)
      if points.isEmpty { continue }
      blocks.append(.gap)
      let name = status == .red ? "Red" : "Amber"
      blocks.append(
        .paragraph(Line([.toned("\(name): \(points.count)", status.tone)]))
      )
      blocks.append(.points(points))
    }
    if !blocks.isEmpty { return blocks }
    let anyGreen = shown.contains { $0.status == .green }
    let words = anyGreen ? "Nothing is red or amber." : "Nothing is red, amber or green yet."
    return statuses.isEmpty ? [.gap, .paragraph(Line(words))] : []
  }

  /// One point for each KPI, or for each of its parts, of a status.
  private func points(_ verdicts: [Verdict], _ status: Status) -> [Point] {
    verdicts.flatMap { verdict -> [Point] in
      let parts = strands(of: verdict).filter { $0.status == status }
      if parts.isEmpty {
        guard verdict.status == status else { return [] }
        return [Point(verdict.mark, headline(title(verdict), verdict))]
      }
      return parts.map { part in
        Point(part.mark, headline("\(title(verdict)), \(strandTitle(part))", part))
      }
    }
  }

  private func headline(_ title: String, _ verdict: Verdict) -> Line {
    Line([.text(title, .strong), .text(": " + position(verdict))])
  }

  /// Value, target and distance in one phrase.
  private func position(_ verdict: Verdict) -> String {
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
    return words.isEmpty ? verdict.outcome.words : words.joined(separator: ", ")
  }

  /// One point for each KPI, naming the schools in which it is of a status.
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
      if let point = point(group, status) { points.append(point) }
    }
    return points
  }

  private func point(_ group: [Verdict], _ status: Status) -> Point? {
    var spans: [String] = []
    for verdict in group where verdict.scope != .trust {
      let parts = strands(of: verdict).filter { $0.status == status }
      let hits = parts.isEmpty && verdict.status == status ? [verdict] : parts
      guard !hits.isEmpty else { continue }
      let figures = hits.map { short($0) }.filter { !$0.isEmpty }
      spans.append(([trust.name(of: verdict.scope)] + figures).joined(separator: " "))
    }
    let ofTrust = group.first { $0.scope == .trust }
    if spans.isEmpty {
      guard let verdict = ofTrust, verdict.status == status else { return nil }
      return Point(verdict.mark, headline(title(verdict), verdict))
    }
    let first = group[0]
    var words = spans.joined(separator: "; ")
    if let target = group.lazy.compactMap(\.target).first {
      words += "; target \(wording(first).words(target))"
    }
    return Point(
      Outcome.mark(of: status),
      Line([.text(title(first), .strong), .text(": " + words)])
    )
  }

  /// A value with its distance, for a list of schools: `77%, 2 points over`.
  private func short(_ verdict: Verdict) -> String {
    let wording = wording(verdict)
    let limits = KPIWording.limits(of: verdict.target)
    var words: [String] = []
    if let reading = verdict.reading { words.append(wording.value(of: reading, beside: limits)) }
    let distance = wording.distance(verdict)
    if !distance.isEmpty { words.append("(\(distance))") }
    let value = words.joined(separator: " ")
    return verdict.strand == nil ? value : "\(strandTitle(verdict)) \(value)"
  }
}

extension Outcome {
  /// The mark of a status without any outcome.
  static func mark(of status: Status) -> Mark {
    Mark(status.letter, status.rawValue, status.tone)
  }
}
