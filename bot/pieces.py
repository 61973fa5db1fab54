"""What somebody sends in pieces: texts that belong to an answer given before the open question.

Nobody waits for more: an answer is answered at once, and what follows is joined to it, and said.
That it may be joined is told by the question (`Ask.adds_to`); which texts were offered is worked
out again from what came in, so nothing is kept beside the conversation.
"""

from datetime import timedelta
from functools import cached_property
from typing import Any

from bot.attention import Attention
from bot.heard import Heard
from bot.listening.hearing import Certainty, hear
from bot.listening.judging import SKIP, at_choice, at_open_question, goes_on
from bot.meaning import ADD, DROP
from bot.runs import Runs
from bot.speech import Speech
from bot.steps import Ask, Say
from outreach.conversations.conversation import ConversationState
from outreach.delivery.fit import shorten
from outreach.delivery.inbound import text_before, texts_before
from outreach.store.unit import Unit

QUICK = timedelta(seconds=10)
"""Somebody who writes again within this was still writing: what we asked meanwhile was not read."""
FEWEST = 3
"""Words of what is taken for more without asking."""
OFFERED_WITHIN = timedelta(days=2)
"""How long what was offered is looked for among what came in."""
SHOWN = 200
"""Letters of what is offered that are shown."""


def belongs_before(text: str) -> bool:
    """Return True if a text may be more of an open answer: no yes or no, no wish, no question."""
    heard = hear(text)
    if at_choice(heard, ("yes", "no")) is not None or at_open_question(text) is not None:
        return False
    if any(option.name == SKIP and option.certainty is Certainty.ALONE for option in heard.options):
        # "niks": there is no more
        return False
    return goes_on(text) or all(option.name != "yes" for option in heard.options)


class Pieces:
    """The texts that belong to an answer given before, in one turn."""

    def __init__(
        self,
        unit: Unit,
        runs: Runs,
        attention: Attention,
        speech: Speech,
        conversation: ConversationState,
        inbound: int,
    ) -> None:
        self._unit, self._runs = unit, runs
        self._attention, self._speech = attention, speech
        self._conversation, self._inbound = conversation, inbound

    def is_quick(self, text: str) -> bool:
        """Return True if somebody was still writing when we asked: the answer just came.

        A word or two, or a text with a no in it, may be meant for the question.
        """
        heard = hear(text)
        if heard.words < FEWEST or any(option.name == "no" for option in heard.options):
            return False
        run, before = self._runs.run, self.just_before()
        given = None if run.last_answered is None else run.transcript[run.last_answered][2]
        return bool(before) and isinstance(given, str) and given.endswith(before)

    def settle(self, heard: Heard) -> list[str] | None:
        """Return which of the texts that were offered are to be put with the answer.

        None if nothing is settled by this. A yes to the summary itself does not pass them by.
        """
        offered = [] if heard.meant else self.waiting
        ask = self._runs.peek() if offered else None
        if ask is None:
            return None
        picked = self._attention.offers.use_named((ADD, DROP), heard.text)
        if picked is not None:
            return offered if picked == ADD else []
        answer = ask.kind.read(heard, self._speech.labels(ask, self._conversation.language))
        if answer is True and not goes_on(heard.text):
            return offered
        return [] if answer is False and heard.text else None

    @cached_property
    def waiting(self) -> list[str]:
        """The texts that were offered, if it is still open whether they belong."""
        offered = self.offered
        return offered if offered and self.belongs(offered[-1], self._runs.peek()) else []

    def just_before(self) -> str:
        """Return the text that came right before this one, if that was just now."""
        return text_before(
            self._unit,
            inbound=self._inbound,
            address=self._conversation.address,
            since=self._unit.now - QUICK,
        )

    def offer(self, text: str) -> Say:
        """Offer to put a text, and those offered before it, with the answer."""
        return Say("talk-add", words=shorten("\n".join([*self.offered, text]), SHOWN))

    @cached_property
    def offered(self) -> list[str]:
        """The texts right before this one that were offered, and neither joined nor left."""
        if not self._conversation.misses:
            return []
        texts = texts_before(
            self._unit,
            inbound=self._inbound,
            address=self._conversation.address,
            since=self._unit.now - OFFERED_WITHIN,
            most=self._conversation.misses,
        )
        return [text for text in texts if belongs_before(text)]

    def belongs(self, text: str, ask: Ask[Any] | None) -> bool:
        """Return True if a text may be put with the answer that the open question adds to."""
        run = self._runs.run
        place = run.last_answered
        if ask is None or not ask.adds_to or place is None:
            return False
        return run.transcript[place][1] == ask.adds_to and belongs_before(text)
