"""The channel of e-mail: people are told here what they are told in a chat; nobody talks here yet.

It goes by the mail server that tells staff what waits (`outreach/tasks/post.py`).
"""

import asyncio

import aiosmtplib
from aiohttp import web

from bot.channels.email.letter import Writer
from bot.channels.email.pages import attach_links
from bot.inbox import Inbox
from bot.papers import File, Papers
from content.message import Message
from content.texts import Texts
from outreach.client.client import Client
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import AddressGone, ChannelBroken, SendError, Unreachable
from outreach.mailboxes.confirm import envelope
from outreach.mailboxes.mailbox import CHANNEL
from outreach.receipts.receipt import receipt_at
from outreach.settings import Settings
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.tasks.post import Post, reason_of

AT_ONCE = 4
"""Connections to the mail server: it belongs to others too."""
RATE = 5
"""Mails in a second."""
NO_MAILBOX = (550, 551, 553)
"""RFC 5321, 4.2.3: there is no such mailbox, or not here."""


class Refused(SendError):
    """The mail server does not take this mail."""

    key = "send-mail-refused"


class Email:
    """The mail server of the settings. Without a store it can be asked for its facts only."""

    name = CHANNEL
    can = Abilities(buttons=False, loose_buttons=False, files=True, rate=RATE)

    def __init__(self, settings: Settings, texts: Texts, store: Store | None = None) -> None:
        self._settings, self._texts, self._store = settings, texts, store
        self._post, self._writer = Post(settings), Writer(texts, settings)
        self._papers = Papers(settings, texts)
        self._free = asyncio.Semaphore(AT_ONCE)

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Hand one mail over to the mail server; an address that was left is gone."""
        if self._store is None:
            raise ValueError("without a store, nobody's address is known")
        try:
            where = await self._store.write(
                envelope, NOBODY, mailbox=int(to.external_id), delivery=to.delivery
            )
            file = await self._file(self._store, to, message.receipt)
        except StoreError as error:
            raise Unreachable from error
        if where is None:
            raise AddressGone
        mail = self._writer.write(where, message, to.delivery, self._store.clock(), file)
        async with self._free:
            try:
                await self._post.send(mail)
            except Exception as error:
                raise fault(error) from error
        return Receipt(str(mail["Message-ID"]))

    async def _file(self, store: Store, to: Recipient, number: int) -> File | None:
        """Return the file of a receipt; None if there is none, or it is gone."""
        if not number or to.address is None:
            return None
        kept = await store.read(receipt_at, address=to.address, receipt=number)
        return None if kept is None else await self._papers.of(kept)

    def use(self, client: Client) -> None:
        """Sending asks nothing of the web."""

    async def check(self) -> str | None:
        """Sign in at the mail server, and return why that fails."""
        try:
            await self._post.check()
        except Exception as error:
            # any error is the reason why no mail goes out
            return reason_of(error)
        return None

    def attach(self, app: web.Application, inbox: Inbox) -> None:
        """Add the pages behind the links in a mail; nothing comes in by e-mail."""
        attach_links(app)


def fault(error: Exception) -> SendError:
    """Return what an error of the mail server means for this mail (RFC 5321, 4.2)."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused) and error.recipients:
        error = error.recipients[0]
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return ChannelBroken()
    if isinstance(error, aiosmtplib.SMTPResponseException):
        of_recipient = isinstance(error, aiosmtplib.SMTPRecipientRefused)
        if of_recipient and error.code in NO_MAILBOX:
            return AddressGone()
        if of_recipient or isinstance(error, aiosmtplib.SMTPDataError):
            return Refused() if error.code >= 500 else Unreachable()
        # it does not take our greeting or our own address: that is no fault of this mail
        return ChannelBroken()
    if isinstance(error, (aiosmtplib.SMTPException, OSError)):
        # nobody is there, or not as the settings say: it waits, however long that lasts
        return ChannelBroken()
    return SendError()
