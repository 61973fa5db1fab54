"""What we send to Telegram, against a Bot API that refuses what the real one refuses."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import HttpUrl, SecretStr

from bot.channels.telegram.channel import Telegram, utf16
from content.message import Card, Link, Message, Option
from content.texts import Texts
from outreach.client.client import Client
from outreach.delivery.channel import EditingChannel, Receipt, Recipient
from outreach.delivery.errors import AddressGone, MessageLost, SendError
from outreach.delivery.fit import fit
from outreach.settings import Settings
from outreach.store.store import Store
from tests.botapi.faults import refused
from tests.botapi.server import BotApi
from tests.botapi.user import User

TEXTS = Texts(organisation="Gemeente Waterdam", address="http://127.0.0.1:8080")
QUESTION = Message("Klopt dit?", (Option("1.1.yes", "Ja"), Option("1.1.no", "Nee")), rev=1)


@pytest.fixture
async def channel(botapi: BotApi, store: Store) -> AsyncIterator[Telegram]:
    """The channel without an application around it."""
    own = {
        "telegram_token": SecretStr(f" {botapi.token}\n"),
        "telegram_api": HttpUrl(botapi.address),
    }
    telegram = Telegram(Settings.demo(**own), TEXTS, store)
    async with Client() as client:
        telegram.use(client)
        yield telegram


@pytest.fixture
def fatma(botapi: BotApi) -> User:
    """Somebody who has started the bot."""
    fatma = botapi.user("Fatma")
    fatma.start()
    return fatma


def to(chat: int) -> Recipient:
    return Recipient(1, 1, str(chat))


async def test_question_comes_with_its_buttons(channel: Telegram, fatma: User) -> None:
    receipt = await channel.send(to(fatma.id), QUESTION)

    assert receipt == Receipt(str(fatma.chat.last.id))
    assert (fatma.chat.last.text, fatma.chat.last.buttons) == (
        "Klopt dit?",
        (("Ja", "1.1.yes"), ("Nee", "1.1.no")),
    )


@pytest.mark.parametrize(
    "text", ["<b>niet vet</b> & 1 < 2 > 0", "a&lt;b", "\"aan\" 'halen'", "🌳👍🏽 ë", "_a_ *b* `c`"]
)
async def test_text_arrives_as_it_was_written(channel: Telegram, fatma: User, text: str) -> None:
    await channel.send(to(fatma.id), Message(text))

    marks = {entity["type"] for entity in (fatma.chat.last.raw or {}).get("entities", [])}
    assert (fatma.reads(), marks - {"bot_command"}) == ([text], set())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(["🌳", "a", "é", "<", "&", " ", ". ", "\n\n", "👨‍👩‍👧"]),
        min_size=1,
        max_size=40,
    ),
    st.integers(1, 400),
)
def test_long_text_is_cut_to_what_telegram_takes(parts: list[str], times: int) -> None:
    text = f"begin {''.join(parts) * times} einde"

    pieces = [piece.text for piece in fit(Message(text), Telegram.can)]

    assert max(map(utf16, pieces)) <= 4096
    assert "".join("".join(pieces).split()) == "".join(text.split())


async def test_longest_message_of_emoji_is_taken_in_pieces(channel: Telegram, fatma: User) -> None:
    pieces = fit(Message("🌳" * 5000, QUESTION.options), channel.can)

    for piece in pieces:
        await channel.send(to(fatma.id), piece)

    assert [utf16(text) for text in fatma.reads()] == [4096, 4096, 1808]
    assert [len(message.buttons) for message in fatma.chat.by_bot()] == [0, 0, 2]


def test_picture_goes_before_a_text_that_is_too_long_for_a_caption() -> None:
    long, short = Message("a" * 1025, picture="photo"), Message("a" * 1024, picture="photo")

    assert fit(long, Telegram.can) == [Message("", picture="photo"), Message("a" * 1025)]
    assert fit(short, Telegram.can) == [short]


async def test_picture_comes_with_its_text_below(
    channel: Telegram, botapi: BotApi, fatma: User
) -> None:
    fatma.photo(b"plantsoen")
    picture = next(iter(botapi.world.files))

    receipt = await channel.send(to(fatma.id), Message("Kijk!", picture=picture))
    await channel.edit(to(fatma.id), receipt.external_id, Message("Kijk nu!", picture=picture))

    assert (fatma.chat.last.text, "photo" in (fatma.chat.last.raw or {})) == ("Kijk nu!", True)


@pytest.mark.parametrize(
    ("link", "buttons", "text"),
    [
        (
            "https://waterdam.example/kansen/1",
            (("Alles lezen", "https://waterdam.example/kansen/1"),),
            "Kijk:",
        ),
        ("http://localhost:8080/1", (), "Kijk:\n\nAlles lezen: http://localhost:8080/1"),
    ],
)
async def test_link_comes_as_a_button_or_below_the_text(
    channel: Telegram, fatma: User, link: str, buttons: tuple[tuple[str, str]], text: str
) -> None:
    await channel.send(to(fatma.id), Message("Kijk:", links=(Link(link, "Alles lezen"),)))

    assert (fatma.chat.last.buttons, fatma.chat.last.text) == (buttons, text)


async def test_group_gets_no_buttons_and_more_rest(channel: Telegram, botapi: BotApi) -> None:
    group = botapi.group()
    group.add_bot()

    receipt = await channel.send(to(group.id), QUESTION)

    assert (group.last.buttons, receipt.rest) == ((), timedelta(seconds=3))


async def test_message_is_replaced_and_a_replacement_that_changes_nothing_is_fine(
    channel: Telegram, fatma: User
) -> None:
    receipt = (await channel.send(to(fatma.id), QUESTION)).external_id

    for _ in range(2):
        await channel.edit(to(fatma.id), receipt, Message("Gesloten & klaar"))

    assert (fatma.chat.last.text, fatma.chat.last.buttons) == ("Gesloten & klaar", ())
    assert isinstance(channel, EditingChannel)


async def test_message_that_is_no_more_cannot_be_replaced(channel: Telegram, fatma: User) -> None:
    with pytest.raises(MessageLost):
        await channel.edit(to(fatma.id), "999", Message("Gesloten"))


def blocked(botapi: BotApi) -> int:
    user = botapi.user()
    user.start()
    user.block()
    return user.id


def thrown_out(botapi: BotApi) -> int:
    group = botapi.supergroup()
    group.add_bot()
    group.remove_bot()
    return group.id


@pytest.mark.parametrize(
    "chat", [blocked, thrown_out, lambda botapi: botapi.user().id, lambda botapi: 12345]
)
async def test_nobody_there_any_more_is_gone(
    channel: Telegram, botapi: BotApi, chat: Callable[[BotApi], int]
) -> None:
    with pytest.raises(AddressGone):
        await channel.send(to(chat(botapi)), QUESTION)


async def test_question_that_was_refused_was_not_shown(
    channel: Telegram, botapi: BotApi, fatma: User
) -> None:
    botapi.faults.next("sendMessage", refused(400, "Bad Request: something"))

    with pytest.raises(SendError):
        await channel.send(to(fatma.id), QUESTION)

    assert channel._shown.seen(str(fatma.id), 1) is None


def test_secrets_show_in_no_repr(botapi: BotApi) -> None:
    own = Settings.demo(telegram_token=SecretStr(botapi.token))

    shown = f"{Telegram(own, TEXTS, None)!r} {vars(Telegram(own, TEXTS, None))['_calls']!r} {own!r}"

    assert botapi.token not in shown
    assert botapi.token not in Telegram(own, TEXTS, None).path


async def test_path_and_secret_stay_the_same_and_differ_per_bot() -> None:
    paths = [
        Telegram(Settings.demo(telegram_token=SecretStr(token)), TEXTS, None).path
        for token in ("1:a", "1:a", "1:b")
    ]

    assert (paths[0] == paths[1], paths[0] == paths[2]) == (True, False)


PAGE = Link("https://waterdam.example/kansen/1", "Alles lezen")


async def test_card_arrives_as_it_looks_with_its_page_behind_a_button(
    channel: Telegram, fatma: User
) -> None:
    card = Card("Groen & <b>grijs</b>", "Wie *wil*?", (("Waar", "Lind & kom"),), PAGE)

    await channel.send(to(fatma.id), Message(f"{card.words}\n\nWat wil je?", cards=(card,)))

    assert fatma.chat.last.text == f"{card.words}\n\nWat wil je?"
    assert fatma.chat.last.buttons == (("Alles lezen", PAGE.address),)


async def test_numbers_of_cards_stand_in_one_row_and_hand_back_their_codes(
    channel: Telegram, fatma: User
) -> None:
    cards = tuple(
        Card(f"Kans {n}", link=PAGE, number=n, choice=f"1.1.{n}", place=n - 6) for n in (6, 7)
    )
    options = (*(Option(card.choice, card.title) for card in cards), Option("1.1.more", "Meer"))
    text = "\n\n".join(card.words for card in cards)

    await channel.send(to(fatma.id), Message(text, options, cards=cards, rev=1))

    assert (fatma.chat.last.text, fatma.chat.last.buttons) == (
        "6. Kans 6\n\n7. Kans 7",
        (("6", "1.1.6"), ("7", "1.1.7"), ("Meer", "1.1.more")),
    )


async def test_picture_of_a_card_comes_with_it_as_one_message(
    channel: Telegram, fatma: User
) -> None:
    picture = "https://waterdam.example/kansen/1/beeld.png"
    card = Card("Groen", "Wie wil?", picture=picture)

    receipt = await channel.send(to(fatma.id), Message(card.words, cards=(card,), rev=1))
    before = (fatma.chat.last.raw or {})["link_preview_options"]
    await channel.edit(to(fatma.id), receipt.external_id, Message("Gesloten"))

    assert before == {"url": picture, "prefer_large_media": True, "show_above_text": True}
    assert (fatma.chat.last.raw or {})["link_preview_options"] == {"is_disabled": True}
    assert fatma.reads() == ["Gesloten"]
