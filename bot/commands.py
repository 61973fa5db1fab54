"""Does what a word that works everywhere asks; which one is meant stands in `bot/meaning.py`."""

from typing import Any

from bot.attention import Attention
from bot.dialogue import Halt
from bot.runs import ON_TOP, Runs
from bot.steps import Say
from outreach.conversations.conversation import ConversationState, Run


class Commands:
    """The words that work everywhere, in one turn; what is told beside goes into `said`."""

    def __init__(
        self, runs: Runs, said: list[Say], conversation: ConversationState, attention: Attention
    ) -> None:
        self._runs, self._said = runs, said
        self._conversation, self._attention = conversation, attention

    def do(self, name: str, text: str = "", **about: Any) -> Halt:
        """Do what a word asks, about these facts; it was heard in a text."""
        runs = self._runs
        if name == "back":
            return self._step_back()
        if name == "privacy":
            self._said.append(Say("talk-privacy"))
            return runs.ask_again()
        if name == "cancel":
            return self._cancel()
        if name == "start":
            name = "start" if self._conversation.stopped else "welcome"
        if name in ("browse", "interests"):
            runs.set_aside()
            return runs.start(name, **about)
        if name not in ON_TOP:
            runs.beneath = None
            return runs.start(name)
        if name == runs.run.dialogue and name != "menu":
            return runs.go_on()
        return self._on_top(name, text)

    def _step_back(self) -> Halt:
        if not self._runs.step_back():
            self._said.append(Say("talk-no-back"))
        return self._runs.ask_again()

    def _cancel(self) -> Halt:
        self._said.append(Say("talk-cancelled"))
        self._runs.run = Run()
        return self._runs.end()

    def _on_top(self, name: str, text: str) -> Halt:
        """Begin a dialogue on top of the present one, which waits."""
        runs = self._runs
        runs.lay_beneath(name)
        if name == "menu":
            return runs.start("menu", waiting=True if runs.beneath else None)
        if name == "language":
            return runs.start(name, offers=self._attention.language_named(text))
        if name in ("human", "question"):
            return runs.start(name, opportunity=runs.talked_about)
        return runs.start(name)
