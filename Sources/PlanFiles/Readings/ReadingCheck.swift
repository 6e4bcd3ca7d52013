internal import PlanModel
internal import SourceText

/// Looks at every field of files of readings and reports what is wrong, each at its column.
struct ReadingCheck {
  /// The problems, in the order of the files.
  private(set) var findings: [Diagnostic] = []
  /// How many further problems there are, too many to keep.
  private(set) var omittedCount = 0
  /// The most problems that are kept: each takes memory.
  private let most: Int

  let names: ReadingNames
  /// Whether every plan was read, so that a KPI that none of them has is an error.
  private let knowsAllPlans: Bool
  /// What is made out about a name of the file at hand, so that it is said once a file.
  private var scopes: [String: Scope?] = [:]
  private var shared = SharedProblems()
  private var search = NameSearch()
  private var strandIndexes: [KPI.ID: IDIndex] = [:]
  /// Rows of the file at hand with more or fewer fields than its header.
  private var odd: [Diagnostic] = []
  /// KPIs of which a plan with mistakes says something, so that their values go unchecked.
  private let unchecked: Set<KPI.ID>
  /// How many values went unchecked for that reason.
  private(set) var uncheckedCount = 0
  private var contexts: [KPI.ID: TargetContext] = [:]
  private var periods: [[UInt8]: Period] = [:]
  private var seen: [RowKey: Place] = [:]
  /// Passes the rows that have nothing wrong with them.
  var quick = QuickRows()
  /// Whether rows are passed without a closer look where that is possible; for a test.
  let isQuick: Bool

  /// What weighs rows that can be read; `nil` where only their writing is checked.
  var plausibility: ReadingPlausibility?
  private(set) var searchesPersonalData = false

  private struct RowKey: Hashable {
    var kpi: KPI.ID
    var strand: String
    var scope: Scope
    var period: Period
    var recorded: Day?
  }

  init(
    _ names: ReadingNames,
    knowsAllPlans: Bool,
    unchecked: Set<KPI.ID> = [],
    most: Int = 10_000,
    isQuick: Bool = true
  ) {
    self.isQuick = isQuick
    self.names = names
    self.knowsAllPlans = knowsAllPlans
    self.unchecked = unchecked
    self.most = most
  }

  /// Asks for what can hardly be meant, besides what cannot be read.
  mutating func weighs(_ trust: Trust, _ plans: [Plan], forPupils: Bool, today: Day? = nil) {
    plausibility = ReadingPlausibility(trust, plans, today: today)
    searchesPersonalData = forPupils
  }

  mutating func report(_ finding: Diagnostic) {
    if findings.count < most { findings.append(finding) } else { omittedCount += 1 }
  }

  /// Checks a file.
  mutating func check(_ file: SourceFile, _ id: FileID) {
    scopes = [:]
    plausibility?.begin(file.name)
    let span = file.bytes.span
    let columns = ReadingColumns(span)
    if let problem = unreadableReadings(file, id, columns) { return report(problem) }
    let start = findings.count
    let isText = checkCharacters(span, id)
    for problem in headerProblems(span, columns, id) { report(problem) }
    guard columns.isComplete else { return }
    quick.begin(isQuick ? columns.columns : [], mindsTexts: searchesPersonalData)
    checkRows(columns, span, id)
    for problem in shared.take() { report(problem) }
    let odd = oddRows(self.odd, columns, span, id)
    // Where the header is the odd one, that is said alone.
    if odd.count < self.odd.count {
      let kept = findings[start...].filter { $0.id != PlanRule.unknownColumn.id }
      findings.replaceSubrange(start..., with: kept)
    }
    for problem in odd { report(problem) }
    self.odd = []
    if !isText { dropDamaged(from: start, span) }
  }

  /// How much was found that keeps a row from being an example of a good one.
  private var problemCount: Int {
    findings.count + omittedCount + shared.count + uncheckedCount
  }

  private mutating func checkRows(_ columns: ReadingColumns, _ span: Span<UInt8>, _ id: FileID) {
    var row = CSVRow()
    var at = columns.firstRow
    while true {
      at = quick.pass(span, from: at, id)
      guard at < span.count else { return }
      let start = at
      at = row.read(span, from: at)
      if row.isBlank { continue }
      let line = RowPlace(file: id, start: start, end: at)
      guard checkWriting(row, columns, line, span) else { continue }
      let known = problemCount
      checkRow(row, columns, line, span)
      if problemCount == known { learnValue(span, row, columns) }
    }
  }

