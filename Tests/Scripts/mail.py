"""Sends mail through msmtp to a server on this machine and reads what arrived: see mail.sh."""

import asyncio
import email
import email.policy
import email.utils
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

rlt, msmtp, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])

TRUST = """
trust: birch
name: Birch Trust
current-plan: plan
schools:
  alder: Alder
  zoe: {name: École Zoë, aliases: [Zoe]}
roles: {cfo: CFO, chair: Chair}
mail:
  from: clerk@example.org
  name: "Clerk, Birch “Trust”"
  reply-to: answers@example.org
  link: https://plans.example.org/birch
recipients:
  chair: {role: Chair, address: chair@example.org}
  head: {name: Head of École Zoë – all day, address: head@example.org, schools: Zoe}
  money: {role: CFO, address: o'hara+money@mail.example.org, owners: CFO, audience: internal}
"""

PLAN = """
plan: plan
title: Our plan – 2025 to 2027
years: 2025/26 to 2026/27
strategies:
  first:
    title: First
    priorities:
      main:
        title: Every child
        kpis:
          attendance:
            title: Attendance at least as good as the best
            unit: "% of sessions"
            target: at least 96%
            for: every school
            owner: Chair
          staffing:
            title: Staff costs
            unit: "% of income"
            target: below 75%
            owner: CFO
            years:
              2025/26:
                actions:
                  - {id: review, action: Review supply costs, owner: CFO, due: 2026-03-10, status: open}
                  - {id: buy, action: Buy together, owner: CFO, due: 2026-03-20, status: open}
"""

READINGS = """kpi,scope,period,value,recorded
attendance,alder,2025/26,97%,2026-01-10
attendance,zoe,2025/26,97.5%,2026-01-10
staffing,alder,2025/26,74%,2026-01-10
staffing,zoe,2025/26,73%,2026-01-10
attendance,zoe,2025/26,95.2%,2026-03-12
staffing,zoe,2025/26,76%,2026-03-13
"""

TODAY = "2026-03-16"
ALL = ["chair@example.org", "head@example.org", "o'hara+money@mail.example.org"]


class Server(SMTP):
    """A server that can be told to misbehave."""

    def __init__(self, handler, **words):
        self.post = handler
        super().__init__(handler, **words)

    async def smtp_DATA(self, arg):
        if self.post.hangs_up == "in-data":
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Post:
    """What arrived, and how the server behaves."""

    def __init__(self):
        self.arrived = []
        self.refused = {}
        self.hangs_up = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return self.refused[address]
        if self.hangs_up == address:
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.arrived.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return "250 taken"

    def take(self):
        arrived, self.arrived = self.arrived, []
        return sorted(arrived, key=lambda each: each[1])


class Listener(Controller):
    def factory(self):
        return Server(self.handler, hostname="mail.example.org", decode_data=False, data_size_limit=0)


checks = 0


def expect(fact, words):
    global checks
    checks += 1
    if not fact:
        print(f"error: {words}")
        sys.exit(1)


class Place:
    """A folder of plans, a state folder, and an msmtp that knows the server."""

    def __init__(self, name, port):
        self.root = work / name
        shutil.rmtree(self.root, ignore_errors=True)
        self.data = self.root / "plans" / "birch"
        (self.data / "plans").mkdir(parents=True)
        (self.data / "readings").mkdir()
        (self.data / "trust.yaml").write_text(TRUST)
        (self.data / "plans" / "plan.yaml").write_text(PLAN)
        (self.data / "readings" / "2025-26.csv").write_text(READINGS)
        rc = self.root / "msmtprc"
        rc.write_text(
            f"defaults\nauth off\ntls off\nlogfile {self.root}/msmtp.log\ntimeout 10\n"
            f"account default\nhost 127.0.0.1\nport {port}\nfrom clerk@example.org\n"
        )
        rc.chmod(0o600)
        self.sendmail = self.root / "sendmail"
        self.script(f'exec {msmtp} -C {rc} "$@"')
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.root),
            "XDG_STATE_HOME": str(self.root / "state"),
            "RLT_SENDMAIL": str(self.sendmail),
            "LC_ALL": "C.UTF-8",
        }

    def script(self, text):
        self.sendmail.write_text(f"#!/bin/sh\n{text}\n")
        self.sendmail.chmod(0o755)

    def words(self, *words, today=TODAY):
        day = ["--today", today] if today else []
        return [rlt, "mail", *words, "--data", str(self.root / "plans"), *day]

    def run(self, *words, today=TODAY, **variables):
        environment = {**self.environment, **variables}
        return subprocess.run(
            self.words(*words, today=today), env=environment, capture_output=True, text=True, timeout=60
        )

    def weekly(self, *words, today=TODAY, **variables):
        run = self.run("weekly", "--send", "--format", "json", *words, today=today, **variables)
        results = {}
        if run.stdout:
            for message in json.loads(run.stdout)["messages"]:
                results[message["address"]] = message["result"]
        return run, results


