"""`kansenbode questions`: what people want to know."""

from functools import partial
from typing import Annotated

import typer

from content.message import Message
from content.texts import Texts
from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.interests import Of
from outreach.commands.record import show_question
from outreach.delivery.quiet import Quiet
from outreach.interests.meant import opportunity_number, question_number
from outreach.interests.overview import question_overview
from outreach.interests.question import answer_question
from outreach.interests.reading import question_details, titles_asked_about
from outreach.store.clean import clean
from outreach.store.errors import Refusal

app = typer.Typer(no_args_is_help=True)

Number = Annotated[str, typer.Argument(metavar="QUESTION")]
COLUMNS = {
    "id": None, "kind": "question", "tender_id": None, "text": None, "asked_at": None, "answer_by": None,
    "answer": None,
}  # fmt: skip


@app.command("list")
def list_questions(
    ctx: typer.Context,
    opportunity: Of = None,
    waiting: Annotated[bool, typer.Option("--waiting")] = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """List the questions."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None
        rows = at.look(question_overview, opportunity=number, waiting=waiting)
        at.terminal.listing(rows, COLUMNS, as_json=json, none="commands-questions-none")


@app.command()
def show(ctx: typer.Context, question: Number, json: Json = False, data: Data = None) -> None:
    """Show one question, with the talk before it where its asker allowed that."""
    with desk(ctx, data) as at:
        number = at.look(question_number, given=question)
        show_question(at.terminal, at.look(question_details, question=number), as_json=json)


@app.command()
def answer(
    ctx: typer.Context,
    question: Number,
    text: str,
    for_all: Annotated[bool, typer.Option("--for-all")] = False,
    public_question: Annotated[str | None, typer.Option("--public-question", metavar="TEXT")] = None,
    checked: Annotated[bool, typer.Option("--checked")] = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Answer the person who asked, or everybody."""
    public = clean(public_question or "", 600) or None
    if for_all != bool(public):
        raise Refusal("refusal-public-question")
    with desk(ctx, data) as at:
        number = at.look(question_number, given=question)
        titles = at.look(titles_asked_about, question=number, languages=at.settings.languages)
        told = at.change(
            answer_question, staff, question=number, answer=_answer(text), public_text=public,
            quiet=Quiet.of(at.settings), checked=checked, say=partial(_notice, at.terminal.texts, titles),
        )  # fmt: skip
        at.terminal.say("commands-questions-answered", told=told)


def _notice(texts: Texts, titles: dict[str, str], language: str, question: str, answer: str) -> Message:
    """Say which opportunity an answer is about: whoever reads it may have signed up for several."""
    if not titles:
        return texts.message("notice-answer", language, question=question, answer=answer)
    title = titles.get(language) or next(iter(titles.values()))
    return texts.message("notice-answer-about", language, title=title, question=question, answer=answer)


def _answer(text: str) -> str:
    """Clean an answer; refuses an empty one."""
    text = clean(text, 4_000)
    if not text:
        raise Refusal("refusal-empty")
    return text
