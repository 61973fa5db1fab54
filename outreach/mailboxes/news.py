"""Where somebody gets news of new opportunities: here, by mail instead, or not at all.

A campaign writes to a person once, so the place is one of the two. News by mail is a permission of
its own, and ends by itself: answers and decisions go on being mailed.
"""

from typing import Literal

from outreach.mailboxes.mailbox import CHANNEL, MAILBOX_TO_LEAVE
from outreach.parties.consent import permit, permitted
from outreach.parties.person import speaker
from outreach.store.unit import Actor, Unit

NEWS = "news"
Where = Literal["mail", "here", "none"]


def mailed_news(unit: Unit) -> bool:
    """Return True if the speaker wants news by mail."""
    return CHANNEL in permitted(unit, person=speaker(unit)).get(NEWS, ())


def choose_news(unit: Unit, *, where: Where | None, text: str) -> None:
    """Store where the speaker wants news; by mail it comes instead of in any chat.

    `text` is the key of the question, whose words are proof. None: the question was skipped, so
    what was answered to it just before goes.
    """
    standing = permitted(unit, person=speaker(unit)).get(NEWS, [])
    here = unit.actor.via
    wanted = {"mail": CHANNEL, "here": here}.get(where or "")
    ended = set(standing) if where == "mail" else {here, CHANNEL}.intersection(standing)
    for scope in sorted(ended - {wanted}):
        permit(unit, purpose=NEWS, given=False, text=text, scope=scope)
    if wanted is not None and wanted not in standing:
        permit(unit, purpose=NEWS, given=True, text=text, scope=wanted)
    elif where == "none" and not standing:
        permit(unit, purpose=NEWS, given=False, text=text)


def end_mailed_news(unit: Unit, *, secret: str, text: str) -> bool:
    """Mail no news to the address whose mail had this secret; False if there is none (any more).

    `text` is the key of the words that were pressed. Other mail to it goes on.
    """
    row = unit.run(MAILBOX_TO_LEAVE, {"secret": secret}).first()
    if row is None:
        return False
    unit.actor = Actor("person", row.person_id, via=CHANNEL)
    take_back_mailed_news(unit, text=text)
    return True


def take_back_mailed_news(unit: Unit, *, text: str) -> None:
    """Take back the speaker's permission for news by mail, if they gave it."""
    if mailed_news(unit):
        permit(unit, purpose=NEWS, given=False, text=text, scope=CHANNEL)
