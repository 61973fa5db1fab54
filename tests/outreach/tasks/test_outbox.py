"""A mail is tried until the server took it: later, as the same mail, without delaying others."""

from collections.abc import Awaitable, Callable

from structlog.testing import capture_logs

from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.tasks.outbox import Stuck, claim_mail, gather_mail, stuck_mail
from outreach.ticks import Ticks
from tests.clock import Clock
from tests.outreach.tasks.conftest import EEF, PETRA, to
from tests.smtp import MailServer


async def test_mail_that_did_not_go_goes_later_and_takes_along_what_came(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    mailbox.busy = True
    come("ada")
    await pass_(minutes=5)
    stuck = waterdam.look(stuck_mail)
    come("bea")

    await pass_(minutes=5)
    mailbox.busy = False
    await pass_(minutes=5)

    assert stuck == [
        Stuck(PETRA, 1, clock.now.replace(hour=9, minute=5), "SMTPConnectResponseError 421")
    ]
    assert [message["Subject"] for _, message in mailbox.taken] == ["Er wachten 2 dingen"]
    assert waterdam.look(stuck_mail) == []


async def test_address_that_is_refused_keeps_nobody_else_waiting(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    waterdam.run(add_staff, NOBODY, email=EEF, name="", role="editor", notify="at_once")
    mailbox.refused = {PETRA}
    come("ada")

    with capture_logs() as logged:
        await pass_(minutes=5)

    assert to(mailbox) == [EEF]
    assert [(mail.email, mail.reason) for mail in waterdam.look(stuck_mail)] == [
        (PETRA, "SMTPRecipientsRefused 550")
    ]
    assert PETRA not in str(logged)


async def test_mail_of_a_process_that_died_goes_again_as_the_same_mail(
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
    clock.passes(minutes=5)
    waterdam.run(gather_mail, TICK)
    died = waterdam.run(claim_mail, TICK)
    assert died is not None
    await ticks.mail()
    before = list(mailbox.taken)

    clock.passes(minutes=3)
    await ticks.mail()

    assert (before, to(mailbox)) == ([], [PETRA])
    assert (
        mailbox.taken[0][1]["Message-ID"] == f"<mail-{died.mail}-20261102090500@waterdam.example>"
    )


async def test_connection_cut_before_the_answer_sends_the_same_mail_again(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    mailbox.cut = True
    come("ada")
    await pass_(minutes=5)
    mailbox.cut = False

    await pass_(minutes=2)

    ids = [message["Message-ID"] for _, message in mailbox.taken]
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_password_is_shown_to_the_server(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
    waterdam: Store,
) -> None:
    mailbox.password = "long-random-word"
    come("ada")

    await pass_(minutes=5)

    assert to(mailbox) == [PETRA]
