"""Read what staff type of one part, requirement or criterion (`eis.2.voor=bewoner`),
or of all of them as JSON.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Given

from outreach.clean import alike, clean
from outreach.commands.terminal import Printer
from outreach.commands.values import (
    Field,
    Read,
    codes,
    kept,
    money,
    number,
    read_money,
    required,
    text,
    wrong,
)
from outreach.commands.words import code_meant, field_meant
from outreach.opportunities.items import FIRST, NEW
from outreach.opportunities.limits import LONGEST_ANSWER, MOST_ITEMS
from outreach.refusal import Refusal

ITEMS: Mapping[str, Mapping[str, Field]] = {
    "parts": {
        "title": text(LONGEST_ANSWER),
        "description": text(LONGEST_ANSWER),
        "budget": money("budget_cents"),
        "say": text(LONGEST_ANSWER),
    },
    "requirements": {
        "text": text(LONGEST_ANSWER),
        "kinds": codes("party"),
        "alternative": text(LONGEST_ANSWER),
    },
    "criteria": {"text": text(LONGEST_ANSWER), "weight": required(number(0, 100, 60), "60")},
}
"""What each item of a list holds; the first is its name, which also goes without
saying: `eis.2=Een plan`.
"""
WORDS = ("title", "text", "description", "alternative", "say")
"""Facts of an item that can be said in another language."""
NEW_ONE = {NEW, "nieuw"}
EXAMPLES = {
    "parts": '[{"key":"1","title":"Maaien","budget":"1.200"}]',
    "requirements": '[{"text":"Verzekerd","alternative":"De gemeente verzekert"}]',
    "criteria": '[{"text":"Hulp van buren","weight":60}]',
}


class _Item(BaseModel):
    model_config = ConfigDict(extra="forbid", str_max_length=LONGEST_ANSWER)

    translations: dict[str, dict[str, str]] = {}


class _Part(_Item):
    key: str = Given(min_length=1)
    title: str = Given(min_length=1)
    description: str = ""
    budget: str | None = None
    say: str = ""


class _Requirement(_Item):
    kinds: list[str] = []
    text: str = Given(min_length=1)
    alternative: str = ""


class _Criterion(_Item):
    text: str = Given(min_length=1)
    weight: int = Given(ge=0, le=100)


LISTS: dict[str, TypeAdapter[Any]] = {
    "parts": TypeAdapter(list[_Part]),
    "requirements": TypeAdapter(list[_Requirement]),
    "criteria": TypeAdapter(list[_Criterion]),
}


def read_item(
    among: str, name: str, rest: str, value: str, terminal: Printer, language: str = ""
) -> tuple[str, dict[str, Any] | None]:
    """Read one fact of one item: its number, and the fact; None where its name is
    emptied, which takes it out.

    With a language it is that word in a translation.
    """
    fields = {fact: asked for fact, asked in ITEMS[among].items() if not language or fact in WORDS}
    head, dot, last = rest.rpartition(".")
    found = field_meant(terminal.texts, last, fields) if dot else None
    item, fact = (clean(head), found) if found else (clean(rest), FIRST[among])
    item = NEW if alike(item) in NEW_ONE else item.lstrip("0") if item.isdecimal() else item
    if not item or not (among == "parts" or item == NEW or (item.isascii() and item.isdecimal())):
        named = f"{name.partition('.')[0]}.1"
        allowed = [named, *(f"{named}.{terminal.heading(field)}" for field in fields)]
        raise Refusal("refusal-field", given=name, allowed=allowed)
    asked = fields[fact]
    read = asked.read(name, value, terminal)
    if language:
        return item, {"translations": {language: {fact: read}}}
    return item, None if fact == FIRST[among] and not read else {asked.stored or fact: read}


def items(name: str) -> Field:
    """A whole list as JSON, typed in or kept in a file: `parts=@parts.json`."""
    return Field(_reader(LISTS[name], EXAMPLES[name]), "items", under=ITEMS[name])


def _reader(adapter: TypeAdapter[Any], example: str) -> Read:
    def read(name: str, given: str, terminal: Printer) -> list[dict[str, Any]]:
        try:
            loaded = orjson.loads(kept(given))
            if isinstance(loaded, list) and len(loaded) > MOST_ITEMS:
                raise Refusal("refusal-many", field=name, given=len(loaded), most=MOST_ITEMS)
            typed = adapter.validate_python(loaded, strict=True)
        except ValidationError as error:
            place = ".".join(map(str, (name, *error.errors()[0]["loc"])))
            raise wrong(name, place, example) from None
        except orjson.JSONDecodeError:
            raise wrong(name, given, example) from None
        found = [_stored(name, item.model_dump(), terminal) for item in typed]
        keys = [item["key"] for item in found if "key" in item]
        if len(set(keys)) < len(keys):
            raise wrong(name, ", ".join(keys), example)
        return found

    return read


def _stored(name: str, item: dict[str, Any], terminal: Printer) -> dict[str, Any]:
    facts = {key: clean(value) if isinstance(value, str) else value for key, value in item.items()}
    if "budget" in facts:
        facts["budget_cents"] = read_money(f"{name}.budget", facts.pop("budget") or "", terminal)
    if "kinds" in facts:
        facts["kinds"] = [code_meant(terminal, "party", kind) for kind in facts["kinds"]]
    return facts
