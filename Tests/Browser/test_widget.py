"""What a customer meets in the widget, from the first line to the rating."""

import base64
import hashlib
import hmac
import json
import re
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import Server, Widget

STORY = "hi, somebody took my visa yesterday in Kranj, it ends with 4417"


def test_everything_said_at_once_reaches_a_person_without_a_question(widget, server):
    widget.open().say(STORY)
    expect(widget.lines("customer")).to_have_text([STORY])
    expect(widget.lines("bot").last).to_contain_text("4417")
    expect(widget.banner).to_contain_text("number 1 in the queue")
    expect(widget.pending()).to_have_count(0)
    [case] = server.desk("list")
    assert case["slots"]["card_ending"]["value"] == "4417"
    assert case["asked"] == []
    widget.shot("everything-said")


def test_an_agent_joins_talks_and_leaves_and_is_rated(widget, server):
    widget.open().say(STORY)
    expect(widget.banner).to_contain_text("queue")
    code = server.desk("list")[0]["case"]
    server.desk("claim", code)
    expect(widget.banner).to_contain_text("ana")
    server.desk("say", code, "Hello, this is Ana. See https://example.org/cards.")
    expect(widget.lines("agent")).to_have_text(["Hello, this is Ana. See https://example.org/cards."])
    expect(widget.page.get_by_role("link", name="https://example.org/cards", exact=True)).to_be_visible()
    widget.shot("agent")
    server.desk("resolve", code, "Solved.")
    widget.page.get_by_role("button", name="4 of 5").click()
    expect(widget.page.get_by_text("Thank you.")).to_be_visible()
    widget.shot("rated")


def test_a_reload_in_the_middle_goes_on_where_it_was(widget):
    widget.open().say("I lost my card")
    expect(widget.lines("bot").last).to_contain_text("last four digits")
    widget.page.reload()
    widget.open()
    expect(widget.lines("customer")).to_have_text(["I lost my card"])
    widget.say("4417")
    expect(widget.lines("customer")).to_have_text(["I lost my card", "4417"])
    expect(widget.lines("bot").last).not_to_contain_text("last four digits")


def test_a_line_that_was_not_sent_survives_a_reload(context, server):
    is_cut = True
    page = context.new_page()
    page.route_web_socket("**/chat", lambda socket: socket.close(code=1013) if is_cut else socket.connect_to_server())
    page.goto(server.url)
    widget = Widget(page).open()
    widget.say("I lost my card")
    expect(widget.pending()).to_contain_text("Not sent yet")
    expect(widget.banner).to_contain_text("kept and sent later")
    widget.shot("offline")
    is_cut = False
    page.reload()
    widget.open()
    expect(widget.lines("customer")).to_have_text(["I lost my card"])
    expect(widget.pending()).to_have_count(0)


def test_lines_written_while_the_server_is_dead_arrive_once_and_in_order(widget, server):
    widget.open().say("I lost my card")
    expect(widget.lines("bot").last).to_contain_text("last four digits")
    server.kill()
    expect(widget.banner).to_contain_text("No connection")
    widget.say("it ends with 4417")
    widget.say("it was yesterday")
    expect(widget.pending()).to_have_count(2)
    server.start()
    expect(widget.lines("customer")).to_have_text(["I lost my card", "it ends with 4417", "it was yesterday"], timeout=60_000)
    expect(widget.pending()).to_have_count(0)


def test_two_tabs_are_in_step(widget, context, server):
    widget.open().say("what are your opening hours")
    expect(widget.lines("bot").nth(1)).to_be_visible()
    page = context.new_page()
    page.goto(server.url)
    other = Widget(page).open()
    expect(other.lines("customer")).to_have_text(["what are your opening hours"])
    other.say("thanks")
    expect(widget.lines("customer")).to_have_text(["what are your opening hours", "thanks"])


def test_what_came_while_the_chat_was_closed_is_counted(widget, server):
    widget.open().say(STORY)
    expect(widget.banner).to_contain_text("queue")
    widget.page.keyboard.press("Escape")
    code = server.desk("list")[0]["case"]
    server.desk("claim", code)
    server.desk("say", code, "Are you there?")
    expect(widget.badge).to_have_text("1")
    expect(widget.page.get_by_text("1 new message")).to_be_attached()
    widget.shot("unread")
    widget.open()
    expect(widget.badge).to_be_hidden()


