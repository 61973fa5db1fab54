"""Which question was on screen when somebody wrote: Telegram numbers both sides in one sequence.

It compares those numbers, never clocks. Only what this process sent is known, so it says "not yet
seen" only if that is certain: a restart, or another process, costs no answer.
"""

from collections import OrderedDict

CHATS = 10_000
QUESTIONS = 4
"""How many of the last questions of a chat are kept."""


class Shown:
    """The numbers of the last questions in each chat; None for one that is still being sent."""

    def __init__(self, most: int = CHATS) -> None:
        self._most = most
        self._chats: OrderedDict[str, dict[int, int | None]] = OrderedDict()

    def begins(self, chat: str, rev: int) -> None:
        """A question is under way."""
        questions = self._chats.setdefault(chat, {})
        questions[rev] = questions.pop(rev, None)
        if len(questions) > QUESTIONS:
            # the oldest: after "forget me" somebody begins at one again
            del questions[next(iter(questions))]
        self._chats.move_to_end(chat)
        if len(self._chats) > self._most:
            self._chats.popitem(last=False)

    def stands(self, chat: str, rev: int, number: int) -> None:
        """A question arrived in the chat; if it was asked again, it was seen the first time."""
        questions = self._chats.get(chat, {})
        if questions.get(rev, 0) is None:
            questions[rev] = number

    def fails(self, chat: str, rev: int) -> None:
        """Nobody knows whether a question came through, or when it will."""
        questions = self._chats.get(chat, {})
        if questions.get(rev, 0) is None:
            del questions[rev]

    def seen(self, chat: str, number: int) -> int | None:
        """Return the last question before the message of this number, if a newer one followed."""
        later = [
            rev
            for rev, first in self._chats.get(chat, {}).items()
            if first is None or first > number
        ]
        return min(later) - 1 if later else None

    def stood(self, chat: str, number: int) -> int | None:
        """Return the question under which the message of this number was sent; else None."""
        earlier = [
            rev
            for rev, first in self._chats.get(chat, {}).items()
            if first is not None and first < number
        ]
        return max(earlier, default=None)

    def is_last(self, chat: str, rev: int) -> bool:
        """True if this is the newest question in the chat that we know of."""
        return next(reversed(self._chats.get(chat, {})), None) == rev
