"""How fast the bot may write: 30 a second, one a second per chat, 20 a minute per group.

A chat may take a short burst. As Telegram documents it:
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from tests.botapi.protocol import Refused
from tests.botapi.world import Chat


@dataclass
class Rates:
    """Lets through what is in time, and refuses the rest with the time to wait.

    `burst` messages in one chat may come at once; Telegram allows "short bursts" there,
    and does not say how short.
    """

    overall: int = 30
    chat: float = 1
    burst: int = 3
    group: int = 20
    now: Callable[[], float] = time.monotonic
    refused: int = 0
    _let: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _due: dict[int, float] = field(default_factory=dict)
    """When each chat has all of its burst again."""

    def check(self, chat: Chat) -> None:
        """Let a message through, or refuse it with 429."""
        moment, private = self.now(), chat.type == "private"
        windows = [(0, self.overall, 1.0), *([] if private else [(chat.id, self.group, 60.0)])]
        due = max(self._due.get(chat.id, moment), moment)
        early = due - moment - (self.burst - 1) / self.chat if private else 0.0
        wait = max(early, *(self._wait(moment, *window) for window in windows))
        if wait > 0:
            self.refused += 1
            seconds = ceil(wait)
            raise Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._due[chat.id] = due + 1 / self.chat
        for key, _, _ in windows:
            self._let[key].append(moment)

    def _wait(self, moment: float, key: int, most: int, seconds: float) -> float:
        let = self._let[key]
        while let and let[0] <= moment - seconds:
            let.popleft()
        return 0 if len(let) < most else let[0] + seconds - moment
