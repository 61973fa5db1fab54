"""Turn what a dialogue says and asks into one message, and list the words that answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.heard import Unclear
from bot.matching import plain
from bot.questions import longest_of
from bot.steps import Ask, Say, Show, UnboundTell
from content.fluent import languages, words
from content.message import Card, Frame, Link, Message, Option, Weight, paragraphs
from content.texts import Texts
from content.values import language_name
from outreach.interests.chosen import NO, YES

AGAIN = "again"
"""The word that begins anew, where "start" goes on."""
ON_TOP = (
    "help",
    "human",
    "language",
    "my_data",
    "forget",
    "question",
    "link",
    "email",
    "receipt",
    "leave",
    "menu",
)
"""Words that begin the dialogue of that name on top of another one, which waits beneath it."""
AGREEMENT, ANSWERS = "agreement", (YES, NO)
"""The dialogue in which a party that was chosen says yes or no, and the words that lead there."""
COMMANDS = (
    "stop",
    "start",
    AGAIN,
    "back",
    "cancel",
    *ON_TOP,
    "interests",
    "plan",
    *ANSWERS,
    "privacy",
)
"""Words that work everywhere."""
COMMAND_MARK = "!"
CHANGE_MARK = "~"
"""Stands before the key of a question in the code of a button that changes its answer."""
HUMAN = f"{COMMAND_MARK}human"
LABEL = 60
"""Characters of a title on a button: those of other systems may be far longer."""
OFFER_AFTER = 3
"""Misunderstandings in a row after which a human is offered."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said, part by part, and the fields of the message that stand beside these."""

    parts: list[str]
    beside: dict[str, Any]


@dataclass(frozen=True)
class TellCard:
    """A card in words for a rule that keeps or sends it, as `Tell` is for a text."""

    show: Show
    texts: Texts | None = None

    def in_words_of(self, texts: Texts) -> "TellCard":
        """Return the same, bound to these texts."""
        return TellCard(self.show, texts)

    def __call__(self, language: str, /) -> Message:
        """Show it in a language."""
        if self.texts is None:
            raise UnboundTell(self.show.key)
        card = card_of(self.texts, self.show, language)
        return Message(card.words, cards=(card,))


def tell_card(show: Show) -> TellCard:
    """Make a card that a rule keeps or sends."""
    return TellCard(show)


def card_of(
    texts: Texts, show: Show, language: str, link: Link | None = None, place: int = 0
) -> Card:
    """Return a card with its words, where it leads, and at which paragraph it stands."""
    say = texts.spoken(language)
    known = [row for row in show.rows if show.facts[row] not in (None, "", [])]
    text, picture = (texts.has(show.key, name) for name in ("text", "picture"))
    return Card(
        title=say.text(show.key, **show.facts),
        text=say.text(show.key, "text", **show.facts) if text else "",
        facts=tuple((say.text(show.key, row), say.shown(show.facts[row])) for row in known),
        link=link,
        theme=show.theme,
        photo=show.photo,
        alt=show.alt,
        number=show.number,
        choice=show.choice,
        place=place,
        keep=bool(show.leads),
        picture=say.text(show.key, "picture", **show.facts) if picture else "",
        bare=show.bare,
        changes=tuple(_changing(show.changes.get(row)) for row in known if show.changes),
    )


