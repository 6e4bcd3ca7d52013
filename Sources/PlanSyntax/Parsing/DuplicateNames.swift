internal import SourceText

/// A table of the names of one mapping, kept between mappings so that its storage is used again.
struct NameTable {
  /// Indices of name records, or -1.
  var slots: [Int] = []
}

extension Parser {
  /// Flags and reports every name of a mapping that an earlier entry has.
  ///
  /// Linear in the number of entries: few names are compared with one another by their hashes,
  /// many are put in a table, and names that could be made to collide go to a dictionary.
  mutating func findDuplicates(_ text: Span<UInt8>, _ mapping: Int, _ count: Int) {
    if count <= 8 {
      guard compareNames(text, mapping) else { return nameDictionary(text, mapping) }
    } else if !tableNames(text, mapping, count) {
      nameDictionary(text, mapping)
    }
  }

  /// Begins a new item of a list wherever the first name of an item comes again in it: there the
  /// dash was forgotten.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - item: The record of the item's mapping, the last that was read.
  ///   - column: The column of its names.
  ///   - noted: The number of problems before its repeated names were reported.
  mutating func splitItem(_ text: Span<UInt8>, _ item: Int, _ column: Int, _ noted: Int) {
    let first = nodes[item + 1]
    let lower = Int(first.lower)
    guard column > 1, levels.last?.isList == true, lower > 1, text[lower - 1] == .space,
      lower - text.startOfLine(at: lower) == column
    else { return }
    var starts: [Int] = []
    var name = nextName(item + 1)
    while name < nodes.count {
      let record = nodes[name]
      if record.flags.contains(.duplicate), areEqual(text, first, record),
        (text.startOfLine(at: Int(record.lower))..<Int(record.lower)).allSatisfy({
          text[$0] == .space
        })
      {
        starts.append(name)
      }
      name = nextName(name)
    }
    guard !starts.isEmpty else { return }
    problems.removeLast(problems.count - noted)
    var tail: [NodeRecord] = []
    var added: UInt32 = 0
    var open = 0
    for index in item..<nodes.count {
      if Int(added) < starts.count, index == starts[Int(added)] {
        let record = nodes[index]
        report(
          .forgottenDash,
          Int(record.lower),
          Int(record.upper),
          Int(first.lower),
          Int(first.upper)
        )
        tail[open].link = UInt32(truncatingIfNeeded: item + tail.count)
        open = tail.count
        added += 1
        tail.append(NodeRecord(.mapping, Int(record.lower), Int(record.upper)))
      }
      var record = nodes[index]
      record.flags.remove(.duplicate)
      if index == item { record.upper = first.upper }
      if record.isContainer, index > item { record.link += added }
      tail.append(record)
      tail[open].upper = max(tail[open].upper, record.upper)
    }
    tail[open].link = UInt32(truncatingIfNeeded: item + tail.count)
    nodes.replaceSubrange(item..., with: tail)
    levels[levels.count - 1].count += starts.count
  }

  /// Whether a name may equal another that has other bytes.
  private func isOdd(_ text: Span<UInt8>, _ name: NodeRecord) -> Bool {
    if name.flags.contains(.escapes) { return true }
    for index in Int(name.lower)..<Int(name.upper) where text[index] >= 0x80 { return true }
    return false
  }

  private func nextName(_ name: Int) -> Int {
    let value = nodes[name + 1]
    return value.isContainer ? Int(value.link) : name + 2
  }

  /// The bytes between the quotes of a name, or all of them.
  private func nameBytes(_ name: NodeRecord) -> (Int, Int) {
    let quotes = name.style == .plain ? 0 : 1
    return (Int(name.lower) + quotes, Int(name.upper) - quotes)
  }

  private func areEqual(_ text: Span<UInt8>, _ first: NodeRecord, _ second: NodeRecord) -> Bool {
    let one = nameBytes(first)
    let two = nameBytes(second)
    guard one.1 - one.0 == two.1 - two.0 else { return false }
    for index in 0..<one.1 - one.0 where text[one.0 + index] != text[two.0 + index] {
      return false
    }
    return true
  }

  /// Compares each name with each; `false` where some names must be decoded to be compared.
  private mutating func compareNames(_ text: Span<UInt8>, _ mapping: Int) -> Bool {
    let end = nodes.count
    var second = mapping + 1
    while second < end {
      if isOdd(text, nodes[second]) { return false }
      second = nextName(second)
    }
    second = nextName(mapping + 1)
    while second < end {
      let hash = nodes[second].link
      var first = mapping + 1
      while first < second {
        if nodes[first].link == hash, areEqual(text, nodes[first], nodes[second]) {
          noteDuplicate(second, first)
          break
        }
        first = nextName(first)
      }
      second = nextName(second)
    }
    return true
  }

  /// Puts the names in a table by hash; `false` where they must be decoded or collide too often.
  private mutating func tableNames(_ text: Span<UInt8>, _ mapping: Int, _ count: Int) -> Bool {
    let end = nodes.count
    var size = 32
    while size < count * 2 { size *= 2 }
    if names.slots.count < size {
      names.slots = Array(repeating: -1, count: size)
    } else {
      for index in 0..<size { names.slots[index] = -1 }
    }
    let noted = problems.count
    var probes = 0
    var name = mapping + 1
    while name < end {
      let record = nodes[name]
      if isOdd(text, record) || probes > 8 * count {
        problems.removeLast(problems.count - noted)
        return false
      }
      var slot = Int(record.link >> 7 ^ record.link) & (size - 1)
      while names.slots[slot] >= 0 {
        probes += 1
        if nodes[names.slots[slot]].link == record.link,
          areEqual(text, nodes[names.slots[slot]], record)
        {
          noteDuplicate(name, names.slots[slot])
          break
        }
        if probes > 8 * count { break }
        slot = (slot + 1) & (size - 1)
      }
      if names.slots[slot] < 0 { names.slots[slot] = name }
      name = nextName(name)
    }
    return true
  }

  /// Compares names as texts: escapes read, and equal where Unicode calls them equal.
  private mutating func nameDictionary(_ text: Span<UInt8>, _ mapping: Int) {
    let end = nodes.count
    var seen: [String: Int] = [:]
    var name = mapping + 1
    while name < end {
      var decoder = ScalarDecoder(tracking: .max)
      decoder.decode(nodes[name], text)
      let key = String(decoding: decoder.out.span)
      if let first = seen[key] {
        noteDuplicate(name, first)
      } else {
        seen[key] = name
      }
      name = nextName(name)
    }
  }

  private mutating func noteDuplicate(_ name: Int, _ first: Int) {
    // A level that was opened again has been looked at before.
    guard !nodes[name].flags.contains(.duplicate) else { return }
    nodes[name].flags.insert(.duplicate)
    guard !nodes[name].flags.contains(.misplaced) else { return }
    report(
      .duplicate,
      Int(nodes[name].lower),
      Int(nodes[name].upper),
      Int(nodes[first].lower),
      Int(nodes[first].upper)
    )
  }
}
