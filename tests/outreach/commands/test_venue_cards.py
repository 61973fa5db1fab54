"""`kansenbode venues confirm` and `post`: a card goes to a group, or is refused and told of."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from outreach.delivery.claim import claim_due
from outreach.delivery.delivery import DeliveryState
from outreach.delivery.results import Result, record_results
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK
from outreach.venues.presence import arrive
from tests.accounts import connect_telegram
from tests.looks import look
from tests.outreach.commands.conftest import Built, Shown


@pytest.fixture
def group(folder: Path) -> None:
    """The bot was added to a group, so the group waits for staff."""
    (folder / ".env").write_text(
        (folder / ".env").read_text() + "KANSENBODE_QUIET_DAYS=false\n"
        "KANSENBODE_QUIET_FROM=00:00\nKANSENBODE_QUIET_UNTIL=00:00\n"
    )
    with Store(folder / "kansenbode.db") as store:
        connect_telegram(store)
        where = {"channel": "telegram", "external_id": "-100", "name": "Buurt Zuid"}
        store.run(arrive, NOBODY, **where, kind="neighbourhood_group", language="nl")


def test_group_is_confirmed_and_gets_one_card(
    type_: Callable[..., Shown], group: None, ask: Callable[..., list[tuple[Any, ...]]]
) -> None:
    refused = type_("venues", "post", "buurt-zuid", "WD-2026-01")
    confirmed = type_(
        "venues", "confirm", "Buurt-Zuid", "--place", "Lindenkom", "--most-a-week", "1"
    )
    posted = type_("venues", "post", "buurt-zuid", "WD-2026-01")
    again = type_("venues", "post", "buurt-zuid", "wd-2026-01")
    full = type_("venues", "post", "buurt-zuid", "WD-2026-02")

    assert refused.err == (
        "Plek buurt-zuid is nog niet bevestigd. Kijk of het klopt en gebruik dan: kansenbode "
        "venues confirm "
        "buurt-zuid\n"
    )
    assert (
        confirmed.out
        == "Het is vastgelegd. Plaatsen kan met: kansenbode venues post buurt-zuid KENMERK\n"
    )
    assert posted.out.startswith("De kaart is klaar. Buurt Zuid krijgt haar: ")
    assert again.out.startswith("Deze kans stond al klaar voor Buurt Zuid: ")
    assert again.code == 0
    assert (full.code, full.err[:60]) == (
        1,
        "Buurt Zuid wil per week hoogstens dit aantal berichten: 1. P",
    )
    assert ask("SELECT kind, name FROM mailing") == [("card", "venue-card@1")]


def test_card_waits_for_a_channel_that_works(
    type_: Callable[..., Shown],
    group: None,
    built: Built,
    ask: Callable[..., list[tuple[Any, ...]]],
) -> None:
    type_("venues", "confirm", "buurt-zuid")
    built.channels, built.trouble = ("telegram",), "geen verbinding"

    refused = type_("venues", "post", "buurt-zuid", "WD-2026-01")
    nothing = ask("SELECT kind FROM mailing")
    built.trouble = None
    posted = type_("venues", "post", "buurt-zuid", "WD-2026-01")

    assert (refused.code, nothing, posted.code) == (1, [], 0)
    assert "Er gaat nu niets uit: Telegram werkt niet (geen verbinding)." in " ".join(
        refused.err.split()
    )


def test_what_a_venue_refused_is_tried_again_when_its_channel_works(
    type_: Callable[..., Shown], group: None, built: Built, folder: Path
) -> None:
    type_("venues", "confirm", "buurt-zuid")
    type_("venues", "post", "buurt-zuid", "WD-2026-01")
    with Store(folder / "kansenbode.db") as store:
        claimed = store.run(claim_due, TICK, look("telegram"))
        ended = [
            Result(one.id, one.address, DeliveryState.FAILED, reason="send-refused")
            for one in claimed
        ]
        store.run(record_results, TICK, results=ended)
    built.channels, built.trouble = ("telegram",), "geen verbinding"

    refused = type_("venues", "retry", "buurt-zuid")
    built.trouble = None
    tried = type_("venues", "retry", "buurt-zuid")

    assert (refused.code, tried.out.startswith("We proberen één bericht opnieuw.")) == (1, True)


def test_change_by_a_command_edits_the_card_in_the_same_moment(
    type_: Callable[..., Shown], group: None, ask: Callable[..., list[tuple[Any, ...]]]
) -> None:
    type_("venues", "confirm", "buurt-zuid")
    type_("venues", "post", "buurt-zuid", "1")

    type_("opportunities", "set", "--yes", "1", "title=Nieuw plantsoen")
    type_("opportunities", "close", "--yes", "1")

    assert ask("SELECT state FROM delivery") == [("stopped",)]
    deeds = ask("SELECT actor, deed FROM event WHERE deed LIKE 'card.%' ORDER BY id")
    assert deeds == [
        ("staff:1", "card.planned"),
        ("staff:1", "card.changed"),
        ("staff:1", "card.stopped"),
    ]


def test_viewer_may_look_but_not_post(type_: Callable[..., Shown], group: None) -> None:
    type_("staff", "add", "kijk@waterdam.example", "--role", "viewer")

    shown = type_("venues", "confirm", "buurt-zuid", "--as", "kijk@waterdam.example")

    assert shown.code == 1
    assert type_("venues", "list", "--json").json[0]["state"] == "new"


@pytest.fixture
def refused(type_: Callable[..., Shown], group: None, folder: Path) -> None:
    """The group let us in, and then refused a card."""
    type_("venues", "confirm", "buurt-zuid")
    type_("venues", "post", "buurt-zuid", "WD-2026-01")
    with Store(folder / "kansenbode.db") as store:
        (card,) = store.run(claim_due, TICK, look("telegram", loud=True))
        ended = Result(card.id, card.address, DeliveryState.FAILED, reason="send-topic-closed")
        store.run(record_results, TICK, results=[ended])


def test_refused_card_is_told_with_its_reason_and_its_remedy(
    type_: Callable[..., Shown], refused: None
) -> None:
    listed = type_("venues", "list").out
    shown = type_("venues", "show", "Buurt-Zuid").out

    assert "Buurt Zuid (buurt-zuid) weigerde iets op " in listed
    assert (
        "Dit onderwerp van de groep is gesloten. Meer zie je met: kansenbode venues show buurt-zuid"
        in listed
    )
    assert "niet gelukt" in shown
    assert "WD-2026-01" in shown
    assert shown.endswith(
        "Vraag de beheerder van de groep om het onderwerp te openen, of om de bot beheerder te "
        "maken.\n"
        "  Opnieuw proberen: kansenbode venues retry buurt-zuid\n"
    )


def test_refused_card_is_tried_again_by_the_venue(
    type_: Callable[..., Shown], refused: None, ask: Callable[..., list[tuple[Any, ...]]]
) -> None:
    tried = type_("venues", "retry", "buurt-zuid")
    again = type_("venues", "retry", "buurt-zuid")

    assert tried.out == (
        "We proberen één bericht opnieuw. Hoe het gaat, zie je straks met: kansenbode failed list\n"
    )
    assert again.out == "Er is niets om opnieuw te proberen.\n"
    assert ask("SELECT state, reason, tries FROM delivery") == [("planned", None, 0)]


def test_venue_is_shown_for_other_programs(type_: Callable[..., Shown], refused: None) -> None:
    (venue,) = type_("venues", "show", "buurt-zuid", "--json").json

    assert (venue["code"], venue["state"]) == ("buurt-zuid", "confirmed")
    assert [(post["kind"], post["state"], post["reason"]) for post in venue["posts"]] == [
        ("card", "failed", "send-topic-closed")
    ]
