"""A real server over a real store, and a real browser, for the tests of the widget."""

import pathlib
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Serving"))
from serving import ROOT, Server

SCREENSHOTS = ROOT / ".build/screenshots"
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


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
