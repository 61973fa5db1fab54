"""Be mailed what is told here too: leave an address, change it, or end it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.heard import Heard, Unclear
from bot.questions import Reach, one_of, optional
from bot.steps import Ask, Say, do, look, tell
from outreach.mailboxes.end import end_my_mailboxes
from outreach.mailboxes.mailbox import (
    LONGEST,
    QUESTION,
    Left,
    leave_mailbox,
    my_mailbox,
    tidy_email,
)


@dataclass(frozen=True, slots=True)
class Mailbox(Reach):
    """An e-mail address, also inside a sentence."""

    def read(self, heard: Heard, labels: Mapping[str, tuple[str, ...]]) -> str | Unclear:
        """Return the address; none, or more than one, is unclear."""
        return tidy_email(heard.text) or Unclear()


ADDRESS = Ask("email-address", optional(Mailbox(LONGEST)))
WHAT: Ask[str] = Ask("email-what", one_of("keep", "other", "end"))

mine = look(my_mailbox)
leave = do(leave_mailbox)
end = do(end_my_mailboxes)


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
        what = await WHAT
        if what == "end":
            await stop_mail(known)
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
