"""The drill of `docs/operate.md` is run as it stands there, and what it names is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.opportunities.samples import add_samples
from outreach.parties.person import meet
from outreach.privacy.forget import forget_me
from outreach.store.erased import ERASED
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "operate.md").read_text("utf-8")
KANSENBODE = Path(sys.executable).with_name("kansenbode")
DEPLOY = ROOT / "docs" / "deploy"


def drill() -> list[list[str]]:
    """The commands of the drill."""
    (block,) = re.findall(r"```drill\n(.*?)```", TEXT, re.DOTALL)
    return [line.split()[1:] for line in block.splitlines()]


def kansenbode(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [KANSENBODE, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input="",
    )


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town with two people who signed up."""
    path = tmp_path / "town" / "kansenbode.db"
    path.parent.mkdir()
    migrate(path)
    with Store(path) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        for name in ("Ada", "Bob"):
            person, _ = store.run(meet, NOBODY, channel="web", external_id=name, language="nl")
            facts: dict[str, Any] = {
                "opportunity": 1,
                "version": 1,
                "party": PartyDraft("resident", name),
                "brings": "handen",
            }
            store.run(express_interest, Actor("person", person), **facts)
    return tmp_path


def test_drill_brings_back_what_was_there(town: Path) -> None:
    shown = [kansenbode(town, *words) for words in drill()]
    own = [
        kansenbode(town, *words, "--data", "town")
        for words in (["opportunities", "list"], ["interests", "list"])
    ]

    assert [done.returncode for done in shown] == [0] * len(shown), [
        done.stderr + done.stdout for done in shown
    ]
    assert [done.stdout for done in shown[-2:]] == [done.stdout for done in own]
    assert "Ada" in shown[-1].stdout


def test_who_was_forgotten_after_the_backup_does_not_come_back(town: Path) -> None:
    backup, restore, *_ = drill()
    kansenbode(town, *backup)
    with Store(town / "town" / "kansenbode.db") as store:
        store.run(forget_me, Actor("person", 1))
    (town / "drill").mkdir()
    shutil.copy(town / "town" / ERASED, town / "drill" / ERASED)

    kansenbode(town, *restore)

    shown = kansenbode(town, "interests", "list", "--data", "drill").stdout
    assert "Ada" not in shown
    assert "Bob" in shown


def test_links_and_commands_of_the_document_exist() -> None:
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}
    help_text = kansenbode(ROOT, "--help").stdout

    assert {link for link in links if not (ROOT / "docs" / link).exists()} == set()
    for command in set(re.findall(r"`kansenbode (\w+)", TEXT)):
        assert command in help_text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_unit_of_systemd_is_sound(tmp_path: Path) -> None:
    unit = (DEPLOY / "kansenbode.service").read_text("utf-8")
    unit = unit.replace("/opt/kansenbode/.venv/bin", str(KANSENBODE.parent))
    (tmp_path / "kansenbode.service").write_text(unit)

    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / "kansenbode.service"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert [line for line in done.stderr.splitlines() if "kansenbode.service" in line] == []


def test_compose_names_what_the_program_knows() -> None:
    compose = (ROOT / "compose.yaml").read_text("utf-8")
    settings = (ROOT / "docs" / "settings.md").read_text("utf-8")
    named = set(re.findall(r"KANSENBODE_\w+", compose + (DEPLOY / "town.env").read_text("utf-8")))

    assert {name for name in named if name.removesuffix("_FILE") not in settings} == set()
    assert "./docs/deploy/Caddyfile" in compose


def test_what_is_written_is_for_our_user_alone(tmp_path: Path) -> None:
    town = tmp_path / "town"
    kansenbode(tmp_path, "staff", "add", "nadia@waterdam.example", "--data", str(town))
    kansenbode(tmp_path, "backup", "--data", str(town))

    open_ones = [str(file) for file in (town, *town.rglob("*")) if file.stat().st_mode & 0o077]

    assert list((town / "backups").iterdir()) != []
    assert open_ones == []
