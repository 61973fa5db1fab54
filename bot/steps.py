"""The steps that a dialogue may await: ask, say, look, put, do, change."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, Generic, NoReturn, ParamSpec, Self, TypeVar

from bot.heard import Kind
from bot.listening.judging import Awaited
from bot.questions import awaited
from content.message import Message, Option
from content.texts import Texts
from outreach.store.unit import Unit

P = ParamSpec("P")
T = TypeVar("T")


class Step(Generic[T]):
    """Something that a dialogue may await."""

    def __await__(self) -> Generator["Step[T]", T, T]:
        return (yield self)


@dataclass(frozen=True)
class Ask(Step[T]):
    """A question. `key` is its text, and `step` says which one it is, of how many.

    A `letter` is a message to a colleague: nearly everything in it is for them to read.
    It `adds_to` the open question before it, by its key: what is no answer may belong to that one.
    Options that depend on data come by `among`. One without a label is a code of the list `names`,
    or else another question's key, shown in short. `first` is the number of the first of them where
    they are numbered; no other number means an option then. `main` is the option that most people
    come for, and those in `more` may stand out of sight. What is `known` is not asked, unless the
    person goes back to it.
    """

    key: str
    kind: Kind[T]
    step: tuple[int, int] | None = None
    options: tuple[Option, ...] = ()
    shown: int | None = None
    names: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    letter: bool = False
    adds_to: str = ""
    first: int = 0
    main: str = ""
    more: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    known: T | None = None

    @property
    def awaits(self) -> Awaited:
        """What an open question asks for."""
        return "letter" if self.letter else awaited(self.kind)

    def among(
        self, options: Iterable[Option], shown: int | None = None, first: int = 0
    ) -> "Ask[T]":
        """Return the same question with these options; only the first `shown` of them as buttons.

        The others can be typed.
        """
        return self._but(options=tuple(options), shown=shown, first=first)

    def without(self, *codes: str) -> "Ask[T]":
        """Return the same question without the buttons of these options; they can be typed."""
        return self._but(unseen=codes)

    def about(self, **facts: object) -> "Ask[T]":
        """The same question with facts filled into its text."""
        return self._but(facts=facts)

    def given(self, known: T | None) -> "Ask[T]":
        """Return the same question with the answer that the person gave elsewhere, if they did."""
        return self._but(known=known)

    def at(self, step: tuple[int, int] | None) -> "Ask[T]":
        """Return the same question as one of so many, or by itself."""
        return self._but(step=step)

    def _but(self, **fields: object) -> "Ask[T]":
        """Return the same question with other fields.

        A dialogue runs again from the top each turn and does so a dozen times; `replace` reads all
        fields one by one.
        """
        ask: Ask[T] = object.__new__(Ask)
        ask.__dict__.update(self.__dict__, **fields)
        return ask


class Say(Step[None]):
    """Something told. It is not recorded: only what is said after the last answer is sent.

    A text with an attribute `page` leads there; people read its `read` instead of the address.
    `tongue` is the language in which it is said, if that is not the one of the conversation.
    `receipt` is the number of the receipt that goes along as a file, where the channel can.
    """

    receipt = 0

    def __init__(self, key: str, /, **facts: object) -> None:
        self.key, self.tongue = key, ""
        self.facts = facts

    def enclosing(self, receipt: int) -> Self:
        """Let a receipt go along as a file."""
        self.receipt = receipt
        return self

    def in_tongue(self, tongue: str) -> Self:
        """Say this in another language than that of the conversation."""
        self.tongue = tongue
        return self


class Show(Say):
    """A card: the text is its title, and it may have a `text` and a `page`.

    Each of its `rows` is a fact with its label; one that is empty or None is left out.
    In a list it has a `number`, and the option `choice` opens it. A `bare` one is a list of facts
    that somebody told; `changes` has for a row the key of the question that it answered. `photo` is
    the path of a picture with its `alt`, where there is more to show than the `theme`. `leads` is
    the text whose page it leads to, if that is not its own.
    """

    leads = ""

    def __init__(
        self,
        key: str,
        /,
        *,
        rows: tuple[str, ...] = (),
        theme: str = "",
        number: int = 0,
        choice: str = "",
        bare: bool = False,
        changes: Mapping[str, str] | None = None,
        photo: str = "",
        alt: str = "",
        **facts: object,
    ) -> None:
        super().__init__(key, **facts)
        self.photo, self.alt = photo, alt
        self.rows, self.theme, self.number, self.choice = rows, theme, number, choice
        self.bare, self.changes = bare, changes or {}

    def leading(self, key: str, /, **facts: object) -> Self:
        """Let it lead to the page of another text, with more facts: somebody may keep it."""
        self.leads, self.facts = key, {**self.facts, **facts}
        return self


@dataclass(frozen=True)
class Look(Step[T]):
    """A rule that reads. It runs once, then its result is replayed."""

    rule: Callable[..., T]
    args: tuple[Any, ...]
    values: Mapping[str, Any]


class Put(Look[T]):
    """A rule that stores the answer it is handed, or that there is none.

    One may go back past it: the next answer is put in its place.
    """


class Do(Look[T]):
    """A rule that changes the store. It runs once, ever: nothing goes back past it."""


class Change(Step[NoReturn]):
    """Let the person pick one of these answers and give it again; the others become offers."""

    def __init__(self, *asks: Ask[Any]) -> None:
        self.asks = asks


@dataclass(frozen=True)
class Next:
    """What a dialogue returns to go on with another one.

    One that was under way in another conversation comes with its transcript and offers; `rev` is
    the number of the last question put there, so that nothing typed under that one is taken for an
    answer here.
    """

    dialogue: str
    about: Mapping[str, Any] = field(default_factory=dict)
    transcript: Sequence[list[Any]] = ()
    offers: Mapping[str, Any] = field(default_factory=dict)
    rev: int = 0


class UnboundTell(RuntimeError):
    """A rule was run with words that nobody bound to the texts."""


@dataclass(frozen=True)
class Tell:
    """Words for somebody else: the rule that gets them calls it with a language.

    It is bound to the texts when the rule is run.
    """

    key: str
    facts: Mapping[str, object]
    texts: Texts | None = None

    def in_words_of(self, texts: Texts) -> "Tell":
        """Return the same, bound to these texts."""
        return replace(self, texts=texts)

    def __call__(self, language: str, /, **facts: object) -> Message:
        """Say it in a language, with more facts."""
        if self.texts is None:
            raise UnboundTell(self.key)
        return Message(self.texts.text(self.key, language, **self.facts, **facts))


def tell(key: str, /, **facts: object) -> Tell:
    """Make words with which a rule tells somebody else something."""
    return Tell(key, facts)


def look(rule: Callable[Concatenate[Unit, P], T]) -> Callable[P, Look[T]]:
    """Bind a rule that reads."""
    return lambda *args, **values: Look(rule, args, values)


def put(rule: Callable[Concatenate[Unit, P], T]) -> Callable[P, Put[T]]:
    """Bind a rule that stores an answer, and stores another one in its place if handed that."""
    return lambda *args, **values: Put(rule, args, values)


def do(rule: Callable[Concatenate[Unit, P], T]) -> Callable[P, Do[T]]:
    """Bind a rule that changes the store."""
    return lambda *args, **values: Do(rule, args, values)
