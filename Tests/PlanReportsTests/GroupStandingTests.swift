import Documents
import PlanEvaluation
import PlanModel
import TestSupport
import Testing

@testable import PlanReports

@Suite struct GroupStandingTests {
  private let trust = ChangingTrust()

  @Test(arguments: [[], ["alder"], ["alder", "beech"]])
  func `the strategies together have the counts of the whole`(schools: [String]) {
    let subject = trust.subject(on: "2017-03-06", schools)
    let standings = subject.groupStandings(subject.verdicts)
    let scopes: [Scope] = schools.isEmpty ? [.trust] : schools.map { .school($0) }
    #expect(!standings.isEmpty)
    for scope in scopes {
      let counts = StatusCounts(subject.verdicts.filter { $0.scope == scope })
      for isOfPriority in [false, true] {
        let own = standings.filter { $0.scope == scope && ($0.priority != nil) == isOfPriority }
        for status in ReportSubject.statusOrder {
          #expect(own.reduce(0) { $0 + $1[status] } == counts[status], "\(scope) \(status)")
        }
      }
    }
    #expect(standings.allSatisfy { scopes.contains($0.scope) })
  }

  @Test func `the worst status is told, and what is unknown is worse than green`() {
    var standing = GroupStanding(strategy: 0, priority: nil, scope: .trust)
    #expect(standing.worst == nil)
    #expect(standing.words == "")
    let subject = trust.subject(on: "2017-03-06")
    let ofTrust = subject.verdicts.filter { $0.scope == .trust && !$0.repeatsAnother }
    var seen: Set<Status> = []
    let order: [Status] = [.green, .grey, .amber, .red]
    for status in order {
      guard let verdict = ofTrust.first(where: { $0.status == status }) else { continue }
      standing.add(verdict)
      seen.insert(status)
      #expect(standing.worst == order.last(where: seen.contains))
    }
    #expect(seen.count > 2)
  }

  @Test func `a page and its JSON say how priorities stand`() {
    let subject = trust.subject(on: "2017-03-06")
    let standing = subject.groupStandings(subject.verdicts).first { $0.priority != nil }
    let words = standing?.words ?? "?"
    #expect(drawn(statusReport(subject), width: 120).contains("  People (\(words))\n"))
    let json = String(decoding: statusJSON([subject]), as: UTF8.self)
    #expect(json.contains("\"priority\": \"people\", \"title\": \"People\", \"scope\": \"trust\""))
  }
}

@Suite struct ChampionTests {
  private func gaps(_ changes: [(String, String)], _ day: String) throws -> [Gap] {
    let trust = ChangingTrust(changes)
    let request = EvaluationRequest(asOf: try #require(Day(day)))
    return PlanGaps(of: trust.record, plan: trust.plan, request, files: trust.files).gaps
      .filter { $0.kind == .schoolWithoutChampion }
  }

  @Test(arguments: [
    ("2016-12-01", ["beech", "dogwood"]), ("2017-01-20", ["beech", "cedar", "dogwood"]),
    ("2017-03-06", ["beech", "cedar"]),
  ])
  func `schools of the day without a champion are a gap`(day: String, schools: [String]) throws {
    let found = try gaps([("alder: Alder", "alder: {name: Alder, champion: cfo}")], day)
    #expect(found.map(\.id) == schools)
  }

  @Test func `a trust without any champion is governed in another way`() throws {
    #expect(try gaps([], "2017-03-06").isEmpty)
  }
}

@Suite struct ListRowTests {
  @Test func `lists for spreadsheets run nothing that stands in a file`() throws {
    let trust = ChangingTrust([
      ("action: Ask parents", "action: \"=HYPERLINK(1)\""), ("Half way", "+1 for half way"),
    ])
    let day = try #require(Day("2017-03-06"))
    let record = trust.record.trust
    let actions = ActionSelection(trust: record, plan: trust.plan, asOf: day, files: trust.files)
    let milestones = MilestoneSelection(
      trust: record,
      plan: trust.plan,
      asOf: day,
      files: trust.files
    )
    let first = String(decoding: CSVRenderer().render(actionRows([actions])), as: UTF8.self)
    #expect(first.contains(",\"'=HYPERLINK(1)\","))
    let second = String(decoding: CSVRenderer().render(milestoneRows([milestones])), as: UTF8.self)
    #expect(second.contains(",\"'+1 for half way\","))
    // A day left that is past is a figure and keeps its sign.
    #expect(first.contains(",-4,"))
  }
}

@Suite struct UnheardSchoolTests {
  @Test(arguments: [
    ("2016-12-01", "Not yet joined: Cedar."), ("2016-12-01", ""), ("2017-03-06", ""),
  ])
  func `a school that has not joined is not blamed for having no reading`(
    day: String,
    line: String
  ) {
    let page = drawn(statusReport(ChangingTrust().subject(on: day)), width: 120)
    #expect(!page.contains("No reading at all: Cedar"))
    #expect(page.contains(line) || line.isEmpty)
  }
}
