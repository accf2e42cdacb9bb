"""What a customer meets in the widget, from the first line to the rating."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import Widget

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
    choices.first.click()
    expect(choices).to_have_count(0)
    expect(widget.lines("customer")).to_have_count(2)
    assert title
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

    def turn_round(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('lang="en"', 'lang="de" dir="rtl"'))

    page.route(server.url, turn_round)
    page.goto(server.url)
    launcher = page.get_by_role("button", name="Chat öffnen")
    assert launcher.bounding_box()["x"] < 200
    launcher.click()
    expect(page.get_by_role("button", name="Mit einem Menschen sprechen")).to_be_visible()
    Widget(page).shot("right-to-left")


def test_the_page_is_as_strict_as_a_page_can_be(page, server):
    policy = page.request.get(server.url).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert not re.search("unsafe|data:|\\*", policy)
