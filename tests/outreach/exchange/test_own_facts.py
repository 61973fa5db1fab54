"""The facts that OCDS has no place for go out in one object, and come back checked."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from content.texts import Money
from outreach.exchange.findings import ImportFinding
from outreach.exchange.own_facts import (
    part_facts,
    read_own,
    write_own,
    written_by,
)
from outreach.opportunities.facts import no_facts

FULL: dict[str, Any] = no_facts() | {
    "title": "Zorg mee",
    "summary": "Kort.",
    "direction": "combined",
    "contributions": ["money"],
    "cooperation": True,
    "checklist": {"insurance": "Ja."},
    "themes": ["groen"],
    "places": ["BU99010101"],
    "value_cents": 0,
    "answers_until": datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC),
    "starts_on": date(2027, 1, 1),
    "answer_days": 5,
    "parts": [
        part_facts(
            key="a", title="A", budget_cents=5, say="Wij", translations={"en": {"title": "A"}}
        )
    ],
    "requirements": [{"kinds": ["firm"], "text": "X", "alternative": "", "translations": {}}],
    "criteria": [{"text": "C", "weight": 100, "translations": {}}],
    "translations": {"en": {"checklist.insurance": "Yes."}},
}


def test_write_own_holds_only_what_ocds_would_read_differently() -> None:
    plain = no_facts() | {"title": "Zorg mee"}

    assert write_own(
        no_facts() | {"title": "Zorg mee", "direction": "formal"}, plain, "GM9901"
    ) == {
        "by": "GM9901",
        "direction": "formal",
    }


def test_read_own_reads_back_what_write_own_wrote() -> None:
    written = write_own(FULL, no_facts(), "GM9901")

    facts, findings = read_own(written)

    assert (no_facts() | facts, findings) == (FULL, [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", 5),
        ("direction", "x"),
        ("origin", None),
        ("contributions", ["x"]),
        ("contributions", "money"),
        ("cooperation", 1),
        ("checklist", {"x": "y"}),
        ("checklist", []),
        ("translations", {"en": "x"}),
        ("places", ["Amsterdam"]),
        ("value_cents", 1.5),
        ("answers_until", "x"),
        ("answers_until", 5),
        ("starts_on", "x"),
        ("answer_days", True),
        ("parts", [{"title": "A"}]),
        ("parts", [{"key": "a"}, {"key": "a"}]),
        ("parts", ["a"]),
        ("requirements", [{"text": "x"}]),
        ("themes", [[]]),
    ],
)
def test_read_own_leaves_out_what_is_not_of_its_kind(name: str, value: Any) -> None:
    facts, findings = read_own({name: value, "duration": "2 jaar"})

    assert (facts, findings) == (
        {"duration": "2 jaar"},
        [ImportFinding("exchange-own-wrong", facts={"field": name})],
    )


@pytest.mark.parametrize(
    ("name", "value", "limit"),
    [
        ("title", "a" * 121, {"given": 121, "most": 120}),
        ("translations", {"en": {"title": "a" * 121}}, {"given": 121, "most": 120}),
        ("value_cents", 10**20, {"least": Money(0), "most": Money(10**11)}),
        ("value_cents", -1, {"least": Money(0), "most": Money(10**11)}),
        ("answer_days", 0, {"least": 1, "most": 365}),
        (
            "criteria",
            [{"text": "x", "weight": 101, "translations": {}}],
            {"least": 0, "most": 100},
        ),
        (
            "criteria",
            [{"text": "x", "weight": 0, "translations": {}}] * 501,
            {"given": 501, "most": 500},
        ),
    ],
)
def test_read_own_leaves_out_what_is_beyond_its_limit_and_names_that(
    name: str, value: Any, limit: dict[str, Any]
) -> None:
    facts, findings = read_own({name: value, "duration": "2 jaar"})

    assert (facts, findings) == (
        {"duration": "2 jaar"},
        [ImportFinding("exchange-own-beyond", facts={"field": name} | limit)],
    )


@pytest.mark.parametrize("held", [None, 5, "x", [], {"onbekend": 1}])
def test_read_own_passes_over_what_it_does_not_know(held: Any) -> None:
    assert read_own(held) == ({}, [])


@pytest.mark.parametrize(
    ("release", "by"),
    [
        ({"tender": {"x_kansenbode": {"by": "GM9901"}}}, "GM9901"),
        ({"tender": {"x_kansenbode": {"by": 5}}}, None),
        ({"tender": {"x_kansenbode": []}}, None),
        ({"tender": []}, None),
        ({}, None),
    ],
)
def test_written_by_names_the_organisation(release: dict[str, Any], by: str | None) -> None:
    assert written_by(release) == by
