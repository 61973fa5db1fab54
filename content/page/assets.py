"""The static files of the pages. Each address has a hash of the content, to be cached for ever."""

import gzip
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file: the name in its address, its kind and its bytes."""

    name: str
    kind: str
    body: bytes
    packed: bytes
    """The same, compressed by gzip."""


class Assets:
    """All static files, read once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._assets: dict[str, Asset] = {}
        for file in files("content.page").iterdir():
            stem, _, suffix = file.name.rpartition(".")
            if suffix in KINDS:
                body = file.read_bytes()
                name = f"{stem}.{sha256(body).hexdigest()[:12]}.{suffix}"
                self._names[file.name] = name
                self._assets[name] = Asset(name, KINDS[suffix], body, gzip.compress(body, mtime=0))

    def address(self, file: str) -> str:
        """Return the present address of a file; raises KeyError if there is none of that name."""
        return f"/static/{self._names[file]}"

    def find(self, name: str) -> Asset | None:
        """Return the file for the last part of an address; None if unknown or an old version."""
        return self._assets.get(name)