  /// Takes out problems of letters that could not be read: the file's encoding is one already.
  private mutating func dropDamaged(from start: Int, _ span: Span<UInt8>) {
    let kept = findings[start...].filter { problem in
      problem.id == PlanRule.readingsEncoding.id
        || (try? UTF8Span(validating: span.extracting(problem.place.range.indices))) != nil
    }
    findings.replaceSubrange(start..., with: kept)
  }

  /// Where a row stands.
  private struct RowPlace {
    var file: FileID
    var start: Int
    var end: Int

    /// The first byte of the row.
    var first: Place { Place(file, TextRange(start, end)).firstByte }

    func place(_ field: CSVField) -> Place { Place(file, TextRange(field.lower, field.upper)) }
    func place(_ offset: Int) -> Place { Place(file, TextRange(offset, offset + 1)) }
  }

  // MARK: - The writing of a row

  private mutating func checkWriting(
    _ row: CSVRow,
    _ columns: ReadingColumns,
    _ line: RowPlace,
    _ span: Span<UInt8>
  ) -> Bool {
    for fault in row.faults {
      switch fault {
      case .unclosedQuote(let offset):
        report(
          Diagnostic(
            .unclosedQuote,
            "this quotation mark is never closed, so the rest of the file is one text",
            at: line.place(offset),
            help: "close it at the end of the text; a mark within a text is written twice: `\"\"`"
          )
        )
        return false
      case .strayQuote(let offset):
        report(
          Diagnostic(
            .strayQuote,
            span[offset] == UInt8(ascii: "\"")
              ? "a quotation mark within a text" : "text after a closing quotation mark",
            at: line.place(offset),
            help: "put the whole text in quotation marks and write each mark within it twice"
          )
        )
        return false
      }
    }
    guard row.fields.count != columns.columns.count else { return true }
    let more = row.fields.count > columns.columns.count
    let field = more ? row.fields[columns.columns.count] : row.fields[row.fields.count - 1]
    odd.append(
      Diagnostic(
        .fieldCount,
        "this row has \(row.fields.count) field\(row.fields.count == 1 ? "" : "s"), "
          + "the header \(columns.columns.count)",
        at: more ? line.place(field) : Place(line.file, TextRange(field.upper, field.upper)),
        label: more ? "one field too many" : "the row ends here",
        help: span[line.start] == UInt8(ascii: "#")
          ? "remove it: a file of readings has no comments; what it may break is said in trust.yaml"
          : more
            ? "put a text that holds a comma in quotation marks"
            : "add a comma for each field that is left empty"
      )
    )
    return false
  }

  // MARK: - The meaning of a row

