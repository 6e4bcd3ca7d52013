"""Reads what the renderers wrote with the parsers of others: markdown-it-py and cmark-gfm for
Markdown, Python's csv, html5lib for the HTML of messages. Called by forms.sh."""

import csv
import glob
import io
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import cmarkgfm
import html5lib
import yaml
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

program, folder = sys.argv[1:3]
root = os.path.realpath(f"{os.path.dirname(__file__)}/../..")
failures = []


def fail(name, what):
    failures.append(f"{name}: {what}")


def squeezed(text):
    """As a reader of a page sees it: spaces in a row are one, at the edges none."""
    text = re.sub(r"[ \t\n\u2003\xa0]+", " ", text).strip(" ")
    return text.replace(" ,", ",")


class Page(HTMLParser):
    """The cells of the tables, the links and all tags of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tables, self.tags, self.links, self.cell = [], [], [], None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "a" and "href" in dict(attributes):
            self.links.append(dict(attributes)["href"])
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1][-1].append(squeezed(self.cell))
            self.cell = None

    def handle_data(self, text):
        if self.cell is not None:
            self.cell += text


strict = MarkdownIt("gfm-like")
strict.options["html"] = True
options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
readers = {
    "markdown-it": strict.render,
    "cmark-gfm": lambda text: cmarkgfm.github_flavored_markdown_to_html(text, options),
}
known_tags = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "strong", "code", "pre", "hr", "a",
    "table", "thead", "tbody", "tr", "th", "td",
}


def is_inside(link):
    return not re.match(r"(?i)[a-z][a-z0-9+.-]*:|//", link)


def check_page(name, text, render):
    page = Page(render(text))
    for tag, attributes in page.tags:
        if tag not in known_tags:
            fail(name, f"a tag that nobody wrote: <{tag} {attributes}>")
        for key in attributes:
            if key not in ("href", "id", "align", "style"):
                fail(name, f"an attribute that nobody wrote: {tag} {key}")
    for link in page.links:
        if not is_inside(link):
            fail(name, f"a link out of the site: {link}")
    return page


def same_rows(name, rows, expected):
    if len(rows) != len(expected):
        return fail(name, f"{len(rows)} rows for {len(expected)}")
    for found, wanted in zip(rows, expected):
        wanted = [squeezed(word) for word in wanted]
        if found != wanted:
            fail(name, f"\n  read     {found}\n  expected {wanted}")


def check_table(number):
    words = json.load(open(f"{folder}/{number}.json", encoding="utf-8"))
    width = len(words["titles"])
    expected = [words["titles"]]
    for row in words["rows"]:
        expected.append(row["people"] + [""] * (width - len(row["people"])))
    text = open(f"{folder}/{number}.table.md", encoding="utf-8", newline="").read()
    for reader, render in readers.items():
        page = check_page(f"{number}.table.md, {reader}", text, render)
        if len(page.tables) != 1:
            fail(f"{number}.table.md, {reader}", f"{len(page.tables)} tables")
        else:
            same_rows(f"{number}.table.md, {reader}", page.tables[0], expected)
    return width, words


def check_csv(number, width, words):
    name = f"{number}.csv"
    data = open(f"{folder}/{name}", encoding="utf-8", newline="").read()
    if re.search(r"(?<!\r)\n|\r(?!\n)", data):
        fail(name, "a line that does not end with CRLF")
    records = list(csv.reader(io.StringIO(data, newline=""), strict=True))
    rows = [row for row in words["rows"] if not row["isGroup"]]
    if len(records) != len(rows) + 1:
        return fail(name, f"{len(records)} records for {len(rows)} rows")
    for record in records:
        if len(record) != width:
            fail(name, f"{len(record)} fields for {width} columns")
        for field in record:
            if re.match(r"\s*[=+\-@＝＋－＠]", field) and not re.fullmatch(r"-\d+(\.\d+)?", field):
                fail(name, f"a formula: {field!r}")
    for record, row in zip(records[1:], rows):
        for field, wanted in zip(record, row["machines"]):
            if wanted != "?" and field not in (wanted, "'" + wanted):
                fail(name, f"read {field!r}, expected {wanted!r}")


def check_mail(name):
    data = open(f"{folder}/{name}", "rb").read()
    for line in data.split(b"\n"):
        if len(line) > 900:
            fail(name, f"a line of {len(line)} bytes")
    parser = html5lib.HTMLParser(strict=False)
    tree = parser.parse(data, transport_encoding="utf-8")
    for _, code, details in parser.errors:
        fail(name, f"not HTML: {code} {details}")
    for element in tree.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ("script", "style", "link", "img", "svg", "iframe", "object", "form", "b"):
            fail(name, f"<{tag}> in a message")
        for key in element.attrib:
            if key.startswith("on") or key in ("class", "src", "id"):
                fail(name, f"{key} in a message")
        # To the page that trust.yaml names, and nowhere else.
        link = element.attrib.get("href")
        if (tag == "a") != (link is not None) or link and not link.startswith(("https://", "http://")):
            fail(name, f"<{tag}> leads to {link!r}")


def check_widths(names, width=360):
    """Whether messages stay within a telephone, in Chromium where there is one."""
    browser = shutil.which("chromium")
    if not browser:
        print("note: widths not checked: chromium is not here")
        return
    frames = "".join(f'<iframe src="{name}" width="{width}"></iframe>' for name in names)
    script = """onload = () => {
      const wide = []
      for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentDocument.documentElement.scrollWidth > WIDTH)
          wide.push(frame.getAttribute("src"))
      document.title = "wide: " + wide.join(" ") + "."
    }""".replace("WIDTH", str(width))
    path = f"{folder}/widths.html"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"<!DOCTYPE html><title>not read</title><script>{script}</script>{frames}")
    options = "--headless --no-sandbox --disable-gpu --allow-file-access-from-files --dump-dom"
    run = subprocess.run(
        [browser, *options.split(), "--virtual-time-budget=20000", f"file://{path}"],
        capture_output=True, timeout=100,
    )
    title = re.search(rb"<title>(.*?)</title>", run.stdout)
    if not title or title[1] != b"wide: .":
        fail("widths", f"wider than {width} pixels: {title and title[1]}")


def answer(*words):
    """What the program answers, for a fixed day."""
    run = subprocess.run(
        [program, "report", *words, "--as-of", "2017-03-31"], capture_output=True, cwd=root
    )
    if run.returncode:
        fail(" ".join(words), f"ends with {run.returncode}: {run.stderr.decode()[:200]}")
    return run.stdout.decode()


def check_report(trust, audience):
    """The matrix as Markdown against the same as JSON and as CSV."""
    words = ["matrix", "--trust", trust, "--audience", audience]
    data = json.loads(answer(*words, "--format", "json"))
    records = list(csv.DictReader(io.StringIO(answer(*words, "--format", "csv"), newline="")))
    cells = [
        (row["kpi"], row["strand"] or "", cell["scope"], cell["status"])
        for row in data["rows"]
        for cell in row["cells"]
    ]
    listed = [(row["kpi"], row["part"], row["scope"], row["status"]) for row in records]
    if sorted(cells) != sorted(listed):
        fail(f"matrix of {trust}", f"{len(listed)} rows of CSV for {len(cells)} cells of JSON")
    with open(f"{root}/data/{trust}/trust.yaml", encoding="utf-8") as file:
        schools = yaml.safe_load(file).get("schools") or {}
    ids = {each["name"] if isinstance(each, dict) else each: id for id, each in schools.items()}
    # Schools of which there is nothing to say may have no column.
    silent = {"no-reading", "not-applicable", "not-yet-joined", "left"}
    heard = {
        cell["scope"]
        for row in data["rows"]
        for cell in row["cells"]
        if cell["scope"] == "trust" or cell["outcome"] not in silent
    }
    # What repeats another KPI is one row, whose parts stand with the other.
    repeats = {row["kpi"] for row in data["rows"] if not row["strand"] and not row["counted"]}
    shown = [row for row in data["rows"] if not row["strand"] or row["kpi"] not in repeats]
    letters = {"green": "G", "amber": "A", "red": "R"}
    grey = {"-", "(G)", "(A)", "(R)", "n/a", "later", "left"}
    text = answer(*words, "--format", "markdown")
    for reader, render in readers.items():
        name = f"matrix of {trust} for {audience}, {reader}"
        page = check_page(name, text, render)
        table = next((each for each in page.tables if each[0][:1] == ["KPI"]), [[]])
        rows = [row for row in table[1:] if any(row[1:])]
        scopes = ["trust" if title == "Trust" else ids.get(title) for title in table[0][1:]]
        if not heard <= set(scopes) or None in scopes or len(rows) != len(shown):
            fail(name, f"{len(rows)} rows of {table[0]} for {len(shown)}")
        for row, wanted in zip(rows, shown):
            if not row[0].startswith(squeezed(wanted["title"])):
                fail(name, f"read {row[0]!r}, expected {wanted['title']!r}")
            marks = {cell["scope"]: cell["status"] for cell in wanted["cells"]}
            for scope, mark in zip(scopes, row[1:]):
                status = marks.get(scope)
                if status is None and not mark:
                    continue
                if mark != letters.get(status) and not (status == "grey" and mark in grey):
                    fail(name, f"{wanted['kpi']}, {scope}: read {mark!r}, expected {status}")
    return len(cells)


numbers = sorted(
    int(os.path.basename(path)[:-4]) for path in glob.glob(f"{glob.escape(folder)}/*.csv")
)
if len(numbers) < 100:
    fail("samples", "there are none")
for number in numbers:
    check_csv(number, *check_table(number))
for path in sorted(glob.glob(f"{glob.escape(folder)}/*.page.md")):
    text = open(path, encoding="utf-8", newline="").read()
    for reader, render in readers.items():
        check_page(f"{os.path.basename(path)}, {reader}", text, render)
for path in sorted(glob.glob(f"{glob.escape(folder)}/*.mail.html")):
    check_mail(os.path.basename(path))
check_widths([f"{number}.mail.html" for number in numbers[:120]] + ["sample.mail.html"])

compared = 0
for trust in sorted(os.listdir(f"{root}/data")):
    for audience in ("internal", "public"):
        compared += check_report(trust, audience)
if compared < 1000:
    fail("reports", f"only {compared} cells")

for failure in failures[:40]:
    print(f"error: {failure}")
print(
    f"note: {len(numbers)} tables and pages and {compared} cells of reports read, "
    f"{len(failures)} differences"
)
sys.exit(1 if failures else 0)
