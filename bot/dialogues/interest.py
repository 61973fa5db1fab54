"""Express interest in one opportunity: at most five questions, then it counts.

What comes after that is offered once, as a whole, with how many questions it is.
"""

from typing import Any, Literal

from bot.questions import name, number, one_of, optional, reach, some_of, text, yes_no
from bot.steps import Ask, Change, Next, Say, Tell, do, look, put, tell
from content.message import Option
from content.texts import Named
from outreach.interests.interest import Expressed, PartyDraft, express_interest
from outreach.interests.others import SIGNED_UP, tell_others
from outreach.interests.own import add_to_interest, invite_to_party
from outreach.mailboxes.mailbox import my_mailbox
from outreach.mailboxes.receipt import mail_receipt
from outreach.opportunities.card import OpportunityCard, opportunity_card, part_choices
from outreach.parties.consent import allowed, settle
from outreach.parties.person import profile
from outreach.privacy.link import PAGE, channel_here, chats_elsewhere

RECEIPT = "email-receipt-interest"
"""Name of the mailing, and its text."""
LONGEST = 2_000
"""Characters of what somebody offers or needs: people do write a page."""
Who = Literal["alone", "group", "organisation"]
KIND: Ask[Who] = Ask("interest-kind", one_of("alone", "group", "organisation"))
OWN_NAME = Ask("interest-own-name", name(longest=80, words=6))
GROUP_NAME = Ask(
    "interest-group-name",
    name(longest=80, words=12, numbered=True, nameless=True),
)
NAME = Ask("interest-name", name(longest=120, words=16, numbered=True))
SORT: Ask[str] = Ask("interest-sort", one_of(), names="party")
GIVE = Ask("interest-give", text(longest=LONGEST))
SURE = Ask("interest-sure", yes_no, adds_to=GIVE.key)

ALREADY: Ask[Literal["see", "new"]] = Ask("interest-already-next", one_of("see", "new"))
MORE = Ask("interest-more", yes_no)
PEOPLE = Ask("interest-people", optional(number(1, 10_000)))
PARTS = Ask("interest-parts", optional(some_of()))
AREA = Ask("interest-area", optional(text(longest=LONGEST)))
NEEDS = Ask("interest-needs", optional(text(longest=LONGEST)))
PARTNERS = Ask("interest-partners", optional(text(longest=LONGEST)))
SECOND = Ask("interest-second", optional(yes_no))
NEWS = Ask("interest-news", optional(yes_no))
NAMED = Ask("interest-named", optional(yes_no))
REACH = Ask("interest-reach", optional(reach(longest=200)))

WHO, WHAT, RIGHT = (1, 3), (2, 3), (3, 3)
"""The steps: who, what they bring, and whether it is right."""
CONSENTS = ("news", "name")
PER_MINUTE = 6
"""Short questions that somebody answers in a minute."""

ORGANISATIONS = (
    "association",
    "social_enterprise",
    "firm",
    "housing_corporation",
    "care_institution",
    "school",
    "other_organisation",
)

me = look(profile)
card_of = look(opportunity_card)
parts_of = look(part_choices)
express = do(express_interest)
add = put(add_to_interest)
invite = do(invite_to_party)
others = do(tell_others)
wants = look(allowed)
agree = put(settle)
here = look(channel_here)
chats = do(chats_elsewhere)
mailbox = look(my_mailbox)
mail = do(mail_receipt)


async def interest(
    opportunity: int, trail: int | None = None, own: int | None = None, mails: bool = False
) -> Next:
    """Express interest in one opportunity.

    `own` is an interest in it that they had before; `mails`: the installation can mail what it
    answers.
    """
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    if own is not None and await prefers_own(card):
        return Next("own", {"interest": own})
    kind = await ask_kind(card)
    party = await describe_party(kind, WHO)
    give = await GIVE.at(WHAT)
    await sum_up(card, party, give)
    if not await SURE.at(RIGHT):
        await Change(KIND, OWN_NAME, GROUP_NAME, NAME, SORT, GIVE)
    done = await express(
        opportunity=card.id, version=card.version, party=party, brings=give, trail=trail
    )
    await others(interest=done.interest, name=SIGNED_UP, say=tell(SIGNED_UP))
    await mail(name=RECEIPT, say=receipt_of(card, done), opportunity=card.id)
    extras = await extras_for(kind, opportunity, who.language)
    in_page = await here() == PAGE
    await Say(
        "interest-thanks",
        reference=done.reference,
        answer_by=done.answer_by,
        official=card.official,
    )
    await tell_more(done, extras, in_page=in_page)
    await Say("interest-end")
    if in_page:
        await show_way_back(mails=mails)
    return Next("menu", {"opportunity": opportunity})


