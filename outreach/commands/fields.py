"""Read what staff type as `field=value` into facts; what does not fit is refused with an example."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import orjson
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from outreach.commands.terminal import Terminal
from outreach.commands.words import code_meant, field_meant, fields_shown
from outreach.exchange.notation import read_amount, read_date, read_deadline, read_yes_no
from outreach.opportunities.limits import LONGEST, LONGEST_ANSWER, MOST_CENTS, MOST_DAYS
from outreach.store.clean import clean
from outreach.store.errors import Refusal

MONEY = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,]\d{2})?")
"""Dots or commas part thousands only where three digits follow each: 1.2.3 is no amount."""
ONE = {
    "direction": "direction", "arrangement": "arrangement", "municipality_role": "role", "origin": "origin",
}  # fmt: skip
SEVERAL = {"contributions": "contribution", "themes": "theme"}
LISTS = ("parts", "requirements", "criteria")
"""Fields that take one code of a list, several, and those that hold pieces."""
YEARS = range(1900, 2200)
T = TypeVar("T")
Day = TypeVar("Day", bound=date)
Words = dict[str, str]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", str_max_length=4_000)

    translations: dict[str, Words] = {}


class _Part(_Given):
    key: str = Field(min_length=1)
    title: str = Field(min_length=1)
    description: str = ""
    budget: str | None = None
    say: str = ""


class _Requirement(_Given):
    kinds: list[str] = []
    text: str = Field(min_length=1)
    alternative: str = ""


class _Criterion(_Given):
    text: str = Field(min_length=1)
    weight: int = Field(ge=0, le=100)


def read_fields(pairs: Sequence[str], terminal: Terminal) -> dict[str, Any]:
    """Read `field=value` pairs into facts. `translations` holds only the words that were given, to be merged in.

    A field goes by its own name or by its heading, a code by its own name or by what people call it.
    """
    facts: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name, value = clean(name, 120), clean(value, 1_000_000)
        if not equals:
            raise Refusal("refusal-pair", given=clean(pair, 80))
        among, dot, rest = name.partition(".")
        dotted = field_meant(terminal.texts, among, ("checklist", "translations")) if dot else None
        if dotted == "checklist" or (not dot and terminal.texts.code("checklist", name)):
            facts.setdefault("checklist", {})[_answered(terminal, rest or name)] = _short(name, value, LONGEST_ANSWER)
        elif dotted == "translations":
            language, word = _translated(terminal, name, rest)
            words = facts.setdefault("translations", {}).setdefault(language, {})
            words[word] = _short(name, value, LONGEST.get(word, LONGEST_ANSWER))
        else:
            facts |= _fact(terminal, name, value)
    return facts


def _fact(terminal: Terminal, name: str, value: str) -> dict[str, Any]:
    field = field_meant(terminal.texts, name, FIELDS)
    if field is None:
        shown = f"{fields_shown(terminal, FIELDS)}, checklist.…, {terminal.heading('translations')}.en.…"
        raise Refusal("refusal-field", given=name, allowed=shown)
    stored, read = FIELDS[field]
    if field in ONE:
        return {stored: code_meant(terminal, ONE[field], value) if value else read(name, value, terminal.zone)}
    if field in SEVERAL:
        return {stored: [code_meant(terminal, SEVERAL[field], code) for code in read(name, value, terminal.zone)]}
    found = read(name, value, terminal.zone)
    if field in LISTS:
        found = [_with_codes(terminal, item) for item in found]
    return {stored: found}


def _with_codes(terminal: Terminal, item: dict[str, Any]) -> dict[str, Any]:
    kinds = {"kinds": [code_meant(terminal, "party", kind) for kind in item["kinds"]]} if "kinds" in item else {}
    return item | kinds


def _answered(terminal: Terminal, key: str) -> str:
    """The checklist's question that is meant: by its name or in its own words."""
    return terminal.texts.code("checklist", key) or key


def read_day(name: str, text: str, zone: ZoneInfo) -> date | None:
    """Read 31-12-2026 or 2026-12-31."""
    return _near(name, text, _read(name, text, "31-12-2026", read_date))


def read_end(name: str, text: str, zone: ZoneInfo) -> datetime | None:
    """Read a day as its last second where people live, or a day with a time: 31-12-2026 17:00."""
    return _near(name, text, _read(name, text, "31-12-2026", lambda given: read_deadline(given, zone)))


def read_money(name: str, text: str, zone: ZoneInfo) -> int | None:
    """Read an amount in euro into cents: 1.234,56 or 1234.56 or € 1.234."""
    if text and not MONEY.fullmatch(text.removeprefix("€").strip()):
        raise wrong(name, text, "1.234,56")
    amount = _read(name, text, "1.234,56", read_amount)
    if amount is not None and amount > MOST_CENTS:
        raise wrong(name, text, "1.234,56")
    return amount


def read_answer(name: str, text: str, zone: ZoneInfo) -> bool:
    """Read yes or no, in both languages."""
    answer = _read(name, text, "ja", read_yes_no)
    if answer is None:
        raise wrong(name, text, "ja")
    return answer


