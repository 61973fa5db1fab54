"""What fails is mailed to those who can mend it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.store.upkeep import tick_done, tick_failed
from outreach.tasks.failed import retry_failed
from outreach.ticks import Ticks
from outreach.venues.post import post_card
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.outreach.tasks.conftest import OMAR, PETRA, TEXTS, to
from tests.smtp import MailServer


async def test_backup_that_fails_is_mailed_to_administrators_once(
    waterdam: Store,
    staff: dict[str, int],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
    tmp_path: Path,
) -> None:
    ticks = clockwork(mailbox)
    jobs = {job.func.__name__: job.func for job in ticks.schedule().get_jobs()}
    (tmp_path / "backups").mkdir()
    blocked = [tmp_path / "backups" / f"kansenbode-2026-11-{day:02}.db.part" for day in range(2, 6)]
    blocked += [
        tmp_path / "backups" / f"kansenbode-2026-11-{day:02}.dump.part" for day in range(2, 6)
    ]
    for folder in blocked:
        folder.mkdir()

    for _ in range(6):
        await jobs["back_up"]()
        await jobs["mail"]()
        clock.passes(hours=10)

    assert to(mailbox) == [OMAR]
    assert "Er komt geen nieuwe kopie van de database\nkansenbode doctor" in mailbox.texts[0]


async def test_tick_that_fails_now_and_then_is_mailed_when_it_goes_on(
    waterdam: Store,
    staff: dict[str, int],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    ticks = clockwork(mailbox)
    for failures in range(1, 4):
        waterdam.run(tick_failed, TICK, name="seal", error="StoreBusy")
        await ticks.mail()
        clock.passes(minutes=6)
        await ticks.mail()
        assert len(mailbox.taken) == (failures == 3)

    waterdam.run(tick_done, TICK, name="seal")
    for _ in range(3):
        waterdam.run(tick_failed, TICK, name="seal", error="StoreBusy")
    await ticks.mail()
    clock.passes(minutes=6)
    await ticks.mail()

    assert to(mailbox) == [OMAR]


FAILED_CARD = """Kaart op een buurtplek, niet aangekomen: 1
Zorg mee voor het plantsoen in de Lindenstraat (WD-2026-01)
kansenbode failed list --kind card"""


async def test_card_that_was_refused_is_mailed_to_the_contact_official_each_time(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    where = {"channel": "telegram", "kind": "neighbourhood_group", "language": "nl"}
    waterdam.run(arrive, NOBODY, **where, external_id="-1", name="Zuid")
    waterdam.run(confirm_venue, Actor("staff", 1), code="zuid")
    waterdam.run(
        post_card, Actor("staff", 1), code="zuid", opportunity=strip, texts=TEXTS, quiet=LOUD
    )

    for _ in range(2):
        for one in waterdam.run(claim_due, TICK, look("telegram", loud=True)):
            result = Result(one.id, one.address, DeliveryState.FAILED, reason="send-topic-closed")
            waterdam.run(record_results, TICK, results=[result])
        await pass_(minutes=5)
        waterdam.run(retry_failed, Actor("staff", 1), texts=TEXTS)
        await pass_(minutes=1)

    assert [FAILED_CARD in text for text in mailbox.texts] == [True, True]
    assert to(mailbox) == [PETRA, PETRA]
