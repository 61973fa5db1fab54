"""Change the answer just given: by what was sent before our question was seen, or in its place."""

from dataclasses import replace
from typing import Any

from bot.dialogue import CHANGING, Halt, reopen
from bot.heard import Heard, Unclear
from bot.listening.fields import begins_with_no, change_in
from bot.listening.hearing import hear
from bot.listening.judging import at_choice
from bot.runs import Runs
from bot.speech import Speech
from bot.steps import Ask, Say


class Amendment:
    """The last answer of the present dialogue, to be changed by another text."""

    def __init__(self, runs: Runs, speech: Speech, language: str) -> None:
        self._runs, self._speech, self._language = runs, speech, language

    @property
    def question(self) -> Ask[Any] | None:
        """The question that was answered last; None if nothing was, or a deed came after it."""
        place = self._runs.run.last_answered
        return None if place is None else self._runs.asked_at(place)

    def takes_more(self) -> bool:
        """Return True if the answer just given is open text. A name or a number is one message."""
        ask, place = self.question, self._runs.run.last_answered
        if ask is None or place is None or not ask.kind.is_open:
            return False
        given = self._runs.run.transcript[place][2]
        return ask.awaits in ("text", "letter") and isinstance(given, str)

    def is_followed(self, text: str, before: str) -> bool:
        """Return True if the answer just given was the text before, and this one is another.

        It says no more than that one if it makes a choice once again.
        """
        ask, place = self.question, self._runs.run.last_answered
        if ask is None or place is None or not before:
            return False
        if self._value(ask, before) != self._runs.run.transcript[place][2]:
            return False
        return ask.kind.is_open or isinstance(self._value(ask, text), Unclear)

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

    def names(self, text: str) -> bool:
        """Return True if a text names an answer that somebody wants changed."""
        return change_in(text, tuple(self._places())) is not None

    def change(self, text: str) -> Say | None:
        """Change the answer that a text names, or go back to its question; None if it names none.

        Returns what is said of it.
        """
        places = self._places()
        changed = change_in(text, tuple(places)) if places else None
        if changed is None:
            return None
        place = places[changed.key]
        ask = self._runs.asked_at(place)
        value = None if ask is None else self._new_value(ask, place, changed.value, text)
        run = reopen(self._runs.run, place, places)
        if run is None:
            return None
        answer = [] if value is None else [["ask", changed.key, value]]
        self._runs.run = replace(run, transcript=[*run.transcript, *answer])
        return Say("talk-changing" if value is None else "talk-corrected")

    def _new_value(self, ask: Ask[Any], place: int, value: str, text: str) -> str | None:
        """Return what a text puts in the place of an answer, if it says so: a text or a choice."""
        labels = self._speech.labels(ask, self._language)
        if ask.kind.is_open:
            said = ask.kind.read(Heard(value), labels) if value else None
            return said if isinstance(said, str) else None
        heard = hear(text)
        named = [option.name for option in heard.options if option.name in labels]
        verdict = at_choice(heard, tuple(labels)) if len(named) == 1 else None
        chosen = None if verdict is None else verdict.choose
        return chosen if chosen != self._runs.run.transcript[place][2] else None

    def changed_at(self, halt: Halt, text: str) -> Say | None:
        """Change the answer that a text names at a summary; None if it names none there."""
        ask = halt.ask
        at_summary = ask is not None and bool(ask.adds_to) and halt.unclear is not None
        if ask is None or not (at_summary or ask.key == CHANGING):
            return None
        return self.change(text)

    def corrects(self, heard: Heard) -> Say | None:
        """Change an answer before the open question: "nee, de naam moet zijn De Schapen".

        Only a no leads to that, because any other text may be the answer to an open question.
        Returns what is said of it; None if it says no such thing.
        """
        if heard.meant or not begins_with_no(heard.text):
            return None
        ask = self._runs.peek()
        if ask is None or not ask.kind.is_open:
            return None
        keys = tuple(key for key in self._places() if key != ask.key)
        changed = change_in(heard.text, keys) if keys else None
        return None if changed is None or not changed.value else self.change(heard.text)

    def reopen(self, key: str) -> bool:
        """Go back to the question of this key; False if it was not answered here."""
        places = self._places()
        run = reopen(self._runs.run, places[key], places) if key in places else None
        if run is not None:
            self._runs.run = run
        return run is not None

    def _places(self) -> dict[str, int]:
        """Return the entries of the answers that words may name, by the keys of their questions."""
        entries = self._runs.run.transcript
        done = max((at for at, entry in enumerate(entries) if entry[0] == "do"), default=-1)
        return {
            entry[1]: at
            for at, entry in enumerate(entries)
            if at > done and entry[0] == "ask" and self._speech.texts.has(entry[1], "named")
        }

    def _value(self, ask: Ask[Any], text: str) -> Any:
        """Read a text as an answer, also one that makes a choice in a sentence."""
        labels = self._speech.labels(ask, self._language)
        said = ask.kind.read(Heard(text), labels)
        if ask.kind.is_open or not isinstance(said, Unclear):
            return said
        verdict = at_choice(hear(text), tuple(labels))
        return said if verdict is None or verdict.choose is None else verdict.choose

    def _read(self, place: int, text: str) -> object:
        """Read a text as the answer at an entry; None if that question takes no free text."""
        ask = self._runs.asked_at(place)
        if ask is None or not ask.kind.is_open:
            return None
        return ask.kind.read(Heard(text), self._speech.labels(ask, self._language))
