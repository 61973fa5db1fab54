"""A dossier is whole, tells only the names that it needs, and stands in its place at once."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from content.paper.paper import Heading, Paper
from content.texts import Texts
from outreach.dossier.folder import paper_of, write_folder
from outreach.dossier.gathered import gather
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.weigh import weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.errors import FileThere
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

NADIA = Actor("staff", 1)
AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
PARTIES = (
    ("residents_group", "Buren van Wiebelwortel"),
    ("firm", "Hovenier Groen BV"),
    ("resident", "Fatima Knikkerzak"),
)
Make = Callable[..., Paper]


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture
def lived(waterdam: Store, strip: int) -> int:
    """The green strip with three parties, weighed by two colleagues, changed once and closed."""
    for name in ("Nadia", "Kim"):
        email = f"{name.lower()}@waterdam.example"
        waterdam.run(add_staff, NOBODY, email=email, name=f"{name} Beukelaar", role="editor")
    for number, (kind, name) in enumerate(PARTIES, 1):
        person, _ = waterdam.run(
            meet, NOBODY, channel="web", external_id=f"p{number}", language="nl"
        )
        facts: dict[str, Any] = {"opportunity": strip, "version": 1, "brings": "eigen geheim"}
        facts["party"] = PartyDraft(kind, name)
        waterdam.run(express_interest, Actor("person", person), **facts)
        said: dict[str, Any] = {"interest": number, "mailed": emails_of_party, "criterion": 1}
        reason = f"{PARTIES[0][1].upper()} en {PARTIES[1][1]} kunnen samen."
        said |= {"reason": reason, "checked": True}
        waterdam.run(weigh, NADIA, word="good", **said)
        waterdam.run(weigh, Actor("staff", 2), word="poor", **said)
        waterdam.run(weigh, NADIA, word="enough", settle=True, **said)
    waterdam.run(set_facts, NADIA, opportunity=strip, duration="drie jaar")
    waterdam.run(move_opportunity, NADIA, opportunity=strip, state="closed")
    return strip


@pytest.fixture
def made(waterdam: Store, lived: int, texts: Texts) -> Make:
    """Make the dossier of the green strip: `made("nl", without=True)`."""

    def run(language: str = "nl", *, without: bool = False) -> Paper:
        found = waterdam.look(gather, opportunity=lived)
        said = texts.spoken(language)
        return paper_of(found, said, organisation="Waterdam", made_at=AT, without=without)

    return run


def words(paper: Paper) -> str:
    """All that a document says."""
    return orjson.dumps(paper).decode()


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        (
            "nl",
            ["In het kort", "Wat er te lezen was", "Waar de gemeente op lette", "De weging"],
        ),
        ("en", ["In brief", "What was published", "What was weighed", "The weighing"]),
    ],
)
def test_chapters_stand_in_order(made: Make, language: str, heads: list[str]) -> None:
    chapters = [each.text for each in made(language).blocks if isinstance(each, Heading)]

    assert [head for head in chapters if head in heads] == heads
    assert len(chapters) >= 14


@pytest.mark.parametrize(
    "told",
    [
        "Anders dan de versie ervoor: hoe lang het duurt.",
        "drie jaar",
        "voordat de eerste reageerde",
        "vastgesteld door Nadia Beukelaar",
        "Kim Beukelaar",
        "onvoldoende (0)",
        "Er is nog geen besluit.",
    ],
)
def test_it_tells_versions_criteria_words_and_who_gave_them(made: Make, told: str) -> None:
    assert told in words(made())


def test_part_has_a_number_and_not_the_key_by_which_programs_know_it(made: Make) -> None:
    said = words(made())

    assert "1. De borders met bloemen" in said
    assert "borders. " not in said


def test_organisation_is_named_and_a_person_only_by_number(made: Make) -> None:
    said = words(made())

    assert "partij 2: Hovenier Groen BV" in said
    assert [name for name in ("wiebelwortel", "knikkerzak") if name in said.lower()] == []
    assert "partij 1 en Hovenier Groen BV kunnen samen." in said


def test_person_with_whom_was_agreed_is_named(waterdam: Store, lived: int, texts: Texts) -> None:
    found = waterdam.look(gather, opportunity=lived)
    interests = [
        replace(one, state="agreed") if one.kind == "resident" else one for one in found.interests
    ]
    agreed, said = replace(found, interests=interests), texts.spoken("nl")

    paper = paper_of(agreed, said, organisation="Waterdam", made_at=AT, without=False)

    assert "partij 3: Fatima Knikkerzak" in words(paper)


def test_without_names_there_is_none(made: Make) -> None:
    said = words(made(without=True)).lower()

    names = ("wiebelwortel", "hovenier", "knikkerzak", "beukelaar")
    assert [name for name in names if name in said] == []
    assert "partij 1 en partij 2 kunnen samen." in said
    assert "medewerker 2" in said


def test_what_people_wrote_stays_out(made: Make) -> None:
    assert "eigen geheim" not in words(made())


def test_folder_has_its_list_of_sums_and_is_ours_alone(tmp_path: Path) -> None:
    files, to = {"dossier.pdf": b"%PDF", "ocds.json": b"{}"}, tmp_path / "weg" / "uit"

    write_folder(to, files)

    lines = (to / "SHA256SUMS").read_text().splitlines()
    listed = {name: number for number, _, name in (line.partition("  ") for line in lines)}
    assert listed == {name: hashlib.sha256(held).hexdigest() for name, held in files.items()}
    assert [path.name for path in to.parent.iterdir()] == ["uit"]
    assert {path.stat().st_mode & 0o077 for path in (to, *to.iterdir())} == {0}


@pytest.mark.parametrize("there", ["folder", "file"])
def test_place_that_is_taken_stays_as_it_is(tmp_path: Path, there: str) -> None:
    place = tmp_path / "uit"
    if there == "file":
        place.write_text("van iemand")
    else:
        place.mkdir()

    with pytest.raises(FileThere):
        write_folder(place, {"dossier.pdf": b"%PDF"})

    assert [path.name for path in tmp_path.iterdir()] == ["uit"]


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_folder(tmp_path / "uit", {"dossier.pdf": b"%PDF", "weg/ocds.json": b"{}"})

    assert list(tmp_path.iterdir()) == []
