"""A decision is whole: everybody has an outcome, its reason, and hears of it once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from outreach.interests.decide import Undecided, decide, settled
from outreach.interests.decision import write_letter
from outreach.interests.interest import PartyDraft
from outreach.interests.own import withdraw_interest
from outreach.interests.pencil import outcomes, pencil
from outreach.interests.question import ask_question
from outreach.interests.tell import Telling, Told
from outreach.interests.untranslated import Untranslated, untranslated
from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.privacy.mydata import my_data
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.clock import Clock
from tests.outreach.interests.conftest import NADIA
from tests.outreach.interests.deciding import WHY, pencil_all
from tests.outreach.interests.expressing import express
from tests.outreach.interests.telling import count
from tests.people import number_of
from tests.statements import run_sql


@pytest.fixture
def three(join: Callable[..., Actor], move: Callable[[str], Told]) -> list[Actor]:
    """Three residents signed up for the green strip, and nobody can any more."""
    people = [join("ada"), join("bob", "en"), join("cem")]
    move("closed")
    return people


@pytest.fixture
def penciled(waterdam: Store, three: list[Actor]) -> list[Actor]:
    """Ada is chosen, Bob is the reserve, Cem is not chosen."""
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve", i3="not_chosen")
    return three


@pytest.fixture
def tell(
    waterdam: Store, strip: int, telling: Telling, hear: Callable[[], dict[str, list[str]]]
) -> Callable[..., dict[str, list[str]]]:
    """Decide, and return what each person then hears; `tell(objections="…")` tells otherwise."""

    def run(**otherwise: Any) -> dict[str, list[str]]:
        terms = replace(telling, **otherwise)
        waterdam.run(decide, NADIA, opportunity=strip, telling=terms)
        return hear()

    return run


def lacks(store: Store, opportunity: int, telling: Telling, **values: Any) -> list[str]:
    with pytest.raises(Undecided) as undecided:
        store.run(decide, NADIA, opportunity=opportunity, telling=telling, **values)
    return [lack.key for lack in undecided.value.lacks]


def test_everybody_has_an_outcome_and_hears_of_it_once(
    waterdam: Store,
    strip: int,
    telling: Telling,
    penciled: list[Actor],
    hear: Callable[[], dict[str, list[str]]],
) -> None:
    told = waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    heard = hear()
    rows = waterdam.look(outcomes, opportunity=strip)
    assert told.persons == 3
    assert [row.state for row in rows] == ["agreed", "reserve", "declined"]
    assert all(row.applied_at is not None for row in rows)
    assert {name: len(texts) for name, texts in heard.items()} == {"ada": 1, "bob": 1, "cem": 1}
    assert "met Ada is een afspraak gemaakt" in heard["ada"][0]
    assert WHY["chosen"] in heard["ada"][0]
    assert "Bob is on the reserve list." in heard["bob"][0]
    assert "The place on the reserve list: 1." in heard["bob"][0]
    assert WHY["not_chosen"] in heard["cem"][0]


def test_nobody_reads_the_reason_of_another(
    penciled: list[Actor], tell: Callable[..., dict[str, list[str]]]
) -> None:
    heard = tell()

    assert {name: sum(why in heard[name][0] for why in WHY.values()) for name in heard} == {
        "ada": 1,
        "bob": 1,
        "cem": 1,
    }


def test_person_in_two_parties_hears_once_of_both(
    waterdam: Store,
    strip: int,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    tell: Callable[..., dict[str, list[str]]],
) -> None:
    ada = join("ada")
    express(waterdam, ada, strip, PartyDraft("residents_group", "Groen op Zuid"))
    move("closed")
    pencil_all(waterdam, NADIA, i1="not_chosen", i2="chosen")

    (told,) = tell()["ada"]

    assert "met Groen op Zuid is een afspraak gemaakt" in told
    assert "Met Ada is helaas geen afspraak gemaakt." in told


def test_who_was_moved_before_has_an_outcome_too(
    waterdam: Store,
    strip: int,
    telling: Telling,
    three: list[Actor],
    move_interest: Callable[..., Told],
) -> None:
    for state in ("in_talk", "agreed"):
        move_interest(1, state)
    move_interest(2, "declined", reason=WHY["not_chosen"])
    pencil_all(waterdam, NADIA, i3="reserve")

    waterdam.run(decide, NADIA, opportunity=strip, telling=telling)

    rows = waterdam.look(outcomes, opportunity=strip)
    assert [row.outcome for row in rows] == ["chosen", "not_chosen", "reserve"]
    assert count(waterdam, "outcome") == 3


def test_pencil_of_a_sign_up_that_was_taken_back_is_no_part_of_it(
    waterdam: Store,
    strip: int,
    clock: Clock,
    join: Callable[..., Actor],
    move: Callable[[str], Told],
    move_interest: Callable[..., Told],
    tell: Callable[..., dict[str, list[str]]],
) -> None:
    people = [join("ada"), join("bob")]
    about: dict[str, Any] = {"outcome": "chosen", "amount_cents": 500_00, "reason": WHY["chosen"]}
    for interest, (who, name) in enumerate(zip(people, ("Ada", "Bob"), strict=True), 1):
        waterdam.run(pencil, NADIA, interest=interest, **about)
        clock.passes(minutes=1)
        waterdam.run(withdraw_interest, who, interest=interest)
        express(waterdam, who, strip, PartyDraft("resident", name))
    for state in ("in_talk", "agreed"):
        move_interest(1, state)
    move_interest(2, "declined", reason=WHY["not_chosen"])
    move("closed")

    heard = tell()

    rows = waterdam.look(outcomes, opportunity=strip)
    files = [waterdam.look(my_data, person=number_of(who))["outcome"] for who in people]
    read = [(row["outcome"], row["amount_cents"], row["reason"]) for (row,) in files]
    assert "Het bedrag" not in "\n".join(heard["ada"])
    assert read == [("chosen", None, ""), ("not_chosen", None, WHY["not_chosen"])]
    assert [(row.outcome, row.amount_cents, row.reason) for row in rows] == read


def test_reason_in_the_language_of_who_reads_it(
    waterdam: Store, penciled: list[Actor], tell: Callable[..., dict[str, list[str]]]
) -> None:
    about: dict[str, Any] = {"interest": 2, "outcome": "reserve"}
    waterdam.run(pencil, NADIA, **about, reason="There is one place.", language="en")

    assert "The reason: There is one place." in tell()["bob"][0]


def test_who_reads_another_language_is_told_in_which_the_reason_is(
    waterdam: Store, strip: int, penciled: list[Actor], tell: Callable[..., dict[str, list[str]]]
) -> None:
    lacking = waterdam.look(untranslated, opportunity=strip)

    heard = tell()

    assert lacking == [Untranslated("reserve", "en", 1, "nl")]
    assert f"The reason, in Dutch: {WHY['reserve']}" in heard["bob"][0]
    assert f"De reden: {WHY['not_chosen']}" in heard["cem"][0]


def test_reason_in_each_language_of_its_readers_lacks_in_none(
    waterdam: Store, strip: int, penciled: list[Actor]
) -> None:
    about: dict[str, Any] = {"interest": 2, "outcome": "reserve"}
    waterdam.run(pencil, NADIA, **about, reason="There is one place.", language="en")

    assert waterdam.look(untranslated, opportunity=strip) == []


def test_own_words_of_the_organisation_stand_in_the_place_of_ours(
    waterdam: Store, strip: int, penciled: list[Actor], tell: Callable[..., dict[str, list[str]]]
) -> None:
    facts: dict[str, Any] = {"opportunity": strip, "outcome": "chosen", "language": "nl"}
    waterdam.run(write_letter, NADIA, **facts, text="Gefeliciteerd %party%, jullie gaan het doen!")

    heard = tell()

    assert "Gefeliciteerd Ada, jullie gaan het doen!" in heard["ada"][0]
    assert WHY["chosen"] in heard["ada"][0]
    assert "Gefeliciteerd" not in heard["cem"][0]


def test_letter_on_a_subsidy_says_how_to_object(
    waterdam: Store, penciled: list[Actor], tell: Callable[..., dict[str, list[str]]]
) -> None:
    run_sql(waterdam, "UPDATE opportunity SET arrangement = 'subsidy' WHERE id = 1")

    heard = tell(objections="Gemeente Waterdam, postbus 1")

    assert all("14 december 2026" in heard[name][0] for name in ("ada", "cem"))
    assert "You can object until and including 14 December 2026." in heard["bob"][0]
    assert heard["cem"][0].count("Stuur de brief naar: Gemeente Waterdam, postbus 1") == 1


def test_decision_to_which_people_can_object_has_its_reasons_though_they_read_them_before(
    waterdam: Store,
    three: list[Actor],
    strip: int,
    move_interest: Callable[..., Any],
    hear: Callable[[], dict[str, list[str]]],
    tell: Callable[..., dict[str, list[str]]],
) -> None:
    run_sql(waterdam, "UPDATE opportunity SET arrangement = 'subsidy' WHERE id = 1")
    move_interest(3, "declined", reason="Jullie wonen te ver weg.")
    hear()
    pencil_all(waterdam, NADIA, i1="chosen", i2="reserve")

    heard = tell(objections="Gemeente Waterdam, postbus 1")

    assert "De reden: Jullie wonen te ver weg." in heard["cem"][0]


def test_what_lacks_is_named_all_at_once(
    waterdam: Store, strip: int, telling: Telling, three: list[Actor], move_interest: Any
) -> None:
    waterdam.run(set_facts, NADIA, opportunity=strip, value_cents=100_00)
    move_interest(2, "declined")
    about: dict[str, Any] = {"interest": 1, "outcome": "chosen", "reason": WHY["chosen"]}
    waterdam.run(pencil, NADIA, **about, amount_cents=200_00, together=2)
    waterdam.run(ask_question, three[0], opportunity=strip, text="Mag mijn hond mee?")

    assert lacks(waterdam, strip, telling) == [
        "refusal-lack-outcome",
        "refusal-lack-reason",
        "refusal-lack-together",
        "refusal-lack-budget",
        "refusal-lack-answer",
    ]
    assert waterdam.look(get_opportunity, opportunity=strip).state == "closed"


def test_amount_for_one_asks_it_of_every_chosen_one(
    waterdam: Store, strip: int, telling: Telling, three: list[Actor]
) -> None:
    pencil_all(waterdam, NADIA, i1="chosen", i2="chosen", i3="not_chosen")
    about: dict[str, Any] = {"interest": 1, "outcome": "chosen"}
    waterdam.run(pencil, NADIA, **about, amount_cents=1_00)

    assert lacks(waterdam, strip, telling) == ["refusal-lack-amount"]


def test_open_record_is_not_decided(
    waterdam: Store, strip: int, telling: Telling, join: Callable[..., Actor]
) -> None:
    join("ada")

    with pytest.raises(Refusal, match="refusal-step"):
        waterdam.run(decide, NADIA, opportunity=strip, telling=telling)


def test_reserve_is_numbered_from_one(waterdam: Store, strip: int, three: list[Actor]) -> None:
    for interest, place in ((1, 7), (2, 3), (3, 5)):
        about: dict[str, Any] = {"interest": interest, "outcome": "reserve", "place": place}
        waterdam.run(pencil, NADIA, **about, reason=WHY["reserve"])

    assert [row.place for row in waterdam.look(settled, opportunity=strip)] == [3, 1, 2]