class Speech:
    """The texts of a house, as a conversation needs them; `desk` is where complaints go."""

    def __init__(self, texts: Texts, desk: str = "") -> None:
        self.texts, self.desk = texts, desk
        self.command_of = {
            plain(word): name for name in COMMANDS for word in words("talk-words", _attribute(name))
        }
        self.synonyms = cache(self._find_synonyms)
        self._label = cache(self._find_label)
        self._step = cache(self._tell_step)

    def message(
        self,
        said: Sequence[Say],
        ask: Ask[Any] | None,
        language: str,
        *,
        unclear: Unclear | None,
        misses: int,
        offers: Sequence[Option] = (),
        alone: bool = False,
    ) -> Message:
        """Join what is said and asked into a message.

        After a misunderstanding it asks in other words; the third time it offers a human. `offers`
        are options for what was heard, before those of the question; `alone`: without the question.
        """
        told = self._told(said, language)
        parts = told.parts
        if ask is None or alone:
            offered = tuple(offers) if alone else ()
            return Message("\n\n".join(parts), offered, **told.beside)
        if unclear is not None:
            parts.append(self._other_words(ask, unclear, misses, language))
        question = self.texts.text(ask.key, language, **ask.facts)
        parts.append(question)
        if ask.step is not None:
            parts.append(self._step(ask.step, language))
        options = _beside(offers, self._buttons(ask, language))
        if misses >= OFFER_AFTER and HUMAN not in [option.code for option in offers]:
            options.append(self._human(language))
        # where there is nothing to press, a text is all that is left
        open_beside = ask.kind.is_open and bool(options)
        return Message(
            "\n\n".join(filter(None, parts)),
            tuple(options),
            open=open_beside,
            frame=Frame(ask.step, longest_of(ask.kind), asks=len(paragraphs(question))),
            **told.beside,
        )

    def _told(self, said: Sequence[Say], language: str) -> _Told:
        """Put what is said into words; with the cards and the links that are in it."""
        parts: list[str] = []
        cards: list[Card] = []
        links: list[Link] = []
        tongues: list[tuple[int, str]] = []
        # what somebody reads best comes first
        for say in sorted(said, key=lambda say: not say.tongue):
            link = self._link(say, language)
            place = sum(len(paragraphs(part)) for part in parts)
            if isinstance(say, Show):
                cards.append(card_of(self.texts, say, language, link, place))
                parts.append(cards[-1].words)
                continue
            parts.append(self.texts.text(say.key, say.tongue or language, **say.facts))
            if say.tongue:
                tongues += ((place + at, say.tongue) for at in range(len(paragraphs(parts[-1]))))
            links += [] if link is None or link in links else [link]
        beside = {
            "links": tuple(links),
            "cards": tuple(cards),
            "tongues": tuple(tongues),
            "receipt": max((say.receipt for say in said), default=0),
        }
        return _Told([part for part in parts if part], beside)

    def _link(self, say: Say, language: str) -> Link | None:
        key = (say.leads if isinstance(say, Show) else "") or say.key
        if not self.texts.has(key, "page"):
            return None
        text = self.texts.spoken(language).text
        return Link(text(key, "page", **say.facts), text(key, "read", **say.facts))

    def _buttons(self, ask: Ask[Any], language: str) -> list[Option]:
        """The options that are shown, each with its weight."""
        hidden = _hidden(ask)
        return [
            Option(option.code, option.label, _weight(ask, option.code))
            for option in self.options(ask, language)
            if option.code not in hidden
        ]

    def options(self, ask: Ask[Any], language: str) -> list[Option]:
        """The options of a question with their labels."""
        bound = [
            option if option.label else Option(option.code, self._named(ask, option.code, language))
            for option in ask.options
        ]
        return bound + [
            Option(code, self._label(ask.key, code, language)) for code in ask.kind.codes
        ]

    def labels(
        self, ask: Ask[Any], language: str, *, offers_human: bool = False
    ) -> dict[str, tuple[str, ...]]:
        """Return for each option the words that mean it, its label first.

        The options that are shown come first, so that their numbers count.
        """
        hidden = _hidden(ask)
        options = self.options(ask, language)
        shown = [option for option in options if option.code not in hidden]
        if offers_human:
            shown.append(self._human(language))
        options = shown + [option for option in options if option.code in hidden]
        numbers = {
            option.code: (str(number),)
            for number, option in enumerate(ask.options if ask.first else (), ask.first)
        }
        return {
            option.code: (
                option.label,
                *numbers.get(option.code, ()),
                *self.synonyms(option.code),
            )
            for option in options
        }

    def _other_words(self, ask: Ask[Any], unclear: Unclear, misses: int, language: str) -> str:
        """Ask in other words, and never twice in a row in the same."""
        if misses >= OFFER_AFTER:
            key = "talk-offer-human" if misses % 2 else "talk-offer-human-again"
            return self.texts.text(key, language)
        if unclear.key is not None:
            return self.texts.text(unclear.key, language, **unclear.facts)
        attribute = "help" if misses > 1 else "unclear"
        if self.texts.has(ask.key, attribute):
            return self.texts.text(ask.key, language, attribute, **ask.facts)
        return self.texts.text("talk-unclear-again" if misses > 1 else "talk-unclear", language)

    def _tell_step(self, step: tuple[int, int], language: str) -> str:
        now, last = step
        return self.texts.text("talk-step", language, now=str(now), all=str(last))

    def _find_label(self, key: str, code: str, language: str) -> str:
        """An option's label: the question's own, else the one that holds everywhere."""
        name = _attribute(code)
        return self.texts.text(key if self.texts.has(key, name) else "option", language, name)

    def _human(self, language: str) -> Option:
        return Option(HUMAN, self.texts.text("option", language, "human"))

    def _named(self, ask: Ask[Any], code: str, language: str) -> str:
        return (
            self.texts.name(ask.names, code, language)
            if ask.names
            else self.texts.text(code, language, "short")
        )

    def _find_synonyms(self, code: str) -> tuple[str, ...]:
        """The other words for an option: those of the texts, or what a language is called."""
        named = languages() if code in self.texts.languages else ()
        called = (language_name(code, language) for language in named)
        return (*words("option-words", _attribute(code)), *called)


def _changing(key: str | None) -> str:
    return f"{CHANGE_MARK}{key}" if key else ""


def _attribute(name: str) -> str:
    return name.replace("_", "-")


def _beside(offers: Sequence[Option], asked: Sequence[Option]) -> list[Option]:
    """Put offers before what a question asks; what it asks in the same words is not offered."""
    labels = {option.label for option in asked}
    return [*(option for option in offers if option.label not in labels), *asked]


def _hidden(ask: Ask[Any]) -> set[str]:
    beyond = () if ask.shown is None else ask.options[ask.shown :]
    return {*ask.unseen, *(option.code for option in beyond)}


def _weight(ask: Ask[Any], code: str) -> Weight:
    if code == ask.main:
        return "main"
    return "more" if code in ask.more else ""
