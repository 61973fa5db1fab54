"""The facts that an exchange carries, and the object that holds those OCDS has no place for.

`tender.x_kansenbode` holds a fact of ours where plain OCDS would not give the same value back, and
`by`: the organisation that wrote it. The contact official is left out: a member of staff's name is
no open data, and one of another organisation is no contact here.

`bids.details[].x_kansenbode` holds one fact, `outcome`: "agreed" or "declined", once the decision
was made. OCDS has no status for a bid that was fit and not chosen: both are "valid", and
"disqualified" would be untrue.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from outreach.clean import clean
from outreach.exchange.findings import ImportFinding
from outreach.exchange.notation import MOST_CENTS, read_date, read_moment, write_moment
from outreach.opportunities import codes
from outreach.opportunities.checks import checklist
from outreach.opportunities.limits import MOST_DAYS, MOST_ITEMS
from outreach.opportunities.place import place_kind

OWN = "x_kansenbode"
LONGEST = 20_000
SHORT = 300


def no_facts() -> dict[str, Any]:
    """Every fact that an exchange carries, as it stands in a record
    about which nothing is known.
    """
    return {
        "title": "",
        "summary": "",
        "description": "",
        "language": "nl",
        "translations": {},
        "direction": None,
        "origin": "municipality",
        "arrangement": None,
        "municipality_role": None,
        "contributions": [],
        "cooperation": False,
        "checklist": {},
        "themes": [],
        "places": [],
        "value_cents": None,
        "currency": "EUR",
        "questions_until": None,
        "answers_until": None,
        "starts_on": None,
        "duration": "",
        "answer_days": 10,
        "parts": [],
        "requirements": [],
        "criteria": [],
    }


def write_own(facts: Mapping[str, Any], plain: Mapping[str, Any], by: str) -> dict[str, Any]:
    """Give the object for a release: the facts that plain OCDS would
    read back as something else.
    """
    return {"by": by} | {
        name: _written(facts[name]) for name in no_facts() if facts[name] != plain[name]
    }


def read_own(held: object) -> tuple[dict[str, Any], list[ImportFinding]]:
    """Read the object back; a fact that is not of its kind is left out, with a finding."""
    facts: dict[str, Any] = {}
    findings: list[ImportFinding] = []
    for name, read in READERS.items():
        if isinstance(held, dict) and name in held:
            try:
                facts[name] = read(held[name])
            except (ValueError, TypeError, KeyError, AttributeError):
                findings.append(ImportFinding("exchange-own-wrong", facts={"field": name}))
    return facts, findings


def written_by(release: Mapping[str, Any]) -> str | None:
    """Tell which organisation's Kansenbode wrote a release, if one did."""
    tender = release.get("tender")
    held = tender.get(OWN) if isinstance(tender, dict) else None
    by = held.get("by") if isinstance(held, dict) else None
    return by if isinstance(by, str) else None


def part_facts(**values: Any) -> dict[str, Any]:
    """A part with all its facts."""
    return {
        "key": "",
        "title": "",
        "description": "",
        "budget_cents": None,
        "say": "",
        "translations": {},
    } | values


def criterion_facts(
    text: str, weight: int, translations: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A criterion with all its facts."""
    return {"text": text, "weight": weight, "translations": translations or {}}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return write_moment(value)
    return value.isoformat() if isinstance(value, date) else value


def _text(value: Any, longest: int = LONGEST) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    text = clean(value, longest + 1)
    if len(text) > longest:
        raise ValueError(len(text))
    return text


def _short(value: Any) -> str:
    return _text(value, SHORT)


def _code(among: tuple[str, ...]) -> Callable[[Any], str | None]:
    def read(value: Any) -> str | None:
        if value is not None and value not in among:
            raise ValueError(value)
        found: str | None = value
        return found

    return read


def _code_list(among: tuple[str, ...]) -> Callable[[Any], list[str]]:
    def read(value: Any) -> list[str]:
        return [_member(item, among) for item in _items(value)]

    return read


def _member(value: Any, among: tuple[str, ...]) -> str:
    if value not in among:
        raise ValueError(value)
    return str(value)


def _items(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise TypeError(value)
    return value


def _whole(least: int, most: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(value)
        return value

    return read


def _cents(value: Any) -> int | None:
    return None if value is None else _whole(0, MOST_CENTS)(value)


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _moment(value: Any) -> datetime | None:
    return None if value is None else read_moment(value, ZoneInfo("UTC"))[0]


def _date(value: Any) -> date | None:
    return None if value is None else read_date(date.fromisoformat(value).isoformat())


def _words(value: Any) -> dict[str, str]:
    return {_short(name): _text(text) for name, text in value.items()}


def _checklist(value: Any) -> dict[str, str]:
    return {_member(name, checklist("combined")): text for name, text in _words(value).items()}


def _translations(value: Any) -> dict[str, dict[str, str]]:
    return {_short(language): _words(words) for language, words in value.items()}


def _places(value: Any) -> list[str]:
    found = [_short(code) for code in _items(value)]
    if not all(place_kind(code) for code in found):
        raise ValueError(value)
    return sorted(set(found))


def _parts(value: Any) -> list[dict[str, Any]]:
    parts = [
        part_facts(
            **{name: read(item[name]) for name, read in PART_READERS.items() if name in item}
        )
        for item in _items(value)
    ]
    keys = [part["key"] for part in parts]
    if "" in keys or len(set(keys)) < len(keys):
        raise ValueError(keys)
    return parts


def _requirements(value: Any) -> list[dict[str, Any]]:
    return [
        {name: read(item[name]) for name, read in REQUIREMENT_READERS.items()}
        for item in _items(value)
    ]


def _criteria(value: Any) -> list[dict[str, Any]]:
    return [
        {name: read(item[name]) for name, read in CRITERION_READERS.items()}
        for item in _items(value)
    ]


Readers = dict[str, Callable[[Any], Any]]
PART_READERS: Readers = {
    "key": _short,
    "title": _short,
    "description": _text,
    "budget_cents": _cents,
    "say": _short,
    "translations": _translations,
}
REQUIREMENT_READERS: Readers = {
    "kinds": _code_list(codes.PARTY_KINDS),
    "text": _text,
    "alternative": _text,
    "translations": _translations,
}
CRITERION_READERS: Readers = {
    "text": _text,
    "weight": _whole(0, 100),
    "translations": _translations,
}
READERS: Readers = {
    "title": _short,
    "summary": _text,
    "description": _text,
    "language": _short,
    "translations": _translations,
    "direction": _code(codes.DIRECTIONS),
    "origin": lambda value: _member(value, codes.ORIGINS),
    "arrangement": _code(codes.ARRANGEMENTS),
    "municipality_role": _code(codes.ROLES),
    "contributions": _code_list(codes.CONTRIBUTIONS),
    "cooperation": _yes_no,
    "checklist": _checklist,
    "themes": _code_list(codes.THEMES),
    "places": _places,
    "value_cents": _cents,
    "currency": _short,
    "questions_until": _moment,
    "answers_until": _moment,
    "starts_on": _date,
    "duration": _short,
    "answer_days": _whole(1, MOST_DAYS),
    "parts": _parts,
    "requirements": _requirements,
    "criteria": _criteria,
}