def canonical(raw):
    """The body and the headers of a message as DKIM's relaxed form has them."""
    head, body = raw.split(b"\r\n\r\n", 1)
    unfolded = re.sub(rb"\r\n[ \t]+", b" ", head).split(b"\r\n")
    headers = []
    for line in unfolded:
        name, value = line.split(b":", 1)
        if name.lower() not in (b"received",):
            headers.append(name.lower().strip() + b":" + re.sub(rb"[ \t]+", b" ", value).strip())
    lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
    while lines and not lines[-1]:
        lines.pop()
    return hashlib.sha256(b"\n".join(headers + [b""] + lines)).hexdigest()


def read(raw):
    """One message as Python's library reads it, with what the standards ask checked."""
    expect(b"\n" not in raw.replace(b"\r\n", b""), "a bare line feed on the wire")
    expect(b"\r" not in raw.replace(b"\r\n", b""), "a bare carriage return on the wire")
    expect(max(map(len, raw.split(b"\r\n"))) <= 998, "a line of more than 998 bytes")
    expect(all(byte < 128 for byte in raw), "a byte that is not ASCII on the wire")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        expect(not part.defects, f"a defect: {part.defects}")
    for name in ["Date", "From", "To", "Subject", "Message-ID", "List-Id", "MIME-Version"]:
        expect(len(message.get_all(name, [])) == 1, f"not one {name}")
    expect(message["Auto-Submitted"] == "auto-generated", "not said to be generated")
    expect(message["Precedence"] == "bulk", "not said to be bulk")
    return message


def content(message):
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    expect(text is not None and html is not None, "a part is missing")
    expect(message.get_content_type() in ("multipart/alternative", "multipart/mixed"), "no alternatives")
    return text.get_content(), html.get_content()


