"""A browser that rings, by a push service of our own that reads what comes as that browser does."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.push.channel import KEPT_SECONDS, Push, Refused, seconds_in
from bot.channels.push.seal import public_key
from content.message import Message, Option
from content.texts import Texts
from outreach.delivery.channel import Recipient
from outreach.delivery.errors import AddressLeft, SendError, TooFast, Unreachable
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import Actor
from outreach.subscriptions.key import push_key
from outreach.subscriptions.subscription import subscribe, unsubscribe
from tests.clock import Clock
from tests.mailing import said, tell
from tests.outreach.interests.expressing import person
from tests.pushservice import PushService, push_service
from tests.statements import one_value

TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")
SECRET = Message("Je hond mag mee.", (Option("1.1.yes", "Doe ik"),))


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[PushService]:
    async with push_service(tmp_path) as running:
        yield running


@pytest.fixture
def anna(waterdam: Store, service: PushService) -> Actor:
    """Somebody whose browser rings."""
    who = person(waterdam, "anna")
    facts = {"endpoint": service.address, "text": "chat-push-on"}
    waterdam.run(subscribe, who, **facts, **service.browser.keys)
    return who


def pushing(service: PushService, store: Store, **settings: object) -> Push:
    given = {"push_hosts": (service.host,), "address": "https://kansen.example/"} | settings
    chosen = Settings.demo(organisation="Gemeente Waterdam", **given)
    return Push(chosen, TEXTS, store, trust=lambda: service.trust)


def to(delivery: int | None = None, subscription: int = 1) -> Recipient:
    return Recipient(delivery, 1, str(subscription))


async def test_browser_rings_and_no_word_of_the_conversation_goes_out(
    waterdam: Store, anna: Actor, service: PushService, clock: Clock
) -> None:
    tell(waterdam, anna)
    delivery = one_value(waterdam, "SELECT max(id) FROM delivery")
    channel = pushing(service, waterdam, contact_email="info@waterdam.example")

    await channel.send(to(delivery), SECRET)

    (pushed,) = service.taken
    assert pushed.said == {
        "title": "Gemeente Waterdam",
        "body": "Er is een antwoord voor je.",
        "lang": "nl",
        "to": "/chat",
    }
    assert pushed.claims == {
        "aud": f"https://{service.host}",
        "exp": int(clock.now.timestamp()) + 12 * 3600,
        "sub": "mailto:info@waterdam.example",
    }
    assert pushed.key == await channel.public_key()
    assert (pushed.headers["Content-Encoding"], pushed.headers["TTL"]) == (
        "aes128gcm",
        str(KEPT_SECONDS),
    )
    assert "Cookie" not in pushed.headers


async def test_without_an_address_of_the_town_its_site_is_the_contact(
    waterdam: Store, anna: Actor, service: PushService
) -> None:
    await pushing(service, waterdam).send(to(), SECRET)

    assert service.taken[0].claims["sub"] == "https://kansen.example"
    assert service.taken[0].said["body"] == "Er is nieuws in je gesprek."


async def test_key_is_made_once_for_all_servers(waterdam: Store, service: PushService) -> None:
    first, second = pushing(service, waterdam), pushing(service, waterdam)

    keys = await asyncio.gather(first.public_key(), second.public_key())

    kept = waterdam.look(push_key)
    assert kept is not None
    assert set(keys) == {public_key(kept)}


@pytest.mark.parametrize("status", [404, 410])
async def test_browser_that_is_not_there_any_more_is_forgotten(
    waterdam: Store, anna: Actor, service: PushService, status: int
) -> None:
    service.answers.append((status, {}))

    with pytest.raises(AddressLeft):
        await pushing(service, waterdam).send(to(), SECRET)

    assert one_value(waterdam, "SELECT count(*) FROM subscription") == 0
    tell(waterdam, anna)
    assert [channel for channel, _, _ in said(waterdam)] == ["web"]


@pytest.mark.parametrize(
    ("status", "headers", "raises", "wait"),
    [
        (429, {"Retry-After": "120"}, TooFast, 120),
        (429, {}, TooFast, 1),
        (503, {"Retry-After": "30"}, TooFast, 30),
        (503, {}, Unreachable, 0),
        (500, {}, Unreachable, 0),
        (400, {}, Refused, 0),
        (403, {}, Refused, 0),
        (413, {}, Refused, 0),
        # what leads elsewhere is not followed
        (307, {"Location": "https://127.0.0.1:1/elsewhere"}, Refused, 0),
    ],
)
async def test_refusal_of_the_push_service_means_one_thing(
    waterdam: Store,
    anna: Actor,
    service: PushService,
    status: int,
    headers: dict[str, str],
    raises: type[SendError],
    wait: float,
) -> None:
    service.answers.append((status, headers))

    with pytest.raises(SendError) as error:
        await pushing(service, waterdam).send(to(), SECRET)

    assert (type(error.value), error.value.wait, error.value.account) == (raises, wait, False)


async def test_service_that_is_not_there_or_not_trusted_is_tried_again(
    waterdam: Store, anna: Actor, service: PushService
) -> None:
    settings = Settings.demo(push_hosts=(service.host,))
    stranger = Push(settings, TEXTS, waterdam, trust=ssl.create_default_context)

    with pytest.raises(Unreachable) as error:
        await stranger.send(to(), SECRET)

    assert service.address not in repr(error.value.__cause__)
    assert service.taken == []


async def test_nothing_goes_to_a_service_that_is_named_no_more(
    waterdam: Store, anna: Actor, service: PushService
) -> None:
    with pytest.raises(AddressLeft):
        await pushing(service, waterdam, push_hosts=("push.example",)).send(to(), SECRET)

    assert service.taken == []


async def test_browser_that_was_turned_off_rings_no_more(
    waterdam: Store, anna: Actor, service: PushService
) -> None:
    waterdam.run(unsubscribe, anna, endpoint=service.address, text="chat-push-off")

    with pytest.raises(AddressLeft):
        await pushing(service, waterdam).send(to(), SECRET)

    assert service.taken == []


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("", 0), ("7", 7), ("-1", 0), ("1e9", 0), ("²", 0), ("9" * 12, 86_400)],
)
def test_wait_is_read_as_seconds(header: str, seconds: float) -> None:
    assert seconds_in(header) == seconds
