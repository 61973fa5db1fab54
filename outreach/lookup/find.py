"""Find anything by a word: a code that people were given, a number, a name, or what a text says.

What is about persons is searched for those only who may read it.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, func, literal_column
from sqlmodel import bindparam, col

from outreach.campaigns.campaign import Campaign
from outreach.interests.interest import INTEREST_TEXTS, Interest
from outreach.interests.meant import digits, opportunity_number
from outreach.interests.question import Question
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership, Party
from outreach.refusal import Refusal
from outreach.staff.staff import PRESENT, Staff
from outreach.store.codes import code_in, find_code
from outreach.store.folding import Holds, bare
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail
from outreach.venues.venue import Venue

SHORT = 5
"""Digits that are the number of a thing; more may be a telephone number, and
are looked for in texts too.
"""
LOOK = {
    "opportunity": "opportunities show {}",
    "interest": "interests show {}",
    "question": "questions show {}",
    "campaign": "campaign show {}",
    "venue": "venues show {}",
    "staff": "staff list",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a word leads to: kind, number, name, its opportunity and its state.

    `code` is how commands call it, if that is not its number.
    """

    kind: str
    number: int
    name: str | None
    tender_id: str | None
    state: str | None
    code: str | None = None

    @property
    def command(self) -> str:
        """The command that shows it whole."""
        return f"kansenbode {LOOK[self.kind].format(self.code or self.number)}"


def _said(*fields: Any) -> Any:
    """The texts of a row, one after the other."""
    whole: Any = func.coalesce(fields[0], "")
    for field in fields[1:]:
        whole = whole + " " + func.coalesce(field, "")
    return whole


NOTHING: Any = literal_column("NULL")


def _rows(
    kind: str, number: Any, name: Any, tender_id: Any, state: Any, code: Any = NOTHING
) -> Select[Any]:
    return pick(literal_column(f"'{kind}'"), number, name, tender_id, state, code)


OPPORTUNITY_FOUND = _rows(
    "opportunity", Opportunity.id, Opportunity.title, Opportunity.tender_id, Opportunity.state
)
INTEREST_FOUND = (
    _rows("interest", Interest.id, Party.name, Opportunity.tender_id, Interest.state)
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
)
INTEREST_FOUND_NAMELESS = (
    _rows("interest", Interest.id, NOTHING, Opportunity.tender_id, Interest.state)
    .select_from(Interest)
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
)
QUESTION_FOUND = (
    _rows(
        "question",
        Question.id,
        func.coalesce(Question.text, Question.public_text),
        Opportunity.tender_id,
        NOTHING,
    )
    .select_from(Question)
    .outerjoin(Opportunity, col(Opportunity.id) == col(Question.opportunity_id))
)
QUESTION_FOUND_PUBLISHED = (
    _rows("question", Question.id, Question.public_text, Opportunity.tender_id, NOTHING)
    .select_from(Question)
    .outerjoin(Opportunity, col(Opportunity.id) == col(Question.opportunity_id))
)
CAMPAIGN_FOUND = _rows(
    "campaign", Campaign.id, Opportunity.title, Opportunity.tender_id, Campaign.state
).join(Opportunity, col(Opportunity.id) == col(Campaign.opportunity_id))
VENUE_FOUND = _rows("venue", Venue.id, Venue.name, NOTHING, Venue.state, Venue.code)
STAFF_FOUND = _rows("staff", Staff.id, Staff.name, NOTHING, NOTHING).where(PRESENT)
ABOUT = (Opportunity.tender_id, Opportunity.ocid, Opportunity.title)
OFFERED = (
    Party.name,
    *(getattr(Interest, name) for name in INTEREST_TEXTS),
)
IDS: dict[str, Any] = {
    "opportunity": Opportunity.id,
    "interest": Interest.id,
    "question": Question.id,
    "campaign": Campaign.id,
    "venue": Venue.id,
}


def _saying(kind: Select[Any], number: Any, *texts: Any) -> Select[Any]:
    """The rows whose texts hold the word, newest first."""
    word: Any = bindparam("word", type_=String())
    return (
        kind.where(Holds(_said(*texts), word)).order_by(col(number).desc()).limit(bindparam("most"))
    )


