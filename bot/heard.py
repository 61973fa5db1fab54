"""What somebody did at a question, and what a kind of answer is.

The kinds themselves stand in `bot/questions.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from bot.listening.judging import Verdict

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the person did: a text, or a pressed option.

    `meant`: they said that the text is an answer, whatever it looks like.
    """

    text: str = ""
    choice: str | None = None
    meant: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """This is not an answer to the question; `key` says why, if that is known.

    `verdict` is what else it is; `fits`: the question would have taken it all the same.
    """

    key: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    verdict: Verdict | None = None
    fits: bool = False


class Kind(Protocol[T_co]):
    """A kind of answer. `codes` are its fixed options; `is_open`: it expects free text."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The options that this kind always has."""

    @property
    def is_open(self) -> bool:
        """Whether any text is an answer."""

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> T_co | Unclear:
        """Return the value of what was heard; `labels` has the words for each option."""

    def fits(self, value: Any, labels: Mapping[str, tuple[str, ...]]) -> bool:
        """Return True if a stored value is still an answer to this question."""
