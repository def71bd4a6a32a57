"""A small OpenID Connect provider that listens on this machine, as a council's own would."""

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils.html import escape

from portal.settings import identity_provider

CLIENT, SECRET = "committee-papers", "the client's secret"
Answer = tuple[str, list[tuple[str, str]], bytes]


class Quiet(WSGIRequestHandler):
    def log_message(self, *_words: Any) -> None:
        pass


@dataclass
class Provider:
    """`claims` is what it says of whoever signs in; `breaks` names what it answers nonsense at."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "u-1", "email_verified": True})
    breaks: str = ""
    issuer: str = ""
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    asked: dict[str, dict[str, str]] = field(default_factory=dict)

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        place = environ["PATH_INFO"].rsplit("/", 1)[-1]
        length = int(environ.get("CONTENT_LENGTH") or 0)
        typed = environ["QUERY_STRING"] or environ["wsgi.input"].read(length).decode()
        sent = {name: values[0] for name, values in parse_qs(typed).items()}
        status, headers, body = self.answer(place, sent, environ)
        start(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def answer(self, place: str, sent: dict[str, str], environ: dict[str, Any]) -> Answer:
        if place == self.breaks:
            return in_json({"nonsense": True})
        match place:
            case "openid-configuration":
                return in_json(self.configuration())
            case "authorise":
                return self.form(sent)
            case "token":
                return self.token(sent)
            case "userinfo" if environ.get("HTTP_AUTHORIZATION") == "Bearer a-token":
                return in_json(self.claims)
        return "404 Not Found", [("Content-Type", "text/plain")], b"Nothing"

    def configuration(self) -> dict[str, Any]:
        places = {
            "authorization_endpoint": "authorise",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        addresses = {name: f"{self.issuer}/{place}" for name, place in places.items()}
        return {"issuer": self.issuer, "token_endpoint_auth_methods_supported": ["client_secret_post"], **addresses}

    def form(self, sent: dict[str, str]) -> Answer:
        """Where somebody would type their password: links that say yes, and no."""
        code = secrets.token_urlsafe()
        self.asked[code] = sent
        back, state = sent["redirect_uri"], sent["state"]
        yes = f"{back}?{urlencode({'code': code, 'state': state})}"
        no = f"{back}?{urlencode({'error': 'access_denied', 'state': state})}"
        page = f'<title>Council account</title><a href="{escape(yes)}">Yes</a> <a href="{escape(no)}">No</a>'
        return "200 OK", [("Content-Type", "text/html")], page.encode()

    def token(self, sent: dict[str, str]) -> Answer:
        """For whoever asked, knows the secret and the proof, once."""
        asked = self.asked.pop(sent["code"], {})
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (sent.get("client_secret"), proof) != (SECRET, asked.get("code_challenge")):
            return "400 Bad Request", [("Content-Type", "application/json")], b'{"error": "invalid_grant"}'
        now = int(time.time())
        said = {**self.claims, "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60}
        token = jwt.encode(said, self.key, algorithm="ES256")
        return in_json({"access_token": "a-token", "token_type": "Bearer", "expires_in": 60, "id_token": token})


def in_json(value: Any) -> Answer:
    return "200 OK", [("Content-Type", "application/json")], json.dumps(value).encode()


@contextmanager
def listening(settings: Any, **fields: Any) -> Iterator[Provider]:
    """With the settings as they are where the environment names it."""
    provider = Provider(**fields)
    with make_server("localhost", 0, provider, handler_class=Quiet) as server:
        provider.issuer = f"http://localhost:{server.server_port}"
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": named(provider)}}
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()


def named(provider: Provider) -> list[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("OIDC_ISSUER", provider.issuer)
        environment.setenv("OIDC_CLIENT_ID", CLIENT)
        environment.setenv("OIDC_CLIENT_SECRET", SECRET)
        environment.setenv("OIDC_NAME", "Marlbridge account")
        return identity_provider()
