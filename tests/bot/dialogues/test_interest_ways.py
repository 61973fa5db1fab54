"""Direction and kind of party decide the texts; nobody is refused; five questions are enough."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from content.texts import Texts
from tests.bot.conftest import Person

WAYS = {
    "alleen": ("Anna",),
    "met een groep": ("De buren",),
    "voor een organisatie": ("De Schoffel", "bedrijf"),
}


@pytest.mark.parametrize("number", ["01", "02", "07"])
@pytest.mark.parametrize("way", WAYS)
def test_nobody_is_refused_and_five_questions_are_enough(
    person: Person,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
    number: str,
    way: str,
) -> None:
    person.enter(opportunity=kans(number))
    person.press("Ik doe mee")

    answers = [way, *WAYS[way], "Wij werken graag mee.", "ja"]
    stored = [
        (person.say(answer), rows("SELECT count(*) FROM interest")[0][0])[1] for answer in answers
    ]

    assert len(answers) <= 5
    assert stored == [0] * (len(answers) - 1) + [1]
    assert person.text.startswith("Gelukt, je aanmelding is binnen!")


@pytest.mark.parametrize("number", ["01", "02", "05", "07"])
@pytest.mark.parametrize("way", WAYS)
def test_as_many_questions_follow_as_were_offered(
    person: Person, kans: Callable[[str], int], number: str, way: str
) -> None:
    person.enter(opportunity=kans(number))
    for said in ("ik doe mee", way, *WAYS[way], "Wij werken graag mee.", "ja"):
        person.say(said)
    offered = re.search(r"Het zijn nog (\d) korte vragen, ongeveer (één|2) minu", person.text)
    assert offered is not None
    count = int(offered[1])

    steps = []
    person.press("Ja, graag")
    while (step := re.search(r"\(stap (\d) van (\d)\)", person.text)) is not None:
        steps.append((int(step[1]), int(step[2])))
        person.say("overslaan")

    assert steps == [(number, count) for number in range(1, count + 1)]
    assert offered[2] == ("één" if count <= 6 else "2")
    assert person.text.startswith("Dank je wel! We weten nu genoeg.")


def test_organisation_of_another_kind_has_an_answer(
    person: Person, kans: Callable[[str], int], rows: Callable[[str], list[Any]]
) -> None:
    person.enter(opportunity=kans("01"))
    for said in ("ik doe mee", "organisatie", "De Moskee", "iets anders", "Wij helpen.", "ja"):
        person.say(said)

    assert rows("SELECT kind FROM party") == [("other_organisation",)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_news_is_offered_of_no_place_that_nobody_was_asked_for(texts: Texts, language: str) -> None:
    asked = texts.text("interest-news", language)

    assert re.search("buurt|wijk|neighbourhood|district|near", asked) is None


FORMAL = (
    "Goed om te weten: bij deze kans beslist de officiële procedure. Lees meer:\n"
    "https://waterdam.example/aankondigingen/WD-2026-07\n\n"
    "Je kunt je hier wel melden. Zo kent de gemeente je.\n\n"
)
FORMAL_FIRM = (
    "Doe ook mee aan de officiële procedure. Je aanmelding hier komt niet in de plaats daarvan.\n\n"
)
TOGETHER = (
    "Hier werk je altijd samen met anderen. Heb je nog niemand? Meld je toch aan, en zet erbij wie "
    "je zoekt.\n\n"
)
PARTNER = (
    "Goed om te weten: deze kans is vooral voor bewoners. Jullie doen mee als partner van de "
    "bewoners.\n\n"
)
COMBINED = (
    "Goed om te weten: bewoners en organisaties doen hier samen mee. Een vereniging, stichting of "
    "sociale onderneming "
    "ontvangt de subsidie. Een groep bewoners kan de leiding hebben, met zo'n organisatie als "
    "kassier.\n\n"
)


@pytest.mark.parametrize(
    ("number", "way", "said"),
    [
        ("01", "alleen", ""),
        ("01", "met een groep", ""),
        ("01", "voor een organisatie", PARTNER),
        ("07", "alleen", ""),
        ("07", "met een groep", ""),
        ("07", "voor een organisatie", FORMAL_FIRM),
        ("02", "alleen", COMBINED),
        ("02", "met een groep", COMBINED),
        ("02", "voor een organisatie", COMBINED),
    ],
)
def test_direction_and_kind_of_party_decide_what_is_said(
    person: Person, kans: Callable[[str], int], number: str, way: str, said: str
) -> None:
    person.enter(opportunity=kans(number))
    first = person.press("Ik doe mee")

    told = person.press(way)

    name = {
        "alleen": "Hoe mogen we je noemen? Alleen je voornaam is genoeg.",
        "met een groep": ("Hoe heet jullie groep? Een eigen naam mag, jullie straat ook."),
        "voor een organisatie": "Hoe heet je organisatie?",
    }[way]
    assert told == f"{said}{name}\n\n(stap 1 van 3)"
    # what decides is told before the first answer
    assert first.startswith(FORMAL) == (number == "07")


@pytest.mark.parametrize("number", ["01", "02", "07"])
def test_who_has_to_work_with_others_hears_so_where_they_say_what_they_bring(
    person: Person, kans: Callable[[str], int], told: Callable[..., str], number: str
) -> None:
    person.enter(opportunity=kans(number))
    person.press("Ik doe mee")
    person.press("alleen")

    asked = person.say("Lieke")

    together = "" if number == "01" else TOGETHER
    assert asked == f"{together}{told('interest-give')}\n\n(stap 2 van 3)"


@pytest.mark.parametrize(
    ("way", "answer", "kept"),
    [
        ("voor een organisatie", "ja", [("name", "1", 1)]),
        ("voor een organisatie", "nee", [("name", "1", 0)]),
        ("voor een organisatie", "overslaan", []),
        ("met een groep", None, []),
    ],
)
def test_only_an_organisation_is_asked_for_a_name_in_public(
    person: Person,
    kans: Callable[[str], int],
    rows: Callable[[str], list[Any]],
    way: str,
    answer: str | None,
    kept: list[tuple[str, str, int]],
) -> None:
    person.enter(opportunity=kans("01"))
    person.press("Ik doe mee")
    for said in (way, *WAYS[way], "Wij werken graag mee.", "ja", "ja", *("overslaan",) * 7):
        person.say(said)

    asked = person.text.startswith(
        "Mag de naam van je organisatie na het besluit in het openbare verslag staan?"
    )
    if answer is not None:
        person.say(answer)

    assert asked == (answer is not None)
    stored = rows("SELECT purpose, scope, given, text_version FROM consent")
    assert [row[:3] for row in stored] == kept
    assert all(row[3].startswith("interest-named nl ") for row in stored)
