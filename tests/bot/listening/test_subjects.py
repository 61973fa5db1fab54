"""Which opportunity a text is about."""

import pytest

from bot.listening.subjects import Candidate, offered, only_one, rank

GREEN = Candidate(
    1, "Zorg mee voor het plantsoen in de Lindenstraat", ("Lindenkom",), ("groen",), "Met buren."
)
KITCHEN = Candidate(
    2, "Samen koken in de buurtkeuken", ("Vlierdammen",), ("ontmoeten",), "Wie kookt er mee?"
)
GARDEN = Candidate(3, "Een tuin voor de school", ("Lindenkom",), ("groen",), "Ook met groenten.")
ALL = (GREEN, KITCHEN, GARDEN)


@pytest.mark.parametrize(
    ("said", "one"),
    [
        (["plantsoen"], 1),
        (["plantsoentje"], 1),
        (["plantson"], 1),
        (["lindenstraat"], 1),
        (["keuken"], 2),
        (["schooltuin"], 3),
        (["linden"], None),
        (["lindenkom"], None),
        (["groen"], None),
        (["vuilnis"], None),
        ([], None),
    ],
)
def test_one_is_surely_meant(said: list[str], one: int | None) -> None:
    found = only_one(rank(said, ALL))

    assert (found and found.id) == one


def test_those_that_may_be_meant_are_offered() -> None:
    assert offered(rank(["lindenkom"], ALL)) == [GREEN, GARDEN]
    assert offered(rank(["koken"], ALL)) == [KITCHEN]
    assert offered(rank(["lind"], ALL)) == []
    assert offered(rank(["linden"], ALL)) == [GREEN, GARDEN]
    assert offered(rank(["vuilnis"], ALL)) == []


def test_more_of_a_thing_is_that_thing() -> None:
    lamp = Candidate(4, "Een lamp in elke straat", (), (), "")

    assert [candidate for _, candidate in rank(["lampen"], [lamp])] == [lamp]
    assert rank(["lampion"], [lamp]) == []
