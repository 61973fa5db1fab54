"""Tell who explored a draft, or wanted to hear of it, what became of it: it opens, or it is over.

Each hears what changed since they read it, and how the requirements stand now of which they said
that they cannot be met. That is also the answer to what they said, if they had none.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Named, Texts
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.delivery.notice import add_recipients
from outreach.interests.asked import kinds_of_notice
from outreach.interests.fair import version_facts
from outreach.interests.follower import take_followers
from outreach.interests.news import differing
from outreach.interests.question import EXPLORE, Question, update_question
from outreach.interests.tell import Telling, Told
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.opportunity import Opportunity, OpportunityVersion
from outreach.store.events import record
from outreach.store.query import pick
from outreach.store.unit import Unit

OPENED, OFF = "notice-explored", "notice-explored-off"
"""Names of the mailings, and of the first text in each."""
FOLLOWED = "notice-followed"
"""The first text for who only wanted to hear of it."""
GONE, EASED, STAYS = "notice-explored-gone", "notice-explored-eased", "notice-explored-stays"
"""The texts about requirements that somebody cannot meet, by how they stand now."""
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """The version that somebody read last, 0 if they said nothing of it, and the requirements that
    they cannot meet.
    """

    version: int = 0
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a draft: its facts by version, the last one, whether it opened, and why."""

    id: int
    versions: Mapping[int, Facts]
    now: int
    opened: bool
    reason: str


EXPLORERS = (
    pick(*(getattr(Question, name) for name in Question.model_fields))
    .where(Question.opportunity_id == bindparam("opportunity"), Question.kind == EXPLORE)
    .order_by(col(Question.id))
)
VERSIONS = (
    pick(OpportunityVersion.version, OpportunityVersion.at)
    .where(OpportunityVersion.opportunity_id == bindparam("opportunity"))
    .order_by(col(OpportunityVersion.version))
)
OPPORTUNITY_OUTCOME = pick(
    Opportunity.version, Opportunity.state, Opportunity.reason, Opportunity.language
).where(Opportunity.id == bindparam("opportunity"))


def tell_explorers(unit: Unit, *, opportunity: int, telling: Telling) -> Told:
    """Plan one notice for all who explored a draft or follow it, and answer what waits with it."""
    about = {"opportunity": opportunity}
    questions = [Question(**row._asdict()) for row in unit.run(EXPLORERS, about)]
    asked = take_followers(unit, opportunity=opportunity)
    readings = dict.fromkeys(asked, Reading())
    readings |= _readings(questions, [(row.version, row.at) for row in unit.run(VERSIONS, about)])
    if not questions and not readings:
        return Told()
    asked |= {each.person_id: each.asked_at for each in questions if each.person_id is not None}
    row = unit.run(OPPORTUNITY_OUTCOME, about).one()
    numbers = {row.version, *(reading.version for reading in readings.values())} - {0}
    versions = {
        number: version_facts(unit, opportunity=opportunity, version=number) or {}
        for number in numbers
    }
    outcome = Outcome(opportunity, versions, row.version, row.state == "open", row.reason)

    # many read the very same
    @cache
    def said(language: str, reading: Reading) -> Message:
        title = opportunity_card(unit, opportunity=opportunity, language=language).title
        return Message("\n\n".join(_parts(telling.texts, language, title, reading, outcome)))

    def say(person: int, language: str) -> Message:
        return said(language, readings[person])

    told = _plan(unit, outcome, telling, asked, say)
    for question in questions:
        if question.answered_at is None:
            reading = readings.get(question.person_id or 0, Reading())
            _answer(unit, question, said(row.language, reading).text)
    return told


def _readings(
    questions: Sequence[Question], versions: Sequence[tuple[int, datetime]]
) -> dict[int, Reading]:
    """Return what each person read and cannot meet; who said more than once, from the first on."""
    found: dict[int, Reading] = {}
    for question in questions:
        if question.person_id is None:
            continue
        read = max((number for number, at in versions if at <= question.asked_at), default=0)
        before = found.get(question.person_id, Reading(read))
        unmet = dict.fromkeys([*before.unmet, *(each["text"] for each in question.remarks)])
        found[question.person_id] = Reading(before.version, tuple(unmet))
    return found


def _plan(
    unit: Unit,
    outcome: Outcome,
    telling: Telling,
    asked: Mapping[int, datetime],
    say: Callable[[int, str], Message],
) -> Told:
    """Plan the notice for who `asked` for it; also who stopped, if they asked after that."""
    at, told = telling.quiet.over(unit.now), 0
    name = OPENED if outcome.opened else OFF
    for kind, group in kinds_of_notice(unit, set(asked), asked).items():
        mailing = open_mailing(
            unit, kind=kind, name=name, at=at, opportunity=outcome.id, made_at=unit.now
        )
        record(unit, "notice.planned", mailing=mailing, opportunity=outcome.id)
        told += add_recipients(
            unit,
            mailing=mailing,
            at=at,
            persons=group,
            say=say,
            asked=kind == MailingKind.REPLY,
            beside=True,
        )
    return Told(told, at if told else None)


def _answer(unit: Unit, question: Question, answer: str) -> None:
    update_question(unit, question, answer=answer, answered_at=unit.now)
    record(unit, "question.answered", question=question.id)


def _parts(
    texts: Texts, language: str, title: str, reading: Reading, outcome: Outcome
) -> Iterator[str]:
    """Yield what one person hears, from what they said to where they can read it."""
    key = OFF if not outcome.opened else OPENED if reading.version else FOLLOWED
    yield texts.text(key, language, title=title)
    if not outcome.opened:
        if outcome.reason:
            yield texts.text("notice-reason", language, reason=outcome.reason)
        return
    if reading.version:
        yield from _changes(texts, language, reading, outcome)
    if outcome.reason:
        yield texts.text("notice-explored-because", language, reason=outcome.reason)
    yield texts.text("notice-explored-look", language, id=outcome.id)


def _changes(texts: Texts, language: str, reading: Reading, outcome: Outcome) -> Iterator[str]:
    """Yield how what they cannot meet stands now, and what else is different."""
    before, after = outcome.versions[reading.version], outcome.versions[outcome.now]
    was, is_now = _by_text(before), _by_text(after)
    stands: dict[str, list[str]] = {GONE: [], EASED: [], STAYS: []}
    for text in reading.unmet:
        old, new = was.get(text), is_now.get(text)
        eased = new is not None and new["alternative"] not in ("", (old or {}).get("alternative"))
        key = GONE if new is None else EASED if eased else STAYS
        stands[key].append(_in(language, new or old, text))
    for key, sentences in stands.items():
        if sentences:
            yield texts.text(key, language, texts=" ".join(sentences))
    told_apart = ("requirements",) if reading.unmet else ()
    facts = [name for name in differing(before, after) if name not in told_apart]
    if facts:
        yield texts.text("notice-facts", language, facts=[Named("fact", name) for name in facts])
    elif not stands[GONE] and not stands[EASED]:
        yield texts.text("notice-explored-same", language)


def _by_text(facts: Facts) -> dict[str, Facts]:
    return {item["text"]: item for item in facts.get("requirements", ())}


def _in(language: str, item: Facts | None, text: str) -> str:
    """Return the words of a requirement in a language, where there is a translation."""
    words = {} if item is None else item.get("translations", {}).get(language, {})
    said: str = words.get("text") or text
    return said
