#!/usr/bin/env python3
"""Writes a workspace of many schools that share one plan, to measure reports on.

    make_schools.py OUT [--schools 600] [--kpis 60] [--years 5] [--trusts 1]

OUT/t001/{trust.yaml,plans/plan.yaml,readings/…}. Some KPIs have parts, some are read each term, some have
grades; a tenth of the readings is missing. Everything depends on the numbers given alone.
"""
import argparse
import os
import random

FREQUENCIES = ["yearly", "yearly", "termly", "monthly"]
GRADES = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
FIRST = 2015


def year(number):
    return f"{number}/{(number + 1) % 100:02d}"


def trust_file(name, schools):
    lines = [f"trust: {name}", f"name: Trust {name[1:]}", "current-plan: plan", "schools:"]
    for school in schools:
        lines += [f"  {school}:", f"    name: School {school[1:]}", "    phase: primary"]
    lines += ["roles:", "  head-of-standards: Head of Standards", "  chief-finance-officer: Chief Finance Officer"]
    lines += ["scales:", "  inspection:", "    title: Inspection grades", "    levels:"]
    lines += [f"      - {grade}" for grade in GRADES]
    return "\n".join(lines) + "\n"


def plan_file(kpis, years):
    last = FIRST + years - 1
    lines = ["plan: plan", "title: A plan for many schools", f"years: {year(FIRST)} to {year(last)}", "strategies:"]
    for number in range(kpis):
        if number % 20 == 0:
            lines += [f"  strategy-{number // 20 + 1}:", f"    title: Strategy {number // 20 + 1}", "    priorities:"]
        if number % 5 == 0:
            lines += [
                f"      priority-{number // 5 + 1}:",
                f"        title: Priority {number // 5 + 1}",
                "        lead: Head of Standards",
                "        kpis:",
            ]
        key = " " * 12
        lines += [f"          k{number + 1}:", f"{key}title: What is counted {number + 1}"]
        if number % 6 == 5:
            lines += [f"{key}scale: inspection", f"{key}target: at least Good"]
        else:
            lines += [f'{key}unit: "% of pupils"', f"{key}target: at least {60 + number % 30}%"]
            lines += [f"{key}amber: within 3 points"]
        lines += [f"{key}for: every school", f"{key}frequency: {FREQUENCIES[number % 4]}"]
        lines += [f"{key}owner: Chief Finance Officer"] if number % 3 else []
        lines += [f"{key}years:", f"{key}  {year(last)}:", f"{key}    actions:"]
        for action in range(2):
            lines += [
                f"{key}      - id: do-{number + 1}-{action + 1}",
                f"{key}        action: Piece of work {action + 1} on {number + 1}",
                f"{key}        owner: Head of Standards",
                f"{key}        due: {last + 1}-0{2 + action * 3}-28",
            ]
    return "\n".join(lines) + "\n"


def readings(kpis, schools, number, dice):
    rows = ["kpi,scope,period,value,recorded,basis,source,note"]
    for kpi in range(kpis):
        for school in schools:
            if dice.random() < 0.1:
                continue
            value = dice.choice(GRADES) if kpi % 6 == 5 else f"{dice.randint(500, 1000) / 10}%"
            rows.append(f"k{kpi + 1},{school},{year(number)},{value},,,,")
    return "\n".join(rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    for name, usual in [("schools", 600), ("kpis", 60), ("years", 5), ("trusts", 1)]:
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    dice = random.Random(f"{asked.schools}:{asked.kpis}:{asked.years}:{asked.trusts}")
    schools = [f"s{number + 1:04d}" for number in range(asked.schools)]
    share = -(-len(schools) // asked.trusts)
    for number in range(asked.trusts):
        name = f"t{number + 1:03d}"
        own = schools[number * share : (number + 1) * share]
        folder = os.path.join(asked.out, name)
        for part in ["plans", "readings"]:
            os.makedirs(os.path.join(folder, part), exist_ok=True)
        files = {"trust.yaml": trust_file(name, own), "plans/plan.yaml": plan_file(asked.kpis, asked.years)}
        for step in range(asked.years):
            files[f"readings/{year(FIRST + step).replace('/', '-')}.csv"] = readings(asked.kpis, own, FIRST + step, dice)
        for path, text in files.items():
            with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                file.write(text)


main()
