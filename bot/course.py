"""The course of one turn: does what the arrival means, and makes the message that answers it.

How it is stored, and what happens if it fails, stands in `bot/turn.py`.
"""

from dataclasses import replace
from functools import partial
from typing import assert_never

from bot.amend import Amendment
from bot.attached import say_along
from bot.attention import Attention
from bot.commands import Commands
from bot.dialogue import Halt
from bot.heard import Heard, Unclear
from bot.inbox import Arrival
from bot.leads import Leads
from bot.listening.judging import at_open_question, certain_wish
from bot.matching import LONGEST_TYPED, counts
from bot.meaning import (
    ADD,
    ASK,
    DROP,
    SAID,
    Addition,
    Answer,
    Around,
    Beginning,
    Changing,
    Code,
    Command,
    Correction,
    FromPage,
    Inquiry,
    Meaning,
    Near,
    Nothing,
    OldButton,
    Reading,
    Taken,
)
from bot.offers import Reply
from bot.picks import Picks
from bot.pieces import Pieces
from bot.runs import Runs, Script
from bot.speech import OFFER_AFTER
from bot.steps import Say
from bot.where import near
from content.message import Message, Option
from outreach.conversations.conversation import ConversationState
from outreach.delivery.inbound import text_before, text_of
from outreach.parties.person import language_of
from outreach.store.unit import Unit