def receipt_of(card: OpportunityCard, done: Expressed) -> Tell:
    """Return the words of the mail to whoever is mailed."""
    return tell(
        RECEIPT,
        title=card.title,
        reference=done.reference,
        official=card.official,
        answer_by=done.answer_by,
    )


async def prefers_own(card: OpportunityCard) -> bool:
    """Tell who signed up that they did, before the first question; True to see that instead."""
    await Say("interest-already", title=card.title)
    return await ALREADY == "see"


async def ask_kind(card: OpportunityCard) -> Who:
    """Ask who takes part; that an official procedure decides is told before."""
    if card.direction == "formal":
        await Say("interest-formal", notice=card.notice)
    kind = await KIND.at(WHO)
    await explain_direction(card, kind)
    return kind


async def explain_direction(card: OpportunityCard, kind: Who) -> None:
    """Nobody is refused: say how this direction works for this kind of party."""
    # that the official procedure decides was said first
    if card.direction == "formal" and kind == "organisation":
        await Say("interest-formal-organisation")
    elif card.direction == "informal" and kind == "organisation":
        await Say("interest-as-partner")
    elif card.direction == "combined" and card.leads:
        await Say("interest-combined", leads=card.leads)
    if card.cooperation:
        await Say("interest-together")


async def describe_party(kind: Who, step: tuple[int, int] | None = None) -> PartyDraft:
    """Gather who takes part; stores nothing."""
    if kind == "alone":
        return PartyDraft("resident", await OWN_NAME.at(step))
    if kind == "group":
        return PartyDraft("residents_group", await GROUP_NAME.at(step))
    called = await NAME.at(step)
    sorts = [Option(code) for code in ORGANISATIONS]
    return PartyDraft(await SORT.among(sorts).at(step), called)


async def sum_up(card: OpportunityCard, party: PartyDraft, give: str) -> None:
    """Show all that will be stored."""
    await Say(
        "interest-summary",
        title=card.title,
        party=party.name,
        sort=Named("party", party.kind),
        give=give,
    )


async def extras_for(kind: Who, opportunity: int, language: str) -> dict[str, Ask[Any]]:
    """Return the questions that may follow, by what their answer is stored as."""
    parts = await parts_of(opportunity=opportunity, language=language)
    extras: dict[str, Ask[Any] | None] = {
        "people": PEOPLE if kind != "alone" else None,
        "part_keys": PARTS.among([Option(part.key, part.title) for part in parts])
        if parts
        else None,
        "area": AREA,
        "needs": NEEDS,
        "partners": PARTNERS,
        "reach": REACH,
        "news": None if await wants(purpose="news") else NEWS,
        "name": NAMED if kind == "organisation" else None,
        "second": SECOND if kind != "alone" else None,
    }
    return {name: ask for name, ask in extras.items() if ask is not None}


async def tell_more(done: Expressed, extras: dict[str, Ask[Any]], *, in_page: bool) -> None:
    """Offer what may follow, once and as a whole."""
    if done.again:
        await Say("interest-again")
    if await MORE.about(count=len(extras), minutes=-(-len(extras) // PER_MINUTE)):
        for number, (name, ask) in enumerate(extras.items(), 1):
            await take(name, ask.at((number, len(extras))), done)
    elif in_page:
        # whoever closes the page is not reached by it
        await take("reach", REACH, done)


async def take(name: str, ask: Ask[Any], done: Expressed) -> None:
    """Ask one of the extras and store its answer at once, also that there is none."""
    answer = await ask
    if name == "second":
        if answer:
            await Say("interest-invitation", code=await invite(interest=done.interest))
    elif name in CONSENTS:
        scope = str(done.interest) if name == "name" else ""
        await agree(purpose=name, given=answer, text=ask.key, scope=scope)
    else:
        await add(interest=done.interest, **{name: answer})
        if name == "reach" and answer is not None:
            await Say("interest-reached", reach=answer)


async def show_way_back(*, mails: bool) -> None:
    """Say how to come back to a conversation in a browser: by a link, or in another chat."""
    if mails and await mailbox() is None:
        await Say("interest-mail")
    await Say("interest-page")
    for chat in await chats():
        await Say("interest-chat", channel=Named("channel", chat.channel), link=chat.link)
