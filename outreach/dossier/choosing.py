"""The chapters of a dossier about who signed up, how they were weighed, and what was decided."""

from collections.abc import Iterator, Sequence

from content.paper.paper import Block, Facts, Grid, Quote
from outreach.dossier.telling import NONE, Telling
from outreach.opportunities.draw import Draw
from outreach.reports.weighing import Point, Weighed, Word, against_the_sum


def parties(it: Telling) -> Iterator[Block]:
    """Yield who signed up, when, and which version they had read."""
    yield it.head("dossier-parties")
    if not it.found.interests:
        yield it.note("dossier-parties-none")
        return
    rows = [
        [
            it.names.party(one.interest),
            it.say.name("party", one.kind),
            it.at(it.found.arrivals[one.interest].at),
            str(it.found.arrivals[one.interest].version),
            it.say.name("interest", one.state),
        ]
        for one in it.found.interests
    ]
    yield it.grid(("party", "kind", "arrived", "version", "stand"), rows)
    yield it.note("dossier-parties-words", "quiet")


def weighing(it: Telling) -> Iterator[Block]:
    """Yield each interest with the words of each colleague, the settled ones and earlier ones."""
    found = [one for one in it.found.interests if any(map(_is_weighed, one.points))]
    yield it.head("dossier-weighing")
    if not found:
        yield it.note("dossier-weighing-none")
        return
    yield it.note("dossier-weighing-sum")
    yield _beside(it, found)
    for one in found:
        yield it.head("dossier-of-party", 2, party=it.names.party(one.interest))
        if one.score is not None:
            yield it.note("dossier-score", score=one.score)
        rows = [row for point in one.points for row in _words(it, point)]
        yield it.grid(("criterion", "by", "word", "reason", "at"), rows)


def lot(it: Telling) -> Iterator[Block]:
    """Yield the draw, as anybody can repeat it."""
    draw: Draw | None = it.found.draw
    if draw is None:
        return
    yield it.head("dossier-lot")
    drawn = draw.drawn_at is not None
    facts = [("digest", draw.digest), ("drawn", it.at(draw.drawn_at))]
    facts += [("seed", draw.seed)] if drawn else []
    yield Facts([(it.say.text("dossier-fact", name), value) for name, value in facts])
    if drawn:
        rows = [[str(each.place), it.names.party(each.interest)] for each in it.found.lot]
        yield it.grid(("place", "party"), rows)
        yield it.note("dossier-lot-again", "quiet")


def decision(it: Telling) -> Iterator[Block]:
    """Yield how it ended for each party, and why."""
    yield it.head("dossier-decision")
    row = it.found.row
    if row.state not in ("decided", "withdrawn"):
        yield it.note("dossier-decision-none")
    if row.reason:
        yield Quote(it.names.text(row.reason), it.say.text("dossier-decision-why"))
    rows = [[it.names.party(one.interest), *_ended(it, one)] for one in it.found.interests]
    if rows:
        yield it.grid(("party", "state", "reason"), rows)
    for more, less in against_the_sum([one for one in it.found.interests if one.applied]):
        parties = {"more": it.names.party(more.interest), "less": it.names.party(less.interest)}
        yield it.note("dossier-against", "note", **parties)


def _beside(it: Telling, found: Sequence[Weighed]) -> Grid:
    """Return the settled words of all parties beside each other."""
    numbers = [str(point.criterion) for point in found[0].points]
    columns = [it.say.text("dossier-column", name) for name in ("party", "together")]
    rows = [
        [
            it.names.party(one.interest),
            *(
                it.say.name("weighing", point.settled.word) if point.settled else NONE
                for point in one.points
            ),
            NONE if one.score is None else it.say.shown(one.score),
        ]
        for one in found
    ]
    return Grid([columns[0], *numbers, columns[1]], rows)


def _ended(it: Telling, one: Weighed) -> list[str]:
    """Return how it ended for a party, and why: what stands in pencil is no end."""
    if one.applied and one.outcome:
        confirm = it.found.arrivals[one.interest].confirm
        words = [it.say.name("interest", one.state)]
        words += [it.say.name("confirm", confirm)] if confirm else []
        ended = f"{it.say.name('outcome', one.outcome)} ({'; '.join(words)})"
        return [ended, it.names.text(one.why) or NONE]
    why = it.found.arrivals[one.interest].reason
    return [it.say.name("interest", one.state), it.names.text(why) or NONE]


def _is_weighed(point: Point) -> bool:
    return bool(point.words or point.settled)


def _words(it: Telling, point: Point) -> Iterator[list[str]]:
    name = f"{point.criterion}. {point.text}"
    for key, words in (
        ("settled", [point.settled] if point.settled else []),
        ("word", point.words),
        ("earlier", point.earlier),
    ):
        for said in words:
            yield _row(it, name, key, said)
            name = ""


def _row(it: Telling, name: str, key: str, said: Word) -> list[str]:
    by = it.say.text("dossier-by", key, by=it.names.text(said.by))
    word = it.say.name("weighing", said.word)
    return [name, by, word, it.names.text(said.reason) or NONE, it.at(said.at)]
