"""The command line on a PostgreSQL server: one setting, and the same commands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outreach.parties.person import meet
from outreach.privacy.forget import forget_person
from outreach.store.errors import NotUnicode
from outreach.store.lock import hold
from outreach.store.migrate import migrate
from outreach.store.store import Store, utc_now
from outreach.store.unit import NOBODY, TICK
from tests.databases import Databases, Server
from tests.outreach.commands.conftest import Built, Shown
from tests.statements import one_value

pytestmark = pytest.mark.postgresql


@pytest.fixture
def folder(tmp_path: Path, server: Server, databases: Databases) -> Iterator[Path]:
    """A data folder whose setting names an empty database."""
    folder, url = tmp_path / "data", server.empty()
    folder.mkdir()
    (folder / ".env").write_text(
        f"KANSENBODE_DATABASE_URL={url}\nKANSENBODE_STAFF=nadia@waterdam.example\n"
    )
    yield folder
    server.drop(url)


@pytest.fixture
def url(folder: Path) -> str:
    return (folder / ".env").read_text().splitlines()[0].partition("=")[2]


ABOUT_THE_HOUSE = ("sample", "files", "mail", "official", "told", "house")
"""What is found here whatever the database is."""


def findings(folder: Path, built: Built) -> dict[str, str]:
    here = {found.check: found.found for found in built.examined(folder, utc_now())}
    return {check: found for check, found in here.items() if check not in ABOUT_THE_HOUSE}


def people(folder: Path, url: str) -> int:
    with Store(folder / "kansenbode.db", url=url) as store:
        count: int = one_value(store, "SELECT count(*) FROM person")
        return count


def test_first_command_makes_the_tables(type_: Callable[..., Shown], folder: Path) -> None:
    assert type_("opportunities", "list", "--json").json == []
    assert not (folder / "kansenbode.db").exists()


def test_any_number_of_servers_may_serve_one_folder(
    type_: Callable[..., Shown], built: Built, folder: Path
) -> None:
    with hold(folder, shared=True):
        shown = type_("serve")

    assert (shown.code, len(built.done)) == (0, 1)


def test_restore_wants_the_folder_for_itself(type_: Callable[..., Shown], folder: Path) -> None:
    type_("staff", "list")
    type_("backup", str(folder / "b.dump"))

    with hold(folder, shared=True):
        shown = type_("restore", str(folder / "b.dump"))

    assert (shown.code, shown.err) == (
        1,
        f"Een andere Kansenbode werkt met deze map. Stop die eerst. ({folder})\n",
    )


def test_backup_and_restore_bring_nobody_back(
    type_: Callable[..., Shown], folder: Path, url: str
) -> None:
    type_("staff", "list")
    with Store(folder / "kansenbode.db", url=url) as store:
        gone, _ = store.run(meet, NOBODY, channel="web", external_id="a", language="nl")
        store.run(meet, NOBODY, channel="web", external_id="b", language="nl")
    type_("backup", str(folder / "b.dump"))
    with Store(folder / "kansenbode.db", url=url) as store:
        store.run(forget_person, TICK, person=gone)
    # the list of another machine, which is not here
    (folder / "erased.jsonl").unlink()

    shown = type_("--language", "en", "restore", str(folder / "b.dump"))

    assert shown.out.splitlines() == [
        f"The copy {folder}/b.dump is back in {folder}. One person is forgotten again.",
        f"The database that was there is now called {folder}/kansenbode.dump.replaced",
    ]
    assert people(folder, url) == 1


def test_doctor_finds_all_well(type_: Callable[..., Shown], folder: Path, built: Built) -> None:
    type_("staff", "add", "nadia@waterdam.example", "--name", "Nadia", "--role", "administrator")
    type_("backup")

    assert findings(folder, built) == {
        "settings": "right",
        "loop": "fast",
        "disk": findings(folder, built)["disk"],
        "zone": "right",
        "backup": "recent",
        "wipe": "done",
        "database": "sound",
        "postgresql": "mighty",
        "migrations": "right",
        "events": "right",
        "staff": "known",
        "tick": "right",
        "inbound": "right",
        "channel": "right",
    }


def test_doctor_names_a_server_that_is_away_without_its_address(
    type_: Callable[..., Shown], folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("KANSENBODE_DATABASE_URL=postgresql://kees:Geheim@127.0.0.1:1/w\n")

    shown = type_("--language", "en", "doctor")

    assert findings(folder, built)["database"] == "away"
    assert "The database cannot be reached" in shown.out
    assert [
        word for word in ("kees", "Geheim", "127.0.0.1:1") if word in shown.out + shown.err
    ] == []


def test_doctor_names_missing_programs(
    folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))

    assert findings(folder, built)["backup"] == "tool"


def test_command_on_a_server_that_is_away_gets_one_line(
    type_: Callable[..., Shown], folder: Path
) -> None:
    (folder / ".env").write_text("KANSENBODE_DATABASE_URL=postgresql://kees:Geheim@127.0.0.1:1/w\n")

    shown = type_("opportunities", "list")

    assert (shown.code, len(shown.err.splitlines())) == (1, 1)
    assert shown.err.startswith("De databaseserver is niet te bereiken")
    assert "Geheim" not in shown.err


def test_doctor_advises_a_server_without_checksums_to_keep_them(
    type_: Callable[..., Shown], folder: Path, server: Server
) -> None:
    type_("opportunities", "list")
    server.write_checksums(False)
    shown = type_("--language", "en", "doctor")
    server.write_checksums(True)

    assert "keeps no checksums" in shown.out
    assert "pg_checksums --enable --pgdata=…" in shown.out
    assert "keeps no checksums" not in type_("--language", "en", "doctor").out


def test_doctor_wants_the_database_to_be_our_own(
    type_: Callable[..., Shown], built: Built, folder: Path, server: Server, url: str
) -> None:
    type_("opportunities", "list")
    name = server.name(url)
    server.execute("CREATE ROLE tables_only LOGIN")
    server.execute("GRANT pg_read_all_data TO tables_only")
    theirs = url.replace("postgresql://postgres", "postgresql://tables_only")
    (folder / ".env").write_text(f"KANSENBODE_DATABASE_URL={theirs}\n")

    found = findings(folder, built)["postgresql"]

    server.execute(f"ALTER DATABASE {name} OWNER TO tables_only")
    blind = findings(folder, built)["postgresql"]
    server.execute("GRANT pg_read_all_stats TO tables_only")
    right = findings(folder, built)["postgresql"]
    server.execute("ALTER ROLE tables_only CREATEDB")
    assert (found, blind, right, findings(folder, built)["postgresql"]) == (
        "owner",
        "blind",
        "right",
        "mighty",
    )


@pytest.mark.parametrize("encoding", ["LATIN1", "LATIN9"])
def test_database_that_cannot_hold_every_letter_is_refused_by_name(
    server: Server, tmp_path: Path, built: Built, encoding: str
) -> None:
    name = f"narrow_{encoding.lower()}"
    server.execute(
        f"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' "
        f"LC_CTYPE "
        f"'C'"
    )
    url = server.url(name)
    (tmp_path / ".env").write_text(f"KANSENBODE_DATABASE_URL={url}\n")

    with pytest.raises(NotUnicode, match="createdb --encoding=UTF8"):
        migrate(tmp_path / "kansenbode.db", url)
    found = findings(tmp_path, built)

    assert (found["postgresql"], "database" in found) == ("encoding", False)