def test_a_person_is_reached_by_keyboard_alone(widget):
    page = widget.page
    page.wait_for_function("Boolean(customElements.get('baton-chat'))")
    for name in ("Open chat", "Talk to a person"):
        for _ in range(30):
            focused = page.evaluate(
                "() => { const inner = document.querySelector('baton-chat').shadowRoot.activeElement;"
                " return inner ? inner.getAttribute('aria-label') ?? inner.textContent : '' }")
            if focused == name:
                break
            page.keyboard.press("Tab" if name == "Open chat" else "Shift+Tab")
        assert focused == name
        page.keyboard.press("Enter")
    expect(widget.banner).to_contain_text("queue")


def test_focus_is_never_stolen(widget, server):
    widget.open().say(STORY)
    expect(widget.banner).to_contain_text("queue")
    widget.page.get_by_role("link", name="the desk").focus()
    code = server.desk("list")[0]["case"]
    server.desk("claim", code)
    server.desk("say", code, "Hello")
    expect(widget.lines("agent")).to_have_text(["Hello"])
    assert widget.page.evaluate("document.activeElement.textContent") == "the desk"


def test_history_is_not_read_aloud(widget):
    widget.open().say("what are your opening hours")
    expect(widget.lines("bot").nth(1)).to_be_visible()
    widget.page.add_init_script(
        "window.live = []; addEventListener('baton-entry', (event) => live.push("
        "document.querySelector('baton-chat').shadowRoot.querySelector('[role=log]').getAttribute('aria-live')))")
    widget.page.reload()
    widget.open()
    expect(widget.lines("customer")).to_have_count(1)
    assert set(widget.page.evaluate("live")) == {"off"}
    widget.say("thanks")
    expect(widget.lines("customer")).to_have_count(2)
    assert widget.page.evaluate("live").pop() == "polite"


def test_quick_replies_are_buttons_beside_the_input(widget):
    widget.open().say("card")
    choices = widget.page.get_by_role("group", name="Answers to choose from").get_by_role("button")
    expect(choices.first).to_be_visible()
    widget.shot("choices")
    title = choices.first.inner_text()
    assert title
    choices.first.click()
    # The next question may have answers of its own.
    expect(choices.filter(has_text=title)).to_have_count(0)
    expect(widget.lines("customer")).to_have_count(2)
    assert widget.lines("customer").nth(1).inner_text().startswith(title)
    expect(widget.input).to_be_focused()


def test_the_transcript_can_be_taken_home(widget):
    widget.open().say(STORY)
    expect(widget.banner).to_contain_text("queue")
    widget.page.get_by_role("button", name="More").click()
    with widget.page.expect_download() as download:
        widget.page.get_by_role("button", name="Download transcript").click()
    text = download.value.path().read_text()
    assert f"You: {STORY}" in text
    assert "automated assistant" in text.splitlines()[0]


def test_forgetting_leaves_nothing_on_the_device(widget):
    widget.open().say("I lost my card")
    expect(widget.lines("customer")).to_have_count(1)
    widget.page.get_by_role("button", name="More").click()
    widget.page.get_by_role("button", name="Forget me on this device").click()
    widget.page.get_by_role("button", name="Yes, forget").click()
    expect(widget.lines("customer")).to_have_count(0)
    kept = widget.page.evaluate("JSON.stringify(localStorage)")
    assert "resume" not in kept and "card" not in kept
    widget.say("hello")
    expect(widget.lines("customer")).to_have_text(["hello"])


def test_ending_and_writing_again(widget):
    widget.open().say("what are your opening hours")
    expect(widget.lines("bot").nth(1)).to_be_visible()
    widget.page.get_by_role("button", name="More").click()
    widget.page.get_by_role("button", name="End chat").click()
    expect(widget.banner).to_contain_text("You ended the chat")
    widget.say("one more thing")
    expect(widget.lines("customer").last).to_have_text("one more thing")


