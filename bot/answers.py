"""What is published of an opportunity answers a question about it, before anybody else is asked.

How people ask about a subject, and by which words a published sentence tells of it, stands in
`content/locales/*/answers.ftl`. Nothing is made up: what is said is a fact of the record, one of
its sentences between quotation marks, or an answer that was given to all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.about import Passage, fact, passages
from bot.listening.phrases import Phrases
from bot.listening.subjects import meets
from bot.listening.words import words_of
from bot.steps import Say
from content.fluent import words
from outreach.interests.question import Answered
from outreach.opportunities.card import OpportunityPage

SUBJECTS = (
    "place",
    "until",
    "when",
    "time",
    "size",
    "age",
    "money",
    "rate",
    "costs",
    "decides",
    "leads",
    "role",
    "requirements",
    "contact",
    "parts",
    "contributions",
    "arrangement",
    "together",
    "formal",
    "criteria",
    "agreements",
    "responsible",
    "insurance",
    "if_people_stop",
    "lent",
    "allowance",
    "public_property",
)
"""What people ask about. Those of the checklist are called as it calls them."""
REQUIRED = "requirements"
BY_PLACE, BY_WORDS, BY_ASKED = 2.0, 1.5, 2.0
"""How much it counts that a sentence stands where its subject is told, that it has the words of the
subject, and that somebody asked about it before.
"""
RARE, COMMON, SPENT = 2.0, 0.4, 0.5
"""How much a word counts that few sentences have, one that many have, and one that names a subject.
"""
FEW = 2
FEWEST = 3
"""Letters of a word that tells something."""
ENOUGH = 0.5
"""The lowest score of a sentence that says anything."""
NEAR = 0.7
"""A sentence counts beside the best one if it has so much of its score."""
MOST_ASKED = 12
"""Words beside the subjects: a longer text asks for more than one thing."""
MOST_TOLD = 3
MOST_WORDS = 60
"""Words of all that is told at once. The first piece is told however long it is."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question is about: subjects, the words that name them, and words beside these.

    `things` are those of the latter that name something which may be required, as a diploma.
    """

    subjects: frozenset[str]
    naming: tuple[str, ...]
    words: tuple[str, ...]
    things: tuple[str, ...]


def told_of(page: OpportunityPage, given: Sequence[Answered], text: str) -> list[Say]:
    """Return what answers a question about an opportunity, with its source; nothing if that is not
    published. `given` are the answers that were given to all.
    """
    asked = _asked(text, page)
    if len(asked.words) > MOST_ASKED:
        return []
    like = [say for item in _like(given, asked)[:1] for say in _quoted(item)]
    published = tuple(passages(page))
    if _unnamed(asked, published):
        # what is required besides says nothing of it
        return like
    met = _met(asked.words, published)
    facts: list[Say] = []
    if RARE not in met.values() and len(asked.words) <= 1:
        facts += _facts(page, asked)
    if met or len(asked.words) <= 1:
        facts += _best(published, asked, met)
    pieces = list(_fitting(facts, 1 if like else MOST_TOLD))
    if not pieces:
        return like
    return [*like, Say("answers-found", number=page.card.id), *pieces]


def unnamed_in(page: OpportunityPage, text: str) -> str | None:
    """Return the thing that a text asks about as if it were required, if nothing published has it;
    None if there is none.
    """
    unnamed = _unnamed(_asked(text, page), tuple(passages(page)))
    return unnamed[0] if unnamed else None


def asks_about(text: str) -> bool:
    """Return True if a text asks about a subject of ours, and not only names an opportunity."""
    phrases = _ways_to_ask()
    return bool(phrases.find(phrases.read(text)))


def _asked(text: str, page: OpportunityPage) -> _Asked:
    """Return what a question is about, apart from the opportunity itself."""
    phrases = _ways_to_ask()
    sentence = phrases.read(text)
    found = phrases.find(sentence)
    spent = frozenset().union(*(item.at for item in found))
    title = _words(f"{page.card.title} {' '.join(page.places)}")
    naming, others = [], []
    for place, word in enumerate(sentence.words):
        if sentence.entries[place][0] & phrases.filler:
            continue
        if place in spent and not _alike(word.text):
            naming.append(word.text)
        elif not any(meets(word.text, ours) for ours in title):
            others.append(word.text)
    subjects = frozenset(item.wish for item in found)
    unspent = tuple(dict.fromkeys(others))
    things = tuple(filter(_alike, unspent)) if REQUIRED in subjects else ()
    return _Asked(subjects, tuple(dict.fromkeys(naming)), unspent, things)


def _unnamed(asked: _Asked, published: Sequence[Passage]) -> list[str]:
    """Return the things that are asked about and in nothing that is published, by any name."""
    texts = [_words(passage.text) for passage in published] if asked.things else []
    return [
        thing
        for thing in asked.things
        if not any(_has(own, name) for own in texts for name in _alike(thing))
    ]


@lru_cache(1_024)
def _alike(word: str) -> tuple[str, ...]:
    """Return all names of a thing that may be required which a word names; none if it is none."""
    return next((names for names in _things() if _has(names, word)), ())


def _facts(page: OpportunityPage, asked: _Asked) -> Iterator[Say]:
    """Yield the facts that are asked for."""
    for subject in SUBJECTS:
        if subject in asked.subjects:
            yield from fact(subject, page)


def _met(asked: Sequence[str], published: Sequence[Passage]) -> Mapping[str, float]:
    """Return how much each word counts that something published has.

    If there are none, nothing says what is asked beside a subject.
    """
    texts = [_words(passage.text) for passage in published]
    having = {word: sum(_has(own, word) for own in texts) for word in asked}
    return {word: RARE if count <= FEW else COMMON for word, count in having.items() if count}


def _best(published: Iterable[Passage], asked: _Asked, met: Mapping[str, float]) -> Iterator[Say]:
    """Yield the sentences that say most about what is asked, as they stand in the record."""
    scored = [(_score(passage, asked, met), passage) for passage in published]
    best = max((score for score, _ in scored), default=0.0)
    close = [item for item in scored if item[0] >= max(best * NEAR, ENOUGH)]
    for _, passage in sorted(close, key=lambda item: -item[0]):
        yield Say("answers-passage", text=passage.text)


def _score(passage: Passage, asked: _Asked, met: Mapping[str, float]) -> float:
    """Return how much a sentence says about what is asked; 0 if too little."""
    own = _words(passage.text)
    said = [word for word in met if _has(own, word)]
    if RARE in met.values() and 2 * len(said) < len(asked.words):
        return 0.0
    about = BY_PLACE * (passage.subject in asked.subjects)
    weight = BY_WORDS if passage.subject in ("", *asked.subjects) else BY_WORDS / 2
    about += weight * len(asked.subjects & _tells_of(passage.text))
    if not about and not said:
        return 0.0
    naming = sum(_has(own, word) for word in asked.naming)
    return about + SPENT * naming + sum(met[word] for word in said)


def _like(given: Sequence[Answered], asked: _Asked) -> list[Answered]:
    """Return the questions that ask the same, in whatever words, the best first."""
    scored = []
    for item in given:
        about = BY_ASKED * bool(asked.subjects & _subjects(item.text))
        own = _words(item.text)
        met = sum(_has(own, word) for word in asked.words)
        beside = len(asked.words) - met
        if (about and beside <= 1) or (met and beside <= met):
            scored.append((about + met, item))
    return [item for _, item in sorted(scored, key=lambda pair: -pair[0])]


def _quoted(item: Answered) -> Iterator[Say]:
    yield Say("question-like", question=item.text, answer=item.answer)
    if item.corrected_at is not None:
        yield Say("question-corrected", at=item.corrected_at)


def _fitting(pieces: Iterable[Say], most: int) -> Iterator[Say]:
    """Yield the first pieces, as many as can be read at once."""
    room = MOST_WORDS
    for number, piece in enumerate(pieces):
        room -= len(str(piece.facts.get("text", "")).split())
        if number and (number >= most or room < 0):
            return
        yield piece


def _has(own: Iterable[str], word: str) -> bool:
    return any(meets(word, ours) for ours in own)


@lru_cache(4_096)
def _words(text: str) -> frozenset[str]:
    """Return the words of something published that may meet one that is typed."""
    return frozenset(word.text for word in words_of(text) if len(word.text) >= FEWEST)


@lru_cache(4_096)
def _tells_of(text: str) -> frozenset[str]:
    """Return the subjects of which something published has the words."""
    phrases = _ways_to_tell()
    return frozenset(item.wish for item in phrases.find(phrases.read(text)))


@lru_cache(4_096)
def _subjects(question: str) -> frozenset[str]:
    """Return the subjects of a question that is published."""
    phrases = _ways_to_ask()
    return frozenset(item.wish for item in phrases.find(phrases.read(question)))


@cache
def _ways_to_ask() -> Phrases:
    filler = (*words("listening-small", "filler"), *words("answers-small", "filler"))
    # "hoef je geen ervaring te hebben" asks about experience too: nothing turns it round
    return Phrases(_lines("answers-asked"), filler, ())


@cache
def _things() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(word.text for word in words_of(line.replace("/", " ")))
        for line in words("answers-small", "things")
    )


@cache
def _ways_to_tell() -> Phrases:
    return Phrases(_lines("answers-said"), (), ())


def _lines(key: str) -> Mapping[str, tuple[str, ...]]:
    return {name: words(key, name.replace("_", "-")) for name in SUBJECTS}
