"""Write an opportunity: make it, set its facts, replace its parts, requirements and criteria.

A published one gets a new version at each change, so that nobody answers to what they did not read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as insert_new
from sqlmodel import bindparam, col

from content.texts import named
from outreach.opportunities.draw import prepare_draw
from outreach.opportunities.facts import FACT, ITEMS, Fact
from outreach.opportunities.items import add_items, items_of, set_items, with_items
from outreach.opportunities.judge import judge, require_fit, was_opened
from outreach.opportunities.numbers import find_numbers
from outreach.opportunities.opportunity import (
    Opportunity,
    OpportunityPlace,
    OpportunityVersion,
    Words,
)
from outreach.opportunities.place import find_places
from outreach.opportunities.questions import all_questions, answer_fact
from outreach.refusal import Refusal
from outreach.staff.staff import contact_of
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

COLUMNS = tuple(Opportunity.model_fields)
OPPORTUNITIES = pick(*(getattr(Opportunity, name) for name in COLUMNS)).where(
    among(Opportunity.id, "opportunities")
)
OPPORTUNITY_ADD = insert_new(Opportunity).on_conflict_do_nothing().returning(col(Opportunity.id))
OPPORTUNITY_CHANGE = update(Opportunity).where(Opportunity.id == bindparam("opportunity"))
PLACES_OF_OPPORTUNITY = pick(OpportunityPlace.place_id).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
PLACE_ADD = insert(OpportunityPlace)
PLACES_REMOVE = delete(OpportunityPlace).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
VERSION_ADD = insert(OpportunityVersion)
SOURCE = ("source", "source_date", "source_last")
"""What an import keeps of where a record came from; residents do not meet it."""
UNPUBLISHED = ("source", "source_last", "overruled")
"""What a published version leaves out: what an import keeps, and what colleagues wrote down."""
BLANK = {
    name: field.get_default(call_default_factory=True)
    for name, field in Opportunity.model_fields.items()
    if name != "id" and not field.is_required()
}
"""The columns of a new opportunity. A model object for each would cost more than storing it."""


def new_opportunity(
    unit: Unit, /, *, tender_id: str, ocid_prefix: str, ocid: str | None = None, **facts: Any
) -> int:
    """Make a draft with its facts; refuses a tender id that is there already. Returns the id."""
    ocid = ocid or f"{ocid_prefix}-{tender_id}"
    if find_numbers(unit, numbers=[tender_id]):
        raise Refusal("refusal-tender-id-taken", given=tender_id)
    made = make_opportunity(unit, tender_id=tender_id, ocid=ocid, facts=facts)
    if facts:
        record(unit, "opportunity.changed", *facts, opportunity=made)
    return made


def make_opportunity(
    unit: Unit, *, tender_id: str, ocid: str, facts: Mapping[str, Any], said: Sequence[str] = ()
) -> int:
    """Check facts and store a draft; refuses what `set_facts` refuses, and a taken number."""
    given = {name: _fitting(unit, name, value) for name, value in facts.items()}
    for name in ITEMS.keys() & given.keys():
        if isinstance(given[name], dict):
            given[name] = with_items(name, [], given[name])
    places = find_places(unit, names=given.pop("places")) if given.get("places") else []
    made = add_opportunity(
        unit,
        tender_id=tender_id,
        ocid=ocid,
        facts=given,
        places=[place.id for place in places],
        said=said,
    )
    if made is None:
        raise Refusal("refusal-tender-id-taken", given=tender_id)
    return made


def add_opportunity(
    unit: Unit,
    *,
    tender_id: str,
    ocid: str,
    facts: Mapping[str, Any],
    places: Iterable[int] = (),
    said: Sequence[str] = (),
) -> int | None:
    """Store a draft in few statements; returns its id, or None if its number or ocid is taken.

    The facts are checked by the caller; `said` are those that the event names.
    """
    plain = {name: value for name, value in facts.items() if name in BLANK}
    plain |= {"title": facts.get("title") or tender_id, "tender_id": tender_id, "ocid": ocid}
    made: int | None = unit.run(
        OPPORTUNITY_ADD, BLANK | {"created_at": unit.now, "changed_at": unit.now} | plain
    ).scalar()
    if made is None:
        return None
    for name in ITEMS:
        add_items(unit, name, made, facts.get(name, ()))
    _add_places(unit, made, places)
    record(unit, "opportunity.made", *said, opportunity=made)
    return made


def set_facts(unit: Unit, /, *, opportunity: int, **facts: Any) -> list[str]:
    """Set facts by name; returns the names of what really changed.

    `places` come by code or name; `parts`, `requirements`, `criteria` as lists of dicts, or as a
    dict of those that change, by number; `checklist` as a dict that is merged in. A published
    opportunity then gets a new version, and is refused a change that leaves it incomplete or wrong.
    """
    return set_facts_of_many(unit, facts={opportunity: facts})[opportunity]


def set_facts_of_many(
    unit: Unit, /, *, facts: Mapping[int, Mapping[str, Any]]
) -> dict[int, list[str]]:
    """Set facts of several opportunities as `set_facts` does, loading and writing them at once."""
    loaded = get_opportunities(unit, opportunities=list(facts))
    changed: dict[int, list[str]] = {}
    rows: dict[tuple[str, ...], list[Opportunity]] = defaultdict(list)
    for number, given in facts.items():
        row = loaded.get(number) or get_opportunity(unit, opportunity=number)
        changed[number] = _change(unit, row, given)
        if changed[number]:
            columns = [name for name in changed[number] if name in COLUMNS]
            rows[(*columns, "changed_at", "version")].append(row)
    for names, same in rows.items():
        write_opportunities(unit, same, *names)
    return changed


def set_with_words(
    unit: Unit, /, *, opportunity: int, translations: dict[str, Words] | None = None, **facts: Any
) -> list[str]:
    """Set facts as `set_facts` does, and merge translations into those that are there.

    An empty word is taken out.
    """
    if translations:
        merged = dict(get_opportunity(unit, opportunity=opportunity).translations)
        for language, words in translations.items():
            merged[language] = {
                name: word for name, word in (merged.get(language, {}) | words).items() if word
            }
        facts["translations"] = merged
    return set_facts(unit, opportunity=opportunity, **facts)


def get_opportunity(unit: Unit, *, opportunity: int) -> Opportunity:
    """Load one opportunity; refuses an unknown id."""
    found = get_opportunities(unit, opportunities=[opportunity])
    if opportunity not in found:
        raise Refusal("refusal-unknown", given=str(opportunity))
    return found[opportunity]


def get_opportunities(unit: Unit, *, opportunities: Sequence[int]) -> dict[int, Opportunity]:
    """Load opportunities by id; one that is unknown is left out."""
    rows = unit.run(OPPORTUNITIES, {"opportunities": list(opportunities)})
    return {row.id: Opportunity(**row._asdict()) for row in rows}


def find_by_tender_id(unit: Unit, *, tender_id: str) -> int | None:
    """Find an opportunity by the organisation's own number or its ocid; upper or lower case."""
    return find_numbers(unit, numbers=[tender_id]).get(tender_id)