def test_a_line_that_is_too_long_is_counted_and_kept(widget):
    widget.open()
    expect(widget.lines("bot").first).to_be_visible()
    widget.say("x" * 4_010)
    expect(widget.page.get_by_text("10 characters too long")).to_be_visible()
    expect(widget.lines("customer")).to_have_count(0)
    assert len(widget.input.input_value()) == 4_010


def test_no_serious_barrier_in_any_state(widget, server):
    def check(name):
        found = Axe().run(widget.page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == [], name

    check("closed")
    widget.open().say(STORY)
    expect(widget.banner).to_contain_text("queue")
    check("light")
    widget.page.emulate_media(color_scheme="dark")
    check("dark")
    widget.page.set_viewport_size({"width": 320, "height": 568})
    check("small")
    widget.page.get_by_role("button", name="More").click()
    check("menu")
    widget.shot("small-dark")
    assert widget.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_another_language_from_right_to_left(context, server):
    page = context.new_page()
    page.add_init_script(
        "document.addEventListener('readystatechange', () =>"
        " Object.assign(document.documentElement, { lang: 'de', dir: 'rtl' }), { once: true })")
    page.goto(server.url)
    launcher = page.get_by_role("button", name="Chat öffnen")
    assert launcher.bounding_box()["x"] < 200
    launcher.click()
    expect(page.get_by_role("button", name="Mit einem Menschen sprechen")).to_be_visible()
    widget = Widget(page)
    expect(widget.lines("bot").first).to_be_visible()
    page.get_by_role("textbox", name="Nachricht schreiben").fill("Ich habe meine Karte verloren")
    page.keyboard.press("Enter")
    expect(widget.lines("customer")).to_have_count(1)
    expect(page.get_by_text("Gesendet")).to_be_visible()
    widget.shot("right-to-left")


def test_the_page_is_as_strict_as_a_page_can_be(page, server):
    policy = page.request.get(server.url).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert not re.search("unsafe|data:|\\*", policy)


def through(page, server, change=lambda frame: frame, answer=lambda frame: None):
    """Lets frames of the server be changed, and frames of the widget be answered in its place."""
    sent = []

    def connect(client):
        upstream = client.connect_to_server()

        def from_client(data):
            frame = json.loads(data)
            sent.append(frame)
            own = answer(frame)
            client.send(json.dumps(own)) if own else upstream.send(data)

        client.on_message(from_client)
        upstream.on_message(lambda data: client.send(json.dumps(change(json.loads(data)))))
        sent.client = client

    sent = type("Sent", (list,), {})()
    page.route_web_socket("**/chat", connect)
    page.goto(server.url)
    return sent


def test_who_is_writing_is_shown_and_told(context, server):
    page = context.new_page()
    sent = through(page, server)
    widget = Widget(page).open()
    widget.say(STORY)
    expect(widget.banner).to_contain_text("queue")
    code = server.desk("list")[0]["case"]
    server.desk("claim", code)
    expect(widget.banner).to_contain_text("ana")
    sent.client.send(json.dumps({"type": "typing", "from": "agent"}))
    expect(page.get_by_text("ana is writing …")).to_be_visible()
    widget.shot("typing")
    expect(page.get_by_text("ana is writing …")).to_be_hidden()
    before = len([frame for frame in sent if frame["type"] == "typing"])
    widget.input.press_sequentially("are you there", delay=20)
    assert len([frame for frame in sent if frame["type"] == "typing"]) - before in (0, 1)
    assert any(frame["type"] == "typing" for frame in sent)


def test_a_line_that_is_refused_can_be_sent_again_or_discarded(context, server):
    page = context.new_page()
    refuses = True
    through(page, server, answer=lambda frame: refuses and frame["type"] == "say" and {
        "type": "nack", "cid": frame["cid"], "code": "bad", "retry_ms": 0, "final": True})
    widget = Widget(page).open()
    expect(widget.lines("bot").first).to_be_visible()
    widget.say("first")
    expect(widget.pending()).to_contain_text("Not sent")
    widget.say("second")
    expect(widget.pending()).to_have_count(2)
    widget.shot("failed")
    widget.pending().first.get_by_role("button", name="Discard").click()
    refuses = False
    widget.pending().first.get_by_role("button", name="Send again").click()
    expect(widget.lines("customer")).to_have_text(["second"])
    expect(widget.pending()).to_have_count(0)
    expect(page.locator("baton-chat .stored")).to_contain_text("Sent")


def test_the_wait_is_told_where_it_is_known(context, server):
    page = context.new_page()
    through(page, server, change=lambda frame: {**frame, "wait_s": 150} if frame["type"] == "status" else frame)
    widget = Widget(page).open()
    widget.say(STORY)
    expect(widget.banner).to_have_text(re.compile("You are number 1 in the queue. About [23] min."))


def test_a_customer_who_is_signed_in_finds_their_thread_on_every_device(chromium, tmp_path):
    secret = "what only the site and the server know"
    (tmp_path / "site.secret").write_text(secret)
    (tmp_path / "serve.yml").write_text(
        "identity: { audience: bank, keys: [{ algorithm: HS256, file: site.secret }] }\n")
    server = Server(tmp_path, "--config", str(tmp_path / "serve.yml"))

    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    def token():
        claims = {"sub": "4711", "aud": "bank", "exp": time.time() + 60, "name": "Ana Novak"}
        signed = part(b'{"alg":"HS256"}') + b"." + part(json.dumps(claims).encode())
        return (signed + b"." + part(hmac.new(secret.encode(), signed, hashlib.sha256).digest())).decode()

    def device(signed_in):
        page = chromium.new_context().new_page()
        page.set_default_timeout(20_000)
        page.expose_function("siteToken", token)
        if signed_in:
            page.add_init_script("customElements.whenDefined('baton-chat').then(() =>"
                                 " document.querySelector('baton-chat').ticket = () => siteToken())")
        page.goto(server.url)
        return Widget(page)

    try:
        phone = device(True).open()
        phone.say("said on the phone")
        expect(phone.lines("customer")).to_have_text(["said on the phone"])
        desktop = device(False).open()
        desktop.say("said as a visitor")
        expect(desktop.lines("customer")).to_have_text(["said as a visitor"])
        # The visitor signs in: what they wrote goes into the thread that they have.
        desktop.page.evaluate("document.querySelector('baton-chat').ticket = () => siteToken()")
        desktop.page.evaluate("document.querySelector('baton-chat').connection.stop('idle')")
        desktop.page.keyboard.press("Escape")
        desktop.open()
        expect(desktop.lines("customer")).to_have_text(["said on the phone", "said as a visitor"])
        expect(phone.lines("customer")).to_have_text(["said on the phone", "said as a visitor"])
        kept = desktop.page.evaluate("localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith('resume')))")
        desktop.page.evaluate("document.querySelector('baton-chat').logout()")
        expect(desktop.lines("customer")).to_have_count(0)
        assert "resume" not in desktop.page.evaluate("JSON.stringify(localStorage)")
        # The secret that was kept opens nothing any more.
        code = desktop.page.evaluate(
            "(resume) => new Promise((done) => { const socket = new WebSocket(location.href.replace('http', 'ws') + 'chat', 'baton.v1');"
            " socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', v: 1, resume }));"
            " socket.onclose = (event) => done(event.code); })", json.loads(kept))
        assert code == 4401
    finally:
        server.kill()


def test_the_widget_is_there_in_an_instant(chromium, server):
    """From the first byte of the page to a button that can be pressed, and from there to the greeting."""
    times = []
    # A machine that is busy with something else may take longer; that it can be so quick is what is promised.
    while len(times) < 3 or len(times) < 20 and min(times)[0] >= 300:
        context = chromium.new_context()
        page = context.new_page()
        page.add_init_script(
            "addEventListener('baton-ready', () => { window.readyAt = performance.now(); });"
            "addEventListener('baton-entry', () => { window.greetedAt ??= performance.now(); });")
        page.goto(server.url)
        expect(page.get_by_role("button", name="Open chat")).to_be_visible()
        page.evaluate("window.openedAt = performance.now(); document.querySelector('baton-chat').open()")
        expect(Widget(page).lines("bot").first).to_be_visible()
        times.append(page.evaluate(
            "[readyAt - performance.getEntriesByType('navigation')[0].responseStart, greetedAt - openedAt]"))
        context.close()
    print("first byte to usable, opened to greeted, in ms:", [[round(one) for one in pair] for pair in times])
    assert min(times)[0] < 300
