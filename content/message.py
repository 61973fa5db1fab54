"""What is said, before any channel."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """A choice under a message: the code that comes back, and the label that people see."""

    code: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a channel with room for it may show around a message, beside the input.

    `step` is which question it is, of how many: the last paragraph of the text says so in words.
    `longest` is how many characters the answer may have, or 0. `back`: the answer before it can be
    taken back. `about` is the number of the opportunity that is talked about.
    """

    step: tuple[int, int] | None = None
    longest: int = 0
    back: bool = False
    about: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The frame as it is stored: empty parts left out."""
        facts = {"step": self.step and list(self.step), "longest": self.longest, "back": self.back}
        return {name: value for name, value in (facts | {"about": self.about}).items() if value}

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Frame":
        """Read a stored frame."""
        now, last = facts.get("step") or (0, 0)
        return cls(**facts | {"step": (now, last) if last else None})


BARE = Frame()


@dataclass(frozen=True, slots=True)
class Message:
    """Text with options, a picture or a link. Blank lines separate paragraphs.

    `rev` is the number of the question it asks: a channel that knows what was on screen hands it
    back. `topic` is the channel's own number of the part of a chat in which it belongs; without one
    it goes to the chat as a whole. `answers` is the channel's own number of the message below which
    it belongs. `open` says that any text answers the question: its options stand beside it.
    `frame` is what may be shown around it.
    """

    text: str
    options: tuple[Option, ...] = ()
    picture: str | None = None
    link: str | None = None
    rev: int = 0
    topic: int | None = None
    answers: int | None = None
    open: bool = False
    frame: Frame = BARE

    @property
    def stepless(self) -> str:
        """The text for where the step is shown beside the input."""
        return self.text if self.frame.step is None else self.text.rpartition("\n\n")[0]

    def as_json(self) -> dict[str, Any]:
        """The message as it is stored: empty parts left out."""
        facts: dict[str, Any] = {"text": self.text}
        if self.options:
            facts["options"] = [[option.code, option.label] for option in self.options]
        if self.picture:
            facts["picture"] = self.picture
        if self.link:
            facts["link"] = self.link
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
        return facts

    @classmethod
    def from_json(cls, facts: dict[str, Any]) -> "Message":
        """Read a stored message; one that retention emptied is an empty text."""
        options = tuple(Option(code, label) for code, label in facts.get("options", ()))
        read = facts.get
        where = read("topic"), read("answers"), read("open", False)
        shown = read("picture"), read("link"), read("rev", 0)
        frame = Frame.from_json(read("frame", {}))
        return cls(read("text", ""), options, *shown, *where, frame)
