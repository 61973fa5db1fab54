"""Write an opportunity: make it, set its facts, replace its parts, requirements and criteria.

A published one gets a new version at each change, so that nobody answers to what they did not read.
"""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import insert
from sqlmodel import bindparam, col, select

from content.texts import named
from outreach.opportunities import codes
from outreach.opportunities.checks import checklist
from outreach.opportunities.items import with_items
from outreach.opportunities.judge import judge, require_fit
from outreach.opportunities.numbers import find_numbers
from outreach.opportunities.opportunity import (
    Criterion,
    Opportunity,
    OpportunityPlace,
    OpportunityVersion,
    Part,
    Requirement,
)
from outreach.opportunities.place import find_places
from outreach.refusal import Refusal
from outreach.staff.staff import contact_of
from outreach.store.among import among
from outreach.store.events import record
from outreach.store.query import delete, pick
from outreach.store.statement import Rows
from outreach.store.unit import Unit

CODED = {
    "direction": ("direction", codes.DIRECTIONS),
    "origin": ("origin", codes.ORIGINS),
    "arrangement": ("arrangement", codes.ARRANGEMENTS),
    "municipality_role": ("role", codes.ROLES),
    "contributions": ("contribution", codes.CONTRIBUTIONS),
    "themes": ("theme", codes.THEMES),
}
"""Facts that take codes: the list that names them, and the codes."""
LISTS: dict[str, type[Any]] = {"parts": Part, "requirements": Requirement, "criteria": Criterion}
LISTED = {
    model: pick(*(getattr(model, name) for name in model.model_fields))
    .where(model.opportunity_id == bindparam("opportunity"))
    .order_by(model.id)
    for model in LISTS.values()
}
ADD_ITEMS = {name: insert(model) for name, model in LISTS.items()}
TAKE_ITEMS = {
    name: delete(model).where(model.id == bindparam("item")) for name, model in LISTS.items()
}
SEVERAL = select(Opportunity).where(among(col(Opportunity.id), "opportunities"))
PLACED = pick(OpportunityPlace.place_id).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
PLACE = insert(OpportunityPlace)
TAKE_PLACES = delete(OpportunityPlace).where(
    OpportunityPlace.opportunity_id == bindparam("opportunity")
)
PUBLISH = insert(OpportunityVersion)
SETTABLE = (
    "title",
    "summary",
    "description",
    "language",
    "translations",
    "duration",
    "official",
    "answer_days",
    "value_cents",
    "currency",
    "cooperation",
    "questions_until",
    "answers_until",
    "starts_on",
    "checklist",
    "source",
    "source_date",
    "source_last",
    *CODED,
)


def new_opportunity(
    unit: Unit, /, *, tender_id: str, ocid_prefix: str, ocid: str | None = None, **facts: Any
) -> int:
    """Make a draft with its facts; refuses a tender id that is there already. Returns the id."""
    if find_by_tender_id(unit, tender_id=tender_id) is not None:
        raise Refusal("refusal-tender-id-taken", given=tender_id)
    ocid = ocid or f"{ocid_prefix}-{tender_id}"
    opportunity = Opportunity(
        tender_id=tender_id,
        ocid=ocid,
        title=facts.get("title") or tender_id,
        created_at=unit.now,
        changed_at=unit.now,
    )
    unit.session.add(opportunity)
    unit.session.flush()
    record(unit, "opportunity.made", opportunity=opportunity.id)
    set_facts(unit, opportunity=opportunity.id, **facts)
    return opportunity.id


def set_facts(unit: Unit, /, *, opportunity: int, **facts: Any) -> list[str]:
    """Set facts by name; `places` by code or name; `parts`, `requirements`, `criteria` as lists of
    dicts, or as a dict of those that change, by number; `checklist` as a dict that is merged in.
    Returns the names of what really changed; a published one then gets a new version, and is
    refused a change that leaves it incomplete or wrong.
    """
    return set_facts_of_many(unit, facts={opportunity: facts})[opportunity]


def set_facts_of_many(
    unit: Unit, /, *, facts: Mapping[int, Mapping[str, Any]]
) -> dict[int, list[str]]:
    """As `set_facts`, of several opportunities: loaded at once, and written at
    once where they are drafts.
    """
    # The session knows a row only as long as somebody holds it.
    rows = (
        unit.session.exec(SEVERAL, params={"opportunities": list(facts)}).all()
        if len(facts) > 1
        else ()
    )
    loaded = {row.id: row for row in rows}
    changed = {
        id: _change(unit, loaded.get(id) or get_opportunity(unit, opportunity=id), facts[id])
        for id in facts
    }
    unit.session.flush()
    return changed


def get_opportunity(unit: Unit, *, opportunity: int) -> Opportunity:
    """Load one opportunity; refuses an unknown id."""
    row = unit.session.get(Opportunity, opportunity)
    if row is None:
        raise Refusal("refusal-unknown", given=str(opportunity))
    return row


def find_by_tender_id(unit: Unit, *, tender_id: str) -> int | None:
    """Find an opportunity by the organisation's own number or by its ocid, whatever the case."""
    return find_numbers(unit, numbers=[tender_id]).get(tender_id)


