"""Opportunities as an OCDS 1.1 release package, stable to the byte for the same records.

What nobody published stays inside: our own drafts (unless they are asked for), what staff changed
in an imported draft, private questions, what people wrote, and every name of a person.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sqlmodel import bindparam, col, select

from outreach.exchange.ocds.bids import outcome_of
from outreach.exchange.ocds.enquiries import lay_answers
from outreach.exchange.ocds.joined import joined
from outreach.exchange.ocds.milestones import lay_meetings
from outreach.exchange.ocds.publisher import Publisher
from outreach.exchange.ocds.release import read_plain, read_release
from outreach.exchange.ocds.tender import lay_facts, lay_picture
from outreach.exchange.own_facts import OWN, write_own
from outreach.exchange.stored import known_places, places_of, stored_facts
from outreach.interests.interest import Interest
from outreach.opportunities.notation import write_moment
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.picture import picture_of
from outreach.store.errors import Unreadable
from outreach.store.query import pick
from outreach.store.unit import Unit

EXTENSIONS = (
    "ocds_bid_extension/master",
    "ocds_enquiry_extension/v1.1.5",
    "ocds_lots_extension/master",
    "ocds_location_extension/v1.1.5",
    "ocds_submissionTerms_extension/master",
    "ocds_otherRequirements_extension/master",
    "ocds_sustainability_extension/master",
    "ocds_partyDetails_scale_extension/master",
    "ocds_organizationClassification_extension/master",
)
EXTENSION = "https://raw.githubusercontent.com/open-contracting-extensions/{}/extension.json"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
STATUSES = {
    "draft": "planned",
    # OCDS: early engagement, in which what is asked can still be shaped
    "exploring": "planning",
    "open": "active",
    "closed": "active",
    "withdrawn": "cancelled",
}
PAGE = "ocds.json"
"""Where the server gives this package: of what changed last, and under the page of
each opportunity of that one.
"""
SERVED = 100
PUBLIC = col(Opportunity.version) > 0
OPPORTUNITIES = pick(*(getattr(Opportunity, name) for name in Opportunity.model_fields))
OPPORTUNITIES_BY_OCID = OPPORTUNITIES.order_by(col(Opportunity.ocid))
OPPORTUNITY_PUBLIC = OPPORTUNITIES.where(Opportunity.id == bindparam("opportunity"), PUBLIC)
OPPORTUNITIES_CHANGED_LAST = (
    select(Opportunity.id).where(PUBLIC).order_by(col(Opportunity.changed_at).desc()).limit(SERVED)
)
OPPORTUNITY_MARK = pick(Opportunity.version, Opportunity.changed_at).where(
    Opportunity.id == bindparam("opportunity"), PUBLIC
)
LATER_STAGES = ("award", "contract", "implementation")
INTEREST_AGREED = (
    select(Interest.id)
    .where(Interest.opportunity_id == bindparam("opportunity"), Interest.state == "agreed")
    .limit(1)
)


def export_package(
    unit: Unit,
    *,
    publisher: Publisher,
    ocids: Collection[str] = (),
    since: datetime | None = None,
    drafts: bool = False,
    published: datetime | None = None,
) -> dict[str, Any]:
    """Return a release package of all that is public, of some ocids, or of what changed lately.

    `since` is the moment from which on a change counts. `drafts` adds our own drafts and what staff
    changed in imported ones. The package's date is that of the newest change of a record, so that
    the same records give the same bytes.
    """
    dated = [
        item
        for item in _releases(unit, publisher, ocids, drafts)
        if since is None or item[0] >= since
    ]
    return _package(publisher, dated, published, PAGE)


def public_package(
    unit: Unit, *, publisher: Publisher, opportunity: int | None = None
) -> dict[str, Any] | None:
    """Return what everybody may read of one opportunity, or of those that changed last.

    None for one that is not public. What a source told of an opportunity that we never opened is
    theirs to serve.
    """
    if opportunity is None:
        dated = sorted(_readable(unit, publisher), key=lambda item: str(item[1]["ocid"]))
        return _package(publisher, dated, None, PAGE)
    row = _public(unit, opportunity)
    if row is None:
        return None
    dated = [_release(unit, row, publisher)]
    return _package(publisher, dated, None, f"kansen/{opportunity}/{PAGE}")


def _public(unit: Unit, opportunity: int) -> Opportunity | None:
    row = unit.run(OPPORTUNITY_PUBLIC, {"opportunity": opportunity}).first()
    return None if row is None else Opportunity(**row._asdict())


def _readable(unit: Unit, publisher: Publisher) -> Iterator[tuple[datetime, dict[str, Any]]]:
    """The releases of what changed last, without what cannot be read: its own page says so."""
    for number in unit.run(OPPORTUNITIES_CHANGED_LAST).scalars():
        with suppress(Unreadable):
            row = _public(unit, number)
            if row is not None:
                yield _release(unit, row, publisher)


def public_mark(unit: Unit, *, opportunity: int) -> tuple[int, datetime] | None:
    """Return what changes with every change of an opportunity; None if it is not public."""
    row = unit.run(OPPORTUNITY_MARK, {"opportunity": opportunity}).first()
    return None if row is None else (row.version, row.changed_at)


def _package(
    publisher: Publisher,
    dated: list[tuple[datetime, dict[str, Any]]],
    published: datetime | None,
    page: str,
) -> dict[str, Any]:
    newest = max((date for date, _ in dated), default=EPOCH)
    return {
        "uri": f"{publisher.address.rstrip('/')}/{page}",
        "version": "1.1",
        "publishedDate": write_moment(published or newest),
        "publisher": {"name": publisher.organisation, "uid": publisher.organisation_id},
        "license": LICENCE,
        "extensions": [EXTENSION.format(name) for name in EXTENSIONS],
        "releases": [release for _, release in dated],
    }


def write_package(package: dict[str, Any]) -> bytes:
    """Write a package as JSON for people and programs, its keys in a fixed order."""
    options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return orjson.dumps(package, option=options)


def _releases(
    unit: Unit, publisher: Publisher, ocids: Collection[str], drafts: bool
) -> Iterator[tuple[datetime, dict[str, Any]]]:
    for stored in unit.run(OPPORTUNITIES_BY_OCID):
        if ocids and stored.ocid not in ocids:
            continue
        row = Opportunity(**stored._asdict())
        if row.version:
            yield _release(unit, row, publisher)
        elif row.source is not None and not (drafts and _touched(unit, row, publisher.zone)):
            yield row.changed_at, row.source
        elif drafts:
            yield _release(unit, row, publisher)


def _touched(unit: Unit, row: Opportunity, zone: ZoneInfo) -> bool:
    """True if staff changed a draft after it was imported."""
    facts, _ = read_release(row.source or {}, zone)
    known = known_places(unit, facts["places"])
    facts["places"] = [code for code in facts["places"] if code in known]
    facts["title"] = facts["title"] or row.tender_id
    return facts != stored_facts(unit, row)


def _release(unit: Unit, row: Opportunity, publisher: Publisher) -> tuple[datetime, dict[str, Any]]:
    """Lay our facts, answers and interests over the source, or over nothing."""
    source = row.source or _blank(row, publisher)
    tender = (
        source.get("tender") if isinstance(source.get("tender"), dict) else {"id": row.tender_id}
    )
    plain = read_plain(source, publisher.zone, [])
    facts = stored_facts(unit, row)
    release = {name: value for name, value in source.items() if name != "tender"}
    release["tender"] = lay_facts(
        {name: value for name, value in (tender or {}).items() if name != OWN},
        facts,
        plain,
        status=_status(unit, row),
        places=places_of(unit, row.id),
        zone=publisher.zone,
    )
    if (photo := picture_of(unit, opportunity=row.id, language=row.language)) is not None:
        lay_picture(release["tender"], photo, publisher.address)
    if facts["language"] != plain["language"] or "language" not in release:
        release["language"] = facts["language"]
    moments = [row.changed_at, row.source_date]
    release["tag"] = _tags(row)
    if row.state != "draft":
        _lay_opening(release, row)
        moments += [
            lay_answers(unit, release["tender"], opportunity=row.id),
            lay_meetings(unit, release["tender"], opportunity=row.id, kinds=publisher.meetings),
            _lay_outcome(unit, release, row, publisher),
        ]
    date = max(moment for moment in moments if moment is not None)
    release |= {"ocid": row.ocid, "id": _id(row, date), "date": write_moment(date)}
    release.setdefault("initiationType", "tender")
    release["tender"][OWN] = write_own(
        facts, read_plain(release, publisher.zone, []), publisher.organisation_id
    )
    return date, release


def _blank(row: Opportunity, publisher: Publisher) -> dict[str, Any]:
    """The release of an opportunity of our own, before any fact: we are its buyer."""
    us = {"id": publisher.organisation_id, "name": publisher.organisation}
    return {
        "buyer": us,
        "parties": [us | {"roles": ["buyer", "procuringEntity"]}],
        "tender": {"id": row.tender_id, "procuringEntity": us, "hasEnquiries": False},
    }


def _status(unit: Unit, row: Opportunity) -> str:
    if row.state != "decided":
        return STATUSES[row.state]
    agreed = unit.run(INTEREST_AGREED, {"opportunity": row.id})
    return "complete" if agreed else "unsuccessful"


def _id(row: Opportunity, date: datetime) -> str:
    return f"{row.tender_id}-{row.version}-{date:%Y%m%dT%H%M%S%fZ}"


def _tags(row: Opportunity) -> list[str]:
    """The stage by version, with the later stages that the source has told of already."""
    later = {"draft": "planning", "exploring": "planning", "withdrawn": "tenderCancellation"}
    # one that was explored has versions from before it opened
    opens = row.version <= 1 or (row.state == "open" and row.opened_at == row.changed_at)
    first = later.get(row.state) or ("tender" if opens else "tenderUpdate")
    told = (row.source or {}).get("tag")
    kept = (
        [tag for tag in told if isinstance(tag, str) and tag.startswith(LATER_STAGES)]
        if isinstance(told, list)
        else []
    )
    return [first, *kept]


def _lay_opening(release: dict[str, Any], row: Opportunity) -> None:
    period = release["tender"].get("tenderPeriod")
    period = period if isinstance(period, dict) else {}
    if row.opened_at is not None and not period.get("startDate"):
        release["tender"]["tenderPeriod"] = period | {"startDate": write_moment(row.opened_at)}


def _lay_outcome(
    unit: Unit, release: dict[str, Any], row: Opportunity, publisher: Publisher
) -> datetime | None:
    decided_at = (row.decided_at or row.changed_at) if row.state == "decided" else None
    ours = outcome_of(unit, opportunity=row.id, decided_at=decided_at, kinds=publisher.kinds)
    held = release.get("bids")
    bids = dict(held) if isinstance(held, dict) else {}
    release["bids"] = bids | {
        name: joined(bids.get(name), items) for name, items in ours.bids.items()
    }
    for name, items in (("parties", ours.parties), ("awards", ours.awards)):
        if items:
            release[name] = joined(release.get(name), items)
    if ours.awards and "award" not in release["tag"]:
        release["tag"] = [*release["tag"], "award"]
    return ours.changed_at
