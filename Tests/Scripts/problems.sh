#!/bin/bash
# Ten, a hundred and ten thousand problems in one file: all of them, in order, each once, and ten times
# the problems cost about ten times the work.
#
#     Tests/Scripts/problems.sh [PROGRAM]
set -uo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rlt=${1:-$repository/.build/release/rlt}
[ -x "$rlt" ] || { echo "error: there is no $rlt"; exit 1; }
command -v python3 >/dev/null || { echo 'error: needs python3'; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/rlt-problems.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 RLT_TODAY=2026-09-01
cd "$work" || exit 1
failed=0
fail() { echo "error: $*"; failed=1; }

# One KPI in two has a target that nobody can read; the line of each is noted.
python3 - <<'END'
for problems in (10, 100, 1000, 10000):
    import os
    os.makedirs(f"w{problems}/plans")
    with open(f"w{problems}/trust.yaml", "w") as trust:
        trust.write("trust: demo\nname: Demo\ncurrent-plan: p\nschools:\n  one:\n    name: One\n")
    lines = ["plan: p", "title: P", "years: 2026/27 to 2027/28", "strategies:", "  s:", "    title: S",
             "    priorities:", "      q:", "        title: Q", "        kpis:"]
    wrong = []
    for number in range(2 * problems):
        lines += [f"          k{number}:", f"            title: KPI {number}",
                  '            unit: "% of pupils"']
        if number % 2:
            wrong.append(len(lines) + 1)
            lines.append(f"            target: less 7{number % 10}%")
        else:
            lines.append("            target: below 75%")
    with open(f"w{problems}/plans/p.yaml", "w") as plan:
        plan.write("\n".join(lines) + "\n")
    with open(f"w{problems}/wrong", "w") as file:
        file.write("".join(f"{line}\n" for line in wrong))
END

for problems in 10 100 1000 10000; do
  for form in text jsonl; do
    "$rlt" validate --data w$problems --format $form --ignore plan-too-large >said 2>errors
    status=$?
    [ $status = 1 ] || fail "$problems problems, $form: it ended with $status"
    if [ $form = text ]; then
      sed -n 's/^[^ ]*p\.yaml:\([0-9]*\):[0-9]*: error\[target-syntax\].*/\1/p' said >found
    else
      python3 -c 'import json, sys
for line in sys.stdin:
    problem = json.loads(line)
    if problem.get("severity") == "error": print(problem["line"])' <said >found
    fi
    cmp -s found w$problems/wrong || fail "$problems problems, $form: $(wc -l <found) lines, not those"
    "$rlt" validate --data w$problems --format $form --ignore plan-too-large >again 2>>errors
    cmp -s said again || fail "$problems problems, $form: other bytes the second time"
  done
done

if command -v valgrind >/dev/null; then
  work_for() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$rlt" validate --data "w$1" \
      --format jsonl --ignore plan-too-large 2>&1 >/dev/null |
      sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
  }
  few=$(work_for 100) many=$(work_for 1000)
  echo "note: 100 problems take $few instructions, 1000 take $many"
  [ -n "$few" ] && [ -n "$many" ] && [ "$many" -lt $((few * 15)) ] ||
    fail "ten times the problems cost more than fifteen times the work"
fi
[ $failed = 0 ] && echo 'note: 4 sizes, 2 forms: every problem, in order, once'
exit $failed