def write_opportunities(unit: Unit, rows: Sequence[Opportunity], *names: str) -> None:
    """Write columns of opportunities that were loaded and changed."""
    values = [
        {"opportunity": row.id} | {name: getattr(row, name) for name in names} for row in rows
    ]
    unit.run(OPPORTUNITY_CHANGE, values if len(values) > 1 else values[0])


def publish_version(unit: Unit, row: Opportunity) -> None:
    """Keep what is now public as the next version; the caller writes the number into the row."""
    row.version += 1
    facts = facts_of(unit, row, mode="json")
    unit.run(
        VERSION_ADD,
        {"opportunity_id": row.id, "version": row.version, "at": unit.now, "facts": facts},
    )


def facts_of(
    unit: Unit, row: Opportunity, *, mode: Literal["json", "python"] = "python"
) -> dict[str, Any]:
    """Return all facts of an opportunity as they stand now, its lists and the ids of its places."""
    facts = row.model_dump(mode=mode, exclude={*UNPUBLISHED})
    for name in ITEMS:
        items = (item._asdict() for item in items_of(unit, name, row.id))
        facts[name] = [
            {key: value for key, value in item.items() if key != "unmet"} for item in items
        ]
    facts["places"] = sorted(unit.run(PLACES_OF_OPPORTUNITY, {"opportunity": row.id}).scalars())
    return facts


def _change(unit: Unit, row: Opportunity, facts: Mapping[str, Any]) -> list[str]:
    if row.state in ("decided", "withdrawn"):
        raise Refusal("refusal-ended", given=row.tender_id)
    before = judge(unit, row) if was_opened(row) else None
    changed = [name for name, value in facts.items() if _set(unit, row, name, value)]
    if not changed:
        return []
    row.changed_at = unit.now
    if before is not None:
        require_fit(judge(unit, row), before)
    record(unit, "opportunity.changed", *changed, opportunity=row.id)
    if row.state != "draft" and set(changed) - {*SOURCE}:
        publish_version(unit, row)
        if before is not None:
            prepare_draw(unit, row)
    return changed


def _set(unit: Unit, row: Opportunity, name: str, value: Any) -> bool:
    value = _fitting(unit, name, value)
    if name == "places":
        return _set_places(unit, row, value)
    if name in ITEMS:
        return set_items(unit, name, row.id, value)
    if name == "checklist":
        value = row.checklist | value
    if getattr(row, name) == value:
        return False
    setattr(row, name, value)
    return True


def _fitting(unit: Unit, name: str, value: Any) -> Any:
    """Return the value that a fact gets; refuses an unknown fact, code, question or colleague."""
    if name in SOURCE:
        return value
    if name not in FACT:
        raise Refusal("refusal-field", given=name, allowed=list(FACT))
    if name == "official" and value:
        return contact_of(unit, given=value)
    if name == "checklist":
        _require_questions(value)
    _require_codes(FACT[name], value)
    return value


def _require_codes(fact: Fact, value: Any) -> None:
    for code in value if isinstance(value, (list, tuple)) else [value]:
        if fact.codes and code is not None and code not in fact.codes:
            raise Refusal("refusal-code", given=str(code), allowed=named(fact.codelist, fact.codes))


def _require_questions(answers: Mapping[str, str]) -> None:
    known = all_questions()
    for key, answer in answers.items():
        if key not in known and "." not in key:
            raise Refusal(
                "refusal-field", given=f"checklist.{key}", allowed=named("checklist", known)
            )
        if answer:
            _require_codes(answer_fact(key), answer)


def _set_places(unit: Unit, row: Opportunity, names: list[str]) -> bool:
    wanted = {place.id for place in find_places(unit, names=names)}
    if wanted == set(unit.run(PLACES_OF_OPPORTUNITY, {"opportunity": row.id}).scalars()):
        return False
    unit.run(PLACES_REMOVE, {"opportunity": row.id})
    _add_places(unit, row.id, wanted)
    return True


def _add_places(unit: Unit, opportunity: int, places: Iterable[int]) -> None:
    rows = [{"opportunity_id": opportunity, "place_id": place} for place in sorted({*places})]
    if rows:
        unit.run(PLACE_ADD, rows)
