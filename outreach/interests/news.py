"""What is different about an opportunity since people were told last, and how it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col, func, select

from content.message import Message
from content.texts import Named, Texts
from outreach.interests.chosen import UNCONFIRMED, asking
from outreach.interests.fair import as_read, version_facts
from outreach.interests.interest import Interest
from outreach.interests.letter import Standing, Wording, objecting, outcome, reason_in
from outreach.interests.pencil import Outcome
from outreach.opportunities.facts import SEEN
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import pick
from outreach.store.unit import Unit

CHANGED = "notice-change"
BY_STATE = {
    "open": "notice-open",
    "closed": "notice-closed",
    "decided": "notice-decided",
    "withdrawn": "notice-withdrawn",
}


@dataclass(frozen=True, slots=True)
class News:
    """What is different since people were told last: facts by name, and the state if it changed.

    `agreed` counts who was chosen; `asked` is "yes" if one of them has still to say yes.
    `spoken` is the language of the reason.
    """

    facts: list[str]
    state: str | None
    until: datetime | None
    agreed: int
    asked: str
    reason: str
    spoken: str


OPPORTUNITY_NOW = pick(
    Opportunity.version,
    Opportunity.state,
    Opportunity.answers_until,
    Opportunity.reason,
    Opportunity.language,
).where(Opportunity.id == bindparam("opportunity"))
INTERESTS_AGREED = select(func.count()).where(
    Interest.opportunity_id == bindparam("opportunity"), Interest.state == "agreed"
)

INTERESTS_UNCONFIRMED = (
    select(func.count())
    .select_from(Outcome)
    .join(Interest, col(Interest.id) == col(Outcome.interest_id))
    .where(Interest.opportunity_id == bindparam("opportunity"), UNCONFIRMED)
)


def published(unit: Unit, *, opportunity: int) -> int:
    """Return the version that people can read now; 0 if there is none, or no such opportunity."""
    row = unit.run(OPPORTUNITY_NOW, {"opportunity": opportunity}).first()
    return 0 if row is None else int(row.version)


def news_since(unit: Unit, opportunity: int, since: int) -> News | None:
    """Compare what people can read now with a version; None if they would notice nothing."""
    now = unit.run(OPPORTUNITY_NOW, {"opportunity": opportunity}).one()
    before, after = (
        version_facts(unit, opportunity=opportunity, version=version)
        for version in (since, now.version)
    )
    if before is None or after is None:
        return None
    changed = differing(before, after)
    state = now.state if now.state != before["state"] else None
    if not (changed or state):
        return None
    about = {"opportunity": opportunity}
    agreed = unit.run(INTERESTS_AGREED, about).scalar_one()
    asked = "yes" if unit.run(INTERESTS_UNCONFIRMED, about).scalar_one() else "no"
    return News(changed, state, now.answers_until, agreed, asked, now.reason, now.language)


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Name the facts that people read and that are not the same in two versions."""
    return [
        name for name in SEEN if name in before and as_read(before[name]) != as_read(after[name])
    ]


def news_message(
    texts: Texts,
    language: str,
    title: str,
    news: News,
    own: Sequence[Standing],
    wording: Wording,
) -> Message:
    """Return the message for one person: the step or the change, their interest, where to look.

    Last days are left out once it is over; the interest is told with the decision, and that it
    stays with the closing: whom that does not go for is not told of it.
    """
    key, parts = BY_STATE.get(news.state or "", CHANGED), list[str]()
    parts.append(texts.text(key, language, title=title, agreed=news.agreed, asked=news.asked))
    if news.state == "closed":
        parts.append(texts.text("notice-stays", language))
    facts = [
        name for name in news.facts if news.state in (None, "open") or not name.endswith("_until")
    ]
    if facts:
        parts.append(
            texts.text("notice-facts", language, facts=[Named("fact", name) for name in facts])
        )
    if "answers_until" in facts and news.until is not None:
        parts.append(texts.text("notice-until", language, until=news.until))
    if news.state is not None and news.reason:
        parts.append(reason_in(texts, language, news.reason, news.spoken))
    if news.state == "decided":
        for theirs in own:
            told_why = bool(news.reason)
            parts += outcome(texts, language, theirs, wording, title=title, told_why=told_why)
        parts += objecting(texts, language, wording)
    asked = [theirs.asked for theirs in own if theirs.asked and news.state == "decided"]
    return asking(texts, language, parts, asked, texts.text("notice-look", language))
