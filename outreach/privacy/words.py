"""Which columns hold something that a person typed or is reached by, table by table.

The words stand beside their tables: forgetting, retention and the file of a person read the same
lists. A column of text or JSON is either personal, or it says here why it is not.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from outreach.attachments.attachment import ATTACHMENTS_OF_INTERESTS_DELETE
from outreach.conversations.conversation import CONVERSATION_WORDS
from outreach.delivery.delivery import DELIVERY_WORDS
from outreach.delivery.inbound import INBOUND_WORDS
from outreach.interests.interest import (
    INTEREST_CHANGES_DELETE,
    INTEREST_EMPTY,
    INTEREST_WORDS,
)
from outreach.interests.meets import BEFOREHAND_WORDS
from outreach.interests.pencil import OUTCOME_WORDS, OUTCOMES_DROP, OUTCOMES_EMPTY
from outreach.interests.plan import PLAN_WORDS, PLANS_DELETE
from outreach.interests.question import ANSWER_WORDS, QUESTION_WORDS
from outreach.interests.weigh import WEIGHING_WORDS, WEIGHINGS_EMPTY
from outreach.interests.write import INTEREST_MESSAGES_DELETE
from outreach.mailboxes.mailbox import MAILBOX_WORDS
from outreach.meetings.attendance import ATTENDANCE_WORDS
from outreach.parties.party import PARTY_WORDS
from outreach.receipts.receipt import RECEIPT_WORDS, RECEIPTS_OF_INTERESTS_DELETE
from outreach.subscriptions.subscription import SUBSCRIPTION_WORDS

CODES = "one of our own codes"
OURS = "our own words, or the channel's"

INTEREST_FORGET = (
    INTEREST_EMPTY,
    INTEREST_CHANGES_DELETE,
    INTEREST_MESSAGES_DELETE,
    OUTCOMES_DROP,
    OUTCOMES_EMPTY,
    WEIGHINGS_EMPTY,
    PLANS_DELETE,
    ATTACHMENTS_OF_INTERESTS_DELETE,
    RECEIPTS_OF_INTERESTS_DELETE,
)
"""The statements that empty `interests`: they stay in the record, and say nothing of a person."""


@dataclass(frozen=True, slots=True)
class Held:
    """The personal columns of a table; its other columns of text or JSON, each with a reason."""

    personal: Collection[str] = ()
    others: dict[str, str] = field(default_factory=dict)


HELD: dict[str, Held] = {
    "address": Held(("external_id",), {"channel": CODES}),
    "aside": Held(("external_id",), {"channel": CODES, "error": "the name of an error"}),
    "attendance": Held(ATTENDANCE_WORDS),
    "beforehand": Held(BEFOREHAND_WORDS, {"kind": CODES}),
    "attachment": Held(
        ("name", "reference", "sha256"),
        {"kind": CODES, "state": CODES, "reason": CODES, "media_type": "what its content shows"},
    ),
    "code": Held(("code",), {"kind": CODES}),
    "consent": Held(
        (),
        {"purpose": CODES, "scope": "a channel or a number", "how": CODES, "text_version": CODES},
    ),
    "conversation": Held(CONVERSATION_WORDS),
    "delivery": Held(
        DELIVERY_WORDS,
        {
            "channel": CODES,
            "language": CODES,
            "state": CODES,
            "reason": CODES,
            "receipt": "the channel's number of the message",
        },
    ),
    "inbound": Held((*INBOUND_WORDS, "external_id"), {"channel": CODES}),
    "interest": Held(
        INTEREST_WORDS,
        {"state": CODES, "part_keys": "keys of parts that the organisation named"},
    ),
    "follower": Held(),
    "interest_change": Held(("before",), {"actor": "a number", "field": CODES}),
    "interest_message": Held(("text",), {"actor": "a number"}),
    "mailbox": Held(MAILBOX_WORDS, {"asked": "a hash of a secret", "leave": "a secret of ours"}),
    "membership": Held(),
    "outcome": Held(OUTCOME_WORDS, {"outcome": CODES, "actor": "a number"}),
    "party": Held(
        PARTY_WORDS,
        {"kind": CODES, "legal_form": "such as a foundation"},
    ),
    "plan": Held(PLAN_WORDS),
    "person": Held(("themes",), {"language": CODES}),
    "question": Held(
        (*QUESTION_WORDS, *ANSWER_WORDS),
        {"kind": CODES, "public_text": "written by a colleague, for everybody"},
    ),
    "receipt": Held(RECEIPT_WORDS, {"kind": CODES, "channel": CODES, "language": CODES}),
    "subscription": Held(SUBSCRIPTION_WORDS),
    "trail": Held((), {"dialogue": CODES, "kind": CODES}),
    "visit": Held(),
    "weighing": Held(WEIGHING_WORDS, {"actor": "a number", "word": CODES}),
    "way_back": Held((), {"secret": "a hash of a secret"}),
}
"""Every table in which something of a person can stand."""
