"""Checks before publication: what lacks in a record itself, the procurement thresholds."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach.opportunities.facts import FACT, STORED
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.questions import asked, data

SOCIAL_THEMES = {"zorg", "jeugd", "ontmoeten"}
GRAVE = ("informal-contract", "options-apart", "split", "intention-short")
"""Remarks that stand in the way of opening until a colleague wrote down why it opens anyway."""
FRONT = "warning-"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to think about before opening; `key` names the sentence, `facts` fill it in."""

    key: str
    facts: dict[str, Any]

    @property
    def name(self) -> str:
        """What it is called where somebody overrules it."""
        return self.key.removeprefix(FRONT)


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
    wanted = asked(opportunity.direction, opportunity.arrangement, opportunity.checklist)
    lacks += [FACT[name].heading for name in wanted.facts if is_missing(opportunity, name)]
    lacks += _half_of_two_steps(opportunity)
    return lacks + [
        f"checklist.{key}"
        for key in wanted.questions
        if not opportunity.checklist.get(key, "").strip()
    ]


def _half_of_two_steps(opportunity: Opportunity) -> list[str]:
    """Name what lacks where a plan is asked for: its last day, or what it must answer."""
    if opportunity.plan_until is None:
        return ["plan_until"] if opportunity.plan_asks.strip() else []
    return [] if opportunity.plan_asks.strip() else ["plan_asks"]


def is_missing(opportunity: Opportunity, name: str) -> bool:
    """True if a record says nothing of a fact of its own; its lists stand elsewhere."""
    return name in STORED and getattr(opportunity, name) in (None, "", [])


def warnings(opportunity: Opportunity, today: date) -> list[Remark]:
    """Return the thresholds of the day that an opportunity reaches (2014/24/EU, article 4).

    A contract for money is a public contract, no matter what the town calls the procedure, so
    informal ones count too.
    """
    informal = opportunity.direction == "informal"
    if opportunity.value_cents is None or not _counts(opportunity):
        return []
    if opportunity.currency != "EUR":
        return [Remark("warning-currency", {"currency": opportunity.currency})]
    limits = thresholds(opportunity, today)
    if limits is None:
        return [Remark("warning-no-threshold", {"day": today})]
    found = [
        Remark(f"warning-threshold-{kind.replace('_', '-')}", {"threshold": cents})
        for kind, cents in limits.items()
        if opportunity.value_cents >= cents
    ]
    return [*found, Remark("warning-informal-contract", {})] if informal and found else found


def thresholds(opportunity: Opportunity, today: date) -> dict[str, int] | None:
    """Return the thresholds that can apply on a day, in cents; None if we know none of that day."""
    periods = data("thresholds.toml")["periods"]
    period = next((each for each in periods if each["from"] <= today <= each["until"]), None)
    if period is None:
        return None
    return {kind: period[kind] * 100 for kind in _kinds(opportunity)}


def _counts(opportunity: Opportunity) -> bool:
    """True if the thresholds are about such a record: not if nobody is paid for anything."""
    informal = opportunity.direction == "informal"
    contract = opportunity.arrangement == "contract"
    return opportunity.direction is not None and (contract or not informal)


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
