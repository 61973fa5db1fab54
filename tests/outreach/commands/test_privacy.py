"""`kansenbode privacy`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown

PRIYA = "priya@waterdam.example"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files come where somebody stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def priya(type_: Callable[..., Shown]) -> str:
    """The privacy officer."""
    type_("staff", "add", PRIYA, "--role", "privacy-functionaris")
    return PRIYA


def test_file_is_written_for_our_user_alone_and_it_is_noted(
    type_: Callable[..., Shown],
    fatima: Actor,
    priya: str,
    here: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    shown = type_("privacy", "file", "--question", "1", "--as", priya)

    as_json, text = here / f"persoon-{fatima.id}.json", here / f"persoon-{fatima.id}.txt"
    assert (shown.code, shown.err) == (0, "")
    assert [oct(file.stat().st_mode & 0o777) for file in (as_json, text)] == ["0o600", "0o600"]
    assert json.loads(as_json.read_text())["question"][0]["text"] == "Mag mijn hond mee?"
    for words in (
        "partij",
        "Groen op Zuid",
        "brengt mee: zes paar handen",
        "tekst: Mag mijn hond mee?",
        "aangemeld",
    ):
        assert words in text.read_text()
    assert events()[-1] == ("staff:2", "person.read", {"person": fatima.id})


def test_what_an_interest_was_before_is_told_in_words(
    type_: Callable[..., Shown], fatima: Actor, here: Path
) -> None:
    type_("interests", "move", "1", "in gesprek", "--yes")

    type_("privacy", "file", "--person", "1")

    assert "veld: stand\nwas: nieuw\n" in (here / "persoon-1.txt").read_text()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_of_the_file_is_in_the_language_of_the_line(
    type_: Callable[..., Shown], fatima: Actor, here: Path, language: str
) -> None:
    type_("--language", language, "privacy", "file", "--person", "1", "--to", "mine.json")

    begin = {
        "nl": "Dit is alles wat we hebben van persoon 1",
        "en": "This is all that we hold of person 1",
    }
    assert (here / "mine.txt").read_text().startswith(begin[language])


def test_file_is_never_written_over_another(
    type_: Callable[..., Shown], fatima: Actor, here: Path
) -> None:
    (here / "persoon-1.txt").write_text("mine")

    refused = type_("privacy", "file", "--person", "1")

    assert (refused.code, (here / "persoon-1.txt").read_text()) == (1, "mine")
    assert not (here / "persoon-1.json").exists()


@pytest.mark.parametrize("role", ["kijker", "redacteur", "verzender"])
@pytest.mark.parametrize("deed", [("file",), ("forget", "--yes")])
def test_only_a_privacy_officer_or_administrator_may(
    type_: Callable[..., Shown], fatima: Actor, role: str, deed: tuple[str, ...], here: Path
) -> None:
    type_("staff", "add", "bo@waterdam.example", "--role", role)

    refused = type_("privacy", *deed, "--person", "1", "--as", "bo@waterdam.example")

    assert (refused.code, refused.out, list(here.glob("persoon*"))) == (1, "", [])
    assert refused.err.endswith("Dit mogen alleen: privacy-functionaris en beheerder\n")


def test_forgetting_shows_first_what_goes(
    type_: Callable[..., Shown], fatima: Actor, priya: str
) -> None:
    shown = type_("privacy", "forget", "--person", "1", "--as", priya)

    assert (shown.code, shown.err) == (
        1,
        "Er is nog niets veranderd. Klopt het zo? Geef dan --yes mee.\n",
    )
    assert shown.out.startswith(
        "Persoon 1 vergeten? Partij: Groen op Zuid. Aanmeldingen: 1. Vragen: 1. Berichten: 0.\n"
    )
    assert type_("interests", "show", "1", "--json").json[0]["party"] == "Groen op Zuid"


def test_forgotten_person_leaves_no_byte_and_does_not_come_back(
    type_: Callable[..., Shown],
    fatima: Actor,
    priya: str,
    folder: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    reference = type_("interests", "show", "1", "--json").json[0]["reference"]

    done = type_("privacy", "forget", reference, "--yes", "--as", priya)

    again = type_("privacy", "forget", reference, "--yes", "--as", priya)
    assert (done.out, done.err) == (
        "Persoon 1 is vergeten. Binnen een dag is alles ook van de schijf.\n",
        "",
    )
    assert (again.code, again.err.startswith(f"Bij “{reference}” is er niemand (meer).")) == (
        1,
        True,
    )
    assert ("staff:2", "person.forgotten", {"person": 1}) in events()
    written = b"".join(file.read_bytes() for file in folder.glob("kansenbode.db*"))
    assert [
        secret
        for secret in (b"Groen op Zuid", b"zes paar handen", b"Mag mijn hond mee")
        if secret in written
    ] == []
    assert "1" in (folder / "erased.jsonl").read_text()
