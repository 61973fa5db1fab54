"""Hands over a message piece by piece: a long one, or one with a picture, has several."""

from functools import lru_cache

from outreach.delivery.channel import Channel, EditingChannel, Receipt, Recipient
from outreach.delivery.delivery import LastWord, Outgoing, Rank
from outreach.delivery.fit import fit

fitted_once = lru_cache(64)(fit)
"""Cached for messages that go to many; what is said to one person is never cached."""


async def send_piece(channel: Channel, outgoing: Outgoing) -> tuple[Receipt, int | None]:
    """Send the next piece of a message, or replace an earlier message by it.

    A replacement is always one piece. Returns its receipt, and how many are there now if more are
    to come.
    """
    many = outgoing.rank == Rank.CAMPAIGN
    to = Recipient(outgoing.id, outgoing.address, outgoing.external_id, broadcast=many)
    pieces = (fitted_once if to.broadcast else fit)(outgoing.message, channel.can)
    if outgoing.edits is not None and isinstance(channel, EditingChannel):
        await channel.edit(to, outgoing.edits, pieces[0])
        return Receipt(outgoing.edits), None
    done = min(outgoing.arrived or 0, len(pieces) - 1)
    receipt = await channel.send(to, pieces[done])
    return receipt, done + 1 if done + 1 < len(pieces) else None


async def send_last_word(channel: Channel, word: LastWord) -> None:
    """Send all pieces of a message at once: without a row it could not be continued later."""
    for piece in fit(word.message, channel.can):
        await channel.send(Recipient(None, word.address, word.external_id), piece)
