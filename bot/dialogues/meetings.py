"""Come to a meeting about an opportunity: see when and where, sign up, change that, or leave."""

from typing import Any

from bot.questions import number, one_of, optional, text
from bot.steps import Ask, Next, Say, Show, do, look, tell
from content.texts import LanguageName, Line, Named, Span
from outreach.mailboxes.receipt import mail_receipt
from outreach.meetings.attendance import (
    MOST_PEOPLE,
    Coming,
    leave_meeting,
    my_meetings,
    sign_up,
)
from outreach.meetings.meeting import MeetingCard, meetings_ahead
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

RECEIPT = "email-receipt-meeting"
"""Name of the mailing, and its text."""
WHAT: Ask[str] = Ask("meetings-what", one_of("come", "another", "back"), main="come")
OWN: Ask[str] = Ask("meetings-own", one_of("people", "leave", "another", "back"))
PEOPLE = Ask("meetings-people", optional(number(1, MOST_PEOPLE), by="alone"))
NEEDS = Ask("meetings-needs", optional(text(longest=300)))
ROWS = ("about", "when", "where", "room", "access", "spoken", "notes")
BRIEF = ("about", "when", "where")
"""What somebody reads again who comes already."""

me = look(profile)
card_of = look(opportunity_card)
ahead_of = look(meetings_ahead)
mine = look(my_meetings)
join = do(sign_up)
leave = do(leave_meeting)
mail = do(mail_receipt)


async def meetings(
    opportunity: int | None = None, trail: int | None = None, meeting: int | None = None
) -> Next:
    """Show one meeting, and whether the person comes; the first one unless another is meant.

    Without an opportunity, or if that has none ahead, it is one of all.
    """
    ahead = await ahead_of(opportunity=opportunity)
    if not ahead and opportunity is not None:
        opportunity, ahead = None, await ahead_of(opportunity=None)
    if not ahead:
        await Say("meetings-none")
        return Next("menu")
    here = {"opportunity": opportunity, "trail": trail}
    place = next((at for at, one in enumerate(ahead) if one.id == meeting), 0)
    shown, after = ahead[place], ahead[(place + 1) % len(ahead)]
    unseen = ("another",) if len(ahead) == 1 else ()
    back = Next("opportunity", {"opportunity": shown.opportunity, "trail": trail, "show": "none"})
    own = next((each for each in await mine() if each.meeting.id == shown.id), None)
    about = await title_of(shown) if opportunity is None else ""
    await show_meeting(shown, about, rows=ROWS if own is None else BRIEF)
    if own is not None:
        await say_coming(own)
    pick = await (WHAT if own is None else OWN).without(*unseen)
    if pick == "another":
        return Next("meetings", here | {"meeting": after.id})
    if pick in ("come", "people"):
        await come(shown, own)
    elif pick == "leave":
        await leave(meeting=shown.id)
        await Say("meetings-left")
    return back


async def title_of(meeting: MeetingCard) -> str:
    """Return the title of what a meeting is about, as the person reads it."""
    who = await me()
    return (await card_of(opportunity=meeting.opportunity, language=who.language)).title


async def show_meeting(meeting: MeetingCard, about: str, *, rows: tuple[str, ...]) -> None:
    """Show when and where a meeting is, and what is there for whom; `about` what, if not clear."""
    room = None
    if meeting.free is not None:
        room = Line("meetings-free" if meeting.free else "meetings-full", str(meeting.free))
    facts: dict[str, Any] = {
        "what": Named("meeting", meeting.kind),
        "about": about,
        "when": Span(meeting.begins_at, meeting.ends_at),
        "where": meeting.location,
        "room": room,
        "access": [Named("access", code) for code in meeting.access],
        "spoken": [LanguageName(code) for code in meeting.interpreters],
        "notes": meeting.notes,
    }
    await Show("meetings-card", rows=rows, **facts)


async def come(meeting: MeetingCard, own: Coming | None) -> None:
    """Ask with how many, and what they need if they want to say that; then sign them up."""
    people = await PEOPLE or 1
    needs = await NEEDS if own is None else None
    coming = await join(meeting=meeting.id, people=people, needs=needs)
    await say_coming(coming)
    if coming.seated and own is None:
        title, when = await title_of(meeting), Span(meeting.begins_at, meeting.ends_at)
        facts = {"title": title, "when": when, "where": meeting.location, "id": meeting.id}
        await mail(name=RECEIPT, say=tell(RECEIPT, **facts), opportunity=meeting.opportunity)


async def say_coming(own: Coming) -> None:
    """Say that somebody has a seat, with the way to put it in a diary, or where they wait."""
    facts = {"people": own.people, "id": own.meeting.id}
    if own.seated:
        await Say("meetings-coming", **facts)
    else:
        await Say("meetings-waiting", place=own.ahead + 1, **facts)
