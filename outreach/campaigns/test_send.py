"""Send a campaign's text to one person, so that staff see it as its readers will."""

from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.compose import Voice, compose
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.delivery.notice import add_recipients, channels_used
from outreach.refusal import Refusal
from outreach.store.codes import find_code, use_code
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.venues.trail import lay_trail

ASKED = MailingKind.REPLY
"""The person who typed the code asked for it: it comes at any hour."""


def channels_to_rehearse(unit: Unit, *, code: str) -> set[str]:
    """The channel on which the owner of this code would read a test; none for any other code."""
    meaning = find_code(unit, code)
    return (
        channels_used(unit, persons=[meaning.subject])
        if meaning is not None and meaning.kind == "link"
        else set()
    )


def rehearse(
    unit: Unit, *, campaign: int, code: str, language: str, step: str | None, voice: Voice
) -> None:
    """Send a step to the person who got this code in a conversation; once, within 15 minutes."""
    row = get_campaign(unit, campaign=campaign)
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "link" or not use_code(unit, code):
        raise Refusal("refusal-campaign-code")
    trail = lay_trail(unit, opportunity=row.opportunity_id, kind="mailing")
    message = compose(unit, voice, row, step=step or row.occasion, language=language, code=trail)
    if message is None:
        raise Refusal("refusal-campaign-text", number=str(row.id), language=language)
    mailing = open_mailing(unit, kind=ASKED, name="campaign-test", opportunity=row.opportunity_id)
    to = [meaning.subject]
    add_recipients(
        unit, mailing=mailing, at=unit.now, persons=to, say=lambda _, __: message, asked=True
    )
    record(unit, "campaign.tested", campaign=row.id)
