"""Clients that others wrote, at a server whose site signs tokens."""

import pathlib
import sys

import jwt
import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Serving"))
from serving import Server

AUDIENCE = "branch-bank"


class Site:
    """A site with a key for each algorithm, and one that it does not use."""

    def __init__(self, folder):
        self.secret = "what only the site and the server know"
        self.keys = {
            "HS256": self.secret, "ES256": ec.generate_private_key(ec.SECP256R1()),
            "EdDSA": ed25519.Ed25519PrivateKey.generate(),
        }
        self.strange = {
            "ES256": ec.generate_private_key(ec.SECP256R1()), "ES384": ec.generate_private_key(ec.SECP384R1()),
            "EdDSA": ed25519.Ed25519PrivateKey.generate(), "RS256": rsa.generate_private_key(65537, 2048),
        }
        (folder / "site.secret").write_text(self.secret + "\n")
        for algorithm in ("ES256", "EdDSA"):
            (folder / f"{algorithm}.pem").write_bytes(self.public(algorithm))
        self.settings = folder / "serve.yml"
        self.settings.write_text(
            f"identity:\n  audience: {AUDIENCE}\n  issuer: https://bank.example\n  keys:\n"
            "    - { algorithm: HS256, file: site.secret }\n"
            "    - { algorithm: ES256, file: ES256.pem, kid: '2026' }\n"
            "    - { algorithm: EdDSA, file: EdDSA.pem }\n")

    def public(self, algorithm):
        return self.keys[algorithm].public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    def sign(self, claims, algorithm="ES256", key=None, **headers):
        return jwt.encode(claims, self.keys[algorithm] if key is None else key, algorithm=algorithm, headers=headers)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    return Site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def server(tmp_path_factory, site):
    server = Server(tmp_path_factory.mktemp("server"), "--config", str(site.settings))
    yield server
    server.kill()


@pytest.fixture
def exchange(server):
    """Asks for a ticket."""
    return lambda token: requests.post(
        server.url + "chat/ticket", headers={"Authorization": f"Bearer {token}"}, timeout=10)
