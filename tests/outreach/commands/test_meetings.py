"""`kansenbode meetings`."""

from collections.abc import Callable

import pytest

from tests.outreach.commands.conftest import Shown

Type = Callable[..., Shown]
FACTS = (
    "soort=informatieavond",
    "begint=3-12-2199 19:30",
    "eindigt=3-12-2199 21:00",
    "waar precies=De Kajuit",
    "plaatsen=40",
    "toegankelijk=plek voor een rolstoel, een rustige ruimte",
    "tolken=Turks, ar",
)


@pytest.fixture
def evening(type_: Type) -> int:
    """The number of an information evening about the first opportunity."""
    return int(type_("meetings", "add", "1", *FACTS, "--yes").out.split()[1])


def test_meeting_is_made_and_stands_in_the_list(type_: Type, evening: int) -> None:
    shown = type_("meetings", "show", str(evening))

    assert "informatieavond" in shown.out
    assert "3 december 2199, 19:30" in shown.out
    assert "plek voor een rolstoel, een rustige ruimte" in shown.out
    assert "Turks, Arabisch" in shown.out
    assert [
        (row["id"], row["seats"], row["coming"]) for row in type_("meetings", "list", "--json").json
    ] == [(evening, 40, 0)]


def test_meeting_is_changed_after_a_look_and_only_what_differs_is_told(
    type_: Type, evening: int
) -> None:
    looked = type_("meetings", "edit", str(evening), "plaatsen=50", "soort=open dag", "--preview")
    done = type_("meetings", "edit", str(evening), "plaatsen=50", "soort=open dag", "--yes")
    same = type_("meetings", "edit", str(evening), "plaatsen=50", "--yes")

    assert "soort: “informatieavond” wordt “open dag”" in looked.out
    assert "Er is niets veranderd: dit was om te kijken." in looked.out
    assert done.out.startswith("Veranderd: plaatsen en soort.")
    assert same.out == "Er is niets veranderd.\n"


def test_meeting_is_called_off_with_a_reason(type_: Type, evening: int) -> None:
    why = type_("meetings", "cancel", str(evening), "--yes")
    done = type_("meetings", "cancel", str(evening), "--reason", "De zaal is dicht.", "--yes")

    assert (why.code, "--reason" in why.err) == (1, True)
    assert done.out.startswith(f"Bijeenkomst {evening} gaat niet door.")


def test_nothing_is_told_of_a_meeting_that_is_ahead(type_: Type, evening: int) -> None:
    shown = type_("meetings", "report", str(evening), "Het was druk.", "--yes")

    assert (shown.code, shown.err) == (
        1,
        "Over een bijeenkomst die nog niet begon of niet doorging, is er niets te vertellen.\n",
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (["zaal=1"], "Het veld “zaal” bestaat niet."),
        (["begint=gisteren"], "“gisteren” past niet bij het veld begint."),
        (FACTS[:2], "Van een bijeenkomst moet je ook weten: wanneer het klaar is en waar het is."),
    ],
)
def test_meeting_that_makes_no_sense_is_refused(type_: Type, facts: list[str], said: str) -> None:
    shown = type_("meetings", "add", "1", *facts, "--yes")

    assert (shown.code, shown.err.startswith(said)) == (1, True)
