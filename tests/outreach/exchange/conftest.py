"""Files to import, what came of them, and what goes out again."""

import importlib.util
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from content.texts import Texts
from outreach.exchange.ocds.exporting import export_package
from outreach.exchange.ocds.importing import Imported, import_releases
from outreach.exchange.ocds.package import check_file
from outreach.exchange.ocds.publisher import Publisher
from outreach.exchange.opened import open_file
from outreach.exchange.stored import stored_facts
from outreach.exchange.table.importing import Tabled, import_table
from outreach.exchange.table.reading import read_table
from outreach.interests.foresee import Keep
from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.interests.own import add_to_interest
from outreach.interests.tell import Telling
from outreach.meetings.meeting import KINDS
from outreach.opportunities.codes import PARTY_KINDS
from outreach.opportunities.edit import find_by_tender_id, get_opportunity, new_opportunity
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.place import add_places
from outreach.parties.consent import consent
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.conftest import LOUD, add_waterdam

SHARED = Path(__file__).parents[3].parent / "shared"
ZONE = ZoneInfo("Europe/Amsterdam")
IMPORT = Actor("import")
NADIA = Actor("staff", 1)
INFORMAL = ("responsible", "insurance", "if_people_stop", "lent", "allowance", "public_property")
READY: dict[str, Any] = {
    "direction": "informal",
    "arrangement": "subsidy",
    "municipality_role": "facilitator",
    "summary": "Kort.",
    "themes": ["ontmoeten"],
    "places": ["GM9901"],
    "official": "Nadia de Wit",
    "checklist": dict.fromkeys((*INFORMAL, "scheme"), "Dat regelt de gemeente.")
    | {"scarce": "enough"},
}
"""What an opportunity needs before it can open, beside its text and deadline; its
place is added by `known`.
"""

ASKED = "interest-named nl 12345678"
"""The words under which a name may stand in the public record."""
FULL_HEADINGS = (
    "kenmerk;titel;in één zin;beschrijving;richting;vorm;rol van de gemeente;inbreng van de "
    "gemeente;"
    "samenwerken verplicht;thema's;vragen tot;reageren tot;begin;hoe "
    "lang;waarde;munt;contactpersoon;"
    "antwoord binnen (dagen);herkomst;taal;Hoe zit het met schade en verzekering?;onderdeel "
    "1;onderdeel 1 budget;"
    "onderdeel 1 wie beslist mee;onderdeel 3;eis 1;eis 1 voor wie;eis 1 of "
    "anders;beoordelingspunt 1;"
    "beoordelingspunt 1 telt mee (%);plekken"
)
FULL_ROW = (
    'T-1;Zorg mee;Kort.;"Eerste alinea.\r\n\r\nTweede; alinea.";Gemengd;zonder geld;gelijke '
    "partner;"
    '"geld, ruimte in de regels";ja;groen,overig;20-11-2026;2026-12-01;01-01-2027;2 '
    'jaar;"1.234,56";EUR;Nadia;5;'
    "idee van bewoners;nl;Via de gemeente.;Perken;500;Wij;Gras;Vijf mensen;groep bewoners | "
    "bedrijf;Bel ons.;"
    "Draagvlak;60%;waterdam"
)

Take = Callable[..., Imported]
Enter = Callable[..., Tabled]
Give = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(ZONE)


@pytest.fixture(scope="session")
def ocds() -> Path:
    """Real releases, which the project itself does not hold."""
    folder = SHARED / "data" / "ocds"
    if not folder.is_dir():
        pytest.skip(f"the reference releases are not in {folder}")
    return folder


@pytest.fixture(scope="session")
def faults() -> Callable[[dict[str, Any]], list[str]]:
    """The validator of release packages, which the project itself does not hold."""
    path = SHARED / "tools" / "check_ocds.py"
    if not path.is_file():
        pytest.skip(f"the validator is not at {path}")
    spec = importlib.util.spec_from_file_location("check_ocds", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[dict[str, Any]], list[str]] = module.faults
    return found


@pytest.fixture(scope="session")
def publisher(texts: Texts) -> Publisher:
    kinds = {kind: texts.name("party", kind, "nl") for kind in PARTY_KINDS}
    meetings = {kind: texts.name("meeting", kind, "nl") for kind in KINDS}
    address = "https://kansen.waterdam.example/"
    return Publisher("Gemeente Waterdam", "GM9901", address, ZONE, kinds, meetings)


def write(folder: Path, content: Any) -> Path:
    """A file with these bytes, this text, or this value as JSON."""
    path = folder / "file.json"
    if isinstance(content, Path):
        return content
    text = content if isinstance(content, (bytes, str)) else json.dumps(content)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def waterdam(store: Store) -> Store:
    """The demo municipality in the store that `give` exports from and `take` imports into."""
    add_waterdam(store)
    return store


@pytest.fixture
def take(store: Store, tmp_path: Path, texts: Texts) -> Take:
    """Import a file, a release or a package into the store."""

    def take(
        content: Any, into: Store = store, organisation_id: str = "GM9901", keep: Keep = "always"
    ) -> Imported:
        with check_file(write(tmp_path, content), zone=ZONE) as checked:
            return import_releases(
                into,
                checked,
                actor=IMPORT,
                zone=ZONE,
                organisation_id=organisation_id,
                keep=keep,
                telling=Telling(texts, LOUD),
            )

    return take


