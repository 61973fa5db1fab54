"""My interests, and the meetings to which I come: one of them is opened."""

from collections.abc import Mapping

from bot.questions import one_of
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, look
from content.message import Option
from content.texts import Named, Span
from outreach.delivery.fit import shorten
from outreach.interests.chosen import State
from outreach.interests.confirm import my_agreements
from outreach.interests.own import InterestCard, my_interests
from outreach.meetings.attendance import Coming, my_meetings
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

MEETING = "meeting-"
"""Stands before the number of a meeting among what can be opened."""
PICK: Ask[str] = Ask("interests-pick", one_of("menu"))

me = look(profile)
mine = look(my_interests)
agreements = look(my_agreements)
coming_to = look(my_meetings)
card_of = look(opportunity_card)


async def interests() -> Next:
    """Show what the person's parties have offered, and the meetings to which they come.

    The only one is opened at once.
    """
    who, cards, coming = await me(), await mine(), await coming_to()
    chosen = await agreements(language=who.language)
    asked = {each.interest: each.state for each in chosen if each.is_open}
    if not cards and not coming:
        await Say("interests-none")
        return Next("menu")
    ways = {f"{card.id}": Next("own", {"interest": card.id}) for card in cards}
    ways |= {f"{MEETING}{each.meeting.id}": _way_to(each) for each in coming}
    if len(ways) == 1:
        return next(iter(ways.values()))
    labels: dict[str, str] = {}
    each_one: list[InterestCard | Coming] = [*cards, *coming]
    for number, (code, one) in enumerate(zip(ways, each_one, strict=True), 1):
        about = one.opportunity if isinstance(one, InterestCard) else one.meeting.opportunity
        title = (await card_of(opportunity=about, language=who.language)).title
        labels[code] = title if isinstance(one, InterestCard) else one.meeting.location
        await _tell(number, title, one, asked)
    pick = await PICK.among([Option(code, shorten(label, LABEL)) for code, label in labels.items()])
    return Next("menu") if pick == "menu" else ways[pick]


def _way_to(coming: Coming) -> Next:
    meeting = coming.meeting
    return Next("meetings", {"opportunity": meeting.opportunity, "meeting": meeting.id})


async def _tell(
    number: int, title: str, one: InterestCard | Coming, asked: Mapping[int, State]
) -> None:
    """Show one in a few lines; `asked` tells of which a yes is still to come."""
    if isinstance(one, InterestCard):
        waits = asked.get(one.id)
        await Say(
            "interests-item",
            number=number,
            title=title,
            party=one.party,
            state=Named("confirm", waits) if waits else Named("interest", one.state),
            reference=one.reference,
        )
        return
    meeting = one.meeting
    await Say(
        "interests-meeting",
        number=number,
        title=title,
        what=Named("meeting", meeting.kind),
        when=Span(meeting.begins_at, meeting.ends_at),
        where=meeting.location,
        seated="yes" if one.seated else "no",
    )
