"""The channel of web push: a browser rings where somebody is told what is said in a chat.

What goes out has no word of the conversation; it is encrypted for that browser all the same. Nobody
talks here, so that nothing comes in but the wish to ring, or to ring no more.
"""

import ssl
from collections.abc import Callable
from http import HTTPStatus

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector, web
from yarl import URL

from bot.channels.push.pages import attach_ringing
from bot.inbox import Inbox
from content.message import Message
from content.texts import Texts
from outreach.client.client import Client
from outreach.client.pool import trusted
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import AddressLeft, SendError, TooFast, Unreachable
from outreach.settings import Settings
from outreach.store.errors import StoreError
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.subscriptions.key import keep_push_key, push_key
from outreach.subscriptions.subscription import CHANNEL, Ring, end_subscription, ring_of

RATE = 20
"""Messages in a second."""
PATIENCE = ClientTimeout(total=20)
KEPT_SECONDS = 7 * 24 * 3600
"""How long a push service keeps a message for a browser that is away (RFC 8030, 5.2)."""
LONGEST_WAIT = 24 * 3600.0
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
"""The subscription ended (RFC 8030, 7.3)."""
SAYS = {
    "notice-answer": "push-answer",
    "notice-corrected": "push-answer",
    "notice-decided": "push-decided",
    "notice-agreed": "push-decided",
    "notice-declined": "push-decided",
}
"""What a ring says, by the name of its mailing."""
OTHERWISE = "push-news"
LEADS = "/chat"


class Refused(SendError):
    """The push service does not take this message."""

    key = "send-push-refused"


class Push:
    """The push services of browsers. Without a store it can be asked for its facts only."""

    name = CHANNEL
    can = Abilities(buttons=False, loose_buttons=False, rate=RATE)

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        store: Store | None = None,
        trust: Callable[[], ssl.SSLContext] = trusted,
    ) -> None:
        self._settings, self._texts, self._store, self._trust = settings, texts, store, trust
        self._key: bytes | None = None

    async def send(self, to: Recipient, message: Message) -> Receipt:
        """Let one browser ring; one that is not there any more is forgotten."""
        store = self._known()
        try:
            ring = await store.read(ring_of, subscription=int(to.external_id), delivery=to.delivery)
            key = await self._own_key()
        except StoreError as error:
            raise Unreachable from error
        if ring is None or not self._settings.rings(ring.endpoint):
            raise AddressLeft
        status, wait = await self._post(ring, key)
        if status in GONE:
            await self._end(int(to.external_id))
            raise AddressLeft
        if status == HTTPStatus.TOO_MANY_REQUESTS or (wait and status >= 500):
            raise TooFast(wait or 1.0)
        if status >= 500:
            raise Unreachable
        if status >= 300:
            raise Refused
        return Receipt(str(status))

    def use(self, client: Client) -> None:
        """Push services want headers of their own, so that aiohttp's client asks them."""

    async def check(self) -> str | None:
        """Return nothing: whether a push service takes a message is known with the first one."""
        return None

    def attach(self, app: web.Application, inbox: Inbox) -> None:
        """Add what a browser asks for to ring, or to ring no more."""
        attach_ringing(app, self.public_key)

    async def public_key(self) -> str:
        """Return the key by which push services know us; it is made at the first call."""
        from bot.channels.push.seal import public_key

        return public_key(await self._own_key())

    async def _own_key(self) -> bytes:
        # its library takes a few megabytes: only an installation where a browser rings has them
        from bot.channels.push.seal import fresh_key

        store = self._known()
        key = self._key or await store.read(push_key)
        if key is None:
            key = await store.write(keep_push_key, NOBODY, fresh=fresh_key())
        self._key = key
        return key

    async def _post(self, ring: Ring, key: bytes) -> tuple[int, float]:
        """Post to a push service; return its status, and after how many seconds it may be again."""
        from bot.channels.push.seal import Reader, sealed, signed

        address = URL(ring.endpoint, encoded=True)
        try:
            body = sealed(self._said(ring), Reader.of(ring.p256dh, ring.auth))
        except ValueError:
            raise Refused from None
        now = self._known().clock()
        headers = {
            "Authorization": signed(key, str(address.origin()), self._contact(), now),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEPT_SECONDS),
            "Urgency": "normal",
        }
        try:
            async with (
                ClientSession(
                    connector=TCPConnector(ssl=self._trust()),
                    cookie_jar=DummyCookieJar(),
                    timeout=PATIENCE,
                ) as session,
                session.post(address, data=body, headers=headers, allow_redirects=False) as answer,
            ):
                return answer.status, seconds_in(answer.headers.get("Retry-After", ""))
        except (ClientError, OSError):
            # the endpoint is a secret of that browser: it stands in no error
            raise Unreachable from None

    def _said(self, ring: Ring) -> bytes:
        spoken = self._texts.spoken(ring.language)
        return orjson.dumps(
            {
                "title": self._settings.organisation,
                "body": spoken.text(SAYS.get(ring.name, OTHERWISE)),
                "lang": ring.language,
                "to": LEADS,
            }
        )

    def _contact(self) -> str:
        """Whom the people of a push service reach if we do something wrong (RFC 8292, 2.1)."""
        email = self._settings.contact_email
        return f"mailto:{email}" if email else self._settings.base_url

    async def _end(self, subscription: int) -> None:
        try:
            await self._known().write(end_subscription, NOBODY, subscription=subscription)
        except StoreError as error:
            raise Unreachable from error

    def _known(self) -> Store:
        if self._store is None:
            raise ValueError("without a store, no browser is known")
        return self._store


def seconds_in(wait: str) -> float:
    """Return the seconds in a Retry-After; 0 for a date or anything else (RFC 9110, 10.2.3)."""
    return min(float(wait), LONGEST_WAIT) if wait.isdecimal() and wait.isascii() else 0.0
