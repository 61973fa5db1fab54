"""Write an opportunity: make it, set its facts, replace its parts, requirements and criteria.

A published one gets a new version at each change, so that nobody answers to what they did not read.
"""

from typing import Any, Literal, TypeVar

from sqlmodel import SQLModel, col, delete, select

from content.texts import named
from outreach.opportunities import codes
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
from outreach.opportunities.procurement import checklist
from outreach.staff.staff import contact_of
from outreach.store.errors import Refusal
from outreach.store.events import record
from outreach.store.unit import Unit

Row = TypeVar("Row", bound=SQLModel)
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
SETTABLE = (
    "title", "summary", "description", "language", "translations", "duration", "official", "answer_days",
    "value_cents", "currency", "cooperation", "questions_until", "answers_until", "starts_on", "checklist",
    "source", "source_date", "source_last", *CODED,
)  # fmt: skip


def new_opportunity(unit: Unit, /, *, tender_id: str, ocid_prefix: str, ocid: str | None = None, **facts: Any) -> int:
    """Make a draft with its facts; refuses a tender id that is there already. Returns the id."""
    if find_by_tender_id(unit, tender_id=tender_id) is not None:
        raise Refusal("refusal-tender-id-taken", given=tender_id)
    ocid = ocid or f"{ocid_prefix}-{tender_id}"
    opportunity = Opportunity(
        tender_id=tender_id, ocid=ocid, title=facts.get("title") or tender_id, created_at=unit.now, changed_at=unit.now
    )
    unit.session.add(opportunity)
    unit.session.flush()
    record(unit, "opportunity.made", opportunity=opportunity.id)
    set_facts(unit, opportunity=opportunity.id, **facts)
    return opportunity.id


def set_facts(unit: Unit, /, *, opportunity: int, **facts: Any) -> list[str]:
    """Set facts by name; `places` by code or name; `parts`, `requirements`, `criteria` as lists of dicts, or as a dict
    of those that change, by number; `checklist` as a dict that is merged in. Returns the names of what really changed;
    a published one then gets a new version, and is refused a change that leaves it incomplete or wrong.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    if row.state in ("decided", "withdrawn"):
        raise Refusal("refusal-ended", given=row.tender_id)
    before = judge(unit, row) if row.version else None
    changed = [name for name, value in facts.items() if _set(unit, row, name, value)]
    if not changed:
        return []
    row.changed_at = unit.now
    unit.session.add(row)
    unit.session.flush()
    if before is not None:
        require_fit(judge(unit, row), before)
    record(unit, "opportunity.changed", *changed, opportunity=row.id)
    if row.state != "draft" and set(changed) - {"source", "source_date", "source_last"}:
        publish_version(unit, row)
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


def listed(unit: Unit, model: type[Row], opportunity: int) -> list[Row]:
    """The parts, requirements or criteria of an opportunity, in order."""
    owner, order = model.__table__.c.opportunity_id, model.__table__.c.id  # type: ignore[attr-defined]
    return list(unit.session.exec(select(model).where(owner == opportunity).order_by(order)).all())


def publish_version(unit: Unit, row: Opportunity) -> None:
    """Keep what is now public as the next version."""
    row.version += 1
    facts = facts_of(unit, row, mode="json")
    unit.session.add(OpportunityVersion(opportunity_id=row.id, version=row.version, at=unit.now, facts=facts))
    unit.session.add(row)
    unit.session.flush()


def facts_of(unit: Unit, row: Opportunity, *, mode: Literal["json", "python"] = "python") -> dict[str, Any]:
    """All facts of an opportunity as they stand now, its lists and the ids of its places with them."""
    facts = row.model_dump(mode=mode, exclude={"source", "source_last"})
    for name, model in LISTS.items():
        facts[name] = [item.model_dump(mode=mode, exclude={"unmet"}) for item in listed(unit, model, row.id)]
    placed = select(OpportunityPlace.place_id).where(col(OpportunityPlace.opportunity_id) == row.id)
    facts["places"] = sorted(unit.session.exec(placed).all())
    return facts


def _set(unit: Unit, row: Opportunity, name: str, value: Any) -> bool:
    if name == "places":
        return _set_places(unit, row, value)
    if name in LISTS:
        return _set_list(unit, row, name, value)
    if name not in SETTABLE:
        raise Refusal("refusal-field", given=name, allowed=", ".join((*SETTABLE, "places", *LISTS)))
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
            raise Refusal("refusal-field", given=f"checklist.{key}", allowed=named("checklist", known))
    return row.checklist | answers


def _set_places(unit: Unit, row: Opportunity, names: list[str]) -> bool:
    wanted = {place.id for place in find_places(unit, names=names)}
    owner = col(OpportunityPlace.opportunity_id) == row.id
    have = set(unit.session.exec(select(OpportunityPlace.place_id).where(owner)).all())
    if wanted == have:
        return False
    unit.session.exec(delete(OpportunityPlace).where(owner))
    unit.session.add_all([OpportunityPlace(opportunity_id=row.id, place_id=id) for id in sorted(wanted)])
    unit.session.flush()
    return True


def _set_list(unit: Unit, row: Opportunity, name: str, items: list[dict[str, Any]] | dict[str, Any]) -> bool:
    """Replace a list as a whole; what stays the same keeps its count, and its row where the order allows."""
    model = LISTS[name]
    have = listed(unit, model, row.id)
    fields = set(model.model_fields) - {"id", "opportunity_id", "unmet"}
    before = [item.model_dump(include=fields) for item in have]
    given = with_items(name, before, items) if isinstance(items, dict) else items
    wanted = [model(opportunity_id=row.id, **item) for item in given]
    after = [item.model_dump(include=fields) for item in wanted]
    if before == after:
        return False
    kept = _beginning(before, after)
    gone = [number for number in range(len(have)) if number not in kept]
    for number in range(len(kept), len(wanted)):
        again = next((old for old in gone if before[old] == after[number]), None)
        if again is not None and name == "requirements":
            wanted[number].unmet = have[again].unmet
    for number in gone:
        unit.session.delete(have[number])
    unit.session.flush()
    unit.session.add_all(wanted[len(kept) :])
    unit.session.flush()
    return True


def _beginning(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[int]:
    """Find the old rows that can stay: lists are in order of id, so new rows can only follow the old ones."""
    kept: list[int] = []
    for facts in after:
        later = [number for number in range(kept[-1] + 1 if kept else 0, len(before)) if before[number] == facts]
        if not later:
            break
        kept.append(later[0])
    return kept
