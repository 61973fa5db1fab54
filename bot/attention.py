"""What is made of a text that answers nothing: what it means, or what is said and offered.

How a sentence is understood stands in `bot/listening/`, and what the store has on it in
`bot/topics.py`; this room adds the texts.
"""

from typing import Any

from bot.abroad import asked_language, greet, offer_language, tongue_of
from bot.heard import Heard, Unclear
from bot.listening.hearing import Certainty, Hearing, comes_back, denies, hear
from bot.listening.judging import LEAVE, SKIP, Verdict, at_choice, otherwise, would_leave
from bot.matching import counts, match, plain
from bot.meaning import SAID, TELL, Answer, Command
from bot.offers import Offers, Reply
from bot.questions import OneOf
from bot.speech import Speech
from bot.steps import Ask, Say
from bot.subject import ABOUT, Subject
from content.message import Option
from outreach.store.unit import Unit

KINDS = "party"
"""What the options are of a question who somebody is."""
POLITE = {"hello": "talk-heard-hello", "thanks": "talk-heard-thanks", "bye": "talk-heard-bye"}
"""What is said back to who greets, thanks or leaves."""
WHICH = "language-which"
"""The question that is answered in the language that is meant, too."""
INTEREST = "interest-"
"""What the questions of somebody who takes part begin with."""
NO_NUMBER = "talk-number"
"""Why a text is no number; unlike one that is too long, it may mean anything else."""


