"""One server per data folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from outreach.store.errors import FolderInUse
from outreach.store.lock import hold

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys
from pathlib import Path
from outreach.store.lock import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    with hold(tmp_path), pytest.raises(FolderInUse, match=str(tmp_path)), hold(tmp_path):
        pass


def test_a_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with hold(tmp_path):
        pass

    with hold(tmp_path):
        held_again = True

    assert held_again


def test_a_killed_process_holds_nothing_any_more(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(FolderInUse), hold(tmp_path):
            pass
        holder.kill()
        holder.wait()

    with hold(tmp_path):
        held_again = True

    assert held_again
