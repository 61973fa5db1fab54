"""A party that was chosen says yes or no: to go on, or to leave its place to another."""

from bot.dialogues.own import confirm_withdrawal
from bot.questions import one_of, yes_no
from bot.receipts import confirm, here
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, do, look, tell
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.interests.confirm import Agreement, confirm_interest, my_agreements
from outreach.interests.others import CONFIRMED, WITHDREW, tell_others
from outreach.interests.own import own_interest, withdraw_interest
from outreach.parties.person import profile

PICK: Ask[str] = Ask("agreement-pick", one_of("menu"))
SURE = Ask("agreement-sure", yes_no)

me = look(profile)
agreements = look(my_agreements)
mine = look(own_interest)
confirmed = do(confirm_interest)
withdraw = do(withdraw_interest)
others = do(tell_others)


async def agreement(yes: bool, interest: int | None = None) -> Next:
    """Take the yes or no of a party that was chosen; one of its members speaks for it.

    Without an interest it is the only one of which that is asked, or they say which.
    """
    who = await me()
    found = await agreements(language=who.language)
    if interest is None:
        return await pick(yes, found)
    one = next((each for each in found if each.interest == interest), None)
    if one is None:
        # the place is gone, or nobody asks: the card tells how it stands
        await Say("agreement-none")
        return Next("own", {"interest": interest})
    if not yes:
        return await step_back(one, who.language)
    if not await confirmed(interest=interest):
        await Say("agreement-again", party=one.party, title=one.title)
        return Next("menu")
    await others(interest=interest, name=CONFIRMED, say=tell(CONFIRMED))
    await confirm(
        "agreement-thanks",
        "confirmation",
        {"title": one.title, "name": one.party},
        reference=one.reference,
        at=await here(),
        interest=interest,
        opportunity=one.opportunity,
    )
    await Say("agreement-next")
    return Next("menu")


async def pick(yes: bool, found: list[Agreement]) -> Next:
    """Go on with the only one that waits for an answer, or ask which; who said yes is known."""
    waiting = [each for each in found if each.is_open] or found
    if not waiting:
        await Say("agreement-none")
        return Next("menu")
    if len(waiting) == 1:
        return Next("agreement", {"yes": yes, "interest": waiting[0].interest})
    labels = [
        Option(f"{each.interest}", shorten(f"{each.party}: {each.title}", LABEL))
        for each in waiting
    ]
    picked = await PICK.among(labels)
    if picked == "menu":
        return Next("menu")
    return Next("agreement", {"yes": yes, "interest": int(picked)})


async def step_back(one: Agreement, language: str) -> Next:
    """Ask whether they are sure, and take the interest back; the others behind it hear that."""
    if not await SURE.about(party=one.party, title=one.title):
        if one.is_open:
            await Say("agreement-kept", until=one.until)
        else:
            await Say("agreement-kept-said")
        return Next("menu")
    card = await mine(interest=one.interest, language=language)
    await withdraw(interest=one.interest)
    await others(interest=one.interest, name=WITHDREW, say=tell(WITHDREW))
    await confirm_withdrawal(card)
    await Say("own-pity")
    return Next("menu")
