"""An answer of another's server, read strictly as its bytes come.

httptools (llhttp) finds where an answer ends; what could be read in two ways is no answer.
"""

from typing import NamedTuple

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

BODY_LIMIT = 32 * 1024 * 1024
"""Bytes: some ten times what the Bot API sends at once."""
FRAME_LIMIT = 64 * 1024
"""Bytes that are not body: the head, sizes of chunks, trailers."""
ANNOUNCING, SWITCHING, FINAL = range(100, 200), 101, range(200, 600)
"""Statuses (RFC 9110, 15)."""


class NoAnswer(Exception):
    """No answer came, or none that can be read; the call may have taken effect."""


class Answer(NamedTuple):
    """The status and the whole body."""

    status: int
    body: bytes


class Reading:
    """Reads the answers on one connection; `last`: none can follow."""

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        self.last = False
        self.begin()

    def begin(self) -> None:
        """Expect an answer."""
        self._answer: Answer | None = None
        self._body: list[bytes] = []
        self._length = self._came = 0
        self._trouble = ""
        self._in_body = self._has_end = False

    def feed(self, data: bytes) -> Answer | None:
        """Read on, and return the answer once it is whole; raises NoAnswer."""
        self._came += len(data)
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self.last = True
            # after a whole answer, what follows is nobody's
            if self._answer is None:
                raise NoAnswer(f"it cannot be read: {error}") from error
        if self._length > BODY_LIMIT or self._came - self._length > FRAME_LIMIT:
            raise NoAnswer("it is too long")
        if self._trouble:
            raise NoAnswer(self._trouble)
        return self._answer

    def end(self) -> Answer | None:
        """Return the answer if it lasts until the connection ends (RFC 9112, 6.3), as it has."""
        if not self._in_body or self._has_end or self._trouble:
            return None
        return Answer(self._parser.get_status_code(), b"".join(self._body))

    def on_message_begin(self) -> None:
        """Called by the parser, as are those below; a second answer is nobody's."""
        self.last = self.last or self._answer is not None

    def on_header(self, name: bytes, value: bytes) -> None:
        """See whether the answer says where it ends."""
        name = name.lower()
        if name == b"content-length":
            self._has_end = True
        elif name == b"transfer-encoding":
            # the parser would hand on what others have packed
            if self._has_end or value.strip().lower() != b"chunked":
                self._trouble = "its encoding was not asked for"
            self._has_end = True

    def on_headers_complete(self) -> None:
        """What follows is the body."""
        self._in_body = True

    def on_body(self, data: bytes) -> None:
        """Keep a part of the body."""
        self._body.append(data)
        self._length += len(data)

    def on_message_complete(self) -> None:
        """Keep the answer, but not one that only announces it (RFC 9110, 15.2)."""
        status = self._parser.get_status_code()
        if self._answer is not None:
            return
        if status in ANNOUNCING and status != SWITCHING:
            self._in_body = self._has_end = False
            return
        if status not in FINAL:
            self._trouble = "there is no such status"
        self.last = not self._parser.should_keep_alive()
        self._answer = Answer(status, b"".join(self._body))
