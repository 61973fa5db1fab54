"""A question that was answered for all."""

from typing import Any

from content.message import Message
from content.texts import Texts
from outreach.interests.question import answer_question, ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.conftest import LOUD
from tests.statements import one_value

NADIA = Actor("staff", 1)


def answered(store: Store, texts: Texts, opportunity: int, question: str, answer: str) -> None:
    """Somebody asks, and staff answer for all."""
    person, _ = store.run(meet, NOBODY, channel="web", external_id=question, language="nl")
    store.run(ask_question, Actor("person", person), opportunity=opportunity, text=question)
    number: int = one_value(store, "SELECT max(id) FROM question")
    said: dict[str, Any] = {
        "say": lambda language, asked, given: texts.message(
            "notice-answer", language, question=asked, answer=given
        )
    }
    store.run(
        answer_question,
        NADIA,
        question=number,
        answer=answer,
        public_text=question,
        quiet=LOUD,
        **said,
    )


def said(language: str, question: str, answer: str) -> Message:
    return Message(answer)
