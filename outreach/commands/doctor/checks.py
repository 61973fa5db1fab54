"""What `doctor` checks. `content/` has the words for each finding and its remedy."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from content.texts import Named
from outreach.commands.channels import trouble
from outreach.commands.desk import DATABASE
from outreach.commands.doctor.address import examine_address
from outreach.commands.doctor.finding import DoctorFinding, State
from outreach.commands.doctor.house import examine_house, examine_outages, examine_told
from outreach.commands.doctor.machine import examine_machine
from outreach.commands.terminal import Printer
from outreach.delivery.aside import asides
from outreach.delivery.channel import Channel
from outreach.refusal import Refusal
from outreach.settings import Settings, SettingsError
from outreach.staff.staff import staff_actor
from outreach.store.database import Database, database
from outreach.store.errors import ClockInDoubt, StoreError, Unreadable
from outreach.store.events import first_broken_seal
from outreach.store.migrate import UNICODE, newest, present
from outreach.store.postgresql.backup import can_dump, tool_version
from outreach.store.snag import snags
from outreach.store.sqlite.spots import Spot
from outreach.store.unit import NOBODY, Unit
from outreach.store.unwiped import Unwiped
from outreach.store.upkeep import BACKUP_TERM, backup_overdue, last_backup, upkeep

LITTLE = 1_000_000_000
TOO_LITTLE = 100_000_000
A_DAY = timedelta(days=1)
"""We promise to wipe what was forgotten within a day."""
OLDEST_POSTGRESQL = (13,)
"""The first that has all that is asked of it."""
LOOK_SECONDS = 60.0
"""How long to search for values that cannot be read."""
SPOTS = 5
"""So many of them are told at a time."""
ASIDE = ("channel", "count", "since", "last", "error")
Channels = Callable[[Settings, str], Sequence[Channel]]


def examine(
    folder: Path, channels_of: Channels, language: str, now: datetime
) -> list[DoctorFinding]:
    """Examine an installation; a check that cannot run because of an earlier fault is left out."""
    try:
        settings = Settings.load(folder)
    except SettingsError as error:
        # without settings, the database, the colleague and the channels are not known
        return [
            DoctorFinding(
                "settings", "fault", "wrong", {"folder": str(folder), "faults": error.faults}
            ),
            _disk(folder),
        ]
    found = [DoctorFinding("settings", "ok", "right")]
    place = database(folder / DATABASE, settings.database)
    found += [] if place.shared else [_sqlite(place.version())]
    channels = channels_of(settings, language)
    found += examine_house(folder, settings, channels)
    found += [
        *examine_machine(),
        _disk(folder),
        _zone(settings.zone),
        _backups(folder, now, place, settings),
        _wiping(folder, now),
    ]
    found += _database(folder, settings, place)
    stores = any(one.check == "migrations" and one.state == "ok" for one in found)
    found += examine_address(folder, settings, stores=stores)
    return found + [_channel(channel) for channel in channels]


def show_finding(printer: Printer, finding: DoctorFinding) -> None:
    """Show a finding, and below it, on a line to copy, what mends it."""
    shown = finding.shown(printer)
    printer.say("doctor-line", **shown)
    if shown["remedy"]:
        printer.say("doctor-help", **shown)


def _sqlite(version: tuple[int, ...]) -> DoctorFinding:
    """Warn of 3.40: after ANALYZE, NOT EXISTS with IN and a range returns wrong rows there."""
    facts = {"version": ".".join(map(str, version))}
    return (
        DoctorFinding("sqlite", "warning", "doubtful", facts)
        if version[:2] == (3, 40)
        else DoctorFinding("sqlite", "ok", "right", facts)
    )


def _postgresql(place: Database) -> Iterator[DoctorFinding]:
    version = place.version()
    facts = {"version": ".".join(map(str, version))}
    if version < OLDEST_POSTGRESQL:
        yield DoctorFinding("postgresql", "fault", "old", facts)
    elif (amiss := place.rights_problem()) is not None:
        yield DoctorFinding("postgresql", "fault" if amiss == "owner" else "warning", amiss)
    else:
        yield DoctorFinding("postgresql", "ok", "right", facts)
    if not place.notices_damage():
        yield DoctorFinding("checksums", "warning", "off")


def _disk(folder: Path) -> DoctorFinding:
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    facts = {"megabytes": free // 1_000_000, "folder": str(folder)}
    if free < TOO_LITTLE:
        return DoctorFinding("disk", "fault", "full", facts)
    return DoctorFinding(
        "disk", "warning" if free < LITTLE else "ok", "little" if free < LITTLE else "room", facts
    )


def _zone(name: str) -> DoctorFinding:
    """Look whether the zone loads: some systems come without zone data."""
    try:
        ZoneInfo(name).utcoffset(datetime(2026, 7, 1))  # noqa: DTZ001 - the wall time of that zone
    except (ZoneInfoNotFoundError, ValueError):
        return DoctorFinding("zone", "fault", "missing", {"zone": name})
    return DoctorFinding("zone", "ok", "right", {"zone": name})


def _backups(folder: Path, now: datetime, place: Database, settings: Settings) -> DoctorFinding:
    facts = {"folder": str(folder)}
    if settings.backup_elsewhere:
        return DoctorFinding("backup", "ok", "elsewhere")
    if place.shared and not can_dump():
        return DoctorFinding("backup", "fault", "tool", facts)
    older = _older_tool(place) if place.shared else None
    if older is not None:
        return DoctorFinding("backup", "fault", "version", facts | older)
    files = (folder / "backups").glob(f"*{place.ending}")
    noted, overdue = _noted_backup(place, now)
    made = [datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in files] + (
        [noted] if noted else []
    )
    if made and now - max(made) <= BACKUP_TERM:
        return DoctorFinding("backup", "ok", "recent", facts | {"at": max(made)})
    state: State = "fault" if overdue else "warning"
    if not made:
        return DoctorFinding("backup", state, "none", facts)
    return DoctorFinding("backup", state, "old", facts | {"at": max(made)})


def _noted_backup(place: Database, now: datetime) -> tuple[datetime | None, bool]:
    """Return when the database's last backup was made, by its own record, and if one is overdue."""
    if not place.exists():
        return None, False
    # the last one if names in a damaged file are not text any more
    with suppress(StoreError, SQLAlchemyError, UnicodeDecodeError), place.connect() as connection:
        if present(connection) == newest():
            unit = Unit(connection=connection, now=now, actor=NOBODY)
            return last_backup(unit), backup_overdue(unit)
    return None, False


