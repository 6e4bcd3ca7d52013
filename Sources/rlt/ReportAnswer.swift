import Documents
import PlanReports

/// A report in every form it has; nothing is made before it is asked for.
struct ReportAnswer {
  /// What the report is called, as the title of a page begins.
  var name: String
  /// Whether a terminal too is told what the marks mean; a page always is.
  var explainsMarks = true
  /// What it says of each trust or school.
  var parts: () -> [ReportPart]
  /// The same as rows for spreadsheets and data tools.
  var rows: () -> Table
  /// The same as JSON.
  var json: () -> [UInt8]
}

extension Session {
  /// Writes a report in the form that was asked for, to where it was asked for.
  func answer(_ report: ReportAnswer, in form: ReportFormat) throws {
    switch form {
    case .text: try write(drawn(text(of: report)))
    case .markdown: try write(MarkdownRenderer().render(reportPage(report.name, report.parts())))
    case .html: try write(HTMLRenderer().render(reportPage(report.name, report.parts())))
    case .csv: try write(CSVRenderer().render(report.rows()))
    case .json: try write(report.json())
    }
  }

  /// The parts of a report one below the other, each with what its marks mean.
  private func text(of report: ReportAnswer) -> Document {
    pages(report.parts()) { part in
      var document = part.document
      if report.explainsMarks, !part.legend.isEmpty {
        document.append(.gap)
        document.append(.legend(part.legend))
      }
      return document
    }
  }
}
