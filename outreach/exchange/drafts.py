"""The second pass, in the store: make drafts of releases, or update them from newer releases.

A fact follows its source only if it still is what the previous release said. What staff filled in
or changed by hand stays, even if the source says something else later. The stored source keeps the
other value; an export shows ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import col

from outreach.exchange.findings import ImportFinding
from outreach.exchange.ocds.merge import Release, content_of, in_order, merged
from outreach.exchange.ocds.release import read_release
from outreach.exchange.stored import known_places, stored_facts
from outreach.interests.fair import require_same_rules
from outreach.interests.news import published
from outreach.interests.tell import Telling, Told, tell_of_opportunity
from outreach.opportunities.edit import add_opportunity, get_opportunity, set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

Facts = Mapping[str, Any]
ENDED = ("cancelled", "withdrawn", "unsuccessful", "complete")
"""The states in which a source takes no more interests."""

SOURCE_OF_OPPORTUNITIES = pick(Opportunity.ocid, Opportunity.id, Opportunity.source_date).where(
    among(col(Opportunity.ocid), "ocids")
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A release that is not in the store yet, with the facts that were read from it."""

    ocid: str
    tender_id: str
    date: datetime
    source: Release
    facts: dict[str, Any]
    last: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """How many drafts were made, and which places nobody knows."""

    made: int
    findings: list[ImportFinding]


@dataclass(frozen=True, slots=True)
class Updated:
    """What a newer release changed, and whether it closed the opportunity."""

    changed: list[str]
    closed: bool
    findings: list[ImportFinding] = field(default_factory=list)
    same: bool = False
    told: Told = field(default_factory=Told)


def standing_of(unit: Unit, *, ocids: Sequence[str]) -> dict[str, tuple[int, datetime | None]]:
    """Return those that the store has: id, and the date of their release (None: our own)."""
    rows = unit.run(SOURCE_OF_OPPORTUNITIES, {"ocids": list(ocids)})
    return {ocid: (number, date) for ocid, number, date in rows}


def merge_by_date(
    releases: Mapping[datetime, Sequence[Release]], before: Release
) -> tuple[Release, Any]:
    """Merge releases over what was before; returns the source and its `source_last`."""
    source, last = before, None
    for _, together in sorted(releases.items()):
        ordered = in_order(together)
        last = {"before": source, "releases": ordered} if source or len(ordered) > 1 else None
        source = merged([source, *ordered])
    return source, last


def same_date(last: dict[str, Any] | None) -> list[ImportFinding]:
    """Report releases of one date that contradict each other: no date says which one counts."""
    count = len(last["releases"]) if last else 0
    return [ImportFinding("exchange-same-date", facts={"count": count})] if count > 1 else []


def is_known(unit: Unit, *, opportunity: int, releases: Sequence[Release]) -> bool:
    """True if releases of the newest date are those that the source was made of."""
    _, known = _last(get_opportunity(unit, opportunity=opportunity))
    return {content_of(release) for release in releases} <= {
        content_of(release) for release in known
    }


def add_drafts(unit: Unit, *, drafts: Sequence[Draft]) -> Added:
    """Store releases as drafts; one that is there by now is left as it is."""
    places = known_places(unit, {code for draft in drafts for code in draft.facts["places"]})
    made = [draft for draft in drafts if _add(unit, draft, places)]
    return Added(
        len(made), [found for draft in made for found in _unknown(draft.ocid, draft.facts, places)]
    )


def update_draft(
    unit: Unit,
    *,
    opportunity: int,
    releases: Mapping[datetime, Sequence[Release]],
    zone: ZoneInfo,
    telling: Telling | None = None,
) -> Updated:
    """Merge releases by date into the kept source, and take over facts that staff left alone.

    Releases of the date that the source has are merged with the ones of that date, in any order.

    People who are interested are told what changed, if `telling` says how. An open opportunity
    closes when its source ends; one that staff opened after its source had ended stays open.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    before, ended, since = row.source or {}, _ended(row.source or {}), row.version
    source, last = _with(row, releases)
    if source == before:
        return Updated([], closed=False, same=True)
    old, _ = read_release(before, zone)
    new, findings = read_release(source, zone)
    places = known_places(unit, {*old["places"], *new["places"]})
    findings += [*same_date(last), *_unknown(row.ocid, new, places)]
    changes = _untouched(stored_facts(unit, row), old, new, places)
    kept = {"source": source, "source_date": max(releases), "source_last": last}
    changed = set_facts(unit, opportunity=opportunity, **changes, **kept)
    require_same_rules(
        unit, opportunity=opportunity, since=since, now=published(unit, opportunity=opportunity)
    )
    closes = row.state == "open" and _ended(source) and not ended
    if closes:
        move_opportunity(unit, opportunity=opportunity, state="closed")
    told = (
        tell_of_opportunity(unit, opportunity=opportunity, since=since, telling=telling)
        if telling
        else Told()
    )
    return Updated([name for name in changed if name not in kept], closes, findings, told=told)


def _untouched(now: Facts, old: Facts, new: Facts, places: Mapping[str, int]) -> dict[str, Any]:
    """Return what the source now says otherwise of facts that still are what it said before."""
    old, new = (
        facts | {"places": [code for code in facts["places"] if code in places]}
        for facts in (dict(old), dict(new))
    )
    changed = (name for name in new if new[name] != old[name] and now[name] == old[name])
    return {name: new[name] for name in changed if name != "title" or new[name]}


def _with(row: Opportunity, releases: Mapping[datetime, Sequence[Release]]) -> tuple[Release, Any]:
    before, known = _last(row)
    date = row.source_date or min(releases)
    return merge_by_date({**releases, date: [*known, *releases.get(date, ())]}, before)


def _last(row: Opportunity) -> tuple[Release, list[Release]]:
    """What the source was before its newest date, and the releases of that date."""
    if row.source_last is None:
        return {}, [row.source or {}]
    return row.source_last["before"], row.source_last["releases"]


def _add(unit: Unit, draft: Draft, places: dict[str, int]) -> bool:
    values: dict[str, Any] = {
        "ocid": draft.ocid,
        "facts": {name: value for name, value in draft.facts.items() if name != "places"}
        | {"source": draft.source, "source_date": draft.date, "source_last": draft.last},
        "places": [places[code] for code in draft.facts["places"] if code in places],
        "said": ["source"],
    }
    # Publishers number their tenders as they like; if a number is taken, the ocid names the record
    # as well.
    for number in (draft.tender_id, draft.ocid):
        if add_opportunity(unit, tender_id=number, **values) is not None:
            return True
    return False


def _unknown(ocid: str, facts: dict[str, Any], places: dict[str, int]) -> list[ImportFinding]:
    unknown = [code for code in facts["places"] if code not in places]
    return [
        ImportFinding("exchange-place-unknown", ocid, facts={"given": code}) for code in unknown
    ]


def _ended(source: dict[str, Any]) -> bool:
    tender = source.get("tender")
    return isinstance(tender, dict) and tender.get("status") in ENDED
