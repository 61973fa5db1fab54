"""Marks of what was erased, and how far wiping is, stand in files that any process can read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outreach.store.unwiped import Progress, Unwiped

AT = datetime(2026, 11, 3, 14, 30, tzinfo=UTC)


def test_oldest_mark_tells_since_when(tmp_path: Path) -> None:
    unwiped = Unwiped(tmp_path)
    for minutes in (0, -30, 30):
        unwiped.mark(AT + timedelta(minutes=minutes))

    assert unwiped.since() == AT - timedelta(minutes=30)
    assert len(unwiped.marks()) == 3


def test_nothing_is_marked_at_first(tmp_path: Path) -> None:
    assert (Unwiped(tmp_path).since(), Unwiped(tmp_path).progress()) == (None, Progress())


@pytest.mark.parametrize("name", ["erased.unwiped", "erased-9b2d1a.unwiped", "erased-.unwiped"])
def test_mark_of_an_earlier_version_counts_from_its_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    moment = datetime.fromtimestamp((tmp_path / name).stat().st_mtime, UTC)

    assert Unwiped(tmp_path).since() == moment


@pytest.mark.parametrize("written", ["", "{", "[]", '{"other": 1}', "\x00\x01"])
def test_progress_that_a_kill_broke_begins_anew(tmp_path: Path, written: str) -> None:
    unwiped = Unwiped(tmp_path)
    unwiped.mark(AT)
    (tmp_path / "wiping.json").write_text(written)

    assert unwiped.begin() == Progress(marks=unwiped.marks())


def test_round_goes_on_with_its_own_marks_and_leaves_newer_ones(tmp_path: Path) -> None:
    unwiped = Unwiped(tmp_path)
    unwiped.mark(AT)
    first = unwiped.begin()
    unwiped.note(Progress(first.marks, ["person"], 3, "busy"))
    unwiped.mark(AT + timedelta(hours=1))

    again = unwiped.begin()
    unwiped.finish(again, AT + timedelta(hours=2))

    assert again == Progress(first.marks, ["person"], 3)
    assert unwiped.since() == AT + timedelta(hours=1)
    assert unwiped.progress().last == AT + timedelta(hours=2)
