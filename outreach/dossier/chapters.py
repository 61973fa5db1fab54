"""The chapters of a dossier, from what was published to who was told what."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from content.paper.paper import Block, Facts, Quote
from outreach.dossier.choosing import decision, lot, parties, weighing
from outreach.dossier.facts import facts_in_words
from outreach.dossier.gathered import Campaigned
from outreach.dossier.telling import NONE, Telling
from outreach.interests.weigh import SCALE


def chapters(telling: Telling) -> list[Block]:
    """Return all chapters in order."""
    return [block for chapter in CHAPTERS for block in chapter(telling)]


def in_brief(it: Telling) -> Iterator[Block]:
    """Yield what the record is, and how it stands."""
    row, count = it.found.row, Counter(one.state for one in it.found.interests)
    yield it.head("dossier-brief")
    states = it.counted(count, "interest")
    facts = [
        ("tender-id", row.tender_id),
        ("state", it.say.name("state", row.state)),
        ("opened", it.at(row.opened_at)),
        ("until", it.at(row.answers_until)),
        ("decided", it.at(row.decided_at)),
        ("interests", it.say.shown(states) if states else NONE),
        ("versions", str(len(it.found.versions))),
    ]
    yield Facts([(it.say.text("dossier-fact", name), value) for name, value in facts])
    yield it.note("dossier-names", "note")


def versions(it: Telling) -> Iterator[Block]:
    """Yield the record as it was published, and what was different in each later version."""
    yield it.head("dossier-versions")
    if not it.found.versions:
        yield it.note("dossier-versions-none")
    for version in it.found.versions:
        yield it.head("dossier-version", 2, number=str(version.number), at=version.at)
        names = version.facts if version.number == 1 else version.changed
        words = facts_in_words(it.say, version.facts, it.found.places, names)
        if version.number > 1:
            named = [it.say.name("fact", name) for name in version.changed if name != "state"]
            state = it.say.name("state", version.facts["state"])
            yield it.note(
                "dossier-version-changed",
                what=named or "none",
                state=state if "state" in version.changed else "none",
            )
        if rows := [(name, it.names.text(said)) for name, said in words]:
            yield Facts(rows)


def criteria(it: Telling) -> Iterator[Block]:
    """Yield what was weighed, how heavily, and since when that was published."""
    yield it.head("dossier-criteria")
    last = it.found.versions[-1].facts.get("criteria", []) if it.found.versions else []
    if not last:
        yield it.note("dossier-criteria-none")
        return
    words = [f"{it.say.name('weighing', word)} ({points})" for word, points in SCALE.items()]
    rows = [
        [str(number), item["text"], it.say.text("page-percent", weight=item["weight"])]
        for number, item in enumerate(last, 1)
    ]
    yield it.grid(("criterion", "text", "weight"), rows)
    since = [version for version in it.found.versions if "criteria" in version.changed]
    first = min((one.at for one in it.found.arrivals.values()), default=None)
    in_time = first is None or since[-1].at <= first
    which = "dossier-criteria-since" if in_time else "dossier-criteria-late"
    yield it.note(which, number=str(since[-1].number), at=since[-1].at)
    yield it.note("dossier-scale", words=words)


def overruled(it: Telling) -> Iterator[Block]:
    """Yield why the record opened in spite of what stood in the way."""
    if not it.found.row.overruled:
        return
    yield it.head("dossier-overruled")
    for remark, reason in it.found.row.overruled.items():
        done = [
            entry
            for entry in it.found.log
            if entry.deed == "opportunity.overruled" and remark in entry.fields
        ]
        who = it.say.text(
            "dossier-overruled-by",
            remark=remark,
            by=it.by(done[-1].actor) if done else NONE,
            at=done[-1].at if done else NONE,
        )
        yield Quote(it.names.text(reason), who)


def told(it: Telling) -> Iterator[Block]:
    """Yield who was told what when, and how far apart."""
    yield it.head("dossier-told")
    if not it.found.told:
        yield it.note("dossier-told-none")
        return
    if it.found.apart is not None:
        yield it.note("dossier-told-apart", apart=it.apart(it.found.apart))
    rows = [
        [
            it.say.name("notice", notice.what),
            str(len(notice.recipients)),
            str(notice.count("sent")),
            it.at(notice.first),
            it.at(notice.last),
            NONE if notice.apart is None else it.apart(notice.apart),
        ]
        for notice in it.found.told
    ]
    yield it.grid(("what", "people", "sent", "first", "last", "apart"), rows)
    lost = Counter(
        who.state for notice in it.found.told for who in notice.recipients if who.state != "sent"
    )
    if lost:
        yield it.note("dossier-told-not", states=it.counted(lost, "delivery"))


def questions(it: Telling) -> Iterator[Block]:
    """Yield what was asked and answered for all, and how much was answered in private."""
    yield it.head("dossier-questions")
    for said in it.found.answers:
        yield Quote(it.names.text(said.text), it.say.text("dossier-asked"))
        at = it.say.text(
            "dossier-answered", at=said.answered_at, corrected=said.corrected_at or "none"
        )
        yield Quote(it.names.text(said.answer), at)
    yield it.note("dossier-questions-rest", private=it.found.private, waiting=it.found.waiting)


def campaigns(it: Telling) -> Iterator[Block]:
    """Yield each campaign with what became of it, and its cards as they were sent."""
    yield it.head("dossier-campaigns")
    if not it.found.campaigns:
        yield it.note("dossier-campaigns-none")
    for one in it.found.campaigns:
        yield from _campaign(it, one)


def log(it: Telling) -> Iterator[Block]:
    """Yield every deed in order."""
    yield it.head("dossier-log")
    yield it.note("dossier-log-what", "quiet")
    rows = [
        [
            it.at(entry.at),
            it.by(entry.actor),
            it.say.name("deed", entry.deed.replace(".", "_")),
            _about(it, entry.ids.get("interest")),
        ]
        for entry in it.found.log
    ]
    yield it.grid(("at", "who", "deed", "party"), rows)


CHAPTERS: tuple[Callable[[Telling], Iterator[Block]], ...] = (
    in_brief,
    versions,
    criteria,
    overruled,
    parties,
    weighing,
    lot,
    decision,
    told,
    questions,
    campaigns,
    log,
)


def _campaign(it: Telling, one: Campaigned) -> Iterator[Block]:
    yield it.head(
        "dossier-campaign",
        2,
        number=str(one.number),
        occasion=it.say.name("occasion", one.occasion),
    )
    yield it.note(
        "dossier-campaign-by",
        made=it.by(one.made_by),
        approved=it.by(one.approved_by) if one.approved_by else "none",
    )
    for step in one.steps:
        counts = it.counted(step.counts, "delivery") or NONE
        yield it.note("dossier-campaign-step", begins=step.begins, counts=counts)
        for language, card in (one.cards.get(step.mailing) or {}).items():
            yield Quote(str(card.get("text", "")), it.say.text("dossier-card", language=language))


def _about(it: Telling, interest: int | None) -> str:
    known: Any = interest in it.found.arrivals
    return it.names.party(interest) if interest is not None and known else NONE
