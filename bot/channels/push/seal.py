"""What goes to a push service: a message that only one browser can read, and who sends it.

Message encryption for web push (RFC 8291, over RFC 8188) and voluntary identification (RFC 8292),
over the primitives of `cryptography`. The libraries for it bring an HTTP client of their own each.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = SECP256R1()
NUMBER_BYTES, SALT_BYTES, AUTH_BYTES = 32, 16, 16
RECORD_BYTES = 4_096
"""One record holds all of it (RFC 8188, 2.1)."""
PADDED_BYTES = 256
"""All messages are as long as this, so that their length tells nothing."""
END = b"\x02"
"""Stands after the text of the last record (RFC 8188, 2)."""
LASTS = timedelta(hours=12)
"""How long a token is good; 24 hours at most (RFC 8292, 2)."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The keys of the browser that reads a message."""

    public: EllipticCurvePublicKey
    auth: bytes

    @classmethod
    def of(cls, p256dh: str, auth: str) -> "Reader":
        """Read the keys as a browser gives them; raises ValueError if they are none."""
        point, secret = _unpacked(p256dh), _unpacked(auth)
        if len(secret) != AUTH_BYTES:
            raise ValueError("auth")
        return cls(EllipticCurvePublicKey.from_encoded_point(CURVE, point), secret)


def fresh_key() -> bytes:
    """Make a private key."""
    return _number(generate_private_key(CURVE).private_numbers().private_value)


def public_key(key: bytes) -> str:
    """Return the public key that belongs to a private one, as browsers take it."""
    return _packed(_point(_private(key)))


def sealed(
    text: bytes,
    reader: Reader,
    once: EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
    length: int = PADDED_BYTES,
) -> bytes:
    """Encrypt a text for one browser (RFC 8291, 3.4), padded to a length.

    `once` and `salt` are new for each message: they are handed in by tests only.
    """
    once, salt = once or generate_private_key(CURVE), salt or os.urandom(SALT_BYTES)
    point = _point(once)
    info = b"WebPush: info\0" + _encoded(reader.public) + point
    secret = _derived(once.exchange(ECDH(), reader.public), reader.auth, info, 32)
    key = _derived(secret, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(secret, salt, b"Content-Encoding: nonce\0", 12)
    padded = (text + END).ljust(length, b"\0")
    head = salt + RECORD_BYTES.to_bytes(4, "big") + bytes([len(point)]) + point
    return head + AESGCM(key).encrypt(nonce, padded, None)


def signed(key: bytes, service: str, contact: str, now: datetime) -> str:
    """Return the header that tells a push service who sends (RFC 8292, 3)."""
    private = _private(key)
    claims = {"aud": service, "exp": int((now + LASTS).timestamp()), "sub": contact}
    parts = [
        _packed(json.dumps(part).encode()) for part in ({"typ": "JWT", "alg": "ES256"}, claims)
    ]
    text = ".".join(parts)
    pair = decode_dss_signature(private.sign(text.encode(), ECDSA(SHA256())))
    signature = _packed(b"".join(_number(half) for half in pair))
    return f"vapid t={text}.{signature}, k={public_key(key)}"


def _private(key: bytes) -> EllipticCurvePrivateKey:
    return derive_private_key(int.from_bytes(key, "big"), CURVE)


def _point(private: EllipticCurvePrivateKey) -> bytes:
    return _encoded(private.public_key())


def _encoded(public: EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


def _number(value: int) -> bytes:
    return value.to_bytes(NUMBER_BYTES, "big")


def _packed(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _unpacked(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