def _wiping(folder: Path, now: datetime) -> DoctorFinding:
    """Check if everything forgotten is wiped from the files, and what is in the way."""
    unwiped = Unwiped(folder)
    since, progress = unwiped.since(), unwiped.progress()
    facts: dict[str, Any] = {"folder": str(folder), "last": progress.last or "none"}
    if since is None:
        return DoctorFinding("wipe", "ok", "done", facts)
    facts |= {
        "since": since,
        "done": len(progress.done),
        "most": progress.most,
        "way": Named("way", progress.way or "time"),
    }
    late = now - since > A_DAY
    return DoctorFinding("wipe", "fault" if late else "ok", "late" if late else "waits", facts)


def _older_tool(place: Database) -> dict[str, Any] | None:
    """Return the versions of pg_dump and server if pg_dump is older: then it refuses to copy."""
    if place.problem() is not None:
        return None
    tool, server = tool_version(), place.version()[0]
    return {"tool": str(tool), "server": str(server)} if tool < server else None


def _database(folder: Path, settings: Settings, place: Database) -> Iterator[DoctorFinding]:
    facts = {"folder": str(folder)}
    if not place.exists():
        yield DoctorFinding("database", "fault", "missing", facts)
        return
    trouble = place.problem()
    if trouble is not None:
        yield DoctorFinding(
            "database", "fault", "away" if place.shared else "broken", facts | {"reason": trouble}
        )
        return
    if (encoding := place.encoding()) != UNICODE:
        yield DoctorFinding("postgresql", "fault", "encoding", {"encoding": encoding})
        return
    spots = list(islice(place.spots(LOOK_SECONDS), SPOTS))
    yield from (_unreadable(spot, facts) for spot in spots)
    yield from [] if spots else [DoctorFinding("database", "ok", "sound", facts)]
    yield from _postgresql(place) if place.shared else ()
    engine = place.read_engine(1)
    try:
        with engine.connect() as connection:
            yield from _contents(connection, facts, settings)
    finally:
        engine.dispose()


