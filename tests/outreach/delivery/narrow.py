"""A text that comes as three messages, and channels that have no room for it in one."""

from datetime import timedelta

from outreach.delivery.channel import Abilities
from outreach.delivery.delivery import DeliveryState, Outgoing
from outreach.delivery.results import Result

SENTENCES = [f"Dit is zin nummer {number}." for number in range(1, 4)]
THREE = " ".join(SENTENCES)
NARROW = Abilities(buttons=True, text_length=24)
PACED = Abilities(buttons=True, text_length=24, pace=timedelta(seconds=1))


def piece(outgoing: Outgoing, arrived: int) -> Result:
    """The result of a piece after which more are to come."""
    return Result(outgoing.id, outgoing.address, DeliveryState.PLANNED, arrived=arrived, first=True)
