"""One opportunity: a short card, then anything the person wants to know, one thing at a time."""

from typing import Any

from bot.about import FIRST, GOOD_TO_KNOW, SUBJECTS, first_words, tells, told_subjects
from bot.questions import one_of
from bot.steps import Ask, Next, Say, Show, do, look
from content.texts import LanguageName, Money, Named
from outreach.interests.follower import follow
from outreach.interests.own import interest_before
from outreach.interests.question import answers, has_answers
from outreach.meetings.meeting import has_meetings
from outreach.opportunities.brief import Brief, opportunity_brief
from outreach.opportunities.card import (
    OpportunityCard,
    OpportunityPage,
    opportunity_card,
    opportunity_page,
)
from outreach.opportunities.codes import EXPLORING
from outreach.parties.person import profile
from outreach.venues.trail import share_trail

ALSO = ("requirements", "meetings", "question", "answers", "share", "others")
NEXT: Ask[str] = Ask(
    "opportunity-next",
    one_of("join", "candidate", "more", *SUBJECTS, *ALSO),
    main="join",
    more=ALSO,
)
DRAFT_ALSO = ("meetings", "question", "answers", "share", "others")
DRAFT: Ask[str] = Ask(
    "opportunity-draft",
    one_of("explore", "follow", "join", "more", *SUBJECTS, *DRAFT_ALSO),
    main="explore",
    more=DRAFT_ALSO,
)
"""What can be done with a draft that is explored; who wants to join is told that it is too early.
"""
CLOSED: Ask[str] = Ask("opportunity-over", one_of("meetings", "answers", "others"))
CARD_WORDS = 30
"""Words of a summary on a card: that of another system may be far longer."""
MOST_PLACES = 3

me = look(profile)
card_of = look(opportunity_card)
known = look(interest_before)
brief_of = look(opportunity_brief)
page_of = look(opportunity_page)
answered = look(has_answers)
meets = look(has_meetings)
answers_to = look(answers)
share = do(share_trail)
follow_it = do(follow)


async def opportunity(opportunity: int, trail: int | None = None, show: str = "card") -> Next:
    """Tell one thing about an opportunity, then ask what the person wants."""
    who = await me()
    told: list[str] = []
    if show == "more" or show in SUBJECTS:
        page = await page_of(opportunity=opportunity, language=who.language)
        card, told = page.card, told_subjects(page)
        await _tell(page, show)
    elif show == "card":
        brief = await brief_of(opportunity=opportunity, language=who.language)
        card = brief.card
        await show_card(brief)
        if card.intention and card.state == "open":
            await Say("opportunity-intention")
        if card.state == EXPLORING:
            await Say("opportunity-exploring")
    else:
        card = await card_of(opportunity=opportunity, language=who.language)
        await _pass_on(card, show)
    unseen = await _untold(opportunity)
    if card.state == EXPLORING:
        pick = await DRAFT.without(*unseen, "join", *_followed(show), *_unseen(show, told))
    elif card.state != "open":
        await Say("opportunity-closed", state=Named("state", card.state))
        pick = await CLOSED.without(*unseen)
    else:
        hidden = () if card.intention else ("candidate",)
        pick = await NEXT.without(*unseen, *hidden, *_unseen(show, told))
    here = {"opportunity": opportunity, "trail": trail}
    return await _join(here, who.language) if pick == "join" else _led(pick, here)


async def _untold(opportunity: int) -> tuple[str, ...]:
    """Return the choices behind which there is nothing."""
    there = {
        "answers": await answered(opportunity=opportunity),
        "meetings": await meets(opportunity=opportunity),
    }
    return tuple(choice for choice, is_there in there.items() if not is_there)


async def _join(here: dict[str, Any], language: str) -> Next:
    """Go on to an interest, knowing of one that stands; not if it is over or did not open yet."""
    opportunity: int = here["opportunity"]
    state = (await card_of(opportunity=opportunity, language=language)).state
    if state != "open":
        return Next("opportunity", here | {"show": "early" if state == EXPLORING else "none"})
    return Next("interest", here | {"own": await known(opportunity=opportunity)})


def _led(pick: str, here: dict[str, Any]) -> Next:
    """Return where a choice leads."""
    if pick == "question":
        return Next("question", here | {"back": True})
    if pick in ("requirements", "candidate", "explore", "meetings"):
        return Next(pick, here)
    return Next("browse") if pick == "others" else Next("opportunity", here | {"show": pick})


async def show_card(brief: Brief, number: int = 0) -> None:
    """Show an opportunity with the three facts that people look for first.

    One in a list has a `number` there, and less text.
    """
    card = brief.card
    money = None if card.value_cents is None else Money(card.value_cents, card.currency)
    rows = ("where", "duration" if money is None else "money", "until")
    facts: dict[str, Any] = {
        "title": card.title,
        "id": card.id,
        "drawn": card.drawn,
        "where": brief.places[:MOST_PLACES],
        "money": money,
        "duration": card.duration,
        "until": card.answers_until if card.state == "open" else None,
        "rows": rows,
        "theme": next(iter(card.themes), ""),
    }
    if card.photo is not None:
        facts |= {"photo": card.photo.path, "alt": card.photo.alt}
    if number:
        await Show("opportunity-listed", number=number, choice=str(card.id), **facts)
    else:
        summary = first_words(card.summary, CARD_WORDS)
        await Show("opportunity-card", summary=summary, **facts)
        if card.only_in:
            await Say("opportunity-only-in", spoken=LanguageName(card.only_in))


async def _tell(page: OpportunityPage, show: str) -> None:
    """Say one thing about an opportunity; the page has all."""
    if show == "more":
        said = [Say("opportunity-more", description=first_words(page.description), id=page.card.id)]
        said += [Say("opportunity-where", places=page.places[:MOST_PLACES])] if page.places else []
    else:
        said = tells(show, page) or [Say("opportunity-nothing")]
        said.append(Say("opportunity-page", id=page.card.id))
    for say in said:
        await say


async def _pass_on(card: OpportunityCard, show: str) -> None:
    """Say what others asked, how to pass it on, or that a draft is not open yet."""
    opportunity = card.id
    if show == "answers":
        given = await answers_to(opportunity=opportunity)
        await Say("opportunity-answers" if given else "opportunity-nothing")
        for item in given[:3]:
            await Say("opportunity-answer", question=item.text, answer=item.answer)
            if item.corrected_at is not None:
                await Say("question-corrected", at=item.corrected_at)
    elif show == "share":
        await Say("opportunity-share", code=await share(opportunity=opportunity))
    elif show == "early":
        await Say("opportunity-early")
    elif show == "follow" and card.state == EXPLORING:
        await follow_it(opportunity=opportunity)
        await Say("opportunity-followed")


def _followed(show: str) -> tuple[str, ...]:
    """Return the choice of who has just made it."""
    return ("follow",) if show == "follow" else ()


def _unseen(show: str, told: list[str]) -> set[str]:
    """Return what has no button now: at the card the subjects, then those that tell nothing."""
    if show != "more" and show not in SUBJECTS:
        return set(SUBJECTS)
    shown = GOOD_TO_KNOW if show == "good" or show in GOOD_TO_KNOW else FIRST
    return {"more", show, *(subject for subject in SUBJECTS if subject not in told)} | (
        set(SUBJECTS) - set(shown)
    )
