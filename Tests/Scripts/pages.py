"""Opens pages in Chromium as a reader would, and says what is wrong with them.

    pages.py FOLDER…

Every `.html` file in the folders is parsed strictly, opened at two widths in light and dark, looked
at for what is cut off, given to axe, and printed. First a page with one of every fault is opened, to
see that each is found.
See `pages.sh`, which installs what is needed.
"""
import base64
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

import axe_core_python
import html5lib
import pypdf
import websocket

# What a page is opened as: its width in pixels and the colours the reader prefers.
ALL_VIEWS = ((360, 'light'), (360, 'dark'), (1280, 'light'), (1280, 'dark'))
FEW_VIEWS = ((360, 'light'), (1280, 'dark'))
# Pages after the first so many are opened in the few views alone, and not printed.
MOST_IN_ALL_VIEWS = 16

FAULTY = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Faulty</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<script>console.error("loud")</script></head><body><main><h1>Faulty</h1>
<img src="missing.png"><p style="color:#bbb">pale</p><div style="width:2000px">wide</div>
<div style="overflow:hidden;width:200px"><div style="width:600px">cut off</div></div>
<div style="overflow:auto;width:200px"><div style="width:600px">bare</div></div>
<div style="overflow:auto;width:200px" tabindex="0"><div style="width:600px">not told</div></div>
<h2>Stranded</h2><p>A sentence on the table below.</p>
<div class="scroll" style="break-before:page"><table><tr><td>a</tr></table></div>
<table><tr><td>a</tr></main></body></html>"""
FOUND_IN_FAULTY = ('is not valid HTML', 'asks for', 'console: ', 'pixels wider', 'axe image-alt',
                   'cut off', 'no keyboard scrolls', 'nothing says', 'stands last on sheet')

class Browser:
    """Headless Chromium, spoken to by the DevTools protocol."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='rlt-browser.')
        program = next(filter(None, map(shutil.which, ('chromium', 'chromium-browser'))))
        self.process = subprocess.Popen(
            [program, '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run',
             '--disable-dev-shm-usage', '--disable-background-networking', '--disable-sync',
             '--disable-component-update', '--disable-default-apps', '--no-proxy-server',
             '--remote-debugging-port=0', '--remote-allow-origins=*',
             f'--user-data-dir={self.folder}', 'about:blank'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port_file = pathlib.Path(self.folder, 'DevToolsActivePort')
        for _ in range(600):
            if port_file.exists() and port_file.read_text().count('\n') >= 1:
                break
            if self.process.poll() is not None:
                raise SystemExit('error: Chromium ended before it was ready')
            time.sleep(0.05)
        port, path = port_file.read_text().split('\n')[:2]
        self.socket = websocket.create_connection(
            f'ws://127.0.0.1:{port}{path}', timeout=300, max_size=None)
        self.number = 0
        self.events = []
        target = self.call('Target.createTarget', url='about:blank')['targetId']
        self.session = None
        self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.call(f'{domain}.enable')

    def call(self, method, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if getattr(self, 'session', None):
            message['sessionId'] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f'{method}: {answer["error"]["message"]}')
                return answer['result']
            self.events.append(answer)

    def open(self, url, width, scheme):
        """Loads a page and returns what it asked for and what the console said."""
        self.call('Emulation.setDeviceMetricsOverride',
                  width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call('Emulation.setEmulatedMedia',
                  features=[{'name': 'prefers-color-scheme', 'value': scheme}])
        self.events.clear()
        self.call('Page.navigate', url=url)
        while not any(event.get('method') == 'Page.loadEventFired' for event in self.events):
            self.events.append(json.loads(self.socket.recv()))
        self.evaluate('new Promise(done => setTimeout(done, 30))')
        return list(self.events)

    def evaluate(self, expression, context=None):
        extra = {'contextId': context} if context else {}
        result = self.call('Runtime.evaluate', expression=expression, awaitPromise=True,
                           returnByValue=True, **extra)
        if 'exceptionDetails' in result:
            raise RuntimeError(json.dumps(result['exceptionDetails'])[:500])
        return result['result'].get('value')

    def axe(self, source):
        """What axe finds, run in a world of its own so that the page's policy still holds."""
        frame = self.call('Page.getFrameTree')['frameTree']['frame']['id']
        world = self.call('Page.createIsolatedWorld', frameId=frame)['executionContextId']
        self.evaluate(source + '; true', world)
        return self.evaluate(
            'axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v => ['
            'v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))]))', world)

    def pdf(self):
        return base64.b64decode(self.call(
            'Page.printToPDF', preferCSSPageSize=True, printBackground=True)['data'])

    def screenshot(self, path):
        height = self.call('Page.getLayoutMetrics')['cssContentSize']['height']
        width = self.evaluate('innerWidth')
        data = self.call('Page.captureScreenshot', captureBeyondViewport=True, clip={
            'x': 0, 'y': 0, 'width': width, 'height': min(height, 12000), 'scale': 1})['data']
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def close(self):
        try:
            self.session = None
            self.call('Browser.close')
        except Exception:  # It may be gone before it answers.
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def complaints(events, url):
    """What the console said, and every address that was asked for besides the page."""
    for event in events:
        method, parameters = event.get('method'), event.get('params', {})
        if method == 'Network.requestWillBeSent':
            asked = parameters['request']['url']
            if asked != url and asked != 'data:,':
                yield f'asks for {asked[:120]}'
        elif method == 'Log.entryAdded' and parameters['entry']['level'] != 'verbose':
            yield f'console: {parameters["entry"]["text"][:300]}'
        elif method == 'Runtime.consoleAPICalled':
            yield f'console: {json.dumps(parameters["args"])[:300]}'
        elif method == 'Runtime.exceptionThrown':
            yield f'script: {json.dumps(parameters["exceptionDetails"])[:300]}'


def squeezed(text):
    return unicodedata.normalize('NFKC', ''.join(text.split()))


def check_sheets(sheets, foot, tables, leads):
    """What is wrong with a page on paper: sheets without the foot, parts of tables without a head,
    headings whose text begins on the next sheet.

    Yields complaints; the last thing yielded is the number of sheets that began with a repeated head.
    """
    texts = [squeezed(sheet.extract_text()) for sheet in sheets]
    if not texts:
        yield 'prints no sheet'
    for number, text in enumerate(texts, 1):
        if squeezed(foot) not in text:
            yield f'sheet {number} of {len(texts)} has no foot'
    legend, leads = squeezed(leads[0]), dict.fromkeys(map(squeezed, leads[1]))
    for number, text in enumerate(texts, 1):
        body = text.split(legend or squeezed(foot) or '\0')[0] if legend or foot else text
        body = re.sub(r'\d+/\d+$', '', body)
        for lead in leads:
            if lead and body.endswith(lead):
                yield f'“{lead[:60]}” stands last on sheet {number} of {len(texts)}'
    repeated = 0
    whole = '\n'.join(texts)
    for head, rows in tables:
        head = squeezed(head)
        # Words that stand elsewhere too do not say which table a sheet shows.
        rows = [row for row in map(squeezed, rows) if whole.count(row) == 1]
        holding = [n for n, text in enumerate(texts) if any(row in text for row in rows)]
        bare = [n + 1 for n in holding if head not in texts[n]]
        repeated += max(0, len(holding) - 1 - len(bare))
        if bare:
            yield f'sheet {bare[0]} shows rows of a table without its head “{head[:60]}”'
    yield repeated


# Of each long table of words: its head and its rows, as one line of a sheet would show them. Letters
# of marks are left out: in the text of a PDF they do not stand where they are seen.
TABLES = r"""[...document.querySelectorAll("table.rows")]
.filter(t => t.tHead && !t.tHead.classList.contains("heard") && t.rows.length > 20)
.map(table => {
  const text = row => [...row.cells].map(cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("b").forEach(letter => letter.remove());
    return copy.textContent;
  }).join("").replace(/\s/g, "");
  return [text(table.tHead.rows[0]), [...table.tBodies].flatMap(body => [...body.rows])
    .filter(row => row.cells.length > 1).map(text)];
})"""


# What is cut off at the side, and what can be scrolled without saying so or without a keyboard.
CUT = r"""[...document.querySelectorAll("body, body *")].flatMap(region => {
  const over = region.scrollWidth - region.clientWidth;
  const how = getComputedStyle(region).overflowX;
  if (over < 2 || how === "visible" || region.closest("svg, .heard, .rows thead, .skip")) return [];
  const name = region.getAttribute("aria-label") || region.textContent.trim().slice(0, 40);
  if (how === "hidden" || how === "clip") return [`“${name}” is cut off by ${over} pixels`];
  if (region.tabIndex < 0) return [`“${name}” is ${over} pixels too wide, and no keyboard scrolls it`];
  const hint = region.previousElementSibling;
  const isSaid = hint?.matches(".hint") && hint.getClientRects().length > 0;
  const edge = region.getBoundingClientRect().right + 1;
  const hidden = [...region.querySelectorAll(".stay")].filter(words =>
    words.getBoundingClientRect().right > edge).map(words => `“${words.textContent}” is cut off`);
  return hidden.concat(isSaid ? [] : [`“${name}” is ${over} pixels too wide, and nothing says so`]);
})"""

# What must not be the last thing on a sheet: headings, and sentences between one and what it is of.
# First the words with which the foot of a sheet begins.
LEADS = r"""[(() => {
    const first = document.querySelector("footer>:first-child")?.cloneNode(true);
    first?.querySelectorAll("b").forEach(letter => letter.remove());
    return (first?.firstElementChild ?? first)?.textContent ?? "";
  })(), [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")].flatMap(heading => {
    // The contents on the cover end with the words of a heading, and so does that sheet.
    const ends = [...document.querySelectorAll("main>ul>li:last-child")];
    if (ends.some(item => item.textContent === heading.textContent)) return [];
    const said = [heading.textContent];
    let next = heading.nextElementSibling;
    while (next?.matches("p:not(.hint)")) {
      said.push(said.at(-1) + next.textContent);
      next = next.nextElementSibling;
    }
    // Words without anything after them may end a sheet.
    return next?.matches(".scroll, .charts, ul, .hint") ? said : said.slice(0, 1);
  })]"""


def check(browser, axe, path, views=ALL_VIEWS, on_paper=True):
    """What is wrong with one page; last, how many sheets repeat the head of a table."""
    try:
        html5lib.HTMLParser(strict=True).parse(path.read_bytes(), override_encoding='utf-8')
    except html5lib.html5parser.ParseError as error:
        yield f'is not valid HTML: {error}'
    url = path.resolve().as_uri()
    for width, scheme in views:
        place = f'{width} pixels, {scheme}'
        for complaint in complaints(browser.open(url, width, scheme), url):
            yield f'{place}: {complaint}'
        over = browser.evaluate('document.documentElement.scrollWidth - innerWidth')
        if over > 0:
            yield f'{place}: {over} pixels wider than the page'
        for complaint in browser.evaluate(CUT):
            yield f'{place}: {complaint}'
        for rule, text, places in browser.axe(axe):
            yield f'{place}: axe {rule}: {text}: {" · ".join(places)}'
    if not on_paper:
        return
    foot = browser.evaluate('document.querySelector("footer>p")?.textContent ?? ""')
    tables = browser.evaluate(TABLES)
    leads = browser.evaluate(LEADS)
    yield from check_sheets(pypdf.PdfReader(io.BytesIO(browser.pdf())).pages, foot, tables, leads)


def main(folders):
    axe = pathlib.Path(axe_core_python.__file__).with_name('axe.min.js').read_text()
    paths = sorted(path for folder in folders for path in pathlib.Path(folder).rglob('*.html'))
    if not paths:
        raise SystemExit('error: there is no page to open')
    browser = Browser()
    found = repeated = 0
    try:
        faulty = pathlib.Path(browser.folder, 'faulty.html')
        faulty.write_text(FAULTY)
        said = '\n'.join(map(str, check(browser, axe, faulty, FEW_VIEWS)))
        for fault in FOUND_IN_FAULTY:
            if fault not in said:
                found += 1
                print(f'error: the check does not see “{fault}” on a page that has it\n{said}')
        for number, path in enumerate(paths):
            is_early = number < MOST_IN_ALL_VIEWS
            views = ALL_VIEWS if is_early else FEW_VIEWS
            for complaint in check(browser, axe, path, views, on_paper=is_early):
                if isinstance(complaint, int):
                    repeated += complaint
                    continue
                found += 1
                print(f'error: {path.name}: {complaint}', flush=True)
    finally:
        browser.close()
    if not repeated:
        found += 1
        print('error: no table was long enough to see its head repeated on paper')
    print(f'note: {len(paths)} pages opened, {repeated} repeated heads, {found} complaints')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
