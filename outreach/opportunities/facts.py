"""The facts of an opportunity: one list, from which every way in and out is derived.

A new field is a column in `opportunity.py`, a step in the migration and a line here. What can be
set, the command line, the table, our own part of an exchange, the record page and what people are
told of a change follow from it. `readers` reads and checks the values.
"""

from dataclasses import dataclass
from typing import Any, Literal

from outreach.opportunities import codes
from outreach.opportunities.opportunity import Criterion, Opportunity, Part, Requirement
from outreach.opportunities.place import LONGEST_PLACE

Kind = Literal[
    "text",
    "code",
    "codes",
    "places",
    "yes-no",
    "money",
    "currency",
    "number",
    "day",
    "deadline",
    "start",
    "language",
    "checklist",
    "translations",
    "items",
]
LONGEST_ANSWER = 4_000
"""Letters of an answer on the checklist, of a requirement and of a message by a colleague."""
LONGEST_NAME = 300
"""Letters of the key and the title of a part."""
MOST_CENTS = 100_000_000_000
"""A thousand million euro: above it somebody typed too many noughts, or the cents along."""
MOST_ITEMS = 500
"""Parts, requirements or criteria of one opportunity: people read all of them, on one page."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its kind of value, its limits, and who meets it.

    `codes` are those of the list that `codelist` names in `content/`. `most` counts the letters of
    a text, or bounds a number from above as `least` does from below. A `needed` fact cannot be
    emptied. Residents are told when a `seen` one changes. An `exchanged` one travels in our own
    part of a release. A `translated` one can be said in other languages; `words` names all of
    those, each with its limit, for the fact that holds the translations.
    """

    name: str
    kind: Kind
    codelist: str = ""
    codes: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    needed: bool = False
    seen: bool = True
    exchanged: bool = True
    translated: bool = False
    words: tuple[tuple[str, int], ...] = ()

    @property
    def heading(self) -> str:
        """The name by which people see and type it: how an amount is stored is no part of it."""
        return self.name.removesuffix("_cents")


def with_translations(*facts: Fact, seen: bool) -> tuple[Fact, ...]:
    """Return facts together with the one that says them in other languages."""
    words = tuple((fact.name, fact.most) for fact in facts if fact.translated)
    return (*facts, Fact("translations", "translations", words=words, seen=seen))


ANSWER = Fact("answer", "text", most=LONGEST_ANSWER)
"""One answer on the checklist."""
TENDER_ID = Fact("tender_id", "text", most=300, needed=True, seen=False, exchanged=False)
"""The organisation's own number, by which a row of a table is known; set once. An imported record
may be called by its ocid, which is as long.
"""
FACTS = with_translations(
    Fact("title", "text", most=120, needed=True, translated=True),
    Fact("summary", "text", most=400, translated=True),
    Fact("description", "text", most=20_000, translated=True),
    Fact("direction", "code", "direction", codes.DIRECTIONS),
    Fact("themes", "codes", "theme", codes.THEMES),
    Fact("places", "places", most=LONGEST_PLACE),
    Fact("arrangement", "code", "arrangement", codes.ARRANGEMENTS),
    Fact("municipality_role", "code", "role", codes.ROLES),
    Fact("contributions", "codes", "contribution", codes.CONTRIBUTIONS),
    Fact("cooperation", "yes-no", needed=True),
    Fact("value_cents", "money", most=MOST_CENTS),
    Fact("currency", "currency", needed=True, seen=False),
    Fact("starts_on", "day"),
    Fact("duration", "text", most=200, translated=True),
    # A colleague's name is no open data, and one of another organisation is no contact here.
    Fact("official", "text", most=200, exchanged=False, translated=True),
    Fact("answer_days", "number", least=1, most=365, needed=True),
    Fact("questions_until", "deadline"),
    Fact("answers_until", "deadline"),
    # A record with a last day for plans works in two steps.
    Fact("plan_until", "deadline"),
    Fact("plan_asks", "text", most=LONGEST_ANSWER, translated=True),
    Fact("origin", "code", "origin", codes.ORIGINS, needed=True, seen=False),
    Fact("language", "language", needed=True, seen=False),
    Fact("checklist", "checklist", most=LONGEST_ANSWER),
    Fact("parts", "items"),
    Fact("requirements", "items"),
    Fact("criteria", "items"),
    seen=False,
)
"""In the order in which people meet them: on the record page, in a table, in a notice."""
ITEMS: dict[str, tuple[Fact, ...]] = {
    "parts": with_translations(
        Fact("key", "text", most=LONGEST_NAME, needed=True),
        Fact("title", "text", most=LONGEST_NAME, needed=True, translated=True),
        Fact("description", "text", most=20_000, translated=True),
        Fact("budget_cents", "money", most=MOST_CENTS),
        Fact("say", "text", most=LONGEST_NAME, translated=True),
        seen=True,
    ),
    "requirements": with_translations(
        Fact("text", "text", most=LONGEST_ANSWER, needed=True, translated=True),
        Fact("kinds", "codes", "party", codes.PARTY_KINDS),
        Fact("alternative", "text", most=LONGEST_ANSWER, translated=True),
        seen=True,
    ),
    "criteria": with_translations(
        Fact("text", "text", most=LONGEST_ANSWER, needed=True, translated=True),
        Fact("weight", "number", most=100, needed=True),
        seen=True,
    ),
}
"""What each part, requirement and criterion holds."""
MODELS: dict[str, type[Any]] = {
    "parts": Part,
    "requirements": Requirement,
    "criteria": Criterion,
}
FIRST = {
    name: next(fact.name for fact in facts if fact.needed and fact.name != "key")
    for name, facts in ITEMS.items()
}
"""The fact that an item cannot do without, and by which people know it again."""
FACT = {fact.name: fact for fact in FACTS}
STORED = tuple(fact.name for fact in FACTS if fact.name in Opportunity.model_fields)
"""The facts that are columns of the opportunity; the others have tables of their own."""
WORDS = dict(FACT["translations"].words)
SEEN = tuple(fact.name for fact in FACTS if fact.seen)


def emptied(fact: Fact) -> Any:
    """Return what a fact holds once it was taken away."""
    return {"text": "", "codes": [], "places": []}.get(fact.kind)


def blank(fact: Fact, model: type[Any] = Opportunity) -> Any:
    """Return what a fact holds while nobody has said anything."""
    column = model.model_fields.get(fact.name)
    if column is None:
        return []
    if column.is_required():
        return 0 if fact.kind == "number" else ""
    return column.get_default(call_default_factory=True)


def no_facts() -> dict[str, Any]:
    """Return every exchanged fact as it stands in a record about which nothing is known."""
    return {fact.name: blank(fact) for fact in FACTS if fact.exchanged}


def blank_item(name: str) -> dict[str, Any]:
    """Return a part, requirement or criterion about which nothing is known."""
    return {fact.name: blank(fact, MODELS[name]) for fact in ITEMS[name]}
