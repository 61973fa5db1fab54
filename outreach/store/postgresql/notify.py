"""PostgreSQL's LISTEN and NOTIFY between the processes of one installation.

They have connections of their own: a NOTIFY inside a unit's transaction would put all commits in
one queue, so it is sent after the commit, several at once. What is lost on the way is found later,
because everybody who listens also polls, slowly.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue

import psycopg

from content.log import log
from outreach.store.pace import StorePace
from outreach.store.vigil import Vigil

CHANNEL = "kansenbode"
GATHER_SECONDS = 0.02
PATIENCE_SECONDS = 30.0
LONGEST = 7_000
"""Bytes in one NOTIFY; PostgreSQL takes 8,000."""
FAREWELL = "-"
"""A topic that nobody listens to; it ends this process's own waiting."""


class Wire:
    """Send topics to the other processes, and hear theirs; connects only when it is needed."""

    def __init__(self, address: str, vigil: Vigil, pace: StorePace) -> None:
        self._address, self._vigil, self._pace = address, vigil, pace
        self._topics: SimpleQueue[str | None] = SimpleQueue()
        self._closing = threading.Event()
        self._gate = threading.Lock()
        self._teller: threading.Thread | None = None
        self._listener: threading.Thread | None = None
        self._own = 0
        self._hear: Callable[[str], None] = lambda topic: None
        self._lose: Callable[[], None] = lambda: None

    def connect_to(self, *, hear: Callable[[str], None], lose: Callable[[], None]) -> None:
        """Set who is told of a topic, and who of topics that may be lost; call this first."""
        self._hear, self._lose = hear, lose

    def listen(self) -> None:
        """Hear the other processes from now on."""
        with self._gate:
            if self._listener is None and not self._closing.is_set():
                self._listener = self._vigil.thread("listener", self._listen, self._closing)

    def tell(self, topic: str) -> None:
        """Send a topic to the other processes, soon."""
        with self._gate:
            if self._closing.is_set():
                return
            if self._teller is None:
                self._teller = self._vigil.thread("teller", self._tell, self._closing)
            self._topics.put(topic)

    def close(self) -> None:
        """Send what was not sent yet, then stop."""
        if self._listener is not None:
            self.tell(FAREWELL)
        with self._gate:
            self._closing.set()
            self._topics.put(None)
        for thread in (self._teller, self._listener):
            if thread is not None:
                # one that hangs on a dead server ends with the process
                thread.join(self._pace.hang_up)

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    # what was told before this moment went past
                    self._lose()
                    self._hear_from(connection)
            except psycopg.Error as error:
                log.warning("wake-ups lost", error=type(error).__name__)
                self._closing.wait(self._pace.listen_again)

    def _hear_from(self, connection: psycopg.Connection) -> None:
        while not self._closing.is_set():
            for notice in connection.notifies(timeout=PATIENCE_SECONDS):
                if notice.pid != self._own:
                    for topic in notice.payload.split():
                        self._hear(topic)
                if self._closing.is_set():
                    return

    def _tell(self) -> None:
        connection: psycopg.Connection | None = None
        going = True
        while going:
            topics, going = self._gathered()
            try:
                if connection is None or connection.closed:
                    connection = psycopg.connect(self._address, autocommit=True)
                    self._own = connection.info.backend_pid
                for payload in _payloads(topics):
                    connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, payload))
            except psycopg.Error as error:
                log.warning("wake-up not sent", topics=len(topics), error=type(error).__name__)
        if connection is not None:
            with suppress(psycopg.Error):
                connection.close()

    def _gathered(self) -> tuple[set[str], bool]:
        """Wait for a topic, then for what else comes within a moment; False once all was told."""
        topics: set[str] = set()
        topic = self._topics.get()
        until = time.monotonic() + GATHER_SECONDS
        while topic is not None:
            topics.add(topic)
            try:
                topic = self._topics.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                return topics, True
        return topics, False


def _payloads(topics: Iterable[str]) -> Iterator[str]:
    """Put topics together, each in as few notices as can be."""
    payload = ""
    for topic in sorted(topics):
        if payload and len(payload) + len(topic) >= LONGEST:
            yield payload
            payload = ""
        payload = f"{payload} {topic}".strip()
    if payload:
        yield payload
