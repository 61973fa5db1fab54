"""A dialogue is a coroutine driven by hand, and its function **runs again from the top each turn**.

It is fed from the stored transcript, and may await the steps of `bot/steps.py` only. Nothing a `Do`
has done is ever done twice: going back, changing and cutting stop at the last one. What a `Put`
stored is stored anew by the answer that comes in its place.
"""

from collections import Counter
from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from bot.heard import Unclear
from bot.questions import one_of
from bot.steps import Ask, Change, Do, Look, Next, Put, Say
from content.message import Option
from outreach.conversations.conversation import Run
from outreach.refusal import Refusal

CHANGING = "talk-change"
"""The question which answer is to be changed."""
ANEW: Any = {}
"""Stands among the offers for a question that somebody went back to: it is no answer to any."""
Entry = list[Any]
Hear = Callable[[Ask[Any]], Any]
Perform = Callable[[Look[Any]], Any]
Dialogue = Callable[..., Coroutine[Any, Any, Next | None]]


class NotAStep(TypeError):
    """A dialogue may await Ask, Say, Look, Put, Do and Change only, nothing of the event loop."""


class DialogueFailed(Exception):
    """A dialogue raised. `run` is what can be kept of it; None if even that would undo a deed."""

    def __init__(self, run: Run | None) -> None:
        super().__init__()
        self.run = run


@dataclass
class Halt:
    """How a turn of a dialogue ends: at a question, at the dialogue's end, or `closed`.

    It is closed because what was done cannot be undone.
    """

    run: Run
    said: list[Say]
    ask: Ask[Any] | None = None
    next: Next | None = None
    unclear: Unclear | None = None
    closed: bool = False
    refused: bool = False


def advance(dialogue: Dialogue, run: Run, hear: Hear | None, perform: Perform) -> Halt:
    """Run a dialogue from the top to its next question.

    `hear` reads the waiting answer to the open question (None: there is none); `perform` runs a
    rule. A refusal by a rule is said; one that says that something changed drops the looks and the
    answer just given, and goes on there.
    """
    course = _Pass(dialogue, run, hear, perform)
    try:
        return course.drive()
    except Refusal as refusal:
        told = Say(refusal.key, **refusal.facts)
        if not refusal.again or hear is None:
            return Halt(course.done, [told], refused=True)
        halt = advance(dialogue, course.done.without_looks(), None, perform)
        return replace(halt, said=[told, *halt.said])


def back(run: Run) -> Run | None:
    """Drop the last answer and what followed it; None if there is none, or a deed came after it."""
    for position in range(len(run.transcript) - 1, -1, -1):
        kind = run.transcript[position][0]
        if kind == "do":
            return None
        if kind == "ask":
            offers = {_place(run.transcript, position): ANEW}
            return replace(run, transcript=run.transcript[:position], offers=offers)
    return None


def cut(run: Run, position: int) -> Run | None:
    """Keep the transcript up to a position; None if that would undo a deed."""
    if any(entry[0] == "do" for entry in run.transcript[position:]):
        return None
    return replace(run, transcript=run.transcript[:position])


def reopen(run: Run, position: int, keys: Collection[str]) -> Run | None:
    """Go back to the question answered at a position; None if that would undo a deed.

    The answers after it to the questions with these keys are kept as offers.
    """
    kept = cut(run, position)
    if kept is None:
        return None
    seen: Counter[str] = Counter()
    offers = {_place(run.transcript, position): ANEW}
    for place, (kind, key, value) in enumerate(run.transcript):
        if kind != "ask":
            continue
        if place > position and key in keys:
            offers[f"{key}#{seen[key]}"] = value
        seen[key] += 1
    return replace(kept, offers=offers)


