"""A receipt once more: as a file, on a page of one's own, or in a mail."""

from bot.questions import one_of
from bot.speech import LABEL
from bot.steps import Ask, Say, do, look
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.mailboxes.mailbox import my_mailbox
from outreach.privacy.link import PAGE
from outreach.receipts.receipt import Receipt, here_now, mail_own_receipt, my_receipts

MOST = 4
"""How many are offered: older ones stand in what can be opened of one's own."""
WHICH: Ask[str] = Ask("receipt-which", one_of("back"))
WHERE: Ask[str] = Ask("receipt-where", one_of("here", "mail"), main="here")

here = look(here_now)
lately = look(my_receipts)
mailbox = look(my_mailbox)
mail = do(mail_own_receipt)


async def receipt() -> None:
    """Let the person pick one of their last receipts, and hand it over where they want it."""
    kept = await lately(most=MOST)
    if not kept:
        await Say("receipt-none")
        return
    chosen = kept[0] if len(kept) == 1 else await pick(kept)
    if chosen is not None:
        await hand_over(chosen)


async def pick(kept: list[Receipt]) -> Receipt | None:
    """Let the person pick one of several; none, if they leave it."""
    options = []
    for number, one in enumerate(kept, 1):
        title = title_of(one)
        await Say("receipt-item", number=number, title=title, at=one.at)
        # two changes have the same title
        options.append(Option(str(one.id), shorten(f"{number}. {title}", LABEL)))
    picked = await WHICH.among(options, first=1)
    return next((one for one in kept if str(one.id) == picked), None)


async def hand_over(chosen: Receipt) -> None:
    """Give a receipt here, or mail it if they are mailed and like that better."""
    known = await mailbox()
    if known is not None and known.confirmed and await WHERE == "mail":
        mailed = await mail(receipt=chosen.id)
        await Say("receipt-mailed" if mailed else "receipt-none", email=known.email)
    elif (await here()).channel == PAGE:
        await Say("receipt-here", number=chosen.id, title=title_of(chosen), at=chosen.at)
    else:
        said = Say("receipt-file", title=title_of(chosen), at=chosen.at)
        await said.enclosing(chosen.id)


def title_of(receipt: Receipt) -> str:
    """Return what a receipt is called."""
    return receipt.message.cards[0].title
