"""One opportunity: a short card, then anything the person wants to know, one thing at a time."""

from typing import Any

from bot.questions import one_of
from bot.steps import Ask, Next, Say, do, look
from content.texts import LanguageName, Money, Named
from outreach.interests.own import standing_interest
from outreach.interests.question import answers
from outreach.opportunities.card import OpportunityPage, opportunity_card, opportunity_page
from outreach.parties.person import profile
from outreach.venues.trail import share_trail

NEXT: Ask[str] = Ask(
    "opportunity-next",
    one_of("join", "more", "requirements", "question", "answers", "share", "others"),
)
CLOSED: Ask[str] = Ask("opportunity-over", one_of("answers", "others"))

me = look(profile)
card_of = look(opportunity_card)
known = look(standing_interest)
page_of = look(opportunity_page)
answers_to = look(answers)
share = do(share_trail)


async def opportunity(opportunity: int, trail: int | None = None, show: str = "card") -> Next:
    """Tell one thing about an opportunity, then ask what the person wants."""
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    is_open = card.state == "open"
    if show == "card":
        until = card.answers_until if is_open else None
        await Say("opportunity-card", title=card.title, summary=card.summary, until=until or "none")
        if card.only_in:
            await Say("opportunity-only-in", spoken=LanguageName(card.only_in))
    elif show == "more":
        await _tell_more(await page_of(opportunity=opportunity, language=who.language))
    elif show == "answers":
        given = await answers_to(opportunity=opportunity)
        await Say("opportunity-answers" if given else "opportunity-no-answers")
        for item in given[:5]:
            await Say("opportunity-answer", question=item.text, answer=item.answer)
            if item.corrected_at is not None:
                await Say("opportunity-corrected", at=item.corrected_at)
    elif show == "share":
        await Say("opportunity-share", code=await share(opportunity=opportunity))
    here = {"opportunity": opportunity, "trail": trail}
    if not is_open:
        await Say("opportunity-closed", state=Named("state", card.state))
        pick = await CLOSED
    else:
        pick = await NEXT
    if pick in ("more", "answers", "share"):
        return Next("opportunity", here | {"show": pick})
    if pick == "question":
        return Next("question", here | {"back": True})
    if pick == "join":
        return await _join(here, who.language)
    return Next("requirements", here) if pick == "requirements" else Next("browse")


async def _join(here: dict[str, Any], language: str) -> Next:
    """Go on to an interest; not if it closed meanwhile, and knowing of one that stands."""
    opportunity: int = here["opportunity"]
    if (await card_of(opportunity=opportunity, language=language)).state != "open":
        return Next("opportunity", here | {"show": "none"})
    return Next("interest", here | {"own": await known(opportunity=opportunity)})


async def _tell_more(page: OpportunityPage) -> None:
    """All facts, each in its own short paragraph; what is not filled in is left out."""
    await Say("opportunity-more", description=page.description)
    if page.places:
        await Say("opportunity-where", places=page.places)
    money = None if page.value_cents is None else Money(page.value_cents, page.currency)
    await Say("opportunity-form", arrangement=Named("arrangement", page.arrangement or "no_money"))
    if money is not None:
        await Say("opportunity-money", value=money)
    if page.starts_on is not None:
        await Say("opportunity-when", start=page.starts_on, duration=page.duration)
    await Say("opportunity-role", role=Named("role", page.municipality_role or "none"))
    if page.contributions:
        await Say(
            "opportunity-brings", what=[Named("contribution", item) for item in page.contributions]
        )
    if page.card.cooperation:
        await Say("opportunity-together")
    for part in page.parts:
        budget = "none" if part.budget_cents is None else Money(part.budget_cents, page.currency)
        facts = {
            "title": part.title,
            "description": part.description,
            "budget": budget,
            "say": part.say or "none",
        }
        await Say("opportunity-part", **facts)
    if page.criteria:
        await Say("opportunity-criteria")
    for item in page.criteria:
        await Say("opportunity-criterion", weight=item.weight, text=item.text)
    await Say("opportunity-contact", official=page.card.official)
    await Say("opportunity-page", number=page.card.id)