class Attention:
    """Makes something of one text, the inbound message of that number.

    `about` is the opportunity that is talked about.
    """

    def __init__(
        self,
        unit: Unit,
        speech: Speech,
        language: str,
        inbound: int,
        about: int | None = None,
    ) -> None:
        self._speech, self._language = speech, language
        self.offers = Offers(speech, language, inbound)
        self.subject = Subject(unit, self.offers, speech, language, about)

    def reply(self, text: str, ask: Ask[Any] | None, unclear: Unclear | None) -> Reply:
        """Return what is made of a text that does not answer the open question."""
        if unclear is not None and unclear.verdict is not None:
            return self._carry_out(unclear.verdict, text, ask, fits=unclear.fits)
        if ask is not None and ask.kind.is_open:
            return Reply()
        if unclear is not None and unclear.key not in (None, NO_NUMBER):
            return Reply()
        heard = hear(text)
        if ask is not None and ask.key == WHICH and (spoken := self._spoken(text, heard)):
            return Reply(Answer(Heard(choice=spoken)))
        if heard.tone() == "ahead":
            return self._ahead(ask, [])
        codes = [] if ask is None else [*ask.kind.codes, *(option.code for option in ask.options)]
        inquiry = self.subject.at_card(text, heard, ask, codes)
        if inquiry is not None:
            return inquiry
        verdict = at_choice(heard, codes)
        if verdict is not None and verdict.do == "browse" and _is_joining(heard, ask):
            return Reply()
        if verdict is not None:
            if verdict.do == "browse" and comes_back(text) and self._would_join(text, heard, ask):
                return self.subject.to_join(ask)
            return self._carry_out(verdict, text, ask)
        kind = self._party_kind(text, heard, ask)
        if kind is not None:
            return Reply(Answer(Heard(choice=kind)))
        about = self.subject.of(text, heard, ask)
        if about is not None:
            return about
        if self._would_join(text, heard, ask):
            return self.subject.to_join(ask)
        if would_leave(heard, codes):
            return Reply(Command(LEAVE))
        return self._carry_out(otherwise(heard, text), text, ask)

    def is_meant(self, text: str, ask: Ask[Any]) -> bool:
        """Return True if a text is meant for a choice that waits: it chooses there, or leads on.

        A number, a sign, a yes and a no are said to what was shown last.
        """
        heard = hear(text)
        alone = [option.name for option in heard.options if option.certainty is Certainty.ALONE]
        if not isinstance(ask.kind, OneOf) or not plain(text) or counts(text):
            return False
        if "yes" in alone or "no" in alone:
            return False
        chosen = ask.kind.read(Heard(text), self._speech.labels(ask, self._language))
        if not isinstance(chosen, Unclear) or "join" in alone:
            return True
        return self.reply(text, ask, None).meaning is not None

    def language_named(self, picked: str, text: str) -> dict[str, str]:
        """Return the language that was picked or is asked for, as the answer to which one."""
        if picked:
            return {f"{WHICH}#0": picked}
        return asked_language(text, self._speech, self._language)

    def _spoken(self, text: str, heard: Hearing) -> str | None:
        """Return the language of a text that wants nothing else, where it was asked which one."""
        if any(wish.is_urgent and wish.name != "language" for wish in heard.wishes):
            return None
        return next(iter(self.language_named("", text).values()), None)

    def greeting(self, app: str) -> Reply:
        """Return how somebody new is greeted whose app is in another language."""
        return greet(app, self._speech, self._language, self.offers)

    def _carry_out(
        self, verdict: Verdict, text: str, ask: Ask[Any] | None, *, fits: bool = False
    ) -> Reply:
        if verdict.do is not None:
            return Reply(Command(verdict.do))
        if verdict.choose is not None:
            return Reply(Answer(Heard(choice=verdict.choose)))
        answer = [self.offers.take(SAID)] if fits else []
        if verdict.guesses:
            offers = [*(self.offers.wish(name) for name in verdict.guesses), *answer]
            return Reply(said=(Say("talk-guess"),), offers=tuple(offers))
        return self._in_tone(verdict.tone, text, ask, answer)

    def _in_tone(
        self, tone: str | None, text: str, ask: Ask[Any] | None, answer: list[Option]
    ) -> Reply:
        """Say something that fits how it was said, with something to tap."""
        human, tell = self.offers.wish("human"), self.offers.take(TELL)
        match tone:
            case "question":
                return self.subject.question(text, ask, answer)
            case "ahead":
                return self._ahead(ask, answer)
            case "sentence":
                named = self.offers.take(SAID, "said_name")
                said = Say("talk-heard-sentence", words=text)
                return Reply(said=(said,), offers=(named, self.offers.wish("back")))
            case "puzzled" | "unknown" | "nameless":
                abroad = offer_language(text, self._speech, self._language, self.offers)
                return abroad if abroad.said else self._explain(tone, ask)
            case "yesno":
                return Reply(said=tuple(self._help(ask) or [Say("talk-heard-yesno")]))
            case "hello" if ask is None:
                # the first thing that is said is a greeting already
                return Reply()
            case "hello" | "thanks" | "bye":
                return Reply(said=(Say(POLITE[tone]),), offers=tuple(answer))
            case "insult":
                # "rot op" may mean that too
                stop = self.offers.wish("stop")
                return Reply(said=(Say("talk-heard-insult"),), offers=(human, stop, *answer))
            case "contact":
                return Reply(said=(Say("talk-heard-contact"),), offers=(tell, *answer))
            case "complaint" if self._speech.desk:
                desk = Say("talk-heard-complaint", desk=self._speech.desk)
                return Reply(said=(desk,), offers=(tell, *self.subject.look_at_named(text)))
            case "long" | "complaint":
                offers = (tell, *self.subject.look_at_named(text))
                return Reply(said=(Say("talk-heard-long"),), offers=offers)
            case _:
                return offer_language(text, self._speech, self._language, self.offers)

    def _would_join(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> bool:
        """Return True if somebody wants to take part who has not seen yet in what."""
        here = ask is None or ask.key in ABOUT
        other = heard.tone() is not None or heard.tone(Certainty.SAID) == "complaint"
        joins = any(option.name == "join" and option.left <= 1 for option in heard.options)
        # who writes another language is offered that first
        return here and not other and joins and not tongue_of(text, self._language)

    def _party_kind(self, text: str, heard: Hearing, ask: Ask[Any] | None) -> str | None:
        """Return the kind of party that a sentence names: "wij zijn een bedrijf"."""
        if ask is None or ask.names != KINDS or heard.asks or denies(text):
            return None
        labels = self._speech.labels(ask, self._language)
        return match(" ".join(heard.telling), labels, by_number=False)

    def _explain(self, tone: str, ask: Ask[Any] | None) -> Reply:
        """Say what is asked in other words, with something to tap where no text is awaited."""
        help_, is_open = self._help(ask), ask is not None and ask.kind.is_open
        said = tuple(help_ or [Say("talk-heard-puzzled")])
        human = self.offers.wish("human")
        if is_open:
            return Reply(said=said)
        if not help_:
            return Reply(said=said, offers=(human,))
        if tone == "puzzled":
            return Reply(said=said, offers=(self.offers.wish("help"), human), asks=False)
        if ask is not None and ask.key in ABOUT:
            return Reply(said=said, offers=(self.offers.wish("browse"),), asks=False)
        return Reply(said=said)

    def _ahead(self, ask: Ask[Any] | None, answer: list[Option]) -> Reply:
        """Say what comes after the open question, and what is sent when."""
        now, last = (0, 0) if ask is None or ask.step is None else ask.step
        said = Say("talk-heard-ahead")
        if ask is not None and SKIP in ask.kind.codes:
            # it comes after the yes, or beside it: its answer is kept at once
            said = Say("talk-heard-ahead-skip", left=last - now)
        elif now < last:
            said = Say("talk-heard-ahead-step", left=last - now)
        return Reply(said=(said,), offers=tuple(answer), asks=False)

    def _help(self, ask: Ask[Any] | None) -> list[Say]:
        """Return what the open question says in other words, if it does."""
        texts = self._speech.texts
        for attribute in ("help", "unclear") if ask is not None else ():
            if ask is not None and texts.has(ask.key, attribute):
                words = texts.text(ask.key, self._language, attribute, **ask.facts)
                return [Say("talk-heard-words", words=words)]
        return []


def _is_joining(heard: Hearing, ask: Ask[Any] | None) -> bool:
    """Return True if somebody who is taking part already says that they want to."""
    within = ask is not None and ask.key.startswith(INTEREST)
    alone = (option for option in heard.options if option.certainty is Certainty.ALONE)
    return within and any(option.name == "join" for option in alone)
