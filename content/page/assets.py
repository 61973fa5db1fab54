"""The static files of the pages. Each address has a hash of the content, to be cached for ever."""

import gzip
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from content.page.tokens import FILE as TOKENS
from content.page.tokens import colours
from content.page.town import NOWHERE, Town

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
LOGO, MARK = "logo", "mark.svg"
CONSOLE = "console"
"""The folder of what only the pages of staff load."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file: the name in its address, its kind and its bytes."""

    name: str
    kind: str
    body: bytes
    packed: bytes
    """The same, compressed by gzip."""

    @property
    def drawing(self) -> bool:
        """True if it is an SVG, which a browser may open by itself."""
        return self.kind == KINDS["svg"]

    @property
    def text(self) -> bool:
        """True if its letters are in UTF-8."""
        return self.kind in KINDS.values()


class Assets:
    """All static files, read once, in the style of a town; the logo is called `logo`."""

    def __init__(self, town: Town = NOWHERE) -> None:
        self._names: dict[str, str] = {}
        self._assets: dict[str, Asset] = {}
        here = files("content.page")
        for file in (*here.iterdir(), *here.joinpath(CONSOLE).iterdir()):
            stem, _, suffix = file.name.rpartition(".")
            if suffix in KINDS:
                body = _in_style(file.name, file.read_bytes(), town)
                self._keep(file.name, stem, suffix, KINDS[suffix], body)
        if town.logo is not None:
            self._keep(LOGO, LOGO, town.logo.suffix, town.logo.kind, town.logo.body)

    def _keep(self, known: str, stem: str, suffix: str, kind: str, body: bytes) -> None:
        name = f"{stem}.{sha256(body).hexdigest()[:12]}.{suffix}"
        self._names[known] = name
        self._assets[name] = Asset(name, kind, body, gzip.compress(body, mtime=0))

    def address(self, file: str) -> str:
        """Return the present address of a file; raises KeyError if there is none of that name."""
        return f"/static/{self._names[file]}"

    def file(self, file: str) -> Asset:
        """Return a file by its own name; raises KeyError if there is none of that name."""
        return self._assets[self._names[file]]

    def find(self, name: str) -> Asset | None:
        """Return the file for the last part of an address; None if unknown or an old version."""
        return self._assets.get(name)


def mark_in(town: Town) -> str:
    """Return our mark as an SVG, in the colour of a town."""
    mark = files("content.page").joinpath(MARK).read_text(encoding="utf-8")
    return mark.replace(colours()["accent"], town.style.light.accent)


def _in_style(name: str, body: bytes, town: Town) -> bytes:
    if name == TOKENS:
        return body + town.style.css.encode()
    return mark_in(town).encode() if name == MARK else body
