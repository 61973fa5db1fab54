"""Which files are accepted, told by their content; what is kept of them is taken apart and rebuilt.

A name and a declared type prove nothing, so neither is looked at. What is not part of a picture is
left out (`pictures.py`): where a photo was taken, previews, comments, and whatever hangs behind its
end. Sound is read as far as its container goes (`sounds.py`). A PDF is kept as it is.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from outreach.attachments.pictures import jpeg, png, webp
from outreach.attachments.sounds import mp4, ogg, webm
from outreach.attachments.walk import Broken, Unwanted
from outreach.clean import clean

MEGABYTE = 1024 * 1024
LONGEST_NAME = 80
PDF, PDF_END, PDF_TAIL = re.compile(rb"%PDF-[12]\.\d"), b"%%EOF", 2048
"""ISO 32000: how it begins, and the mark near its end."""
ENDINGS: Mapping[str, str] = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "audio/ogg": ".ogg",
    "audio/webm": ".webm",
    "audio/mp4": ".m4a",
    "application/pdf": ".pdf",
}
"""The accepted types, and how the name of such a file ends."""
KINDS = {"image": "photo", "audio": "voice"}
ODD = re.compile(r"[^\w.()+-]+")


class NotAccepted(Exception):
    """A file is not accepted; `reason` is empty, kind or broken."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that is accepted, as it is kept; its type is what its content shows."""

    media_type: str
    content: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """What it is to people: photo, voice or file."""
        return KINDS.get(self.media_type.partition("/")[0], "file")

    @property
    def sha256(self) -> str:
        """The sum of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def accepted(content: bytes) -> Accepted:
    """Return a file as it is kept; raises NotAccepted. It takes time in proportion to its size."""
    if not content:
        raise NotAccepted("empty")
    for media_type, begins, kept in READERS:
        if begins(content):
            try:
                return Accepted(media_type, kept(content))
            except Broken as error:
                raise NotAccepted("broken") from error
            except Unwanted as error:
                raise NotAccepted("kind") from error
    raise NotAccepted("kind")


def safe_name(name: str, media_type: str | None = None) -> str:
    """Return a name that is one on any machine: no folder, no odd sign, the ending of its type."""
    last = clean(name.replace("\\", "/").rpartition("/")[2][-4 * LONGEST_NAME :], None)
    stem = ODD.sub("_", " ".join(last.split()).replace(" ", "-")).strip("._-")
    if media_type is None:
        return stem[-LONGEST_NAME:]
    bare = stem.rpartition(".")[0 if "." in stem else 2][:LONGEST_NAME].strip("._-")
    return (bare or media_type.partition("/")[0]) + ENDINGS[media_type]


def _pdf(content: bytes) -> bytes:
    if PDF_END not in content[-PDF_TAIL:]:
        raise Broken
    return content


Reader = tuple[str, Callable[[bytes], object], Callable[[bytes], bytes]]
READERS: tuple[Reader, ...] = (
    ("image/jpeg", lambda content: content.startswith(b"\xff\xd8\xff"), jpeg),
    ("image/png", lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"), png),
    ("image/webp", lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP", webp),
    ("audio/ogg", lambda content: content.startswith(b"OggS"), ogg),
    ("audio/webm", lambda content: content.startswith(b"\x1a\x45\xdf\xa3"), webm),
    ("audio/mp4", lambda content: content[4:8] == b"ftyp", mp4),
    ("application/pdf", PDF.match, _pdf),
)
