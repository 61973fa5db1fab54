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
from bot.dialogues.requirements import asked_of, go_through, put_in
from bot.lines import said_in
from bot.questions import number, one_of, optional, reach, some_of, text, yes_no
from bot.receipts import confirm, confirm_change, here
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, Show, do, look, tell
from content.message import Option
from content.texts import LanguageName, Named
from outreach.attachments.own import take_away
from outreach.delivery.fit import shorten
from outreach.interests.confirm import Agreement, my_agreements
from outreach.interests.others import CHANGED, WITHDREW, tell_others
from outreach.interests.own import (
    OwnInterest,
    add_to_interest,
    change_party,
    own_interest,
    withdraw_interest,
)
from outreach.interests.own_plan import my_plans
from outreach.interests.own_weighing import own_weighing
from outreach.interests.plan import State
from outreach.opportunities.card import part_choices
from outreach.parties.consent import permit
from outreach.parties.person import profile

WHAT: Ask[str] = Ask("own-what", one_of("plan", "change", "add", "withdraw", "open", "menu"))
CHOSEN: Ask[str] = Ask(
    "own-what", one_of("confirm", "plan", "change", "add", "withdraw", "open", "menu")
)
"""Asked as long as a yes is to come: a mere "ja" means nothing otherwise."""
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
MEETS: Ask[str] = Ask("own-meets", one_of("again", "remove"))
PUBLIC = Ask(NAMED.key, yes_no)
FILES: Ask[str] = Ask("own-files", one_of("keep"))

EXTRAS: dict[str, Ask[Any]] = {
    "brings": GIVE,
    "people": PEOPLE,
    "part_keys": PARTS,
    "area": AREA,
    "needs": NEEDS,
    "partners": PARTNERS,
    "reach": REACH,
    "meets": MEETS,
}
"""The questions whose answers stand in an interest, by their column."""
CHANGES = {"kind": KIND.key, "parts": PARTS.key, "public": PUBLIC.key} | {
    column: ask.key for column, ask in EXTRAS.items() if column not in ("part_keys", "meets")
}
CHANGES |= dict.fromkeys(("fine", "instead", "unmet"), MEETS.key)
CHANGES |= dict.fromkeys(("photos", "voices", "files"), FILES.key)
"""The question behind each line of the card, where it can be changed."""

me = look(profile)
mine = look(own_interest)
plans = look(my_plans)
agreements = look(my_agreements)
weighed = look(own_weighing)
parts_of = look(part_choices)
add = do(add_to_interest)
rename = do(change_party)
agree = do(permit)
withdraw = do(withdraw_interest)
remove = do(take_away)
others = do(tell_others)


async def own(interest: int) -> Next:
    """Show all that stands in an own interest, and change what the person wants changed."""
    who = await me()
    card = await mine(interest=interest, language=who.language)
    plan = (await plans()).get(interest)
    chosen = await agreements(language=who.language)
    agreed = next((each for each in chosen if each.interest == interest), None)
    asked = agreed if agreed and agreed.is_open else None
    await show_own(card, plan, asked)
    await show_weighing(interest, who.language)
    stands = (CHOSEN if asked else WHAT).without(*([] if plan else ["plan"]))
    what = await (OVER if card.is_over else stands)
    if what == "confirm":
        return Next("agreement", {"yes": True, "interest": interest})
    if what == "plan":
        return Next("plan", {"interest": interest})
    if what == "open":
        return Next("opportunity", {"opportunity": card.opportunity})
    if what == "menu":
        return Next("menu")
    if what == "withdraw":
        if await SURE.about(title=card.title):
            await withdraw(interest=interest)
            await others(interest=interest, name=WITHDREW, say=tell(WITHDREW))
            await confirm_withdrawal(card)
            await Say("own-pity")
        else:
            await Say("own-kept")
        return Next("menu")
    if what == "add":
        await add(interest=interest, brings=f"{card.brings}\n{await WORDS}")
    elif not await change(card, who.language):
        return Next("own", {"interest": interest})
    await others(interest=interest, name=CHANGED, say=tell(CHANGED))
    await confirm_changed(card, await mine(interest=interest, language=who.language))
    return Next("own", {"interest": interest})


