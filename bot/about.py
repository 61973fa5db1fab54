"""What the record of an opportunity says, by what people ask about: short answers, one thing each.

Whoever has nothing to tell about a subject yields nothing: then it is not offered.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from bot.steps import Say
from content.texts import Money, Named
from outreach.opportunities.card import OpportunityPage

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

Telling = Callable[[OpportunityPage], Iterator[Say]]


def tells(subject: str, page: OpportunityPage) -> list[Say]:
    """Return what is said about one of the `SUBJECTS`."""
    telling = TELLING.get(subject)
    return list(_checklist(subject, page) if telling is None else telling(page))


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


def _time(page: OpportunityPage) -> Iterator[Say]:
    if page.starts_on is not None:
        yield Say("opportunity-when", start=page.starts_on, duration=page.duration or "none")
    if page.card.answers_until is not None:
        yield Say("opportunity-until", until=page.card.answers_until)


def _money(page: OpportunityPage) -> Iterator[Say]:
    if page.value_cents is not None:
        yield Say("opportunity-money", value=Money(page.value_cents, page.currency))
    if page.arrangement:
        yield Say("opportunity-form", arrangement=Named("arrangement", page.arrangement))
    if page.contributions:
        what = [Named("contribution", item) for item in page.contributions]
        yield Say("opportunity-brings", what=what)


def _decides(page: OpportunityPage) -> Iterator[Say]:
    if page.municipality_role:
        yield Say("opportunity-role", role=Named("role", page.municipality_role))
    if page.card.leads:
        # who leads tells already that others take part
        yield Say("opportunity-good-words", words=first_words(page.card.leads))
    elif page.card.cooperation:
        yield Say("opportunity-together")
    if page.card.official:
        yield Say("opportunity-contact", official=page.card.official)


def _good(page: OpportunityPage) -> Iterator[Say]:
    if any(tells(subject, page) for subject in GOOD_TO_KNOW):
        yield Say("opportunity-good")


def _parts(page: OpportunityPage) -> Iterator[Say]:
    if page.parts:
        yield Say("opportunity-parts", titles=[part.title for part in page.parts])


def _weighs(page: OpportunityPage) -> Iterator[Say]:
    if page.criteria:
        points = (f"{item.text} ({item.weight}%)" for item in page.criteria)
        yield Say("opportunity-weighs", points="\n".join(points))


def _checklist(subject: str, page: OpportunityPage) -> Iterator[Say]:
    said = page.checklist.get(subject, "")
    if said.strip():
        yield Say("opportunity-good-words", words=first_words(said))


TELLING: Mapping[str, Telling] = {
    "time": _time,
    "money": _money,
    "decides": _decides,
    "good": _good,
    "parts": _parts,
    "weighs": _weighs,
}
