"""What an arrangement asks, by the answers that were given, and where its rules come from."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.opportunities.codes import ARRANGEMENTS
from outreach.opportunities.facts import ANSWER, ITEMS, STORED
from outreach.opportunities.questions import (
    Asked,
    all_questions,
    answer_fact,
    arrangements,
    asked,
    checklist,
    questions,
    term,
)

DATA: dict[str, Any] = tomllib.loads(
    files("outreach.opportunities").joinpath("arrangements.toml").read_text("utf-8")
)
PROPERTY = ("rent", "loan_for_use", "sale", "ground_lease", "transfer_of_property")
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        key: st.sampled_from(question.codes) if question.codes else st.sampled_from(["Ja.", " "])
        for key, question in questions().items()
    },
)


def test_every_arrangement_has_its_entry_in_the_order_of_the_codes() -> None:
    assert tuple(arrangements()) == ARRANGEMENTS


def test_every_question_is_asked_by_something() -> None:
    followed = {
        key
        for question in questions().values()
        for more in question.then.values()
        for key in more.questions
    }

    assert {key for each in arrangements().values() for key in each.asks} | followed == {
        *questions()
    }


def test_every_answer_that_asks_more_is_one_that_can_be_given() -> None:
    for question in questions().values():
        assert question.then.keys() <= {*question.codes}
        for more in question.then.values():
            assert {*more.questions} <= {*questions()}
            assert {*more.facts} <= {*STORED, *ITEMS}


def test_every_source_says_what_it_is_and_from_when_and_is_used() -> None:
    used = {name for each in arrangements().values() for name in each.sources}

    assert used == DATA["sources"].keys()
    for source in DATA["sources"].values():
        assert source["is"]
        assert isinstance(source["date"], date)


def test_every_term_is_a_setting_with_its_source() -> None:
    assert term("intention_days") == 20
    for name, given_term in DATA["terms"].items():
        assert given_term["setting"] == f"KANSENBODE_{name.upper()}"
        assert re.search(r"article \d", given_term["source"])


@pytest.mark.parametrize("arrangement", PROPERTY)
def test_property_asks_who_could_want_it_and_what_follows(arrangement: str) -> None:
    first = asked(None, arrangement, {})
    more = asked(None, arrangement, {"candidates": "more"})
    one = asked(None, arrangement, {"candidates": "one"})

    assert {"candidates", "price"} <= {*first.questions}
    assert first.facts == ()
    assert {*more.questions} == {*first.questions, "choosing"}
    assert more.facts == ("criteria",)
    assert {*one.questions} == {*first.questions, "one_reason"}
    assert one.facts == ()


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ({}, Asked(("scheme", "scarce"))),
        ({"scarce": "enough"}, Asked(("scheme", "scarce"))),
        ({"scarce": "scarce"}, Asked(("scheme", "scarce", "division"), ("value_cents",))),
        (
            {"scarce": "scarce", "division": "weighing"},
            Asked(("scheme", "scarce", "division"), ("value_cents", "criteria")),
        ),
        (
            {"scarce": "scarce", "division": "lot"},
            Asked(("scheme", "scarce", "division"), ("value_cents",)),
        ),
        # nobody asks how to divide what there is enough of
        ({"scarce": "enough", "division": "weighing"}, Asked(("scheme", "scarce"))),
    ],
)
def test_scarce_subsidy_asks_for_a_ceiling_and_a_way_of_dividing(
    answers: dict[str, str], wanted: Asked
) -> None:
    assert asked(None, "subsidy", answers) == wanted


@given(
    st.sampled_from([None, "formal", "informal", "combined"]),
    st.sampled_from([None, *ARRANGEMENTS]),
    ANSWERS,
)
def test_questions_are_known_and_none_is_asked_twice(
    direction: str | None, arrangement: str | None, answers: dict[str, str]
) -> None:
    wanted = asked(direction, arrangement, answers).questions

    assert {*wanted} <= {*all_questions()}
    assert len(wanted) == len({*wanted})
    assert wanted[: len(checklist(direction))] == checklist(direction)


def test_answer_is_read_as_words_or_as_a_code() -> None:
    assert answer_fact("lent") == answer_fact("price") == answer_fact("unknown") == ANSWER
    assert answer_fact("candidates").codes == ("more", "one")
