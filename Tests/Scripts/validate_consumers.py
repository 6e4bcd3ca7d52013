"""Reads every form of `rlt validate` with a program that people use for it.

    validate_consumers.py RLT FIXTURE WORK

FIXTURE is Tests/rltTests/Fixture, WORK a scratch folder. The JSON form is what the others are
compared with: each must give the same problems, in the same order, with the same words.
"""

import csv
import json
import os
import re
import subprocess
import sys
from urllib.parse import unquote

import junitparser
import pysarif
import sarif_pydantic
import tap.parser
import yaml

RLT, FIXTURE, WORK = sys.argv[1:]

# A plan whose words mean something in each of the forms.
HOSTILE = """plan: hostile
title: "100%, ::error::x"
years: 2015/16 to 2016/17
"<b> & 'c', d:e %0A": 1
"# SKIP ]]> \\"q\\"": 2
"ü £ 日本": 3
"""
TRUST = "trust: hostile\nname: Hostile\nschools:\n  alder:\n    name: Alder\n"


def workspaces():
    """The folders that are checked, each with the status that is expected."""
    folder = os.path.join(WORK, "a, b%20:c")
    os.makedirs(os.path.join(folder, "hostile", "plans"))
    for name, text in (("trust.yaml", TRUST), ("plans/#1 <x>.yaml", HOSTILE)):
        with open(os.path.join(folder, "hostile", name), "w", encoding="utf-8") as file:
            file.write(text)
    return [
        (FIXTURE, 0),
        (os.path.join(FIXTURE, "broken"), 1),
        (folder, 1),
    ]


def answer(folder, form, status):
    run = subprocess.run(
        [RLT, "validate", "--format", form], cwd=folder, capture_output=True, check=False
    )
    assert run.returncode == status, (folder, form, run.returncode, run.stderr)
    return run.stdout.decode("utf-8")


def unescaped(text, isProperty):
    """Undoes the escaping of workflow commands as actions/toolkit and the runner define it."""
    if isProperty:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def github(text):
    for line in text.splitlines():
        kind, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        values = dict(part.split("=", 1) for part in properties.split(","))
        values = {name: unescaped(value, True) for name, value in values.items()}
        message = unescaped(message, False).split("\nhelp: ")[0]
        severity = {"error": "error", "warning": "warning", "notice": "note"}[kind]
        yield values["file"], int(values["line"]), severity, values["title"], message


def gitlab(text):
    prints = set()
    for item in json.loads(text):
        assert set(item) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert item["severity"] in ("info", "minor", "major", "critical", "blocker")
        prints.add(item["fingerprint"])
        place = item["location"]
        severity = {"major": "error", "minor": "warning", "info": "note"}[item["severity"]]
        message = item["description"].split(" (help: ")[0]
        yield place["path"], place["lines"]["begin"], severity, item["check_name"], message
    assert len(prints) == len(json.loads(text))


def compare(written, read, path):
    """Everything that was written must have been read; what was added by default may be there too."""
    if isinstance(written, dict):
        for key, value in written.items():
            assert key in read, f"{path}/{key} is unknown"
            compare(value, read[key], f"{path}/{key}")
    elif isinstance(written, list):
        assert len(written) == len(read), path
        for number, value in enumerate(written):
            compare(value, read[number], f"{path}/{number}")
    else:
        assert written == read, (path, written, read)


