"""The log takes few, short lines a minute, and nothing that was sent to us."""

import logging
import re
import threading
from collections.abc import Callable, Iterator

import pytest
import structlog

from content.log import GATE, LONGEST_LINE, MOST, Gate, Libraries, log, printable
from tests.clock import Seconds

SECRET = "0c8f-geheim"
LIBRARIES = (
    "asyncio",
    "aiohttp.server",
    "aiohttp.client",
    "apscheduler.scheduler",
    "sqlalchemy.pool",
    "psycopg.pool",
    "httpx",
)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], list[str]]]:
    """The lines that were written since the test began."""
    GATE.sum_up()
    capsys.readouterr()

    def lines() -> list[str]:
        return capsys.readouterr().err.splitlines()

    yield lines
    GATE.sum_up()


def test_same_event_is_told_so_often_and_then_summed_up(told: Callable[[], list[str]]) -> None:
    for number in range(412):
        log.info("request.unread", error=f"Error{number}")
    log.info("backup made")
    GATE.sum_up()

    lines = told()
    assert [line for line in lines if "request.unread" in line][-1].endswith(
        "request.unread ×412 in the last minute"
    )
    assert (len(lines), sum("backup made" in line for line in lines)) == (MOST + 2, 1)


@pytest.mark.parametrize("library", LIBRARIES)
def test_libraries_go_the_same_way_and_say_nothing_of_what_was_sent(
    told: Callable[[], list[str]], library: str
) -> None:
    logger = logging.getLogger(library)
    for number in range(200):
        try:
            raise ValueError(f"{SECRET}{number}")
        except ValueError:
            logger.exception("Cannot do %s\nof %s", f"/chat/back/{SECRET}", number)
    GATE.sum_up()

    lines = told()
    assert len(lines) == MOST + 1
    assert all(
        "Cannot do %s" in line and "ValueError" in line and library in line for line in lines[:-1]
    )
    assert lines[-1].endswith(f"library {library} ×200 in the last minute")
    assert SECRET not in "".join(lines)


def test_library_that_only_informs_is_not_told(told: Callable[[], list[str]]) -> None:
    logging.getLogger("httpx").info("HTTP Request: %s", SECRET)

    assert told() == []


def test_next_minute_begins_anew() -> None:
    clock = Seconds(0.0)
    gate = Gate(most=2, clock=clock)

    def passed() -> int:
        count = 0
        for _ in range(5):
            try:
                gate(None, "info", {"event": "a"})
                count += 1
            except structlog.DropEvent:
                pass
        return count

    first, clock.now = (passed(), passed()), 60.0
    assert (first, passed()) == ((2, 0), 2)
    gate.sum_up()


def test_minute_that_nothing_follows_is_summed_up_by_itself() -> None:
    gate = Gate(most=0)
    with pytest.raises(structlog.DropEvent):
        gate(None, "info", {"event": "a"})

    timer = gate._timer
    assert timer is not None
    assert (timer.daemon, timer.function, 0 < timer.interval <= 60) == (True, gate.sum_up, True)
    timer.cancel()


def test_machine_without_a_thread_left_costs_no_line_and_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Timer, "start", full)
    gate, dropped = Gate(most=1, clock=Seconds()), 0

    for _ in range(3):
        try:
            gate(None, "info", {"event": "a"})
        except structlog.DropEvent:
            dropped += 1

    assert (dropped, gate._timer) == (2, None)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\rc\0", "a\\nb\\rc\\x00"),
        ("\u202eevil\u2028", "\\u202eevil\\u2028"),
        ("\ud800", "\\ud800"),
        ("Ģemeente é", "Ģemeente é"),
        (["x\n"], "['x\\n']"),
    ],
)
def test_characters_that_steer_are_escaped(value: object, shown: str) -> None:
    assert printable(value) == shown


def test_no_line_is_longer_than_it_may_be(told: Callable[[], list[str]]) -> None:
    log.info("a" * 10_000, **{f"k{number}": "b\n" * 10_000 for number in range(50)})

    [line] = told()
    assert len(line) <= LONGEST_LINE + 2


def test_moment_is_told_with_its_zone(told: Callable[[], list[str]]) -> None:
    log.info("backup made")

    [line] = told()
    assert re.search(r"^\S*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line)


def test_libraries_are_heard_by_one_handler() -> None:
    assert [type(handler) for handler in logging.getLogger().handlers].count(Libraries) == 1
