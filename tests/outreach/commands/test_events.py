"""`kansenbode events`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.campaigns.draft import AUDIENCE, PLAN
from outreach.commands.terminal import Printer
from outreach.commands.words import field_shown
from outreach.interests.interest import EXTRAS
from outreach.opportunities.edit import SOURCE
from outreach.opportunities.facts import FACT
from outreach.store.migrate import migrate
from outreach.store.unit import Actor
from outreach.venues.venue import Venue
from tests.outreach.commands.conftest import Shown


def test_log_is_shown_in_words(type_: Callable[..., Shown], fatima: Actor) -> None:
    shown = type_("events", "--limit", "2")

    assert (shown.code, shown.err) == (0, "")
    for word in ("vraag gesteld", "persoon 1", "aanmelding 1", "kans WD-2026-01"):
        assert word in shown.out


def test_every_field_that_is_noted_has_a_heading(texts: Texts) -> None:
    noted, printer = (
        {*FACT, *SOURCE, *EXTRAS, *AUDIENCE, *PLAN, *Venue.model_fields},
        Printer(texts, "nl"),
    )

    assert {
        name: field_shown(printer, name) for name in noted if "_" in field_shown(printer, name)
    } == {}


def test_log_of_a_thing_is_asked_by_any_name_of_it(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("interests", "move", "1", "in_talk", "--yes")

    about = [
        [entry["deed"] for entry in type_("events", *words, "--json").json]
        for words in (
            ("--interest", "#1"),
            ("--question", "1"),
            ("--campaign", "7"),
            ("--by", "NADIA@waterdam.example"),
        )
    ]

    assert about == [
        ["notice.planned", "interest.moved", "interest.expressed"],
        ["question.asked"],
        [],
        ["notice.planned", "interest.moved"],
    ]


def test_log_of_a_question_that_was_forgotten_is_still_there(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("privacy", "forget", "--person", str(fatima.id), "--yes")

    gone = type_("questions", "show", "1")
    log = type_("events", "--question", "1", "--json")

    assert (gone.code, [entry["deed"] for entry in log.json]) == (1, ["question.asked"])


def test_whole_log_is_given_as_json(type_: Callable[..., Shown], fatima: Actor) -> None:
    whole = type_("events", "--json").json

    assert len(whole) > 5
    assert [entry["id"] for entry in whole] == sorted(
        (entry["id"] for entry in whole), reverse=True
    )
    assert len(type_("events", "--json", "--limit", "3").json) == 3


def test_log_since_a_day_that_did_not_come_is_empty(type_: Callable[..., Shown]) -> None:
    shown = type_("events", "--since", "1-1-2100")

    assert (shown.code, shown.out) == (0, "Er is niets gebeurd dat hierbij past.\n")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (("interests", "list"), ("interest.listed", {})),
        (("interests", "list", "--opportunity", "1"), ("interest.listed", {"opportunity": 1})),
        (("interests", "show", "1"), ("interest.read", {"interest": 1})),
        (("questions", "list"), ("question.listed", {})),
        (("questions", "show", "1"), ("question.read", {"question": 1})),
        (("opportunities", "told", "1"), ("told.read", {"opportunity": 1})),
    ],
)
def test_who_read_what_about_persons_is_noted(
    type_: Callable[..., Shown],
    fatima: Actor,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
    words: tuple[str, ...],
    read: tuple[str | dict[str, int], ...],
) -> None:
    shown = type_(*words)

    assert shown.code == 0
    assert events()[-1] == ("staff:1", *read)


@pytest.mark.parametrize(
    "words",
    [
        ("interests", "show", "1"),
        ("interests", "list"),
        ("questions", "show", "1"),
        ("questions", "list"),
        ("events",),
    ],
)
def test_who_has_no_name_reads_nothing(
    type_: Callable[..., Shown], folder: Path, fatima: Actor, words: tuple[str, ...]
) -> None:
    (folder / ".env").unlink()

    refused = type_(*words)

    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Zeg wie dit doet")


def test_as_long_as_nobody_works_there_reading_needs_no_name(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    folder = str(tmp_path / "fresh")
    (tmp_path / "fresh").mkdir()
    migrate(tmp_path / "fresh" / "kansenbode.db")

    shown = type_("interests", "list", "--data", folder)

    assert (shown.code, shown.err) == (0, "")


@pytest.fixture
def kees(type_: Callable[..., Shown]) -> str:
    """A colleague who only looks."""
    type_("staff", "add", "kees@waterdam.example", "--role", "kijker")
    return "kees@waterdam.example"


@pytest.mark.parametrize(
    "words",
    [
        ("interests", "show", "1"),
        ("interests", "list"),
        ("questions", "show", "1"),
        ("questions", "list"),
        ("opportunities", "told", "1"),
        ("events",),
    ],
)
def test_viewer_sees_no_name_and_no_word_of_a_resident(
    type_: Callable[..., Shown], fatima: Actor, kees: str, words: tuple[str, ...]
) -> None:
    for json in ((), ("--json",)):
        shown = type_(*words, *json, "--as", kees)

        assert shown.code == 0
        for secret in ("Groen op Zuid", "zes paar handen", "hond"):
            assert secret not in shown.out


def test_privacy_officer_reads_and_changes_nothing(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    type_("staff", "add", "priya@waterdam.example", "--role", "privacy-functionaris")

    read = type_("interests", "show", "1", "--as", "priya@waterdam.example")
    refused = type_("interests", "move", "1", "in_talk", "--yes", "--as", "priya@waterdam.example")

    assert ("zes paar handen" in read.out, refused.code) == (True, 1)
