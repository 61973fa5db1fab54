"""My interest: a card with all that stands in it; each line of it can be changed or taken away."""

from typing import Any

from bot.dialogues.interest import (
    GIVE,
    GROUP_NAME,
    KIND,
    LONGEST,
    NAME,
    NAMED,
    ORGANISATIONS,
    OWN_NAME,
    describe_party,
)
from bot.questions import number, one_of, optional, reach, some_of, text, yes_no
from bot.steps import Ask, Next, Say, do, look, tell
from content.message import Option
from content.texts import Line, Named
from outreach.interests.others import CHANGED, WITHDREW, tell_others
from outreach.interests.own import (
    OwnInterest,
    add_to_interest,
    change_party,
    own_interest,
    withdraw_interest,
)
from outreach.mailboxes.receipt import mail_receipt
from outreach.opportunities.card import part_choices
from outreach.parties.consent import permit
from outreach.parties.person import profile

WITHDRAWN = "email-receipt-withdrawn"
"""Name of the mailing, and its text."""
WHAT: Ask[str] = Ask("own-what", one_of("change", "add", "withdraw", "open", "menu"))
OVER: Ask[str] = Ask("own-what", one_of("open", "menu"))
FIELD: Ask[str] = Ask("own-field", one_of("keep"))
WORDS = Ask("own-words", text(longest=LONGEST), letter=True)
SURE = Ask("own-sure", yes_no)
PEOPLE = Ask("interest-people", optional(number(1, 10_000), by="remove"))
PARTS = Ask("interest-parts", optional(some_of(), by="remove"))
AREA = Ask("interest-area", optional(text(longest=LONGEST), by="remove"))
NEEDS = Ask("interest-needs", optional(text(longest=LONGEST), by="remove"))
PARTNERS = Ask("interest-partners", optional(text(longest=LONGEST), by="remove"))
REACH = Ask("interest-reach", optional(reach(longest=200), by="remove"))
PUBLIC = Ask(NAMED.key, yes_no)

EXTRAS: dict[str, Ask[Any]] = {
    "brings": GIVE,
    "people": PEOPLE,
    "part_keys": PARTS,
    "area": AREA,
    "needs": NEEDS,
    "partners": PARTNERS,
    "reach": REACH,
}
"""The questions whose answers stand in an interest, by their column."""

me = look(profile)
mine = look(own_interest)
parts_of = look(part_choices)
add = do(add_to_interest)
rename = do(change_party)
agree = do(permit)
withdraw = do(withdraw_interest)
others = do(tell_others)
mail = do(mail_receipt)


async def own(interest: int) -> Next:
    """Show all that stands in an own interest, and change what the person wants changed."""
    who = await me()
    card = await mine(interest=interest, language=who.language)
    await Say("own-card", title=card.title, lines=lines(card))
    what = await (OVER if card.is_over else WHAT)
    if what == "open":
        return Next("opportunity", {"opportunity": card.opportunity})
    if what == "menu":
        return Next("menu")
    if what == "withdraw":
        if await SURE.about(title=card.title):
            await withdraw(interest=interest)
            await others(interest=interest, name=WITHDREW, say=tell(WITHDREW))
            receipt = tell(WITHDRAWN, title=card.title)
            await mail(name=WITHDRAWN, say=receipt, opportunity=card.opportunity)
            await Say("own-withdrawn")
        else:
            await Say("own-kept")
        return Next("menu")
    if what == "add":
        await add(interest=interest, brings=f"{card.brings}\n{await WORDS}")
        await Say("own-added")
    elif await change(card, who.language):
        await Say("own-changed")
    else:
        return Next("own", {"interest": interest})
    await others(interest=interest, name=CHANGED, say=tell(CHANGED))
    return Next("own", {"interest": interest})


def lines(card: OwnInterest) -> list[Line]:
    """Return a line for each thing that is known; a date only while an answer is to come."""
    known: dict[str, object] = {
        "own-name": card.party,
        "own-kind": Named("party", card.kind),
        "own-brings": card.brings,
        "own-people": card.people,
        "own-parts": card.parts,
        "own-area": card.area,
        "own-needs": card.needs,
        "own-partners": card.partners,
        "own-reach": card.reach,
        "own-reached": card.reached and card.reach is None,
        "own-public": card.name,
        "own-code": card.reference,
        "own-state": Named("interest", card.state),
        "own-answer": card.answer_by if card.state == "new" else None,
    }
    return [Line(key, value) for key, value in known.items() if value]


async def change(card: OwnInterest, language: str) -> bool:
    """Ask which line, then its question again, and store the answer; False if none."""
    parts = await parts_of(opportunity=card.opportunity, language=language)
    name = {"resident": OWN_NAME, "residents_group": GROUP_NAME}.get(card.kind, NAME)
    fields: list[Ask[Any]] = [KIND, name, GIVE]
    fields += [PEOPLE] if card.kind != "resident" else []
    fields += [PARTS] if parts else []
    fields += [AREA, NEEDS, PARTNERS, REACH]
    fields += [PUBLIC] if card.kind in ORGANISATIONS else []
    picked = await FIELD.among([Option(ask.key) for ask in fields])
    if picked == "keep":
        return False
    if picked == KIND.key:
        party = await describe_party(await KIND)
        await rename(interest=card.id, name=party.name, kind=party.kind)
    elif picked == name.key:
        await rename(interest=card.id, name=await name, kind=card.kind)
    elif picked == PUBLIC.key:
        await agree(purpose="name", given=await PUBLIC, text=PUBLIC.key, scope=str(card.id))
    else:
        column = next(column for column, ask in EXTRAS.items() if ask.key == picked)
        ask = EXTRAS[column]
        if column == "part_keys":
            ask = ask.among([Option(part.key, part.title) for part in parts])
        await add(interest=card.id, **{column: await ask})
    return True
