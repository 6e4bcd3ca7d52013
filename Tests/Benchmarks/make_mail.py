#!/usr/bin/env python3
"""Writes a workspace of many trusts with ten recipients each, to measure how fast mail is rendered.

    make_mail.py OUT [TRUSTS]      OUT/t0001/{trust.yaml,plans/plan.yaml,readings/2025-26.csv}, 2,400 unless said

    time rlt mail weekly --data OUT --today 2026-03-16 --always --quiet

renders every message, text and HTML, and sends none. Each trust has nine schools, twelve KPIs, twelve
actions and 216 readings, of which one in nine was recorded in the week. Everything depends on the seed alone.
"""
import os
import random
import sys

out = sys.argv[1]
trusts = int(sys.argv[2]) if len(sys.argv) > 2 else 2400
dice = random.Random(7)
subjects = ["reading", "writing", "maths", "science", "attendance", "staffing"]
owners = ["CEO", "CFO", "Director of Education"]

for number in range(1, trusts + 1):
    folder = os.path.join(out, f"t{number:04}")
    for name in ("plans", "readings"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    schools = [f"school-{each}" for each in range(1, 10)]
    lines = [f"trust: t{number:04}", f"name: Trust {number}", "current-plan: plan", "schools:"]
    lines += [f"  {each}: {each.replace('-', ' ').title()}" for each in schools]
    lines += ["roles: {ceo: CEO, cfo: CFO, education: Director of Education, chair: Chair}"]
    lines += ["mail: {from: clerk@example.org, escalate-to: Chair, link: https://plans.example.org}", "recipients:"]
    whole = [("chair", "Chair", ""), ("ceo", "CEO", "audience: internal")]
    whole += [("cfo", "CFO", "owners: CFO"), ("education", "Director of Education", "owners: Director of Education")]
    for name, role, more in whole:
        comma = ", " if more else ""
        lines.append(f"  {name}: {{role: {role}, address: {name}.t{number}@example.org{comma}{more}}}")
    for school in schools[:6]:
        lines.append(f"  head-{school}: {{address: {school}.t{number}@example.org, schools: {school}}}")
    with open(os.path.join(folder, "trust.yaml"), "w") as file:
        file.write("\n".join(lines) + "\n")

    lines = ["plan: plan", "title: Improvement plan", "years: 2024/25 to 2026/27", "strategies:"]
    for strategy in range(2):
        lines += [f"  strategy-{strategy}:", f"    title: Strategy {strategy}", "    priorities:"]
        for priority in range(2):
            lines += [f"      p{strategy}{priority}:", f"        title: Priority {strategy}.{priority}", "        kpis:"]
            for kpi in range(3):
                owner = owners[(strategy + priority + kpi) % 3]
                subject = subjects[(strategy * 2 + priority + kpi) % 6]
                lines += [
                    f"          k{strategy}{priority}{kpi}:",
                    f"            title: Pupils at the standard in {subject}, measure {strategy}{priority}{kpi}",
                    '            unit: "% of pupils"',
                    f"            target: at least {dice.randrange(60, 95)}%",
                    "            for: every school",
                    "            frequency: yearly",
                    f"            owner: {owner}",
                    "            actions:",
                    f"              - {{id: a{strategy}{priority}{kpi}, action: Work on {subject}, owner: {owner},"
                    f" due: 2026-03-{dice.randrange(1, 29):02}}}",
                ]
    with open(os.path.join(folder, "plans", "plan.yaml"), "w") as file:
        file.write("\n".join(lines) + "\n")

    lines = ["kpi,scope,period,value,recorded"]
    for kpi in (f"k{a}{b}{c}" for a in range(2) for b in range(2) for c in range(3)):
        for school in schools:
            lines.append(f"{kpi},{school},2024/25,{dice.randrange(50, 100)}%,2025-07-20")
            recent = dice.randrange(9) == 0
            lines.append(f"{kpi},{school},2025/26,{dice.randrange(50, 100)}%,{'2026-03-12' if recent else '2025-12-19'}")
    with open(os.path.join(folder, "readings", "2025-26.csv"), "w") as file:
        file.write("\n".join(lines) + "\n")
