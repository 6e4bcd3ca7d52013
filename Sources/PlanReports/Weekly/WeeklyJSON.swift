import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// What weeks say as JSON, schema `rlt.report-weekly/1`.
public func weeklyJSON(_ stories: [WeeklyStory]) -> [UInt8] {
  var json = JSONWriter()
  let only = stories.count == 1 ? stories.first : nil
  json.object { json in
    json.field("schema", "rlt.report-weekly/1")
    json.field("trust", only?.changes.now.trust.id)
    json.field("plan", only?.changes.now.plan.id)
    json.field("school", only?.changes.now.school?.id)
    json.field("from", stories.first?.changes.from.description)
    json.field("to", stories.first?.changes.to.description)
    json.array("weeks") { json in
      for story in stories { json.object { json in story.writeHead(&json) } }
    }
    json.array("movements") { json in
      for story in stories { write(story.changes.movements, story.changes.now, &json) }
    }
    json.array("work") { json in
      for story in stories {
        for event in story.changes.work {
          json.object { json in event.write(story.changes.now, &json) }
        }
      }
    }
    let parts: [(String, (WeeklyStory) -> [DueWork])] = [
      ("overdue", { $0.overdue }), ("waiting", { $0.waiting }), ("due", { $0.dueSoon }),
    ]
    for (part, work) in parts {
      json.writtenKey(part)
      json.array { json in
        for story in stories {
          for due in work(story) { json.object { json in story.write(due, &json) } }
        }
      }
    }
    json.array("silent") { json in
      for story in stories { story.writeSilent(&json) }
    }
  }
  json.endLine()
  return json.bytes
}

extension WeeklyStory {
  fileprivate func writeHead(_ json: inout JSONWriter) {
    changes.now.writeHead(&json)
    json.field("subject", subjectLine)
    json.field("week", monday.description)
    json.field("missed-since", missedSince?.description)
    json.field("last-message", lastMessage?.description)
    json.field("nothing-new", isEmpty)
    json.object("counts") { json in
      json.field("green", counts[.green])
      json.field("amber", counts[.amber])
      json.field("red", counts[.red])
      json.field("grey", counts[.grey])
      json.field("new-red", newRedCount)
      json.field("overdue", overdue.count)
      json.field("waiting", waiting.count)
    }
  }

  fileprivate func write(_ due: DueWork, _ json: inout JSONWriter) {
    json.field("trust", changes.now.trust.id)
    json.field("what", due.isMilestone ? "milestone" : "action")
    json.field("id", due.id)
    json.field("text", due.text)
    json.array("owners", due.owners(in: changes.now.trust))
    json.field("due-day", due.due.description)
    json.field("days-left", Int(due.due.number - changes.to.number))
    json.field("new", due.isNew)
    json.field("waits-for", due.waitsFor)
  }

  fileprivate func writeSilent(_ json: inout JSONWriter) {
    for owner in silent {
      for kpi in owner.kpis {
        json.object { json in
          json.field("trust", changes.now.trust.id)
          json.field("owner", owner.name)
          json.field("kpi", kpi.id)
          json.field("title", kpi.title)
          json.field("frequency", kpi.frequency.rawValue)
          json.field("last", kpi.last?.description)
          json.array("schools", kpi.schools)
          json.field("escalated-to", escalatesTo)
        }
      }
    }
  }
}
