"""Reads the calendars of weekly messages with another program's parser: see calendar.sh."""

import datetime
import email
import email.policy
import pathlib
import subprocess
import sys

import icalendar

rlt, work = sys.argv[1], pathlib.Path(sys.argv[2])
TODAY = datetime.date(2026, 3, 16)

# What is to be done, and when: before today it is overdue, in seven days it is due.
ACTIONS = {
    "plain": ("Review supply costs", "2026-03-18"),
    "marks": ("Ask; then, answer: \\ and \"quote\" it", "2026-03-19"),
    "long": ("Agree with every school " * 12 + "to the end", "2026-03-20"),
    "letters": ("Élèves, 学校 und 🏫 " * 9 + "fin", "2026-03-22"),
    "keywords": ("END:VEVENT BEGIN:VALARM DTSTART:19700101", "2026-03-16"),
    "late": ("Buy together", "2026-02-27"),
    "later": ("Look again next term", "2026-03-23"),
    "done": ("Done already", "2026-03-17"),
}


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(folder):
    (folder / "plans").mkdir(parents=True)
    (folder / "trust.yaml").write_text(
        "trust: birch\nname: Birch Trust\ncurrent-plan: plan\nschools: {alder: Alder}\n"
        "roles: {cfo: CFO}\nmail:\n  from: clerk@example.org\n"
        "recipients:\n  chair: {role: CFO, address: chair@example.org}\n"
    )
    lines = [
        "plan: plan", "title: The plan", "years: 2025/26 to 2026/27", "strategies:", "  first:",
        "    title: First", "    priorities:", "      main:", "        title: Main", "        years:",
        "          2025/26:", "            actions:",
    ]
    for name, (text, due) in ACTIONS.items():
        status = "done" if name == "done" else "open"
        lines += [
            f"              - id: {name}", f"                action: {quoted(text)}",
            "                owner: CFO", f"                due: {due}",
            f"                status: {status}",
        ]
    (folder / "plans" / "plan.yaml").write_text("\n".join(lines) + "\n")


def calendar(today, name):
    """The bytes of the calendar in the only message."""
    out = work / name
    run = subprocess.run(
        [rlt, "mail", "weekly", "--data", work / "data", "--output-dir", out, "--attach", "ics",
         "--today", today.isoformat()],
        capture_output=True, text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    [path] = list(out.iterdir())
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    [part] = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
    return part.get_payload(decode=True)


def main():
    write(work / "data")
    raw = calendar(TODAY, "one")
    assert raw == calendar(TODAY, "two"), "two runs, two calendars"
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b""), "a bare line feed"
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75, f"a line of {len(line)} bytes"
        line.decode()  # No character is cut by a fold.
    found = icalendar.Calendar.from_ical(raw)
    assert not found.errors, found.errors
    assert found["VERSION"] == "2.0" and found["PRODID"], "no version"
    events = {str(event["UID"]): event for event in found.walk("VEVENT")}
    wanted = [name for name in ACTIONS if name not in ("later", "done")]
    assert len(events) == len(wanted) == len(found.walk("VEVENT")), sorted(events)
    assert not found.walk("VALARM"), "a title became a part"
    for name in wanted:
        text, due = ACTIONS[name]
        [event] = [e for uid, e in events.items() if f".{name}@" in uid or f".{name}." in uid]
        assert not event.errors, event.errors
        assert text in str(event["SUMMARY"]), f"{name}: {event['SUMMARY']!r}"
        day = datetime.date.fromisoformat(due)
        assert event["DTSTART"].dt == day, f"{name}: {event['DTSTART'].dt}"
        assert event["DTEND"].dt == day + datetime.timedelta(days=1), f"{name}: no whole day"
        assert event["DTSTAMP"].dt.date() == TODAY, "written on another day"
        assert "CFO" in str(event["DESCRIPTION"]), f"{name}: nobody owes it"
    again = icalendar.Calendar.from_ical(calendar(TODAY + datetime.timedelta(days=7), "week"))
    later = {str(event["UID"]): event for event in again.walk("VEVENT")}
    assert set(events) < set(later), "a day is not known again by a calendar in the next week"
    print(f"note: {len(events)} due days read by icalendar {icalendar.__version__}")


main()
