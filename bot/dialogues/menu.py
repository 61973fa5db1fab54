"""What would you like to do?"""

from bot.questions import one_of
from bot.steps import Ask, Next

PICK: Ask[str] = Ask("menu-pick", one_of("browse", "interests", "question", "language", "my_data"))
PICK_OR_GO_ON: Ask[str] = Ask("menu-pick", one_of("go_on", "browse", "interests", "question", "language", "my_data"))


async def menu(waiting: bool = False) -> Next | None:
    """Offer the things people do most; `waiting`: there is a conversation to go back to."""
    pick = await (PICK_OR_GO_ON if waiting else PICK)
    return None if pick == "go_on" else Next(pick)
