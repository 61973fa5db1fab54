"""Be mailed what is told here too: leave an address, change it, or end it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.heard import Heard, Unclear
from bot.listening.judging import SKIP
from bot.questions import Reach, one_of, optional
from bot.steps import Ask, Say, do, look, put, tell
from outreach.mailboxes.end import end_my_mailboxes
from outreach.mailboxes.mailbox import (
    LONGEST,
    QUESTION,
    Left,
    leave_mailbox,
    my_mailbox,
    tidy_email,
)
from outreach.mailboxes.news import Where, choose_news, mailed_news
from outreach.parties.consent import allowed, settle


@dataclass(frozen=True, slots=True)
class Mailbox(Reach):
    """An e-mail address, also inside a sentence."""

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> str | Unclear:
        """Return the address; none, or more than one, is unclear."""
        return tidy_email(heard.text) or Unclear()


ADDRESS = Ask("email-address", optional(Mailbox(LONGEST)))
WHAT: Ask[str] = Ask("email-what", one_of("keep", "news", "no_news", "other", "end"))
NEWS: Ask[Any] = Ask("email-news", optional(one_of("here", "mail", "none")), unseen=(SKIP,))
WHERE: dict[str, Where] = {"news": "mail", "no_news": "none"}
"""Where news of new opportunities comes, by what is chosen."""

mine = look(my_mailbox)
leave = do(leave_mailbox)
end = do(end_my_mailboxes)
news = look(mailed_news)
choose = do(choose_news)
put_news = put(choose_news)
allow = look(allowed)
agree = put(settle)


async def email(offered: bool = True, given: str | None = None, ends: bool = False) -> None:
    """Say where the person is mailed, or ask for an address and mail the link that confirms it.

    `given` is the address in what they said; it is not asked for then. `ends`: they want no mail.
    """
    if not (offered or ends):
        await Say("email-off")
        return
    known = await mine()
    if ends:
        await stop_mail(known)
        return
    if known is not None and known.confirmed and given in (None, known.email):
        await Say("email-known", email=known.email)
        if has_news := await news():
            await Say("email-known-news")
        what = await WHAT.without("news" if has_news else "no_news")
        if what == "end":
            await stop_mail(known)
        if what in WHERE:
            await choose(where=WHERE[what], text=WHAT.key)
            await Say("email-news-off" if has_news else "email-news-on")
        if what != "other":
            return
        given = None
    address = given or await ADDRESS
    if address is not None:
        await leave(email=address, say=tell(QUESTION))
        await Say("email-sent", email=address)
    elif known is not None and known.confirmed:
        await Say("email-known", email=known.email)
    else:
        await Say("email-kept")


async def stop_mail(known: Left | None) -> None:
    """End the mail; the words say that what is told here goes on, and how to stop that too."""
    if known is None:
        await Say("email-kept")
        return
    await end(text="email-what")
    await Say("email-ended")


async def asks_for_news(here: Ask[Any]) -> Ask[Any] | None:
    """Return the question whether news is welcome; None if it is already.

    `here` asks for news in this chat; who confirmed a mailbox chooses between the two.
    """
    if await allow(purpose="news"):
        return None
    known = await mine()
    if known is None or not known.confirmed:
        return here
    return None if await news() else NEWS


async def keep_news(ask: Ask[Any], answer: Any) -> None:
    """Store the answer to whichever question it was, or that there is none."""
    if ask.key == NEWS.key:
        await put_news(where=answer, text=ask.key)
    else:
        await agree(purpose="news", given=answer, text=ask.key)
