internal import SourceText

/// What a message says: what is wrong, and what to do about it.
struct Wording {
  var message: String
  var help: String

  init(_ message: String, _ help: String = "") {
    self.message = message
    self.help = help
  }
}

/// The words for every problem of the writing, in the order of their codes.
///
/// They are for people who never heard of YAML: what stands there, what was expected, what to type.
func wording(of problem: Problem, in file: MessageContext) -> Wording {
  let quotes = "put the text in quotes"
  switch problem.code {
  case .afterQuote:
    return Wording("text after the closing quote", "put the whole text in the other kind of quotes")
  case .afterValue where problem.second == 0:
    return Wording("this line cannot follow what stands above it", "write ‘name: value’ lines")
  case .afterValue:
    return Wording("text after the closing bracket", "put the whole text in quotes")
  case .alias, .anchor, .reserved, .tag:
    return Wording("text cannot start with \(file.character(problem))", quotes)
  case .bidi:
    return Wording(
      "\(file.codePoint(problem)) is invisible and changes the direction of the text",
      "delete it"
    )
  case .blockDedent:
    return Wording(
      "this line of the text is indented less than its first line",
      "indent it by \(problem.first) spaces"
    )
  case .blockEmpty where file.indentsTextBelow(problem):
    return Wording(
      "no text follows \(file.character(problem))",
      "indent the text below by two spaces"
    )
  case .blockEmpty where !file.isFigure(problem):
    let sign = file.character(problem)
    return Wording(
      "no text follows \(sign)",
      "write the text on the lines below, indented by two spaces, or leave \(sign) out"
    )
  case .blockEmpty, .blockHeader:
    let sign = file.quote(problem.first, problem.first + 1)
    let words = file.targetInWords(problem)
    return Wording(
      "text cannot start with \(sign)",
      words.isEmpty ? quotes : "write ‘\(words)’, or \(quotes)"
    )
  case .blockLead:
    return Wording(
      "a blank line above is indented more than this first line of the text",
      "take the spaces off the blank lines"
    )
  case .blockPlace:
    return Wording(
      "\(file.character(problem)) belongs on the line of its name or dash",
      "write it at the end of the line above"
    )
  case .bullet:
    return Wording(
      "list items start with a hyphen and a space",
      "write ‘- ’ in place of \(file.character(problem))"
    )
  case .childOfText:
    let name = file.nameBefore(problem.second)
    let line = file.line(problem.second)
    return name.isEmpty
      ? Wording(
        "this line is under the text on line \(line), under which nothing can stand",
        "align it with line \(line)"
      )
      : Wording(
        "this line is under \(name), which already has text on line \(line)",
        "align it with \(name)"
      )
  case .colonMissing:
    return Wording("‘name: value’ expected; there is no colon", "write a colon after the name")
  case .colonSpace:
    return Wording("a space is needed after the colon", "write a space after it")
  case .colonText:
    return Wording(
      "a colon followed by a space ends a name, so the rest of this text cannot be read",
      quotes
    )
  case .contDash:
    let line = file.line(problem.first)
    return Wording(
      "a list item under text that began on line \(line)",
      "make the text on line \(line) a comment, or put all of the text in quotes"
    )
  case .control: return Wording("invisible character \(file.codePoint(problem))", "delete it")
  case .dashHere where problem.second == problem.upper:
    return Wording(
      "a dash alone is not a value",
      "for ‘none’ leave it empty, or put the dash in quotes"
    )
  case .dashHere:
    return Wording(
      "a list cannot start on the line of its name",
      "write the list on the lines below the name"
    )
  case .dashText where file.isMinus(problem):
    return Wording(
      "a space is needed after the dash of a list item",
      "write a space after it; or, if it is a minus, put the text in quotes"
    )
  case .dashText:
    return Wording("a space is needed after the dash of a list item", "write a space after it")
  case .depth:
    return Wording("more than 64 levels of lines under lines", "no plan needs so many levels")
  case .directive:
    return Wording("a line that starts with ‘%’ cannot stand here", "make it a comment")
  case .docEnd:
    return Wording("‘...’ ends a plan file, but there is more text", "make it a comment")
  case .docStart:
    return Wording("text cannot stand on the line of ‘---’", "write it on the next line")
  case .drivePath:
    return Wording(
      "\(file.character(problem)) inside double quotes is one character, not a part of a path",
      "use single quotes for a path"
    )
  case .duplicate:
    let name = file.quote(problem.lower, problem.upper)
    return Wording(
      "\(name) is already given on line \(file.line(problem.first))",
      "rename one of the two, or remove it"
    )
  case .escape where problem.second == 0:
    return Wording("a blank line follows the backslash that joins two lines", "remove one of them")
  case .escape:
    return Wording(
      "\(file.character(problem)) means nothing inside double quotes",
      file.canUseSingleQuotes(problem)
        ? "use single quotes" : "write two backslashes in place of one"
    )
  case .escapeChar:
    return Wording(
      "\(file.character(problem)) stands for a character that may not be used",
      "leave it out"
    )
  case .explicitKey:
    return Wording(
      "a name must stand on one line, before a colon",
      "write ‘name: value’"
    )
  case .flowClose:
    return Wording("\(file.character(problem)) closes a bracket of another kind", quotes)
  case .flowComma: return Wording("a comma or a closing bracket is expected here", quotes)
  case .flowIndent:
    return Wording("this bracket must be indented more than its name", "indent the bracket")
  case .flowKey where file.isPlaceholder(problem):
    return Wording("a placeholder was left in", "replace it, or put the text in quotes")
  case .flowKey: return Wording("brackets cannot be a name", quotes)
  case .flowNovalue: return Wording("‘name: value’ is expected inside braces", quotes)
  case .flowPair:
    return Wording("‘name: value’ cannot stand inside square brackets", quotes)
  case .forgottenDash:
    let name = file.quote(problem.lower, problem.upper)
    return Wording(
      "\(name) is already given on line \(file.line(problem.first)), so a new item begins here",
      "start the item with ‘- ’"
    )
  case .hash where problem.first == problem.second:
    return Wording(
      "everything after ‘#’ is a comment and would be lost",
      "write a space after ‘#’ if it is a comment, or put all of the text in quotes"
    )
  case .hash:
    return Wording(
      "everything after ‘#’ is a comment and would be lost",
      "put the text in quotes, or write a space after ‘#’ if it is a comment"
    )
  case .indent, .indentAbove:
    return Wording(
      "this line is indented by \(file.spaces(problem)); the lines it belongs to "
        + "(line \(file.line(problem.second))) by \(problem.first)",
      "align it with line \(file.line(problem.second))"
    )
  case .keyLong: return Wording("a name of more than 1,024 characters", "shorten it")
  case .loneCR where file.isWithoutLineFeed:
    return Wording(
      "the lines of this file end as on old Macs, with a carriage return alone",
      "save it with line feeds (rlt validate --fix does)"
    )
  case .loneCR:
    return Wording(
      "a line ends with a carriage return alone, which not every program sees",
      "end lines with a line feed"
    )
  case .merge: return Wording("‘<<’ cannot be a name: other programs copy values there", quotes)
  case .mixed:
    return problem.first == 1
      ? Wording("a line without a dash among list items", "start it with ‘- ’, or indent it")
      : Wording("a list item among ‘name: value’ lines", "write it below a name of its own")
  case .multiDoc:
    return Wording("one file holds one plan, and ‘---’ would start another", "make it a comment")
  case .noColon:
    return Wording("‘name: value’ expected; there is no colon", file.noColonHelp(problem))
  case .noName: return Wording("there is no name before the colon", "write a name, or quotes")
  case .notText:
    return Wording(
      (ForeignFile(file.bytes.span) ?? .other).message,
      "open it in its own program and save it as plain text (UTF-8)"
    )
  case .oddSpace:
    return Wording(
      "this looks like a space but is \(file.spaceName(problem)) (often pasted from Word)",
      "write ordinary spaces"
    )
  case .rootScalar:
    return Wording("a plan consists of ‘name: value’ lines; this is text", "write ‘name: value’")
  case .tab: return Wording("a tab; only spaces can be used here", "write spaces")
  case .tabIndent:
    return Wording(
      "a tab; only spaces can be used here",
      problem.second > 0 ? "write spaces" : "write spaces; the line most likely belongs here"
    )
  case .tabAtEnd: return Wording("a tab at the end of the line", "remove it")
  case .textAndLines:
    let name = file.nameBefore(problem.first)
    let line = file.line(problem.first)
    return Wording(
      "this line is under \(name), which already has text on line \(line)",
      file.hasTitleBelow(problem)
        ? "make the text on line \(line) a comment"
        : "write the text on line \(line) below the name, with a name of its own"
    )
  case .tooLarge:
    return Wording("the file is larger than 16 MiB", "split it: a plan is a few hundred kilobytes")
  case .unclosedFlow: return Wording("this bracket is never closed", "close it")
  case .unclosedQuote:
    return Wording("this quote is never closed", "close it at the end of the text")
  case .utf16:
    return Wording(
      "this file is saved as \"Unicode\" (\(file.bytes.span.isUTF32 ? "UTF-32" : "UTF-16"))",
      "in Notepad: File › Save as › Encoding: UTF-8 (rlt validate --fix converts it)"
    )
  case .utf8:
    return Wording(
      "this byte (\(file.byteName(problem))) is not UTF-8",
      file.isWindows1252
        ? "save the file as UTF-8 (rlt validate --fix converts it from Windows-1252)"
        : "save the file as UTF-8"
    )
  }
}
