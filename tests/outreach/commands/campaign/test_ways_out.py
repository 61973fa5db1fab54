"""`kansenbode campaign` where something is in the way, refused, called off or empty."""

from collections.abc import Callable

import pytest

from tests.outreach.commands.conftest import Shown


def test_other_number_than_was_read_sends_nothing(
    type_: Callable[..., Shown], people: None
) -> None:
    type_("campaign", "new", "WD-2026-01")

    shown = type_("campaign", "approve", "1", "--people", "12")

    assert (shown.code, shown.out) == (1, "")
    assert (
        "Het aantal mensen is veranderd. Op de kaart stond 12, nu is het 3. Er ging niets uit."
        in shown.err
    )


def test_what_is_in_the_way_is_shown_when_it_is_approved(
    type_: Callable[..., Shown], people: None
) -> None:
    type_("campaign", "new", "WD-2026-01")
    type_("opportunities", "close", "--yes", "WD-2026-01")

    shown = type_("campaign", "approve", "1")

    assert shown.code == 1
    assert "De kans is niet open." in shown.out
    assert "De campagne kan nog niet uit." in shown.err


def test_who_may_not_approve_is_told_who_may(type_: Callable[..., Shown], people: None) -> None:
    type_("staff", "add", "eef@waterdam.example", "--role", "editor")
    type_("campaign", "new", "WD-2026-01", "--as", "eef@waterdam.example")

    shown = type_("campaign", "approve", "1", "--as", "eef@waterdam.example")

    assert shown.code == 1
    assert "verzender en beheerder" in shown.err


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("text.nl=Hoi {naam}", "Het woord {naam} ken ik niet."),
        ("first=0", "“0” past niet bij het veld first."),
        ("spread=99", "“99” past niet bij het veld spread."),
        ("policy=misschien", "Kies uit: opnieuw sturen of vasthouden tot iemand kijkt"),
        ("at=morgen", "“morgen” past niet bij het veld at."),
        ("kleur=rood", "Het veld “kleur” bestaat niet."),
        ("picture=javascript:alert(1)", "past niet bij het veld picture"),
        ("los", "mist een waarde"),
    ],
)
def test_what_does_not_fit_is_said_with_what_does(
    type_: Callable[..., Shown], people: None, fact: str, said: str
) -> None:
    type_("campaign", "new", "WD-2026-01")

    shown = type_("campaign", "set", "1", fact)

    assert (shown.code, shown.out) == (1, "")
    assert said in shown.err


def test_cancelled_campaign_can_be_copied(type_: Callable[..., Shown], people: None) -> None:
    type_("campaign", "new", "WD-2026-01", "remind=3", "text.nl=Kom je ook?")
    type_("campaign", "cancel", "1")

    made = type_("campaign", "copy", "1")
    shown = type_("campaign", "show", "2", "--json")

    assert "Campagne 2 is gemaakt." in made.out
    (facts,) = shown.json
    assert (facts["remind"], facts["texts"], "at" in facts) == (
        3,
        {"new": {"nl": "Kom je ook?"}},
        False,
    )


def test_moment_that_has_passed_is_refused(type_: Callable[..., Shown], people: None) -> None:
    new = type_("campaign", "new", "WD-2026-01", "at=1-1-2020")
    type_("campaign", "new", "WD-2026-01", "at=25-12-2099")
    changed = type_("campaign", "set", "1", "at=1-1-2020")

    said = (
        "Dat moment is al voorbij: 1 januari 2020, 00:00. "
        "Kies een later moment, of laat at leeg: dan gaat het meteen.\n"
    )
    assert [(shown.code, shown.err) for shown in (new, changed)] == [(1, said)] * 2


def test_draft_that_is_called_off_was_not_sent(type_: Callable[..., Shown], people: None) -> None:
    type_("campaign", "new", "WD-2026-01")

    assert type_("campaign", "cancel", "1").out == (
        "Campagne 1 is gestopt. Er stond niets meer klaar om te versturen.\n"
    )


def test_empty_draft_is_not_scored(type_: Callable[..., Shown]) -> None:
    type_("opportunities", "new", "WD-2026-99")

    empty = type_("opportunities", "show", "WD-2026-99")
    filled = type_("opportunities", "show", "WD-2026-01")

    assert ("Leesbaarheid" in empty.out, "Leesbaarheid" in filled.out) == (False, True)
