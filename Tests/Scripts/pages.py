"""Opens pages in Chromium as a reader would, and says what is wrong with them.

    pages.py FOLDER…

Every `.html` file in the folders is parsed strictly, opened at two widths in light and dark, given
to axe, and printed. See `pages.sh`, which installs what is needed.
"""
import base64
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import axe_core_python
import html5lib
import pypdf
import websocket

WIDTHS = (360, 1280)
SCHEMES = ('light', 'dark')


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
            f'ws://127.0.0.1:{port}{path}', timeout=60, max_size=None)
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


def check(browser, axe, path):
    """What is wrong with one page."""
    try:
        html5lib.HTMLParser(strict=True).parse(path.read_bytes(), override_encoding='utf-8')
    except html5lib.html5parser.ParseError as error:
        yield f'is not valid HTML: {error}'
    url = path.resolve().as_uri()
    for width in WIDTHS:
        for scheme in SCHEMES:
            place = f'{width} pixels, {scheme}'
            for complaint in complaints(browser.open(url, width, scheme), url):
                yield f'{place}: {complaint}'
            over = browser.evaluate('document.documentElement.scrollWidth - innerWidth')
            if over > 0:
                yield f'{place}: {over} pixels wider than the page'
            for rule, text, places in browser.axe(axe):
                yield f'{place}: axe {rule}: {text}: {" · ".join(places)}'
    foot = browser.evaluate('document.querySelector("footer>p")?.textContent ?? ""')
    sheets = pypdf.PdfReader(io.BytesIO(browser.pdf())).pages
    if not sheets:
        yield 'prints no page'
    for number, sheet in enumerate(sheets, 1):
        words = ''.join(sheet.extract_text().split())
        if ''.join(foot.split()) not in words:
            yield f'printed sheet {number} of {len(sheets)} has no foot'


def main(folders):
    axe = pathlib.Path(axe_core_python.__file__).with_name('axe.min.js').read_text()
    paths = sorted(path for folder in folders for path in pathlib.Path(folder).rglob('*.html'))
    if not paths:
        raise SystemExit('error: there is no page to open')
    browser = Browser()
    found = 0
    try:
        for path in paths:
            for complaint in check(browser, axe, path):
                found += 1
                print(f'error: {path.name}: {complaint}', flush=True)
    finally:
        browser.close()
    print(f'note: {len(paths)} pages opened, {found} complaints')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