def _read(name: str, text: str, example: str, read: Callable[[str], T]) -> T | None:
    """Read a value that may be empty; refuses what cannot be read, showing how it can."""
    try:
        return read(text) if text else None
    except (ValueError, OverflowError):
        raise wrong(name, text, example) from None


def _near(name: str, text: str, found: Day | None) -> Day | None:
    """Refuse a year that nobody means: at the edges of the calendar a moment has no place in every zone."""
    if found is not None and found.year not in YEARS:
        raise wrong(name, text, "31-12-2026")
    return found


def wrong(name: str, given: str, example: str) -> Refusal:
    """Refuse a value, showing one that fits."""
    return Refusal("refusal-value", field=name, given=given[:80], example=f"{name}={example}")


def _text(most: int) -> Callable[[str, str, ZoneInfo], str]:
    return lambda name, text, zone: _short(name, text, most)


def _short(name: str, text: str, most: int) -> str:
    """Refuse a text that is too long: cut in silence, nobody would miss its end before residents do."""
    if len(text) > most:
        raise Refusal("refusal-long", field=name, given=len(text), most=most)
    return text


def _title(name: str, text: str, zone: ZoneInfo) -> str:
    if not text:
        raise wrong(name, text, "Plantsoen Lindenstraat")
    return _short(name, text, LONGEST["title"])


def _code(name: str, text: str, zone: ZoneInfo) -> str | None:
    return text or None


def _origin(name: str, text: str, zone: ZoneInfo) -> str:
    return text


def _codes(name: str, text: str, zone: ZoneInfo) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _language(name: str, text: str, zone: ZoneInfo) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise wrong(name, text, "nl")
    return text


def _currency(name: str, text: str, zone: ZoneInfo) -> str:
    if not re.fullmatch(r"[A-Z]{3}", text):
        raise wrong(name, text, "EUR")
    return text


def _days(name: str, text: str, zone: ZoneInfo) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,2}", text) or int(text) > MOST_DAYS:
        raise wrong(name, text, "10")
    return int(text)


def _items(model: type[_Given], example: str) -> Callable[[str, str, ZoneInfo], list[dict[str, Any]]]:
    """A reader of a JSON list, typed in or kept in a file: `parts=@parts.json`."""
    adapter: TypeAdapter[list[_Given]] = TypeAdapter(list[model])  # type: ignore[valid-type]

    def read(name: str, text: str, zone: ZoneInfo) -> list[dict[str, Any]]:
        json = Path(text[1:]).expanduser().read_bytes() if text.startswith("@") else text.encode()
        try:
            items = adapter.validate_python(orjson.loads(json), strict=True)
        except ValidationError as error:
            place = ".".join(map(str, (name, *error.errors()[0]["loc"])))
            raise wrong(name, place, example) from None
        except orjson.JSONDecodeError:
            raise wrong(name, text, example) from None
        found = [_item(name, item.model_dump(), zone) for item in items]
        keys = [item["key"] for item in found if "key" in item]
        if len(set(keys)) < len(keys):
            raise wrong(name, ", ".join(keys), example)
        return found

    return read


def _item(name: str, item: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    facts = {key: clean(value) if isinstance(value, str) else value for key, value in item.items()}
    if "budget" in facts:
        facts["budget_cents"] = read_money(f"{name}.budget", facts.pop("budget") or "", zone)
    return facts


def _translated(terminal: Terminal, name: str, rest: str) -> tuple[str, str]:
    """The language and the word behind `translations.`, as in `translations.en.title`."""
    language, _, word = rest.partition(".")
    among, _, key = word.partition(".")
    if key and field_meant(terminal.texts, among, ("checklist",)):
        return _language(name, language, terminal.zone), f"checklist.{_answered(terminal, key)}"
    found = field_meant(terminal.texts, word, LONGEST)
    if found is None:
        first = terminal.heading("translations")
        allowed = ", ".join(f"{first}.en.{terminal.heading(word)}" for word in LONGEST)
        raise Refusal("refusal-field", given=name, allowed=allowed)
    return _language(name, language, terminal.zone), found


FIELDS: dict[str, tuple[str, Callable[[str, str, ZoneInfo], Any]]] = {
    "title": ("title", _title),
    **{name: (name, _text(LONGEST[name])) for name in ("summary", "description", "duration", "official")},
    "direction": ("direction", _code),
    "arrangement": ("arrangement", _code),
    "municipality_role": ("municipality_role", _code),
    "origin": ("origin", _origin),
    **{name: (name, _codes) for name in ("contributions", "themes", "places")},
    "cooperation": ("cooperation", read_answer),
    "value": ("value_cents", read_money),
    "currency": ("currency", _currency),
    "language": ("language", _language),
    "questions_until": ("questions_until", read_end),
    "answers_until": ("answers_until", read_end),
    "starts_on": ("starts_on", read_day),
    "answer_days": ("answer_days", _days),
    "parts": ("parts", _items(_Part, '[{"key":"1","title":"Maaien","budget":"1.200"}]')),
    "requirements": (
        "requirements",
        _items(_Requirement, '[{"text":"Verzekerd","alternative":"De gemeente verzekert"}]'),
    ),
    "criteria": ("criteria", _items(_Criterion, '[{"text":"Hulp van buren","weight":60}]')),
}
"""What can be set: the fact that it becomes, and how it is read."""