def everything_arrives(place, post):
    shown = place.run("weekly")
    expect(shown.returncode == 0 and not post.take(), "without --send something went out")
    expect("--send" in shown.stdout, "it is not said how to send")
    expect(not (place.root / "state").exists(), "a run that sends nothing leaves a trace")
    eml = place.run("weekly", "--output-dir", "out1"), place.run("weekly", "--output-dir", "out2")
    folders = [pathlib.Path.cwd() / name for name in ("out1", "out2")]
    files = [sorted(folder.iterdir()) for folder in folders]
    expect([run.returncode for run in eml] == [0, 0] and len(files[0]) == 3, "not three files")
    for first, second in zip(*files):
        expect(first.read_bytes() == second.read_bytes(), "two runs, two messages")

    run, results = place.weekly("--attach", "csv,ics")
    expect(run.returncode == 0, f"ended with {run.returncode}: {run.stderr}")
    expect(results == {address: "sent" for address in ALL}, f"{results}")
    arrived = post.take()
    if not arrived and not ran.exists():
        print("note: cron not checked: it runs no job in this place")
        return
    expect([to for _, to, _ in arrived] == [[address] for address in ALL], "one message each")
    expect({sender for sender, _, _ in arrived} == {"clerk@example.org"}, "another sender")
    texts = {}
    for _, [to], raw in arrived:
        message = read(raw)
        expect([a.addr_spec for a in message["To"].addresses] == [to], "To and the envelope differ")
        sender = message["From"].addresses[0]
        expect(sender.display_name == "Clerk, Birch “Trust”", f"From: {sender.display_name}")
        expect(message["Reply-To"] == "answers@example.org", "no Reply-To")
        expect(email.utils.parsedate_to_datetime(message["Date"]).date().isoformat() == TODAY, "another day")
        kinds = [part.get_content_type() for part in message.iter_attachments()]
        expect(kinds == ["text/csv", "text/calendar"], f"attachments: {kinds}")
        calendar = list(message.iter_attachments())[1].get_content()
        expect("BEGIN:VCALENDAR" in calendar and "END:VCALENDAR" in calendar, "no calendar")
        texts[to] = (str(message["Subject"]), *content(message))
        expect("https://plans.example.org/birch" in texts[to][1], "no way to more")
        expect("https://plans.example.org/birch" in texts[to][2], "no way to more in HTML")
        for word in ("<script", "<svg", "<img", "<link", "src=", "url("):
            expect(word not in texts[to][2].lower(), f"{word} in HTML")
        expect(re.search("16 March", texts[to][0]), f"no week in the subject: {texts[to][0]}")
    heads = texts["head@example.org"]
    expect("École Zoë" in heads[0] and "Alder" not in heads[1], "a head gets another school")
    expect("Attendance" in heads[1] and "95.2%" in heads[1], "what got worse is missing")
    expect("Attendance" in heads[2] and "95.2%" in heads[2], "what got worse is missing in HTML")
    money = texts["o'hara+money@mail.example.org"]
    expect("Staff costs" in money[1] and "Attendance" not in money[1], "not the owner's own")
    chair = texts["chair@example.org"]
    expect("Attendance" in chair[1] and "Staff costs" in chair[1], "a trustee gets a part")

    first = {to: (read(raw)["Message-ID"], canonical(raw)) for _, [to], raw in arrived}
    run, results = place.weekly()
    expect(run.returncode == 0 and set(results.values()) == {"already-sent"}, "sent twice")
    run, results = place.weekly("--again", "--attach", "csv,ics")
    again = {to: (read(raw)["Message-ID"], canonical(raw)) for _, [to], raw in post.take()}
    expect(again == first, "the same message is not the same")
    quiet = place.run("weekly", "--send", "--quiet")
    expect((quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", ""), "--quiet says something")


def weeks(place, post):
    place.weekly()
    post.take()
    run, results = place.weekly("--recipient", "head", today="2026-03-30")
    [(_, _, raw)] = post.take()
    text, html = content(read(raw))
    expect("Buy together" in text and "20 March" in text, "what fell due in a missed week is not told")
    expect("no message after 16 March" in text, "a missed week is not said")
    run, results = place.weekly("--recipient", "head", today="2026-04-06")
    expect(not post.take() and results == {"head@example.org": "nothing-new"}, f"nothing new: {results}")
    with open(place.data / "readings" / "2025-26.csv", "a") as rows:
        rows.write("attendance,zoe,2025/26,96.4%,2026-04-28\n")
    run, results = place.weekly("--recipient", "head", today="2026-05-11")
    [(_, _, raw)] = post.take()
    text, html = content(read(raw))
    expect("96.4%" in text, "what changed in a week without a message is not told")
    said = " ".join(text.split())
    expect("The last message was of 30 March 2026." in said, f"missed weeks are not said:\n{text}")
    expect("There was nothing new by 6 April 2026" in said, f"a week of nothing is not said:\n{text}")
    run, results = place.weekly("--always", today="2026-05-18")
    expect(len(post.take()) == 3, "--always does not write to all")


def servers_that_refuse(place, post):
    post.refused = {"head@example.org": "550 5.1.1 nobody here", "chair@example.org": "451 4.7.1 later"}
    run, results = place.weekly()
    expect(run.returncode == 4, f"ended with {run.returncode}")
    expect(results["head@example.org"] in ("refused",), f"550: {results}")
    expect(results["chair@example.org"] in ("later", "refused"), f"451: {results}")
    expect(results[ALL[2]] == "sent", "the rest was not sent")
    expect("head@example.org" in run.stderr and "550" in run.stderr, f"not told: {run.stderr}")
    expect("chair@example.org" in run.stderr and "451" in run.stderr, f"not told: {run.stderr}")
    expect([to for _, to, _ in post.take()] == [[ALL[2]]], "somebody got what was refused")
    post.refused = {}
    run, results = place.weekly()
    expect(run.returncode == 0, f"ended with {run.returncode}: {run.stderr}")
    expect([to for _, to, _ in post.take()] == [[ALL[0]], [ALL[1]]], "the next run is not right")


def server_that_hangs_up(place, post):
    post.hangs_up = "in-data"
    run, results = place.weekly()
    expect(run.returncode == 4 and not post.take(), f"hung up in the middle: {run.stderr}")
    expect(set(results.values()) <= {"later", "refused"}, f"{results}")
    post.hangs_up = "head@example.org"
    run, results = place.weekly()
    expect(run.returncode == 4 and [to for _, to, _ in post.take()] == [[ALL[0]], [ALL[2]]], f"{results}")
    post.hangs_up = None
    run, results = place.weekly()
    expect(run.returncode == 0 and [to for _, to, _ in post.take()] == [[ALL[1]]], f"{results}")


def killed(place, post):
    """The run is killed when the message is out and before that is noted; then before it is out."""
    real = place.sendmail.read_text().split("\n", 1)[1]
    place.script(real.replace("exec ", "") + "\nkill -9 $PPID")
    run = place.run("weekly", "--send")
    expect(run.returncode == -signal.SIGKILL, "it was not killed")
    expect(len(post.take()) == 1, "not one message")
    place.script("kill -9 $PPID")
    run = place.run("weekly", "--send")
    expect(run.returncode == -signal.SIGKILL and not post.take(), "the second was not killed")
    place.script(real)
    run, results = place.weekly()
    expect(results == dict(zip(ALL, ["unknown", "unknown", "sent"])), f"{results}")
    expect(run.returncode == 4 and "--again" in run.stderr, f"not shown: {run.stderr}")
    expect([to for _, to, _ in post.take()] == [[ALL[2]]], "somebody got two")
    run, results = place.weekly("--again", "--recipient", "head")
    expect([to for _, to, _ in post.take()] == [[ALL[1]]], "--again does not send")
    run, results = place.weekly("--again", "--recipient", "chair")
    expect(run.returncode == 0 and len(post.take()) == 1, "--again does not send")
    run, results = place.weekly()
    expect(run.returncode == 0 and not post.take(), "not settled")


def at_once(place, post):
    """Eight crons at once send once."""
    runs = [
        subprocess.Popen(
            place.words("weekly", "--send"), env=place.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for _ in range(8)
    ]
    ends = [run.communicate(timeout=60) and run.returncode for run in runs]
    expect(ends == [0] * 8, f"{ends}")
    expect([to for _, to, _ in post.take()] == [[address] for address in ALL], "somebody got two")


def nothing_to_send_with(place, post):
    missing = {"RLT_SENDMAIL": "/no/such/sendmail"}
    run = place.run("weekly", "--send", **missing)
    expect(run.returncode == 4 and "/no/such/sendmail" in run.stderr, f"no sendmail: {run.stderr}")
    run = place.run("weekly", "--send", XDG_STATE_HOME="/proc/none")
    expect(run.returncode == 4 and "nothing was sent" in run.stderr, f"no journal: {run.stderr}")
    trust = place.data / "trust.yaml"
    trust.write_text(TRUST.replace("  from: clerk@example.org\n", ""))
    run = place.run("weekly", "--send")
    expect(run.returncode == 2 and "--from" in run.stderr, f"no sender: {run.stderr}")
    trust.write_text(TRUST.split("recipients:")[0])
    run = place.run("weekly", "--send")
    expect(run.returncode == 2 and "recipients" in run.stderr, f"no recipients: {run.stderr}")
    bad = '"chair@example.org\\nBcc: everyone@example.org"'
    trust.write_text(TRUST.replace("chair@example.org", bad))
    run = place.run("weekly", "--send")
    expect(run.returncode == 3 and "nothing was sent" in run.stderr, f"bad address: {run.stderr}")
    trust.write_text(TRUST)
    expect(not post.take(), "something was sent")
    for status, word in [(67, "no such user"), (75, "later"), (78, "set up")]:
        place.script(f"cat >/dev/null; exit {status}")
        run = place.run("weekly", "--send")
        expect(run.returncode == 4 and word in run.stderr, f"{status}: {run.stderr}")
    place.script("exec sleep 0")
    expect(not post.take(), "something was sent")


def test_message(place, post):
    run = place.run("test", "someone@example.org", today=None)
    expect(run.returncode == 0, f"{run.stderr}")
    [(sender, to, raw)] = post.take()
    expect((sender, to) == ("clerk@example.org", ["someone@example.org"]), "another way")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    expect("Test" in message["Subject"] and "rlt mail weekly" in message.get_content(), "another text")
    run = place.run("test", "someone@example.org\nBcc: x@example.org", today=None)
    expect(run.returncode == 2 and not post.take(), "a line break was taken")


def report_for_sendmail(place, post):
    words = [rlt, "report", "weekly", "--data", str(place.root / "plans"), "--today", TODAY]
    words += ["--to", "governors@example.org", "--from", "clerk@example.org"]
    run = subprocess.run(words, env=place.environment, capture_output=True, timeout=60)
    expect(run.returncode == 0, f"{run.stderr}")
    expect(b"\r" not in run.stdout, "carriage returns for sendmail")
    subprocess.run([place.sendmail, "-t"], input=run.stdout, env=place.environment, check=True, timeout=60)
    [(sender, to, raw)] = post.take()
    expect((sender, to) == ("clerk@example.org", ["governors@example.org"]), f"{sender} {to}")
    content(read(raw))


def by_cron(place, post):
    """Debian's own cron fires the job: the crontab of the manual with a minute for a Monday."""
    cron = shutil.which("cron", path="/usr/sbin:/usr/bin")
    crontab = shutil.which("crontab")
    if os.geteuid() != 0 or not cron or not crontab:
        print("note: cron not checked: it needs root and Debian's cron")
        return
    if subprocess.run([crontab, "-l"], capture_output=True).returncode == 0:
        print("note: cron not checked: there is a crontab here already")
        return
    running = [file.read_text().strip() for file in pathlib.Path("/proc").glob("[0-9]*/comm") if file.exists()]
    daemon = None
    if "cron" not in running:
        daemon = subprocess.Popen([cron, "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lines = [f"{name}={value}" for name, value in place.environment.items()]
    job = " ".join(place.words("weekly", "--send", "--quiet"))
    said = place.root / "cron.log"
    lines.append(f"* * * * * {job} >>{said} 2>&1")
    # Beside the job a line that cannot fail: where it does not run either, cron runs nothing here.
    ran = place.root / "cron-ran"
    lines.append(f"* * * * * touch {ran}")
    table = "\n".join(lines) + "\n"
    try:
        subprocess.run([crontab, "-"], input=table, text=True, check=True)
        until = time.monotonic() + 90
        while len(post.arrived) < 3 and time.monotonic() < until:
            time.sleep(0.5)
        time.sleep(1)
    finally:
        subprocess.run([crontab, "-r"])
        if daemon:
            daemon.terminate()
            daemon.wait()
    arrived = post.take()
    expect([to for _, to, _ in arrived] == [[address] for address in ALL], f"cron: {len(arrived)} arrived; {said.exists() and said.read_text()}")
    expect(said.read_text() == "", f"cron would have mailed: {said.read_text()}")


os.chdir(work)
post = Post()
listener = Listener(post, hostname="127.0.0.1", port=0)
# A port that the system gives.
import socket

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    listener.port = free.getsockname()[1]
listener.start()
try:
    for number, test in enumerate(
        [
            everything_arrives, weeks, servers_that_refuse, server_that_hangs_up, killed, at_once,
            nothing_to_send_with, test_message, report_for_sendmail, by_cron,
        ]
    ):
        post.refused, post.hangs_up = {}, None
        post.take()
        started = time.monotonic()
        test(Place(f"place{number}", listener.port), post)
        print(f"{test.__name__}: {time.monotonic() - started:.1f} s")
finally:
    listener.stop()
print(f"note: {checks} facts checked")
