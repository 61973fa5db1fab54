"""The dialogues of one turn: the present one, those that follow it, and the one beneath it.

What an arrival means stands in `bot/meaning.py`, and what is done about it in `bot/course.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any, Literal

from bot.dialogue import Dialogue, DialogueFailed, Halt, Hear, advance, back
from bot.follow import HALF_GIVEN, is_same, run_of
from bot.heard import Heard, Unclear
from bot.listening.judging import Verdict, at_open_question, goes_on, takes_back
from bot.speech import ON_TOP, Speech, TellCard
from bot.steps import Ask, Do, Look, Put, Say, Tell
from outreach.attachments.attachment import ALLOWANCE, Allowance
from outreach.conversations.conversation import ConversationState, Run
from outreach.delivery.delivery import LEASE
from outreach.store.unit import Unit
from outreach.venues.trail import count_start

FIRST_ASKED = {"question": ("question-words",), "human": ("human-words", "human-words-to")}
"""What a message to a colleague is asked for by."""
LINE_PICKED = {"own": ("own-what#0", "own-field#0"), "plan": ("plan-now#0", "plan-field#0")}
"""The questions that lead to a line of an interest, or of a plan, in its dialogue."""
GIVES_WAY = ("language",)
"""Dialogues on top on whose question nothing hangs: who goes on with what waits need not answer."""
CHAIN = 8
"""Dialogues that may follow each other within one turn."""

Part = Literal["run", "beneath"]
"""The two parts of a stored conversation; a run that began in this turn comes from neither."""


class EndlessChain(Exception):
    """Dialogues follow each other without a question in between."""


class DeedInPeek(Exception):
    """A dialogue came to a deed before its open question, so there is no question to look at."""


class TurnFailed(Exception):
    """A turn raised. `kept` is the conversation as stored, without what raises when replayed."""

    def __init__(self, kept: ConversationState) -> None:
        super().__init__()
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Script:
    """The texts, the dialogues by name, how long an answer is left to the process that stored it
    (`lease`), and how much of what people send along is kept (`allowance`).
    """

    speech: Speech
    dialogues: Mapping[str, Dialogue]
    lease: timedelta = LEASE
    allowance: Allowance = ALLOWANCE


class Runs:
    """The runs of one conversation in one turn.

    `run` is the present one, `beneath` the one that waits; `did` is True once a deed was done;
    `rev` is the number of the last question put. A question that is put again comes by itself:
    what was said before it was read already.
    """

    def __init__(self, unit: Unit, script: Script, stored: ConversationState) -> None:
        self.run, self.beneath, self.rev = stored.run, stored.beneath, stored.rev
        self.did = self._resumed = False
        self._unit, self._script, self._stored = unit, script, stored
        self._asked = stored.asked
        self._origin: Part | None = "run"
        self._origin_beneath: Part | None = "beneath"

    def start(
        self, dialogue: str, *, offers: Mapping[str, Any] | None = None, **about: Any
    ) -> Halt:
        """Begin a dialogue about these facts; those that are None are left out.

        `offers` are answers that were given before it began.
        """
        facts = {name: value for name, value in about.items() if value is not None}
        self._begin(Run(dialogue, facts, offers=dict(offers or {})))
        return self.go_on()

    def go_on(self, heard: Heard | None = None) -> Halt:
        """Run the present dialogue, and those that follow it, to the next question."""
        told: list[Say] = []
        hear = None if heard is None else partial(self.hear, heard=heard)
        for _ in range(CHAIN):
            if self.run.dialogue not in self._script.dialogues:
                told.append(Say("talk-closed"))
                self._begin(Run("menu"))
                hear = None
            halt = self._advance(hear)
            if hear is not None and halt.unclear is None:
                self._count_start()
            told += self._unread(halt)
            self.run, hear = halt.run, None
            if halt.ask is not None:
                halt.said = told
                return halt
            if halt.closed:
                told.append(Say("talk-closed"))
            if self._stored.person in self._unit.erased or not self._follow(halt, told):
                self.run = Run()
                return Halt(self.run, told)
        raise TurnFailed(self._stored) from EndlessChain(self.run.dialogue)

    def hear(self, ask: Ask[Any], heard: Heard) -> Any:
        """Read an answer; it must be to the question that was asked, not to a newer one of ours."""
        if self._asked not in (None, ask.key):
            return Unclear()
        labels = self._script.speech.labels(ask, self._stored.language)
        said = ask.kind.read(heard, labels)
        if ask.adds_to and said is True and goes_on(heard.text):
            # "ja en een dak": what stands beside the yes may not be lost
            return Unclear()
        if said is False and takes_back(heard.text):
            # "nee, laat maar": all of it is off
            return Unclear(verdict=Verdict(do="cancel"))
        if not (ask.kind.is_open and heard.text) or heard.meant or said is None:
            return said
        verdict = at_open_question(heard.text, ask.kind.codes, awaits=ask.awaits)
        if verdict is None:
            return said
        return Unclear(verdict=verdict, fits=not isinstance(said, Unclear))

    def ask_again(self, otherwise: str = "menu") -> Halt:
        """Put the open question again, or begin another dialogue if there is none."""
        if not self.run.dialogue:
            return self.start(otherwise)
        before = self._stored.run
        same = self.run == before
        halt = self.go_on()
        return replace(halt, said=[]) if same and self.run == before else halt

    def peek(self) -> Ask[Any] | None:
        """Return the open question without any effect; None if it is not what was asked."""
        ask = self._question(self.run)
        return ask if ask is not None and self._asked in (None, ask.key) else None

    def asked_at(self, place: int) -> Ask[Any] | None:
        """Return the question answered at this entry, without effect; None if it is gone."""
        return self._question(replace(self.run, transcript=self.run.transcript[:place], offers={}))

    def back_to_opportunity(self) -> Halt:
        """Begin again at the opportunity that the present run is about, without telling of it."""
        about = {name: self.run.about.get(name) for name in ("opportunity", "trail")}
        return self.start("opportunity", **about, show="none")

    def end(self) -> Halt:
        """Leave the present dialogue for the one beneath, or the menu."""
        if self.beneath is None:
            return self.start("menu")
        self._resume(self.beneath)
        return self.go_on()

    @property
    def gives_way(self) -> bool:
        """Whether a question on which nothing hangs stands before what waits."""
        return self.run.dialogue in GIVES_WAY

    def give_way(self, is_meant: Callable[[Ask[Any]], bool] | None = None) -> bool:
        """Leave a question on which nothing hangs for the one beneath, if a text is meant for that.

        Return False if it is not, or if there is no such question.
        """
        beneath = self.beneath or Run("menu")
        ask = self._question(beneath) if self.gives_way else None
        if ask is None or not (is_meant is None or is_meant(ask)):
            return False
        self._origin = self._origin_beneath if self.beneath else None
        self.run, self.beneath, self._asked = beneath.without_looks(), None, ask.key
        return True

    def step_back(self) -> bool:
        """Take the last answer back; False if there is none, or a deed came after it."""
        kept = back(self.run) if self.run.dialogue else None
        if kept is not None:
            self.run = kept
        return kept is not None

    def pick_line(self, key: str) -> bool:
        """Choose in the card of an interest to change the line of this question; False elsewhere.

        It answers what to do there, and then which line.
        """
        if (picked := LINE_PICKED.get(self.run.dialogue or "")) is None:
            return False
        self.run = replace(self.run, offers={picked[0]: "change", picked[1]: key})
        return True

    def lay_beneath(self, name: str) -> None:
        """Let the present run wait beneath a dialogue on top, if it is one that waits."""
        if self._waits(name):
            self.beneath, self._origin_beneath = self.run, self._origin

    def take_along(self, name: str, text: str, **about: Any) -> Halt:
        """Begin a message to a colleague, on top of what waits, with its text given already."""
        self.lay_beneath(name)
        return self.start(name, offers={f"{key}#0": text for key in FIRST_ASKED[name]}, **about)

    @property
    def talked_about(self) -> int | None:
        """The opportunity that the conversation is about."""
        opportunity: int | None = (self.beneath or self.run).about.get("opportunity")
        return opportunity

    def set_aside(self) -> None:
        """Keep a half-given interest; drop anything else that waits."""
        if self.run.dialogue == HALF_GIVEN:
            self.beneath, self._origin_beneath = self.run, self._origin
        elif self.beneath is not None and self.beneath.dialogue != HALF_GIVEN:
            self.beneath = None

    def _waits(self, name: str) -> bool:
        """Return True if the present run is to wait; a menu leaves a half-given interest there."""
        if self.run.dialogue in (None, "menu", name):
            return False
        half_given = self.beneath is not None and self.beneath.dialogue == HALF_GIVEN
        if name == "menu" and half_given and self.run.dialogue != HALF_GIVEN:
            return False
        return self.beneath is None or self.run.dialogue not in ON_TOP

    def _begin(self, run: Run) -> None:
        if run.dialogue == "own" and self.beneath is not None and self.beneath.did:
            # the card has all that was still asked, and the interest may be withdrawn there
            self.beneath = None
        self.run, self._origin = run, None

    def _unread(self, halt: Halt) -> list[Say]:
        """Return what is said that was not read yet: of what goes on only a summary is said again.

        Its question is about that.
        """
        resumed, self._resumed = self._resumed, False
        if not resumed or halt.ask is None or halt.ask.adds_to:
            return halt.said
        return []

    def _resume(self, run: Run) -> None:
        self._resumed = True
        self.run, self._origin, self.beneath = run.without_looks(), self._origin_beneath, None

    def _question(self, run: Run) -> Ask[Any] | None:
        """Replay a run up to its open question; deeds are not done, and nothing is kept."""
        dialogue = self._script.dialogues.get(run.dialogue or "")
        if dialogue is None:
            return None
        try:
            return advance(dialogue, run, None, self._look).ask
        except DialogueFailed:
            # it fails again, and is reported, when it is run
            return None

    def _count_start(self) -> None:
        """Count the first answer behind a trail."""
        trail = self.run.about.get("trail")
        if trail is not None and all(entry[0] != "ask" for entry in self.run.transcript):
            count_start(self._unit, trail=trail)

    def _advance(self, hear: Hear | None) -> Halt:
        """Run the present dialogue; if it raises, keep what was stored of it as far as is sound."""
        try:
            dialogue = self._script.dialogues[self.run.dialogue or "menu"]
            return advance(dialogue, self.run, hear, self._perform)
        except DialogueFailed as failure:
            sound: dict[str, Any] = {}
            if self._origin is not None:
                sound[self._origin] = failure.run or (Run() if self._origin == "run" else None)
            raise TurnFailed(replace(self._stored, **sound)) from failure.__cause__

    def _follow(self, halt: Halt, told: list[Say]) -> bool:
        """Go on with what comes after a dialogue; False if the conversation ends here.

        That is the next one, the one beneath, or the menu after a refusal.
        """
        following, waiting = halt.next, self.beneath
        if waiting is not None and (following is None or is_same(following, waiting)):
            self._resume(waiting)
            told.append(Say("talk-resume"))
        elif following is not None:
            self._begin(run_of(following, waits=waiting is not None))
            self.rev = max(self.rev, following.rev)
        elif not told or self._leads_to_menu(halt):
            self._begin(Run("menu"))
        else:
            return False
        return True

    def _leads_to_menu(self, halt: Halt) -> bool:
        name = halt.run.dialogue
        return name != "menu" and (halt.refused or halt.closed or name in ON_TOP)

    def _look(self, step: Look[Any]) -> Any:
        if isinstance(step, (Put, Do)):
            raise DeedInPeek(step.rule.__name__)
        return step.rule(self._unit, *step.args, **step.values)

    def _perform(self, step: Look[Any]) -> Any:
        if not isinstance(step, (Put, Do)):
            return self._look(step)
        self.did = True
        texts = self._script.speech.texts
        values = {
            name: value.in_words_of(texts) if isinstance(value, (Tell, TellCard)) else value
            for name, value in step.values.items()
        }
        with self._unit.deed():
            return step.rule(self._unit, *step.args, **values)
