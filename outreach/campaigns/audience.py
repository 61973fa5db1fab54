"""Who is asked: everybody in an audience gets one verdict.

One statement judges each person. The card counts the verdicts, and approval writes the rows, so
both always agree.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, cast, func
from sqlalchemy import select as plain_select
from sqlmodel import and_, case, col, not_, or_, select

from outreach.campaigns.exclusions import (
    EXCLUSIONS,
    GONE,
    SILENCE,
    TALKING,
    THEIRS,
    WANTS_NEWS,
    Asking,
    belongs,
    interested,
)
from outreach.interests.interest import Interest
from outreach.opportunities.codes import THEMES
from outreach.opportunities.place import within
from outreach.parties.address import Address
from outreach.parties.party import Membership, Party
from outreach.parties.person import Person
from outreach.store.among import among
from outreach.store.unit import Unit

AT_A_TIME = 5_000
"""Rows fetched at a time: otherwise a driver would hold a million of them at once."""
SEND = "send"
GOING = (SEND, TALKING)
"""Verdicts for which a message is written; during a conversation it waits until that ends."""


@dataclass(frozen=True, slots=True)
class Group:
    """How many persons share a verdict, a channel and a language.

    Those who cannot be reached have no channel.
    """

    verdict: str
    channel: str | None
    language: str
    persons: int


@dataclass(slots=True)
class Chosen:
    """Who is asked, as columns of numbers: a million people take 20 MB.

    `kinds` are the channels and languages that occur; `kind` says which of them each person has.
    """

    persons: "array[int]" = field(default_factory=lambda: array("q"))
    addresses: "array[int]" = field(default_factory=lambda: array("q"))
    kind: "array[int]" = field(default_factory=lambda: array("H"))
    kinds: dict[tuple[str, str], int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.persons)

    def add(self, person: int, address: int, channel: str, language: str) -> None:
        """Add a person, with the address and the language in which they are asked."""
        self.persons.append(person)
        self.addresses.append(address)
        self.kind.append(self.kinds.setdefault((channel, language), len(self.kinds)))

    @property
    def groups(self) -> list[Group]:
        """How many there are by channel and language, as on the card."""
        return [
            Group(SEND, *kind, self.kind.count(number))
            for kind, number in sorted(self.kinds.items())
        ]

    def parted(self, sizes: Sequence[int]) -> "Iterator[tuple[int, tuple[str, str], array[int]]]":
        """Divide everybody over waves of these sizes: the wave, a channel and language, and who.

        Each person is given by their index here. With more than one wave, the order is shuffled by
        two primes, so that nobody comes first because we met them first.
        """
        order: Sequence[int] = range(len(self))
        if len(sizes) > 1:
            order = sorted(order, key=lambda place: (self.persons[place] * 7_919 % 104_729, place))
        begin = 0
        for wave, size in enumerate(sizes):
            among = order[begin : begin + size]
            begin += size
            for kind, number in self.kinds.items():
                yield (
                    wave,
                    kind,
                    array("q", (place for place in among if self.kind[place] == number)),
                )


def count_audience(unit: Unit, asking: Asking) -> list[Group]:
    """Count everybody in the audience by verdict, channel and language."""
    judged = _judged(unit, asking).subquery()
    columns = (judged.c.verdict, judged.c.channel, judged.c.language)
    counted = plain_select(*columns, func.count()).group_by(*columns).order_by(*columns)
    return [Group(*row) for row in unit.run(counted, {"lately": unit.now - SILENCE})]


def choose_audience(unit: Unit, asking: Asking) -> Chosen:
    """Choose who is asked, everybody at the same moment; exactly these get rows later."""
    judged = _judged(unit, asking).subquery()
    columns = (judged.c.person_id, judged.c.address_id, judged.c.channel, judged.c.language)
    chosen = Chosen()
    # not with `unit.run`, which fetches all rows at once: there may be a million
    rows = unit.connection.execute(
        plain_select(*columns).where(judged.c.verdict.in_(GOING)),
        {"lately": unit.now - SILENCE},
        execution_options={"yield_per": AT_A_TIME},
    )
    for person, address, channel, language in rows:
        chosen.add(person, address, channel, language)
    return chosen


def _judged(unit: Unit, asking: Asking) -> Any:
    """Select person, address, channel, language and verdict of everybody in the audience."""
    return (
        plain_select(
            col(Person.id).label("person_id"),
            col(Address.id).label("address_id"),
            col(Address.channel).label("channel"),
            col(Person.language).label("language"),
            _verdict(unit, asking).label("verdict"),
        )
        .select_from(Person)
        .outerjoin(Address, col(Address.id) == _best(asking.channels))
        .where(*_within(unit, asking.audience))
    )


def _best(channels: Sequence[str]) -> Any:
    """Where a person wants news and can be reached: their mailbox, else what they used last."""
    wanted = and_(THEIRS, WANTS_NEWS, not_(GONE))
    return (
        select(Address.id)
        .where(wanted, col(Address.channel).in_(channels))
        .order_by(
            col(Address.beside).is_(True).desc(),
            col(Address.used_at).desc().nulls_last(),
            col(Address.id).desc(),
        )
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _verdict(unit: Unit, asking: Asking) -> Any:
    """The first reason to leave a person out, or that they are asked."""
    reasons = [
        (condition, each.name)
        for each in EXCLUSIONS
        if each.when_chosen is not None
        and (condition := each.when_chosen(unit, asking)) is not None
    ]
    return case(*reasons, else_=SEND)


def _within(unit: Unit, audience: dict[str, Any]) -> list[Any]:
    """The conditions that an audience sets."""
    conditions: list[Any] = []
    if places := audience.get("places"):
        conditions.append(among(col(Person.place_id), within(unit, codes=places)))
    if themes := [theme for theme in audience.get("themes", ()) if theme in THEMES]:
        chosen = cast(col(Person.themes), String)
        conditions.append(or_(chosen == "[]", *(chosen.like(f'%"{theme}"%') for theme in themes)))
    if languages := audience.get("languages"):
        conditions.append(col(Person.language).in_(languages))
    if kinds := audience.get("parties"):
        of_kind = belongs(col(Party.id) == col(Membership.party_id), col(Party.kind).in_(kinds))
        conditions.append(or_(of_kind, not_(belongs())) if "resident" in kinds else of_kind)
    if partner := audience.get("partner"):
        known = interested(col(Interest.state) == "agreed")
        conditions.append(known if partner == "known" else not_(known))
    if (answered := audience.get("answered")) is not None:
        ever = interested()
        conditions.append(ever if answered else not_(ever))
    return conditions
