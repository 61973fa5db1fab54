"""Read one part, requirement or criterion (`eis.2.voor=bewoner`), or all of them as JSON."""

from collections.abc import Mapping
from typing import Any

import orjson

from outreach.clean import alike, clean
from outreach.commands.terminal import Printer
from outreach.commands.values import Field, kept, of_fact, read_fact, refused, wrong
from outreach.commands.words import code_meant, field_meant
from outreach.opportunities.facts import FIRST, ITEMS, MOST_ITEMS, blank_item
from outreach.opportunities.items import NEW
from outreach.opportunities.readers import Misfit, held
from outreach.refusal import Refusal

FIELDS: Mapping[str, Mapping[str, Field]] = {
    name: {
        fact.heading: of_fact(fact)
        for fact in facts
        if fact.name != "key" and fact.kind != "translations"
    }
    for name, facts in ITEMS.items()
}
"""What each item of a list holds; its first fact also goes without saying: `eis.2=Een plan`."""
WORDS = {name: dict(facts[-1].words) for name, facts in ITEMS.items()}
"""Facts of an item that can be said in another language."""
NEW_ONE = {NEW, "nieuw"}
EXAMPLES = {
    "parts": '[{"key":"1","title":"Maaien","budget":"1.200"}]',
    "requirements": '[{"text":"Verzekerd","alternative":"De gemeente verzekert"}]',
    "criteria": '[{"text":"Hulp van buren","weight":60}]',
}


def read_item(
    among: str, name: str, rest: str, value: str, printer: Printer, language: str = ""
) -> tuple[str, dict[str, Any] | None]:
    """Read one fact of one item: return its number and the fact.

    The fact is None if the item's name is emptied, which removes the item. With a language it is
    that word in a translation.
    """
    words = WORDS[among] if language else FIELDS[among]
    fields = {fact: asked for fact, asked in FIELDS[among].items() if fact in words}
    head, dot, last = rest.rpartition(".")
    found = field_meant(printer.texts, last, fields) if dot else None
    item, fact = (clean(head, None), found) if found else (clean(rest, None), FIRST[among])
    item = NEW if alike(item) in NEW_ONE else item.lstrip("0") if item.isdecimal() else item
    if not item or not (among == "parts" or item == NEW or (item.isascii() and item.isdecimal())):
        named = f"{name.partition('.')[0]}.1"
        allowed = [named, *(f"{named}.{printer.heading(field)}" for field in fields)]
        raise Refusal("refusal-field", given=name, allowed=allowed)
    asked = fields[fact]
    read = asked.read(name, value, printer) if value or fact != FIRST[among] else ""
    if language:
        return item, {"translations": {language: {fact: read}}}
    return item, None if fact == FIRST[among] and not read else {asked.stored or fact: read}


def items(name: str) -> Field:
    """Return the field of a whole list as JSON, typed in or kept in a file: `parts=@parts.json`."""

    def read(typed: str, given: str, printer: Printer) -> list[dict[str, Any]]:
        example = EXAMPLES[name]
        try:
            loaded = orjson.loads(kept(given))
        except orjson.JSONDecodeError:
            raise wrong(typed, given, example) from None
        if not isinstance(loaded, list):
            raise wrong(typed, given, example)
        if len(loaded) > MOST_ITEMS:
            raise Refusal("refusal-many", field=typed, given=len(loaded), most=MOST_ITEMS)
        places = enumerate(loaded, 1)
        found = [_read(name, typed, f"{typed}.{at}", item, printer) for at, item in places]
        keys = [item["key"] for item in found if "key" in item]
        if len(set(keys)) < len(keys):
            raise wrong(typed, ", ".join(keys), example)
        return found

    return Field(read, "items", under=FIELDS[name])


def _read(name: str, typed: str, place: str, given: Any, printer: Printer) -> dict[str, Any]:
    """Read one item of a list: amounts and codes as people type them, the rest as JSON holds it."""
    facts = {fact.heading: fact for fact in ITEMS[name]}
    if not isinstance(given, dict) or not given.keys() <= facts.keys():
        raise wrong(typed, place, EXAMPLES[name])
    item = blank_item(name)
    for heading, value in given.items():
        fact, at = facts[heading], f"{place}.{heading}"
        if fact.kind == "money" and isinstance(value, (str, type(None))):
            item[fact.name] = read_fact(fact, at, clean(value or "", None), printer)
            continue
        if fact.kind == "codes" and isinstance(value, list):
            value = [code_meant(printer, fact.codelist, str(code)) for code in value]
        try:
            item[fact.name] = held(fact, value)
        except Misfit as misfit:
            if misfit.reason == "kind":
                raise wrong(typed, at, EXAMPLES[name]) from None
            raise refused(fact, at, str(value), misfit, printer) from None
    if any(fact.needed and item[fact.name] in (None, "") for fact in facts.values()):
        raise wrong(typed, place, EXAMPLES[name])
    return item
