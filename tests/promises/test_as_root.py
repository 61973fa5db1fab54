"""What root types leaves no files of root in another user's folder, or is refused."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.owned import OTHER, needs_root, owned_folder

ROOT = Path(__file__).parents[2]
PYTHONS = (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}")
pytestmark = needs_root
folder = pytest.fixture(owned_folder)


@pytest.fixture
def python(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A Python that the other user may run, too: one in the home of root is none."""
    for each in PYTHONS:
        tried = (
            subprocess.run(
                [each, "-c", "import typer, outreach"],
                cwd=ROOT,
                env=environment(),
                user=OTHER,
                group=OTHER,
                extra_groups=[],
                capture_output=True,
                check=False,
            )
            if Path(each).exists() and passable(Path(each))
            else None
        )
        if tried is not None and tried.returncode == 0:
            return each
    pytest.skip("no Python here may be run by another user: they stand in the home of root")


def passable(path: Path) -> bool:
    return all(parent.stat().st_mode & 0o005 == 0o005 for parent in path.resolve().parents)


def environment() -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def kansenbode(
    python: str, folder: Path, *words: str, user: int = 0
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [python, "-m", "main", *words, "--data", str(folder)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        user=user,
        group=user,
        extra_groups=[],
    )


def owners(folder: Path) -> set[int]:
    return {path.lstat().st_uid for path in (folder, *folder.rglob("*"))}


def test_backup_and_restore_leave_nothing_of_root(python: str, folder: Path) -> None:
    backup = folder / "backups" / "a.db"

    done = [
        kansenbode(python, folder, *words)
        for words in (("backup", str(backup)), ("restore", str(backup)))
    ]

    assert [each.returncode for each in done] == [0, 0], done
    assert owners(folder) == {OTHER}


def test_command_at_the_desk_leaves_nothing_of_root(python: str, folder: Path) -> None:
    done = kansenbode(python, folder, "staff", "add", "nadia@waterdam.example", "--name", "Nadia")

    assert (done.returncode, owners(folder)) == (0, {OTHER}), done


def test_refusal_changes_nothing_and_says_what_mends_it(folder: Path) -> None:
    folder.parent.chmod(0o700)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}

    done = kansenbode(sys.executable, folder, "backup")

    assert (done.returncode, {path: path.stat().st_mtime_ns for path in folder.iterdir()}) == (
        1,
        before,
    )
    assert "docs/deploy/kansenbode.service" in done.stderr


@pytest.mark.parametrize("mode", [0o700, 0o755])
@pytest.mark.parametrize(
    "words", [["doctor"], ["backup"], ["wipe"], ["staff", "list"], ["restore", __file__]]
)
def test_whoever_may_not_write_there_is_told_whose_it_is(
    python: str, folder: Path, words: list[str], mode: int
) -> None:
    for path in (folder, *folder.iterdir()):
        os.chown(path, 0, 0)
    folder.chmod(mode)

    done = kansenbode(python, folder, "--language", "nl", *words, user=OTHER)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{folder} is van de gebruiker root, en jij mag er niet in schrijven. "
        "Doe dit als die gebruiker: sudo -u root kansenbode …\n"
    )


def test_file_that_may_not_be_read_is_named(python: str, folder: Path) -> None:
    secret = folder.parent / "b.db"
    secret.touch(mode=0o600)

    done = kansenbode(python, folder, "--language", "nl", "restore", str(secret), user=OTHER)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Wat je bij BESTAND noemt, mag je niet lezen: {secret}\n")


def test_doctor_names_it_and_goes_on(folder: Path) -> None:
    folder.parent.chmod(0o700)

    done = kansenbode(sys.executable, folder, "doctor", "--json")

    found = {each["check"]: each["state"] for each in json.loads(done.stdout)}
    assert (found["owner"], found["database"]) == ("fout", "goed")
