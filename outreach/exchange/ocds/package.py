"""The first pass over a file: read and check all of it, and prepare its releases for the second.

The releases go into a temporary file without a name, so that the second pass reads exactly what was
checked, in any order, in little memory.
"""

import re
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Self, cast
from zoneinfo import ZoneInfo

import orjson

from outreach.clean import clean
from outreach.exchange.findings import BrokenFile, Findings, ImportFinding
from outreach.exchange.ocds.contacts import KEYS, drop_contacts
from outreach.exchange.ocds.json_lines import BrokenLine, is_lines, line_items
from outreach.exchange.ocds.json_stream import LARGEST_VALUE, WatchedFile, items, prefix_of
from outreach.exchange.ocds.versioned import last_of
from outreach.opportunities.notation import read_moment

OCID = re.compile(r"ocds-[a-z0-9]{6}")
LISTS = {"releases": "releases.item", "records": "records.item"}
"""The lists of a package, and the path to their items."""

RECORD = {"compiledRelease", "releases", "versionedRelease"}
"""What a record has beside its ocid; a release has none of these."""

BARE = {"ocid", "id", "date", "tag", "initiationType", "language", "url"}
"""What says which release it is; one that has nothing else tells of no opportunity."""
LONGEST_OCID = 300
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
CONTACT_WORDS = [f'"{key}"'.encode() for key in sorted(KEYS)]
Progress = Callable[[int, int], None]


class Kept(NamedTuple):
    """The position of a release in the temporary file."""

    date: datetime
    start: int
    size: int


def ignore(done: int, total: int) -> None:
    """Show no progress."""


