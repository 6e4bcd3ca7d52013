internal import PlanModel

extension ReadingCheck {
  /// Where the columns of a file stand, looked up once.
  struct Positions {
    var kpi, scope, period, value, recorded, note: Int?
    /// The columns that must be empty for a row to be passed at a glance.
    var empty: [Int]

    init(_ columns: ReadingColumns) {
      kpi = columns[.kpi]
      scope = columns[.scope]
      period = columns[.period]
      value = columns[.value]
      recorded = columns[.recorded]
      note = columns[.note]
      empty = [ReadingColumn.strand, .cohort, .weight].compactMap { columns[$0] }
    }
  }

  /// The number of a row that has nothing wrong with it; `nil` where it must be looked at.
  mutating func pass(
    _ row: CSVRow,
    _ positions: Positions,
    _ span: Span<UInt8>
  ) -> UInt64? {
    guard let kpi = positions.kpi, let scope = positions.scope, let period = positions.period,
      let value = positions.value
    else { return nil }
    for column in positions.empty where row.fields[column].lower != row.fields[column].upper {
      return nil
    }
    if let note = positions.note, row.fields[note].upper - row.fields[note].lower > 10 {
      return nil
    }
    return quick.pass(
      span,
      kpi: row.fields[kpi],
      scope: row.fields[scope],
      period: row.fields[period],
      value: row.fields[value],
      recorded: positions.recorded.map { row.fields[$0] }
    )
  }

  /// Notes what of a row was found to be in order, so that the next like it can be passed.
  mutating func learn(
    _ span: Span<UInt8>,
    _ kpi: (field: CSVField?, id: KPI.ID),
    _ scope: (field: CSVField?, value: Scope?),
    _ period: (field: CSVField?, value: Period?)
  ) {
    guard let field = kpi.field, field.upper - field.lower == kpi.id.utf8.count,
      let measure = names.measures[kpi.id], !measure.isEvidence, !measure.isScaleUnknown,
      measure.scale == nil
    else { return }
    var place: (field: CSVField, value: Scope)?
    if let field = scope.field, let value = scope.value,
      plausibility?.isSteady(value) ?? true
    {
      place = (field, value)
    }
    var time: (field: CSVField, value: Period)?
    if let field = period.field, let value = period.value,
      plausibility?.isOfYear(value) ?? true
    {
      time = (field, value)
    }
    quick.learn(span, kpi: field, measure.unit, scope: place, period: time)
  }
}
