"""A receipt: who just did something in the chat is told there, and may keep it in a mail."""

from collections.abc import Callable

from content.message import Message
from outreach.delivery.notice import copy_beside
from outreach.mailboxes.mailbox import CHANNEL
from outreach.store.unit import Unit


def mail_receipt(
    unit: Unit, *, name: str, say: Callable[[str], Message], opportunity: int | None = None
) -> bool:
    """Plan a mail to the speaker about what they just did; False if they are not mailed.

    `name` is that of the mailing, `say` returns the mail in a language.
    """
    return copy_beside(unit, channel=CHANNEL, name=name, say=say, opportunity=opportunity)
