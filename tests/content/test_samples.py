"""Waterdam is complete, invented, in two languages and plain."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from content.plain.check import check
from content.plain.score import flesch_douma
from content.samples import waterdam

TOWN = waterdam()
CODES = {
    "municipality": re.compile(r"GM\d{4}"),
    "district": re.compile(r"WK\d{4}[0-9A-Z]{2}"),
    "neighbourhood": re.compile(r"BU\d{4}[0-9A-Z]{4}"),
}
KNOWN = {
    "direction": {"formal", "informal", "combined"},
    "origin": {"municipality", "challenge"},
    "arrangement": {
        "contract",
        "subsidy",
        "management_agreement",
        "loan_for_use",
        "transfer_of_task",
        "transfer_of_property",
        "no_money",
    },
    "municipality_role": {"commissioner", "facilitator", "equal_partner", "none"},
}
KNOWN_LISTS = {
    "contributions": {"process_help", "room_in_rules", "money", "tools", "space"},
    "themes": {
        "groen",
        "ontmoeten",
        "zorg",
        "jeugd",
        "sport",
        "cultuur",
        "energie",
        "werk",
        "veiligheid",
        "verkeer",
        "afval",
        "overig",
    },
    "places": {place["code"] for place in TOWN.places},
}
KINDS = {
    "resident",
    "residents_group",
    "self_organisation",
    "association",
    "social_enterprise",
    "firm",
    "housing_corporation",
    "care_institution",
    "school",
    "other_organisation",
    "municipality",
}
INFORMAL = {"responsible", "insurance", "if_people_stop", "lent", "allowance", "public_property"}
FORMAL = {"agreements", "agreements_until", "agreements_talks", "notice"}
CHOSEN = {"options", "scarce", "division", "exploits", "candidates"}
"""Questions of an arrangement that are answered by a code."""
ARRANGED = CHOSEN | {"scheme", "choosing", "one_reason", "price", "handover", "mandate"}
CHECKLIST = {"informal": INFORMAL, "formal": FORMAL, "combined": INFORMAL | FORMAL | {"who_leads"}}
DAYS = ("questions_in_days", "answers_in_days", "starts_in_days")
TEXTS = {"title", "summary", "description", "duration"}
TWO_STEPS = {"plan_in_days", "plan_asks"}
"""What is there beside it where parties are invited to write a plan."""
KEYS = {
    *KNOWN,
    *KNOWN_LISTS,
    *DAYS,
    *TEXTS,
    "tender_id",
    "cooperation",
    "official",
    "checklist",
    "en",
    "parts",
    "requirements",
    "criteria",
}
# texts that must be there, texts that may be there, other keys that must, other keys that may
PIECES = {
    "parts": ({"title", "description"}, {"say"}, {"key"}, {"budget"}),
    "requirements": ({"text", "alternative"}, set(), {"kinds"}, set()),
    "criteria": ({"text"}, set(), {"weight"}, set()),
}
SOCIAL_SERVICES_THRESHOLD = 750_000
B1 = 60

every = pytest.mark.parametrize(
    "opportunity", TOWN.opportunities, ids=lambda opportunity: opportunity["tender_id"]
)


def dutch(opportunity: dict[str, Any]) -> Iterator[str]:
    yield from (opportunity[key] for key in TEXTS)
    yield from (
        text for key, text in opportunity["checklist"].items() if key not in CHOSEN | {"notice"}
    )
    for name, (texts, perhaps, _, _) in PIECES.items():
        for piece in opportunity[name]:
            yield from (piece[key] for key in texts | perhaps if key in piece)


def test_two_loans_for_use_show_both_ways_of_choosing() -> None:
    loans = [each for each in TOWN.opportunities if each["arrangement"] == "loan_for_use"]

    assert [each["checklist"]["candidates"] for each in loans] == ["more", "one"]


def test_there_are_eight_with_their_own_id() -> None:
    ids = [opportunity["tender_id"] for opportunity in TOWN.opportunities]

    assert ids == [f"WD-2026-{number:02}" for number in range(1, 9)]


def test_all_directions_and_a_challenge_occur() -> None:
    assert {opportunity["direction"] for opportunity in TOWN.opportunities} == KNOWN["direction"]
    assert [opportunity["origin"] for opportunity in TOWN.opportunities].count("challenge") == 1


def test_waterdam_hands_out_its_own_copy() -> None:
    waterdam().opportunities[0]["title"] = "iets anders"

    assert waterdam() == TOWN


def test_place_code_has_the_form_of_its_kind() -> None:
    wrong = [place for place in TOWN.places if not CODES[place["kind"]].fullmatch(place["code"])]

    assert wrong == []


def test_place_lies_in_a_place_named_before_it() -> None:
    seen: list[str | None] = [None]
    for place in TOWN.places:
        assert place["parent"] in seen
        assert place["code"][2:].startswith((place["parent"] or "GM9901")[2:])
        assert place["year"] == 2026
        seen.append(place["code"])

    assert len(set(seen)) == len(TOWN.places) + 1
    assert len({place["name"] for place in TOWN.places}) == len(TOWN.places)


@every
def test_opportunity_has_the_known_keys_and_codes(opportunity: dict[str, Any]) -> None:
    assert opportunity.keys() - {"value", "meetings", *TWO_STEPS} == KEYS - TWO_STEPS
    assert all(opportunity[key] in codes for key, codes in KNOWN.items())
    assert all(
        opportunity[key] and set(opportunity[key]) <= codes for key, codes in KNOWN_LISTS.items()
    )
    assert opportunity["checklist"].keys() - ARRANGED == CHECKLIST[opportunity["direction"]]


@every
def test_pieces_have_the_known_keys(opportunity: dict[str, Any]) -> None:
    for name, (texts, perhaps, others, perhaps_others) in PIECES.items():
        for piece in opportunity[name]:
            assert piece.keys() - perhaps - perhaps_others == texts | others | {"en"}
            assert set(piece.get("kinds", ())) <= KINDS
    assert len(opportunity["parts"]) <= 4
    assert 1 <= len(opportunity["requirements"]) <= 4
    assert 2 <= len(opportunity["criteria"]) <= 4


@every
def test_dutch_text_has_an_english_twin(opportunity: dict[str, Any]) -> None:
    assert opportunity["en"].keys() - TWO_STEPS == TEXTS | {"checklist"}
    assert opportunity["en"]["checklist"].keys() == opportunity["checklist"].keys() - CHOSEN
    for name, (texts, perhaps, _, _) in PIECES.items():
        for piece in opportunity[name]:
            assert piece["en"].keys() == texts | (perhaps & piece.keys())


@every
def test_title_and_summary_fit(opportunity: dict[str, Any]) -> None:
    for language in (opportunity, opportunity["en"]):
        assert len(language["title"]) <= 60
        assert len(language["summary"]) <= 160
        assert 3 <= len(language["description"].split("\n\n")) <= 5


@every
def test_weights_sum_to_a_hundred(opportunity: dict[str, Any]) -> None:
    assert sum(criterion["weight"] for criterion in opportunity["criteria"]) == 100


@every
def test_budgets_of_the_parts_sum_to_the_value(opportunity: dict[str, Any]) -> None:
    budgets = [Decimal(part["budget"]) for part in opportunity["parts"] if "budget" in part]

    assert sum(budgets) == Decimal(opportunity.get("value", 0))


@every
def test_moments_come_in_order(opportunity: dict[str, Any]) -> None:
    days = [opportunity[key] for key in DAYS]

    assert days == sorted(days)
    assert opportunity["answers_in_days"] - opportunity["questions_in_days"] >= 7


@every
def test_dutch_is_plain(opportunity: dict[str, Any]) -> None:
    findings = [finding for text in dutch(opportunity) for finding in check(text)]

    assert findings == []
    assert flesch_douma(opportunity["description"]) >= B1


def test_formal_value_stands_above_the_threshold_it_names() -> None:
    formal = [
        opportunity for opportunity in TOWN.opportunities if opportunity["direction"] == "formal"
    ]

    assert all(Decimal(opportunity["value"]) > SOCIAL_SERVICES_THRESHOLD for opportunity in formal)
    assert all("750.000" in opportunity["description"] for opportunity in formal)
