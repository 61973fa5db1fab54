"""The question that is open when news comes: it is put again below it, so that it stays in view.

Only somebody who is in a conversation where the news arrives has one; a menu asks nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlmodel import bindparam

from content.message import Message, paragraphs
from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import MailingKind
from outreach.store.columns import stored_json
from outreach.store.many import Many
from outreach.store.query import update
from outreach.store.unit import Unit

QUESTION_OPEN = Many(
    "SELECT r.id AS id, conversation.rev AS rev, said.message AS message "
    "FROM {rows} JOIN address ON address.id = r.address "
    "JOIN conversation ON conversation.person_id = address.person_id "
    "AND conversation.address_id = r.address AND conversation.asked IS NOT NULL "
    "AND conversation.dialogue <> 'menu' "
    "JOIN delivery AS said ON said.id = (SELECT max(last.id) FROM delivery AS last "
    "WHERE last.address_id = r.address AND last.inbound_id IS NOT NULL)",
    id=int,
    address=int,
)
DELIVERY_SAYS = (
    update(Delivery).where(Delivery.id == bindparam("delivery")).values(message=bindparam("said"))
)


def put_again(unit: Unit, rows: Iterable[Any]) -> dict[int, Message]:
    """Put open questions below the news that is about to go; returns what these rows say now."""
    news = {
        row.id: row
        for row in rows
        if row.kind == MailingKind.NOTICE and row.message and not (row.arrived or row.receipt)
    }
    found = QUESTION_OPEN.run(
        unit, [{"id": row.id, "address": row.address_id} for row in news.values()]
    )
    said = {}
    for row in found:
        message = Message.from_json(news[row.id].message)
        question = Message.from_json(stored_json(row.message) or {})
        # a second try has it already
        if question.rev == row.rev and question.frame.asks and not message.rev:
            said[row.id] = _followed(message, question)
            unit.run(DELIVERY_SAYS, {"delivery": row.id, "said": said[row.id].as_json()})
    return said


def _followed(news: Message, question: Message) -> Message:
    """Return news with a question below it: its own words, and its options."""
    parts = question.frame.asks + (question.frame.step is not None)
    return replace(
        news,
        text="\n\n".join([news.text, *paragraphs(question.text)[-parts:]]),
        options=(*news.options, *question.options),
        rev=question.rev,
        open=question.open,
        frame=question.frame,
    )