@pytest.fixture
def enter(store: Store, texts: Texts, tmp_path: Path) -> Enter:
    """Import a table: bytes, or rows of cells."""

    def enter(*content: Any, into: Store = store, **choice: Any) -> Tabled:
        path = tmp_path / "kansen.csv"
        raw = b"".join(content) if isinstance(content[0], bytes) else "\r\n".join(content).encode()
        path.write_bytes(raw)
        with open_file(path) as opened:
            table = read_table(opened, texts)
        values: dict[str, Any] = {
            "actor": IMPORT,
            "keep": "always",
            "telling": Telling(texts, LOUD),
        } | choice
        return import_table(
            into, table, texts=texts, zone=ZONE, ocid_prefix="ocds-abc123", **values
        )

    return enter


@pytest.fixture
def give(store: Store, publisher: Publisher) -> Give:
    """Export from the store."""

    def give(source: Store = store, **choice: Any) -> dict[str, Any]:
        return source.look(export_package, publisher=publisher, **choice)

    return give


def release(**more: Any) -> dict[str, Any]:
    """A small release; facts of the tender by name."""
    top = {
        name: more.pop(name)
        for name in ("ocid", "id", "date", "tag", "language", "parties", "awards")
        if name in more
    }
    tender = {
        "id": "T-1",
        "title": "Zorg mee",
        "description": "Voor het plantsoen.",
        "status": "active",
    }
    plain = {"ocid": "ocds-abc123-1", "id": "1", "date": "2026-10-01T09:00:00Z", "tag": ["tender"]}
    return plain | {"initiationType": "tender", "language": "nl"} | top | {"tender": tender | more}


def package(*releases: Any, **more: Any) -> dict[str, Any]:
    """A release package."""
    return {
        "version": "1.1",
        "uri": "https://example.org/1.json",
        "releases": list(releases),
    } | more


def facts(store: Store, tender_id: str = "T-1") -> dict[str, Any]:
    """All facts of an opportunity, as an exchange sees them."""
    return store.look(lambda unit: stored_facts(unit, row(unit, tender_id)))


def columns(store: Store, tender_id: str = "T-1") -> dict[str, Any]:
    """The columns of an opportunity."""
    return store.look(lambda unit: row(unit, tender_id).model_dump())


def number(store: Store, tender_id: str = "T-1") -> int:
    found = store.look(find_by_tender_id, tender_id=tender_id)
    assert found is not None
    return found


def row(unit: Unit, tender_id: str) -> Opportunity:
    found = find_by_tender_id(unit, tender_id=tender_id)
    assert found is not None
    return get_opportunity(unit, opportunity=found)


def everything(store: Store) -> str:
    """Every value of every table, to see that nothing changed."""

    def rule(unit: Unit) -> str:
        run = unit.connection.exec_driver_sql
        tables = (
            run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").scalars().all()
        )
        return repr([(table, run(f'SELECT * FROM "{table}"').all()) for table in tables])

    return store.look(rule)


def known(store: Store) -> None:
    """Let the store know the place of READY."""
    store.run(add_places, NADIA, places=[{"code": "GM9901", "year": 2026, "name": "Waterdam"}])


def make(store: Store, *steps: str, **facts: Any) -> int:
    """An opportunity of our own, taken through these steps."""
    until = store.clock() + timedelta(days=30)
    known(store)
    values: dict[str, Any] = (
        {"title": "Zorg mee", "description": "Samen.", "answers_until": until} | READY | facts
    )
    made = store.run(new_opportunity, NADIA, tender_id="T-1", ocid_prefix="ocds-abc123", **values)
    for step in steps:
        store.run(move_opportunity, NADIA, opportunity=made, state=step)
    return made


def express(
    store: Store, kind: str, name: str, *, show: bool | None = None, state: str = "new", **more: Any
) -> Actor:
    """A person whose party expressed interest, who said or not that others may see the name."""
    person, _ = store.run(meet, NOBODY, channel="web", external_id=f"cookie {name}", language="nl")
    actor = Actor("person", person)
    done = store.run(
        express_interest,
        actor,
        opportunity=number(store),
        version=1,
        party=PartyDraft(kind, name),
        brings=f"brengt {name}",
    )
    if more:
        store.run(add_to_interest, actor, interest=done.interest, **more)
    if show is not None:
        scope = str(done.interest)
        store.run(consent, actor, purpose="name", given=show, text_version=ASKED, scope=scope)
    if state != "new":
        store.run(move_interest, NADIA, interest=done.interest, state=state)
    return actor


def move(store: Store, *states: str) -> None:
    """Take the opportunity through these steps."""
    for state in states:
        store.run(move_opportunity, NADIA, opportunity=number(store), state=state)


def one(package: dict[str, Any]) -> dict[str, Any]:
    """The one release of a package."""
    [found] = package["releases"]
    return found  # type: ignore[no-any-return]