class Checked:
    """A file that was read whole: its releases by ocid, what was odd, and what was unusable."""

    def __init__(self) -> None:
        self.findings = Findings()
        self.skipped = 0
        self.kept: dict[str, list[Kept]] = {}
        # closed by close()
        self._file: BinaryIO = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Throw the temporary file away."""
        self._file.close()

    def keep(self, ocid: str, date: datetime, release: bytes) -> None:
        """Set one release ready."""
        self._file.write(release)
        self.kept.setdefault(ocid, []).append(Kept(date, self._end, len(release)))
        self._end += len(release)

    def size(self, ocid: str) -> int:
        """The bytes of all releases of a process."""
        return sum(kept.size for kept in self.kept[ocid])

    def date(self, ocid: str) -> datetime:
        """The date of the newest release of a process."""
        return max(kept.date for kept in self.kept[ocid])

    def releases(
        self, ocid: str, since: datetime | None = None
    ) -> dict[datetime, list[dict[str, Any]]]:
        """The releases of a process by date, oldest first; with a moment, none that is older."""
        found: dict[datetime, list[dict[str, Any]]] = {}
        for kept in sorted(self.kept[ocid]):
            if since is None or kept.date >= since:
                found.setdefault(kept.date, []).append(self._read(kept))
        return found

    def _read(self, kept: Kept) -> dict[str, Any]:
        self._file.seek(kept.start)
        release: dict[str, Any] = orjson.loads(self._file.read(kept.size))
        return release


def check_file(
    path: Path, *, zone: ZoneInfo, progress: Progress = ignore, most: int = LARGEST_VALUE
) -> Checked:
    """Read a whole file of releases, package or bare, 1.0 or 1.1; raises BrokenFile.

    `most` is how many bytes one record may have. The caller closes the result.
    """
    checked = Checked()
    try:
        _fill(checked, path, zone, progress, most)
    except BaseException:
        checked.close()
        raise
    return checked


def _fill(checked: Checked, path: Path, zone: ZoneInfo, progress: Progress, most: int) -> None:
    total = path.stat().st_size
    watch: list[WatchedFile] = []
    lines = is_lines(path, most)
    prefix = "" if lines else prefix_of(path, LISTS, most)
    for number, item in enumerate(
        line_items(path, watch, most) if lines else items(path, prefix, watch, most), 1
    ):
        if isinstance(item, BrokenLine):
            _skip(checked, "exchange-broken-line", item.number)
            continue
        for release in _releases(item, checked, number):
            _check(checked, release, zone, number)
        progress(watch[0].position, total)
    in_package = prefix in LISTS.values()
    if not checked.kept and (checked.skipped or not in_package):
        raise _nothing(checked)
    progress(total, total)


def _nothing(checked: Checked) -> BrokenFile:
    """Return why nothing of a file can be used: it has only links, or its list is empty."""
    url = next(
        (
            found.facts["url"]
            for found in checked.findings.shown
            if found.key == "exchange-only-links"
        ),
        None,
    )
    if url is not None:
        return BrokenFile("exchange-all-links", url=url)
    if "exchange-empty-record" in checked.findings.counts:
        return BrokenFile("exchange-all-empty")
    return BrokenFile("exchange-not-ocds")


def _releases(item: Any, checked: Checked, number: int) -> Iterator[dict[str, Any]]:
    """Return the releases of an item: itself, or those of a record, the compiled one if it exists.

    Otherwise a record has its releases, or the newest of a versioned one. Releases that are only
    links are not read. Details beside a link are only the publisher's notes on it. A list may hold
    a whole package in place of a release.
    """
    if not isinstance(item, dict):
        _skip(checked, "exchange-no-release", number)
        return
    if item.keys() <= BARE and item.keys() & {"ocid", "url"}:
        _skip_empty(checked, [item], number)
        return
    inside, held = item.get("compiledRelease"), item.get("releases")
    found = (
        [release for release in held if isinstance(release, dict)] if isinstance(held, list) else []
    )
    whole = [release for release in found if not release.keys() <= BARE and "url" not in release]
    if isinstance(inside, dict) and not inside.keys() <= BARE:
        whole = [inside]
    elif not whole and isinstance(item.get("versionedRelease"), dict):
        whole = [last_of(item["versionedRelease"])]
    if whole:
        yield from ({"ocid": item.get("ocid")} | release for release in whole)
    elif any("url" in release for release in found) or ("ocid" in item and RECORD & item.keys()):
        _skip_empty(checked, found, number)
    elif isinstance(item.get("records"), list):
        for record in item["records"]:
            yield from _releases(record, checked, number)
    else:
        yield item


def _skip_empty(checked: Checked, releases: list[dict[str, Any]], number: int) -> None:
    """Skip what tells of no opportunity; if it links to one, say which."""
    url = next((release["url"] for release in releases if "url" in release), None)
    if url is None:
        _skip(checked, "exchange-empty-record", number)
    else:
        _skip(checked, "exchange-only-links", number, url=clean(str(url), LONGEST_OCID))


def _skip(checked: Checked, key: str, number: int, **facts: Any) -> None:
    checked.skipped += 1
    checked.findings.add([ImportFinding(key, facts={"number": number} | facts)])


def _check(checked: Checked, release: dict[str, Any], zone: ZoneInfo, number: int) -> None:
    ocid = release.get("ocid")
    ocid = str(ocid) if isinstance(ocid, int) and not isinstance(ocid, bool) else ocid
    ocid = clean(ocid, None) if isinstance(ocid, str) else ""
    if not ocid:
        _skip(checked, "exchange-no-ocid", number)
        return
    if len(ocid) > LONGEST_OCID:
        _skip(checked, "exchange-ocid-long", number, most=LONGEST_OCID)
        return
    findings = [] if OCID.match(ocid) else [ImportFinding("exchange-ocid-form")]
    date, odd = _date(release.get("date"), zone)
    written = _json(release)
    if any(word in written for word in CONTACT_WORDS):
        release, dropped = drop_contacts(orjson.loads(written))
        findings += (
            [ImportFinding("exchange-contacts", facts={"count": dropped})] if dropped else []
        )
        written = _json(release)
    checked.findings.add(findings + odd, where=ocid)
    checked.keep(ocid, date, written)


def _date(given: Any, zone: ZoneInfo) -> tuple[datetime, list[ImportFinding]]:
    try:
        date, named = read_moment(given, zone)
    except (ValueError, AttributeError):
        return UNDATED, [ImportFinding("exchange-no-date")]
    return date, [] if named else [ImportFinding("exchange-no-zone", facts={"given": given})]


def _json(release: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(release, default=_number)
    except TypeError:
        return orjson.dumps(_smaller(release), default=_number)


def _number(value: Any) -> Any:
    """A decimal as JSON can hold it; one that no computer's number can hold stays as text."""
    if not isinstance(value, Decimal):
        raise TypeError(value)
    number = float(value)
    return number if number - number == 0 else str(value)


def _smaller(value: Any) -> Any:
    """Whole numbers beyond 64 bits become text; the rest stays."""
    if isinstance(value, dict):
        return {key: _smaller(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_smaller(item) for item in value]
    return str(value) if isinstance(value, int) and not -(2**63) <= value < 2**63 else value