def _of(kind: Select[Any], name: str) -> Select[Any]:
    return kind.where(col(IDS[name]) == bindparam("number"))


RECORD_SAYING = (
    _saying(
        OPPORTUNITY_FOUND, Opportunity.id, *ABOUT, Opportunity.summary, Opportunity.description
    ),
    _saying(CAMPAIGN_FOUND, Campaign.id, *ABOUT),
    _saying(VENUE_FOUND, Venue.id, Venue.code, Venue.name),
    _saying(STAFF_FOUND, Staff.id, Staff.name, Staff.email),
)
RECORD_SAYING_ALL = (
    *RECORD_SAYING,
    _saying(INTEREST_FOUND, Interest.id, *OFFERED),
    _saying(QUESTION_FOUND, Question.id, Question.text, Question.public_text, Question.answer),
)
RECORD_SAYING_OPENLY = (
    *RECORD_SAYING,
    _saying(
        QUESTION_FOUND_PUBLISHED.where(col(Question.for_all).is_(True)),
        Question.id,
        Question.public_text,
        Question.answer,
    ),
)
RECORD_OF_NUMBER = {
    "opportunity": _of(OPPORTUNITY_FOUND, "opportunity"),
    "campaign": _of(CAMPAIGN_FOUND, "campaign"),
    "venue": _of(VENUE_FOUND, "venue"),
}
RECORD_OF_NUMBER_ALL = RECORD_OF_NUMBER | {
    "interest": _of(INTEREST_FOUND, "interest"),
    "question": _of(QUESTION_FOUND, "question"),
}
RECORD_OF_NUMBER_OPENLY = RECORD_OF_NUMBER | {
    "interest": _of(INTEREST_FOUND_NAMELESS, "interest"),
    "question": _of(QUESTION_FOUND_PUBLISHED, "question"),
}
RECORD_OF_CODE = {
    "invitation": pick(Interest.id).where(Interest.party_id == bindparam("subject")),
    "link": pick(Interest.id)
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .where(Membership.person_id == bindparam("subject")),
    "trail": pick(Trail.venue_id).where(
        Trail.id == bindparam("subject"), col(Trail.venue_id).is_not(None)
    ),
}
"""What a code stands for besides an interest or an opportunity: the party's or
person's interests, or a venue.
"""


def find(unit: Unit, *, given: str, personal: bool, most: int) -> list[Found]:
    """Find what a word leads to: first what it names exactly, then texts that hold it.

    At most `most` of each kind. Without `personal`, names and words of residents are neither
    searched nor returned.
    """
    numbered = RECORD_OF_NUMBER_ALL if personal else RECORD_OF_NUMBER_OPENLY
    exact = [
        Found(*row)
        for kind, number in _named(unit, given)
        for row in unit.run(numbered[kind], {"number": number})
    ]
    if 0 < len(digits(given)) <= SHORT:
        return exact
    word = bare(given) or ""
    saying = RECORD_SAYING_ALL if personal else RECORD_SAYING_OPENLY
    held = [Found(*row) for text in saying for row in unit.run(text, {"word": word, "most": most})]
    return exact + [found for found in held if found not in exact]


def _named(unit: Unit, given: str) -> Iterator[tuple[str, int]]:
    """What a text names by itself: by a kenmerk, a code or a number."""
    with suppress(Refusal):
        yield "opportunity", opportunity_number(unit, given=given)
    meaning = find_code(unit, code_in(given) or "")
    if meaning is not None and meaning.kind == "reference":
        yield "interest", meaning.subject
    elif meaning is not None and meaning.kind in RECORD_OF_CODE:
        for number in unit.run(
            RECORD_OF_CODE[meaning.kind], {"subject": meaning.subject}
        ).scalars():
            yield "venue" if meaning.kind == "trail" else "interest", number
    if digits(given):
        yield from ((kind, int(digits(given))) for kind in ("interest", "question", "campaign"))
