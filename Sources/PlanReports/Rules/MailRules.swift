import SourceText

/// Rules of those to whom mail goes.
let mailRules: [RulePage] = [
  RulePage(
    "bad-address",
    .error,
    "an address that no mail can be sent to",
    "Write the address alone, on one line: no name beside it, no second address. Names stand under `role:` "
      + "or `name:`.",
    bad: "address: Clerk <clerk@example.org>",
    good: "name: Clerk\naddress: clerk@example.org"
  ),
  RulePage(
    "duplicate-address",
    .error,
    "an address that two recipients have",
    "The same person would get two messages. Name all schools and owners under one recipient.",
    bad:
      "head: {address: head@example.org, schools: ketton}\nlead: {address: head@example.org, schools: whissendine}",
    good: "head: {address: head@example.org, schools: [ketton, whissendine]}"
  ),
  RulePage(
    "unknown-role",
    .error,
    "a role that the trust does not list, or that no recipient has",
    "Mail about an owner needs an owner, and a role that is to be told must be one that mail goes to. Add it "
      + "under `roles:`, or correct its name.",
    bad: "escalate-to: Chiar of Trustees",
    good: "escalate-to: Chair of Trustees"
  ),
]
