"""What follows a dialogue, and the interest half given that waits meanwhile."""

from bot.steps import Next
from outreach.conversations.conversation import Run

HALF_GIVEN = "interest"
"""The dialogue whose answers are worth keeping when a person turns to another opportunity."""


def is_half_given(run: Run) -> bool:
    """Return True if answers were given in this run that are worth keeping, and not sent yet."""
    return run.dialogue == HALF_GIVEN and run.last_answered is not None


def run_of(following: Next, *, waits: bool) -> Run:
    """Make the run that follows: a new one, or one from another conversation.

    A menu is told that another dialogue `waits` beneath it.
    """
    more = {"waiting": True} if waits and following.dialogue == "menu" else {}
    return Run(
        following.dialogue,
        {**following.about, **more},
        list(following.transcript),
        dict(following.offers),
    )


def is_same(following: Next, run: Run) -> bool:
    """Return True if what follows waits already: the same interest in the same opportunity."""
    if not following.dialogue == run.dialogue == HALF_GIVEN:
        return False
    return bool(following.about.get("opportunity") == run.about.get("opportunity"))
