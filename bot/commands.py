"""Does what a word that works everywhere asks; which one is meant stands in `bot/meaning.py`."""

from typing import Any

from bot.abroad import tongue_of
from bot.attention import Attention
from bot.dialogue import Halt
from bot.follow import HALF_GIVEN, is_half_given
from bot.matching import plain
from bot.runs import Runs
from bot.speech import AGAIN, AGREEMENT, ANSWERS, COMMAND_MARK, ON_TOP, Speech
from bot.steps import Say
from content.message import Option
from outreach.conversations.conversation import ConversationState, Run
from outreach.interests.chosen import YES
from outreach.mailboxes.mailbox import my_mailbox, tidy_email
from outreach.store.unit import Unit

IN_ANY_TONGUE = ("stop", "forget", "human", "language")
"""What is answered in the language in which it was asked."""


class Commands:
    """The words that work everywhere, in one turn; what is told beside goes into `said`.

    `offers` are the options for it beside those of the question.
    """

    def __init__(
        self,
        unit: Unit,
        runs: Runs,
        speech: Speech,
        said: list[Say],
        conversation: ConversationState,
        attention: Attention,
    ) -> None:
        self._unit, self._runs, self._speech, self._said = unit, runs, speech, said
        self._conversation, self._attention = conversation, attention
        self.offers: tuple[Option, ...] = ()

    def do(
        self, name: str, text: str = "", spoken: str = "", number: int = 0, **about: Any
    ) -> Halt:
        """Do what a word asks, about these facts; it was heard in a text.

        `spoken` is the language that was picked with it, `number` the meeting.
        """
        runs = self._runs
        if name == "back":
            return self._step_back()
        if name == "privacy":
            self._said.append(Say("talk-privacy"))
            return runs.ask_again()
        if name == "cancel":
            return self._withdraw() if self._takes_back(text) else self._cancel()
        if name == "withdraw":
            return self._withdraw()
        if name == "no_mail":
            return self._end_mail(text)
        if name == "start" and not self._conversation.stopped:
            half = self._go_on()
            if half is not None:
                return half
            name = AGAIN
        if name == AGAIN:
            name = "welcome"
        if name == "meetings":
            about = {"meeting": number} if number else {"opportunity": runs.talked_about}
        if name in ANSWERS:
            runs.set_aside()
            return runs.start(AGREEMENT, yes=name == YES)
        if name in ("browse", "interests", "meetings", "plan"):
            runs.set_aside()
            return runs.start(name, **about)
        if name not in ON_TOP:
            runs.beneath = None
            return runs.start(name, **self._tongue(name, text))
        if name == runs.run.dialogue and name not in ("menu", "language"):
            return runs.go_on()
        return self._on_top(name, text, spoken)

    def pass_on(self, text: str, *, asks: bool) -> Halt:
        """Take a text along to a colleague, as a question or as a word with a human."""
        runs = self._runs
        about: dict[str, Any] = {"tongue": tongue_of(text, self._conversation.language)}
        if not asks:
            return runs.take_along("human", text, opportunity=runs.talked_about, **about)
        # what is published was told with the offer, or there is nothing
        about |= {"opportunity": self._attention.subject.named(text), "told": True}
        return runs.take_along("question", text, **about)

    def _step_back(self) -> Halt:
        if not self._runs.step_back() and not self._runs.give_way():
            self._said.append(Say("talk-no-back"))
        return self._runs.ask_again()

    def _go_on(self) -> Halt | None:
        """Go on with an interest that was not sent yet, with a way to begin anew; None if none is.

        "/start" is what an app sends by itself, and what is pressed to come back.
        """
        runs = self._runs
        half = next((run for run in (runs.run, runs.beneath) if run and is_half_given(run)), None)
        if half is None:
            return None
        label = self._speech.texts.text("talk-offer", self._conversation.language, AGAIN)
        self.offers = (Option(f"{COMMAND_MARK}{AGAIN}", label),)
        self._said.append(Say("talk-resume"))
        if half is runs.run:
            return runs.go_on()
        runs.run = Run()
        return runs.end()

    def _cancel(self) -> Halt:
        """Stop what is under way, say truly what becomes of it, and go back to where it began."""
        runs, run = self._runs, self._runs.run
        self._said.append(Say("talk-cancelled"))
        if run.did:
            self._said.append(Say("talk-cancelled-sent"))
        elif run.last_answered is not None:
            unchanged = run.dialogue == "own"
            key = "talk-cancelled-unchanged" if unchanged else "talk-cancelled-nothing"
            self._said.append(Say(key))
        if run.dialogue == HALF_GIVEN and not run.did and runs.beneath is None:
            return runs.back_to_opportunity()
        runs.run = Run()
        return runs.end()

    def _takes_back(self, text: str) -> bool:
        """Return True if a sentence in the menu gives up what somebody signed up for."""
        runs, said = self._runs, plain(text)
        if runs.run.dialogue != "menu":
            return False
        half = runs.beneath is not None and is_half_given(runs.beneath)
        return half or (bool(said) and self._speech.command_of.get(said) != "cancel")

    def _withdraw(self) -> Halt:
        """Give up an interest that waits and was not sent; otherwise show what can be withdrawn."""
        runs = self._runs
        if runs.beneath is None or not is_half_given(runs.beneath):
            return self.do("interests")
        runs.beneath = None
        self._said += [Say("talk-cancelled"), Say("talk-cancelled-nothing")]
        return runs.start("menu")

    def _end_mail(self, text: str) -> Halt:
        """End the mail; for somebody who is not mailed it can only mean what comes here."""
        runs = self._runs
        if runs.run.dialogue != "email" and my_mailbox(self._unit) is None:
            return self.do("stop", text)
        runs.lay_beneath("email")
        return runs.start("email", ends=True)

    def _on_top(self, name: str, text: str, spoken: str) -> Halt:
        """Begin a dialogue on top of the present one, which waits."""
        runs = self._runs
        runs.lay_beneath(name)
        if name == "menu":
            return runs.start("menu", waiting=True if runs.beneath else None)
        tongue = self._tongue(name, text)
        if name == "language":
            named = self._attention.language_named(spoken, text)
            return runs.start(name, offers=named, **({} if named else tongue))
        if name in ("human", "question"):
            return runs.start(name, opportunity=runs.talked_about, **tongue)
        if name == "email":
            return runs.start(name, given=tidy_email(text))
        return runs.start(name, **tongue)

    def _tongue(self, name: str, text: str) -> dict[str, Any]:
        """Return the language in which somebody is met who asks the most urgent in it."""
        tongue = tongue_of(text, self._conversation.language) if name in IN_ANY_TONGUE else ""
        return {"tongue": tongue} if tongue else {}
