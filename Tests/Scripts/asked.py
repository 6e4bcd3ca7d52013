#!/usr/bin/env python3
"""Runs rlt on a terminal and answers what it asks for.

    Tests/Scripts/asked.py [PROGRAM]
"""
import os
import pty
import select
import shutil
import sys
import tempfile

repository = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
rlt = os.path.realpath(sys.argv[1] if len(sys.argv) > 1 else repository + "/.build/release/rlt")
plan = "data/rutland/plans/transformation-2016-2020.yaml"


def on_a_terminal(words, answers, folder):
    """Types each answer once its question is asked; returns the status and what was shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        variables = {"RLT_TODAY": "2017-03-31", "XDG_STATE_HOME": folder + "/state"}
        os.environ.update(variables, LC_ALL="C.UTF-8", TERM="xterm", COLUMNS="80")
        os.execv(rlt, ["rlt"] + words)
    shown = ""
    seen = 0
    left = list(answers)
    while True:
        # Nobody waits for a question that never comes.
        if not select.select([terminal], [], [], 30)[0]:
            os.kill(child, 9)
            shown += "\n(nothing more came)"
            break
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        shown += more.decode(errors="replace").replace("\r\n", "\n")
        if left and left[0][0] in shown[seen:]:
            seen = len(shown)
            os.write(terminal, (left.pop(0)[1] + "\n").encode())
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return status, shown + "".join(f"\n(not asked: {question})" for question, _ in left)


failed = False


def expect(what, holds, shown):
    global failed
    if not holds:
        failed = True
        print(f"error: {what}\n{shown}")


with tempfile.TemporaryDirectory(prefix="rlt-asked.") as folder:
    shutil.copytree(repository + "/data/rutland", folder + "/data/rutland")
    with open(f"{folder}/{plan}") as file:
        before = file.read()
    words = ["plan", "add-action", "--plan", "transformation-2016-2020"]

    status, shown = on_a_terminal(words + ["--no-input"], [], folder)
    expect("--no-input ends with 2", status == 2 and "--priority" in shown, shown)
    expect("--no-input asks nothing", "?:" not in shown, shown)

    answers = [
        ("Which priority or KPI?: ", "governence"),
        ("Which priority or KPI?: ", "gov.staffing-spend"),
        ("What is to be done?: ", "Compare: supply costs"),
        ("Which school year? [2016/17]: ", ""),
        ("Who owes it? (Enter for none): ", "CFO"),
        ("When is it due, as 2017-03-31? (Enter for none): ", "2017-07-31"),
    ]
    status, shown = on_a_terminal(words, answers, folder)
    expect("the answers make an action", status == 0 and "not asked" not in shown, shown)
    expect("there are candidates", "  1  " in shown and "governance" in shown, shown)
    with open(f"{folder}/{plan}") as file:
        after = file.read()
    expect("the action is in the plan", "Compare: supply costs" in after, shown)

    status, shown = on_a_terminal(["undo"], [], folder)
    with open(f"{folder}/{plan}") as file:
        expect("it is taken back", status == 0 and file.read() == before, shown)

    status, shown = on_a_terminal(words, [("Which priority or KPI?: ", "\x04")], folder)
    with open(f"{folder}/{plan}") as file:
        unchanged = file.read() == before
    expect("no answer changes nothing", status == 2 and unchanged, shown)

    recorded = on_a_terminal(
        ["kpi", "record", "pp.attendance"],
        [
            ("Which school?: ", "Ketton"),
            ("or 2017-03-31?: ", "2016/17"),
            ("What was measured?: ", "97.2%"),
        ],
        folder,
    )
    expect("a reading is asked for", recorded[0] == 0 and "not asked" not in recorded[1], recorded[1])

sys.exit(1 if failed else 0)
