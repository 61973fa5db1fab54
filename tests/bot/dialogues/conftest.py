"""Conversations as people read them: a script is played, and must hold all that is said."""

import re
from collections.abc import Callable, Iterator
from textwrap import dedent
from typing import Any

import pytest

from content.message import Message
from content.texts import Texts
from outreach.interests.question import answer_question, ask_question
from outreach.interests.tell import Telling, move_interest_and_tell
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.accounts import connect_telegram
from tests.bot.conftest import Person
from tests.bot.dialogues.planning import NADIA
from tests.conftest import LOUD

CODE = "SELECT code FROM code WHERE kind = 'link'"
GOES_ON = """
We gaan verder waar je was.

Wat wil je doen of meebrengen? Een paar zinnen is genoeg.

(stap 2 van 3)
> Wij wieden.
Dit ga ik opslaan
Kans: Zorg mee voor het plantsoen in de Lindenstraat
Naam: De buren
Wie: groep bewoners
Wat je doet of meebrengt: Wij wieden.

Dit is geen offerte, je zit nergens aan vast. Alleen medewerkers van gemeente Waterdam kunnen dit
lezen.

Klopt dit?

(stap 3 van 3)
[Ja, opslaan] [Nee, veranderen]
"""
"""The script of an interest of the neighbours that goes on where they had given their name."""


@pytest.fixture
def invite(waterdam: Store, texts: Texts) -> Callable[..., None]:
    """Let Nadia move the first interest, and tell its party."""

    def invite(state: str = "invited", reason: str = "") -> None:
        waterdam.run(
            move_interest_and_tell,
            NADIA,
            interest=1,
            state=state,
            telling=Telling(texts, LOUD),
            reason=reason,
        )

    return invite


@pytest.fixture
def invited(person: Person, kans: Callable[[str], int], invite: Callable[..., None]) -> Person:
    """Anna's group was invited to write a plan for De Kajuit."""
    person.enter(opportunity=kans("06"))
    for text in ("ik doe mee", "groep", "De buren", "Wij koken.", "ja", "nee", "overslaan"):
        person.say(text)
    invite()
    return person


@pytest.fixture
def strip(kans: Callable[[str], int], waterdam: Store, texts: Texts) -> int:
    """The green strip, about which somebody asked something already."""
    other, _ = waterdam.run(meet, NOBODY, channel="web", external_id="other", language="nl")
    asked = "Krijgen we gereedschap van de gemeente?"
    waterdam.run(ask_question, Actor("person", other), opportunity=kans("01"), text=asked)

    def notice(language: str, question: str, answer: str) -> Message:
        return texts.message("notice-answer", language, question=question, answer=answer)

    waterdam.run(
        answer_question,
        NADIA,
        question=1,
        answer="Ja: een maaier en scheppen.",
        public_text=asked,
        say=notice,
        quiet=LOUD,
    )
    return kans("01")


@pytest.fixture
def talk(rows: Callable[[str], list[Any]]) -> Callable[..., None]:
    """Play a script: `> text` is typed, `> [label]` pressed; `[label]` is a button, `CODE` a code.

    It may be handed over in pieces.
    """

    def talk(person: Any, *scripts: str) -> None:
        lines = [line for script in scripts for line in read(script)]
        told = [] if lines[0].startswith(">") else list(shown(person))
        for line in lines:
            if line.startswith("> ["):
                person.press(line[3:-1])
            elif line.startswith(">"):
                person.say(line[2:])
            if line.startswith(">"):
                told += [line, *shown(person)]
        assert told == lines

    def shown(person: Any) -> Iterator[str]:
        text = person.text
        for (code,) in rows("SELECT code FROM code"):
            text = text.replace(code, "CODE")
        yield from read(text)
        yield from (f"[{label}]" for label in person.labels)

    return talk


@pytest.fixture
def phone(waterdam: Store, talk_with: Callable[..., Person]) -> Person:
    """Somebody who writes in Telegram."""
    return talk_with(waterdam, "4711", "nl", channel="telegram")


@pytest.fixture
def connected(waterdam: Store) -> None:
    """Telegram is connected."""
    connect_telegram(waterdam)


@pytest.fixture
def code_of(rows: Callable[[str], list[tuple[Any, ...]]]) -> Callable[[Person], str]:
    """The code that somebody is shown when they ask to go on elsewhere."""

    def code_of(person: Person) -> str:
        person.say("ander kanaal")
        ((code,),) = rows(CODE)
        assert code in person.text
        return str(code)

    return code_of


def read(script: str) -> Iterator[str]:
    """Yield the paragraphs, buttons and turns of a script; a line break is a space."""
    for block in re.split(r"\n\s*\n|\n(?=>)|(?<=\])\n|\n(?=\[)", dedent(script).strip()):
        if block.startswith("["):
            yield from re.findall(r"\[[^]]*\]", block)
        elif block.startswith(">"):
            turn, _, answer = block.partition("\n")
            yield turn.rstrip()
            if answer.strip():
                yield " ".join(answer.split())
        elif block.strip():
            yield " ".join(block.split())


@pytest.fixture
def begun(person: Person, kans: Callable[[str], int]) -> Person:
    """Anna has pressed "Ik doe mee" at the green strip."""
    person.enter(opportunity=kans("01"))
    person.press("Ik doe mee")
    return person
