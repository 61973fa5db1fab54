"""Photos, voices and files from Telegram are fetched, kept, tried again, and told if they fail."""

from collections.abc import Callable

import pytest

from bot.server import Pace
from outreach.attachments.attachment import AWAITS
from outreach.delivery.pace import SenderPace
from outreach.store.store import Store
from tests.attached import jpeg, ogg, pdf, segment
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.faults import Fault, broken, page, refused, too_many
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock
from tests.conftest import Dump

Kept = Callable[[], list[tuple[str, str, str | None]]]


@pytest.fixture
def pace() -> Pace:
    """The sender looks, and writes, without pauses."""
    return Pace(sender=SenderPace(poll=0.01, group=0.01))


async def told(user: User, number: int) -> str:
    return (await user.chat.until(number))[-1].text


async def begun(botapi: BotApi) -> User:
    fatma = botapi.user("Fatma")
    fatma.start()
    await fatma.chat.until(1)
    return fatma


async def tried_again(telegram: TelegramTown, clock: Clock) -> None:
    """Let the next moment to try come, and wake whoever fetches."""
    clock.passes(minutes=1)
    telegram.store.bells.ring(AWAITS)


@pytest.fixture
def kept(telegram: TelegramTown, botapi: BotApi, dump: Callable[[Store], Dump]) -> Kept:
    """Kind, state and type of all that came along."""

    def read() -> list[tuple[str, str, str | None]]:
        rows = dump(telegram.store)["attachment"]
        return [(row["kind"], row["state"], row["media_type"]) for row in rows]

    return read


async def fetched(botapi: BotApi, number: int) -> None:
    await botapi.until(lambda: len(botapi.named("getFile")) >= number)


async def settled(telegram: TelegramTown, kept: Kept) -> None:
    """Wait until nothing is awaited any more: each look is a trip to the store."""
    while any(state == "awaited" for _, state, _ in kept()):
        await telegram.store.read(lambda unit: None)


async def test_photo_voice_and_file_are_fetched_and_kept(
    telegram: TelegramTown,
    botapi: BotApi,
    kept: Kept,
    dump: Callable[[Store], Dump],
) -> None:
    fatma = await begun(botapi)

    fatma.photo(jpeg(segment(0xFE, b"Lindenstraat 12")))
    assert (await told(fatma, 2)).startswith("Je foto is binnen.")
    fatma.voice()
    assert (await told(fatma, 3)).startswith("Je spraakbericht is binnen.")
    fatma.document("plan.pdf", pdf())
    assert (await told(fatma, 4)).startswith("Je bestand is binnen.")

    await settled(telegram, kept)
    assert kept() == [
        ("photo", "kept", "image/jpeg"),
        ("voice", "kept", "audio/ogg"),
        ("file", "kept", "application/pdf"),
    ]
    contents = [row["content"] for row in dump(telegram.store)["attachment"]]
    assert contents == [jpeg(), ogg(), pdf()]
    assert dump(telegram.store)["attachment"][2]["name"] == "plan.pdf"


async def test_album_is_one_thing_and_all_of_it_is_kept(
    telegram: TelegramTown, botapi: BotApi, kept: Kept
) -> None:
    fatma = await begun(botapi)

    fatma.album(jpeg(), jpeg(segment(0xDB, b"1")), jpeg(segment(0xDB, b"2")))
    answer = await told(fatma, 2)
    await botapi.calm()

    await settled(telegram, kept)
    assert answer.startswith("Wat je stuurde, is binnen.")
    assert kept() == [("photo", "kept", "image/jpeg")] * 3
    assert fatma.chat.sent == 2


async def test_kind_that_is_not_accepted_is_told_at_once_and_not_fetched(
    telegram: TelegramTown, botapi: BotApi, kept: Kept
) -> None:
    fatma = await begun(botapi)

    fatma.document("spel.zip", b"PK", "application/zip")

    assert (await told(fatma, 2)).startswith("Dit soort bestand kan ik niet aannemen.")
    assert kept() == [("file", "refused", None)]
    assert botapi.named("getFile") == []


async def test_what_turns_out_to_be_something_else_is_told_afterwards(
    telegram: TelegramTown, botapi: BotApi, kept: Kept, clock: Clock
) -> None:
    fatma = await begun(botapi)

    fatma.photo(b"<html><script>alert(1)</script>")
    first = await told(fatma, 2)
    await settled(telegram, kept)
    clock.passes(seconds=5)
    second = await told(fatma, 3)

    assert first.startswith("Je foto is binnen.")
    assert second.startswith("De foto die je stuurde, heb ik niet bewaard. Dit soort bestand")
    assert kept() == [("photo", "refused", None)]


@pytest.mark.parametrize("fault", [broken(), too_many(3), page(502), Fault("reset")])
async def test_file_that_telegram_does_not_hand_over_is_tried_again(
    telegram: TelegramTown,
    botapi: BotApi,
    kept: Kept,
    clock: Clock,
    fault: Fault,
) -> None:
    fatma = await begun(botapi)
    botapi.faults.next("getFile", fault)

    fatma.voice()
    await told(fatma, 2)
    await fetched(botapi, 1)
    before = kept()
    await tried_again(telegram, clock)
    await settled(telegram, kept)

    assert before == [("voice", "awaited", None)]
    assert kept() == [("voice", "kept", "audio/ogg")]
    assert fatma.chat.sent == 2


async def test_file_that_telegram_knows_no_more_is_told(
    telegram: TelegramTown, botapi: BotApi, kept: Kept, clock: Clock
) -> None:
    fatma = await begun(botapi)
    botapi.faults.next("getFile", refused(400, "Bad Request: invalid file_id"))

    fatma.voice()
    await told(fatma, 2)
    await settled(telegram, kept)
    clock.passes(seconds=5)

    lost = await told(fatma, 3)
    assert lost.startswith("Het spraakbericht dat je stuurde, heb ik niet bewaard. Ik kon het")
    assert kept() == [("voice", "refused", None)]


async def test_server_that_was_stopped_fetches_later(
    telegram: TelegramTown, botapi: BotApi, kept: Kept, clock: Clock
) -> None:
    fatma = await begun(botapi)
    botapi.faults.next("getFile", broken())
    fatma.photo()
    await told(fatma, 2)
    await fetched(botapi, 1)

    await telegram.stop()
    clock.passes(minutes=1)
    await telegram.serve()
    await settled(telegram, kept)

    assert kept() == [("photo", "kept", "image/jpeg")]


async def test_nothing_of_the_token_is_logged(
    telegram: TelegramTown, botapi: BotApi, capsys: pytest.CaptureFixture[str]
) -> None:
    fatma = await begun(botapi)
    botapi.faults.next("getFile", broken())

    fatma.photo()
    await fetched(botapi, 1)
    await told(fatma, 2)
    await telegram.stop()

    logged = capsys.readouterr()
    assert botapi.token.split(":")[1] not in logged.out + logged.err
