"""A push service of our own, and a browser that reads what it brings, as the standards say.

It checks what a real one does: who sends (RFC 8292), and that the message is encrypted for this
browser (RFC 8291). Nothing here uses the code that it is for.
"""

import hashlib
import hmac
import json
import ssl
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.certificates import make_certificate


def packed(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _expand(key: bytes, info: bytes, length: int) -> bytes:
    return hmac.digest(key, info + b"\x01", hashlib.sha256)[:length]


@dataclass
class Browser:
    """The keys of a browser that subscribed."""

    private: EllipticCurvePrivateKey = field(
        default_factory=lambda: generate_private_key(SECP256R1())
    )
    secret: bytes = bytes(range(16))

    @property
    def point(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def keys(self) -> dict[str, str]:
        """The keys as the Push API hands them out."""
        return {"p256dh": packed(self.point), "auth": packed(self.secret)}

    def read(self, body: bytes) -> bytes:
        """Decrypt a message of one record (RFC 8291, 3.4; RFC 8188, 2)."""
        salt, length = body[:16], body[20]
        point, rest = body[21 : 21 + length], body[21 + length :]
        theirs = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
        shared = hmac.digest(self.secret, self.private.exchange(ECDH(), theirs), hashlib.sha256)
        material = _expand(shared, b"WebPush: info\0" + self.point + point, 32)
        key = hmac.digest(salt, material, hashlib.sha256)
        nonce = _expand(key, b"Content-Encoding: nonce\0", 12)
        plain = AESGCM(_expand(key, b"Content-Encoding: aes128gcm\0", 16)).decrypt(
            nonce, rest, None
        )
        text, end, _ = plain.rpartition(b"\x02")
        assert end
        return text


@dataclass
class Pushed:
    """One message: what it says, how it came, and what its sender says of themselves."""

    said: dict[str, Any]
    length: int
    headers: dict[str, str]
    claims: dict[str, Any]
    key: str


@dataclass
class PushService:
    """Takes messages for one browser; `answers` are what it says instead of 201, in turn."""

    browser: Browser = field(default_factory=Browser)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    taken: list[Pushed] = field(default_factory=list)
    address: str = ""
    host: str = ""
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        claims, key = known(request.headers["Authorization"])
        said = json.loads(self.browser.read(body))
        self.taken.append(Pushed(said, len(body), dict(request.headers), claims, key))
        status, headers = self.answers.pop(0) if self.answers else (201, {})
        return web.Response(status=status, headers=headers)


def known(header: str) -> tuple[dict[str, Any], str]:
    """Check who sends; return their claims and their key."""
    scheme, _, rest = header.partition(" ")
    assert scheme == "vapid"
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    text, _, signature = parts["t"].rpartition(".")
    first, second = unpacked(signature)[:32], unpacked(signature)[32:]
    pair = encode_dss_signature(int.from_bytes(first, "big"), int.from_bytes(second, "big"))
    point = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unpacked(parts["k"]))
    point.verify(pair, text.encode(), ECDSA(SHA256()))
    head, claims = (json.loads(unpacked(part)) for part in text.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    return claims, parts["k"]


@asynccontextmanager
async def push_service(folder: Path) -> AsyncIterator[PushService]:
    """Run a push service over TLS on a free port."""
    certificate = make_certificate(folder / "push.pem", "IP:127.0.0.1")
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate)
    service = PushService(trust=ssl.create_default_context(cafile=str(certificate)))
    app = web.Application()
    app.router.add_post("/push/{name}", service.take)
    server = TestServer(app, scheme="https")
    await server.start_server(ssl=served)
    service.host = f"127.0.0.1:{server.port}"
    service.address = f"https://{service.host}/push/anna"
    yield service
    await server.close()
