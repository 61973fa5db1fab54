"""What would you like to do?"""

from bot.questions import one_of
from bot.steps import Ask, Next

PICK: Ask[str] = Ask(
    "menu-pick", one_of("browse", "interests", "question", "language", "link", "my_data")
)
PICK_OR_GO_ON: Ask[str] = Ask(
    "menu-pick", one_of("go_on", "browse", "interests", "question", "language", "link", "my_data")
)


async def menu(waiting: bool = False, opportunity: int | None = None) -> Next | None:
    """Offer the things people do most; `waiting`: there is a conversation to go back to.

    A question asked here is about the opportunity that the talk was about just before.
    """
    pick = await (PICK_OR_GO_ON if waiting else PICK)
    if pick == "question" and opportunity is not None:
        return Next("question", {"opportunity": opportunity})
    return None if pick == "go_on" else Next(pick)
