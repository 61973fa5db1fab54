"""The course of one turn: what an arrival means, which dialogues run, and
the message that answers it.

How it is stored, and what happens where it fails, stands in `bot/turn.py`.
"""

from dataclasses import replace
from itertools import takewhile
from typing import Any

from bot.dialogue import Halt, advance, back
from bot.inbox import Arrival
from bot.questions import Heard, Unclear, match, plain
from bot.runs import HALF_GIVEN, ON_TOP, Drive, House
from bot.speech import COMMAND_MARK, HUMAN, OFFER_AFTER
from bot.steps import Ask, Say
from content.message import Message, Option
from outreach.conversations.conversation import Run, Talk
from outreach.delivery.inbound import text_before
from outreach.interests.interest import my_interests
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import came_by, language_of
from outreach.refusal import Refusal
from outreach.store.codes import MIXED, Meaning, code_in, code_within, looks_like_code, tidy
from outreach.store.unit import Unit
from outreach.venues.trail import count_view, follow_trail, guess_code

MEDIA = {"photo": "talk-media-photo", "voice": "talk-media-voice", "other": "talk-media-other"}


class Course(Drive):
    """The course of one turn: which dialogue runs, what it hears, what is said. After
    it, `talk` is what to keep.
    """

    def __init__(
        self, unit: Unit, house: House, talk: Talk, arrival: Arrival, inbound: int
    ) -> None:
        super().__init__(unit, house, talk)
        self.arrival, self.inbound = arrival, inbound
        self.new = talk.rev == 0
        self.heard = Heard(arrival.text)
        self.said: list[Say] = [Say("talk-hello")] if self.new else []

    def answer(self) -> Message:
        """Decide what the arrival means, run the dialogues, and give
        the message that answers it.
        """
        halt = self._meant()
        return self._message(halt, self.talk.misses + 1 if halt.unclear is not None else 0)

    def apology(self, kept: Talk, sorry: str) -> Message:
        """Say what went wrong, and put the question that is kept of the talk
        again, with a way to a human.
        """
        self.run, self.beneath = kept.run, kept.beneath
        self.said.append(Say(sorry))
        return self._message(self.drive(None) if self.run.dialogue else self.end(), OFFER_AFTER)

    def _message(self, halt: Halt, misses: int) -> Message:
        if self.did:
            self.language = (
                language_of(self.unit)
                if self.talk.person not in self.unit.erased
                else self.language
            )
        message = self.house.speech.message(
            self.said + halt.said, halt.ask, self.language, unclear=halt.unclear, misses=misses
        )
        moved = self.run != self.talk.run or halt.ask is None
        rev = self.talk.rev + 1 if moved else self.talk.rev
        asked = None if halt.ask is None else halt.ask.key
        self.talk = replace(
            self.talk, run=self.run, beneath=self.beneath, rev=rev, misses=misses, asked=asked
        )
        return replace(
            message,
            rev=rev,
            options=tuple(self._pressable(option, rev) for option in message.options),
        )

    def _meant(self) -> Halt:
        if self.arrival.corrects and not self._still_open():
            return self._corrected()
        if self.arrival.code is not None or self.arrival.opportunity is not None:
            return self._enter(self.arrival.code, self.arrival.opportunity)
        if self.arrival.choice is not None:
            return self._pressed(self.arrival.choice)
        if self.arrival.media is not None:
            self.said.append(Say(MEDIA[self.arrival.media["kind"]]))
        command = self._typed_command()
        if command is not None:
            return self._command(command)
        if (halt := self._coded(self.heard.text)) is not None:
            return halt
        if self.run.dialogue is None:
            return self.start("welcome" if self.new else "menu")
        if not self.heard.text:
            return self.drive(None)
        if self.talk.misses >= OFFER_AFTER and self._wants_human():
            return self._command("human")
        if self.arrival.seen is not None and self.arrival.seen < self.talk.rev:
            return self._early()
        return self._over() or self.drive(self.heard)

    def _over(self) -> Halt | None:
        """Who answers about an opportunity that is over by now hears so at once,
        not after the last question.
        """
        if self.run.dialogue != HALF_GIVEN or any(
            entry[0] == "do" for entry in self.run.transcript
        ):
            return None
        here = self.run.about
        try:
            card = opportunity_card(
                self.unit, opportunity=here["opportunity"], language=self.language
            )
        except Refusal:
            # the dialogue says it
            return None
        if card.state == "open":
            return None
        self.said.append(Say("interest-over", title=card.title))
        return self.start("opportunity", **here, show="none")

    def _wants_human(self) -> bool:
        """The offered colleague is one more option, by number too, where that is
        no answer to the question.
        """
        ask = self.drive(None).ask
        if ask is None:
            return False
        labels = self.house.speech.labels(ask, self.language, offers_human=True)
        shown = dict(takewhile(lambda item: item[0] != HUMAN, labels.items()))
        return match(self.heard.text, labels) == HUMAN and isinstance(
            ask.kind.read(self.heard, shown), Unclear
        )

    def _understands(self, ask: Ask[Any]) -> bool:
        return not isinstance(ask.kind.read(self.heard, self.labels(ask)), Unclear)

    def _pressed(self, choice: str) -> Halt:
        """A pressed option counts for the question it stood under; one of
        an older question does not.

        Under what was sent to many, it is the code of a trail; under what a colleague wrote about
        somebody's own interest, the reference of that: the answer goes to them.
        """
        if looks_like_code(choice):
            return self._reply_about(choice) or self._by_code(choice)
        parts = choice.split(".", 2)
        option = parts[-1]
        if option.startswith(COMMAND_MARK) and option[1:] in ON_TOP:
            return self._command(option[1:])
        if (
            parts[:2] != [str(self.talk.conversation), str(self.talk.rev)]
            or self.run.dialogue is None
        ):
            self.said.append(Say("talk-old-button"))
            return self.drive(None) if self.run.dialogue else self.start("menu")
        return self._over() or self.drive(Heard(choice=option))

    def _command(self, name: str) -> Halt:
        if name == "back":
            return self._back()
        if name == "cancel":
            self.said.append(Say("talk-cancelled"))
            self.run = Run()
            return self.end()
        if name == "start":
            name = "start" if self.talk.stopped else "welcome"
        if name not in ON_TOP:
            self.beneath = None
            return self.start(name)
        if self.run.dialogue == name != "menu":
            return self.drive(None)
        self._lay_beneath(name)
        about = (self.beneath or self.run).about
        if name in ("human", "question"):
            return self.start(name, opportunity=about.get("opportunity"))
        return self.start(name, **({"waiting": True} if name == "menu" and self.beneath else {}))

    def _lay_beneath(self, name: str) -> None:
        if self._waits(name):
            self.beneath, self.origin_beneath = self.run, self.origin

    def _waits(self, name: str) -> bool:
        """Tell whether the present run is to wait beneath a command; a menu leaves a
        half-given interest its place.
        """
        if self.run.dialogue in (None, "menu"):
            return False
        half_given = self.beneath is not None and self.beneath.dialogue == HALF_GIVEN
        if name == "menu" and half_given and self.run.dialogue != HALF_GIVEN:
            return False
        return self.beneath is None or self.run.dialogue not in ON_TOP

    def _back(self) -> Halt:
        kept = back(self.run) if self.run.dialogue else None
        if kept is None:
            self.said.append(Say("talk-no-back"))
        else:
            self.run = kept
        return self.drive(None) if self.run.dialogue else self.start("menu")

    def _enter(self, code: str | None, opportunity: int | None) -> Halt:
        """Begin where a trail or a page leads."""
        if code is not None:
            return self._by_code(code)
        if self.run.about.get("opportunity") == opportunity and self.run.dialogue == "interest":
            self.said.append(Say("talk-resume"))
            return self.drive(None)
        self._set_aside()
        return self.start("opportunity", opportunity=opportunity)

    def _coded(self, text: str) -> Halt | None:
        """Follow a code that was typed; one in the middle of a sentence only where
        the sentence is no answer.
        """
        whole = code_in(text)
        code = whole or code_within(text)
        if code is None or (whole is None and self._is_answer()):
            return None
        meaning = guess_code(self.unit, code=code, address=self.talk.address)
        if meaning is None:
            return None if whole is not None and self._is_answer() else self._lost(code)
        return self._led(code, meaning)

    def _is_answer(self) -> bool:
        """Tell whether what was heard answers the present question."""
        ask = self.drive(None).ask if self.run.dialogue else None
        return ask is not None and self._understands(ask)

    def _by_code(self, code: str) -> Halt:
        """Follow a code that was brought along."""
        meaning = guess_code(self.unit, code=code, address=self.talk.address)
        return self._lost(code) if meaning is None else self._led(code, meaning)

    def _led(self, code: str, meaning: Meaning) -> Halt:
        """Go where a code leads."""
        if meaning.kind == "link":
            self._lay_beneath("link")
            return self.start("link", code=code)
        self._set_aside()
        if meaning.kind == "trail":
            trail = follow_trail(self.unit, code=code)
            if trail is not None:
                came_by(self.unit, trail=trail.id)
                count_view(self.unit, trail=trail.id)
                return self.start(trail.dialogue, opportunity=trail.opportunity, trail=trail.id)
        if meaning.kind == "invitation":
            return self.start("join", code=code)
        if meaning.subject not in [card.id for card in my_interests(self.unit)]:
            self.said.append(Say("talk-code-reference"))
            return self.start("menu")
        return self.start("interests")

    def _reply_about(self, code: str) -> Halt | None:
        """Take the answer to what was written about an interest; None where the code
        is not that of an own one.
        """
        own = next((card.id for card in my_interests(self.unit) if card.reference == code), None)
        if own is None:
            return None
        self._lay_beneath("human")
        return self.start("human", interest=own)

    def _set_aside(self) -> None:
        """Keep an interest that is half given; whatever else waits makes room for
        what the person wants now.
        """
        if self.run.dialogue == HALF_GIVEN:
            self.beneath, self.origin_beneath = self.run, self.origin
        elif self.beneath is not None and self.beneath.dialogue != HALF_GIVEN:
            self.beneath = None

    def _lost(self, code: str) -> Halt:
        """Say that we do not know a code; where a letter was read wrong, which ones are in none."""
        misread = not looks_like_code(code) and MIXED.fullmatch(tidy(code))
        self.said.append(Say("talk-code-misread" if misread else "talk-code-unknown"))
        return (
            self.drive(None) if self.run.dialogue else self.start("welcome" if self.new else "menu")
        )

    def _early(self) -> Halt:
        """What was sent before our question was seen is no answer to it: it joins
        the open text just given.
        """
        halt, place = self.drive(None), self.run.last_answered
        given = None if place is None else self.run.transcript[place][2]
        if place is None or not isinstance(given, str):
            return halt
        ask = self._asked_at(place)
        if ask is None:
            return halt
        longer = ask.kind.read(Heard(f"{given}\n{self.heard.text}"), self.labels(ask))
        fits = isinstance(longer, str)
        self.said.append(Say("talk-added" if fits else "talk-not-added"))
        if fits:
            self.run = self.run.answered(place, longer)
        return self.drive(None)

    def _still_open(self) -> bool:
        """Tell whether what was changed answered the question that is open now: then it
        is simply another answer.
        """
        return self.run.dialogue is not None and self.arrival.seen == self.talk.rev

    def _corrected(self) -> Halt:
        """Put a correction in the place of the answer just given; where that is not sure,
        say that nothing changed.
        """
        command = self._typed_command()
        if command is not None:
            return self._command(command)
        place, better = self.run.last_answered, None
        if place is not None and self.arrival.seen == self.talk.rev - 1:
            ask = (
                self._asked_at(place)
                if self.run.transcript[place][2] == self._said_last()
                else None
            )
            better = None if ask is None else ask.kind.read(self.heard, self.labels(ask))
        corrected = place is not None and isinstance(better, str)
        if place is not None and corrected:
            self.run = self.run.answered(place, better)
            # the question stays the same one: it may be corrected again
            self.talk = replace(self.talk, run=self.run)
        self.said.append(Say("talk-corrected" if corrected else "talk-not-corrected"))
        return self.drive(None) if self.run.dialogue else self.start("menu")

    def _said_last(self) -> str:
        """The text that came right before this one."""
        return text_before(
            self.unit, inbound=self.inbound, address=self.talk.address, since=self.talk.idle_since
        )

    def _asked_at(self, place: int) -> Ask[Any] | None:
        """The open question that was answered there; None where it was none."""
        run = replace(self.run, transcript=self.run.transcript[:place], offers={})
        ask = advance(self.dialogue(), run, None, self.perform).ask
        return ask if ask is not None and ask.kind.is_open else None

    def _typed_command(self) -> str | None:
        return self.house.speech.command_of.get(plain(self.heard.text)) or self._slash(
            self.heard.text
        )

    def _pressable(self, option: Option, rev: int) -> Option:
        return Option(f"{self.talk.conversation}.{rev}.{option.code}", option.label)

    @staticmethod
    def _slash(text: str) -> str | None:
        name, _, rest = text[1:].casefold().partition(" ") if text.startswith("/") else ("", "", "")
        # "/stop@name_of_the_bot" too
        name = name.partition("@")[0]
        begins_with_code = name == "start" and code_within(rest) is not None
        return name if name in ("start", "stop", "help", "menu") and not begins_with_code else None
