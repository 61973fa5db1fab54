"""Express interest in one opportunity: at most five questions, then it counts.

What comes after that is offered once, as a whole, with how many questions it is.
"""

from typing import Any, Literal

from bot.about import first_words
from bot.dialogues.email import asks_for_news, keep_news
from bot.lines import counted, in_lines
from bot.listening.judging import SKIP
from bot.questions import name, number, one_of, optional, reach, some_of, text, yes_no
from bot.receipts import confirm, confirm_change, here
from bot.steps import Ask, Change, Next, Say, Show, do, look, put, tell
from content.message import Option
from content.texts import Named
from outreach.attachments.own import mine_about
from outreach.interests.interest import Expressed, PartyDraft, express_interest
from outreach.interests.meets import Met, SaidBefore, beforehand
from outreach.interests.others import SIGNED_UP, tell_others
from outreach.interests.own import add_to_interest, invite_to_party, my_interests
from outreach.mailboxes.mailbox import my_mailbox
from outreach.opportunities.card import OpportunityCard, opportunity_card, part_choices
from outreach.opportunities.codes import EXPLORING
from outreach.parties.consent import settle
from outreach.parties.person import profile
from outreach.privacy.link import PAGE, chats_elsewhere
from outreach.receipts.receipt import Here

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
MEETS = Ask("interest-meets", yes_no)
GIVE = Ask("interest-give", text(longest=LONGEST))
SURE = Ask("interest-sure", yes_no, adds_to=GIVE.key, main="yes")

ALREADY: Ask[Literal["see", "new"]] = Ask("interest-already-next", one_of("see", "new"))
MORE = Ask("interest-more", yes_no)
PEOPLE = Ask("interest-people", optional(number(1, 10_000)))
PARTS = Ask("interest-parts", optional(some_of()))
AREA = Ask("interest-area", optional(text(longest=LONGEST)))
NEEDS = Ask("interest-needs", optional(text(longest=LONGEST)))
PARTNERS = Ask("interest-partners", optional(text(longest=LONGEST)))
SECOND = Ask("interest-second", optional(yes_no), unseen=(SKIP,))
NEWS = Ask("interest-news", optional(yes_no), unseen=(SKIP,))
NAMED = Ask("interest-named", optional(yes_no), unseen=(SKIP,))
REACH = Ask("interest-reach", optional(reach(longest=200)))

WHO, WHAT, RIGHT = (1, 3), (2, 3), (3, 3)
"""The steps: who, what they bring, and whether it is right."""
PER_MINUTE = 6
"""Short questions that somebody answers in a minute."""

WHO_OF: dict[str, Who] = {"resident": "alone", "residents_group": "group"}
"""Who takes part, by the kind of party; any other kind is an organisation."""
ORGANISATIONS = (
    "association",
    "social_enterprise",
    "firm",
    "housing_corporation",
    "care_institution",
    "school",
    "other_organisation",
)

LEADS_WORDS = 25
"""Words of who leads: the page has all."""

me = look(profile)
card_of = look(opportunity_card)
parts_of = look(part_choices)
signed_up = look(my_interests)
said_before = look(beforehand)
express = do(express_interest)
add = put(add_to_interest)
invite = do(invite_to_party)
others = do(tell_others)
agree = put(settle)
chats = do(chats_elsewhere)
mailbox = look(my_mailbox)
# taken before a question: what is looked up after an answer would make it an older one
sent = look(mine_about)


async def interest(
    opportunity: int, trail: int | None = None, own: int | None = None, mails: bool = False
) -> Next:
    """Express interest in one opportunity.

    `own` is an interest in it that they had before; `mails`: the installation can mail what it
    answers.
    """
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    if (elsewhere := await leads_elsewhere(card, own, trail)) is not None:
        return elsewhere
    before = await said_before(opportunity=opportunity, language=who.language)
    kind = await ask_kind(card, before)
    party = await describe_party(kind, WHO, before)
    along = before is not None and before.kind == party.kind and await MEETS.given(True)
    files = await sent(opportunity=card.id)
    if card.cooperation:
        await Say("interest-together")
    give = await GIVE.at(WHAT)
    told = facts_of(card, party, give, before.meets if along and before else [])
    told |= counted(files)
    await sum_up(kind, told)
    if card.plan_until is not None:
        await Say("interest-steps")
    if not await SURE.at(RIGHT):
        await Change(KIND, OWN_NAME, GROUP_NAME, NAME, SORT, MEETS, GIVE)
    given: dict[str, Any] = {"party": party, "brings": give, "trail": trail, "beforehand": along}
    done = await express(opportunity=card.id, version=card.version, **given)
    await others(interest=done.interest, name=SIGNED_UP, say=tell(SIGNED_UP))
    extras = await extras_for(kind, opportunity, who.language)
    place = await here()
    in_page = place.channel == PAGE
    await thank(card, done, told, place)
    await tell_more(card, done, extras, in_page=in_page)
    await Say("interest-end")
    if in_page:
        await show_way_back(mails=mails)
    return Next("menu", {"opportunity": opportunity})


