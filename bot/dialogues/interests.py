"""My interests: see them, add to one, or take one back."""

from bot.dialogues.browse import LABEL
from bot.questions import one_of, text, yes_no
from bot.steps import Ask, Next, Say, do, look
from content.message import Option
from content.texts import Named
from outreach.delivery.fit import shorten
from outreach.interests.own import add_to_interest, my_interests, withdraw_interest
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

PICK: Ask[str] = Ask("interests-pick", one_of("menu"))
WHAT: Ask[str] = Ask("interests-what", one_of("add", "withdraw", "open", "menu"))
ENDED: Ask[str] = Ask("interests-what", one_of("open", "menu"))
WORDS = Ask("interests-words", text(longest=600), letter=True)
SURE = Ask("interests-sure", yes_no)
OVER = ("declined", "withdrawn")

me = look(profile)
mine = look(my_interests)
card_of = look(opportunity_card)
add = do(add_to_interest)
withdraw = do(withdraw_interest)


async def interests() -> Next:
    """Show what the person's parties have offered, and change it if asked."""
    who, cards = await me(), await mine()
    if not cards:
        await Say("interests-none")
        return Next("menu")
    titles = {}
    for number, card in enumerate(cards, 1):
        title = titles[card.id] = (
            await card_of(opportunity=card.opportunity, language=who.language)
        ).title
        await Say(
            "interests-item",
            number=number,
            title=title,
            party=card.party,
            state=Named("interest", card.state),
            reference=card.reference,
            answer_by=card.answer_by,
            brings=card.brings,
        )
    pick = await PICK.among(
        [Option(str(number), shorten(title, LABEL)) for number, title in titles.items()]
    )
    if pick == "menu":
        return Next("menu")
    card = next(card for card in cards if card.id == int(pick))
    what = await (ENDED if card.state in OVER else WHAT)
    if what == "add":
        await add(interest=card.id, brings=f"{card.brings}\n{await WORDS}")
        await Say("interests-added")
    elif what == "withdraw":
        if await SURE.about(title=titles[card.id]):
            await withdraw(interest=card.id)
            await Say("interests-withdrawn")
        else:
            await Say("interests-kept")
    elif what == "open":
        return Next("opportunity", {"opportunity": card.opportunity})
    return Next("menu")
