"""`kansenbode find`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown


@pytest.fixture
def kees(type_: Callable[..., Shown]) -> str:
    """A colleague who only looks."""
    type_("staff", "add", "kees@waterdam.example", "--role", "kijker")
    return "kees@waterdam.example"


def test_what_was_found_is_shown_with_the_command_that_shows_it_whole(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    shown = type_("find", "hond")

    assert (shown.code, shown.out) == (
        0,
        (
            "Er is één ding gevonden met “hond”.\n\nVraag: Mag mijn hond mee? (WD-2026-01)\n"
            "  kansenbode questions show 1\n"
        ),
    )


def test_lines_fit_a_screen_of_80_columns(type_: Callable[..., Shown], fatima: Actor) -> None:
    for line in type_("find", "1").out.splitlines():
        assert len(line) <= 80


def test_found_things_are_given_as_json(type_: Callable[..., Shown], fatima: Actor) -> None:
    assert type_("find", "groen op zuid", "--json").json == [
        {
            "kind": "interest",
            "number": 1,
            "name": "Groen op Zuid",
            "tender_id": "WD-2026-01",
            "state": "new",
            "code": None,
            "command": "kansenbode interests show 1",
        }
    ]


def test_viewer_finds_nothing_of_persons_and_is_told_so(
    type_: Callable[..., Shown], fatima: Actor, kees: str
) -> None:
    shown = type_("find", "groen op zuid", "--as", kees)

    assert (shown.out, shown.err) == (
        "Er is niets gevonden met “groen op zuid”.\n",
        "Namen en woorden van bewoners zijn weggelaten: je rol mag die niet lezen.\n",
    )


def test_search_is_noted_without_its_word(
    type_: Callable[..., Shown],
    folder: Path,
    fatima: Actor,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    type_("find", "groen op zuid")

    assert events()[-1] == ("staff:1", "search.made", {})
    assert b"groen op zuid" not in (folder / "kansenbode.db").read_bytes()


def test_nothing_to_find_is_refused(type_: Callable[..., Shown]) -> None:
    refused = type_("find", " ")

    assert (refused.code, refused.err) == (1, "Dit is leeg. Schrijf er een tekst bij.\n")


def test_nobody_finds_anything_without_a_name_once_somebody_works_here(
    type_: Callable[..., Shown], folder: Path
) -> None:
    (folder / ".env").unlink()

    refused = type_("find", "groen")

    assert (refused.code, refused.out) == (1, "")
