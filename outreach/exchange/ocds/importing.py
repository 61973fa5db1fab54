"""Import a checked file in small units of work, so that conversations go on meanwhile.

The same file again changes nothing: only a release newer than the one a record came from does, or
one of the same date that says something else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from outreach.clean import clean
from outreach.exchange.drafts import (
    Added,
    Draft,
    Updated,
    add_drafts,
    is_known,
    merge_by_date,
    same_date,
    standing_of,
    update_draft,
)
from outreach.exchange.findings import Findings, ImportFinding, refused
from outreach.exchange.ocds.merge import Release
from outreach.exchange.ocds.package import Checked, Progress, ignore
from outreach.exchange.ocds.release import read_release
from outreach.exchange.own_facts import written_by
from outreach.exchange.touched import Touched, touch, try_out
from outreach.interests.foresee import Keep
from outreach.interests.tell import Telling
from outreach.opportunities.facts import TENDER_ID
from outreach.refusal import Refusal
from outreach.store.store import Store
from outreach.store.unit import Actor

RECORDS = 20
BYTES = 1 << 18
"""What one unit of work takes at most: about 10 ms, so that a turn of a
conversation never waits long for it.
"""


@dataclass(slots=True)
class Imported:
    """What an import did, in numbers of opportunities; `closed` names those whose source had ended.

    `held` ones are public, and wait for somebody's yes; `touched` has each record that was looked
    at first. `older`: the file has an older release than the store. `own`: made or exported here,
    which no file changes.
    """

    skipped: int
    findings: Findings
    made: int = 0
    updated: int = 0
    same: int = 0
    older: int = 0
    own: int = 0
    refused: int = 0
    held: int = 0
    closed: list[str] = field(default_factory=list)
    touched: list[Touched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Run:
    """One import: what it reads, what it writes to, and what it has done so far."""

    store: Store
    checked: Checked
    actor: Actor
    zone: ZoneInfo
    organisation_id: str
    telling: Telling | None
    keep: Keep
    done: Imported


def import_releases(
    store: Store,
    checked: Checked,
    *,
    actor: Actor,
    zone: ZoneInfo,
    organisation_id: str,
    telling: Telling | None = None,
    keep: Keep = "unnoticed",
    progress: Progress = ignore,
) -> Imported:
    """Write every process of a checked file to the store, as a draft or as a change.

    What people would notice is only done if `keep` says so; otherwise it is looked at.
    """
    run = _Run(
        store,
        checked,
        actor,
        zone,
        organisation_id,
        telling,
        keep,
        Imported(checked.skipped, checked.findings),
    )
    count = 0
    for ocids in _batches(checked):
        standing = store.look(standing_of, ocids=ocids)
        _make(run, [ocid for ocid in ocids if ocid not in standing])
        for ocid, (opportunity, known) in standing.items():
            _again(run, ocid, opportunity, known)
        count += len(ocids)
        progress(count, len(checked.kept))
    return run.done


def _batches(checked: Checked) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for ocid in checked.kept:
        if batch and (len(batch) == RECORDS or size + checked.size(ocid) > BYTES):
            yield batch
            batch, size = [], 0
        batch.append(ocid)
        size += checked.size(ocid)
    if batch:
        yield batch


def _make(run: _Run, ocids: list[str]) -> None:
    """Store new processes as drafts, all in one unit of work."""
    if not ocids:
        return
    drafts = []
    for ocid in ocids:
        source, last = merge_by_date(run.checked.releases(ocid), before={})
        facts, findings = read_release(source, run.zone)
        run.done.findings.add([*findings, *same_date(last)], where=ocid)
        number = _tender_id(source, ocid)
        if len(number) > TENDER_ID.most:
            cut = {"field": "tender.id", "longest": TENDER_ID.most}
            run.done.findings.add([ImportFinding("exchange-cut", facts=cut)], where=ocid)
            number = number[: TENDER_ID.most].rstrip()
        drafts.append(Draft(ocid, number, run.checked.date(ocid), source, facts, last))
    if run.keep == "never":
        added: Added = try_out(run.store, run.actor, add_drafts, drafts=drafts)
    else:
        added = run.store.run(add_drafts, run.actor, drafts=drafts)
    run.done.made += added.made
    run.done.same += len(drafts) - added.made
    run.done.findings.add(added.findings)


def _again(run: _Run, ocid: str, opportunity: int, known: datetime | None) -> None:
    """Look at a process that the store has.

    `known` is the date of the release it came from, None if it is our own.
    """
    done, date = run.done, run.checked.date(ocid)
    if known is not None and date < known:
        done.older += 1
        return
    releases = run.checked.releases(ocid, since=known)
    if date == known and run.store.look(is_known, opportunity=opportunity, releases=releases[date]):
        done.same += 1
        return
    if known is None or any(
        written_by(release) == run.organisation_id for release in releases[date]
    ):
        done.own += 1
        done.findings.add([ImportFinding("exchange-own", ocid)])
        return
    _update(run, ocid, opportunity, releases)


def _update(
    run: _Run, ocid: str, opportunity: int, releases: dict[datetime, list[Release]]
) -> None:
    values = {
        "opportunity": opportunity,
        "releases": releases,
        "zone": run.zone,
        "telling": run.telling,
    }
    try:
        touched = touch(run.store, run.actor, opportunity, update_draft, run.keep, **values)
    except Refusal as refusal:
        run.done.refused += 1
        run.done.findings.add(refused(refusal, ocid, lambda _: ""))
        return
    updated: Updated = touched.foreseen.result
    run.done.touched += [touched] if touched.foreseen.asks or touched.foreseen.changes else []
    if not touched.kept and run.keep != "never":
        run.done.held += 1
        return
    run.done.updated += not updated.same
    run.done.same += updated.same
    run.done.closed += [ocid] if updated.closed else []
    run.done.findings.add(updated.findings, where=ocid)


def _tender_id(source: dict[str, Any], ocid: str) -> str:
    tender = source.get("tender")
    given = tender.get("id") if isinstance(tender, dict) else None
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        return ocid
    found = " ".join(clean(str(given), None).split())
    return ocid if not found or found.startswith("#") else found
