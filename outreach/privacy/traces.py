"""What leads to a forgotten person in the words of their groups: a name, a number, an address.

What they typed for the group is the group's. Only words that lead to this person are looked for.
"""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import bindparam, col

from outreach.interests.interest import INTEREST_TEXTS, Interest, InterestChange
from outreach.interests.plan import PLAN_WORDS, Plan
from outreach.interests.reach import FIELD, reach_typed
from outreach.parties.party import Membership, Party
from outreach.parties.person import speaker
from outreach.receipts.receipt import rewrite_receipts
from outreach.store.among import among
from outreach.store.query import pick, update
from outreach.store.unit import Unit

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w+])\+?\d(?:[ ().-]{0,2}\d){7,14}(?!\w)")
NAME = re.compile(r"[^\W\d_]{2,}")
PARTICLES = {
    *("al", "bin", "da", "de", "del", "den", "der", "di", "du", "het"),
    *("ibn", "la", "le", "te", "ten", "ter", "van", "von"),
}
"""Words inside names that are ordinary words too."""
IN_ITS_PLACE = "…"
FIELDS = tuple(name for name in INTEREST_TEXTS if name != FIELD)
"""What a group says of itself in words."""
PARTY_MEMBERS = (
    select(func.count())
    .where(col(Membership.party_id) == col(Party.id))
    .correlate(Party)
    .scalar_subquery()
)
PARTY_OF_PERSON = (
    pick(Party.id, Party.kind, Party.name, PARTY_MEMBERS.label("members"))
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .where(Membership.person_id == bindparam("person"))
    .order_by(col(Party.id))
)
INTEREST_OF_PARTIES = (
    pick(
        Interest.id,
        Interest.party_id,
        Interest.reach,
        *(getattr(Interest, name) for name in FIELDS),
    )
    .where(among(col(Interest.party_id), "parties"))
    .order_by(col(Interest.id))
)
INTEREST_CHANGE_LIST = pick(InterestChange.id, InterestChange.before).where(
    among(col(InterestChange.interest_id), "interests")
)
PLAN_OF_INTERESTS = pick(Plan.interest_id, *(getattr(Plan, name) for name in PLAN_WORDS)).where(
    among(col(Plan.interest_id), "interests")
)
PARTY_RENAME = update(Party).where(Party.id == bindparam("party")).values(name=bindparam("called"))
INTEREST_REWRITE = {
    name: update(Interest)
    .where(Interest.id == bindparam("interest"))
    .values({name: bindparam("written")})
    for name in FIELDS
}
PLAN_REWRITE = {
    name: update(Plan)
    .where(Plan.interest_id == bindparam("interest"))
    .values({name: bindparam("written")})
    for name in PLAN_WORDS
}
INTEREST_CHANGE_REWRITE = (
    update(InterestChange)
    .where(InterestChange.id == bindparam("change"))
    .values(before=bindparam("written"))
)


@dataclass(frozen=True, slots=True)
class Traces:
    """The words that lead to a person in what their groups go on with, and those groups' names."""

    words: list[str]
    groups: list[str]
    named: bool
    """True if a name of theirs is among the words."""


def my_traces(unit: Unit, *, called: str = "") -> Traces:
    """Look for the words that lead to the person who speaks in what their groups go on with.

    `called` is the name that they say they have there.
    """
    person = speaker(unit)
    groups = shared_by(unit, person)
    if not groups:
        return Traces([], [], named=False)
    leads = leads_to(unit, person, called=called)
    texts = [party.name for party in groups]
    interests = _interests(unit, [party.id for party in groups])
    texts += [text for row in interests for text in _texts(row).values()]
    texts += [
        text for plan in _plans(unit, interests) for text in _texts(plan, PLAN_WORDS).values()
    ]
    words = list(dict.fromkeys(each for text in texts for each in _found(text, leads)))
    return Traces(
        words,
        list(dict.fromkeys(party.name for party in groups)),
        named=any(map(leads.names, words)),
    )


