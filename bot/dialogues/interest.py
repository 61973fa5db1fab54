"""Express interest in one opportunity: at most five questions, then it counts.

More questions follow; each one can be skipped.
"""

from typing import Literal

from bot.questions import name, number, one_of, optional, reach, some_of, text, yes_no
from bot.steps import Ask, Change, Next, Say, do, look
from content.message import Option
from content.texts import Named
from outreach.interests.interest import (
    Expressed,
    PartyDraft,
    add_to_interest,
    express_interest,
    invite_to_party,
)
from outreach.opportunities.card import OpportunityCard, opportunity_card, part_choices
from outreach.parties.consent import permit
from outreach.parties.person import profile
from outreach.privacy.link import PAGE, channel_here, chats_elsewhere

Who = Literal["alone", "group", "organisation"]
KIND: Ask[Who] = Ask("interest-kind", one_of("alone", "group", "organisation"), step=(1, 3))
OWN_NAME = Ask("interest-own-name", name(longest=80, words=6), step=(1, 3))
GROUP_NAME = Ask(
    "interest-group-name",
    name(longest=80, words=12, numbered=True, nameless=True),
    step=(1, 3),
)
NAME = Ask("interest-name", name(longest=120, words=16, numbered=True), step=(1, 3))
SORT: Ask[str] = Ask("interest-sort", one_of(), step=(1, 3), names="party")
GIVE = Ask("interest-give", text(longest=600), step=(2, 3))
SURE = Ask("interest-sure", yes_no, step=(3, 3))

MORE = Ask("interest-more", yes_no)
PEOPLE = Ask("interest-people", optional(number(1, 10_000)))
PARTS = Ask("interest-parts", optional(some_of()))
AREA = Ask("interest-area", optional(text(longest=200)))
NEEDS = Ask("interest-needs", optional(text(longest=600)))
PARTNERS = Ask("interest-partners", optional(text(longest=300)))
SECOND = Ask("interest-second", optional(yes_no))
NEWS = Ask("interest-news", optional(yes_no))
NAMED = Ask("interest-named", optional(yes_no))
REACH = Ask("interest-reach", optional(reach(longest=200)))

ORGANISATIONS = (
    "association",
    "social_enterprise",
    "firm",
    "housing_corporation",
    "care_institution",
    "school",
)

me = look(profile)
card_of = look(opportunity_card)
parts_of = look(part_choices)
express = do(express_interest)
add = do(add_to_interest)
invite = do(invite_to_party)
agree = do(permit)
here = look(channel_here)
chats = do(chats_elsewhere)


async def interest(opportunity: int, trail: int | None = None) -> Next:
    """Express interest in one opportunity."""
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    kind = await KIND
    await explain_direction(card, kind)
    party = await describe_party(kind)
    give = await GIVE
    await Say(
        "interest-summary",
        title=card.title,
        party=party.name,
        sort=Named("party", party.kind),
        give=give,
    )
    if not await SURE:
        await Change(KIND, OWN_NAME, GROUP_NAME, NAME, SORT, GIVE)
    done = await express(
        opportunity=card.id, version=card.version, party=party, brings=give, trail=trail
    )
    await Say(
        "interest-thanks",
        reference=done.reference,
        answer_by=done.answer_by,
        official=card.official,
    )
    if await MORE:
        await tell_more(done, opportunity, who.language, kind)
    await ask_consents(done, kind)
    await show_way_back()
    return Next("menu", {"opportunity": opportunity})


async def explain_direction(card: OpportunityCard, kind: Who) -> None:
    """Nobody is refused: say how this direction works for this kind of party."""
    if card.direction == "formal":
        await Say(
            "interest-formal-organisation" if kind == "organisation" else "interest-formal",
            notice=card.notice,
        )
    elif card.direction == "informal" and kind == "organisation":
        await Say("interest-as-partner")
    elif card.direction == "combined" and card.leads:
        await Say("interest-combined", leads=card.leads)
    if card.cooperation:
        await Say("interest-together")


async def describe_party(kind: Who) -> PartyDraft:
    """Gather who takes part; stores nothing."""
    if kind == "alone":
        return PartyDraft("resident", await OWN_NAME)
    if kind == "group":
        return PartyDraft("residents_group", await GROUP_NAME)
    called = await NAME
    return PartyDraft(await SORT.among([Option(code) for code in ORGANISATIONS]), called)


async def tell_more(done: Expressed, opportunity: int, language: str, kind: Who) -> None:
    """The extras: each is stored at once, and each may be skipped."""
    if kind != "alone" and (people := await PEOPLE) is not None:
        await add(interest=done.interest, people=people)
    if parts := await parts_of(opportunity=opportunity, language=language):
        chosen = await PARTS.among([Option(part.key, part.title) for part in parts])
        if chosen:
            await add(interest=done.interest, part_keys=chosen)
    if (area := await AREA) is not None:
        await add(interest=done.interest, area=area)
    if (needs := await NEEDS) is not None:
        await add(interest=done.interest, needs=needs)
    if (partners := await PARTNERS) is not None:
        await add(interest=done.interest, partners=partners)
    if kind != "alone" and await SECOND:
        await Say("interest-invitation", code=await invite(interest=done.interest))


async def ask_consents(done: Expressed, kind: Who) -> None:
    """Ask for another way to be reached, for news or not, and for a name in public or not.

    What is skipped is neither given nor refused.
    """
    if (address := await REACH) is not None:
        await add(interest=done.interest, reach=address)
        await Say("interest-reached", reach=address)
    if (news := await NEWS) is not None:
        await agree(purpose="news", given=news, text=NEWS.key)
    if kind == "organisation" and (named := await NAMED) is not None:
        await agree(purpose="name", given=named, text=NAMED.key, scope=str(done.interest))
    await Say("interest-end")


async def show_way_back() -> None:
    """Say how to come back to a conversation in a browser: by a link, or in another chat."""
    if await here() != PAGE:
        return
    await Say("interest-page")
    for chat in await chats():
        await Say("interest-chat", channel=Named("channel", chat.channel), link=chat.link)
