"""Change the answer just given: by what was sent before our question was seen, or in its place."""

from bot.questions import Heard
from bot.runs import Runs
from bot.speech import Speech
from bot.steps import Say


class Amendment:
    """The last answer of the present dialogue, to be changed by another text."""

    def __init__(self, runs: Runs, speech: Speech, language: str) -> None:
        self._runs, self._speech, self._language = runs, speech, language

    def add(self, text: str) -> tuple[Say, ...]:
        """Join a text to the open text just given; returns what is said of it."""
        place = self._runs.run.last_answered
        given = None if place is None else self._runs.run.transcript[place][2]
        if place is None or not isinstance(given, str):
            return ()
        longer = self._read(place, f"{given}\n{text}")
        if longer is None:
            return ()
        if not isinstance(longer, str):
            return (Say("talk-not-added"),)
        self._runs.run = self._runs.run.answered(place, longer)
        return (Say("talk-added"),)

    def correct(self, text: str, before: str) -> bool:
        """Put a text in the place of the answer just given, if that was the text before."""
        place = self._runs.run.last_answered
        if place is None or self._runs.run.transcript[place][2] != before:
            return False
        better = self._read(place, text)
        if not isinstance(better, str):
            return False
        self._runs.run = self._runs.run.answered(place, better)
        return True

    def _read(self, place: int, text: str) -> object:
        """Read a text as the answer at an entry; None if that question takes no free text."""
        ask = self._runs.asked_at(place)
        if ask is None:
            return None
        return ask.kind.read(Heard(text), self._speech.labels(ask, self._language))
