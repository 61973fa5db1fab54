"""Checks before publication: the checklist of a direction, the procurement thresholds."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from outreach.opportunities.opportunity import Opportunity

SOCIAL_THEMES = {"zorg", "jeugd", "ontmoeten"}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to think about before opening; `key` names the sentence, `facts` fill it in."""

    key: str
    facts: dict[str, Any]


def checklist(direction: str | None) -> tuple[str, ...]:
    """The questions that a direction must have answered."""
    return tuple(_data("checklists.toml").get(direction or "", ()))


def missing(opportunity: Opportunity) -> list[str]:
    """Name what still lacks before the opportunity can open: fields, and `checklist.<key>`."""
    fields = (
        "summary",
        "description",
        "direction",
        "arrangement",
        "municipality_role",
        "themes",
        "answers_until",
        "official",
    )
    # A record that was made without a title is called by its own number, which tells residents
    # nothing.
    named = opportunity.title.strip() not in ("", opportunity.tender_id)
    lacks = [
        *([] if named else ["title"]),
        *(name for name in fields if not getattr(opportunity, name)),
    ]
    keys = checklist(opportunity.direction)
    return lacks + [
        f"checklist.{key}" for key in keys if not opportunity.checklist.get(key, "").strip()
    ]


def warnings(opportunity: Opportunity, today: date) -> list[Remark]:
    """Return the thresholds of the day that an opportunity reaches (2014/24/EU, article 4).

    A contract for money is a public contract, no matter what the town calls the procedure, so
    informal ones count too.
    """
    informal = opportunity.direction == "informal"
    if opportunity.direction is None or (informal and opportunity.arrangement != "contract"):
        return []
    if opportunity.value_cents is None:
        return []
    if opportunity.currency != "EUR":
        return [Remark("warning-currency", {"currency": opportunity.currency})]
    period = next(
        (p for p in _data("thresholds.toml")["periods"] if p["from"] <= today <= p["until"]), None
    )
    if period is None:
        return [Remark("warning-no-threshold", {"day": today})]
    over = [kind for kind in _kinds(opportunity) if opportunity.value_cents >= period[kind] * 100]
    found = [
        Remark(f"warning-threshold-{kind.replace('_', '-')}", {"threshold": period[kind] * 100})
        for kind in over
    ]
    return [*found, Remark("warning-informal-contract", {})] if informal and found else found


def _kinds(opportunity: Opportunity) -> tuple[str, ...]:
    """Return the thresholds that can apply: for works or services, or for a concession.

    It is works only if the source says so; a right to exploit is a concession.
    `mainProcurementCategory` is OCDS's code list of what is bought (2014/23/EU, article 5, for
    concessions).
    """
    tender = (opportunity.source or {}).get("tender")
    if isinstance(tender, dict) and tender.get("mainProcurementCategory") == "works":
        bought: tuple[str, ...] = ("works",)
    else:
        bought = (
            ("social_services", "services")
            if SOCIAL_THEMES & set(opportunity.themes)
            else ("services",)
        )
    return ("concessions", *bought) if opportunity.arrangement == "management_agreement" else bought


@lru_cache(4)
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("outreach.opportunities").joinpath(name).read_text("utf-8"))
