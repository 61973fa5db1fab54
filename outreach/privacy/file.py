"""The whole file of one person, for a colleague who handles their request.

It is all we hold of them, and what was done with it.
"""

from typing import Any

from sqlmodel import bindparam, col, or_

from outreach.delivery.mailing import Mailing
from outreach.interests.interest import Interest
from outreach.interests.pencil import PENCIL_DEEDS
from outreach.interests.question import Question
from outreach.interests.weigh import WEIGH_DEEDS
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.place import Place
from outreach.parties.party import Membership
from outreach.parties.person import Person
from outreach.privacy.mydata import my_data
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.codes import code_in, find_code
from outreach.store.events import Event
from outreach.store.query import pick
from outreach.store.unit import Unit

File = dict[str, list[dict[str, Any]]]
MEMBERSHIP_OF_PARTY = pick(Membership.person_id).where(Membership.party_id == bindparam("subject"))
PERSON_OF_CODE = {
    "reference": pick(Membership.person_id)
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.id == bindparam("subject")),
    "invitation": MEMBERSHIP_OF_PARTY,
    "link": pick(Person.id).where(Person.id == bindparam("subject")),
}
"""The persons a code may belong to, by the kind of the code."""
QUESTION_ASKER = pick(Question.person_id).where(Question.id == bindparam("question"))
PERSON_KNOWN = pick(Person.id).where(Person.id == bindparam("person"))
OPPORTUNITY_TITLES = pick(Opportunity.id, Opportunity.tender_id, Opportunity.title).where(
    among(col(Opportunity.id), "ids")
)
MAILING_NAMES = (
    pick(Mailing.id, Mailing.kind, Mailing.name, Mailing.opportunity_id)
    .where(among(col(Mailing.id), "ids"))
    .order_by(col(Mailing.id))
)
PLACE_NAMES = pick(Place.id, Place.code, Place.name).where(among(col(Place.id), "ids"))
ABOUT = ("beforehand", "follower", "interest", "question", "trail")
"""The tables of a person whose rows are about an opportunity."""
OF_THEIRS = ("interest", "question", "party")
"""The records of a person that an event may be about."""
EVENT_ABOUT_PERSON = (
    pick(Event.id, Event.at, Event.actor, Event.deed, Event.ids, Event.fields)
    .where(
        or_(
            Event.actor == bindparam("actor"),
            col(Event.ids)["person"].as_integer() == bindparam("person"),
            *(among(col(Event.ids)[kind].as_integer(), kind) for kind in OF_THEIRS),
        ),
        col(Event.deed).not_in((*PENCIL_DEEDS, *WEIGH_DEEDS)),
    )
    .order_by(col(Event.id))
)


def person_meant(unit: Unit, *, code: str | None, person: int | None, question: int | None) -> int:
    """Find the one person who is meant: by a code, by number, or by a question they asked.

    Refuses if there is nobody, or if a code belongs to a group: then it names the numbers of its
    members.
    """
    given = [part for part in (code, person, question) if part is not None]
    if len(given) != 1:
        raise Refusal("refusal-one-person")
    if person is not None:
        found = unit.run(PERSON_KNOWN, {"person": person}).scalars()
    elif question is not None:
        found = [
            asker
            for asker in unit.run(QUESTION_ASKER, {"question": question}).scalars()
            if asker is not None
        ]
    else:
        found = _behind(unit, code or "")
    if not found:
        raise Refusal("refusal-nobody", given=str(given[0])[:80])
    if len(found) > 1:
        raise Refusal(
            "refusal-persons", given=str(given[0])[:80], persons=", ".join(map(str, sorted(found)))
        )
    return int(found[0])


def person_file(unit: Unit, *, person: int) -> File:
    """Return everything we hold of a person, with what it is about, and the events.

    A code with which somebody could go on in this person's name is left out: it is theirs alone.
    Colleagues who read or did something are in the events without a name.
    """
    data = my_data(unit, person=person)
    data["code"] = [row for row in data["code"] if row["kind"] not in ("link", "invitation")]
    mailings = _named(unit, MAILING_NAMES, data["delivery"], "mailing_id")
    about = [row for name in ABOUT for row in data[name]] + mailings
    return data | {
        "mailing": mailings,
        "opportunity": _named(unit, OPPORTUNITY_TITLES, about, "opportunity_id"),
        "place": _named(unit, PLACE_NAMES, data["person"], "place_id"),
        "event": _events(unit, person, data),
    }


def _behind(unit: Unit, code: str) -> list[int]:
    """Return the persons a code may belong to; none if it is no code of a person."""
    meaning = find_code(unit, code_in(code) or "")
    if meaning is None or meaning.kind not in PERSON_OF_CODE:
        return []
    return unit.run(PERSON_OF_CODE[meaning.kind], {"subject": meaning.subject}).scalars()


def _named(
    unit: Unit, statement: Any, rows: list[dict[str, Any]], field: str
) -> list[dict[str, Any]]:
    ids = sorted({row[field] for row in rows if row[field] is not None})
    return [row._asdict() for row in unit.run(statement, {"ids": ids})]


def _events(unit: Unit, person: int, data: File) -> list[dict[str, Any]]:
    """Return what this person did, and what was done with their records."""
    about = {kind: [row["id"] for row in data[kind]] for kind in OF_THEIRS}
    found = unit.run(EVENT_ABOUT_PERSON, about | {"person": person, "actor": f"person:{person}"})
    return [row._asdict() | {"actor": _role(row.actor, person)} for row in found]


def _role(actor: str, person: int) -> str:
    """Return who did it, without the number of anybody else."""
    return actor if actor == f"person:{person}" else actor.partition(":")[0]
