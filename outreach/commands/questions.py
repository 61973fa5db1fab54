"""`kansenbode questions`: what people want to know."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

import typer

from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.interests import Of
from outreach.commands.paging import Limit, show_list
from outreach.commands.reading import CHANGES, residents, shows
from outreach.commands.second_look import Checked, Preview, Version, Yes, itself, second_look
from outreach.commands.sheet import To
from outreach.commands.show_question import show_question
from outreach.commands.terminal import Printer
from outreach.commands.values import message_of, whole
from outreach.commands.words import remarks_shown
from outreach.commands.written_out import Folder, write_out
from outreach.delivery.quiet import Quiet
from outreach.interests.answer_notice import ANSWER, CORRECTED, notice_of
from outreach.interests.correct import correct_answer
from outreach.interests.foresee import Changed
from outreach.interests.meant import opportunity_number, question_number
from outreach.interests.question import Say, answer_question
from outreach.receipts.receipt import receipts_of_question
from outreach.refusal import Refusal
from outreach.reports.questions import (
    QuestionDetails,
    QuestionLine,
    asked_openly,
    question_details,
    question_openly,
    question_overview,
    sent_before_question,
    titles_asked_about,
)
from outreach.staff.staff import names_of_staff
from outreach.store.page import Cut, Page

app = typer.Typer(no_args_is_help=True)

Number = Annotated[str, typer.Argument(metavar="QUESTION")]
Public = Annotated[str | None, typer.Option("--public-question", metavar="TEXT")]
LONGEST_QUESTION = 600
"""Letters of a question as everybody reads it."""
COLUMNS = {
    "id": None,
    "kind": "question",
    "tender_id": None,
    "text": None,
    "remarks": None,
    "asked_at": None,
    "answer_by": None,
    "answer": None,
}


@app.command("list")
@residents("question.listed")
def list_questions(
    ctx: typer.Context,
    opportunity: Of = None,
    waiting: Annotated[bool, typer.Option("--waiting")] = False,
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the questions."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None

        def look(cut: Cut) -> Page[QuestionLine]:
            found = at.look(question_overview, opportunity=number, waiting=waiting, cut=cut)
            found = found if at.reader.personal else found.turned(asked_openly)
            return found if json else found.turned(partial(_in_words, at.printer))

        show_list(
            at.printer,
            look,
            COLUMNS,
            limit=limit,
            as_json=json,
            none="commands-questions-none",
            to=(to, "questions"),
        )


@app.command()
@residents("question.read")
def show(
    ctx: typer.Context, question: Number, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show one question, with the conversation before it if its asker allowed that."""
    with desk(ctx, data) as at:
        number = at.look(question_number, given=question)
        details = at.look(question_details, question=number)
        receipts = at.look(receipts_of_question, question=number)
        if not at.reader.personal:
            details, receipts = question_openly(details), []
        show_question(at.printer, details, at.look(names_of_staff), receipts, as_json=json)


@app.command()
@residents("attachment.read", right="read")
def files(
    ctx: typer.Context, question: Number, to: Folder, staff: As = None, data: Data = None
) -> None:
    """Write the photos, voice messages and files that were sent before a question to a folder."""
    with desk(ctx, data) as at:
        number = at.look(question_number, given=question)
        write_out(at, at.look(sent_before_question, question=number), to)


@app.command()
@shows(CHANGES)
def answer(
    ctx: typer.Context,
    question: Number,
    text: str,
    for_all: Annotated[bool, typer.Option("--for-all")] = False,
    public_question: Public = None,
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Answer the person who asked, or everybody."""
    public = _public(public_question)
    if for_all != bool(public):
        raise Refusal("refusal-public-question")
    with desk(ctx, data) as at:
        number, about, notice = _asked(at, question)
        rule = partial(
            answer_question, say=notice(ANSWER), quiet=Quiet.of(at.settings), checked=checked
        )
        remark = at.printer.text("commands-questions-openly") if for_all else ""
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes, "remark": remark}
        done = second_look(
            at,
            staff,
            rule,
            itself,
            question=number,
            answer=message_of(at.printer, text),
            public_text=public,
            **look,
        )
        if done is not None:
            at.printer.say(
                "commands-questions-answered",
                told=done.told.persons,
                all="yes" if for_all else "no",
            )


@app.command()
@shows(CHANGES)
def correct(
    ctx: typer.Context,
    question: Number,
    text: str,
    public_question: Public = None,
    version: Version = None,
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Correct an answer that was given, and tell everybody who had it."""
    with desk(ctx, data) as at:
        number, about, notice = _asked(at, question)
        given = at.look(question_details, question=number)
        new: dict[str, Any] = {
            "answer": message_of(at.printer, text),
            "public_text": _public(public_question),
        }
        read: dict[str, Any] = {"question": number, "read": version or given.version}
        rule = partial(
            correct_answer,
            say=notice(ANSWER),
            say_corrected=notice(CORRECTED),
            quiet=Quiet.of(at.settings),
            checked=checked,
            **read,
        )
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes}
        done = second_look(at, staff, rule, itself, own=_changes(given, new), **look, **new)
        if done is not None:
            at.printer.say(
                "commands-questions-corrected", number=str(number), told=done.told.persons
            )


def _asked(at: Desk, question: str) -> tuple[int, int | None, Callable[[tuple[str, str]], Say]]:
    """Find a question, the opportunity that it is about, and what tells of its answer."""
    number = at.look(question_number, given=question)
    line = at.look(question_details, question=number).line
    about = at.look(opportunity_number, given=line.tender_id) if line.tender_id else None
    titles = at.look(titles_asked_about, question=number, languages=at.settings.languages)
    return number, about, partial(partial, notice_of, at.printer.texts, titles)


def _changes(given: QuestionDetails, new: dict[str, str | None]) -> list[Changed]:
    """What the answer, and the question as everybody reads it, were and will be."""
    was = {"answer": given.line.answer, "public_text": given.public_text}
    return [
        Changed(name, was[name], text)
        for name, text in new.items()
        if text and was[name] and text != was[name]
    ]


def _public(text: str | None) -> str | None:
    return whole("--public-question", text or "", LONGEST_QUESTION) or None


def _in_words(printer: Printer, line: QuestionLine) -> QuestionLine:
    return replace(line, remarks=remarks_shown(printer, line.remarks))
