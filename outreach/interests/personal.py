"""Find what points at a person in a text that is about to go to everybody; a human decides.

A false hit costs a second look, a miss costs somebody's privacy: so it errs towards hits.
"""

import re
from collections.abc import Iterable, Iterator

COUNTRY = "NL"
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NAME = (
    rf"{CAPITAL}[\w'’-]+(?:\s+(?:van|de|den|der|het|ten|ter|el|al|'t|von|da|di)\b)*"
    rf"(?:\s+{CAPITAL}[\w'’-]+)*"
)
STREET = (
    "straat|laan|plein|kade|gracht|singel|steeg|dreef|plantsoen|dijk|(?<!onder)(?<!vaar)weg"
    "|street|road|avenue"
)
STREET_WITH_A_CAPITAL = (
    "hof|pad|park|markt|baan|dam|wal|brink|hoek|veld|kamp|akker|burg|horst|poort|haven|brug|lane"
)
"""Ends of names that are ends of other words too: antwoord 3, fietspad 2."""
BEGINNING = "{0,40}"
"""Signs before the end of a street's name, at most: without that, "a-a-a-…" is read
anew from each of its signs.
"""
NUMBER = (
    r"\s+(?:nr\.? ?|nummer |no\.? ?)?\d+(?:\s?-?\s?[a-zA-Z]\b|[a-zA-Z]\b|-\d+)?"
    r"(?!\s*(?:uur|jaar|weken|dagen|meter|m2|euro|keer|mensen|bomen)\b)"
)
ADDRESSED = (
    r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|de heer|dhr\.?|buurman|buurvrouw|mr\.?|mrs\.?|ms\.?"
)
TWO_LETTERS = "en|of|in|op|om|te|na|we|ik|je|er|ze|al|is|to|or|at|by|on"
"""Words that may follow a year, as the letters of a postcode follow its digits."""
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # e-mail; tried once per run of such characters
        r"(?<![\w.+%-])[\w.+%-]++@[\w-]+(?:\.[\w-]+)+",
        # a name in an app
        r"(?<![\w@.])@\w{4,}",
        r"(?:https?://)?(?:t\.me|wa\.me|(?:www\.)?(?:facebook|instagram|linkedin)\.com)/\S+",
        # postcode as it should be written
        r"\b[1-9]\d{3} ?[A-Z]{2}\b(?:\s*\d+[A-Za-z]?\b)?",
        # postcode in small letters, with a house number
        (
            rf"\b[1-9]\d{{3}} ?(?!(?:{TWO_LETTERS})\b)(?i:[a-z]{{2}})\s*,?\s*(?:nr\.? "
            rf"?)?\d+\s?[a-zA-Z]?\b"
        ),
        rf"\b(?i:[\w'’-]{BEGINNING}(?:{STREET})){NUMBER}",
        rf"\b{CAPITAL}[\w'’-]{BEGINNING}(?i:{STREET_WITH_A_CAPITAL}){NUMBER}",
        rf"\b(?i:ik ben|i am|i'm|dit is|this is|met)\s+(?!De\b|Het\b|Een\b){NAME}",
        (
            r"\b(?i:ik heet|(?:mijn|m'n) (?:voor|achter)?naam is|my name is|noem "
            r"mij)\s+[\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)*"
        ),
        rf"\b(?i:{ADDRESSED})\s+(?:(?:van|de|den|der|el|al)\s+)*{NAME}",
        rf"\b(?i:groet(?:en|jes)?|gr\.?|mvg|regards|greetings)\s*,?\s+(?:van\s+)?{NAME}",
    )
)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
BSN = re.compile(r"(?<![\d,.])\d{9}(?![\d,.]|\d)")
SHORTEST_NAME = 3
CONNECTING = {"van", "den", "der", "het", "ten", "ter", "von", "and", "the"}


def personal(text: str, *, people: Iterable[str] = (), names: Iterable[str] = ()) -> list[str]:
    """Return each piece of a text that may point at a person, in order.

    `people` are names of persons, whose parts are searched for too; `names` are those of groups,
    searched for as a whole.
    """
    return _pieces(text, {*_numbers(text), *_patterns(text), *_known(text, people, names)})


def known(text: str, *, people: Iterable[str] = (), names: Iterable[str] = ()) -> list[str]:
    """Return each of these names that stands in a text, and nothing else."""
    return _pieces(text, set(_known(text, people, names)))


def _pieces(text: str, found: set[tuple[int, int]]) -> list[str]:
    pieces: list[str] = []
    end = -1
    for start, stop in sorted(found):
        if stop > end:
            pieces.append(" ".join(text[start:stop].split()))
            end = stop
    return list(dict.fromkeys(pieces))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    # Imported here: only a check of an answer needs the numbering plans of all countries.
    import phonenumbers

    for match in phonenumbers.PhoneNumberMatcher(text, COUNTRY):
        yield match.start, match.end
    for found in IBAN.finditer(text):
        if _is_account(found[0].replace(" ", "")):
            yield found.span()
    for found in BSN.finditer(text):
        if _is_citizen(found[0]):
            yield found.span()


def _patterns(text: str) -> Iterator[tuple[int, int]]:
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            yield found.span()


def _known(text: str, people: Iterable[str], names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Whole names in any case; a part of a person's name only if it is written as a name."""
    wholes = [name for name in (*people, *names) if len(name.strip()) >= SHORTEST_NAME]
    parts = {part for name in people for part in re.findall(r"[\w'’-]+", name)}
    for name in wholes:
        for found in re.finditer(rf"(?<!\w){_loose(name)}(?!\w)", text, re.IGNORECASE):
            yield found.span()
    for part in parts:
        if len(part) >= SHORTEST_NAME and part.casefold() not in CONNECTING:
            for found in re.finditer(
                rf"(?<!\w){re.escape(part.capitalize())}(?:s|'s|’s)?(?!\w)", text
            ):
                yield found.span()


def _loose(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _is_account(given: str) -> bool:
    """Check an IBAN's own digits (ISO 13616)."""
    return (
        15 <= len(given) <= 34
        and int("".join(str(int(sign, 36)) for sign in given[4:] + given[:4])) % 97 == 1
    )


def _is_citizen(given: str) -> bool:
    """Check a citizen service number's own digits (the Dutch "elfproef")."""
    return (
        sum(
            int(digit) * weight
            for digit, weight in zip(given, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)
        )
        % 11
        == 0
    )
