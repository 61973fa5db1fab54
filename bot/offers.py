"""What is made of a text, and the options of ours that stand beside those of a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.listening.subjects import Candidate
from bot.matching import match
from bot.meaning import AT, Command, Meaning
from bot.speech import COMMAND_MARK, LABEL, Speech
from bot.steps import Say
from content.message import Option
from outreach.delivery.fit import shorten


@dataclass(frozen=True, slots=True)
class Reply:
    """What is made of a text: what it means, or what is said and offered with the question.

    `asks`: what is said asks whether the first of the offers is meant.
    """

    meaning: Meaning | None = None
    said: tuple[Say, ...] = ()
    offers: tuple[Option, ...] = ()
    asks: bool = True

    @property
    def is_general(self) -> bool:
        """Whether it leads nowhere, or to all that there is: what waits may know better."""
        return self == Reply() or self.meaning == Command("browse")

    @property
    def is_abroad(self) -> bool:
        """Whether somebody is met in another language."""
        return any(said.tongue for said in self.said)


class Offers:
    """Makes options for one text, the inbound message of that number."""

    def __init__(self, speech: Speech, language: str, inbound: int) -> None:
        self._texts, self._language, self._inbound = speech.texts, language, inbound

    def wish(self, name: str) -> Option:
        """Return the option to do what somebody wants."""
        return self._option(name, name)

    def take(self, use: str, called: str = "") -> Option:
        """Return the option to take this text for something; `called` so where that says more."""
        return self._option(f"{use}{self._inbound}", called or use)

    def look_at(self, found: Candidate) -> Option:
        """Return the option to look at something that people can take part in."""
        return Option(f"{COMMAND_MARK}{AT}{found.id}", shorten(found.title, LABEL))

    def taken(self, uses: Sequence[str]) -> tuple[Option, ...]:
        """Return options to take this text for something."""
        return tuple(self.take(use) for use in uses)

    def use_named(self, uses: Sequence[str], text: str) -> str | None:
        """Return the use whose label a text is; None if it is none."""
        labels = {use: (self._option(use, use).label,) for use in uses}
        return match(text, labels, by_number=False) if text else None

    def _option(self, code: str, called: str) -> Option:
        label = self._texts.text("talk-offer", self._language, called.replace("_", "-"))
        return Option(f"{COMMAND_MARK}{code}", label)
