"""What is said, before any channel.

A text says all of it in words. What a channel may show in a better way (a card, a link, the weight
of a choice) stands beside the text as values: no markup is ever in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

APART = re.compile(r"\n\s*\n")
"""What stands between two paragraphs."""
Weight = Literal["", "main", "more"]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, without blank ones."""
    return [part.strip() for part in APART.split(text.strip()) if part.strip()]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice under a message: the code that comes back, and the label that people see.

    The `main` one is what most people come for; what is `more` may stand out of sight at first.
    """

    code: str
    label: str = ""
    weight: Weight = ""

    def as_json(self) -> list[str]:
        """The option as it is stored."""
        return [self.code, self.label, *([self.weight] if self.weight else [])]


@dataclass(frozen=True, slots=True)
class Link:
    """A web address, and what people read instead of it."""

    address: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """One thing with its facts, shown by itself; each fact has a label.

    `number` is the one it has in a list, and `choice` the code of the option that opens it.
    `place` tells which paragraph of the message says the same in words, counted from zero. A `bare`
    card is a list of facts and no more; `changes` has for each of them the code with which it is
    changed, or nothing.
    `picture` is the address of a picture for a channel that draws none by itself; `photo` is the
    path of one that stands in the place of that of the theme, and `alt` says what it shows. A card
    to `keep` may be copied or shared, in words, where the channel can.
    """

    title: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    link: Link | None = None
    theme: str = ""
    number: int = 0
    choice: str = ""
    place: int = 0
    picture: str = ""
    bare: bool = False
    changes: tuple[str, ...] = ()
    photo: str = ""
    alt: str = ""
    keep: bool = False

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """Each fact: its label, its value, and the code with which it is changed, if it is."""
        codes = self.changes or ("",) * len(self.facts)
        return [(*fact, code) for fact, code in zip(self.facts, codes, strict=True)]

    @property
    def words(self) -> str:
        """The card as one paragraph."""
        title = f"{self.number}. {self.title}" if self.number else self.title
        lines = [title, self.text, *(f"{label}: {value}" for label, value in self.facts)]
        return "\n".join(APART.sub("\n", line) for line in lines if line)

    def as_json(self) -> dict[str, Any]:
        """The card as it is stored: empty parts left out."""
        facts = {
            "title": self.title,
            "text": self.text,
            "facts": [list(fact) for fact in self.facts],
            "link": None if self.link is None else [self.link.address, self.link.label],
            "theme": self.theme,
            "number": self.number,
            "choice": self.choice,
            "place": self.place,
            "picture": self.picture,
            "bare": self.bare,
            "changes": list(self.changes),
            "photo": self.photo,
            "alt": self.alt,
            "keep": self.keep,
        }
        return {name: value for name, value in facts.items() if value}

    def marked(self, mark: str) -> "Card":
        """Return the same card with a mark before its codes."""
        if not (self.choice or self.changes):
            return self
        changes = tuple(code and f"{mark}{code}" for code in self.changes)
        return replace(self, choice=self.choice and f"{mark}{self.choice}", changes=changes)

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Card":
        """Read a stored card."""
        link = facts.get("link")
        pairs = tuple((label, value) for label, value in facts.get("facts", ()))
        read = {"facts": pairs, "changes": tuple(facts.get("changes", ()))}
        return cls(**facts | read | {"link": None if link is None else Link(*link)})


@dataclass(frozen=True, slots=True)
class Frame:
    """What a channel with room for it may show around a message, beside the input.

    `step` is which question it is, of how many: the last paragraph of the text says so in words.
    `longest` is how many characters the answer may have, or 0. `back`: the answer before it can be
    taken back. `about` is the number of the opportunity that is talked about. `asks` is how many
    paragraphs the question itself has, before that of the step.
    """

    step: tuple[int, int] | None = None
    longest: int = 0
    back: bool = False
    about: int | None = None
    asks: int = 0

    def as_json(self) -> dict[str, Any]:
        """The frame as it is stored: empty parts left out."""
        facts: dict[str, Any] = {"step": self.step and list(self.step)}
        facts |= {"longest": self.longest, "back": self.back}
        facts |= {"about": self.about, "asks": self.asks}
        return {name: value for name, value in facts.items() if value}

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Frame":
        """Read a stored frame."""
        now, last = facts.get("step") or (0, 0)
        return cls(**facts | {"step": (now, last) if last else None})


BARE = Frame()


@dataclass(frozen=True, slots=True)
class Message:
    """Text with options, cards, a picture or links. Blank lines separate paragraphs.

    `rev` is the number of the question it asks: a channel that knows what was on screen hands it
    back. `topic` is the channel's own number of the part of a chat in which it belongs; without one
    it goes to the chat as a whole. `answers` is the channel's own number of the message below which
    it belongs. `open` says that any text answers the question: its options stand beside it.
    `frame` is what may be shown around it. `tongues` tells which paragraphs, counted from zero, are
    in which other language than the rest. `receipt` is the number of the receipt that goes along as
    a file, where the channel can.
    """

    text: str
    options: tuple[Option, ...] = ()
    picture: str | None = None
    links: tuple[Link, ...] = ()
    rev: int = 0
    topic: int | None = None
    answers: int | None = None
    open: bool = False
    frame: Frame = BARE
    cards: tuple[Card, ...] = ()
    tongues: tuple[tuple[int, str], ...] = ()
    receipt: int = 0

    @property
    def stepless(self) -> str:
        """The text for where the step is shown beside the input."""
        return self.text if self.frame.step is None else self.text.rpartition("\n\n")[0]

    @property
    def ways(self) -> tuple[Link, ...]:
        """Where it leads: its links, and that of a card that stands alone."""
        own = self.cards[0].link if len(self.cards) == 1 else None
        return self.links if own is None or own in self.links else (own, *self.links)

    @property
    def unlisted(self) -> tuple[Option, ...]:
        """The options for which no card stands."""
        listed = {card.choice for card in self.cards}
        return tuple(option for option in self.options if option.code not in listed)

    def marked(self, mark: str, **fields: Any) -> "Message":
        """Return the same message with a mark before the code of every choice, and other fields."""
        options = [
            Option(f"{mark}{option.code}", option.label, option.weight) for option in self.options
        ]
        cards = [card.marked(mark) for card in self.cards]
        return replace(self, options=tuple(options), cards=tuple(cards), **fields)

    def tongue(self, place: int) -> str | None:
        """Return the other language of a paragraph, counted from zero."""
        return dict(self.tongues).get(place)

    def parts(self, text: str | None = None) -> Iterator[str | Card]:
        """Yield the paragraphs of the text (or its beginning), cards instead of their words."""
        cards = {card.place: card for card in self.cards}
        for place, paragraph in enumerate(paragraphs(self.text if text is None else text)):
            yield cards.get(place, paragraph)

    def as_json(self) -> dict[str, Any]:
        """The message as it is stored: empty parts left out."""
        facts: dict[str, Any] = {"text": self.text}
        if self.options:
            facts["options"] = [option.as_json() for option in self.options]
        if self.picture:
            facts["picture"] = self.picture
        if self.links:
            facts["links"] = [[link.address, link.label] for link in self.links]
        if self.rev:
            facts["rev"] = self.rev
        if self.topic is not None:
            facts["topic"] = self.topic
        if self.answers is not None:
            facts["answers"] = self.answers
        if self.open:
            facts["open"] = True
        if self.frame != BARE:
            facts["frame"] = self.frame.as_json()
        if self.cards:
            facts["cards"] = [card.as_json() for card in self.cards]
        if self.tongues:
            facts["tongues"] = [list(tongue) for tongue in self.tongues]
        if self.receipt:
            facts["receipt"] = self.receipt
        return facts

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Message":
        """Read a stored message; one that retention emptied is an empty text."""
        read = facts.get
        return cls(
            read("text", ""),
            tuple(Option(*option) for option in read("options", ())),
            read("picture"),
            tuple(Link(*link) for link in read("links", ())),
            read("rev", 0),
            read("topic"),
            read("answers"),
            read("open", False),
            Frame.from_json(read("frame", {})),
            tuple(Card.from_json(card) for card in read("cards", ())),
            tuple((place, language) for place, language in read("tongues", ())),
            read("receipt", 0),
        )
