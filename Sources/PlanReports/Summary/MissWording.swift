import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// What is red or amber under a heading, the furthest from its target first.
  ///
  /// - Parameters:
  ///   - misses: What is, in this order.
  ///   - status: Red or amber.
  ///   - most: The most points that are told.
  /// - Returns: A heading with points; for red a sentence where there is none.
  func blocks(_ misses: [Miss], _ status: Status, most: Int = .max) -> [Block] {
    if misses.isEmpty {
      guard status == .red, statuses.isEmpty else { return [] }
      let isSilent = !evaluation.verdicts.contains { $0.status != .grey }
      return [.paragraph(Line(isSilent ? nothingKnownWords : "Nothing is red."))]
    }
    let shown = misses.prefix(most)
    let name = status == .red ? "Red" : "Amber"
    // Where a KPI has several lines, the count above is of KPIs and not of lines: both are said.
    let kpis = Miss.kpiCount(misses)
    let hasParts = kpis < misses.count
    let lines = hasParts ? "\(counted(kpis, "KPI")), a line for each part; " : ""
    let all = hasParts ? " parts of \(counted(kpis, "KPI"))" : ""
    let what =
      misses.count > shown.count
      ? ": the \(shown.count) furthest from their targets, of \(misses.count)\(all)"
      : misses.count > 1 ? ": \(lines)the furthest from its target first" : ""
    // The period is said once where all the figures have the same.
    let only = onlyPeriod(shown.flatMap { $0.verdicts.prefix(2) })
    let period =
      only != nil && onlyPeriod(verdicts) == nil ? only.map { ", for \(periodWords($0))" } : nil
    return [
      .heading(Line([.toned(name, status.tone), .text((period ?? "") + what)]), level: 2),
      .points(shown.map { Point($0.furthest.mark, line(of: $0, tellsPeriod: only == nil)) }),
    ]
  }

  /// One miss in a line: what, the target, where, and by how much.
  ///
  /// - Parameters:
  ///   - miss: What was missed.
  ///   - tellsPeriod: Whether each figure says its period, because they differ.
  /// - Returns: The line.
  func line(of miss: Miss, tellsPeriod: Bool) -> Line {
    let first = miss.furthest
    var title = title(first)
    if first.strand != nil { title += ", \(strandTitle(first))" }
    func period(_ verdict: Verdict) -> String {
      guard tellsPeriod, let reading = verdict.reading else { return "" }
      return " (\(periodWords(reading.period)))"
    }
    guard school == nil, first.scope != .trust else {
      return Line([.text(title, .strong), .text(": \(position(first))\(period(first))")])
    }
    let target = first.target.map { ", target \(wording(first).words($0))" } ?? ""
    let told = miss.verdicts.prefix(miss.verdicts.count > 2 ? 1 : 2).map { verdict in
      let words = short(verdict)
      // A name and a figure stand apart by themselves, a name and a grade do not.
      let isFigure = words.utf8.first.map { !UInt8.letters.contains($0 | 0x20) } ?? true
      return "\(trust.name(of: verdict.scope))\(isFigure ? "" : ":") \(words)\(period(verdict))"
    }
    var words = told.joined(separator: "; ")
    if miss.verdicts.count > told.count {
      words = "\(miss.verdicts.count) of \(miss.judged) schools judged, furthest \(words)"
    }
    return Line([.text(title, .strong), .text("\(target): \(words)")])
  }
}

extension UInt8 {
  /// The small letters.
  fileprivate static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
}
