"""What the record of an opportunity says, by what people ask about: short answers, one thing each.

Whoever has nothing to tell about a subject yields nothing: then it is not offered.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.steps import Say
from content.texts import Money, Named, Share
from outreach.opportunities.card import OpportunityPage, PartView

SENTENCE = re.compile(r"(?<=[.!?])\s+")
MOST_WORDS = 45
"""Words of the record in one answer: the page has all of them."""
FIRST = ("time", "money", "decides", "good")
"""What most people ask about."""
GOOD_TO_KNOW = (
    "parts",
    "weighs",
    "responsible",
    "insurance",
    "if_people_stop",
    "lent",
    "allowance",
    "public_property",
    "agreements",
)
"""What is behind "good to know"; most are lines of the checklist, by its own names."""
SUBJECTS = (*FIRST, *GOOD_TO_KNOW)
FACTS: Mapping[str, tuple[str, ...]] = {
    "time": ("when", "until", "plan"),
    "money": ("money", "arrangement", "contributions"),
    "parts": ("parts",),
    "weighs": ("criteria",),
}
"""The facts that are told of a subject."""


OF_CHECKLIST = {
    "who_leads": "leads",
    "agreements_until": "agreements",
    "agreements_talks": "agreements",
}
"""Under which subject a line of the checklist falls that has none of its own name."""
DECIDING_WORDS = 30
"""Words of who decides, beside the role of the municipality and who can be spoken to."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A published sentence, or a few that belong together, and the subject they stand under."""

    text: str
    subject: str = ""


def passages(page: OpportunityPage) -> Iterator[Passage]:
    """Yield what is published of an opportunity, beside its facts."""
    for text in (page.description, page.card.summary):
        yield from (Passage(sentence) for sentence in SENTENCE.split(text.strip()))
    for part in page.parts:
        yield Passage(f"{part.title}: {part.description}")
        if part.say:
            yield Passage(part.say, "decides")
    for item in page.requirements:
        yield Passage(f"{item.text} {item.alternative}".strip(), "requirements")
    if page.plan_asks:
        yield Passage(page.plan_asks, "plan")
    for key, said in page.checklist.items():
        if key != "notice":
            yield Passage(said, OF_CHECKLIST.get(key, key))


def fact(name: str, page: OpportunityPage) -> Iterator[Say]:
    """Yield what the record says as a fact of its own, if it says that."""
    card = page.card
    if name == "place" and page.places:
        yield Say("opportunity-where", places=page.places)
    elif name == "until" and card.answers_until is not None:
        yield Say("opportunity-until", until=card.answers_until)
    elif name == "plan" and card.plan_until is not None:
        yield Say("opportunity-two-steps", until=card.plan_until)
    elif name == "when" and page.starts_on is not None:
        yield Say("opportunity-when", start=page.starts_on, duration=page.duration or "none")
    elif name == "money" and page.value_cents is not None:
        yield Say("opportunity-money", value=Money(page.value_cents, page.currency))
    elif name == "arrangement" and page.arrangement:
        yield Say("opportunity-form", arrangement=Named("arrangement", page.arrangement))
        yield Say(f"arrangement-{page.arrangement.replace('_', '-')}")
    elif name == "role" and page.municipality_role:
        yield Say("opportunity-role", role=Named("role", page.municipality_role))
    elif name == "contributions" and page.contributions:
        what = [Named("contribution", item) for item in page.contributions]
        yield Say("opportunity-brings", what=what)
    elif name == "together" and card.cooperation:
        yield Say("opportunity-together")
    elif name == "formal":
        yield Say("opportunity-formal", direction=card.direction, notice=card.notice or "none")
    elif name == "contact" and card.official:
        yield Say("opportunity-contact", official=card.official)
    elif name == "parts" and page.parts:
        yield Say("opportunity-parts", titles=[_priced(part, page) for part in page.parts])
    elif name == "criteria" and page.criteria:
        points = (f"{item.text} ({item.weight}%)" for item in page.criteria)
        yield Say("opportunity-weighs", points="\n".join(points))


def tells(subject: str, page: OpportunityPage) -> list[Say]:
    """Return what is said about one of the `SUBJECTS`."""
    if subject == "decides":
        return list(_decides(page))
    if subject == "good":
        known = any(tells(other, page) for other in GOOD_TO_KNOW)
        return [Say("opportunity-good")] if known else []
    if subject in FACTS:
        return [say for name in FACTS[subject] for say in fact(name, page)]
    return list(_in_words(_published_of(subject, page)))


def told_subjects(page: OpportunityPage) -> list[str]:
    """Return the subjects about which something is said, in their own order."""
    return [subject for subject in SUBJECTS if tells(subject, page)]


def first_words(text: str, most: int = MOST_WORDS) -> str:
    """Return the first sentences of a text, as many as have so many words; or else its beginning.

    What is left out is told by three dots.
    """
    kept, room = [], most
    sentences = SENTENCE.split(" ".join(text.split()))
    for sentence in sentences:
        words = sentence.split()
        if len(words) > room:
            break
        kept.append(sentence)
        room -= len(words)
    if len(kept) == len(sentences):
        return " ".join(kept)
    return f"{' '.join(kept or text.split()[:most])} …"


def _decides(page: OpportunityPage) -> Iterator[Say]:
    yield from fact("role", page)
    said = f"{_published_of('decides', page)} {_published_of('leads', page)}"
    yield from _in_words(said, DECIDING_WORDS)
    if not page.card.leads:
        # who leads tells already that others take part
        yield from fact("together", page)
    yield from fact("contact", page)


def _published_of(subject: str, page: OpportunityPage) -> str:
    return " ".join(item.text for item in passages(page) if item.subject == subject)


def _in_words(said: str, most: int = MOST_WORDS) -> Iterator[Say]:
    if said.strip():
        yield Say("opportunity-good-words", words=first_words(said, most))


def _priced(part: PartView, page: OpportunityPage) -> str | Share:
    """Return the title of a part, with the budget that it has of its own."""
    if part.budget_cents is None:
        return part.title
    return Share(part.title, Money(part.budget_cents, page.currency))
