"""One connection: one call at a time, and how long its answer may be silent.

Nothing is sent a second time: once a call is written, nobody knows whether it took effect.
"""

import asyncio
from typing import cast

from outreach.client.answer import Answer, NoAnswer, Reading

KEEP_SECONDS = 15.0
"""How long a connection is kept unused; a server that closed it meanwhile would lose a call."""


class Connection(asyncio.Protocol):
    """A connection to a server. `usable`: it takes a call; `gone` is done once it is closed."""

    _transport: asyncio.Transport

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._reading = Reading()
        self._waiting: asyncio.Future[Answer] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._rings = self._heard = self._silence = 0.0
        self.usable = False
        self.gone = loop.create_future()

    def ask(self, call: bytes, silence: float) -> "asyncio.Future[Answer]":
        """Send a call; its future raises NoAnswer after `silence` seconds in which nothing comes.

        Who does not wait for it any more has to `drop` the connection.
        """
        answer = self._waiting = self._loop.create_future()
        self._reading.begin()
        self._expect(silence)
        self._transport.write(call)
        return answer

    def drop(self) -> None:
        """Close it at once."""
        self.usable = False
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop, as are those below."""
        self._transport = cast(asyncio.Transport, transport)
        self.usable = True
        self._expect(KEEP_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Read on; what nobody asked for ends the connection."""
        self._heard = self._loop.time()
        if self._waiting is None:
            self.drop()
            return
        try:
            answer = self._reading.feed(data)
        except NoAnswer as error:
            self._settle(error)
            return
        if answer is not None:
            self._settle(answer)

    def eof_received(self) -> None:
        """Nothing more comes; the loop closes the connection."""
        self.usable = False

    def connection_lost(self, exc: Exception | None) -> None:
        """An answer that lasts until the end is whole now."""
        if self._waiting is not None:
            whole = self._reading.end() if exc is None else None
            self._settle(whole or NoAnswer("the connection broke"))
        self.usable = False
        if self._timer is not None:
            self._timer.cancel()
        self.gone.set_result(None)

    def _settle(self, end: Answer | NoAnswer) -> None:
        waiting, self._waiting = self._waiting, None
        if isinstance(end, NoAnswer) or self._reading.last:
            self.drop()
        else:
            self._expect(KEEP_SECONDS)
        if waiting is None or waiting.done():
            return
        if isinstance(end, NoAnswer):
            waiting.set_exception(end)
        else:
            waiting.set_result(end)

    def _expect(self, seconds: float) -> None:
        """Allow silence for so long. A timer that rings sooner stays: it looks, and is set anew."""
        self._silence, self._heard = seconds, self._loop.time()
        if self._timer is None or self._heard + seconds < self._rings:
            self._set_timer()

    def _set_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._rings = self._heard + self._silence
        self._timer = self._loop.call_at(self._rings, self._look)

    def _look(self) -> None:
        if self._loop.time() < self._heard + self._silence:
            self._set_timer()
        else:
            self._settle(NoAnswer("nothing came"))
