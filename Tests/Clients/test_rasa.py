"""Rasa's REST channel, by a client from PyPI as it is."""

import asyncio

from aiohttp import ClientSession
from rasa_integration_testing.protocol import ProtocolType

import requests


def test_rasa_integration_testing_from_pypi_talks_unchanged(server):
    async def talk():
        protocol = ProtocolType.from_string("rest", server.url + "webhooks/rest/webhook")
        async with ClientSession() as session:
            said = []
            for message in ("I lost my card", "4417"):
                said.append(await protocol.send_input({"sender": "rasa-client", "message": message}, session))
            return said

    first, second = asyncio.run(talk())
    assert all(set(one) <= {"recipient_id", "text", "buttons"} and one["recipient_id"] == "rasa-client" for one in first + second)
    assert any("last four digits" in one["text"] for one in first)
    assert second and not any("last four digits" in one["text"] for one in second)


def test_buttons_are_as_rasa_has_them(server):
    answer = requests.post(
        server.url + "webhooks/rest/webhook", json={"sender": "buttons", "message": "card"}, timeout=10).json()
    buttons = next(one["buttons"] for one in answer if "buttons" in one)
    assert all(set(button) == {"title", "payload"} for button in buttons)
    chosen = requests.post(
        server.url + "webhooks/rest/webhook", json={"sender": "buttons", "message": buttons[0]["payload"]}, timeout=10)
    assert chosen.json()


def test_a_stream_is_one_object_a_line(server):
    answer = requests.post(
        server.url + "webhooks/rest/webhook?stream=true", json={"sender": "stream", "message": "hello"}, timeout=10)
    lines = answer.text.splitlines()
    assert len(lines) > 1 and all(line.startswith('{"recipient_id":"stream"') for line in lines)
