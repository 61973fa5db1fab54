"""Which channels a campaign needs to begin, go on or be tried again, and if they work."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlmodel import bindparam, col

from outreach.campaigns.audience import GOING, Group
from outreach.campaigns.preflight import Card, preflight
from outreach.campaigns.prepare import Terms
from outreach.campaigns.remarks import Remark
from outreach.campaigns.steer import MAILING_STEPS, fixed
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.mailing import Mailing, MailingState
from outreach.delivery.working import Asks, require_working
from outreach.store.among import among
from outreach.store.store import Store
from outreach.store.unit import Unit

HELD_STATES = [MailingState.PAUSED, MailingState.LATE]
DELIVERY_CHANNELS = (
    select(col(Delivery.channel))
    .join(Mailing)
    .where(
        col(Mailing.id).in_(MAILING_STEPS),
        among(col(Mailing.state), "steps"),
        col(Delivery.state) == bindparam("messages"),
    )
    .distinct()
)


def whole_card(store: Store, *, campaign: int, terms: Terms) -> Card:
    """The card by which a campaign is approved, with the faults that its channels report."""
    card = store.look(preflight, campaign=campaign, terms=terms)
    return with_channels(card, terms.asks(channels_of(card.groups)))


def with_channels(card: Card, said: Mapping[str, str]) -> Card:
    """Put on a card which channels report that they do not work."""
    wrong = [
        Remark("campaign-block-channel-says", {"channel": name, "reason": why})
        for name, why in said.items()
    ]
    return replace(card, blockers=[*card.blockers, *wrong])


def channels_of(groups: Collection[Group]) -> set[str]:
    """The channels on which these groups are written to."""
    return {
        group.channel for group in groups if group.verdict in GOING and group.channel is not None
    }


def require_to_go_on(store: Store, *, campaign: int, asks: Asks) -> None:
    """Refuse to resume a held campaign while a channel that it needs does not work."""
    _require(store, campaign, asks, steps=HELD_STATES, messages=DeliveryState.PLANNED)


def require_to_retry(store: Store, *, campaign: int, asks: Asks, uncertain: bool = False) -> None:
    """Refuse to try again what did not arrive, while its channel does not work."""
    messages = DeliveryState.UNCERTAIN if uncertain else DeliveryState.FAILED
    _require(
        store,
        campaign,
        asks,
        steps=[MailingState.SENDING, *HELD_STATES, MailingState.DONE],
        messages=messages,
    )


def _require(
    store: Store, campaign: int, asks: Asks, *, steps: list[MailingState], messages: DeliveryState
) -> None:
    require_working(asks, store.look(_needed, campaign=campaign, steps=steps, messages=messages))


def _needed(
    unit: Unit, *, campaign: int, steps: list[MailingState], messages: DeliveryState
) -> set[str]:
    fixed(unit, campaign)
    found = unit.run(
        DELIVERY_CHANNELS, {"campaign": campaign, "steps": steps, "messages": messages}
    ).scalars()
    return {channel for channel in found if channel is not None}
