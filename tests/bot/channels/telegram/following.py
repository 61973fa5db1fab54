"""Going through a conversation in Telegram, and waiting until nothing is under way."""

import asyncio
from typing import Any

from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.bot.channels.telegram.town import presses, says
from tests.botapi.user import User

INTEREST = r"""
> /start
Hoi! Ik ben de automatische assistent van Gemeente Waterdam, geen mens.
[Bij mij in de buurt] [Per thema] [Alles bekijken] [Wat we met je gegevens doen]
> [Alles bekijken]
Hier kun je nu aan meedoen:
[1] [2] [3] [4] [5] [Meer kansen] [Andere buurt] [Per thema] [Alles, nieuw eerst] [Menu]
> [4]
Strooi mee bij sneeuw en ijs\nDe strooiwagen komt niet in elke straat.
[Ik doe mee] [Vertel meer] [Wat is er nodig?] [Ik heb een vraag] [Doorgeven] [Andere kansen]
[Alles lezen]
> [Ik doe mee]
Fijn! Doe je mee …
[alleen] [met een groep] [voor een organisatie]
> [met een groep]
Hoe heet jullie groep? Een eigen naam mag, jullie straat ook.
[Nog geen naam]
> De <buren> & co
Wat wil je doen of meebrengen?
> zes paar handen
Dit ga ik opslaan\nKans: Strooi mee bij sneeuw en ijs\nNaam: De <buren> & co\nWie: groep bewoners
[Ja, opslaan] [Nee, veranderen]
> [Ja, opslaan]
Gelukt, je aanmelding is binnen!\nCode:
[Ja, graag] [Nee, het is goed]
"""


async def calm(store: Store) -> None:
    """Wait until all is stored as sent: only then does the rest of an address begin."""

    def held(unit: Unit) -> Any:
        query = "SELECT 1 FROM delivery WHERE state = 'claimed'"
        return unit.connection.exec_driver_sql(query).first()

    async with asyncio.timeout(20):
        while await store.read(held):  # noqa: ASYNC110 - rows tell no event
            await asyncio.sleep(0.02)


def turns(script: str) -> list[tuple[str, str, list[str]]]:
    """What is said or pressed, how the answer begins, and its buttons."""
    found = []
    for turn in script.strip().removeprefix("> ").split("\n> "):
        said, begins, *rows = turn.split("\n")
        labels = [
            label for row in rows for label in row.removeprefix("[").removesuffix("]").split("] [")
        ]
        found.append((said, begins.replace("\\n", "\n"), labels))
    return found


async def follow(user: User, script: str, last: int | None = None) -> None:
    """Say what the script says, and compare each answer with it."""
    user.chat.chat.bot = "member"
    for said, begins, labels in turns(script)[:last]:
        answer = await (presses(user, said[1:-1]) if said.startswith("[") else says(user, said))
        assert answer[: len(begins)] == begins
        assert user.chat.last.labels == labels or not labels
