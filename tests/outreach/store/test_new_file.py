"""A file that a command writes is new, whole and ours alone."""

import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.store.errors import FileThere
from outreach.store.new_file import write_new


def test_new_file_is_ours_alone(tmp_path: Path) -> None:
    write_new(tmp_path / "new", b"words")

    assert ((tmp_path / "new").read_bytes(), (tmp_path / "new").stat().st_mode & 0o777) == (
        b"words",
        0o600,
    )


@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere"])
def test_name_that_is_taken_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "there"
    take: dict[str, Callable[[], None]] = {
        "file": path.touch,
        "folder": path.mkdir,
        "link to nowhere": lambda: path.symlink_to("away"),
    }
    take[kind]()

    with pytest.raises(FileThere, match="there"):
        write_new(path, b"words")
    assert (path.is_symlink(), (tmp_path / "away").exists()) == (kind == "link to nowhere", False)


def test_half_a_file_does_not_stay(tmp_path: Path) -> None:
    limits, heard = (
        resource.getrlimit(resource.RLIMIT_FSIZE),
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write_new(tmp_path / "large", b"x" * 1_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, heard)

    assert list(tmp_path.iterdir()) == []
