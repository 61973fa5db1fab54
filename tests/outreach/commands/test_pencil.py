"""`kansenbode interests pencil`: an outcome that staff alone read."""

from collections.abc import Callable

import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown

WHY = ("--reason", "Jullie plan past het best.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("gekozen", *WHY, "--amount", "1.250,00"), "gekozen, € 1.250. De reden: Jullie plan"),
        (("reserve", *WHY), "reserve 1. De reden: Jullie plan"),
        (("reserve", *WHY, "--order", "3"), "reserve 3. De reden: Jullie plan"),
        (("not-chosen", *WHY), "niet gekozen. De reden: Jullie plan"),
    ],
)
def test_says_what_stands_in_pencil_and_that_nobody_else_reads_it(
    type_: Callable[..., Shown], fatima: Actor, typed: tuple[str, ...], said: str
) -> None:
    shown = type_("interests", "pencil", "1", *typed)

    assert shown.code == 0, shown.err
    assert shown.out.startswith(f"In potlood bij aanmelding 1: {said}")
    assert "Niemand buiten de gemeente leest dit" in shown.out


def test_is_noted_without_a_word_of_it_and_tells_nobody(
    type_: Callable[..., Shown],
    fatima: Actor,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    type_("interests", "pencil", "1", "gekozen", *WHY)
    type_("interests", "pencil", "1", "--take-back")

    assert events()[-2:] == [
        ("staff:1", "interest.penciled", {"interest": 1}),
        ("staff:1", "interest.rubbed_out", {"interest": 1}),
    ]
    assert type_("opportunities", "planned", "1", "--json").json == []


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ((), "Kies uit: gekozen, reserve of niet gekozen. Weghalen kan met --take-back."),
        (("gekozen",), 'Geef een zin mee: --reason "…"'),
        (("gekozen", *WHY, "--order", "1"), "laat --order weg"),
        (("--take-back",), "staat niets in potlood"),
        (("gekozen", *WHY, "--with", "1"), "Kies een andere aanmelding"),
    ],
)
def test_refusal_says_how_to_mend_it(
    type_: Callable[..., Shown], fatima: Actor, typed: tuple[str, ...], mend: str
) -> None:
    shown = type_("interests", "pencil", "1", *typed)

    assert shown.code == 1
    assert mend in shown.err
