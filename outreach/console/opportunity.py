"""*Kans*: one record with what came of it, and the steps that it can take."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any

from aiohttp import web

from content.texts import Money, Texts
from outreach.clean import clean
from outreach.console.door import actor_of, form_of
from outreach.console.frame import done_path, show
from outreach.console.second_look import (
    AGAIN,
    BASE,
    CHECKED,
    SURE,
    do_as_seen,
    itself,
    looked_at,
    number_in,
    refused,
    whole_number,
)
from outreach.console.signed_in import colleague
from outreach.interests.extend import extend_and_tell
from outreach.interests.foresee import Foreseen
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.opportunities.deadline import days_left
from outreach.opportunities.facts import LONGEST_ANSWER
from outreach.refusal import Refusal
from outreach.reports.funnel import Reached, funnel
from outreach.reports.interests import InterestLine, interest_overview, line_openly
from outreach.reports.listing import Reach
from outreach.reports.meetings import MeetingLine, meeting_overview
from outreach.reports.opportunities import OpportunityDetails, opportunity_details
from outreach.reports.questions import QuestionLine, asked_openly, question_overview
from outreach.store.events import record
from outreach.store.page import Cut, Page
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.page import reader_language

MOST = 50
"""Interests and questions that stand on the page, the newest first."""
EXTEND = "verleng"
STEPS: Mapping[str, tuple[str, ...]] = {
    "draft": ("open",),
    "open": ("closed", "withdrawn"),
    "closed": ("withdrawn",),
}
"""Steps that a colleague takes here, by state; a decision has a page of its own to come."""
EMPTY = dict.fromkeys(("stap", "reden", CHECKED), "")
MAY_STAY = "refusal-personal"
MOMENTS = (
    "opened_at",
    "questions_until",
    "answers_until",
    "plan_until",
    "starts_on",
    "decided_at",
)
"""The life of a record, in the order in which it goes."""


@dataclass(frozen=True, slots=True)
class Record:
    """An opportunity as its page shows it; `reach` sums what all its trails brought."""

    details: OpportunityDetails
    trails: list[Reached]
    reach: Reach
    interests: Page[InterestLine]
    questions: Page[QuestionLine]
    meetings: list[MeetingLine]


def record_of(unit: Unit, *, opportunity: int, openly: bool, about: Mapping[str, Any]) -> Record:
    """Return an opportunity with what came of it; `openly` without names and words of residents.

    `about` is what `opportunity_details` wants to know of the day and the organisation.
    """
    details = opportunity_details(unit, opportunity=opportunity, **about)
    cut = Cut(MOST, counted=True)
    interests = interest_overview(unit, opportunity=opportunity, cut=cut)
    questions = question_overview(unit, opportunity=opportunity, cut=cut)
    trails = funnel(unit, opportunity=opportunity)
    return Record(
        details,
        trails,
        Reach(*(sum(getattr(row, name) for row in trails) for name in Reach.__slots__)),
        interests.turned(line_openly) if openly else interests,
        questions.turned(asked_openly) if openly else questions,
        meeting_overview(unit, opportunity=opportunity),
    )


async def show_opportunity(request: web.Request) -> web.Response:
    """Show a record; that names or words of residents were read is noted."""
    return await _shown(request, {})


async def change_opportunity(request: web.Request) -> web.Response:
    """Show what a step would do, and who reads what; once that was seen, take it."""
    form, number = form_of(request), number_in(request)
    if form.get(AGAIN):
        return await _shown(request, form)
    try:
        rule, told_of, values = _deed(request, form)
        values["opportunity"] = number
        if form.get(SURE):
            values["base"] = whole_number(form.get(BASE, "")) or 0
            values["leads"] = partial(done_path, f"/werk/kansen/{number}", "moved")
            return await do_as_seen(request, rule, told_of, about=number, **values)
        seen = await looked_at(request, rule, told_of, about=number, **values)
    except Refusal as refusal:
        return await _shown(request, form, refusal)
    return await _shown(request, form, seen=seen)


def _deed(request: web.Request, form: dict[str, str]) -> tuple[Any, Any, dict[str, Any]]:
    """Return the rule that a form asks for, who is told in its result, and its values."""
    texts, settings = request.app[PAGES].texts, request.app[SETTINGS]
    values: dict[str, Any] = {"telling": Telling.of(texts, settings)}
    if form.get("stap") == EXTEND:
        return extend_and_tell, itemgetter(1), values
    reason = clean(form.get("reden", ""), None)
    if len(reason) > LONGEST_ANSWER:
        label = texts.text("console_record-why", reader_language(request))
        raise Refusal("refusal-long", field=label, given=len(reason), most=LONGEST_ANSWER)
    if form.get("stap") not in {step for steps in STEPS.values() for step in steps}:
        raise Refusal("refusal-empty")
    rule = partial(
        move_opportunity_and_tell,
        state=form["stap"],
        reason=reason,
        checked=bool(form.get(CHECKED)),
        intention_days=settings.intention_days,
    )
    return rule, itself, values


async def _shown(
    request: web.Request,
    form: dict[str, str],
    refusal: Refusal | None = None,
    seen: Foreseen[Any] | None = None,
) -> web.Response:
    found = await _record(request)
    details, facts = found.details, found.details.facts
    texts, zone = request.app[PAGES].texts, request.app[SETTINGS].zone_info
    acts, until = colleague(request).may("edit"), facts["answers_until"]
    now = request.app[STORE].clock()
    return show(
        request,
        "opportunity.html",
        status=200 if refusal is None else 422,
        found=found,
        details=details,
        facts=facts,
        value=_amount(facts),
        days=days_left(until, now, zone) if facts["state"] == "open" and until else None,
        moments=[(name, facts[name]) for name in MOMENTS if facts[name]],
        blockers=_blockers(texts, reader_language(request), details),
        remarks=[(one.key, _money(one.facts)) for one in details.warnings],
        form=EMPTY | form,
        fault="" if refusal is None else refused(request, refusal),
        stays=refusal is not None and refusal.key == MAY_STAY,
        seen=seen,
        steps=STEPS.get(facts["state"], ()) if acts else (),
        extends=acts and details.extension is not None and not details.extension.ongoing,
    )


async def _record(request: web.Request) -> Record:
    store, who, number = request.app[STORE], colleague(request), number_in(request)
    settings, openly = request.app[SETTINGS], not who.may("read")
    about = {
        "today": store.clock().astimezone(settings.zone_info).date(),
        "home": settings.organisation_id,
        "intention_days": settings.intention_days,
    }
    try:
        found: Record = await store.read(record_of, opportunity=number, openly=openly, about=about)
    except Refusal:
        raise web.HTTPNotFound from None
    for deed, rows in (("interest.listed", found.interests), ("question.listed", found.questions)):
        if rows and not openly:
            await store.write(record, actor_of(who), deed, opportunity=number)
    return found


def _blockers(texts: Texts, language: str, details: OpportunityDetails) -> list[str]:
    """Return in words what lacks or cannot be right before a draft can open."""
    if details.facts["state"] != "draft":
        return []
    faults = [texts.text(one.key, language, **one.facts) for one in details.faults]
    return [*(_called(texts, language, name) for name in details.lacks), *faults]


def _called(texts: Texts, language: str, name: str) -> str:
    """Return what people call a fact that lacks."""
    area, _, key = name.partition(".")
    listed = "code-checklist" if area == "checklist" else "commands-column"
    attribute = (key or name).removesuffix("_cents").replace("_", "-")
    return texts.text(listed, language, attribute) if texts.has(listed, attribute) else name


def _amount(facts: Mapping[str, Any]) -> Money | None:
    cents = facts["value_cents"]
    return None if cents is None else Money(cents, facts["currency"])


def _money(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: Money(value) if name == "threshold" else value for name, value in facts.items()}
