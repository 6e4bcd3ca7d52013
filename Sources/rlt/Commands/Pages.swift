import Documents
import PlanReports

/// One page for each subject, one below the other.
func pages<Subject>(_ subjects: [Subject], _ page: (Subject) -> Document) -> Document {
  var all = Document()
  for (index, subject) in subjects.enumerated() {
    if index > 0 {
      all.append(.gap)
      all.append(.gap)
    }
    all.append(contentsOf: page(subject))
  }
  return all
}
