"""`kansenbode opportunities letter` and `apply`: looked at first, called off, told at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown
from tests.statements import run_sql

WHY = ("--reason", "Jullie plan past het best.")


@pytest.fixture
def penciled(type_: Callable[..., Shown], fatima: Actor) -> None:
    """Fatima's group is chosen in pencil, and nothing waits any more."""
    type_("interests", "pencil", "1", "gekozen", *WHY)
    type_("questions", "answer", "1", "Ja, aan de lijn.", "--yes")
    type_("opportunities", "close", "1", "--yes")


def state(type_: Callable[..., Shown]) -> str:
    return str(type_("opportunities", "show", "1", "--json").json[0]["state"])


def test_preview_shows_each_message_and_changes_nothing(
    type_: Callable[..., Shown], penciled: None
) -> None:
    shown = type_("opportunities", "apply", "1", "--preview")

    assert shown.code == 0, shown.err
    assert "Groen op Zuid is gekozen" in shown.out
    assert "Doet Groen op Zuid mee? Laat het weten, uiterlijk " in shown.out
    assert "De reden: Jullie plan past het best." in shown.out
    assert state(type_) == "closed"


def test_preview_warns_of_a_reason_that_some_read_in_another_language(
    type_: Callable[..., Shown], folder: Path, penciled: None
) -> None:
    with Store(folder / "kansenbode.db") as store:
        run_sql(store, "UPDATE person SET language = 'en'")

    shown = type_("opportunities", "apply", "1", "--preview")

    assert (
        "Bij “gekozen” is er geen reden in het Engels. Eén persoon leest die in het Nederlands."
        in shown.out
    )
    assert "The reason, in Dutch: Jullie plan past het best." in shown.out


def test_own_words_are_scored_and_stand_in_the_message(
    type_: Callable[..., Shown], penciled: None
) -> None:
    words = "Gefeliciteerd %party%, jullie gaan het doen!"

    letter = type_("opportunities", "letter", "1", "gekozen", "--text", words)
    preview = type_("opportunities", "apply", "1", "--preview")

    assert letter.out.startswith(f"Wie gekozen is, leest straks: {words}\n")
    assert "leesbaar" in letter.out.lower()
    assert "Gefeliciteerd Groen op Zuid, jullie gaan het doen!" in preview.out


def test_approved_it_waits_and_can_be_called_off(
    type_: Callable[..., Shown], penciled: None
) -> None:
    approved = type_("opportunities", "apply", "1", "--people", "1", "--yes")
    waits = state(type_)
    called_off = type_("opportunities", "apply", "1", "--cancel")
    again = type_("opportunities", "apply", "1", "--cancel")

    assert approved.out.startswith("Het besluit over kans 1 is goedgekeurd. Het gaat in op ")
    assert "--cancel" in approved.out
    assert (waits, state(type_)) == ("closed", "closed")
    assert called_off.out.startswith("Het besluit over kans 1 is afgezegd.")
    assert again.err.startswith("Over kans WD-2026-01 is er geen goedgekeurd besluit meer")


def test_without_a_cancel_time_it_is_decided_at_once(
    type_: Callable[..., Shown], penciled: None, at_once: None
) -> None:
    done = type_("opportunities", "apply", "1", "--yes")

    assert (done.code, state(type_)) == (0, "decided")
    assert "Eén persoon krijgt bericht" in done.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--people", "5", "--yes"), "gaat nu naar één persoon. Je las 5."),
        ((), "Geef dan --yes mee."),
    ],
)
def test_refusal_changes_nothing(
    type_: Callable[..., Shown], penciled: None, typed: tuple[str, ...], said: str
) -> None:
    shown = type_("opportunities", "apply", "1", *typed)

    assert (shown.code, said in shown.err) == (1, True)
    assert state(type_) == "closed"


def test_what_lacks_is_listed_with_how_to_mend_it(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("opportunities", "close", "1", "--yes")

    shown = type_("opportunities", "apply", "1", "--yes")

    assert "Geef die met: kansenbode interests pencil CODE gekozen" in shown.err
    assert "Eén vraag wacht nog op antwoord: 1. Antwoord met: kansenbode questions" in shown.err
    assert shown.err.endswith("Hierboven staat wat eerst moet.\n")
