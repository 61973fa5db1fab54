"""Administrators hear of rows that need repair, once for all that some work passes over."""

from collections.abc import Awaitable, Callable

import pytest

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.notice import notify
from outreach.delivery.results import Result, record_results
from outreach.parties.person import meet
from outreach.store.events import seal_events
from outreach.store.snag import SNAG_ADD
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.store.upkeep import tick_failed
from outreach.tasks.waiting import waiting
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.outreach.tasks.conftest import OMAR, to
from tests.smtp import MailServer

pytestmark = [pytest.mark.sqlite, pytest.mark.postgresql]


def pass_over(store: Store, work: str, row: int) -> None:
    """Let some work have failed in a row again and again."""
    facts = {"id": row, "work": work, "subject": row, "tries": 3, "error": "DataError"}
    store.run(
        lambda unit: unit.run(SNAG_ADD, facts | {"since": unit.now, "next_at": unit.now}) and None,
        NOBODY,
    )


async def test_row_that_is_passed_over_again_and_again_is_mailed_to_administrators(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
    refuse: Callable[..., None],
) -> None:
    refuse(waterdam, "event", "NEW.id = 3", "UPDATE")

    for _ in range(3):
        waterdam.run(seal_events, TICK)
    await pass_(minutes=5)
    await pass_(minutes=5)

    assert to(mailbox) == [OMAR]
    assert "Rijen die de server overslaat: 1\nkansenbode failed list" in mailbox.texts[0]


async def test_message_that_was_sent_and_cannot_be_written_down_is_mailed_to_administrators(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
    refuse: Callable[..., None],
) -> None:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    waterdam.run(
        notify,
        NOBODY,
        name="notice-answer",
        persons=[person],
        say=lambda _: Message("Hallo"),
        quiet=LOUD,
    )
    (sent,) = waterdam.run(claim_due, TICK, look("web", loud=True))
    refuse(waterdam, "delivery", f"NEW.id = {sent.id}", "UPDATE")
    waterdam.run(record_results, TICK, results=[Result(sent.id, sent.address, DeliveryState.SENT)])

    await pass_(minutes=5)
    await pass_(minutes=5)

    assert [(item.kind, item.number) for item in waterdam.look(waiting, most=10)] == [("row", 1)]
    assert to(mailbox) == [OMAR]


@pytest.mark.parametrize("time", [{"minutes": 5}, {"days": 5}])
async def test_row_that_mends_while_others_do_not_is_no_news(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
    change: Callable[..., None],
    time: dict[str, int],
) -> None:
    pass_over(waterdam, "silence.end", 1)
    pass_over(waterdam, "silence.end", 2)
    await pass_(**time)
    pass_over(waterdam, "silence.end", 3)
    await pass_(**time)
    for mended in (1, 2):
        change(waterdam, "DELETE FROM snag WHERE id = :mended", mended=mended)
        await pass_(**time)

    await pass_(minutes=5)
    await pass_(minutes=5)

    assert to(mailbox) == [OMAR]


async def test_damage_is_mailed_to_administrators_at_once_and_once(
    waterdam: Store,
    staff: dict[str, int],
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    for _ in range(2):
        waterdam.run(tick_failed, TICK, name="damage", error="StoreDamaged")
        await pass_(minutes=5)

    assert to(mailbox) == [OMAR]


async def test_work_that_went_well_for_a_day_and_fails_again_is_news(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
    change: Callable[..., None],
) -> None:
    for row in (1, 2, 3, 4):
        pass_over(waterdam, "silence.end", row)
        if row % 2 == 0:
            await pass_(minutes=5)
            change(waterdam, "DELETE FROM snag")
            await pass_(days=2)

    assert to(mailbox) == [OMAR, OMAR]


async def test_row_of_other_work_is_news_at_once(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    pass_over(waterdam, "silence.end", 1)
    await pass_(minutes=5)
    pass_over(waterdam, "silence.remind", 2)

    await pass_(minutes=5)
    await pass_(minutes=5)

    assert to(mailbox) == [OMAR, OMAR]
