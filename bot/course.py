"""The course of one turn: does what the arrival means, and makes the message that answers it.

How it is stored, and what happens if it fails, stands in `bot/turn.py`.
"""

from dataclasses import replace
from typing import Any, assert_never

from bot.amend import Amendment
from bot.attention import Attention, Reply, taken_along
from bot.dialogue import Halt
from bot.inbox import Arrival
from bot.listening.judging import certain_wish
from bot.matching import LONGEST_TYPED
from bot.meaning import (
    ASK,
    SAID,
    Addition,
    Answer,
    Around,
    Beginning,
    Code,
    Command,
    Correction,
    FromPage,
    Meaning,
    Nothing,
    OldButton,
    Reading,
    Taken,
)
from bot.questions import Heard
from bot.runs import HALF_GIVEN, ON_TOP, Runs, Script
from bot.speech import OFFER_AFTER
from bot.steps import Say
from content.message import Message, Option
from outreach.conversations.conversation import ConversationState, Run
from outreach.delivery.inbound import text_before, text_of
from outreach.interests.interest import my_interests
from outreach.opportunities.card import is_open, opportunity_card
from outreach.parties.person import came_by, language_of
from outreach.refusal import Refusal
from outreach.store.codes import MIXED, looks_like_code, tidy
from outreach.store.codes import Meaning as CodeMeaning
from outreach.store.unit import Unit
from outreach.venues.trail import count_view, follow_trail, guess_code

MEDIA = {"photo": "talk-media-photo", "voice": "talk-media-voice", "other": "talk-media-other"}


