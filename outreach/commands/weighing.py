"""`kansenbode interests weigh`, and how the weighing of interests is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from outreach.commands.desk import As, Data, Desk, desk
from outreach.commands.reading import CHANGES, shows
from outreach.commands.second_look import Checked
from outreach.commands.sheet import write_sheet
from outreach.commands.terminal import Columns, Printer
from outreach.commands.values import whole
from outreach.commands.words import coded
from outreach.interests.meant import interest_number
from outreach.interests.weigh import LONGEST_WORD, SCALE, weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.refusal import Refusal
from outreach.reports.weighing import (
    Point,
    Weighed,
    against_the_sum,
    decision_overview,
    weighed,
    weighed_openly,
)

weighing = typer.Typer()

Number = Annotated[str, typer.Argument(metavar="INTEREST")]
Criterion = Annotated[int, typer.Argument(metavar="CRITERION", min=1)]
Said = Annotated[str, typer.Argument(metavar="WORD", callback=coded("weighing"))]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
Settle = Annotated[bool, typer.Option("--settle")]
OVERVIEW: Columns = {
    "id": None,
    "party": None,
    "kind": "party",
    "state": "interest",
    "word": None,
    "differs": None,
    "score": None,
    "outcome": "outcome",
}
HEAD: Columns = {name: codes for name, codes in OVERVIEW.items() if name != "word"}
POINT: Columns = {
    "criterion": None,
    "text": None,
    "weight": None,
    "by": None,
    "word": "weighing",
    "reason": None,
    "at": None,
}


@weighing.command("weigh")
@shows(CHANGES)
def weigh_(
    ctx: typer.Context,
    interest: Number,
    criterion: Criterion,
    says: Said,
    reason: Reason = "",
    settle: Settle = False,
    checked: Checked = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Give a word to an interest on one criterion."""
    with desk(ctx, data) as at:
        number = at.look(interest_number, given=interest)
        said = at.change(
            weigh,
            staff,
            interest=number,
            criterion=criterion,
            word=says,
            reason=whole("--reason", reason, LONGEST_WORD),
            mailed=emails_of_party,
            settle=settle,
            checked=checked,
        )
        if not said:
            at.printer.say("commands-interests-weighed-same")
        at.printer.say(
            "commands-interests-weighed",
            number=str(number),
            criterion=str(criterion),
            word=at.printer.value(says, "weighing"),
            settled="yes" if settle else "no",
        )


def show_overview(at: Desk, opportunity: int | None, *, as_json: bool, to: Path | None) -> None:
    """Show how every interest of an opportunity was weighed; refuses if none is named."""
    if opportunity is None:
        raise Refusal("refusal-decision-which")
    found = at.look(decision_overview, opportunity=opportunity)
    found = found if at.reader.personal else list(map(weighed_openly, found))
    if as_json and to is None:
        at.printer.json(map(_json, found))
        return
    rows = [_line(at.printer, one) for one in found]
    if to is not None:
        words = [row for one in found for row in _points(at.printer, one)]
        write_sheet(
            at.printer,
            to,
            ("interests", rows, OVERVIEW),
            ("weighing", words, {"id": None, **POINT}),
        )
        return
    at.printer.listing(rows, OVERVIEW, none="commands-interests-none")
    for more, less in against_the_sum(found):
        at.printer.say(
            "commands-weighing-against",
            more=str(more.interest),
            first=at.printer.value(more.outcome, "outcome"),
            less=str(less.interest),
            second=at.printer.value(less.outcome, "outcome"),
        )
    _say_scale(at.printer, found)


def show_weighed(at: Desk, interest: int, *, as_json: bool) -> None:
    """Show how one interest was weighed."""
    found = at.look(weighed, interest=interest)
    found = found if at.reader.personal else weighed_openly(found)
    if as_json:
        at.printer.json([_json(found)])
        return
    at.printer.facts(_line(at.printer, found), HEAD)
    at.printer.listing(_points(at.printer, found), POINT, none="commands-weighing-no-criteria")
    for word in (said for point in found.points for said in point.earlier):
        at.printer.say(
            "commands-weighing-earlier",
            at=word.at,
            by=word.by,
            word=at.printer.value(word.word, "weighing"),
            reason=word.reason or "none",
        )
    _say_scale(at.printer, [found])


def _say_scale(printer: Printer, found: Sequence[Weighed]) -> None:
    """Print which words there are, what each counts, and that a sum decides nothing."""
    if any(one.points for one in found):
        words = [f"{printer.value(word, 'weighing')} ({points})" for word, points in SCALE.items()]
        printer.say("commands-weighing-scale", words=words)
    if any(one.score is not None for one in found):
        printer.say("commands-weighing-sum")


def _line(printer: Printer, one: Weighed) -> dict[str, Any]:
    """Return an interest in one row: the word on each criterion, and where colleagues differ."""
    return {
        "id": one.interest,
        "party": one.party,
        "kind": one.kind,
        "state": one.state,
        "word": [f"{point.criterion}: {_standing(printer, point)}" for point in one.points],
        "differs": [str(point.criterion) for point in one.points if point.differs],
        "score": one.score,
        "outcome": one.outcome,
    }


def _points(printer: Printer, one: Weighed) -> list[dict[str, Any]]:
    """Return a row for each word on each criterion: those of colleagues, then the settled one."""
    return [row | {"id": one.interest} for point in one.points for row in _rows(printer, point)]


def _json(one: Weighed) -> dict[str, Any]:
    points = [asdict(point) | {"differs": point.differs} for point in one.points]
    return asdict(one) | {"points": points}


def _rows(printer: Printer, point: Point) -> Iterator[dict[str, Any]]:
    first: dict[str, Any] = {
        "criterion": point.criterion,
        "text": point.text,
        "weight": point.weight or None,
    }
    said: list[tuple[str, Any]] = [(word.by, word) for word in point.words]
    if point.settled is not None:
        by = printer.text("commands-weighing-settled", by=point.settled.by)
        said.append((by, point.settled))
    for by, word in said or [("", None)]:
        yield first | {"by": by} | ({} if word is None else {**asdict(word), "by": by})
        first = {"criterion": point.criterion}


def _standing(printer: Printer, point: Point) -> str:
    """Return the word that counts; without one, those of colleagues, each as a question."""
    if point.settled is not None:
        return printer.value(point.settled.word, "weighing")
    given = dict.fromkeys(printer.value(said.word, "weighing") for said in point.words)
    return " / ".join(f"{word}?" for word in given) or "–"
