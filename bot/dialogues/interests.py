"""My interests: which there are; one of them is opened."""

from bot.questions import one_of
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, look
from content.message import Option
from content.texts import Named
from outreach.delivery.fit import shorten
from outreach.interests.own import my_interests
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

PICK: Ask[str] = Ask("interests-pick", one_of("menu"))

me = look(profile)
mine = look(my_interests)
card_of = look(opportunity_card)


async def interests() -> Next:
    """Show what the person's parties have offered; the only one is opened at once."""
    who, cards = await me(), await mine()
    if not cards:
        await Say("interests-none")
        return Next("menu")
    if len(cards) == 1:
        return Next("own", {"interest": cards[0].id})
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
        )
    pick = await PICK.among(
        [Option(str(number), shorten(title, LABEL)) for number, title in titles.items()]
    )
    return Next("menu") if pick == "menu" else Next("own", {"interest": int(pick)})
