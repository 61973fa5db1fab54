"""Situations in which people say something, and where their sentence leads.

A file of sentences is named after its situation. In it a table is the outcome, and each language
has a list of sentences: `[stop]`, `nl = ["stop aub"]`. An outcome may have a name behind it:
`[subject.plantsoen]`.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.message import Message
from content.texts import Texts
from tests.bot.conftest import Person

HERE = Path(__file__).parent
SETS = {
    name: HERE / name
    for name in (
        "unseen",
        "fresh",
        "later",
        "first_sight",
        "second_sight",
        "third_sight",
        "fourth_sight",
        "fifth_sight",
    )
}
"""Sentences by somebody who had not seen the rules; by whoever was about to mend them, before the
misses were looked at; after, to see what holds beyond those; and months later, by somebody who did
not look at the rules again. At third sight 296 of 335 led where they should before anything was
mended, at fourth sight 136 of 159 after that, at fifth sight 218 of 239 (of those that everybody
must reach, stop 48 of 50, forget 29 of 34, human 32 of 35): what stands below was reached by
mending since. What was an answer there and is asked about now is called unsure in its file.
"""
SAMPLES = HERE.parents[1] / "content" / "samples" / "waterdam"
STANDS = """
SELECT dialogue, asked, language, transcript FROM conversation JOIN person ON person.id = person_id
ORDER BY conversation.id DESC LIMIT 1
"""
"""Where the newest conversation stands."""
NAMELESS = "Nog geen naam"
INNOCENT = ("answer", "innocent")
"""Outcomes of what only looks like something urgent."""
CERTAIN = ("stop", "forget", "human")
"""Outcomes that everybody must reach."""


@dataclass(frozen=True)
class Sentence:
    """What somebody says, and where it should lead."""

    situation: str
    outcome: str
    language: str
    text: str


@dataclass(frozen=True)
class Place:
    """Where a conversation stands: its dialogue and question, and the last message.

    `nameless`: it was understood that a group has no name yet.
    """

    dialogue: str | None
    asked: str | None
    language: str
    nameless: bool
    message: Message

    def offers(self, *codes: str) -> bool:
        """Return True if an option beside those of the question has one of these codes."""
        offered = [option.code.split(".")[-1] for option in self.message.options]
        return any(code.startswith(f"!{name}") for code in offered for name in codes)

    def lists(self) -> bool:
        """Return True if there is something to take part in: one opportunity, or several."""
        return self.asked in ("browse-pick", "opportunity-next") or self.offers("at")

    def says(self, texts: Texts, *keys: str) -> bool:
        """Return True if the message has one of these texts in it, in either language."""
        return any(
            texts.text(key, language) in self.message.text
            for key in keys
            for language in texts.languages
        )


def sentences(folder: Path) -> Iterator[Sentence]:
    """Yield the sentences of a folder."""
    for file in sorted(folder.glob("*.toml")):
        for outcome, found in tomllib.loads(file.read_text("utf-8")).items():
            yield from _listed(file.stem, outcome, found)


def _listed(situation: str, outcome: str, found: dict[str, Any]) -> Iterator[Sentence]:
    for name, below in found.items():
        if isinstance(below, dict):
            yield from _listed(situation, f"{outcome}.{name}", below)
        else:
            yield from (Sentence(situation, outcome, name, text) for text in below)


def bring(person: Person, situation: str) -> None:
    """Bring somebody new to a situation."""
    if situation == "first":
        return
    if situation == "menu":
        person.say("menu")
        return
    person.enter(opportunity=1)
    if situation == "card":
        return
    group = situation in ("group_name", "gives", "summary")
    words = ["ik doe mee", "met een groep" if group else "alleen"]
    words += (
        ["De Schapen" if group else "Anna"] if situation not in ("group_name", "own_name") else []
    )
    if situation in ("summary", "reach"):
        words.append("Wij wieden elke zaterdag.")
    if situation == "reach":
        words += ["ja", "nee"]
    for text in words:
        person.say(text)


def say(person: Person, sentence: Sentence) -> Place:
    """Let somebody new say a sentence where it belongs."""
    bring(person, sentence.situation)
    # the language of an app tells which one somebody reads, if it is spoken here
    person.say(sentence.text, language="en" if sentence.language == "en" else "nl")
    stands = person.store.look(lambda unit: unit.connection.exec_driver_sql(STANDS).one())
    return Place(stands[0], stands[1], stands[2], NAMELESS in stands[3], person.last)


ASKED = {
    "first": None,
    "menu": "menu-pick",
    "card": "opportunity-next",
    "group_name": "interest-group-name",
    "own_name": "interest-own-name",
    "gives": "interest-give",
    "reach": "interest-reach",
    "summary": "interest-sure",
}
FIELDS = ("interest-kind", "interest-group-name", "interest-give")
"""The answers of a summary that may be changed."""
NEXT = {
    "group_name": "interest-give",
    "own_name": "interest-give",
    "gives": "interest-sure",
    "reach": "menu-pick",
}
PASSED = "menu-pick"
"""Where somebody comes who passes over how they can be reached."""
BEFORE = {
    "card": (None, "opportunity-next", "welcome-way", "browse-pick", "menu-pick"),
    "menu": ("menu-pick", "welcome-way"),
    "group_name": ("interest-kind",),
    "own_name": ("interest-kind",),
    "gives": ("interest-group-name",),
    "reach": ("interest-more", "interest-reach"),
    "summary": ("interest-give",),
}


def leads(sentence: Sentence, at: Place, texts: Texts) -> bool:
    """Return True if a sentence has led where it should, or that is offered to be tapped."""
    outcome, _, name = sentence.outcome.partition(".")
    here = ASKED[sentence.situation]
    asked = at.asked or ""
    unseen = sentence.situation in ("first", "menu")
    reached: dict[str, Callable[[], bool]] = {
        "stop": lambda: asked == "stop-keep" or at.offers("stop"),
        "forget": lambda: asked.startswith("forget-") or at.offers("forget"),
        "human": lambda: asked.startswith("human-words") or at.offers("human", "tell"),
        "my_data": lambda: at.says(texts, "my_data-file") or at.offers("my_data"),
        "privacy": lambda: at.says(texts, "talk-privacy") or at.offers("privacy"),
        "help": lambda: at.says(texts, "help-text", "talk-heard-puzzled") or at.offers("help"),
        "interests": lambda: at.says(texts, "interests-none") or at.offers("interests"),
        "question": lambda: asked.startswith("question-") or at.offers("ask", "question"),
        "menu": lambda: asked == "menu-pick" or at.offers("menu"),
        "other": lambda: asked in ("welcome-way", "browse-pick") or at.offers("browse"),
        "link": lambda: at.says(texts, "link-page") or at.offers("link"),
        "email": lambda: (
            asked == "email-address"
            or at.says(texts, "email-off", "email-sent")
            or at.offers("email")
        ),
        "back": lambda: (
            asked in BEFORE[sentence.situation]
            or at.says(texts, "talk-no-back")
            or at.offers("back")
        ),
        "cancel": lambda: at.says(texts, "talk-cancelled") or at.offers("cancel"),
        "language": lambda: _speaks(name, at, texts),
        "hello": lambda: at.says(texts, "talk-heard-hello", "talk-hello"),
        "thanks": lambda: at.says(texts, "talk-heard-thanks"),
        "bye": lambda: at.says(texts, "talk-heard-bye"),
        "insult": lambda: at.says(texts, "talk-heard-insult"),
        "complaint": lambda: (
            at.says(texts, "talk-heard-long", "talk-heard-insult") or at.offers("tell", "human")
        ),
        "contact": lambda: at.says(texts, "talk-heard-contact") or at.offers("tell"),
        "answer": lambda: asked == NEXT[sentence.situation],
        "no_answer": lambda: (
            at.nameless
            or (asked == here and not at.offers("stop", "forget"))
            # "weet niet" where a question may be passed over does that
            or (sentence.situation == "reach" and asked == PASSED)
        ),
        "unsure": lambda: at.offers("said"),
        "yes": lambda: asked == "interest-more",
        "no": lambda: asked in ("talk-change", "menu-pick"),
        "change": lambda: asked in ("talk-change", *FIELDS),
        # who has seen nothing yet is shown what there is
        "join": lambda: asked == "interest-kind" or (unseen and at.lists()),
        "subject": lambda: any(title in _told(at) for title in _titles(name)),
        "place": at.lists,
        "theme": at.lists,
        # what only looks like something urgent is not done unasked
        "innocent": lambda: not (asked == "stop-keep" or asked.startswith(("forget-", "human-"))),
    }
    return reached[outcome]()


def _told(at: Place) -> str:
    return " ".join([at.message.text, *(option.label for option in at.message.options)])


def _titles(name: str) -> list[str]:
    """Return what an opportunity is called, in every language in which it is told."""
    (file,) = SAMPLES.glob(f"*{name}*.toml")
    record = tomllib.loads(file.read_text("utf-8"))
    return [told["title"][:40] for told in (record, record["en"])]


def _speaks(language: str, at: Place, texts: Texts) -> bool:
    """Return True if a language is spoken or offered; kindly in English if it is not known."""
    if language in texts.languages:
        return (
            at.language == language
            or at.offers("language", "speak_")
            or at.asked == "language-which"
        )
    return at.offers("language", "speak_") or at.asked == "language-which"
