internal import PlanModel
internal import SourceText

extension ReadingCheck {
  /// Notes which names of a row were found to be in order, so that the next like it can be passed.
  mutating func learnNames(
    _ span: Span<UInt8>,
    _ kpi: (field: CSVField?, id: KPI.ID),
    _ scope: (field: CSVField?, value: Scope?),
    _ period: (field: CSVField?, value: Period?)
  ) {
    guard let field = kpi.field, field.upper - field.lower == kpi.id.utf8.count,
      let measure = names.measures[kpi.id], !measure.isScaleUnknown
    else { return }
    var place: (field: CSVField, value: Scope)?
    if let field = scope.field, let value = scope.value,
      plausibility?.isSteady(value) ?? true
    {
      place = (field, value)
    }
    var time: QuickRows.Time?
    if let field = period.field, let value = period.value,
      plausibility?.isOfYear(value) ?? true
    {
      let days = plausibility?.days(whenRecorded: value) ?? .min ... .max
      time = QuickRows.Time(field: field, value: value, recorded: days)
    }
    let values: QuickRows.Values =
      if measure.isEvidence {
        .any
      } else if measure.scale != nil {
        .words
      } else {
        .figures(
          measure.unit?.mark ?? UnitMark.none,
          areShares: measure.unit.map { isShare($0) } ?? false,
          areFarFromOne: plausibility?.isFarFromOne(kpi.id) ?? false
        )
      }
    quick.learn(span, kpi: field, values, scope: place, period: time)
  }

  /// Notes the value, group and weight of a row that has nothing wrong with it.
  mutating func learnValue(_ span: Span<UInt8>, _ row: CSVRow, _ columns: ReadingColumns) {
    func field(_ column: ReadingColumn) -> CSVField? {
      columns[column].map { row.fields[$0] }.flatMap { $0.isQuoted ? nil : $0 }
    }
    guard let kpi = field(.kpi), let value = field(.value), value.lower < value.upper else {
      return
    }
    if let field = field(.weight) { quick.learnWeight(span, field) }
    if let field = field(.cohort) {
      // A gap tells of nobody, however small the group, so that only a figure shows a good one.
      guard field.lower == field.upper || span.isFigure(value.lower, value.upper, isShare: false)
      else { return }
      quick.learnCohort(span, field)
    }
    // Whether a grade is in order depends on the day where its scale began or ended.
    let scale = names.measures[kpi.string(in: span)]?.scale
    if let scale, scale.from != nil || scale.until != nil { return }
    quick.learn(span, kpi: kpi, value: value)
  }

  /// Whether figures of a unit are parts of a whole, which only matters where rows are weighed.
  private mutating func isShare(_ unit: Unit) -> Bool { plausibility?.isShare(unit) ?? false }
}
