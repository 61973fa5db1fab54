"""Read what staff type as `field=value` about an opportunity into facts.

`FIELDS` is what can be set; the help uses it too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from outreach.commands.items import items, read_item
from outreach.commands.terminal import Printer
from outreach.commands.values import Field, bounded, language_named, of_fact, read_fact, typed
from outreach.commands.words import field_meant, fields_shown
from outreach.opportunities.facts import ANSWER, FACTS, ITEMS, LONGEST_ANSWER, WORDS
from outreach.opportunities.questions import answer_fact
from outreach.refusal import Refusal

DOTTED = {
    "checklist": replace(of_fact(ANSWER), takes="checklist"),
    "translations": replace(of_fact(ANSWER), takes="translations"),
}
"""What takes more than one value: of each its own name follows a dot."""
FIELDS: Mapping[str, Field] = {
    fact.heading: items(fact.name) if fact.name in ITEMS else of_fact(fact)
    for fact in FACTS
    if fact.name not in DOTTED
}
"""What can be set, and how it is read."""


def read_fields(pairs: Sequence[str], printer: Printer) -> dict[str, Any]:
    """Read `field=value` pairs into facts. `translations` holds only the words that
    were given, to be merged in.

    A field goes by its own name or by its heading, a code by its own name
    or by what people call it.
    """
    facts: dict[str, Any] = {}
    for pair in pairs:
        name, value = typed(pair)
        among, dot, rest = name.partition(".")
        dotted = field_meant(printer.texts, among, (*DOTTED, *ITEMS)) if dot else None
        if dotted in ITEMS:
            item, fact = read_item(str(dotted), name, rest, value, printer)
            _put_item(facts, str(dotted), name, item, fact)
        elif dotted == "checklist" or (not dot and printer.texts.code("checklist", name)):
            key = _answered(printer, rest or name)
            answer = read_fact(answer_fact(key), name, value, printer)
            facts.setdefault("checklist", {})[key] = answer or ""
        elif dotted == "translations":
            _translated(facts, name, rest, value, printer)
        else:
            fact = _fact(printer, name, value)
            if ITEMS.keys() & facts.keys() & fact.keys():
                raise Refusal("refusal-item-twice", given=name)
            facts |= fact
    return facts


def _fact(printer: Printer, name: str, value: str) -> dict[str, Any]:
    found = field_meant(printer.texts, name, FIELDS)
    if found is None:
        shown = [
            *fields_shown(printer, FIELDS),
            "checklist.…",
            f"{printer.heading('translations')}.en.…",
        ]
        raise Refusal("refusal-field", given=name, allowed=shown)
    asked = FIELDS[found]
    return {asked.stored or found: asked.read(name, value, printer)}


def _put_item(
    facts: dict[str, Any], among: str, name: str, item: str, fact: dict[str, Any] | None
) -> None:
    """Put one fact of one item beside what was typed of it before."""
    changed = facts.setdefault(among, {})
    if not isinstance(changed, dict) or (item in changed and not _goes_with(changed[item], fact)):
        raise Refusal("refusal-item-twice", given=name)
    changed[item] = None if fact is None else _merged(changed.get(item) or {}, fact)


def _goes_with(before: dict[str, Any] | None, fact: dict[str, Any] | None) -> bool:
    """True if a fact fits those before it: the item stays, and the fact is new."""
    return (
        before is not None
        and fact is not None
        and not (before.keys() & fact.keys()) - {"translations"}
    )


def _merged(facts: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    both = {
        name: _merged(facts[name], value)
        for name, value in more.items()
        if isinstance(facts.get(name), dict)
    }
    return facts | more | both


def _answered(printer: Printer, key: str) -> str:
    """The checklist's question that is meant: by its name or in its own words."""
    return printer.texts.code("checklist", key) or key


def _translated(facts: dict[str, Any], name: str, rest: str, value: str, printer: Printer) -> None:
    """Read a word of a translation, as in `translations.en.title=Benches`."""
    language, _, word = rest.partition(".")
    language = language_named(name, language)
    among, _, key = word.partition(".")
    found = field_meant(printer.texts, among, ("checklist", *ITEMS)) if key else None
    if found in ITEMS:
        item, fact = read_item(str(found), name, key, value, printer, language)
        _put_item(facts, str(found), name, item, fact)
        return
    meant = (
        f"checklist.{_answered(printer, key)}" if found else field_meant(printer.texts, word, WORDS)
    )
    if meant is None:
        first = printer.heading("translations")
        allowed = [f"{first}.en.{printer.heading(word)}" for word in WORDS]
        raise Refusal("refusal-field", given=name, allowed=allowed)
    words = facts.setdefault("translations", {}).setdefault(language, {})
    words[meant] = bounded(name, value, WORDS.get(meant, LONGEST_ANSWER))
