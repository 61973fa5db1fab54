"""Measure an import: seconds, records a second and peak memory, of a release package made for the purpose.

python bench/import.py [--megabytes 200]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from outreach.exchange.ocds_in import import_releases
from outreach.exchange.package import check_file
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import Actor

MOST = 2_000
ZONE = ZoneInfo("Europe/Amsterdam")
WORDS = ("plantsoen", "buurtkeuken", "jongeren", "energie", "sneeuw", "beheer", "hulp", "samen", "straat", "wijk")


def main() -> None:
    """Make the package, import it in a process of its own, and print what it cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--megabytes", type=int, default=200, choices=range(1, MOST + 1), metavar="N")
    options.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.file is not None:
        measure(given.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "package.json")
        with path.open("w", encoding="utf-8") as file:
            records = write(file, given.megabytes * 1_000_000)
        print(f"package: {path.stat().st_size / 1e6:.0f} MB, {records} releases")
        subprocess.run([sys.executable, __file__, "--file", str(path)], check=True)


def write(file: TextIO, size: int) -> int:
    """Write a release package of about so many bytes; returns how many releases it holds."""
    file.write('{"version":"1.1","releases":[')
    written, number = 0, 0
    while written < size:
        text = json.dumps(release(number), ensure_ascii=False)
        file.write(text if number == 0 else f",\n{text}")
        written, number = written + len(text) + 2, number + 1
    file.write('],"uri":"https://waterdam.example/bench.json","publishedDate":"2026-11-01T00:00:00Z"}')
    return number


def release(number: int) -> dict[str, object]:
    """One release of a few kilobytes, as publishers write them, with a supplier's contact person."""
    described = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(200))
    us = {"id": "GM9901", "name": "Gemeente Waterdam"}
    return {
        "ocid": f"ocds-bench0-{number}",
        "id": f"bench-{number}-1",
        "date": "2026-10-01T09:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "language": "nl",
        "parties": [
            us | {"roles": ["buyer"]},
            {"id": "2", "name": f"Partij {number}", "roles": ["supplier"], "contactPoint": {"name": "N. N."}},
        ],
        "buyer": us,
        "tender": {
            "id": f"bench-{number}",
            "title": f"Kans {number}",
            "description": f"<p>{described}</p><p>Tot ziens &amp; bedankt.</p>",
            "status": "active",
            "value": {"amount": 1000 + number, "currency": "EUR"},
            "tenderPeriod": {"endDate": "2026-12-01T17:00:00"},
            "awardCriteriaDetails": "60% Draagvlak\n40% Kosten",
            "lots": [{"id": f"lot-{lot}", "title": f"Deel {lot}", "description": described[:400]} for lot in range(2)],
            "items": [{"id": "1", "classification": {"scheme": "CPV", "id": "77310000"}}],
        },
    }


def measure(path: Path) -> None:
    """Import a file into a fresh store and print the price."""
    database = path.with_name("kansenbode.db")
    migrate(database)
    with Store(database) as store:
        begun = time.perf_counter()
        with check_file(path, zone=ZONE) as checked:
            read = time.perf_counter()
            done = import_releases(store, checked, actor=Actor("import"), zone=ZONE, organisation_id="GM9901")
        ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"check: {read - begun:.1f} s, write: {ended - read:.1f} s, {done.made / (ended - begun):.0f} records/s")
    print(f"made {done.made}, findings {done.findings.counts.total()}, peak memory {peak:.0f} MiB")


if __name__ == "__main__":
    main()
