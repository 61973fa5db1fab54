"""What is asked of *your* kind of party, and what is possible instead if you cannot do it.

What is answered goes along when somebody signs up, and into the interest that stands already.
"""

from collections.abc import Sequence
from typing import Literal

from bot.listening.judging import UNSURE
from bot.questions import one_of, yes_no
from bot.steps import Ask, Next, Say, do, look, tell
from content.message import Option
from content.texts import Line
from outreach.interests.meets import Answer, answer_beforehand, count_answers
from outreach.interests.others import CHANGED, tell_others
from outreach.interests.own import answer_in_interest, standing_interest
from outreach.opportunities.card import RequirementView, requirements_for
from outreach.opportunities.codes import PARTY_KINDS
from outreach.parties.person import profile

KIND: Ask[str] = Ask("requirements-kind", one_of(UNSURE), names="party")
IF_UNSURE = "residents_group"
"""What is told to who does not know which kind they are: the least is asked of neighbours."""
CAN: Ask[Literal["fine", "unmet"]] = Ask("requirements-can", one_of("fine", "unmet"))
INSTEAD: Ask[Literal["instead", "unmet"]] = Ask("requirements-instead", one_of("instead", "unmet"))
ADD = Ask("requirements-add", yes_no)
LEFT = {"instead": "requirements-other", "unmet": "requirements-open"}
"""What becomes of what cannot be done as asked."""

me = look(profile)
asked_of = look(requirements_for)
own_of = look(standing_interest)
count = do(count_answers)
keep = do(answer_beforehand)
put_in = do(answer_in_interest)
others = do(tell_others)


async def requirements(opportunity: int, trail: int | None = None) -> Next:
    """Go through the requirements one by one, each with its alternative."""
    who = await me()
    own = await own_of(opportunity=opportunity)
    kind = await KIND.among([Option(code) for code in PARTY_KINDS if code != "municipality"])
    kind = IF_UNSURE if kind == UNSURE else kind
    asked = await asked_of(opportunity=opportunity, kind=kind, language=who.language)
    answers = await go_through(asked)
    await sum_up(asked, answers)
    if answers and own is None:
        await count(answers=answers)
        await keep(opportunity=opportunity, kind=kind, answers=answers)
        await Say("requirements-along")
    elif answers and own is not None:
        added = await ADD
        await count(answers=answers)
        if added:
            await put_in(interest=own, answers=answers)
            await others(interest=own, name=CHANGED, say=tell(CHANGED))
        await Say("requirements-added" if added else "requirements-left")
    return Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})


async def go_through(asked: Sequence[RequirementView]) -> list[Answer]:
    """Ask of each requirement whether it can be done, and if not, whether the other way can."""
    answers: list[Answer] = []
    for number, item in enumerate(asked, 1):
        can: str = await CAN.about(text=item.text).at((number, len(asked)))
        if can == "unmet" and item.alternative:
            can = await INSTEAD.about(instead=item.alternative)
        if can == "unmet":
            await Say("requirements-noted")
        answers.append((item.id, can))
    return answers


async def sum_up(asked: Sequence[RequirementView], answers: Sequence[Answer]) -> None:
    """Say how many can be done, and what becomes of the others."""
    said = [(item.text, can) for item, (_, can) in zip(asked, answers, strict=True)]
    unmet = [(text, can) for text, can in said if can != "fine"]
    if not said:
        await Say("requirements-none")
    elif not unmet:
        await Say("requirements-fine")
    else:
        lines = [
            Line(key, _listed([text for text, can in unmet if can == how]))
            for how, key in LEFT.items()
            if any(can == how for _, can in unmet)
        ]
        await Say("requirements-done", met=len(said) - len(unmet), all=len(said), lines=lines)


def _listed(texts: list[str]) -> str:
    """Return sentences as one: the words before them are not said again for each."""
    return "; ".join(text.rstrip(".") for text in texts) + "."
