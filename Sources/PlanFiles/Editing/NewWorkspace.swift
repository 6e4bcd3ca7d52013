public import PlanModel

/// A file of a new workspace.
public struct NewFile: Sendable, Hashable {
  /// Where it goes, below the folder of the trust.
  public var path: String
  /// What it holds.
  public var text: String

  /// Creates a file.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// The files with which a trust begins: small, valid, and with comments that say what to change.
///
/// - Parameters:
///   - name: The name of the trust's folder, from which its id is made.
///   - year: The first school year of its plan.
/// - Returns: The files, in the order in which a person reads them.
public func newWorkspace(named name: String, from year: AcademicYear) -> [NewFile] {
  let made = suggestedID(name)
  let id = isID(made) ? made : "our-trust"
  let last = AcademicYear(startingIn: year.start + 2)
  let file = "\(year.start)-\(String(year.next.start).suffix(2))"
  return [
    NewFile(path: "trust.yaml", text: trustText(id)),
    NewFile(path: "plans/our-plan.yaml", text: planText(year, last)),
    NewFile(path: "readings/\(file).csv", text: readingsText(year)),
  ]
}

private func trustText(_ id: String) -> String {
  """
  # yaml-language-server: $schema=schemas/trust.schema.json
  # Who you are. Indent with two spaces, never with tabs; what follows a # is a comment.
  trust: \(id)
  name: Our Trust                  # write your own
  current-plan: our-plan           # the plan that is meant where none is named

  schools:
    # The word before the colon is the id: small letters, joined by hyphens. It stays for ever.
    first-school:
      name: First School
      aliases: [First]             # other names that people use
    second-school:
      name: Second School

  roles:                           # who can own a KPI or an action; roles, not people's names
    cfo: CFO
    head: Headteacher

  # Who is written to every week: take the # away and put in addresses, then `rlt mail weekly`.
  # mail:
  #   from: clerk@example.org
  # recipients:
  #   finance:
  #     role: CFO
  #     address: cfo@example.org
  #   head-first-school:
  #     role: Headteacher
  #     address: head@example.org
  #     schools: first-school

  """
}

private func planText(_ year: AcademicYear, _ last: AcademicYear) -> String {
  """
  # yaml-language-server: $schema=../schemas/plan.schema.json
  # What you promise: strategies, priorities under them, KPIs under those, and each year's actions.
  plan: our-plan
  title: Our plan
  years: \(year) to \(last)

  strategies:
    sustainable:
      title: A sustainable trust
      priorities:
        finance:
          title: Every pound works for pupils
          kpis:
            finance.staffing:
              title: Staff costs
              unit: "% of total income"        # a percentage says what it is a share of
              target: below 75%                # also: at least 98%, between 20 and 22.5, at least Good
              # amber: up to 76%               # a miss inside this is "nearly"; never assumed
              for: every school
              owner: CFO
              years:
                \(year):
                  actions:
                    - id: compare-supply-costs
                      action: Compare supply costs across the schools
                      owner: CFO
                      due: \(year.next.start)-03-31
                      status: open

  """
}

private func readingsText(_ year: AcademicYear) -> String {
  """
  kpi,scope,period,value,recorded,basis,source,note
  finance.staffing,first-school,\(year),77%,,,,an example: replace it with your own figure
  finance.staffing,second-school,\(year),72%,,,,an example: replace it with your own figure

  """
}
