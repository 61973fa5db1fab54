"""The number of somebody who acts."""

from outreach.store.unit import Actor


def number_of(actor: Actor) -> int:
    """The number of a person or a colleague."""
    assert actor.id is not None
    return actor.id
