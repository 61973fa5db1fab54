"""What waits, as a colleague reads it in a browser."""

from datetime import UTC, date, datetime, timedelta

import pytest

from outreach.console.signed_in import SignedIn
from outreach.console.today import Line, Today, show_today, today_of
from outreach.interests.question import ask_human, ask_question
from outreach.opportunities.edit import set_facts
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.tasks.waiting import LOOK, Waiting
from tests.outreach.console.conftest import Opened

NOOR = SignedIn(1, "Noor", "noor@waterdam.example", "editor")


@pytest.fixture
def ada(waterdam: Store) -> Actor:
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    return Actor("person", person)


@pytest.fixture
def asked(waterdam: Store, strip: int, ada: Actor) -> date:
    """Return the day that Ada was promised for her question about the strip and her word."""
    said = waterdam.run(ask_question, ada, opportunity=strip, text="Mag mijn hond mee?")
    waterdam.run(ask_human, ada, opportunity=None, text="Bel mij")
    return said.answer_by


def seen(store: Store, today: date, *, only_mine: bool = False) -> Today:
    return store.look(today_of, email=NOOR.email, only_mine=only_mine, today=today)


@pytest.mark.parametrize(
    ("before", "group", "late"), [(-1, "late", 2), (0, "soon", 0), (6, "soon", 0), (7, "later", 0)]
)
def test_what_waits_stands_by_its_promise(
    waterdam: Store, asked: date, before: int, group: str, late: int
) -> None:
    today = seen(waterdam, asked - timedelta(days=before))

    assert ([*today.groups], today.late, today.first) == ([group], late, before)


def test_mine_is_what_is_about_my_records(waterdam: Store, strip: int, asked: date) -> None:
    waterdam.run(add_staff, NOBODY, email=NOOR.email, name=NOOR.name)
    waterdam.run(set_facts, Actor("staff", 1), opportunity=strip, official=NOOR.email)

    today = seen(waterdam, asked, only_mine=True)

    assert (today.everything, today.mine) == (2, 1)
    assert [line.item.kind for lines in today.groups.values() for line in lines] == ["question"]


async def test_nothing_to_do_is_said_and_what_will_come(opened: Opened) -> None:
    client = await opened(show_today, NOOR)

    page = await (await client.get("/werk")).text()

    assert "Alles is beantwoord." in page


async def test_page_shows_no_word_of_a_resident(opened: Opened, asked: date) -> None:
    client = await opened(show_today, NOOR)

    page = await (await client.get("/werk")).text()

    assert ("plantsoen in de Lindenstraat" in page, "hond" in page, "Bel mij" in page) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("kind", LOOK)
def test_everything_about_a_question_a_party_or_a_record_has_its_page(kind: str) -> None:
    line = Line(Waiting(kind, 7, None, None, None, datetime.now(UTC), None), None)

    shown = ("interests show", "questions show", "opportunities")

    assert (line.path is not None) == LOOK[kind].startswith(shown)
