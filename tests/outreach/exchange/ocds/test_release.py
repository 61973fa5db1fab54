"""What a release says in our facts, and what was odd about it."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.exchange.findings import ImportFinding
from outreach.exchange.ocds.release import _cpv_themes, read_release
from outreach.exchange.own_facts import OWN, criterion_facts, part_facts
from outreach.opportunities.codes import THEMES
from outreach.opportunities.facts import MOST_ITEMS, no_facts

ZONE = ZoneInfo("Europe/Amsterdam")


def read(tender: Any, **top: Any) -> tuple[dict[str, Any], list[ImportFinding]]:
    """What differs from knowing nothing, and the findings."""
    facts, findings = read_release({"tender": tender} | top, ZONE)
    return {name: value for name, value in facts.items() if value != no_facts()[name]}, findings


def test_read_release_maps_what_ocds_knows() -> None:
    lot = {"id": "l1", "title": "Perken", "description": "Drie.", "value": {"amount": 15.5}}
    place = {"gazetteer": {"scheme": "x-CBS-BUURT", "identifiers": ["BU03440123 ", "nergens", 5]}}
    tender = {
        "title": "Groen",
        "description": "Maaien.",
        "value": {"amount": 8000, "currency": "GBP"},
        "tenderPeriod": {"endDate": "2026-12-01T17:00:00+01:00"},
        "enquiryPeriod": {"endDate": "2026-11-20T17:00:00Z"},
        "contractPeriod": {"startDate": "2026-12-31T23:30:00Z"},
        "lots": [lot],
        "awardCriteriaDetails": "60% Draagvlak\n40 % Kosten",
        "items": [
            {"classification": {"scheme": "CPV", "id": "77310000-6"}, "deliveryLocation": place}
        ],
    }

    assert read(tender, language="en-GB") == (
        {
            "title": "Groen",
            "description": "Maaien.",
            "value_cents": 800_000,
            "currency": "GBP",
            "answers_until": datetime(2026, 12, 1, 16, tzinfo=UTC),
            "questions_until": datetime(2026, 11, 20, 17, tzinfo=UTC),
            "starts_on": date(2027, 1, 1),
            "parts": [part_facts(key="l1", title="Perken", description="Drie.", budget_cents=1550)],
            "criteria": [criterion_facts("Draagvlak", 60), criterion_facts("Kosten", 40)],
            "language": "en",
            "themes": ["groen"],
            "places": ["BU03440123"],
        },
        [],
    )


NAMED = {"title": "Groen"}


@pytest.mark.parametrize(
    ("more", "facts", "found"),
    [
        ({"title": None}, {"title": None}, ImportFinding("exchange-no-title")),
        (
            {"title": ["a"]},
            {"title": None},
            ImportFinding("exchange-kind-wrong", facts={"field": "title"}),
        ),
        (
            {"title": 2026},
            {"title": "2026"},
            ImportFinding("exchange-kind-wrong", facts={"field": "title"}),
        ),
        (
            {"description": "<p>A</p>"},
            {"description": "A"},
            ImportFinding("exchange-html", facts={"field": "description"}),
        ),
        (
            {"description": "a" * 20_001},
            {"description": "a" * 20_000},
            ImportFinding("exchange-cut", facts={"field": "description", "longest": 20_000}),
        ),
        (
            {"lots": [{"id": str(number), "title": "A"} for number in range(MOST_ITEMS + 1)]},
            {"parts": [part_facts(key=str(number), title="A") for number in range(MOST_ITEMS)]},
            ImportFinding("exchange-many", facts={"field": "lots", "most": MOST_ITEMS}),
        ),
        (
            {"value": {"amount": "8000.50", "currency": "EUR"}},
            {"value_cents": 800_050},
            ImportFinding("exchange-amount-text", facts={"given": "8000.50", "field": "value"}),
        ),
        (
            {"value": {"amount": "veel", "currency": "EUR"}},
            {},
            ImportFinding("exchange-amount-wrong", facts={"given": "veel", "field": "value"}),
        ),
        (
            {"value": {"amount": -5, "currency": "EUR"}},
            {},
            ImportFinding("exchange-amount-wrong", facts={"given": "-5", "field": "value"}),
        ),
        (
            {"value": {"amount": "-0,01", "currency": "EUR"}},
            {},
            ImportFinding("exchange-amount-wrong", facts={"given": "-0,01", "field": "value"}),
        ),
        (
            {"value": {"amount": "\uff15", "currency": "EUR"}},
            {},
            ImportFinding("exchange-amount-wrong", facts={"given": "\uff15", "field": "value"}),
        ),
        ({"value": {"amount": 5}}, {"value_cents": 500}, ImportFinding("exchange-no-currency")),
        (
            {"value": {"amount": 5, "currency": "dollar"}},
            {"value_cents": 500},
            ImportFinding("exchange-odd-currency", facts={"given": "dollar"}),
        ),
        ({"value": 5}, {}, ImportFinding("exchange-kind-wrong", facts={"field": "value"})),
        (
            {"tenderPeriod": {"endDate": "2026-12-01"}},
            {"answers_until": datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC)},
            ImportFinding("exchange-no-zone", facts={"given": "2026-12-01"}),
        ),
        (
            {"tenderPeriod": {"endDate": 7}},
            {},
            ImportFinding(
                "exchange-date-wrong", facts={"given": "7", "field": "tenderPeriod.endDate"}
            ),
        ),
        ({"lots": [{"title": "A"}]}, {}, ImportFinding("exchange-lot-id", facts={"given": "A"})),
        ({"lots": [{"id": None}]}, {}, ImportFinding("exchange-lot-id", facts={"given": "–"})),
        ({"lots": ["Perken"]}, {}, ImportFinding("exchange-kind-wrong", facts={"field": "lots"})),
        ({"lots": {"id": "1"}}, {}, ImportFinding("exchange-kind-wrong", facts={"field": "lots"})),
        (
            {"lots": [{"id": 1}, {"id": "1"}]},
            {"parts": [part_facts(key="1", title="1")]},
            ImportFinding("exchange-lot-id", facts={"given": "1"}),
        ),
        (
            {OWN: {"direction": "zijwaarts"}},
            {},
            ImportFinding("exchange-own-wrong", facts={"field": "direction"}),
        ),
    ],
)
def test_read_release_warns_of_an_oddity_and_goes_on(
    more: dict[str, Any], facts: dict[str, Any], found: ImportFinding
) -> None:
    expected = {name: value for name, value in (NAMED | facts).items() if value is not None}

    read_facts, findings = read(NAMED | more)

    assert read_facts == expected
    assert found in findings


def test_read_release_names_a_tender_without_title_after_its_first_item() -> None:
    facts, findings = read({"items": [{"description": " Asphalt\nPaving "}]})

    assert (facts["title"], findings) == ("Asphalt Paving", [ImportFinding("exchange-no-title")])


@pytest.mark.parametrize("tender", [None, 5, "tender", [], [{}]])
def test_read_release_survives_a_tender_of_any_kind(tender: Any) -> None:
    facts, findings = read(tender)

    assert facts == {}
    assert {found.key for found in findings} <= {"exchange-no-title", "exchange-kind-wrong"}


def test_read_release_takes_an_amount_of_nothing_for_not_known() -> None:
    assert read(NAMED | {"value": {"amount": 0, "currency": "EUR"}}) == (NAMED, [])


@pytest.mark.parametrize("given", ["Best price", "120% a\n40% b", "60% a\nvrij"])
def test_read_release_takes_other_criteria_as_one(given: str) -> None:
    facts, _ = read(NAMED | {"awardCriteriaDetails": given})

    assert facts["criteria"] == [criterion_facts(given, 100)]


@pytest.mark.parametrize(
    ("given", "language"),
    [("English", "en"), ("nl", "nl"), ("en-GB", "en"), (None, "nl"), ("??", "nl"), (5, "nl")],
)
def test_read_release_reads_the_language(given: Any, language: str) -> None:
    facts, _ = read_release({"language": given, "tender": NAMED}, ZONE)

    assert facts["language"] == language


@pytest.mark.parametrize(
    ("code", "themes"),
    [
        ("45233130.0", ["verkeer"]),
        ("85311300-5", ["jeugd"]),
        ("98133100", ["ontmoeten"]),
        ("01", []),
        ("x", []),
    ],
)
def test_read_release_finds_the_theme_of_a_cpv_code(code: str, themes: list[str]) -> None:
    facts, _ = read_release(
        {"tender": {"items": [{"additionalClassifications": [{"scheme": "CPV", "id": code}]}]}},
        ZONE,
    )

    assert facts["themes"] == themes


def test_cpv_themes_hold_every_division_and_only_our_themes() -> None:
    divisions = {
        "03",
        "09",
        "14",
        "15",
        "16",
        "18",
        "19",
        "22",
        "24",
        "30",
        "31",
        "32",
        "33",
        "34",
        "35",
        "37",
        "38",
        "39",
        "41",
        "42",
        "43",
        "44",
        "45",
        "48",
        "50",
        "51",
        "55",
        "60",
        "63",
        "64",
        "65",
        "66",
        "70",
        "71",
        "72",
        "73",
        "75",
        "76",
        "77",
        "79",
        "80",
        "85",
        "90",
        "92",
        "98",
    }

    assert {code for code in _cpv_themes() if len(code) == 2} == divisions
    assert len(divisions) == 45
    assert set(_cpv_themes().values()) <= set(THEMES)


def test_criteria_without_end_are_one_text() -> None:
    details = "\n".join(["1% a"] * (MOST_ITEMS + 1))

    facts, _ = read({"title": "Groen", "awardCriteriaDetails": details})

    assert facts["criteria"] == [criterion_facts(details, 100)]
