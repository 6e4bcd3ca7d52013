import Documents
import PlanEvaluation
import PlanModel

/// Movements as points, one for each KPI or part, naming the schools in which it moved.
///
/// - Parameters:
///   - movements: The movements, in the order in which they are told.
///   - trust: The trust.
///   - plan: The plan of the second day.
///   - namesSchools: Whether schools are named; not on a page of one school.
///   - most: The most schools, or groups of schools, that one point tells of.
/// - Returns: The points: `Attendance at Ketton: green to red, 97.1% to 95.9%`.
func movementPoints(
  _ movements: [Movement],
  _ trust: Trust,
  _ plan: Plan,
  namesSchools: Bool = true,
  most: Int = 12
) -> [Point] {
  var groups: [[Movement]] = []
  var numbers: [PointKey: Int] = [:]
  for movement in movements {
    if let number = numbers[PointKey(movement)] {
      groups[number].append(movement)
    } else {
      numbers[PointKey(movement)] = groups.count
      groups.append([movement])
    }
  }
  var points: [(movement: Movement, count: Int, words: String)] = []
  for group in groups {
    let wording = plan.wording(plan[group[0].now.path], of: trust)
    let words = words(group, wording, namesSchools, most: most)
    // Parts of a KPI that say the same are told once.
    let same = points.lastIndex { point in
      point.movement.isOtherPart(of: group[0]) && point.words.utf8.elementsEqual(words.utf8)
    }
    if let same { points[same].count += 1 } else { points.append((group[0], 1, words)) }
  }
  return points.map { movement, count, words in
    let wording = KPIWording(trust: trust, kpi: plan[movement.now.path])
    var title = wording.kpi.title
    if count > 1 {
      title += ", \(counted(count, "part"))"
    } else if movement.now.strand != nil {
      title += ", \(wording.title(ofPart: movement.now))"
    }
    return Point(movement.now.mark, Line([.text(title, .strong), .text(words)]))
  }
}

/// What follows the title of a KPI or part: where it moved, and how.
private func words(
  _ group: [Movement],
  _ wording: KPIWording,
  _ namesSchools: Bool,
  most: Int
) -> String {
  let trust = wording.trust
  let target = group[0].missedTarget(wording)
  var moves: [(words: String, schools: [String])] = []
  var numbers: [String: Int] = [:]
  for movement in group {
    let words = movement.words(wording)
    let isSchool = if case .school = movement.now.scope { namesSchools } else { false }
    let names = isSchool ? [trust.name(of: movement.now.scope)] : []
    if let number = numbers[words] {
      moves[number].schools += names
    } else {
      numbers[words] = moves.count
      moves.append((words, names))
    }
  }
  if moves.count == 1, let only = moves.first {
    let tail = target.isEmpty ? "" : ", \(target)"
    return (only.schools.isEmpty ? "" : " at \(schoolNames(only.schools, trust))")
      + ": \(only.words)\(tail)"
  }
  var told = moves.prefix(moves.count > most + 1 ? most : moves.count).map { move in
    (move.schools.isEmpty ? "" : "\(schoolNames(move.schools, trust)) ") + move.words
  }
  let rest = moves.dropFirst(told.count).flatMap(\.schools)
  if !rest.isEmpty { told.append("and \(counted(rest.count, "more school", "more schools"))") }
  return (target.isEmpty ? "" : ", \(target)") + ": " + told.joined(separator: "; ")
}

/// Schools by name; those of the whole trust in one phrase, and never a long list.
func schoolNames(_ names: [String], _ trust: Trust) -> String {
  let members = trust.schools.filter { $0.membership == .member }
  if names.count > 1, names.count == members.count { return "every school" }
  let most = 4
  if names.count <= most + 1 { return listed(names, "and") }
  return "\(names.prefix(most).joined(separator: ", ")) and \(names.count - most) more schools"
}

extension Movement {
  /// Whether two movements are of parts of the same KPI that moved the same way.
  fileprivate func isOtherPart(of other: Movement) -> Bool {
    now.path == other.now.path && now.strand != nil && other.now.strand != nil
      && direction == other.direction && now.mark == other.now.mark
  }
}

/// What makes movements stand in one point: the same KPI, part, direction and colour.
private struct PointKey: Hashable {
  let path: KPIPath
  let strand: String?
  let direction: Movement.Direction
  let mark: Mark

  init(_ movement: Movement) {
    path = movement.now.path
    strand = movement.now.strand
    direction = movement.direction
    mark = movement.now.mark
  }
}
