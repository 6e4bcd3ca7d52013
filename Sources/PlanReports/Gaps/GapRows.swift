public import Documents
import PlanModel
import SourceText

/// What plans leave open as rows for spreadsheets, one for each gap.
public func gapRows(_ all: [PlanGaps]) -> Table {
  var table = Table(
    columns: ["trust", "plan", "as-of", "kind", "id", "title", "detail", "place"].map { Column($0) }
  )
  for gaps in all {
    var lines = SourceLines(gaps.files)
    for gap in gaps.gaps {
      let at = gap.place.flatMap { lines.line(of: $0) }
      table.rows.append(
        Row([
          .text(gaps.trust.id), .text(gaps.plan.id), dayCell(gaps.asOf), .text(gap.kind.rawValue),
          .text(gap.id), .text(gap.title), .text(gap.detail),
          at.map { .place(file: $0.file, line: $0.line) } ?? .empty,
        ])
      )
    }
  }
  return table
}
