"""One piece of a message is handed over at a time: a channel may need several for what
is long or has a picture.
"""

from functools import lru_cache

from outreach.delivery.channel import Channel, EditingChannel, Receipt, Recipient
from outreach.delivery.delivery import CAMPAIGN, Outgoing
from outreach.delivery.fit import fit

fitted_once = lru_cache(64)(fit)
"""For what goes to many; of what is said to one person nothing is kept."""


async def send_piece(channel: Channel, outgoing: Outgoing) -> tuple[Receipt, int | None]:
    """Send the next piece of a message, or put it in the place of the one that it
    replaces: then it is one piece.

    Gives its receipt, and how many are there now where more are to come. Without a row nobody could
    go on later: then all go at once.
    """
    to = Recipient(outgoing.id, outgoing.address, outgoing.external_id, outgoing.rank == CAMPAIGN)
    pieces = (fitted_once if to.broadcast else fit)(outgoing.message, channel.can)
    if outgoing.edits is not None and isinstance(channel, EditingChannel):
        await channel.edit(to, outgoing.edits, pieces[0])
        return Receipt(outgoing.edits), None
    done = min(outgoing.arrived or 0, len(pieces) - 1)
    upto = done + 1 if outgoing.id else len(pieces)
    for piece in pieces[done:upto]:
        receipt = await channel.send(to, piece)
    return receipt, upto if upto < len(pieces) else None
