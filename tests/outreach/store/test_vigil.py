"""What may not end is reported when it does, makes health red, and begins again."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from outreach.store.errors import StoreClosed, StoreFailed
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.store.vigil import Vigil, tell_all

SECRET = "what somebody wrote"
AT_ONCE = (0.0,)
"""Begin anew without a pause."""


class Sudden(BaseException):
    """What no `except Exception` catches."""


@pytest.fixture
def stumbles(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let the writer meet, with a job in its hands, what nobody thought of."""
    store.vigil.pauses = AT_ONCE

    def once() -> None:
        def commit(jobs: list[object]) -> None:
            monkeypatch.undo()
            raise MemoryError

        monkeypatch.setattr(store._writer, "_commit", commit)

    return once


@pytest.mark.parametrize(
    "error", [RuntimeError(SECRET), MemoryError(), Sudden(SECRET), SystemExit(1)]
)
def test_thread_that_ends_by_an_error_is_told_and_begins_anew(error: BaseException) -> None:
    watching, rounds = Vigil(AT_ONCE), iter([error, error, None])

    def work() -> None:
        if (ends := next(rounds)) is not None:
            raise ends

    with capture_logs() as logged:
        watching.thread("work", work, threading.Event()).join(10)

    told = ("ended and begins anew", "work", type(error).__name__)
    assert [(line["event"], line["part"], line["error"]) for line in logged] == [told, told]
    assert (watching.down, next(rounds, "none left"), SECRET in str(logged)) == (
        set(),
        "none left",
        False,
    )


def test_thread_that_is_closing_tries_once_more_at_most() -> None:
    watching, closing, tries = Vigil(AT_ONCE), threading.Event(), []
    closing.set()

    def work() -> None:
        tries.append(1)
        raise RuntimeError

    watching.thread("work", work, closing).join(10)

    assert (len(tries), watching.down) == (1, {"work"})


@pytest.mark.parametrize("error", [RuntimeError(SECRET), asyncio.CancelledError()])
async def test_task_that_ends_by_an_error_begins_anew_until_it_is_cancelled(
    error: BaseException,
) -> None:
    watching, going, ends = Vigil(AT_ONCE), asyncio.Event(), [error]

    async def work() -> None:
        if ends:
            raise ends.pop()
        going.set()
        await asyncio.Event().wait()

    with capture_logs() as logged:
        task = asyncio.create_task(watching.task("work", work))
        await going.wait()
        task.cancel()
        await asyncio.wait([task])

    assert [line["error"] for line in logged] == [type(error).__name__]
    assert (task.cancelled(), watching.down) == (True, set())


async def test_what_ended_is_down_until_it_begins_anew() -> None:
    watching, seen, goes = Vigil((0.01,)), [], iter([RuntimeError(), None])

    async def work() -> None:
        seen.append(set(watching.down))
        if (ends := next(goes)) is not None:
            asyncio.get_running_loop().call_soon(lambda: seen.append(set(watching.down)))
            raise ends

    await watching.task("work", work)

    assert seen == [set(), {"work"}, set()]


def test_threads_of_others_are_told_without_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    tell_all()

    def fail() -> None:
        raise RuntimeError(SECRET)

    with capture_logs() as logged:
        thread = threading.Thread(target=fail, name="library")
        thread.start()
        thread.join()

    assert [(line["event"], line["thread"], line["error"]) for line in logged] == [
        ("thread ended", "library", "RuntimeError")
    ]
    assert SECRET not in str(logged)


@pytest.mark.sqlite
def test_whoever_waits_for_a_writer_that_ends_is_told_and_it_goes_on(
    store: Store, stumbles: Callable[[], None]
) -> None:
    stumbles()

    with pytest.raises(StoreFailed):
        store.run(lambda unit: 1, NOBODY)

    assert store.run(lambda unit: 2, NOBODY) == 2


@pytest.mark.sqlite
def test_writer_that_is_gone_refuses_and_closes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = store._writer
    writer.close()
    monkeypatch.setattr(writer, "_open", True)

    with pytest.raises(StoreFailed):
        store.run(lambda unit: 1, NOBODY)
    store.close()

    with pytest.raises(StoreClosed):
        store.run(lambda unit: 1, NOBODY)
