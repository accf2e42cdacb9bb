"""Microsoft's Direct Line, by a client from PyPI as it is, and by what its other clients do."""

import json
import time
import uuid

import pytest
import requests
import websocket
from directline_client import DirectLineClient


def test_directline_client_from_pypi_talks_unchanged(server):
    client = DirectLineClient(secret="any secret", endpoint=server.url + "v3/directline")
    answer = client.call_llm("what are your opening hours", timeout=20, poll_interval=0.2)
    assert "automated assistant" in answer and "open" in answer.lower()
    again = client.call_llm("I lost my card", timeout=20, poll_interval=0.2)
    assert "last four digits" in again
    assert client.call_llm("4417", timeout=20, poll_interval=0.2)
    assert "automated assistant" not in again


class WebChat:
    """What BotFramework-DirectLineJS sends, from the protocol's description: with a token, over the stream, and again by itself."""

    def __init__(self, server, user="dl_visitor"):
        self.root = server.url + "v3/directline/"
        self.user = user
        self.token = self.ask("POST", "tokens/generate", bearer="any secret").json()["token"]
        begun = self.ask("POST", "conversations", json={"user": {"id": user}})
        assert begun.status_code == 201
        self.take(begun.json())

    def ask(self, method, path, bearer=None, **more):
        headers = {"Authorization": f"Bearer {bearer or self.token}", "x-ms-bot-agent": "DirectLine/3.0"}
        return requests.request(method, self.root + path, headers=headers, timeout=60, **more)

    def take(self, grant):
        assert grant["token"] and grant["expires_in"] > 1_700
        self.id, self.token, self.url = grant["conversationId"], grant["token"], grant["streamUrl"]

    def connect(self):
        self.socket = websocket.create_connection(self.url, timeout=60)
        return self

    def reconnect(self, watermark):
        self.take(self.ask("GET", f"conversations/{self.id}?watermark={watermark}").json())
        return self.connect()

    def post(self, text, **more):
        activity = {
            "type": "message", "text": text, "from": {"id": self.user}, "locale": "en", "textFormat": "plain",
            "timestamp": "2026-11-20T09:00:00.000Z", "entities": [], "channelData": {"clientActivityID": str(uuid.uuid4())},
            **more}
        answer = self.ask("POST", f"conversations/{self.id}/activities", json=activity)
        assert answer.status_code == 200, answer.text
        return answer.json()["id"], activity["channelData"]["clientActivityID"]

    def activities(self, holds):
        """Reads the stream until one activity is what is looked for."""
        found, deadline = [], time.monotonic() + 60
        while time.monotonic() < deadline:
            data = self.socket.recv()
            if not data:
                continue
            group = json.loads(data)
            self.watermark = group.get("watermark", getattr(self, "watermark", None))
            found += group["activities"]
            if any(holds(one) for one in group["activities"]):
                return found
        raise AssertionError(f"it did not come behind {[one.get('text') for one in found]}")


def test_a_stream_brings_everything_once_and_goes_on_behind_the_watermark(server):
    chat = WebChat(server).connect()
    chat.activities(lambda one: one["from"]["id"] == "bot")
    name, mark = chat.post("what are your opening hours")
    seen = chat.activities(lambda one: one["from"]["id"] == "bot")
    echo = next(one for one in seen if one["from"]["role"] == "user")
    # WebChat knows its own line again by its id and its mark.
    assert echo["id"] == name and echo["channelData"]["clientActivityID"] == mark and echo["from"]["id"] == chat.user
    chat.socket.send("{}")
    chat.socket.close()
    chat.post("I lost my card")
    chat.reconnect(chat.watermark)
    rest = chat.activities(lambda one: "last four digits" in one.get("text", ""))
    assert [one["text"] for one in rest if one["from"]["role"] == "user"] == ["I lost my card"]
    assert [one["id"] for one in seen + rest] == sorted({one["id"] for one in seen + rest})


def test_a_token_is_refreshed_and_an_old_one_goes_on(server):
    chat = WebChat(server)
    before = chat.token
    chat.take(chat.ask("POST", "tokens/refresh").json())
    assert chat.token != before
    for token in (before, chat.token):
        assert chat.ask("GET", f"conversations/{chat.id}/activities", bearer=token).status_code == 200


def test_an_address_of_a_stream_opens_once(server):
    chat = WebChat(server).connect()
    second = websocket.create_connection(chat.url, timeout=60)
    assert second.recv_data()[0] == websocket.ABNF.OPCODE_CLOSE
    chat.socket.close()


def test_quick_replies_are_suggested_actions_and_pressing_one_says_it(server):
    chat = WebChat(server).connect()
    chat.post("card")
    offered = chat.activities(lambda one: "suggestedActions" in one)[-1]["suggestedActions"]["actions"]
    assert all(action["type"] == "imBack" and action["title"] and action["value"] for action in offered)
    chat.post(offered[0]["value"])
    chat.activities(lambda one: one["from"]["role"] == "user" and one["text"] == offered[0]["value"])


def test_an_agent_is_not_the_bot(server):
    chat = WebChat(server).connect()
    chat.post("I would like to talk to a person")
    chat.activities(lambda one: one["from"]["role"] == "user")
    chat.activities(lambda one: one["from"]["id"] == "bot")
    code = next(case["case"] for case in server.desk("list") if any(
        address["address"] == chat.id for address in case["customer"]["addresses"]))
    server.desk("claim", code)
    server.desk("say", code, "Hello, this is Ana.")
    seen = chat.activities(lambda one: one.get("text") == "Hello, this is Ana.")
    assert seen[-1]["from"] == {"id": "agent-ana", "name": "ana", "role": "bot"}


def test_files_are_refused_clearly(server):
    chat = WebChat(server)
    refused = chat.ask("POST", f"conversations/{chat.id}/upload?userId=x", data=b"bytes", )
    assert refused.status_code == 415 and "text" in refused.json()["detail"]
    attached = chat.ask("POST", f"conversations/{chat.id}/activities", json={
        "type": "message", "from": {"id": "x"}, "attachments": [{"contentType": "image/png", "contentUrl": "data:,"}]})
    assert attached.status_code == 415


def test_other_activities_are_taken_without_a_line(server):
    chat = WebChat(server)
    path = f"conversations/{chat.id}/activities"
    for kind in ("typing", "event", "endOfConversation"):
        assert chat.ask("POST", path, json={"type": kind, "from": {"id": "x"}, "name": "x", "value": {"a": [1]}}).status_code == 200
    assert all(one["from"]["role"] != "user" for one in chat.ask("GET", path).json()["activities"])


def test_a_browser_of_another_origin_is_asked_before(server):
    answer = requests.options(
        server.url + "v3/directline/conversations", timeout=10,
        headers={"Origin": server.url.rstrip("/"), "Access-Control-Request-Headers": "authorization,x-ms-bot-agent"})
    assert answer.status_code == 204
    assert {"authorization", "x-ms-bot-agent", "content-type"} <= set(
        answer.headers["access-control-allow-headers"].split(", "))