def _contents(
    connection: Connection, facts: dict[str, Any], settings: Settings
) -> Iterator[DoctorFinding]:
    """Check what is in the tables, if they are those of this version."""
    step = present(connection) or ""
    steps = facts | {"step": step, "newest": newest()}
    if step != newest():
        yield DoctorFinding("migrations", "fault", "differ", steps)
        return
    yield DoctorFinding("migrations", "ok", "right", steps)
    unit = Unit(connection=connection, now=datetime.now(UTC), actor=NOBODY)
    # if it is unreadable, that was found above
    with suppress(Unreadable):
        yield from (_events(unit, facts), _staff(unit, settings.staff))
        yield from (*_ticks(unit), *_asides(unit))
        yield from (*examine_told(unit, settings), *examine_outages(unit))


def _unreadable(spot: Spot, facts: dict[str, Any]) -> DoctorFinding:
    where = {"table": spot.table, "column": spot.column, "row": str(spot.row), "kind": spot.kind}
    return DoctorFinding("database", "fault", "unreadable", facts | where)


def _events(unit: Unit, facts: dict[str, Any]) -> DoctorFinding:
    broken = first_broken_seal(unit)
    if broken is None:
        return DoctorFinding("events", "ok", "right")
    return DoctorFinding("events", "fault", "broken", facts | {"event": str(broken)})


def _ticks(unit: Unit) -> list[DoctorFinding]:
    failing = [tick for tick in upkeep(unit) if tick.failing_since is not None]
    rows = [
        asdict(found) | {"work": Named("work", found.part), "part": found.part}
        for found in snags(unit)
    ]
    stuck = [
        {
            "tick": Named("work", tick.name),
            "count": tick.in_a_row,
            "since": tick.failing_since,
            "error": tick.error or "",
        }
        for tick in failing
    ]
    told = [
        DoctorFinding("tick", "warning", "clock", facts)
        if facts["error"] == ClockInDoubt.__name__
        else DoctorFinding("tick", "fault", "failing", facts)
        for facts in stuck
    ]
    return told + [DoctorFinding("tick", "warning", "snag", facts) for facts in rows] or [
        DoctorFinding("tick", "ok", "right")
    ]


def _asides(unit: Unit) -> list[DoctorFinding]:
    return [
        DoctorFinding("inbound", "warning", "aside", {name: getattr(found, name) for name in ASIDE})
        for found in asides(unit)
    ] or [DoctorFinding("inbound", "ok", "right")]


def _staff(unit: Unit, email: str) -> DoctorFinding:
    if not email:
        return DoctorFinding("staff", "warning", "none")
    try:
        staff_actor(unit, email=email, right="see")
    except Refusal:
        return DoctorFinding("staff", "fault", "unknown", {"email": email})
    return DoctorFinding("staff", "ok", "known", {"email": email})


def _channel(channel: Channel) -> DoctorFinding:
    wrong = trouble(channel)
    facts = {"name": channel.name, "reason": wrong or ""}
    return DoctorFinding(
        "channel", "fault" if wrong else "ok", "wrong" if wrong else "right", facts
    )
