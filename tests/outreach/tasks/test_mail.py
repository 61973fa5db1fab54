"""Colleagues are told by e-mail what waits: whom, when, once, and again where it did not go."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from outreach.campaigns.draft import new_campaign
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.interests.interest import move_interest, withdraw_interest
from outreach.interests.question import ask_human, ask_question
from outreach.settings import Settings
from outreach.staff.staff import add_staff, remove_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor
from outreach.store.upkeep import tick_done, tick_failed
from outreach.tasks.failed import retry_failed
from outreach.ticks import Ticks
from outreach.venues.post import post_card
from outreach.venues.presence import arrive
from outreach.venues.register import confirm_venue
from tests.clock import Clock
from tests.conftest import LOUD, Dump
from tests.looks import look
from tests.outreach.tasks.conftest import EEF, OMAR, PETRA, TEXTS, to
from tests.smtp import MailServer

FIRST_MAIL = """Dag Petra,

Dit wacht op iemand van Gemeente Waterdam.

Nieuwe aanmelding 1
Zorg mee voor het plantsoen in de Lindenstraat (WD-2026-01)
Antwoord beloofd voor 12 november 2026.
http://127.0.0.1:8080/kansen/1
kansenbode interests show 1

Alles wat wacht zie je met: kansenbode today
Liever vaker of minder vaak e-mail? Dat verandert je beheerder.
"""


async def test_contact_official_hears_at_once_of_an_interest(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    come("ada")

    await pass_(minutes=5)

    assert to(mailbox) == [PETRA]
    assert mailbox.texts == [FIRST_MAIL]
    message = mailbox.taken[0][1]
    assert (message["Subject"], message["From"], message["Auto-Submitted"]) == (
        "Er wacht iets",
        "Kansenbode Gemeente Waterdam <kansenbode@waterdam.example>",
        "auto-generated",
    )


async def test_ten_arrivals_within_some_minutes_are_one_mail(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    ticks = clockwork(mailbox)
    for number in range(10):
        come(f"p{number}")
        await ticks.mail()
        clock.passes(seconds=30)

    await ticks.mail()
    clock.passes(hours=1)
    await ticks.mail()

    assert to(mailbox) == [PETRA]
    assert mailbox.taken[0][1]["Subject"] == "Er wachten 10 dingen"


async def test_others_with_the_right_hear_at_the_daily_hour(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    come("ada")
    clock.now = datetime(2026, 11, 2, 12, tzinfo=UTC)
    await pass_(minutes=10)

    clock.now = datetime(2026, 11, 3, 7, 29, tzinfo=UTC)
    await pass_(minutes=2)

    assert to(mailbox) == [PETRA, EEF, OMAR]


async def test_colleague_says_how_they_hear(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    for email, notify in ((PETRA, "none"), (EEF, "at_once")):
        waterdam.run(add_staff, NOBODY, email=email, name="", role="editor", notify=notify)
    come("ada")

    await pass_(minutes=5)

    assert to(mailbox) == [EEF]


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


async def test_silence_is_told_at_half_of_the_time_and_when_it_is_late(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    come("ada")
    ticks = clockwork(mailbox)
    heard = []
    for day in range(14):
        for _ in range(4):
            await ticks.mail()
            clock.passes(hours=6)
        texts = [
            text
            for (email, _), text in zip(mailbox.taken, mailbox.texts, strict=True)
            if email == PETRA
        ]
        heard += [(day, text.splitlines()[4]) for text in texts]
        mailbox.taken.clear()

    assert heard == [
        (0, "Nieuwe aanmelding 1"),
        (5, "NOG GEEN REACTIE: Nieuwe aanmelding 1. De helft van de tijd is om."),
        (11, "TE LAAT: Nieuwe aanmelding 1"),
    ]


async def test_half_of_the_time_is_told_to_the_role_where_the_contact_is_no_colleague(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
    change: Callable[..., None],
) -> None:
    change(waterdam, "UPDATE opportunity SET official = 'Petra Bakker'")
    come("ada")
    ticks = clockwork(mailbox)
    for _ in range(7 * 24):
        await ticks.mail()
        clock.passes(hours=1)

    told = [
        recipient
        for recipient, message in mailbox.taken
        if "NOG GEEN REACTIE" in message.get_content()
    ]
    assert sorted(told) == [EEF, OMAR, PETRA]


async def test_question_and_word_for_a_human_are_told_without_their_text(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    come: Callable[[str], Actor],
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
    clock: Clock,
) -> None:
    ada = come("ada")
    waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")
    waterdam.run(ask_human, ada, opportunity=None, text="Bel mij op 06 12345678")

    await pass_(days=1)

    told = "\n".join(mailbox.texts)
    assert [word for word in ("hond", "12345678", "geheim", "Ada") if word in told] == []
    assert ["Vraag 1" in told, "Bericht voor een medewerker 2" in told] == [True, True]


async def test_draft_is_told_to_who_may_approve_it_and_did_not_make_it(
    waterdam: Store,
    staff: dict[str, int],
    strip: int,
    mailbox: MailServer,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    waterdam.run(
        new_campaign, Actor("staff", staff["eef"]), opportunity=strip, occasion="new", ours=TEXTS
    )

    await pass_(days=1)

    assert to(mailbox) == [OMAR]
    assert "Campagne, nog niet goedgekeurd 1" in mailbox.texts[0]


async def test_interest_that_comes_again_is_told_again(
    waterdam: Store,
    staff: dict[str, int],
    come: Callable[[str], Actor],
    strip: int,
    mailbox: MailServer,
    clock: Clock,
    pass_: Callable[..., Awaitable[None]],
) -> None:
    ada = come("ada")
    await pass_(minutes=5)
    waterdam.run(withdraw_interest, ada, interest=1)
    clock.passes(minutes=1)
    come("ada")

    await pass_(minutes=5)

    assert to(mailbox) == [PETRA, PETRA]


async def test_tick_too_many_mails_nothing_more(
    staff: dict[str, int],
    come: Callable[[str], Actor],
    mailbox: MailServer,
    clock: Clock,
    clockwork: Callable[..., Ticks],
) -> None:
    come("ada")
    for _ in range(3):
        for _ in range(3):
            await clockwork(mailbox).mail()
        clock.passes(minutes=5)

    assert to(mailbox) == [PETRA]


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
