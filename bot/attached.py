"""What comes along with a message is kept, and what is said about it.

Which files are accepted stands in `outreach/attachments`; how one comes here is the channel's own.
"""

from bot.follow import HALF_GIVEN
from bot.inbox import Arrival
from bot.steps import Say
from content.message import Message
from content.texts import Texts
from outreach.attachments.accepted import MEGABYTE
from outreach.attachments.attachment import REFUSED, About, Allowance, attach
from outreach.attachments.fetching import give_up
from outreach.attachments.own import of_messages
from outreach.conversations.conversation import ConversationState, Run
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.interests.interest import OVER
from outreach.interests.own import my_interests
from outreach.store.unit import Unit


def keep_along(
    unit: Unit,
    *,
    arrival: Arrival,
    conversation: ConversationState,
    inbound: int,
    allowance: Allowance,
) -> None:
    """Keep what came along with a message, or note why it is not kept."""
    if arrival.sent is not None:
        attach(
            unit,
            inbound=inbound,
            address=conversation.address,
            person=conversation.person,
            sent=arrival.sent,
            about=_about(unit, conversation),
            allowance=allowance,
        )


def say_along(
    unit: Unit,
    arrival: Arrival,
    conversation: ConversationState,
    inbound: int,
    allowance: Allowance,
) -> Say:
    """Say what became of what came along with a message."""
    found = of_messages(unit, inbounds=[inbound]).get(inbound)
    if found is None:
        return Say("talk-media-other")
    if found.state == REFUSED:
        most = allowance.file_bytes // MEGABYTE
        return Say("talk-file-refused", reason=found.reason or "kind", most=most)
    album = (arrival.media or {}).get("album")
    about = _about(unit, conversation)
    belongs = "interest" if about.interest else "draft" if about.opportunity else "talk"
    return Say("talk-file-kept", kind="album" if album else found.kind, belongs=belongs)


def lose_along(unit: Unit, *, number: int, reason: str, texts: Texts, allowance: Allowance) -> None:
    """Give up what could not be fetched or is not accepted, and tell who sent it."""
    lost = give_up(unit, number=number, reason=reason)
    if lost is None:
        return
    person, address, kind, language = lost
    most = allowance.file_bytes // MEGABYTE
    words = (
        texts.text("talk-file-lost", language, kind=kind),
        texts.text("talk-file-refused", language, reason=reason, most=most),
    )
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name="talk-file-lost")
    plan_delivery(
        unit,
        mailing=mailing,
        person=person,
        address=address,
        message=Message(" ".join(words)),
        at=unit.now,
    )


def _about(unit: Unit, conversation: ConversationState) -> About:
    """Return what somebody talks about.

    What is sent while they sign up belongs to the opportunity until that is stored; later, to their
    interest there, the newest if there are several.
    """
    runs = [run for run in (conversation.run, conversation.beneath) if run is not None]
    interest = next((run.about["interest"] for run in runs if "interest" in run.about), None)
    opportunity = next((run.about["opportunity"] for run in runs if "opportunity" in run.about), 0)
    own = my_interests(unit)
    if interest is not None:
        there = next((card.opportunity for card in own if card.id == interest), None)
        return About(there, interest if there else None)
    if not opportunity:
        return About()
    if any(_signs_up(run) for run in runs):
        return About(opportunity)
    standing = [c.id for c in own if c.opportunity == opportunity and c.state not in OVER]
    return About(opportunity, standing[-1] if standing else None)


def _signs_up(run: Run) -> bool:
    return run.dialogue == HALF_GIVEN and not run.did
