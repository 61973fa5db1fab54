"""Read what staff type of a campaign as `field=value`; refuses anything else with an example."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from outreach.campaigns.plan import LONGEST_SPREAD, Policy
from outreach.commands.terminal import Printer
from outreach.commands.values import (
    ANSWER,
    END,
    LANGUAGE_NAMES,
    Field,
    code,
    codes,
    number,
    pattern,
    read_begin,
    several,
    typed,
    whole,
)
from outreach.commands.words import field_meant, fields_shown
from outreach.opportunities.readers import LANGUAGE
from outreach.refusal import Refusal

LONGEST_TEXT = 20_000
TEXTS = ("text", "reminder")
"""What stands before the language of a text: that of the campaign, or that of its reminder."""


def read_campaign(pairs: Sequence[str], printer: Printer, occasion: str) -> dict[str, Any]:
    """Read `field=value` pairs into facts of a campaign; texts come by step and language."""
    facts: dict[str, Any] = {}
    for pair in pairs:
        name, value = typed(pair)
        kind, _, language = name.partition(".")
        text = field_meant(printer.texts, kind, TEXTS) if LANGUAGE.fullmatch(language) else None
        found = field_meant(printer.texts, name, FIELDS)
        if text:
            step = occasion if text == "text" else text
            facts.setdefault("texts", {}).setdefault(step, {})[language] = _text(name, value)
        elif found:
            facts[found] = FIELDS[found].read(name, value, printer)
        else:
            texts = [f"{printer.heading(kind)}.nl" for kind in TEXTS]
            raise Refusal(
                "refusal-field", given=name, allowed=[*fields_shown(printer, FIELDS), *texts]
            )
    return facts


def _text(name: str, value: str) -> str:
    """A text that was typed, or kept in a file: `text.nl=@brief.txt`."""
    return whole(name, value if value.startswith("@") else value.replace("\\n", "\n"), LONGEST_TEXT)


def _picture() -> Field:
    asked = pattern(
        r"https://\S{4,500}", "picture", "https://kansen.waterdam.example/plantsoen.jpg"
    )
    return replace(
        asked, read=lambda name, given, printer: given and asked.read(name, given, printer)
    )


FIELDS: Mapping[str, Field] = {
    "places": several("places"),
    "themes": codes("theme"),
    "parties": codes("party"),
    "venues": several("venues"),
    "languages": LANGUAGE_NAMES,
    "partner": code("partner"),
    "answered": ANSWER,
    "at": Field(read_begin, "at"),
    "first": replace(number(1, 100, 10), takes="first"),
    "spread": replace(number(1, LONGEST_SPREAD, 10), takes="spread"),
    "remind": replace(number(1, 60, 10), takes="remind"),
    "expires": END,
    "policy": code("policy", get_args(Policy)),
    "picture": _picture(),
}
"""What can be set of a campaign, and how it is read."""
DOTTED: Mapping[str, Field] = {
    name: Field(lambda name, given, printer: given, "template") for name in TEXTS
}
"""What is set for each language: `text.nl=@brief.txt`."""
