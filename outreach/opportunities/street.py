"""Streets and postcodes: how people say where they live, and in which places each of them lies.

A house number is passed over. Nothing of what somebody typed is kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col

from outreach.clean import without_marks
from outreach.opportunities.place import Place
from outreach.store.among import among
from outreach.store.columns import NUMBERED
from outreach.store.query import pick
from outreach.store.unit import Unit

STREET, POSTCODE = "street", "postcode"
POSTCODE_FORM = re.compile(r"(?<!\w)([1-9][0-9]{3}) ?([a-z]{2})(?!\w)", re.IGNORECASE)
DISTRICT_FORM = re.compile(r"[1-9][0-9]{3}")
"""The digits of a postcode alone, which stand for a part of a town."""
SHORT = {"str": "straat", "ln": "laan", "pln": "plein"}
"""How the end of a name is often shortened."""
LEAST_SHORT = 2
"""Letters before such an end."""
LONGEST_TYPED, MOST_WORDS, MOST_OF_A_NAME = 200, 12, 6
"""Letters and words of a text that are looked at; and words of the name of a street."""
LEAST_CLOSE, CLOSE = 5, 0.85
"""Fewer letters are never taken for a slip of the pen; how alike two names then must be."""
MOSTLY = 0.4
"""What part of the letters of a text the name of a street must be: the rest says "I live in"."""
BEGIN = 2
"""Letters that are right even in a slip of the pen, so that few streets are compared."""


class Street(SQLModel, table=True):
    """A street or a postcode, with a place that it lies in, by the place's code.

    `folded` is how names are compared, `start` what those that are alike have in common.
    """

    __table_args__ = (UniqueConstraint("folded", "code"), NUMBERED)

    id: int = Field(default=None, primary_key=True)
    kind: str
    folded: str
    start: str = Field(index=True)
    name: str
    code: str


STREETS_NAMED = (
    pick(Street.folded, Street.name, Street.code)
    .where(among(Street.folded, "names"))
    .order_by(Street.name, Street.code)
)
STREETS_BEGUN = (
    pick(Street.folded, Street.name, Street.code)
    .where(Street.kind == bindparam("kind"), Street.start == bindparam("start"))
    .order_by(Street.name, Street.code)
)
STREET_ANY = pick(Street.id).limit(1)
PLACES_OF_CODES = (
    pick(Place.id, Place.code, Place.name, Place.kind, Place.parent, Place.year)
    .where(among(Place.code, "codes"))
    .order_by(Place.name, col(Place.year))
)


@dataclass(frozen=True, slots=True)
class Lying:
    """A street or postcode that somebody named, as its list writes it, and where it lies."""

    name: str
    codes: tuple[str, ...]


def has_street_list(unit: Unit) -> bool:
    """True if the streets or postcodes of the town were read in."""
    return unit.run(STREET_ANY).first() is not None


def street_named(unit: Unit, *, text: str) -> Lying | None:
    """Return the street or postcode that a text names and says little else beside; or None."""
    text = text[:LONGEST_TYPED]
    postcode = POSTCODE_FORM.search(text)
    if postcode is not None:
        return _by_postcode(unit, postcode[1], postcode[2])
    if DISTRICT_FORM.fullmatch(text.strip()):
        return _by_postcode(unit, text.strip(), "")
    words = _words(text)
    runs = dict.fromkeys(_runs(words))
    if not runs:
        return None
    rows = unit.run(STREETS_NAMED, {"names": list(runs)})
    found = _gathered(rows, runs)
    return found or _nearly(unit, words)


def places_of(unit: Unit, *, codes: Sequence[str]) -> list[Place]:
    """Return the places with these codes, by name, each in its newest year."""
    rows = unit.run(PLACES_OF_CODES, {"codes": list(codes)})
    newest = {
        row.code: Place(
            id=row.id, code=row.code, name=row.name, kind=row.kind, parent=row.parent, year=row.year
        )
        for row in rows
    }
    return list(newest.values())


def folded_street(name: str) -> str:
    """Return the name of a street for comparing: without case, accents, blanks and signs."""
    return "".join(_words(name))


def folded_postcode(digits: str, letters: str) -> str:
    """Return a postcode for comparing: `1234ab`."""
    return f"{digits}{letters.casefold()}"


def start_of(folded: str) -> str:
    """Return how the names begin that are compared with one."""
    return folded[:BEGIN]


def _by_postcode(unit: Unit, digits: str, letters: str) -> Lying | None:
    """Return a postcode; one that is on no list stands for all with its digits."""
    if letters:
        whole = folded_postcode(digits, letters)
        found = _gathered(unit.run(STREETS_NAMED, {"names": [whole]}), [whole])
        if found is not None:
            return found
    rows = list(unit.run(STREETS_BEGUN, {"kind": POSTCODE, "start": digits}))
    codes = tuple(dict.fromkeys(row.code for row in rows))
    return Lying(digits, codes) if codes else None


def _nearly(unit: Unit, words: Sequence[str]) -> Lying | None:
    """Return the street whose name is a slip of the pen away from a short text."""
    said = [word for word in words if not any(letter.isdigit() for letter in word)]
    whole, longest = "".join(said), max(said, key=len, default="")
    tries = [whole] if len(said) <= MOST_OF_A_NAME else []
    tries += [longest] if len(whole) > len(longest) >= MOSTLY * len(whole) else []
    for name in tries:
        if len(name) < LEAST_CLOSE:
            continue
        rows = list(unit.run(STREETS_BEGUN, {"kind": STREET, "start": start_of(name)}))
        near = get_close_matches(name, {row.folded for row in rows}, n=1, cutoff=CLOSE)
        found = _gathered(rows, near)
        if found is not None:
            return found
    return None


def _gathered(rows: Iterable[Any], wanted: Iterable[str]) -> Lying | None:
    """Return the first wanted name that is there, with all its places."""
    by_name: dict[str, list[tuple[str, str]]] = {}
    for folded, name, code in rows:
        by_name.setdefault(folded, []).append((name, code))
    found = next((by_name[name] for name in wanted if name in by_name), None)
    return Lying(found[0][0], tuple(code for _, code in found)) if found else None


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Return words that stand together, the longest first, if they are most of what is said."""
    told = sum(len(word) for word in words if not word.isdigit())
    for size in range(min(len(words), MOST_OF_A_NAME), 0, -1):
        for start in range(len(words) - size + 1):
            run = "".join(words[start : start + size])
            if len(run) >= MOSTLY * told and not run.isdigit():
                yield run


def _words(text: str) -> list[str]:
    """Return the first words of a text, each as names are compared."""
    plain = without_marks(text.casefold())
    return [_whole(word) for word in re.findall(r"[^\W_]+", plain)[:MOST_WORDS]]


def _whole(word: str) -> str:
    """Return a word with its end written out: `lindenstr.` is `lindenstraat`."""
    for short, whole in SHORT.items():
        if word.endswith(short) and len(word) >= len(short) + LEAST_SHORT:
            return word.removesuffix(short) + whole
    return word
