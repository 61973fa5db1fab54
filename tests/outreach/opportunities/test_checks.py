"""Thresholds as the law has them on the day, and only where they can apply."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from outreach.opportunities.checks import Remark, warnings
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.questions import checklist

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SERVICES_2025 = Remark("warning-threshold-services", {"threshold": 22_100_000})
SERVICES_2026 = Remark("warning-threshold-services", {"threshold": 21_600_000})
WORKS = Remark("warning-threshold-works", {"threshold": 540_400_000})
CONCESSIONS = Remark("warning-threshold-concessions", {"threshold": 540_400_000})
SOCIAL = Remark("warning-threshold-social-services", {"threshold": 75_000_000})


@pytest.mark.parametrize(
    ("day", "themes", "euros", "expected"),
    [
        (date(2025, 12, 31), ["groen"], 220_999.99, []),
        (date(2025, 12, 31), ["groen"], 221_000, [SERVICES_2025]),
        (date(2026, 1, 1), ["groen"], 215_999.99, []),
        (date(2026, 1, 1), ["groen"], 216_000, [SERVICES_2026]),
        (date(2026, 1, 1), ["groen"], 220_000, [SERVICES_2026]),
        (date(2025, 12, 31), ["groen"], 220_000, []),
        (date(2026, 6, 1), ["zorg"], 216_000, [SERVICES_2026]),
        (date(2026, 6, 1), ["zorg"], 749_999.99, [SERVICES_2026]),
        (date(2026, 6, 1), ["zorg", "groen"], 750_000, [SOCIAL, SERVICES_2026]),
        (date(2026, 6, 1), ["jeugd"], 750_000, [SOCIAL, SERVICES_2026]),
        (date(2026, 6, 1), ["sport"], 5_000_000, [SERVICES_2026]),
        (date(2027, 12, 31), [], 216_000, [SERVICES_2026]),
        (
            date(2028, 1, 1),
            ["groen"],
            1,
            [Remark("warning-no-threshold", {"day": date(2028, 1, 1)})],
        ),
        (
            date(2023, 12, 31),
            ["groen"],
            1,
            [Remark("warning-no-threshold", {"day": date(2023, 12, 31)})],
        ),
    ],
)
@pytest.mark.parametrize("direction", ["formal", "combined"])
def test_warning_comes_from_the_threshold_of_the_day(
    direction: str, day: date, themes: list[str], euros: float, expected: list[Remark]
) -> None:
    assert warnings(_worth(round(euros * 100), direction, themes), day) == expected


@pytest.mark.parametrize("direction", ["informal", None])
def test_informal_opportunity_gets_no_warning(direction: str | None) -> None:
    assert warnings(_worth(900_000_000, direction, ["zorg"]), date(2026, 1, 1)) == []


def test_informal_contract_above_a_threshold_is_warned_of_all_the_same() -> None:
    opportunity = _worth(90_000_000, "informal", [])
    opportunity.arrangement = "contract"

    assert warnings(opportunity, date(2026, 6, 1)) == [
        SERVICES_2026,
        Remark("warning-informal-contract", {}),
    ]


@pytest.mark.parametrize("direction", ["formal", "combined"])
@pytest.mark.parametrize(("euros", "expected"), [(5_403_999.99, []), (5_404_000, [WORKS])])
def test_work_of_a_source_is_held_against_the_threshold_for_works(
    direction: str, euros: float, expected: list[Remark]
) -> None:
    opportunity = _worth(round(euros * 100), direction, ["zorg"])
    opportunity.source = {"tender": {"mainProcurementCategory": "works"}}

    assert warnings(opportunity, date(2026, 6, 1)) == expected


@pytest.mark.parametrize(
    "source", [None, {}, {"tender": None}, {"tender": {"mainProcurementCategory": ["works"]}}]
)
def test_what_a_source_says_oddly_counts_as_services(source: dict[str, Any] | None) -> None:
    opportunity = _worth(21_600_000, "formal", [])
    opportunity.source = source

    assert warnings(opportunity, date(2026, 6, 1)) == [SERVICES_2026]


def test_management_agreement_is_held_against_the_threshold_for_concessions_too() -> None:
    opportunity = _worth(540_400_000, "formal", [])
    opportunity.arrangement = "management_agreement"

    assert warnings(opportunity, date(2026, 6, 1)) == [CONCESSIONS, SERVICES_2026]


def test_informal_contract_for_works_above_the_threshold_is_warned_of() -> None:
    opportunity = _worth(540_400_000, "informal", [])
    opportunity.arrangement, opportunity.source = (
        "contract",
        {"tender": {"mainProcurementCategory": "works"}},
    )

    assert warnings(opportunity, date(2026, 6, 1)) == [
        WORKS,
        Remark("warning-informal-contract", {}),
    ]


def test_small_informal_contract_gets_no_warning() -> None:
    opportunity = _worth(900_000, "informal", [])
    opportunity.arrangement = "contract"

    assert warnings(opportunity, date(2026, 6, 1)) == []


def test_unknown_value_gets_no_warning() -> None:
    assert warnings(_worth(None, "formal", ["zorg"]), date(2026, 1, 1)) == []


def test_other_money_cannot_be_compared() -> None:
    opportunity = _worth(900_000_000, "formal", [])
    opportunity.currency = "GBP"

    assert warnings(opportunity, date(2026, 1, 1)) == [
        Remark("warning-currency", {"currency": "GBP"})
    ]


def test_combined_checklist_asks_both_and_who_leads() -> None:
    assert set(checklist("combined")) == {*checklist("formal"), *checklist("informal"), "who_leads"}
    assert checklist(None) == ()


def _worth(cents: int | None, direction: str | None, themes: list[str]) -> Opportunity:
    facts: dict[str, Any] = {
        "tender_id": "T-1",
        "ocid": "x",
        "title": "x",
        "created_at": NOW,
        "changed_at": NOW,
    }
    return Opportunity(**facts, direction=direction, themes=themes, value_cents=cents)
