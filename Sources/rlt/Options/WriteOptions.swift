import ArgumentParser

/// Whether something is written, and whether questions may be asked.
struct WriteOptions: ParsableArguments {
  @Flag(help: "Print what would change, as a unified diff; write nothing.")
  var dryRun = false

  @Flag(help: "Never ask; end with 2 where something is missing.")
  var noInput = false

  var choice: WriteChoice { WriteChoice(dryRun: dryRun, noInput: noInput) }
}

/// Whether something is written, and whether questions may be asked.
struct WriteChoice: Equatable {
  var dryRun = false
  var noInput = false
}

extension WriteChoice {
  init(_ words: inout OptionReader) {
    dryRun = words.flag("--dry-run")
    noInput = words.flag("--no-input")
  }
}
