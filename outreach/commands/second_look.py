"""Show a change before it is made, with who hears of it; ask first if people would notice."""

import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Annotated, Any, TypeVar

import typer

from content.texts import Money
from outreach.campaigns.fresh import hold_changed
from outreach.commands.campaign.changes import say_would_wait
from outreach.commands.desk import Desk
from outreach.commands.terminal import Printer
from outreach.commands.told import say_texts, say_told
from outreach.commands.words import word_shown
from outreach.interests.foresee import Changed, Foreseen, Rehearsed, seen, with_a_look
from outreach.interests.news import published
from outreach.interests.tell import Told
from outreach.opportunities.facts import FACTS, FIRST, ITEMS
from outreach.opportunities.questions import answer_fact
from outreach.refusal import Refusal
from outreach.store.unit import Unit

R = TypeVar("R")
Preview = Annotated[bool, typer.Option("--preview")]
Yes = Annotated[bool, typer.Option("--yes")]
Checked = Annotated[bool, typer.Option("--checked")]
Version = Annotated[int | None, typer.Option("--version", metavar="NUMBER")]
CODES = {
    fact.name: fact.codelist for facts in (FACTS, *ITEMS.values()) for fact in facts if fact.codes
}
"""The code list that the names of a fact's values come from."""
LONGEST = 160
"""Letters of a value that are shown."""


def second_look(
    at: Desk,
    staff: str | None,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    *,
    about: int | None,
    preview: bool,
    yes: bool,
    own: Sequence[Changed] = (),
    remark: str = "",
    beside: Callable[[R], None] | None = None,
    **values: Any,
) -> Foreseen[R] | None:
    """Run a rule on the opportunity `about`, or on none, once its effect was seen.

    Returns None if it was only a preview. A draft needs no second look; without a terminal, `yes`
    is the answer. A `remark` is said first, and asked about; `own` is what changes beside the
    opportunity, and `beside` shows what else the result has. Refuses if the opportunity changed
    after the preview.
    """
    shows: dict[str, Any] = {"preview": preview, "yes": yes, "own": own, "remark": remark}
    shows |= {"beside": beside}
    foreseen = look_first(at, staff, rule, told_of, about=about, **shows, **values)
    if foreseen is None:
        return None

    def deed(unit: Unit) -> Foreseen[R]:
        if about is not None and (now := published(unit, opportunity=about)) != foreseen.base:
            raise Refusal("refusal-version", given=str(about), read=foreseen.base, now=now)
        return seen(unit, about, rule, told_of, **values)

    return at.change(deed, staff)


def look_first(
    at: Desk,
    staff: str | None,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    *,
    about: int | None,
    preview: bool,
    yes: bool,
    own: Sequence[Changed] = (),
    remark: str = "",
    beside: Callable[[R], None] | None = None,
    **values: Any,
) -> Foreseen[R] | None:
    """Show what a rule would do, and ask; return it, or None if it was only a preview."""
    foreseen = _rehearsed(at, staff, rule, told_of, about, values)
    asks = foreseen.asks or bool(remark)
    if remark:
        at.printer.write(remark)
    if preview or (asks and not yes):
        _say_foreseen(at.printer, foreseen, own, beside)
        if preview:
            at.printer.say("commands-preview-only")
            return None
        ask(at.printer)
    return foreseen


def _say_foreseen(
    printer: Printer,
    foreseen: Foreseen[R],
    own: Sequence[Changed],
    beside: Callable[[R], None] | None,
) -> None:
    say_changes(printer, [*own, *foreseen.changes])
    say_told(printer, foreseen.told, anyway=True)
    if beside is not None:
        beside(foreseen.result)
    say_would_wait(printer, foreseen.waits)
    say_texts(printer, foreseen.texts)


def say_changes(printer: Printer, changes: Sequence[Changed]) -> None:
    """Print the old and the new value of each fact."""
    for item in changes:
        for name, fact, was, now in _parted(printer, item):
            before, after = _beginning(*(_value(printer, fact, value) for value in (was, now)))
            printer.say("commands-changed", name=name, before=before, after=after)


