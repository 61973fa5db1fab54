"""*Vraag*: what somebody asks, and the answer: to them, or once for all who take part."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

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
    message_in,
    number_in,
    refused,
    whole_number,
)
from outreach.console.signed_in import colleague
from outreach.delivery.quiet import Quiet
from outreach.interests.answer_notice import ANSWER, CORRECTED, notice_of
from outreach.interests.correct import correct_answer
from outreach.interests.foresee import Foreseen
from outreach.interests.meant import opportunity_number
from outreach.interests.personal import personal
from outreach.interests.question import Answered, answer_question, answers
from outreach.refusal import Refusal
from outreach.reports.questions import (
    QuestionDetails,
    question_details,
    question_openly,
    titles_asked_about,
)
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.page import reader_language

FOR_ALL = "allen"
CORRECT = "verbeter"
"""What a form does, by its field `wat`: otherwise it answers."""
MAY_BE_PERSONAL = "refusal-personal"
EMPTY = dict.fromkeys(("wat", "antwoord", "voor", "vraag", "gelezen", CHECKED), "")
"""The fields of the form before anything is written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its page shows it; `about` and `title` are of its opportunity, if it has one.

    `personal` are the pieces of its text that may point at a person. `alike` are answers that
    everybody could read before.
    """

    details: QuestionDetails
    about: int | None
    title: str
    personal: list[str]
    alike: list[Answered]


def question_asked(unit: Unit, *, question: int, openly: bool, language: str) -> Asked:
    """Return a question with what helps to answer it; `openly` without words of its asker."""
    details = question_details(unit, question=question)
    number = details.line.tender_id
    about = None if number is None else opportunity_number(unit, given=number)
    titles = titles_asked_about(unit, question=question, languages=(language,))
    shown = question_openly(details) if openly else details
    return Asked(
        shown,
        about,
        next(iter(titles.values()), ""),
        personal(shown.line.text or ""),
        []
        if about is None
        else [each for each in answers(unit, opportunity=about) if each.id != question],
    )


async def show_question(request: web.Request) -> web.Response:
    """Show a question; that it was read is noted."""
    return _shown(request, await _asked(request), {})


async def answer(request: web.Request) -> web.Response:
    """Show who would read what of an answer, or of a better one; once that was seen, send it."""
    form = form_of(request)
    asked = await _asked(request)
    if form.get(AGAIN):
        return _shown(request, asked, form)
    try:
        rule, values = await _deed(request, asked, form)
        if form.get(SURE):
            base = whole_number(form.get(BASE, "")) or 0
            leads = partial(done_path, f"/werk/vragen/{number_in(request)}", "answered")
            facts: dict[str, Any] = {"about": asked.about, "base": base, "leads": leads}
            return await do_as_seen(request, rule, itself, **facts, **values)
        seen = await looked_at(request, rule, itself, about=asked.about, **values)
    except Refusal as refusal:
        return _shown(request, await _asked(request, noted=True), form, refusal)
    return _shown(request, asked, form, seen=seen)


async def _deed(
    request: web.Request, asked: Asked, form: dict[str, str]
) -> tuple[Any, dict[str, Any]]:
    """Return the rule that a form asks for, and its values: a first answer, or a better one."""
    texts, number = request.app[PAGES].texts, number_in(request)
    titles: dict[str, str] = await request.app[STORE].read(
        titles_asked_about, question=number, languages=request.app[SETTINGS].languages
    )
    label = texts.text("console_question-answer", reader_language(request))
    corrects = form.get("wat") == CORRECT
    for_all = asked.details.line.for_all if corrects else form.get("voor") == FOR_ALL
    values: dict[str, Any] = {
        "question": number,
        "answer": message_in(form, "antwoord", label),
        "public_text": message_in(form, "vraag", label) if for_all else None,
    }
    says: dict[str, Any] = {
        "say": partial(notice_of, texts, titles, ANSWER),
        "quiet": Quiet.of(request.app[SETTINGS]),
        "checked": bool(form.get(CHECKED)),
    }
    if not corrects:
        return partial(answer_question, **says), values
    better = partial(notice_of, texts, titles, CORRECTED)
    read = whole_number(form.get("gelezen", ""))
    return partial(correct_answer, say_corrected=better, read=read, **says), values


def _shown(
    request: web.Request,
    asked: Asked,
    form: dict[str, str],
    refusal: Refusal | None = None,
    seen: Foreseen[Any] | None = None,
) -> web.Response:
    line, acts = asked.details.line, colleague(request).may("edit")
    return show(
        request,
        "question.html",
        status=200 if refusal is None else 422,
        asked=asked,
        line=line,
        form=EMPTY | form,
        fault="" if refusal is None else refused(request, refusal),
        stays=refusal is not None and refusal.key == MAY_BE_PERSONAL,
        seen=seen,
        answers_here=acts and line.answered_at is None,
        corrects_here=acts and line.answer is not None,
    )


async def _asked(request: web.Request, *, noted: bool = False) -> Asked:
    """Return the question of an address, and note who read it, unless that is `noted`."""
    store, who, number = request.app[STORE], colleague(request), number_in(request)
    openly = not who.may("read")
    try:
        asked: Asked = await store.read(
            question_asked, question=number, openly=openly, language=reader_language(request)
        )
    except Refusal:
        raise web.HTTPNotFound from None
    if not (openly or noted):
        await store.write(record, actor_of(who), "question.read", question=number)
    return asked
