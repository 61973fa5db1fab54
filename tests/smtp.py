"""A mail server on a free port, with the faults that a test needs (RFC 5321, 3207, 4954)."""

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from tests.botapi.changes import Changes


@dataclass
class MailServer:
    """What came in, and its answers: `refused` people with the reason, `data` in place of "taken".

    `password` is asked for, `tls` is offered; it may be too `busy`.
    """

    port: int = 0
    refused: Collection[str] = field(default_factory=set)
    data: str = "250 taken"
    password: str = ""
    tls: ssl.SSLContext | None = None
    busy: bool = False
    cut: bool = False
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)

    @property
    def texts(self) -> list[str]:
        """The texts of all mails."""
        return [message.get_content().replace("\r\n", "\n") for _, message in self.taken]

    async def until(self, count: int) -> EmailMessage:
        """Wait until so many mails came in; return the last one."""
        await self.changes.until(lambda: len(self.taken) >= count)
        return self.taken[-1][1]

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Have one conversation."""
        try:
            await self._talk(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"421 too busy\r\n" if self.busy else b"220 mail.example\r\n")
        known, to = not self.password, ""
        while line := (await reader.readline()).decode().strip():
            verb, _, rest = line.partition(" ")
            match verb.upper():
                case "EHLO" | "HELO":
                    offered = [
                        "mail.example",
                        "8BITMIME",
                        *["STARTTLS"] * bool(self.tls),
                        *["AUTH PLAIN"] * (not known),
                    ]
                    answer = "\r\n".join(
                        [f"250-{word}" for word in offered[:-1]] + [f"250 {offered[-1]}"]
                    )
                case "STARTTLS":
                    assert self.tls is not None
                    writer.write(b"220 go on\r\n")
                    await writer.start_tls(self.tls)
                    continue
                case "AUTH":
                    given = base64.b64decode(rest.partition(" ")[2]).split(b"\0")[-1].decode()
                    known = given == self.password
                    answer = "235 welcome" if known else "535 wrong password"
                case "RCPT":
                    to = rest.partition("<")[2].partition(">")[0]
                    answer = self._asked(to)
                case "DATA":
                    writer.write(b"354 go on\r\n")
                    body = await reader.readuntil(b"\r\n.\r\n")
                    if self.data.startswith("250"):
                        self.taken.append((to, message_from_bytes(body[:-3], policy=default)))
                        self.changes.tell()
                    if self.cut:
                        return
                    answer = self.data
                case "MAIL":
                    answer = "250 ok" if known else "530 sign in first"
                case "QUIT":
                    writer.write(b"221 bye\r\n")
                    return
                case _:
                    answer = "250 ok"
            writer.write(answer.encode() + b"\r\n")

    def _asked(self, to: str) -> str:
        if to not in self.refused:
            return "250 ok"
        return self.refused[to] if isinstance(self.refused, dict) else "550 no such mailbox"


@asynccontextmanager
async def mail_server(**how: object) -> AsyncIterator[MailServer]:
    """Serve as long as the block lasts."""
    house = MailServer(**how)  # type: ignore[arg-type]
    server = await asyncio.start_server(house.talk, "127.0.0.1", 0)
    house.port = server.sockets[0].getsockname()[1]
    try:
        yield house
    finally:
        server.close()