def _parted(printer: Printer, item: Changed) -> Iterator[tuple[str, str, Any, Any]]:
    """Split a change into its parts: name, fact, old and new value of each."""
    if item.name not in FIRST:
        named = "" if item.name == "checklist" else printer.heading(item.name)
        yield from _words(printer, named, item.name, item.before, item.after)
        return
    one, first = printer.text("commands-one", item.name), FIRST[item.name]
    for old, new in _beside(item.before, item.after, "key" if item.name == "parts" else first):
        was, now = (
            {} if at is None else side[at] for at, side in ((old, item.before), (new, item.after))
        )
        # The number that was typed; of a new item without a key it is known only after this.
        number = (was or now).get("key") or ("new" if old is None else old + 1)
        named = printer.text("commands-changed-item", one=one, number=str(number))
        differ = [
            name
            for name in now
            if name != "key" and now[name] != was.get(name) and (was or now[name])
        ]
        for fact in sorted(differ, key=lambda name: (name != first, name)) if now else [first]:
            about = "" if fact == first else f", {printer.heading(fact)}"
            yield from _words(printer, named + about, fact, was.get(fact), now.get(fact))


def _words(
    printer: Printer, named: str, fact: str, was: Any, now: Any
) -> Iterator[tuple[str, str, Any, Any]]:
    """Split what holds words by name, such as answers or translations, into what differs."""
    if not isinstance(was, dict) and not isinstance(now, dict):
        yield named, fact, was, now
        return
    was, now = was or {}, now or {}
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key):
            shown = word_shown(printer, key, fact)
            yield from _words(
                printer, f"{named}, {shown}" if named else shown, key, was.get(key), now.get(key)
            )


def _beside(before: Sequence[Any], after: Sequence[Any], name: str) -> Iterator[tuple[Any, Any]]:
    """Pair the items of two lists by name: the index in each, None if the other has more."""
    old, new = ([item[name] for item in side] for side in (before, after))
    for tag, low, high, start, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "replace" and name == "key":
            # Another key is another part; another text may be the same requirement in better words.
            yield from ((at, None) for at in range(low, high))
            low = high
        yield from zip_longest(range(low, high), range(start, end))


def itself(told: Told) -> Told:
    """Who is told, of a rule whose whole result that is."""
    return told


def _rehearsed(
    at: Desk,
    staff: str | None,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    about: int | None,
    values: Any,
) -> Foreseen[R]:
    def deed(unit: Unit) -> None:
        with_a_look(unit, about, rule, told_of, keep="never", hold=hold_changed, **values)

    try:
        at.change(deed, staff)
    except Rehearsed as rehearsed:
        foreseen: Foreseen[R] = rehearsed.foreseen
        return foreseen
    raise AssertionError("a rehearsal always ends in Rehearsed")


def ask(printer: Printer) -> None:
    """Ask for a yes; refuses if nobody can answer, ends the command at a no."""
    if not sys.stdin.isatty():
        raise Refusal("refusal-yes")
    printer.say("commands-preview-ask")
    if sys.stdin.readline().strip().casefold() not in ("ja", "j", "yes", "y"):
        raise typer.Abort


def _value(printer: Printer, name: str, value: Any) -> str:
    """Return a fact in words, on one line."""
    if name.endswith("_cents") and value is not None:
        return printer.text("commands-money", amount=Money(value))
    codelist = CODES.get(name) or answer_fact(name).codelist or None
    return " ".join(printer.value(value, codelist).split())


def _beginning(before: str, after: str) -> tuple[str, str]:
    """Shorten two long texts, starting a little before their first difference."""
    same = next(
        (at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0
    )
    start = max(0, same - LONGEST // 4) if max(len(before), len(after)) > LONGEST else 0
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    rest = f"{'…' * bool(start)}{text[start:]}"
    return rest if len(rest) <= LONGEST else f"{rest[:LONGEST]}…"