def take_out(unit: Unit, *, person: int, names: bool, called: str = "") -> None:
    """Take what leads to a person out of what their groups go on with; names only if asked."""
    parties = shared_by(unit, person)
    if not parties:
        return
    leads = leads_to(unit, person, names=names, called=called)
    for party in parties:
        if (renamed := without(party.name, leads)) != party.name:
            unit.run(PARTY_RENAME, {"party": party.id, "called": renamed})
    interests = _interests(unit, [party.id for party in parties])
    for interest in interests:
        for name, text in _texts(interest).items():
            if (written := without(text, leads)) != text:
                unit.run(INTEREST_REWRITE[name], {"interest": interest.id, "written": written})
    for plan in _plans(unit, interests):
        for name, text in _texts(plan, PLAN_WORDS).items():
            if (written := without(text, leads)) != text:
                unit.run(PLAN_REWRITE[name], {"interest": plan.interest_id, "written": written})
    for change, before in unit.run(
        INTEREST_CHANGE_LIST, {"interests": [row.id for row in interests]}
    ):
        if isinstance(before, str) and (written := without(before, leads)) != before:
            unit.run(INTEREST_CHANGE_REWRITE, {"change": change, "written": written})
    rewrite_receipts(
        unit,
        interests=[row.id for row in interests],
        rewrite=lambda text: without(text, leads),
    )


@dataclass(frozen=True, slots=True)
class Leads:
    """What leads to a person: numbers, addresses, and words of their name.

    Numbers and addresses by which `others` are reached do not count. A first name counts however it
    is written; other words of a name may be ordinary words, and count only with a capital.
    """

    first: frozenset[str]
    capital: frozenset[str]
    others: frozenset[str]

    def names(self, word: str) -> bool:
        """True if a word is part of their name."""
        plain = word.casefold()
        return plain in self.first or (word[0].isupper() and plain in self.capital)


def leads_to(unit: Unit, person: int, *, names: bool = True, called: str = "") -> Leads:
    """Return what leads to a person.

    A name is known from a resident who takes part alone, from `called`, and from their own e-mail.
    """
    parties = unit.run(PARTY_OF_PERSON, {"person": person})
    interests = _interests(unit, [party.id for party in parties])
    own, _ = reach_typed(unit, interests=[row.id for row in interests]).by(person)
    reaches: dict[bool, list[str]] = {True: [], False: []}
    for row in interests:
        reaches[row.id in own].append(row.reach or "")
    alone = [party.name for party in parties if party.members == 1 and party.kind == "resident"]
    told = [NAME.findall(name) for name in (*alone, called)]
    mails = [
        NAME.findall(mail.partition("@")[0])
        for reach in reaches[True]
        for mail in EMAIL.findall(reach)
    ]
    first = {word.casefold() for found in told for word in found[:1] if names} - PARTICLES
    capital = {word.casefold() for found in told + mails for word in found if names} - PARTICLES
    others = {_bare(found) for reach in reaches[False] for found in _contacts(reach)}
    return Leads(frozenset(first), frozenset(capital), frozenset(others))


def shared_by(unit: Unit, person: int) -> list[Any]:
    """Return the groups that go on without a person."""
    return [party for party in unit.run(PARTY_OF_PERSON, {"person": person}) if party.members > 1]


def _interests(unit: Unit, parties: list[int]) -> list[Any]:
    return unit.run(INTEREST_OF_PARTIES, {"parties": parties})


def _plans(unit: Unit, interests: list[Any]) -> list[Any]:
    return unit.run(PLAN_OF_INTERESTS, {"interests": [row.id for row in interests]})


def _texts(row: Any, fields: tuple[str, ...] = FIELDS) -> dict[str, str]:
    return {name: text for name in fields if (text := getattr(row, name))}


def _found(text: str, leads: Leads) -> list[str]:
    contacts = [found for found in _contacts(text) if _bare(found) not in leads.others]
    return contacts + [word for word in NAME.findall(text) if leads.names(word)]


def without(text: str, leads: Leads) -> str:
    """Return a text with a sign in the place of all that leads to a person."""

    def kept(found: re.Match[str]) -> str:
        return found[0] if _bare(found[0]) in leads.others else IN_ITS_PLACE

    text = PHONE.sub(kept, EMAIL.sub(kept, text))
    return NAME.sub(lambda word: IN_ITS_PLACE if leads.names(word[0]) else word[0], text)


def _contacts(text: str) -> list[str]:
    return EMAIL.findall(text) + PHONE.findall(EMAIL.sub(" ", text))


def _bare(contact: str) -> str:
    """Return a number or an address in the one form in which it is compared."""
    return contact.casefold() if "@" in contact else re.sub(r"\D", "", contact)
