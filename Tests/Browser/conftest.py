"""A real server over a real store, and a real browser, for the tests of the widget."""

import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BATON = os.environ.get("BATON", str(ROOT / ".build/debug/baton"))
SCREENSHOTS = ROOT / ".build/screenshots"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


class Server:
    """`baton serve` on a port of its own. It can be killed and started again over the same store."""

    def __init__(self, folder):
        self.store = folder / "baton.sqlite"
        self.log = open(folder / "serve.log", "ab")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [BATON, "serve", "--host", "127.0.0.1", "--port", str(self.port), "--store", str(self.store)],
            cwd=ROOT, stderr=self.log, stdout=self.log)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.url + "readyz", timeout=1).close()
                return
            except OSError:
                assert self.process.poll() is None, "the server ended by itself"
                time.sleep(0.1)
        raise AssertionError("the server is not ready after 30 seconds")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def desk(self, *words):
        done = subprocess.run(
            [BATON, "desk", *words, "--as", "ana", "--json", "--store", str(self.store)],
            cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    yield server
    server.kill()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    context = chromium.new_context(viewport={"width": 1000, "height": 760}, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context, server):
    """The demo page. A test fails when the browser complains of anything but the network."""
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(server.url)
    yield page
    assert [said for said in complaints if "WebSocket connection" not in said and "net::ERR" not in said] == []


class Widget:
    """The widget as a customer uses it."""

    def __init__(self, page):
        self.page = page
        self.input = page.get_by_role("textbox", name="Write a message")
        self.banner = page.locator("baton-chat .banner[role=status]")
        self.badge = page.locator("baton-chat .badge")

    def open(self):
        self.page.get_by_role("button", name="Open chat").click()
        return self

    def say(self, text):
        self.input.fill(text)
        self.input.press("Enter")

    def lines(self, who):
        return self.page.locator(f"baton-chat ol:not(.pending) li.{who} p")

    def pending(self):
        return self.page.locator("baton-chat ol.pending li")

    def shot(self, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.wait_for_timeout(300)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture
def widget(page):
    return Widget(page)
