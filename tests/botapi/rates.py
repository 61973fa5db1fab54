"""How fast the bot may write, where a test asks for it: 30 a second, one a second per chat, 20 a minute per group."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from tests.botapi.protocol import Refused
from tests.botapi.world import Chat


@dataclass
class Rates:
    """Counts what was let through in a sliding window; refuses the rest with the time to wait."""

    overall: int = 30
    chat: int = 1
    group: int = 20
    now: Callable[[], float] = time.monotonic
    refused: int = 0
    _let: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, chat: Chat) -> None:
        """Let a message through, or refuse it with 429."""
        windows = [(0, self.overall, 1.0), (chat.id, self.chat, 1.0)]
        if chat.type != "private":
            windows[1] = (chat.id, self.group, 60.0)
        moment = self.now()
        wait = max(self._wait(moment, *window) for window in windows)
        if wait > 0:
            self.refused += 1
            seconds = ceil(wait)
            raise Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for key, _, _ in windows:
            self._let[key].append(moment)

    def _wait(self, moment: float, key: int, most: int, seconds: float) -> float:
        let = self._let[key]
        while let and let[0] <= moment - seconds:
            let.popleft()
        return 0 if len(let) < most else let[0] + seconds - moment