  private mutating func checkRow(
    _ row: CSVRow,
    _ columns: ReadingColumns,
    _ line: RowPlace,
    _ span: Span<UInt8>
  ) {
    func field(_ column: ReadingColumn) -> CSVField? { columns[column].map { row.fields[$0] } }
    func text(_ column: ReadingColumn) -> String { field(column)?.string(in: span) ?? "" }
    func place(_ column: ReadingColumn) -> Place {
      field(column).map(line.place) ?? line.place(line.start)
    }
    let kpi = text(.kpi)
    let strand = text(.strand)
    checkKPI(kpi, at: place(.kpi))
    if !strand.isEmpty { checkStrand(strand, of: kpi, at: place(.strand)) }
    let scope = checkScope(text(.scope), at: place(.scope))
    var period: Period?
    if let field = field(.period) {
      let bytes = field.bytes(in: span)
      period = periods[bytes]
      if period == nil {
        period = parsePeriod(sourced(field, bytes, line), &findings)
        periods[bytes] = period
      }
    }
    let value = text(.value)
    learnNames(span, (field(.kpi), kpi), (field(.scope), scope), (field(.period), period))
    checkValue(value, of: kpi, strand, note: text(.note), at: place(.value))
    var day: Day?
    if let field = field(.recorded), !text(.recorded).isEmpty {
      day = Day(text(.recorded))
      if day == nil { reportRecorded(text(.recorded), at: line.place(field)) }
    }
    for column in [ReadingColumn.cohort, .weight] where !text(column).isEmpty {
      checkNumber(text(column), column, at: place(column))
    }
    if searchesPersonalData {
      for column in ReadingColumn.texts {
        guard let text = field(column), !text.isTooShortForPupils else { continue }
        let found = personalData(span, in: text.lower..<text.upper, line.file)
        if found.isEmpty { quick.learnHarmless(span, text) }
        for finding in found { report(finding) }
      }
    }
    if let scope, let period, plausibility != nil, names.measures[kpi]?.isEvidence == false {
      let row = ReadingPlausibility.Row(
        kpi: kpi,
        strand: strand,
        scope: scope,
        period: period,
        value: value,
        cohort: text(.cohort),
        recorded: day,
        valuePlace: place(.value),
        scopePlace: place(.scope),
        periodPlace: place(.period),
        cohortPlace: place(.cohort),
        recordedPlace: place(.recorded)
      )
      let context = context(of: kpi, strand)
      for finding in plausibility?.check(row, context) ?? [] { report(finding) }
    }
    // A row without a value is kept for its note, beside the reading or alone.
    if let scope, let period, !value.isEmpty {
      if strand.isEmpty,
        let key = quick.key(kpi: kpi, scope: scope, period: period, recorded: day)
      {
        return checkDuplicate(key, line)
      }
      let key = RowKey(kpi: kpi, strand: strand, scope: scope, period: period, recorded: day)
      checkDuplicate(key, line)
    }
  }

  private func sourced(_ field: CSVField, _ bytes: [UInt8], _ line: RowPlace) -> SourcedText {
    field.hasDoubled
      ? SourcedText(bytes: bytes, from: line.place(field))
      : SourcedText(bytes: bytes, in: line.file, at: field.lower)
  }

  private mutating func checkKPI(_ id: String, at place: Place) {
    guard names.measures[id] == nil, knowsAllPlans else { return }
    let key = "kpi\n\(id)"
    guard !shared.counts(key, at: place) else { return }
    let near = search.nearest(to: id, among: names.ids)
    shared.add(
      Diagnostic(
        .unknownKPI,
        id.isEmpty ? "the row names no KPI" : "no plan of the trust has a KPI '\(id)'",
        at: place,
        label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
        help: near.isEmpty
          ? "write the id of a KPI, or list it under `evidence:` in a plan"
          : "write `\(near[0])`, or list it under `evidence:` in a plan"
      ),
      key,
      others: id.isEmpty ? "name none" : "name it"
    )
  }

  private mutating func checkStrand(_ strand: String, of kpi: KPI.ID, at place: Place) {
    guard let measure = names.measures[kpi], !has(measure.strands, strand, of: kpi) else { return }
    let key = "strand\n\(kpi)\n\(strand)"
    guard !shared.counts(key, at: place) else { return }
    let near = search.nearest(to: strand, among: measure.strands)
    let list = measure.strands.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    shared.add(
      Diagnostic(
        .unknownStrand,
        "'\(kpi)' has no strand '\(strand)'",
        at: place,
        label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
        help: list.isEmpty
          ? "list it under `strands:` in the plan, or leave the field empty"
          : "its strands are \(list)"
      ),
      key
    )
  }

  /// Whether a KPI has a strand; of many an index is made once.
  private mutating func has(_ strands: [String], _ strand: String, of kpi: KPI.ID) -> Bool {
    guard strands.count > IDIndex.few else { return strands.contains(strand) }
    let index = strandIndexes[kpi] ?? IDIndex(strands)
    strandIndexes[kpi] = index
    return index.position(of: strand) != nil
  }

