"""Print who was told what: one line after a change, or the full record of an opportunity."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from outreach.commands.desk import Desk
from outreach.commands.paging import newest, rows_of, say_more
from outreach.commands.sheet import write_sheet
from outreach.commands.terminal import Columns, Printer
from outreach.interests.pending import Planned
from outreach.interests.tell import Telling, Told
from outreach.reports.told import WAITING, Recipient, ToldOf, in_units, told_in_all, told_of
from outreach.store.page import Cut, Page

NOTICE: Columns = {
    "id": None,
    "what": "notice",
    "planned_for": None,
    "called_off": None,
    "persons": None,
    "sent": None,
    "waiting": None,
    "failed": None,
    "gone": None,
    "stopped": None,
    "first": None,
    "last": None,
    "apart": None,
}
WHY: Columns = {"id": None, "what": "notice", "state": "delivery", "reason": None, "persons": None}
PERSON: Columns = {
    "id": None,
    "what": "notice",
    "person": None,
    "channel": None,
    "state": "delivery",
    "at": None,
    "reason": None,
}
PLANNED: Columns = {
    "id": None,
    "tender_id": None,
    "what": "notice",
    "planned_for": None,
    "persons": None,
}
MOST_TEXTS = 10
"""Texts of notices that are shown; the rest is counted."""


def telling(at: Desk) -> Telling:
    """What a rule needs to tell everybody interested."""
    return Telling.of(at.printer.texts, at.settings)


def say_told(printer: Printer, told: Told, *, anyway: bool = False) -> None:
    """Print how many persons are told, and when; that there is nobody to tell, only if `anyway`."""
    if told.persons or anyway:
        printer.say("commands-told", told=told.persons, at=told.at or "")


def show_told(
    at: Desk,
    opportunity: int,
    *,
    people: bool,
    limit: int | None,
    as_json: bool,
    named: bool = True,
    to: Path | None = None,
) -> None:
    """Show the notices with their counts; with `people`, every person and what became of theirs.

    With `to` it goes to a file. JSON holds both, without the persons unless they may be `named`.
    """

    def look(cut: Cut) -> Page[ToldOf]:
        return at.look(told_of, opportunity=opportunity, cut=cut)

    if as_json and to is None:
        at.printer.json(
            _counts(notice) | {"people": [asdict(who) for who in notice.recipients if named]}
            for notice in rows_of(look, limit)
        )
    elif to is not None:
        write_sheet(at.printer, to, *_tables(at.printer, list(rows_of(look, limit)), people=people))
    else:
        notices = newest(look, limit)
        _show_tables(at.printer, notices, people=people)
        if notices and not people:
            _, between = at.look(told_in_all, opportunity=opportunity)
            widest = at.printer.value(apart(at.printer, _seconds(between)))
            at.printer.say("commands-told-widest", apart=widest)
        say_more(at.printer, notices)


def _show_tables(printer: Printer, notices: Sequence[ToldOf], *, people: bool) -> None:
    if not notices:
        printer.say("commands-told-none")
        return
    for _, rows, columns in _tables(printer, notices, people=people):
        if rows:
            printer.table(rows, columns)


def _tables(
    printer: Printer, notices: Sequence[ToldOf], *, people: bool
) -> list[tuple[str, list[dict[str, Any]], Columns]]:
    """The tables of notices with their sheet names: counts and reasons, or person by person."""
    if people:
        return [
            (
                "people",
                [_person(printer, notice, who) for notice in notices for who in notice.recipients],
                PERSON,
            )
        ]
    rows = [row | {"apart": apart(printer, row["apart"])} for row in map(_counts, notices)]
    whys = [why for notice in notices for why in _whys(printer, notice)]
    return [("told", rows, NOTICE), ("reasons", whys, WHY)]


def show_planned(printer: Printer, notices: list[Planned], *, as_json: bool) -> None:
    """Show what still goes out: for when, to how many, and what they will read."""
    rows = [asdict(notice) | {"planned_for": notice.send_at} for notice in notices]
    if as_json:
        printer.json(rows)
    elif not notices:
        printer.say("commands-planned-none")
    else:
        printer.table(rows, PLANNED)
        for notice in notices:
            say_texts(printer, notice.texts)


def say_texts(printer: Printer, texts: dict[str, int]) -> None:
    """Show the messages themselves, each with how many read it."""
    for text, count in list(texts.items())[:MOST_TEXTS]:
        printer.say("commands-preview-reads", count=count, text=text)
    if len(texts) > MOST_TEXTS:
        printer.say("commands-preview-more", count=len(texts) - MOST_TEXTS)


def apart(printer: Printer, seconds: float | None) -> str | None:
    """A stretch of time in words: 12 seconds, 3 hours."""
    return None if seconds is None else printer.text("commands-apart", **in_units(seconds))


def _counts(notice: ToldOf) -> dict[str, Any]:
    return {
        "id": notice.mailing,
        "what": notice.what,
        "planned_for": notice.send_at,
        "called_off": notice.called_off,
        "persons": len(notice.recipients),
        "waiting": notice.count(*WAITING),
        **{state: notice.count(state) for state in ("sent", "failed", "gone", "stopped")},
        "first": notice.first,
        "last": notice.last,
        "apart": _seconds(notice.apart),
    }


def _person(printer: Printer, notice: ToldOf, who: Recipient) -> dict[str, Any]:
    return asdict(who) | {
        "id": notice.mailing,
        "what": notice.what,
        "reason": printer.reason(who.reason),
    }


def _whys(printer: Printer, notice: ToldOf) -> list[dict[str, Any]]:
    """Why some were not reached: a row for each reason."""
    ends = Counter(
        (who.state, who.reason) for who in notice.recipients if who.reason and who.state != "sent"
    )
    return [
        {
            "id": notice.mailing,
            "what": notice.what,
            "state": state,
            "reason": printer.reason(reason),
            "persons": count,
        }
        for (state, reason), count in sorted(ends.items())
    ]


def _seconds(time: timedelta | None) -> float | None:
    return None if time is None else time.total_seconds()
