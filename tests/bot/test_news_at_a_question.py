"""News that arrives while a question is open leaves that question in view."""

from collections.abc import Callable
from typing import Any

import pytest

from content.message import Message
from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import Outgoing
from outreach.delivery.notice import notify
from outreach.store.store import Store
from outreach.store.unit import TICK
from tests.bot.conftest import Person
from tests.clock import Clock
from tests.conftest import LOUD
from tests.looks import look
from tests.statements import run_sql

NEWS = "Er is antwoord op een vraag."


@pytest.fixture
def arrives(waterdam: Store, clock: Clock) -> Callable[[], Outgoing]:
    """Let news come, and return what is sent."""

    def run() -> Outgoing:
        run_sql(waterdam, "UPDATE delivery SET state = 'sent', lease_until = NULL")
        run_sql(waterdam, "UPDATE address SET free_at = NULL")
        clock.passes(minutes=20)
        waterdam.run(
            notify,
            TICK,
            name="notice-answer",
            persons=[1],
            say=lambda language: Message(NEWS),
            quiet=LOUD,
        )
        (sent,) = [
            out
            for out in waterdam.run(claim_due, TICK, look("web", "telegram"))
            if NEWS in out.message.text
        ]
        return sent

    return run


def test_open_question_is_put_again_below_news_by_itself(
    person: Person, kans: Callable[[str], int], arrives: Callable[[], Outgoing]
) -> None:
    person.enter(opportunity=kans("01"))
    for text in ("ik doe mee", "groep", "De buren", "Wij wieden.", "ja"):
        person.say(text)
    asked = person.last

    told = arrives().message

    assert told.text.startswith(f"{NEWS}\n\nWil je nog iets meer vertellen?")
    assert (told.options, told.rev) == (asked.options, asked.rev)
    assert person.press("Nee, het is goed").startswith("Hoe kunnen we je")


def test_step_of_an_open_question_is_told_with_it(
    person: Person, kans: Callable[[str], int], arrives: Callable[[], Outgoing]
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")

    told = arrives().message

    assert told.text == f"{NEWS}\n\nFijn! Doe je mee …\n\n(stap 1 van 3)"
    assert told.stepless == f"{NEWS}\n\nFijn! Doe je mee …"


def test_it_is_kept_as_it_was_sent(
    person: Person,
    kans: Callable[[str], int],
    arrives: Callable[[], Outgoing],
    rows: Callable[[str], list[Any]],
) -> None:
    person.enter(opportunity=kans("01"))
    person.say("ik doe mee")

    sent = arrives()

    assert "Doe je mee" in str(rows(f"SELECT message FROM delivery WHERE id = {sent.id}"))


def test_nothing_is_put_again_where_nothing_is_asked(
    person: Person, arrives: Callable[[], Outgoing]
) -> None:
    person.say("menu")

    assert arrives().message == Message(NEWS)
