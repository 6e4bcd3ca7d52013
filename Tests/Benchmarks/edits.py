"""Times one edit of a plan of 100 KB beside `kpi status` on it, in turn.

    python3 Tests/Benchmarks/edits.py .build/release/rlt data/rutland [ROUNDS]
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

rlt = os.path.abspath(sys.argv[1])
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 100
work = tempfile.mkdtemp()
trust = os.path.join(work, "data", "rutland")
shutil.copytree(sys.argv[2], trust)
name = "transformation-2016-2020"
path = os.path.join(trust, "plans", name + ".yaml")
with open(path) as file:
    text = file.read()
start = text.index("            years:\n              2015/16:")
number = 0
actions = ""
while len(text) + len(actions) < 100_000:
    number += 1
    actions += f"                  - id: extra-{number}\n                    action: Extra task {number}\n"
year = text.index("\n", text.index("              2015/16:", start)) + 1
text = text[:year] + "                actions:\n" + actions + text[year:]
environment = dict(os.environ, XDG_STATE_HOME=os.path.join(work, "state"), RLT_TODAY="2017-03-31")
words = {
    "kpi status": ["kpi", "status"],
    "plan add-action": ["plan", "add-action", "--kpi", "gov.staffing-spend", "--year", "2016/17", "New"],
    "plan add-action --dry-run": ["plan", "add-action", "--kpi", "gov.staffing-spend",
                                  "--year", "2016/17", "New", "--dry-run"],
    "kpi record": ["kpi", "record", "pp.attendance", "97%", "--school", "Ketton", "--period", "2016/17"],
}
times = {key: [] for key in words}
for _ in range(rounds):
    for key, command in words.items():
        with open(path, "w") as file:
            file.write(text)
        plan = [] if command[1] == "record" else ["--plan", name]
        begun = time.perf_counter()
        run = subprocess.run([rlt, *command, *plan], cwd=work, env=environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE)
        times[key].append(time.perf_counter() - begun)
        if run.returncode != 0:
            sys.exit(f"{key}: {run.stderr.decode()}")
beside = statistics.median(times["kpi status"])
print(f"{len(text)} bytes, {rounds} rounds")
for key, taken in times.items():
    median = statistics.median(taken)
    print(f"{key}: {median * 1000:.1f} ms, {median / beside:.2f} of `kpi status`")
shutil.rmtree(work)
