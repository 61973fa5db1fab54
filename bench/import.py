"""Measure an import: seconds, records a second and peak memory, of a release package or a
table made for the purpose.

python bench/import.py [--megabytes 200 | --rows 5000]
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

from content.texts import Texts
from outreach.delivery.quiet import Quiet
from outreach.exchange.ocds.importing import import_releases
from outreach.exchange.ocds.package import check_file
from outreach.exchange.opened import open_file
from outreach.exchange.table.importing import import_table
from outreach.exchange.table.reading import read_table
from outreach.interests.foresee import Keep
from outreach.interests.tell import Telling
from outreach.opportunities.edit import set_facts
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.place import add_places
from outreach.opportunities.questions import checklist
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

MOST = 2_000
ZONE = ZoneInfo("Europe/Amsterdam")
HEADINGS = (
    "kenmerk;titel;in één zin;beschrijving;richting;vorm;rol van de gemeente;inbreng van de "
    "gemeente;thema’s;"
    "reageren tot;waarde;contactpersoon;onderdeel 1;onderdeel 1 budget;onderdeel 2;eis 1;eis 1 "
    "voor wie;"
    "eis 1 of anders;beoordelingspunt 1;beoordelingspunt 1 telt mee (%);Hoe zit het met schade en "
    "verzekering?;plekken"
)
WORDS = (
    "plantsoen",
    "buurtkeuken",
    "jongeren",
    "energie",
    "sneeuw",
    "beheer",
    "hulp",
    "samen",
    "straat",
    "wijk",
)


def main() -> None:
    """Make the package, import it in a process of its own, and print what it cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--megabytes", type=int, default=200, choices=range(1, MOST + 1), metavar="N"
    )
    options.add_argument(
        "--rows", type=int, help="a table of so many rows, as many more, those again, and changed"
    )
    options.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.rows is not None:
        measure_table(given.rows)
        return
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
    file.write(
        '],"uri":"https://waterdam.example/bench.json","publishedDate":"2026-11-01T00:00:00Z"}'
    )
    return number


def release(number: int) -> dict[str, object]:
    """Return a release of a few kilobytes, as publishers write them, with a contact person."""
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
            {
                "id": "2",
                "name": f"Partij {number}",
                "roles": ["supplier"],
                "contactPoint": {"name": "N. N."},
            },
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
            "lots": [
                {"id": f"lot-{lot}", "title": f"Deel {lot}", "description": described[:400]}
                for lot in range(2)
            ],
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
            done = import_releases(
                store, checked, actor=Actor("import"), zone=ZONE, organisation_id="GM9901"
            )
        ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"check: {read - begun:.1f} s, write: {ended - read:.1f} s, "
        f"{done.made / (ended - begun):.0f} records/s"
    )
    print(f"made {done.made}, findings {done.findings.counts.total()}, peak memory {peak:.0f} MiB")


def measure_table(rows: int) -> None:
    """Import tables into a fresh store: new rows, more, the same again, and changed ones."""
    with tempfile.TemporaryDirectory() as folder:
        database, path = Path(folder, "kansenbode.db"), Path(folder, "kansen.csv")
        migrate(database)
        with Store(database) as store:
            store.run(
                add_places,
                Actor("import"),
                places=[{"code": "GM9901", "year": 2026, "name": "Waterdam"}],
            )
            path.write_text(lines(0, rows), "utf-8")
            measure_rows(store, path, f"first {rows}")
            path.write_text(lines(rows, rows), "utf-8")
            measure_rows(store, path, f"second {rows}")
            measure_rows(store, path, "those again")
            path.write_text(lines(rows, rows).replace("Doe mee.", "Doe nu mee."), "utf-8")
            measure_rows(store, path, "those changed")
            for number in range(1, rows + 1):
                store.run(go_public, Actor("import"), opportunity=number)
            path.write_text(lines(0, rows).replace("Doe mee.", "Doe nu mee."), "utf-8")
            measure_rows(store, path, "open ones changed, a preview", keep="never")
            measure_rows(store, path, "open ones changed, not yet", keep="unnoticed")
            measure_rows(store, path, "open ones changed", keep="always")


def measure_rows(store: Store, path: Path, what: str, keep: Keep = "unnoticed") -> None:
    """Import a table and print the price."""
    texts = Texts(ZONE)
    begun, used = time.perf_counter(), time.process_time()
    with open_file(path) as opened:
        table = read_table(opened, texts)
    done = import_table(
        store,
        table,
        actor=Actor("import"),
        texts=texts,
        zone=ZONE,
        ocid_prefix="ocds-bench0",
        telling=Telling(texts, Quiet(ZONE)),
        keep=keep,
    )
    took, used = time.perf_counter() - begun, time.process_time() - used
    print(
        f"{what}: {took:.1f} s, {used:.1f} s of CPU, {len(table.rows) / took:.0f} rows/s; "
        f"{done.made} new, "
        f"{done.updated} changed, {done.same} the same, {done.held} held, {done.refused} refused"
    )


def go_public(unit: Unit, *, opportunity: int) -> None:
    """Open a record, with every question of its checklist answered."""
    set_facts(unit, opportunity=opportunity, checklist=dict.fromkeys(checklist("informal"), "Ja"))
    move_opportunity(unit, opportunity=opportunity, state="open")


def lines(start: int, rows: int) -> str:
    """So many rows of a table, from a number on."""
    return "\n".join([HEADINGS, *map(row, range(start, start + rows))])


def row(number: int) -> str:
    """One row as a town would write it, with two parts, a requirement and a criterion."""
    described = " ".join(WORDS[(number + step) % len(WORDS)] for step in range(60))
    return (
        f"B-{number};Kans {number};Doe mee.;{described};informeel;subsidie;gelijke "
        f"partner;geld;groen;31-12-2027;"
        f"{number},50;Nadia;Perken;100;Gras;Vijf mensen;bedrijf;Bel ons;Draagvlak;100;Ja;Waterdam"
    )


if __name__ == "__main__":
    main()