  private mutating func checkScope(_ name: String, at place: Place) -> Scope? {
    let key = "scope\n\(name)"
    if let known = scopes[name] {
      if known == nil { _ = shared.counts(key, at: place) }
      return known
    }
    let match = names.scope(name, &search)
    if case .one(let scope) = match {
      scopes[name] = scope
      return scope
    }
    scopes[name] = .some(nil)
    var nearest: [String] = []
    var message =
      name.isEmpty ? "the row names no scope" : "'\(name)' is no school or comparator of the trust"
    if case .none(let near) = match { nearest = near }
    if case .several(let found) = match {
      message = "'\(name)' could be " + found.map { "`\($0)`" }.joined(separator: " or ")
    }
    let known = names.scopeLabels.map { "`\($0)`" }.joined(separator: ", ")
    shared.add(
      Diagnostic(
        .unknownSchool,
        message,
        at: place,
        label: nearest.isEmpty ? "" : "did you mean `\(nearest[0])`?",
        help: "write one of \(known)"
      ),
      key,
      others: name.isEmpty ? "name none" : "name it"
    )
    return nil
  }

  private mutating func checkValue(
    _ text: String,
    of kpi: KPI.ID,
    _ strand: String,
    note: String,
    at place: Place
  ) {
    if text.isEmpty {
      guard note.isEmpty else { return }
      report(
        Diagnostic(
          .missingValue,
          "the row says neither a value nor why there is none",
          at: place,
          help: "write the value, `awaited`, `not collected`, or a note that says what was found"
        )
      )
      return
    }
    guard let measure = names.measures[kpi], !measure.isEvidence else { return }
    let own = measure.ownStrands[strand]
    guard !(own?.isScaleUnknown ?? measure.isScaleUnknown) else { return }
    let scale = own.map(\.scale) ?? measure.scale
    // Most values are bare figures.
    if scale == nil, ExactNumber(text) != nil { return }
    guard !fits(text, context(of: kpi, strand)) else { return }
    if unchecked.contains(kpi) {
      uncheckedCount += 1
      return
    }
    if let problem = valueProblem(text, measure, strand: strand, names, at: place) {
      report(problem)
    }
  }

  /// What values of a KPI or its strand are read against, made once.
  private mutating func context(of kpi: KPI.ID, _ strand: String) -> TargetContext {
    let measure = names.measures[kpi]
    let key = measure?.ownStrands[strand] == nil ? kpi : "\(kpi)\n\(strand)"
    if let known = contexts[key] { return known }
    let made = names.context(for: measure, strand: strand)
    contexts[key] = made
    return made
  }

  private mutating func reportRecorded(_ text: String, at place: Place) {
    var ignored: [Diagnostic] = []
    let meant = parseDay(SourcedText(text, in: place.file), &ignored)
    let isDate = ignored.contains { $0.id == PlanRule.impossibleDate.id }
    let rule: PlanRule = isDate ? .impossibleDate : .badValue
    // Of a day that is written in another way it is said which day that may be.
    let isKnown = isDate || ignored.contains { $0.id == PlanRule.periodSyntax.id }
    report(
      Diagnostic(
        rule,
        isKnown ? ignored[0].message : "'\(text)' is not a day",
        at: place,
        help: meant.map { "write `\($0)`" } ?? (isKnown ? ignored[0].help : nil)
          ?? "write the year, the month and the day: `2016-07-14`, or leave it empty"
      )
    )
  }

  private mutating func checkNumber(_ text: String, _ column: ReadingColumn, at place: Place) {
    if let number = ExactNumber(text), number >= .zero, column == .weight || number.decimals == 0 {
      return
    }
    report(
      Diagnostic(
        .badValue,
        "'\(text)' is not a \(column == .cohort ? "number of people" : "weight")",
        at: place,
        help: "write a number, such as `\(column == .cohort ? "28" : "0.5")`, or leave it empty"
      )
    )
  }

  private mutating func checkDuplicate(_ key: UInt64, _ line: RowPlace) {
    if let first = quick.first(key, at: line.first) { reportDuplicate(line, first) }
  }

  private mutating func checkDuplicate(_ key: RowKey, _ line: RowPlace) {
    guard let first = seen[key] else {
      seen[key] = line.first
      return
    }
    reportDuplicate(line, first)
  }

  private mutating func reportDuplicate(_ line: RowPlace, _ first: Place) {
    report(
      Diagnostic(
        .duplicateReading,
        "this reading is given twice, and the later row counts",
        at: line.first,
        help: "remove one of the rows, or say in `recorded` when the correction was made",
        notes: [Note("here it was given first", at: first)]
      )
    )
  }
}
