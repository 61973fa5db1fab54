"""Colleagues are told by e-mail what waits: who, when, once, and again if it failed."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from outreach.campaigns.draft import new_campaign
from outreach.interests.own import withdraw_interest
from outreach.interests.question import ask_human, ask_question
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.ticks import Ticks
from tests.clock import Clock
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