class Course:
    """The course of one turn. After it, `conversation` is what to store."""

    def __init__(
        self,
        unit: Unit,
        script: Script,
        conversation: ConversationState,
        arrival: Arrival,
        inbound: int,
    ) -> None:
        self.conversation = conversation
        self._unit, self._script = unit, script
        self._arrival, self._inbound = arrival, inbound
        self._runs = Runs(unit, script, conversation)
        self._reading = Reading(arrival, conversation, script.speech, self._runs.peek)
        self._new = conversation.rev == 0
        self._said: list[Say] = [Say("talk-hello")] if self._new else []
        self._run_before = conversation.run
        self._amendment = Amendment(self._runs, script.speech, conversation.language)
        speech, read = script.speech, self._runs.hear
        self._attention = Attention(unit, speech, conversation.language, inbound, read)
        self._offers: tuple[Option, ...] = ()
        self._missed = False

    def answer(self) -> Message:
        """Do what the arrival means, and return the message that answers it."""
        if self._reading.unreadable is not None:
            self._said.append(Say(MEDIA[self._reading.unreadable]))
        halt = self._do(self._reading.meaning())
        missed = halt.unclear is not None or self._missed
        return self._message(halt, self.conversation.misses + 1 if missed else 0)

    def apology(self, kept: ConversationState, sorry: str) -> Message:
        """Say what went wrong, and put the question that is kept again, with a way to a human."""
        self._runs = Runs(
            self._unit,
            self._script,
            replace(self.conversation, run=kept.run, beneath=kept.beneath),
        )
        self._said.append(Say(sorry))
        halt = self._runs.go_on() if kept.run.dialogue else self._runs.end()
        return self._message(halt, OFFER_AFTER)

    def _message(self, halt: Halt, misses: int) -> Message:
        runs, before = self._runs, self.conversation
        language = before.language
        if runs.did and before.person not in self._unit.erased:
            language = language_of(self._unit)
        message = self._script.speech.message(
            self._said + halt.said,
            halt.ask,
            language,
            unclear=halt.unclear,
            misses=misses,
            offers=self._offers,
        )
        # after a deed the buttons before it are old, even if the same question is put again
        moved = runs.did or runs.run != self._run_before or halt.ask is None
        rev = runs.rev + 1 if moved else runs.rev
        self.conversation = replace(
            before,
            run=runs.run,
            beneath=runs.beneath,
            rev=rev,
            misses=misses,
            asked=None if halt.ask is None else halt.ask.key,
        )
        options = (
            Option(f"{before.id}.{rev}.{option.code}", option.label) for option in message.options
        )
        return replace(message, rev=rev, options=tuple(options))

    def _do(self, meaning: Meaning) -> Halt:
        match meaning:
            case Answer(heard):
                return self._over(heard) or self._answer(heard)
            case Taken():
                return self._take(meaning)
            case Around(place, theme):
                return self._command("browse", place=place, theme=theme)
            case Command(name):
                return self._command(name)
            case Code():
                return self._code(meaning)
            case FromPage(opportunity):
                return self._open_page(opportunity)
            case Addition():
                return self._add()
            case Correction():
                return self._correct()
            case OldButton():
                self._said.append(Say("talk-old-button"))
                return self._runs.ask_again()
            case Nothing():
                return self._runs.go_on()
            case Beginning():
                return self._begin()
            case _:
                assert_never(meaning)

    def _begin(self) -> Halt:
        """Begin a conversation, or go where the first text leads."""
        first, text = "welcome" if self._new else "menu", self._arrival.text
        reply = self._attention.reply(text, None, None) if text else Reply()
        if reply.meaning is not None:
            return self._do(reply.meaning)
        return self._reply(self._runs.start(first), reply)

    def _answer(self, heard: Heard) -> Halt:
        """Hear an answer; what is none is replied to by what else it may mean."""
        halt = self._runs.go_on(heard)
        if halt.unclear is None or not heard.text:
            return halt
        # what was offered for the text before this one may be picked in words
        short = self.conversation.misses and len(heard.text) <= LONGEST_TYPED
        before = self._text_before() if short else ""
        picked = self._attention.picked(heard.text, before, halt.ask) if before else None
        if picked is not None:
            return self._do(picked)
        return self._reply(halt, self._attention.reply(heard.text, halt.ask, halt.unclear))

    def _reply(self, halt: Halt, reply: Reply) -> Halt:
        if reply.meaning is not None:
            return self._do(reply.meaning)
        if not reply.said:
            return halt
        self._offers, self._missed = reply.offers, True
        return replace(halt, said=[*halt.said, *reply.said], unclear=None)

    def _take(self, taken: Taken) -> Halt:
        """Take a text that was sent before for an answer, or along to a colleague."""
        runs, address = self._runs, self.conversation.address
        text = taken.text or text_of(self._unit, inbound=taken.inbound, address=address)
        if not text:
            return runs.ask_again()
        if taken.use == SAID:
            return self._answer(Heard(text, meant=True))
        name = "question" if taken.use == ASK else "human"
        about = (runs.beneath or runs.run).about
        runs.lay_beneath(name)
        given = taken_along(name, text)
        return runs.start(name, offers=given, opportunity=about.get("opportunity"))

    def _over(self, heard: Heard) -> Halt | None:
        """Tell somebody at once, not after the last question, that their opportunity is over."""
        run = self._runs.run
        if run.dialogue != HALF_GIVEN or any(entry[0] == "do" for entry in run.transcript):
            return None
        opportunity = run.about["opportunity"]
        if is_open(self._unit, opportunity=opportunity) or certain_wish(heard.text) is not None:
            return None
        try:
            card = opportunity_card(
                self._unit, opportunity=opportunity, language=self.conversation.language
            )
        except Refusal:
            # the dialogue says it
            return None
        self._said.append(Say("interest-over", title=card.title))
        return self._runs.start("opportunity", **run.about, show="none")

    def _command(self, name: str, **about: Any) -> Halt:
        runs = self._runs
        if name == "back":
            if not runs.step_back():
                self._said.append(Say("talk-no-back"))
            return runs.ask_again()
        if name == "privacy":
            self._said.append(Say("talk-privacy"))
            return runs.ask_again()
        if name == "cancel":
            self._said.append(Say("talk-cancelled"))
            runs.run = Run()
            return runs.end()
        if name == "start":
            name = "start" if self.conversation.stopped else "welcome"
        if name in ("browse", "interests"):
            runs.set_aside()
            return runs.start(name, **about)
        if name not in ON_TOP:
            runs.beneath = None
            return runs.start(name)
        if name == runs.run.dialogue and name != "menu":
            return runs.go_on()
        runs.lay_beneath(name)
        if name == "menu":
            return runs.start("menu", waiting=True if runs.beneath else None)
        if name == "language":
            return runs.start(name, offers=self._attention.language_named(self._arrival.text))
        if name in ("human", "question"):
            about = (runs.beneath or runs.run).about
            return runs.start(name, opportunity=about.get("opportunity"))
        return runs.start(name)

    def _open_page(self, opportunity: int) -> Halt:
        """Begin where a page leads; an interest in the same opportunity goes on."""
        run = self._runs.run
        if run.dialogue == HALF_GIVEN and run.about.get("opportunity") == opportunity:
            self._said.append(Say("talk-resume"))
            return self._runs.go_on()
        self._runs.set_aside()
        return self._runs.start("opportunity", opportunity=opportunity)

    def _code(self, given: Code) -> Halt:
        """Go where a code leads, or say that we do not know it."""
        if given.pressed and (halt := self._reply_about(given.code)) is not None:
            return halt
        found = guess_code(self._unit, code=given.code, address=self.conversation.address)
        if found is not None:
            return self._led(given.code, found)
        if given.typed and self._reading.is_answer:
            return self._do(self._reading.of_words())
        misread = not looks_like_code(given.code) and MIXED.fullmatch(tidy(given.code))
        self._said.append(Say("talk-code-misread" if misread else "talk-code-unknown"))
        return self._runs.ask_again("welcome" if self._new else "menu")

    def _led(self, code: str, meaning: CodeMeaning) -> Halt:
        """Go where a code leads."""
        runs = self._runs
        if meaning.kind == "link":
            runs.lay_beneath("link")
            return runs.start("link", code=code)
        runs.set_aside()
        if meaning.kind == "trail":
            trail = follow_trail(self._unit, code=code)
            if trail is not None:
                came_by(self._unit, trail=trail.id)
                count_view(self._unit, trail=trail.id)
                return runs.start(trail.dialogue, opportunity=trail.opportunity, trail=trail.id)
        if meaning.kind == "invitation":
            return runs.start("join", code=code)
        if meaning.subject not in [card.id for card in my_interests(self._unit)]:
            self._said.append(Say("talk-code-reference"))
            return runs.start("menu")
        return runs.start("interests")

    def _reply_about(self, code: str) -> Halt | None:
        """Take the answer to what was written about an own interest; None if it is not one."""
        own = next((card.id for card in my_interests(self._unit) if card.reference == code), None)
        if own is None:
            return None
        self._runs.lay_beneath("human")
        return self._runs.start("human", interest=own)

    def _add(self) -> Halt:
        """Join what was sent before our question was seen to the open text just given."""
        wish = certain_wish(self._arrival.text)
        if wish is not None:
            return self._command(wish)
        self._said += self._amendment.add(self._arrival.text)
        return self._runs.go_on()

    def _correct(self) -> Halt:
        """Replace the answer just given; if that is not sure, say that nothing changed."""
        corrected = False
        if self._arrival.seen == self.conversation.rev - 1:
            corrected = self._amendment.correct(self._arrival.text, self._text_before())
        if corrected:
            # the question stays the same one: it may be corrected again
            self._run_before = self._runs.run
        self._said.append(Say("talk-corrected" if corrected else "talk-not-corrected"))
        return self._runs.ask_again()

    def _text_before(self) -> str:
        """Return the text that came right before this one."""
        now = self.conversation
        return text_before(
            self._unit, inbound=self._inbound, address=now.address, since=now.idle_since
        )