SAVED = "yes"
"""The option with which a summary is stored: pressed again it changes nothing."""


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
        speech, language, runs = script.speech, conversation.language, self._runs
        self._attention = Attention(unit, speech, language, inbound, runs.talked_about)
        self._picks = Picks(self._attention, speech, language, runs.hear)
        self._commands = Commands(unit, runs, speech, self._said, conversation, self._attention)
        self._leads = Leads(unit, self._runs, self._said, conversation)
        self._pieces = Pieces(unit, runs, self._attention, speech, conversation, inbound)
        self._offers: tuple[Option, ...] = ()
        self._missed = self._offers_alone = False

    def answer(self) -> Message:
        """Do what the arrival means, and return the message that answers it."""
        if self._reading.unreadable:
            # what is shown of such files is read again
            self._runs.run = self._runs.run.without_looks()
            came = self._arrival, self.conversation, self._inbound
            self._said.append(say_along(self._unit, *came, self._script.allowance))
        halt = self._do(self._reading.meaning())
        if self._new and not self._offers:
            greeting = self._attention.greeting(self._arrival.language)
            self._said[:0], self._offers = greeting.said, greeting.offers
        missed = halt.unclear is not None or self._missed
        return self._message(halt, self.conversation.misses + 1 if missed else 0)

    def apology(self, kept: ConversationState, sorry: str) -> Message:
        """Say what went wrong, and put the question that is kept again, with a way to a human."""
        stored = replace(self.conversation, run=kept.run, beneath=kept.beneath)
        self._runs = Runs(self._unit, self._script, stored)
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
            offers=self._offers or self._commands.offers,
            alone=self._offers_alone,
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
        back, about = runs.run.last_answered is not None, runs.run.about.get("opportunity")
        frame = replace(message.frame, back=back, about=about)
        return message.marked(f"{before.id}.{rev}.", rev=rev, frame=frame)

    def _do(self, meaning: Meaning) -> Halt:
        match meaning:
            case Answer(heard):
                return self._leads.tell_over(heard.text) or self._answer(heard)
            case Taken():
                return self._take(meaning)
            case Around(place, theme):
                return self._commands.do("browse", place=place, theme=theme)
            case Near(place):
                chosen = near(self._unit, place, self._runs.peek())
                return self._runs.ask_again() if chosen is None else self._do(chosen)
            case Inquiry(about, text):
                return self._runs.take_along("question", text, opportunity=about)
            case Command(name, spoken, number):
                return self._commands.do(name, self._arrival.text, spoken, number)
            case Code():
                return self._code(meaning)
            case FromPage(opportunity, wish):
                return self._leads.open_page(opportunity, wish)
            case Addition():
                return self._add()
            case Correction():
                return self._correct()
            case Changing(key):
                return self._change_line(key)
            case OldButton(option):
                stored = option == SAVED and self._runs.run.did
                self._said.append(Say("talk-old-saved" if stored else "talk-old-button"))
                return self._runs.ask_again()
            case Nothing():
                return self._runs.ask_again()
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
        settled = self._pieces.settle(heard)
        waits = not settled and not heard.meant and bool(self._pieces.waiting)
        if waits and (heard.choice is not None or self._amendment.names(heard.text)):
            self._keep_waiting()
            return self._hear(heard)
        return self._hear(heard) if settled is None else self._put_with(settled)

    def _keep_waiting(self) -> None:
        """Put what was offered with its answer before another is changed; the summary shows it."""
        if self._pieces.waiting:
            self._said += self._amendment.add("\n".join(self._pieces.waiting))

    def _hear(self, heard: Heard) -> Halt:
        missed, text = bool(self.conversation.misses), heard.text
        if missed and counts(text):
            counted = self._picks.counted(text, self._text_before(), self._runs.peek())
            if counted is not None:
                return self._do(counted)
        if (earlier := self._amended(self._amendment.corrects(heard))) is not None:
            return earlier
        halt = self._runs.go_on(heard)
        if not text or heard.meant:
            return halt
        changed = self._amended(self._amendment.changed_at(halt, text))
        if changed is not None or halt.unclear is None:
            return changed or halt
        if self._pieces.belongs(text, halt.ask):
            return self._more(halt, text)
        # what was offered for the text before this one may be picked in words
        before = self._text_before() if missed and len(text) <= LONGEST_TYPED else ""
        if before and (picked := self._picks.picked(text, before, halt.ask)) is not None:
            return self._do(picked)
        reply = self._attention.reply(text, halt.ask, halt.unclear)
        if reply.is_general and self._runs.give_way(partial(self._attention.is_meant, text)):
            return self._hear(heard)
        if missed and self._runs.gives_way and not (reply.meaning or reply.is_abroad):
            # nobody is kept at it: as we speak now, until somebody says otherwise
            halt = self._answer(Heard(choice=self.conversation.language))
        return self._reply(halt, reply)

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
        if taken.use in (ADD, DROP):
            return self._put_with((self._pieces.offered or [text]) if taken.use == ADD else [])
        return self._commands.pass_on(text, asks=taken.use == ASK)

    def _code(self, given: Code) -> Halt:
        """Go where a code leads, or say that we do not know it; a typed one may be an answer."""
        about = self._leads.reply_about(given.code) if given.pressed else None
        led = about or self._leads.follow(given.code, given.wish)
        if led is not None:
            return led
        if given.typed and self._reading.is_answer:
            return self._do(self._reading.of_words())
        return self._leads.say_unknown(given.code, "welcome" if self._new else "menu")

    def _amended(self, said: Say | None) -> Halt | None:
        """Say what was changed, and go on; None if nothing was."""
        if said is None:
            return None
        self._said.append(said)
        return self._runs.go_on()

    def _change_line(self, key: str) -> Halt:
        """Go back to the question whose answer stands in the line that was pressed."""
        self._keep_waiting()
        if not (self._runs.pick_line(key) or self._amendment.reopen(key)):
            self._said.append(Say("talk-no-back"))
            return self._runs.ask_again()
        return self._runs.go_on()

    def _more(self, halt: Halt, text: str) -> Halt:
        """Put a text with the answer before it if it came at once, otherwise offer that."""
        if self._pieces.is_quick(text) and not self.conversation.misses:
            return self._put_with([text])
        self._missed = self._offers_alone = True
        self._offers = self._attention.offers.taken((ADD, DROP))
        return replace(halt, said=[self._pieces.offer(text)], unclear=None)

    def _put_with(self, texts: list[str]) -> Halt:
        """Put texts with the answer just given; say so, or that they are left out."""
        added = self._amendment.add("\n".join(texts)) if texts else (Say("talk-dropped"),)
        self._said += added
        return self._runs.go_on()

    def _add(self) -> Halt:
        """Take what was sent before our question was seen: it is more of the answer before that.

        What follows a name, a number or a choice is heard by itself.
        """
        text = self._arrival.text
        wish = certain_wish(text)
        if wish is not None:
            return self._commands.do(wish, text)
        if self._amendment.takes_more():
            verdict = at_open_question(text)
            if verdict is None:
                return self._put_with([text])
            halt = self._runs.go_on()
            unclear = Unclear(verdict=verdict)
            return self._reply(halt, self._attention.reply(text, halt.ask, unclear))
        if self._amendment.is_followed(text, self._pieces.just_before()):
            ask = self._runs.peek()
            if ask is not None and ask.kind.is_open:
                return self._answer(Heard(text))
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
        return self._runs.go_on() if self._runs.run.dialogue else self._runs.ask_again()

    def _text_before(self) -> str:
        """Return the text that came right before this one."""
        now, inbound = self.conversation, self._inbound
        return text_before(self._unit, inbound=inbound, address=now.address, since=now.idle_since)