async def leads_elsewhere(card: OpportunityCard, own: int | None, trail: int | None) -> Next | None:
    """Return where somebody goes who comes too early, or signed up before; None if they go on."""
    if card.state == EXPLORING:
        return Next("opportunity", {"opportunity": card.id, "trail": trail, "show": "early"})
    if own is not None and await prefers_own(card, own):
        return Next("own", {"interest": own})
    return None


async def prefers_own(card: OpportunityCard, own: int) -> bool:
    """Tell who signed up that they did, before the first question; True to see that instead."""
    state = next((mine.state for mine in await signed_up() if mine.id == own), None)
    known = "interest-declined" if state == "declined" else "interest-already"
    await Say(known, title=card.title)
    return await ALREADY == "see"


async def ask_kind(card: OpportunityCard, before: SaidBefore | None) -> Who:
    """Ask who takes part, if they did not say; an official procedure is told before."""
    if card.direction == "formal":
        await Say("interest-formal", notice=card.notice)
    known = None if before is None else WHO_OF.get(before.kind, "organisation")
    kind = await KIND.at(WHO).given(known)
    if before is not None and kind == known:
        await Say("interest-as", sort=Named("party", before.kind))
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
        await Say("interest-combined", leads=first_words(card.leads, LEADS_WORDS))


async def describe_party(
    kind: Who, step: tuple[int, int] | None = None, before: SaidBefore | None = None
) -> PartyDraft:
    """Gather who takes part, if they did not say it before; stores nothing."""
    if kind == "alone":
        return PartyDraft("resident", await OWN_NAME.at(step))
    if kind == "group":
        return PartyDraft("residents_group", await GROUP_NAME.at(step))
    called = await NAME.at(step)
    sorts = [Option(code) for code in ORGANISATIONS]
    sort = SORT.among(sorts).at(step).given(None if before is None else before.kind)
    return PartyDraft(await sort, called)


def facts_of(
    card: OpportunityCard, party: PartyDraft, give: str, said: list[Met]
) -> dict[str, Any]:
    """Return all that is sent, by what stands before it."""
    return {
        "title": card.title,
        "party": party.name,
        "sort": Named("party", party.kind),
        "give": give,
        **in_lines(said),
    }


async def sum_up(kind: Who, told: dict[str, Any]) -> None:
    """Show all that will be stored; each line can be changed."""
    named = {"alone": OWN_NAME, "group": GROUP_NAME, "organisation": NAME}[kind]
    changes = {"party": named.key, "sort": KIND.key, "give": GIVE.key}
    changes |= dict.fromkeys(("fine", "instead", "unmet"), MEETS.key)
    await Show("interest-summary", rows=tuple(told), bare=True, changes=changes, **told)
    await Say("interest-binding")


async def thank(card: OpportunityCard, done: Expressed, told: dict[str, Any], at: Here) -> None:
    """Give a receipt of all that was sent, and say who reads it."""
    await confirm(
        "interest-thanks",
        "interest",
        told,
        reference=done.reference,
        at=at,
        answer_by=done.answer_by,
        interest=done.interest,
        opportunity=card.id,
    )
    await Say("interest-next", official=card.official)


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
        "news": await asks_for_news(NEWS),
        "name": NAMED if kind == "organisation" else None,
        "second": SECOND if kind != "alone" else None,
    }
    return {name: ask for name, ask in extras.items() if ask is not None}


async def tell_more(
    card: OpportunityCard, done: Expressed, extras: dict[str, Ask[Any]], *, in_page: bool
) -> None:
    """Offer what may follow, once and as a whole, and give a receipt of that too."""
    if done.again:
        await Say("interest-again")
    more: dict[str, Any] = {}
    if await MORE.about(count=len(extras), minutes=-(-len(extras) // PER_MINUTE)):
        for number, (name, ask) in enumerate(extras.items(), 1):
            more |= await take(name, ask.at((number, len(extras))), done)
    elif in_page:
        # whoever closes the page is not reached by it
        more = await take("reach", REACH, done)
    if more:
        await confirm_change({"title": card.title, **more}, done.interest, done.reference, card.id)


async def take(name: str, ask: Ask[Any], done: Expressed) -> dict[str, Any]:
    """Ask one of the extras and store its answer at once, also that there is none.

    Return what stands in the interest by it, by its line.
    """
    answer = await ask
    if name == "second":
        if answer:
            await Say("interest-invitation", code=await invite(interest=done.interest))
        return {}
    if name == "news":
        await keep_news(ask, answer)
        return {}
    if name == "name":
        await agree(purpose=name, given=answer, text=ask.key, scope=str(done.interest))
        return {"public": Named("known", "allowed")} if answer else {}
    await add(interest=done.interest, **{name: answer})
    if not answer:
        return {}
    if name == "reach":
        await Say("interest-reached", reach=answer)
    if name != "part_keys":
        return {name: answer}
    return {"parts": [option.label for option in ask.options if option.code in answer]}


async def show_way_back(*, mails: bool) -> None:
    """Say how to come back to a conversation in a browser: by a link, or in another chat."""
    if mails and await mailbox() is None:
        await Say("interest-mail")
    await Say("interest-page")
    for chat in await chats():
        await Say("interest-chat", channel=Named("channel", chat.channel), link=chat.link)
