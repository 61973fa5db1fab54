"""What is asked of *your* kind of party, and what is possible instead if you cannot do it."""

from typing import Literal

from bot.questions import one_of
from bot.steps import Ask, Next, Say, do, look
from content.message import Option
from content.texts import Line
from outreach.opportunities.card import count_unmet, requirements_for
from outreach.opportunities.codes import PARTY_KINDS
from outreach.parties.person import profile

KIND: Ask[str] = Ask("requirements-kind", one_of(), names="party")
CAN: Ask[Literal["fine", "unmet"]] = Ask("requirements-can", one_of("fine", "unmet"))

me = look(profile)
asked_of = look(requirements_for)
cannot = do(count_unmet)


async def requirements(opportunity: int, trail: int | None = None) -> Next:
    """Go through the requirements one by one, each with its alternative."""
    who = await me()
    kind = await KIND.among([Option(code) for code in PARTY_KINDS if code != "municipality"])
    asked = await asked_of(opportunity=opportunity, kind=kind, language=who.language)
    unmet = []
    for number, item in enumerate(asked, 1):
        if await CAN.about(text=item.text).at((number, len(asked))) == "unmet":
            unmet.append(item)
            await cannot(requirement=item.id)
            await Say(
                "requirements-instead" if item.alternative else "requirements-noted",
                instead=item.alternative,
            )
    if not asked:
        await Say("requirements-none")
    elif not unmet:
        await Say("requirements-fine")
    else:
        await Say(
            "requirements-done",
            met=len(asked) - len(unmet),
            all=len(asked),
            lines=[
                Line("requirements-other" if item.alternative else "requirements-open", item.text)
                for item in unmet
            ],
        )
    return Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})
