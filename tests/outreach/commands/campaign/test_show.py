"""A campaign in full: its makers, its audience and its start; the card is for drafts alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.parties.consent import permit
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.commands.conftest import Shown


@pytest.fixture(autouse=True)
def ada(folder: Path) -> None:
    """One person wants news, and a draft is made for her."""
    with Store(folder / "kansenbode.db") as store:
        person, _ = store.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
        store.run(
            permit,
            Actor("person", person, via="web"),
            purpose="news",
            given=True,
            text="interest-news",
        )


def test_draft_says_who_made_it_and_for_whom(type_: Callable[..., Shown]) -> None:
    type_("campaign", "new", "WD-2026-01")

    shown, [facts] = (
        type_("campaign", "show", "1").out,
        type_("campaign", "show", "1", "--json").json,
    )

    assert [line.split()[-1] for line in shown.splitlines() if "gemaakt door" in line] == ["Nadia"]
    assert "iedereen die nieuws wil" in shown
    assert (facts["made_by"], facts["approved_by"], facts["people"]) == ("Nadia", None, None)


def test_approved_campaign_says_who_approved_it_how_many_and_from_when(
    type_: Callable[..., Shown],
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1", "--people", "1")

    shown, [facts] = (
        type_("campaign", "show", "1").out,
        type_("campaign", "show", "1", "--json").json,
    )

    assert (facts["approved_by"], facts["people"], facts["sent"]) == ("Nadia", 1, 0)
    assert facts["approved_at"] is not None
    assert facts["begins"] is not None
    assert [
        word in shown for word in ("goedgekeurd door", "goedgekeurd op", "begint", "verstuurd")
    ] == [True] * 4


def test_card_of_what_is_approved_is_refused_with_where_to_look(
    type_: Callable[..., Shown],
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("campaign", "approve", "1", "--people", "1")

    card = type_("campaign", "preflight", "1")
    type_("campaign", "cancel", "1")
    called_off = type_("campaign", "preflight", "1")

    where = "Hoe het gaat, zie je met: kansenbode campaign report 1\n"
    assert (card.code, card.out) == (1, "")
    assert card.err.startswith("De kaart is er voor een concept. Campagne 1 is dat niet meer: ")
    assert card.err.endswith(where)
    assert (
        called_off.err
        == f"De kaart is er voor een concept. Campagne 1 is dat niet meer: gestopt. {where}"
    )
