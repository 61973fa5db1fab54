"""What is picked in words, or by its number, of what was offered for the text before.

What was offered then is worked out again: nothing of it is kept.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.attention import Attention
from bot.heard import Heard, Unclear
from bot.matching import match, plain, plain_label
from bot.meaning import SAID, Answer, Meaning, Taken, offered
from bot.offers import Reply
from bot.questions import CHOICES
from bot.speech import COMMAND_MARK, Speech
from bot.steps import Ask


class Picks:
    """Finds what is picked; `read` tells what a text is to a question."""

    def __init__(
        self,
        attention: Attention,
        speech: Speech,
        language: str,
        read: Callable[[Ask[Any], Heard], Any],
    ) -> None:
        self._attention, self._speech = attention, speech
        self._language, self._read = language, read

    def picked(self, text: str, before: str, ask: Ask[Any] | None) -> Meaning | None:
        """Return what a text picks of what was offered for the one before it; None if nothing."""
        code = self._code(text, self._replied(before, ask))
        return None if code is None else _meant(code, before)

    def counted(self, text: str, before: str, ask: Ask[Any] | None) -> Meaning | None:
        """Return what a number picks right after guesses: it counts all that was shown.

        Otherwise the number of a guess would pick an option of the question. None if nothing stood
        there beside those.
        """
        if ask is None or not before or not isinstance(ask.kind, CHOICES):
            return None
        number = int(plain(text))
        offers = self._replied(before, ask).offers
        own = self._speech.labels(ask, self._language)
        shown = [*(option.code for option in offers), *own]
        if not offers or not 1 <= number <= len(shown):
            return None
        code = shown[number - 1]
        return _meant(code, before) if number <= len(offers) else Answer(Heard(choice=code))

    def _replied(self, before: str, ask: Ask[Any] | None) -> Reply:
        """Work out again what was said and offered for the text before this one."""
        heard = None if ask is None else self._read(ask, Heard(before))
        return self._attention.reply(before, ask, heard if isinstance(heard, Unclear) else None)

    def _code(self, text: str, reply: Reply) -> str | None:
        """Return the option that a text picks of those offered: its label, or yes for the first."""
        offers = reply.offers
        labels = {option.code: (option.label,) for option in offers}
        answer = self._yes_or_no(text)
        if answer == "yes":
            return offers[0].code if offers and reply.asks else None
        if answer == "no":
            # where it is asked whether the text is an answer, no is not its own yes
            others = list(labels)[1:] if reply.asks else list(labels)
            return next((code for code in others if code.startswith(f"{COMMAND_MARK}{SAID}")), None)
        return match(text, labels, by_number=False)

    def _yes_or_no(self, text: str) -> str | None:
        """Return the option that is all that a text says, in a word or a sign."""
        words = {code: self._speech.synonyms(code) for code in ("yes", "no")}
        said = plain(text)
        if not said:
            # without its signs a 👎 is as empty as a 👍
            return match(text, words)
        return next((code for code in words if said in map(plain_label, words[code])), None)


def _meant(code: str, before: str) -> Meaning:
    meaning = offered(code)
    return replace(meaning, text=before) if isinstance(meaning, Taken) else meaning