def sarif(text, name):
    path = os.path.join(WORK, f"{name}.sarif")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    table = os.path.join(WORK, f"{name}.csv")
    subprocess.run(["sarif", "csv", "--output", table, path], check=True, capture_output=True)
    # The official schema is in no package of PyPI or Debian (looked for in November 2026), so two models
    # that were made from it read the file instead: each must know every name and give it back.
    whole = json.loads(text)
    typed = sarif_pydantic.Sarif.model_validate(whole)
    compare(whole, json.loads(typed.model_dump_json(by_alias=True, exclude_none=True)), "sarif")
    # The second leaves out where the schema is.
    body = {key: value for key, value in whole.items() if key != "$schema"}
    compare(body, pysarif._loader.save_to_dict(pysarif.load_from_json(text)), "sarif")
    run = whole["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(run["results"])
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        row = next(row for row in rows if int(row["Line"]) == place["region"]["startLine"]
                   and row["Code"] == result["ruleId"])
        assert row["Severity"] == result["level"], row
        file = unquote(place["artifactLocation"]["uri"])
        message = result["message"]["text"].split("\nHelp: ")[0]
        yield file, place["region"]["startLine"], result["level"], result["ruleId"], message


def junit(text):
    for suite in junitparser.JUnitXml.fromstring(text.encode("utf-8")):
        count = 0
        for case in suite:
            count += 1
            if case.name == "no problems":
                assert case.is_passed
                continue
            rule, place = case.name.split(" at ")
            said = case.result[0].text if case.result else case.system_out
            severity, message = re.search(
                r": (error|warning|note)\[[a-z0-9-]+\]: (.*)", said
            ).groups()
            assert bool(case.result) == (severity == "error")
            yield suite.name, int(place.split(":")[0]), severity, rule, message
        assert suite.tests == count


def tap13(text):
    plan = 0
    for line in tap.parser.Parser().parse_text(text):
        if line.category == "plan":
            plan = line.expected_tests
        elif line.category == "test":
            plan -= 1
            assert not line.skip and not line.todo
            shown = line.description.removeprefix("- ").replace("\\u{23}", "#")
            problems = (line.yaml_block or {}).get("problems", [])
            assert line.ok == all(item["severity"] != "error" for item in problems)
            for item in problems:
                assert item["file"] == shown
                yield item["file"], item["line"], item["severity"], item["id"], item["message"]
        else:
            assert line.category == "version", (line.category, str(line))
    assert plan == 0


def perl(text):
    """What Perl's TAP::Parser, the one of `prove`, understands; nothing may be wrong for it."""
    path = os.path.join(WORK, "perl.tap")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    run = subprocess.run(
        ["perl", os.path.join(os.path.dirname(os.path.abspath(__file__)), "tap.pl"), path],
        capture_output=True, check=False,
    )
    assert run.returncode == 0, run.stderr
    read = json.loads(run.stdout)
    assert read["errors"] == [], read["errors"]
    assert read["planned"] == len(read["results"])
    return read["results"]


def tap_of_perl(text):
    for result in perl(text):
        problems = (result["block"] or {}).get("problems", [])
        assert result["ok"] == all(item["severity"] != "error" for item in problems)
        for item in problems:
            yield (item["file"], int(item["line"]), item["severity"], item["id"],
                   unhidden(item["message"]))


def unhidden(text):
    """Undoes how signs that cannot be shown are written out."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found.group(1), 16)), text)


def has_perl():
    run = subprocess.run(["perl", "-MTAP::Parser", "-MJSON::PP", "-e", "1"], check=False,
                         capture_output=True)
    return run.returncode == 0


def thresholds():
    """Reads what `rlt test` writes: the same expectations, passed and failed, in each form."""
    command = [RLT, "test", "data/woodland/drafts/failing.yaml", "--format"]

    def said(form):
        run = subprocess.run(command + [form], cwd=FIXTURE, capture_output=True, check=False)
        assert run.returncode == 1, run.stderr
        return run.stdout.decode("utf-8")

    whole = json.loads(said("json"))["tests"]
    wanted = [case["passed"] for case in whole]
    assert True in wanted and False in wanted
    suite = next(iter(junitparser.JUnitXml.fromstring(said("junit").encode("utf-8"))))
    assert [case.is_passed for case in suite] == wanted
    assert suite.failures == wanted.count(False) and suite.tests == len(wanted)
    lines = [line for line in tap.parser.Parser().parse_text(said("tap")) if line.category == "test"]
    assert [line.ok for line in lines] == wanted
    blocks = [line.yaml_block for line in lines if not line.ok]
    failed = [case for case in whole if not case["passed"]]
    assert [(b["line"], b["found"]) for b in blocks] == [(c["line"], c["outcome"]) for c in failed]
    if has_perl():
        results = perl(said("tap"))
        assert [result["ok"] for result in results] == wanted
        found = [(int(r["block"]["line"]), r["block"]["found"]) for r in results if not r["ok"]]
        assert found == [(c["line"], c["outcome"]) for c in failed]
        prove = subprocess.run(["prove", "-e", "cat", os.path.join(WORK, "perl.tap")], check=False,
                               capture_output=True, text=True)
        assert "Parse errors" not in prove.stdout, prove.stdout
    print(f"note: {len(wanted)} expectations, the same in 3 forms")


def main():
    thresholds()
    if not has_perl():
        print("note: not checked: perl has no TAP::Parser")
    for number, (folder, status) in enumerate(workspaces()):
        whole = json.loads(answer(folder, "json", status))["diagnostics"]
        lines = [json.loads(line) for line in answer(folder, "jsonl", status).splitlines()]
        assert lines == whole
        wanted = [(p["file"], p["line"], p["severity"], p["id"], p["message"]) for p in whole]
        assert (len(wanted) > 0) == (status > 0)
        readers = {
            "github": github, "gitlab": gitlab, "junit": junit, "tap": tap13,
            "sarif": lambda text: sarif(text, str(number)),
        }
        if has_perl():
            found = list(tap_of_perl(answer(folder, "tap", status)))
            assert found == wanted, f"perl:\n{found}\n{wanted}"
        for form, reader in readers.items():
            found = list(reader(answer(folder, form, status)))
            assert found == wanted, f"{form}:\n{found}\n{wanted}"
        print(f"note: {len(wanted)} problems, the same in 7 forms")
    assert yaml.__version__  # tap.py reads blocks only where it is there


if __name__ == "__main__":
    main()