class _Pass:
    """One run of a dialogue's function from the top."""

    def __init__(self, dialogue: Dialogue, run: Run, hear: Hear | None, perform: Perform) -> None:
        self.dialogue, self.run, self.hear, self.perform = dialogue, run, hear, perform
        self.stored, self.offers = run.transcript, run.offers
        self.done = run
        """What stays if a rule refuses: up to what was last stored in this turn."""
        self.fresh = False
        self.next = 0
        self.transcript: list[Entry] = []
        self.asked: Counter[str] = Counter()
        self.said: list[Say] = []

    def drive(self) -> Halt:
        coroutine = self.dialogue(**self.run.about)
        value: Any = None
        try:
            while True:
                step = coroutine.send(value)
                if isinstance(step, Say):
                    self.said.append(step)
                    value = None
                    continue
                halt, value = self._take(step)
                if halt is not None:
                    return halt
        except StopIteration as end:
            return Halt(self._kept(), self.said, next=end.value)
        except (Refusal, DialogueFailed):
            raise
        except Exception as error:
            raise DialogueFailed(self._sound()) from error
        finally:
            coroutine.close()

    def _take(self, step: Any) -> tuple[Halt | None, Any]:
        """Return the value of a step, replayed or new, or the halt at which this turn ends."""
        if isinstance(step, Change):
            return self._change(step), None
        if not isinstance(step, (Ask, Look)):
            raise NotAStep(f"{type(step).__name__} was awaited. {NotAStep.__doc__}")
        name, kind = _name(step)
        self._pass_looks(name)
        if self.next < len(self.stored) and self._fits(step, name, kind, self.stored[self.next]):
            self.next += 1
            return None, self._replay(step, self.stored[self.next - 1])
        if isinstance(step, Ask) and self._is_known(step):
            return None, self._take_down(step, step.known)
        if kind != "look" and self.next < len(self.stored):
            if cut(self.run, self.next) is None:
                return Halt(self._kept(), [], closed=True), None
            # it answers a question that came later
            self.stored, self.hear = self.stored[: self.next], None
        if isinstance(step, Look):
            return None, self._perform(step, name, kind)
        return self._ask(step)

    def _pass_looks(self, name: str) -> None:
        """Leave out stored looks that the dialogue does not take here any more.

        They are read again when needed.
        """
        while (
            self.next < len(self.stored)
            and self.stored[self.next][0] == "look"
            and self.stored[self.next][1] != name
        ):
            self.next += 1

    def _fits(self, step: Any, name: str, kind: str, entry: Entry) -> bool:
        if entry[:2] != [kind, name]:
            return False
        return not isinstance(step, Ask) or step.kind.fits(entry[2], _codes(step))

    def _replay(self, step: Any, entry: Entry) -> Any:
        self.transcript.append(entry)
        self.said.clear()
        if isinstance(step, Ask):
            self.asked[step.key] += 1
            return entry[2]
        return result_type(step.rule).validate_python(entry[2])

    def _perform(self, step: Look[Any], name: str, kind: str) -> Any:
        value = self.perform(step)
        self.transcript.append([kind, name, result_type(step.rule).dump_python(value, mode="json")])
        if kind == "do":
            self.offers = {}
        if kind != "look":
            self.done = replace(self._kept(), transcript=list(self.transcript))
        return value

    def _ask(self, ask: Ask[Any]) -> tuple[Halt | None, Any]:
        place = self._place(ask)
        if place in self.offers and ask.kind.fits(self.offers[place], _codes(ask)):
            value = self.offers[place]
        elif self.hear is None:
            return Halt(self._kept(), self.said, ask=ask), None
        else:
            self.fresh = True
            value, self.hear = self.hear(ask), None
            if isinstance(value, Unclear):
                return Halt(self._kept(), [], ask=ask, unclear=value), None
            self.said.clear()
        return None, self._take_down(ask, value)

    def _is_known(self, ask: Ask[Any]) -> bool:
        """Return True if an answer given elsewhere counts here: nobody went back to change it."""
        known = ask.known is not None and ask.kind.fits(ask.known, _codes(ask))
        return known and self._place(ask) not in self.offers

    def _take_down(self, ask: Ask[Any], value: Any) -> Any:
        self.asked[ask.key] += 1
        self.transcript.append(["ask", ask.key, value])
        return value

    def _place(self, ask: Ask[Any]) -> str:
        return f"{ask.key}#{self.asked[ask.key]}"

    def _change(self, change: Change) -> Halt:
        """Ask which answer to change; once picked, cut there and run again.

        The other answers are kept as offers.
        """
        deed = max((i for i, entry in enumerate(self.transcript) if entry[0] == "do"), default=-1)
        places = {
            entry[1]: i
            for i, entry in reversed(list(enumerate(self.transcript)))
            if entry[0] == "ask" and i > deed
        }
        options = [Option(ask.key) for ask in change.asks if ask.key in places]
        if not options:
            return Halt(self._kept(), self.said, closed=True)
        question: Ask[str] = Ask(CHANGING, one_of()).among(options)
        picked = None if self.hear is None else self.hear(question)
        if picked is None or isinstance(picked, Unclear):
            said = [] if isinstance(picked, Unclear) else self.said
            return Halt(self._kept(), said, ask=question, unclear=picked)
        run = replace(
            self.run,
            transcript=self.transcript[: places[picked]],
            offers=self._offers(places[picked]),
        )
        return _Pass(self.dialogue, run, None, self.perform).drive()

    def _offers(self, position: int) -> dict[str, Any]:
        """Return the answers after a position, without the last one, which was "no, change it"."""
        seen: Counter[str] = Counter()
        offers = {_place(self.transcript, position): ANEW}
        asks = [i for i, entry in enumerate(self.transcript) if entry[0] == "ask"]
        for i in asks:
            _, key, value = self.transcript[i]
            if position < i < asks[-1]:
                offers[f"{key}#{seen[key]}"] = value
            seen[key] += 1
        return offers

    def _kept(self) -> Run:
        return Run(self.run.dialogue, self.run.about, self.transcript, self.offers)

    def _sound(self) -> Run | None:
        """Return the longest run known not to raise.

        That is all that was stored if only the new answer raised, otherwise what precedes the entry
        that failed.
        """
        if self.fresh:
            return self.run
        return cut(self.run, self.next - 1) if self.next else None


def _place(transcript: list[Entry], position: int) -> str:
    """Return how an offer for the question answered at a position is named."""
    key = transcript[position][1]
    before = sum(entry[:2] == ["ask", key] for entry in transcript[:position])
    return f"{key}#{before}"


def _name(step: Ask[Any] | Look[Any]) -> tuple[str, str]:
    if isinstance(step, Ask):
        return step.key, "ask"
    kind = "do" if isinstance(step, Do) else "put" if isinstance(step, Put) else "look"
    return step.rule.__name__, kind


def _codes(ask: Ask[Any]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys((*(option.code for option in ask.options), *ask.kind.codes), ())


@cache
def result_type(rule: Callable[..., Any]) -> TypeAdapter[Any]:
    """Return how a rule's result is written into the transcript and read back, from its type."""
    return TypeAdapter(get_type_hints(rule)["return"])