async def confirm_withdrawal(card: OwnInterest) -> None:
    """Give a receipt of what was taken back."""
    await confirm(
        "own-withdrawn",
        "withdrawal",
        {"title": card.title, "name": card.party},
        reference=card.reference,
        at=await here(),
        interest=card.id,
        opportunity=card.opportunity,
    )


async def confirm_changed(before: OwnInterest, after: OwnInterest) -> None:
    """Give a receipt of what stands there now in place of something else; none if all is equal."""
    was, now = said_in(before), said_in(after)
    changed = {
        line: Named("known", "removed") if value in (None, "", []) else value
        for line, value in now.items()
        if value != was[line]
    }
    if changed:
        sent = {"title": after.title, **changed}
        await confirm_change(sent, after.id, after.reference, after.opportunity)


async def show_own(card: OwnInterest, plan: State | None, asked: Agreement | None) -> None:
    """Show a line for each thing that is known; a date only while an answer is to come."""
    state = Named("confirm", asked.state) if asked else Named("interest", card.state)
    facts = said_in(card) | {
        "code": card.reference,
        "state": state,
        "plan": Named("plan", plan) if plan else None,
        "until": asked and asked.until,
        "reason": card.reason,
        "lot": card.rank and card.rank.number,
        "place": card.rank and card.rank.place,
        "answer": card.answer_by if card.state == "new" else None,
    }
    await Show(
        "own-card",
        title=card.title,
        rows=tuple(facts),
        bare=True,
        changes={} if card.is_over else {"name": name_of(card).key, **CHANGES},
        **facts,
    )


async def show_weighing(interest: int, language: str) -> None:
    """Say how it was weighed: a word on each criterion, and why."""
    points = await weighed(interest=interest, language=language)
    if points:
        await Say("own-weighed")
    for point in points:
        facts = {
            "text": point.text.rstrip("."),
            "weight": point.weight,
            "word": Named("weighing", point.word),
        }
        if not point.reason:
            await Say("own-weighed-point", **facts)
        elif not point.only_in:
            await Say("own-weighed-why", **facts, reason=point.reason)
        else:
            spoken = LanguageName(point.only_in)
            await Say("own-weighed-why-in", **facts, reason=point.reason, spoken=spoken)


def name_of(card: OwnInterest) -> Ask[str]:
    """Return the question how this kind of party is called."""
    return {"resident": OWN_NAME, "residents_group": GROUP_NAME}.get(card.kind, NAME)


async def change(card: OwnInterest, language: str) -> bool:
    """Ask which line, then its question again, and store the answer; False if none."""
    parts = await parts_of(opportunity=card.opportunity, language=language)
    asked = await asked_of(opportunity=card.opportunity, kind=card.kind, language=language)
    name = name_of(card)
    fields: list[Ask[Any]] = [KIND, name, GIVE]
    fields += [PEOPLE] if card.kind != "resident" else []
    fields += [PARTS] if parts else []
    fields += [AREA, NEEDS, PARTNERS, REACH]
    fields += [MEETS] if asked or card.meets else []
    fields += [PUBLIC] if card.kind in ORGANISATIONS else []
    fields += [FILES] if card.files else []
    picked = await FIELD.among([Option(ask.key) for ask in fields])
    if picked == "keep":
        return False
    if picked == KIND.key:
        party = await describe_party(await KIND)
        await rename(interest=card.id, name=party.name, kind=party.kind)
    elif picked == name.key:
        await rename(interest=card.id, name=await name, kind=card.kind)
    elif picked == MEETS.key:
        anew = asked and (not card.meets or await MEETS == "again")
        await put_in(interest=card.id, answers=await go_through(asked) if anew else [])
    elif picked == FILES.key:
        return await remove_file(card)
    elif picked == PUBLIC.key:
        await agree(purpose="name", given=await PUBLIC, text=PUBLIC.key, scope=str(card.id))
    else:
        column = next(column for column, ask in EXTRAS.items() if ask.key == picked)
        ask = EXTRAS[column]
        if column == "part_keys":
            ask = ask.among([Option(part.key, part.title) for part in parts])
        await add(interest=card.id, **{column: await ask})
    return True


async def remove_file(card: OwnInterest) -> bool:
    """Ask which photo or file is to go, and take it away for good; False if none."""
    names = [Option(str(file.number), shorten(file.name, LABEL)) for file in card.files]
    picked = await FILES.among(names)
    if picked == "keep":
        return False
    await remove(number=int(picked))
    return True
