"""Tokens as PyJWT signs them, and as those do who would like to be somebody else."""

import base64
import json
import time

import jwt
import pytest
import websocket

from conftest import AUDIENCE


def claims(**changes):
    now = int(time.time())
    usual = {"sub": "4711", "aud": AUDIENCE, "iss": "https://bank.example", "exp": now + 300, "iat": now, "name": "Ana"}
    return {name: value for name, value in {**usual, **changes}.items() if value is not None}


def hello(server, **fields):
    socket = websocket.create_connection(server.url.replace("http", "ws") + "chat", subprotocols=["baton.v1"], timeout=10)
    socket.send(json.dumps({"type": "hello", "v": 1, **fields}))
    return socket, json.loads(socket.recv())


@pytest.mark.parametrize("algorithm", ["HS256", "ES256", "EdDSA"])
def test_every_algorithm_lets_its_customer_in(server, site, exchange, algorithm):
    given = exchange(site.sign(claims(sub=f"by {algorithm}"), algorithm)).json()
    assert given["expires_in"] == 60
    socket, welcome = hello(server, ticket=given["ticket"])
    assert welcome["type"] == "welcome"
    socket.close()
    again = exchange(site.sign(claims(sub=f"by {algorithm}"), algorithm)).json()["ticket"]
    assert hello(server, ticket=again)[1]["thread"] == welcome["thread"]
    # A ticket counts once.
    assert hello(server, ticket=again)[1] == {"type": "bye", "code": "auth", "retry_ms": 0}


def test_a_named_key(site, exchange):
    assert exchange(site.sign(claims(), kid="2026")).status_code == 200
    assert exchange(site.sign(claims(), kid="2025")).status_code == 401


@pytest.mark.parametrize("changes, why", [
    ({"exp": int(time.time()) - 60}, "expired"), ({"exp": None}, "never expires"),
    ({"nbf": int(time.time()) + 3600}, "not valid yet"), ({"iat": int(time.time()) + 3600}, "not valid yet"),
    ({"aud": "shop"}, "somebody else"), ({"aud": None}, "somebody else"), ({"aud": ["shop", "other"]}, "somebody else"),
    ({"iss": "https://evil.example"}, "from somebody else"), ({"iss": None}, "from somebody else"),
    ({"sub": None}, "nobody"), ({"sub": ""}, "nobody"), ({"sub": "x" * 129}, "nobody"),
])
def test_what_the_site_signed_and_cannot_be_taken(site, exchange, changes, why):
    answer = exchange(site.sign(claims(**changes), "HS256"))
    assert answer.status_code == 401 and why in answer.json()["detail"]
    assert answer.headers["content-type"] == "application/problem+json"


def encoded(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def hostile(site):
    good = site.sign(claims())
    header, body, signature = good.split(".")
    yield "no algorithm", jwt.encode(claims(), None, algorithm="none")
    yield "no signature", f"{header}.{body}."
    yield "an algorithm that is none", f'{encoded({"alg": "nOnE"})}.{body}.{signature}'
    # PyJWT itself refuses to sign with a public key, so this is done by hand.
    import hashlib
    import hmac
    for algorithm in ("ES256", "EdDSA"):
        for key in (site.public(algorithm), site.public(algorithm).strip()):
            signed = f'{encoded({"alg": "HS256", "typ": "JWT"})}.{encoded(claims())}'
            yield f"HS256 with the public key of {algorithm}", \
                f"{signed}.{encoded(hmac.new(key, signed.encode(), hashlib.sha256).digest())}"
    for algorithm, key in site.strange.items():
        yield f"another key by {algorithm}", site.sign(claims(), algorithm, key=key)
    yield "another secret", site.sign(claims(), "HS256", key="what the site and the server do not know")
    yield "an empty secret", jwt.encode(claims(), "", algorithm="HS256")
    yield "other claims", f"{header}.{encoded(claims(sub='4712'))}.{signature}"
    yield "a key of one's own in the header", site.sign(
        claims(), key=site.strange["ES256"], jwk={"kty": "EC", "crv": "P-256"}, jku="https://evil.example/keys")
    twice = json.dumps(claims()).replace("{", '{"sub":"4712",', 1).encode()
    signed = f'{encoded({"alg": "HS256"})}.{encoded(twice)}'
    yield "a name twice", \
        f"{signed}.{encoded(hmac.new(site.secret.encode(), signed.encode(), hashlib.sha256).digest())}"
    yield "nothing", "e30.e30.e30"
    yield "four parts", good + "." + signature
    yield "padding", good + "="
    yield "huge", header + "." + "A" * 9_000 + "." + signature
    yield "a signature of zeros", f'{header}.{body}.{encoded(bytes(64))}'


def test_nobody_else_gets_a_ticket(site, exchange):
    for name, token in hostile(site):
        answer = exchange(token)
        assert answer.status_code == 401, name
        # What is wrong is told to the site alone.
        assert answer.json()["detail"] == "the token cannot be taken", name


def test_a_header_field_that_is_far_too_long_is_refused(server, exchange):
    assert exchange("A" * 20_000).status_code in (400, 431)


def test_the_log_has_no_token_and_no_ticket(server, site, exchange, tmp_path):
    token = site.sign(claims(sub="log"))
    ticket = exchange(token).json()["ticket"]
    _, welcome = hello(server, ticket=ticket)
    log = open(server.log.name).read()
    for secret in (token, ticket, welcome["resume"]):
        assert secret not in log
