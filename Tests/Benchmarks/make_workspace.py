#!/usr/bin/env python3
"""Writes an rlt workspace with the trusts, schools, KPIs and readings of the peers' generator.

    make_workspace.py PEERS OUT --scale S|M     OUT/t0001/{trust.yaml,plans/…,readings/…}, one folder a trust
    make_workspace.py PEERS OUT --scale M --joined
                                                one trust with every school, its rows in random order in five files

PEERS is the folder that holds gen.py. The same figures of the same schools on the same days come out in the
same order as gen.py writes them, so that a program that reads gen.py's files and one that reads these do equal
work; only the spelling is rlt's. Everything depends on the seed alone.
"""
import argparse
import importlib.util
import os
import random
import sys

STATUS = {"open": "open", "in progress": "started", "late": "waiting", "done": "done"}
PLAN = "improvement-2021-2026"
TERM_OF_MONTH = {"12": "autumn", "03": "spring", "07": "summer"}
HEADER = "kpi,scope,period,value,recorded,basis,source,note\n"


def load_generator(folder):
    sys.dont_write_bytecode = True  # the folder of the peers may be read-only
    spec = importlib.util.spec_from_file_location("gen", os.path.join(folder, "gen.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def year_name(year):
    return f"{year}/{(year + 1) % 100:02d}"


def slug(text):
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if '"' in text or "," in text else text


class Writer:
    """Spells what gen.py knows in the keys of rlt's files."""

    def __init__(self, gen):
        self.gen = gen

    def trust(self, id, name, schools):
        lines = [
            f"trust: {id}",
            f"name: {name}",
            f"current-plan: {PLAN}",
            "calendar:",
            "  year-starts: 1 September",
            "schools:",
        ]
        for school in schools:
            # Two schools of a trust may draw the same name; the number keeps them apart.
            lines += [
                f"  {school[0]}:",
                f'    name: "{school[1]} {school[3]}"',
                f"    urn: {school[3]}",
                f"    phase: {school[2]}",
                f"    pupils: {school[4]}",
            ]
        lines += ["roles:"] + [f"  {slug(role)}: {role}" for role in self.gen.ROLES]
        return "\n".join(lines) + "\n"

    def target(self, op, value, unit, style):
        text = self.gen.words(op, value, unit, style)
        # The generator leaves some targets bare on purpose; rlt asks for the word.
        return text if text[0] in "<>" or " " in text else "at least " + text

    def plan(self, trust):
        gen = self.gen
        r = random.Random(f"{trust.seed}:{trust.t}:workspace")
        o = [f"# {trust.name}: trust plan. Change targets only after the board has minuted them.\n"]
        w = o.append
        years = gen.YEARS
        w(f"plan: {PLAN}\ntitle: {trust.name} Improvement Plan\n")
        w(f"years: {year_name(years[0])} to {year_name(years[-1])}\nstrategies:\n")
        for sid, sname, priorities in gen.STRATEGIES:
            w(f"  {sid.lower()}:\n    title: {sname}\n    vision: >\n")
            w(f"      {gen.pick(r, gen.SENT)}\n      {gen.pick(r, gen.SENT)}\n    priorities:\n")
            for pid, pname, a, b in priorities:
                w(f"      {pid.lower()}:\n        title: {pname}\n")
                w(f"        lead: {gen.pick(r, gen.ROLES)}\n        kpis:\n")
                for kpi in gen.KPIS[a:b]:
                    self.kpi(w, r, kpi)
        return "".join(o)

    def kpi(self, w, r, kpi):
        gen = self.gen
        id, name, unit, op, green, amber, _, _ = kpi
        years = gen.YEARS
        style = int(r.random() * 2)
        w(f"          # --- {name} ---\n          {id}:\n            title: {name}\n")
        # A bare percentage would be warned of in each plan, and warnings are not what is timed.
        written = unit.strip().replace("%", "% of income") if unit.strip() == "%" else unit.strip()
        w(f'            unit: "{written}"\n' if written else "")
        w(f'            target: "{self.target(op, green, unit, style)}"\n')
        w(f'            amber: "{self.target(op, amber, unit, 0)}"\n            targets:\n')
        for i, year in enumerate(years):
            value = green + (amber - green) * (len(years) - 1 - i) / (len(years) - 1) / 2
            w(f'              {year_name(year)}: "{self.target(op, value, unit, style)}"\n')
        w("            for: every school\n            frequency: termly\n")
        w(f"            owner: {gen.pick(r, gen.ROLES)}\n            years:\n")
        for year in years:
            w(f"              {year_name(year)}:\n                actions:\n")
            for number in range(1 + (r.random() < 0.25)):
                self.action(w, r, f"{id}.{year}-{number + 1}", year)

    def action(self, w, r, id, year):
        gen = self.gen
        finished = year < 2025 and r.random() < 0.9
        status = "done" if finished else gen.pick(r, sorted(STATUS))
        due = f"{year + 1}-{1 + int(r.random() * 7):02d}-{1 + int(r.random() * 28):02d}"
        indent = " " * 20
        w(f"{indent[2:]}- id: {id}\n")
        w(f"{indent}action: {gen.pick(r, gen.VERBS)} {gen.pick(r, gen.OBJECTS)}\n")
        w(f"{indent}owner: {gen.pick(r, gen.ROLES)}\n{indent}due: {due}\n")
        w(f"{indent}status: {STATUS[status]}\n")
        draw = r.random()
        if draw < 0.6:
            lines = [gen.pick(r, gen.SENT) for _ in range(1 + int(r.random() * 3))]
            w(f"{indent}note: |\n" + "".join(f"{indent}  {line}\n" for line in lines))
        elif draw < 0.75:
            w(f"{indent}# carried over from {year_name(year - 1)}\n")

    def rows(self, trust, year):
        for date, school, kpi, value, note in trust.rows(year):
            period = f"{year_name(year)} {TERM_OF_MONTH[date[5:7]]}"
            yield f"{self.gen.KPIS[kpi][0]},{school},{period},{value},{date},,,{quoted(note)}\n"


def put(text, *path):
    path = os.path.join(*path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("peers")
    parser.add_argument("out")
    parser.add_argument("--scale", choices="SM", required=True)
    parser.add_argument("--seed", default="7")
    parser.add_argument("--joined", action="store_true")
    options = parser.parse_args()
    gen = load_generator(options.peers)
    writer = Writer(gen)
    urn, trusts = 100000, []
    for number, size in enumerate(gen.sizes(options.scale), 1):
        trusts.append(gen.Trust(options.seed, number, size, urn))
        urn += size
    if options.joined:
        schools = [school for trust in trusts for school in trust.schools]
        rows = [row for trust in trusts for year in gen.YEARS for row in writer.rows(trust, year)]
        random.Random(options.seed).shuffle(rows)
        put(writer.trust("joined", "Joined Trust", schools), options.out, "trust.yaml")
        put(writer.plan(trusts[0]), options.out, "plans", PLAN + ".yaml")
        share = len(rows) // len(gen.YEARS)
        for i in range(len(gen.YEARS)):
            part = rows[i * share : (i + 1) * share]
            put(HEADER + "".join(part), options.out, "readings", f"part-{i + 1}.csv")
        return
    for trust in trusts:
        folder = os.path.join(options.out, trust.id.lower())
        put(writer.trust(trust.id.lower(), trust.name, trust.schools), folder, "trust.yaml")
        put(writer.plan(trust), folder, "plans", PLAN + ".yaml")
        for year in gen.YEARS:
            name = f"{year}-{(year + 1) % 100:02d}.csv"
            put(HEADER + "".join(writer.rows(trust, year)), folder, "readings", name)


if __name__ == "__main__":
    main()
