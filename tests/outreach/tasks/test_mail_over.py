"""Mail that nobody waits for any more is not sent, and what was noted for it goes."""

from collections.abc import Callable
from pathlib import Path

from outreach.interests.interest import move_interest
from outreach.settings import Settings
from outreach.staff.staff import remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.ticks import Ticks
from tests.clock import Clock
from tests.conftest import Dump
from tests.outreach.tasks.conftest import TEXTS
from tests.smtp import MailServer


async def test_what_got_a_reaction_meanwhile_is_not_mailed(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    come("ada")
    ticks = clockwork(mailbox)
    await ticks.mail()
    waterdam.run(move_interest, Actor("staff", staff["petra"]), interest=1, state="in_talk")

    for _ in range(12):
        clock.passes(days=1)
        await ticks.mail()

    assert mailbox.taken == []


async def test_nothing_is_noted_where_no_mail_server_is_set(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    tmp_path: Path,
    dump: Callable[[Store], Dump],
) -> None:
    come("ada")

    await Ticks(waterdam, TEXTS, Settings.demo(), tmp_path).mail()

    assert [dump(waterdam)[table] for table in ("task", "alert", "mail")] == [[], [], []]


async def test_colleague_who_is_gone_gets_no_mail(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
    change: Callable[..., None],
) -> None:
    come("ada")
    ticks = clockwork(mailbox)
    await ticks.mail()
    change(waterdam, "DELETE FROM staff WHERE email = 'petra@waterdam.example'")
    clock.passes(minutes=5)

    await ticks.mail()

    assert mailbox.taken == []


async def test_colleague_who_left_gets_no_mail_also_of_what_was_planned_before(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    come("ada")
    ticks = clockwork(mailbox)
    await ticks.mail()
    waterdam.run(remove_staff, NOBODY, email="petra@waterdam.example")
    clock.passes(minutes=5)
    await ticks.mail()
    come("bas")

    await ticks.mail()
    clock.passes(minutes=5)
    await ticks.mail()

    assert mailbox.taken == []


async def test_what_is_long_over_goes(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
    dump: Callable[[Store], Dump],
) -> None:
    come("ada")
    ticks = clockwork(mailbox)
    for _ in range(12):
        await ticks.mail()
        clock.passes(days=1)
    waterdam.run(move_interest, Actor("staff", staff["petra"]), interest=1, state="in_talk")
    clock.passes(days=61)

    await ticks.mail()

    assert [len(dump(waterdam)[table]) for table in ("task", "alert", "mail")] == [0, 0, 0]