def listed(unit: Unit, model: type[Any], opportunity: int) -> Rows[Any]:
    """The parts, requirements or criteria of an opportunity, in order, with
    the columns of their model.
    """
    return unit.run(LISTED[model], {"opportunity": opportunity})


def publish_version(unit: Unit, row: Opportunity) -> None:
    """Keep what is now public as the next version."""
    row.version += 1
    facts = facts_of(unit, row, mode="json")
    unit.run(
        PUBLISH, {"opportunity_id": row.id, "version": row.version, "at": unit.now, "facts": facts}
    )
    unit.session.flush()


def facts_of(
    unit: Unit, row: Opportunity, *, mode: Literal["json", "python"] = "python"
) -> dict[str, Any]:
    """All facts of an opportunity as they stand now, its lists and the
    ids of its places with them.
    """
    facts = row.model_dump(mode=mode, exclude={"source", "source_last"})
    for name, model in LISTS.items():
        items = (item._asdict() for item in listed(unit, model, row.id))
        facts[name] = [
            {key: value for key, value in item.items() if key != "unmet"} for item in items
        ]
    facts["places"] = sorted(unit.run(PLACED, {"opportunity": row.id}).scalars())
    return facts


def _change(unit: Unit, row: Opportunity, facts: Mapping[str, Any]) -> list[str]:
    if row.state in ("decided", "withdrawn"):
        raise Refusal("refusal-ended", given=row.tender_id)
    before = judge(unit, row) if row.version else None
    changed = [name for name, value in facts.items() if _set(unit, row, name, value)]
    if not changed:
        return []
    row.changed_at = unit.now
    if before is not None:
        require_fit(judge(unit, row), before)
    record(unit, "opportunity.changed", *changed, opportunity=row.id)
    if row.state != "draft" and set(changed) - {"source", "source_date", "source_last"}:
        publish_version(unit, row)
    return changed


def _set(unit: Unit, row: Opportunity, name: str, value: Any) -> bool:
    if name == "places":
        return _set_places(unit, row, value)
    if name in LISTS:
        return _set_list(unit, row, name, value)
    if name not in SETTABLE:
        raise Refusal("refusal-field", given=name, allowed=[*SETTABLE, "places", *LISTS])
    if name == "official" and value:
        value = contact_of(unit, given=value)
    if name == "checklist":
        value = _checked(row, value)
    codelist, allowed = CODED.get(name, ("", ()))
    for code in value if isinstance(value, (list, tuple)) else [value]:
        if codelist and code is not None and code not in allowed:
            raise Refusal("refusal-code", given=str(code), allowed=named(codelist, allowed))
    if getattr(row, name) == value:
        return False
    setattr(row, name, value)
    return True


def _checked(row: Opportunity, answers: dict[str, str]) -> dict[str, str]:
    known = checklist("combined")
    for key in answers:
        if key not in known and "." not in key:
            raise Refusal(
                "refusal-field", given=f"checklist.{key}", allowed=named("checklist", known)
            )
    return row.checklist | answers


def _set_places(unit: Unit, row: Opportunity, names: list[str]) -> bool:
    wanted = {place.id for place in find_places(unit, names=names)}
    if wanted == set(unit.run(PLACED, {"opportunity": row.id}).scalars()):
        return False
    unit.run(TAKE_PLACES, {"opportunity": row.id})
    if wanted:
        unit.run(PLACE, [{"opportunity_id": row.id, "place_id": id} for id in sorted(wanted)])
    return True


def _set_list(
    unit: Unit, row: Opportunity, name: str, items: list[dict[str, Any]] | dict[str, Any]
) -> bool:
    """Replace a list as a whole; what stays the same keeps its count, and its
    row where the order allows.
    """
    model = LISTS[name]
    have = listed(unit, model, row.id)
    fields = set(model.model_fields) - {"id", "opportunity_id", "unmet"}
    before = [
        {key: value for key, value in item._asdict().items() if key in fields} for item in have
    ]
    given = with_items(name, before, items) if isinstance(items, dict) else items
    wanted = [model(opportunity_id=row.id, **item).model_dump(exclude={"id"}) for item in given]
    after = [{key: value for key, value in item.items() if key in fields} for item in wanted]
    if before == after:
        return False
    kept = _beginning(before, after)
    gone = [number for number in range(len(have)) if number not in kept]
    for number in range(len(kept), len(wanted)):
        again = next((old for old in gone if before[old] == after[number]), None)
        if again is not None and name == "requirements":
            wanted[number]["unmet"] = have[again].unmet
    if gone:
        unit.run(TAKE_ITEMS[name], [{"item": have[number].id} for number in gone])
    if wanted[len(kept) :]:
        unit.run(ADD_ITEMS[name], wanted[len(kept) :])
    return True


def _beginning(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[int]:
    """Find the old rows that can stay: lists are in order of id, so new rows can
    only follow the old ones.
    """
    kept: list[int] = []
    for facts in after:
        later = [
            number
            for number in range(kept[-1] + 1 if kept else 0, len(before))
            if before[number] == facts
        ]
        if not later:
            break
        kept.append(later[0])
    return kept
