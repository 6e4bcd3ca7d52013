import PlanModel
import PlanReports
import SourceText
import TestSupport
import Testing

/// Whether each figure of a table can be read in a record.
private func shown(_ table: SumTable, in record: TrustRecord) -> [Bool] {
  table.figures.map { figure in
    let reading = figure.reading
    let found = record.readings.series(reading.kpi, reading.strand, reading.scope)
    return found.contains { $0.period == reading.period && $0.value == reading.value }
      && reading.value != .missing(.suppressed)
  }
}

@Suite struct HiddenFigureTests {
  @Test func `no small figure follows from what is shown`() {
    var random = SeededGenerator(seed: 9_000)
    var hidden = 0
    var kept = 0
    var calculable = 0
    for _ in 0..<50 {
      let table = SumTable(&random)
      let isShown = shown(table, in: table.record.shown(to: .everyone))
      for (figure, isShown) in zip(table.figures, isShown) {
        #expect(!(figure.isSmall && isShown))
        if isShown { kept += 1 } else { hidden += 1 }
      }
      #expect(table.determined(where: isShown).isEmpty)
      // The check itself: hiding only small figures gives many of them away.
      calculable += table.determined(where: table.figures.map { !$0.isSmall }).count
    }
    #expect(calculable > 30)
    #expect(hidden > 200 && kept > 200, "\(hidden) hidden, \(kept) kept")
  }

  @Test func `where no group is small everything is shown, and so it is to those who work with it`()
  {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      let table = SumTable(&random)
      var record = table.record
      let inside = record.shown(to: .staff)
      #expect(shown(table, in: inside) == shown(table, in: record))
      record.trust.smallCohort = 0
      let isSmall = table.figures.contains { $0.reading.value == .missing(.suppressed) }
      if !isSmall { #expect(shown(table, in: record.shown(to: .everyone)).allSatisfy { $0 }) }
    }
  }

  @Test func `a school sees its own figures whatever they are`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      let table = SumTable(&random)
      let isShown = shown(table, in: table.record.shown(to: .school, schools: ["alder"]))
      for (figure, isShown) in zip(table.figures, isShown) {
        let isGap = figure.reading.value == .missing(.suppressed)
        if figure.reading.scope == .school("alder"), !isGap { #expect(isShown) }
        if figure.reading.scope == .school("beech"), figure.isSmall { #expect(!isShown) }
      }
    }
  }
}
