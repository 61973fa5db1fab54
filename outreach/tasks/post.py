"""Hand mails for staff to the town's mail server: the only place that speaks SMTP.

No unit of work is open meanwhile.
"""

import ssl
from contextlib import suppress
from email.message import EmailMessage

import aiosmtplib

from content.log import log
from content.texts import Texts
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.tasks.letter import Writer
from outreach.tasks.outbox import claim_mail, mail_failed, mail_sent

PATIENCE = 20
"""Seconds for each step of a conversation with the mail server."""
MOST = 100
"""Mails at one tick."""


class Post:
    """The mail server of the settings."""

    def __init__(self, settings: Settings, context: ssl.SSLContext | None = None) -> None:
        self._settings, self._context = settings, context

    async def send_all(self, store: Store, texts: Texts) -> None:
        """Send every mail that is due while the server answers; failed ones go again later."""
        writer = Writer(texts, self._settings)
        for _ in range(MOST):
            letter = await store.write(claim_mail, TICK)
            if letter is None:
                return
            try:
                await self.send(writer.write(letter))
            except Exception as error:
                # if one mail fails, the others go on
                reason = reason_of(error)
                log.warning("mail to staff not sent", reason=reason)
                await store.write(mail_failed, TICK, mail=letter.mail, reason=reason)
                if isinstance(error, OSError):
                    return
            else:
                await store.write(mail_sent, TICK, mail=letter.mail)

    async def send(self, message: EmailMessage) -> None:
        """Hand one mail over; raises what went wrong."""
        client = self._client()
        try:
            await client.connect()
            await client.send_message(message)
            # it was taken: a rude goodbye changes nothing
            with suppress(aiosmtplib.SMTPException, OSError):
                await client.quit()
        finally:
            client.close()

    async def check(self) -> None:
        """Sign in at the mail server and leave again; raises what went wrong."""
        client = self._client()
        try:
            await client.connect()
            await client.quit()
        finally:
            client.close()

    def _client(self) -> aiosmtplib.SMTP:
        terms = self._settings
        return aiosmtplib.SMTP(
            hostname=terms.mail_host,
            port=terms.mail_port,
            username=terms.mail_user or None,
            password=terms.mail_password.get_secret_value() or None,
            use_tls=terms.mail_tls == "tls",
            start_tls=terms.mail_tls == "starttls",
            tls_context=self._context,
            timeout=PATIENCE,
        )


def reason_of(error: Exception) -> str:
    """The kind of error and the server's code, without its words: they may name an address."""
    code = getattr(error, "code", None)
    if code is None and isinstance(error, aiosmtplib.SMTPRecipientsRefused) and error.recipients:
        code = error.recipients[0].code
    return type(error).__name__ + ("" if code is None else f" {code}")
