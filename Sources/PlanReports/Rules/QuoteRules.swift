import SourceText

/// Rules of quotes, of brackets, and of texts over several lines.
let quoteRules: [RulePage] = [
  RulePage(
    "unclosed-quote",
    .error,
    "a quote that is never closed",
    "Everything after it would be one text. Close it at the end of the text; in a file of readings a mark "
      + "inside a text is written twice.",
    bad: "title: \"Reading\nowner: \"CFO\"",
    good: "title: \"Reading\"\nowner: \"CFO\""
  ),
  RulePage(
    "after-quote",
    .error,
    "text after a closing quote",
    "Put the whole text in the other kind of quotes, which the text itself does not hold.",
    bad: "title: \"Reading\" is the priority",
    good: "title: '\"Reading\" is the priority'"
  ),
  RulePage(
    "escape",
    .error,
    "a backslash that means nothing, or something else",
    "Inside double quotes a backslash joins with what follows to one character. Single quotes keep "
      + "backslashes as they are. A path such as \"C:\\new\" is only warned about, because it can be read.",
    bad: "folder: \"P:\\Plans\"",
    good: "folder: 'P:\\Plans'"
  ),
  RulePage(
    "escape-char",
    .error,
    "a character that may not be used",
    "The code after the backslash stands for a character that cannot be seen or shown.",
    bad: "title: \"Bell \\x07\"",
    good: "title: \"Bell\""
  ),
  RulePage(
    "alias",
    .error,
    "a text that starts with `*`",
    "A text cannot start with this sign; put it in quotes.",
    bad: "title: *Important*",
    good: "title: \"*Important*\""
  ),
  RulePage(
    "anchor",
    .error,
    "a text that starts with `&`",
    "A text cannot start with this sign; put it in quotes.",
    bad: "title: & more",
    good: "title: \"& more\""
  ),
  RulePage(
    "tag",
    .error,
    "a text that starts with `!`",
    "A text cannot start with this sign; put it in quotes.",
    bad: "title: !important",
    good: "title: \"!important\""
  ),
  RulePage(
    "reserved",
    .error,
    "a text that starts with a sign that has another meaning",
    "A text cannot start with this sign; put it in quotes.",
    bad: "owner: @jane",
    good: "owner: \"@jane\""
  ),
  RulePage(
    "block-header",
    .error,
    "a text that starts with `>` or `|`",
    "These signs begin a text of several lines. Put the text in quotes, or write the target in words.",
    bad: "target: > 75%",
    good: "target: above 75%"
  ),
  RulePage(
    "block-empty",
    .error,
    "`>` or `|` without lines below",
    "These signs begin a text of several lines, but none follows. Indent the text below, or put the sign "
      + "in quotes if it is meant.",
    bad: "target: >5",
    good: "target: above 5"
  ),
  RulePage(
    "block-place",
    .error,
    "`>` or `|` on a line of its own",
    "The sign that begins a text of several lines stands on the line of its name.",
    bad: "note:\n  |\n  Two lines\n  of text",
    good: "note: |\n  Two lines\n  of text"
  ),
  RulePage(
    "block-dedent",
    .error,
    "a line indented less than the first line of its text",
    "All lines of such a text start where its first line starts, or further right.",
    bad: "note: |\n    Two lines\n  of text",
    good: "note: |\n  Two lines\n  of text"
  ),
  RulePage(
    "block-lead",
    .error,
    "spaces on a blank line before a text",
    "A blank line with more spaces than the text that follows can be read in two ways.",
    bad: "note: |\n     \n  A text",
    good: "note: |\n\n  A text"
  ),
  RulePage(
    "unclosed-flow",
    .error,
    "a bracket that is never closed",
    "Everything after it would belong to the list.",
    bad: "who: [Jane, Ali",
    good: "who: [Jane, Ali]"
  ),
  RulePage(
    "flow-close",
    .error,
    "a bracket closed by one of another kind",
    "`[` is closed by `]` and `{` by `}`.",
    bad: "who: [Jane, Ali}",
    good: "who: [Jane, Ali]"
  ),
  RulePage(
    "flow-comma",
    .error,
    "a comma or closing bracket is missing",
    "The items of a list in brackets are separated by commas. Text with a bracket in it needs quotes.",
    bad: "who: [Jane,, Ali]",
    good: "who: [Jane, Ali]"
  ),
  RulePage(
    "flow-indent",
    .error,
    "a closing bracket too far left",
    "Every line of a list in brackets is indented more than its name, the closing bracket too.",
    bad: "who: [\n  Jane\n]",
    good: "who: [\n  Jane\n  ]"
  ),
  RulePage(
    "flow-key",
    .error,
    "brackets as a name, or a placeholder",
    "A name cannot be in brackets. Often a placeholder was left in that should have been replaced.",
    bad: "title: {{ School name }}",
    good: "title: Ketton"
  ),
  RulePage(
    "flow-novalue",
    .error,
    "braces without a name and value",
    "Inside braces every item is a name, a colon and a value. Put a text that starts with a brace in "
      + "quotes.",
    bad: "title: {draft}",
    good: "title: \"{draft}\""
  ),
  RulePage(
    "flow-pair",
    .error,
    "a name and value inside square brackets",
    "Square brackets hold a list of texts. Put a text with a colon in quotes.",
    bad: "who: [Jane: head]",
    good: "who: [\"Jane: head\"]"
  ),
]
