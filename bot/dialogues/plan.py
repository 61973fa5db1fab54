"""My plan: a party that was invited writes it line by line, over weeks and together.

Each line is stored as soon as it is answered, so that everybody may leave at any question.
"""

from typing import Any, Literal

from bot.about import first_words
from bot.dialogues.interest import LONGEST
from bot.lines import counted
from bot.listening.amounts import amount_in
from bot.questions import amount, one_of, optional, text, yes_no
from bot.receipts import confirm, here
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, Show, do, look, put, tell
from content.message import Option
from content.texts import Money, Named
from outreach.delivery.fit import shorten
from outreach.interests.others import PLAN_CHANGED, PLAN_SENT, tell_others
from outreach.interests.own import my_interests
from outreach.interests.own_plan import OwnPlan, my_plans, own_plan
from outreach.interests.plan import send_plan, settle_line, write_amount, write_line
from outreach.parties.person import profile

LATER = "later"
"""The option that leaves a line for another day."""
ASKS_WORDS = 30
"""Words of what the organisation asks: the page has all."""

PICK: Ask[str] = Ask("plan-pick", one_of("menu"))
NOW: Ask[str] = Ask("plan-now", one_of("send", "go_on", "change", "menu"))
FIELD: Ask[str] = Ask("plan-field", one_of("keep"))
WHAT = Ask("plan-what", optional(text(longest=LONGEST), by=LATER))
WHO = Ask("plan-who", optional(text(longest=LONGEST), by=LATER))
TIMING = Ask("plan-timing", optional(text(longest=LONGEST), by=LATER))
COSTS = Ask("plan-costs", optional(text(longest=LONGEST), by=LATER))
NEEDS = Ask("plan-needs", optional(text(longest=LONGEST), by=LATER))
MORE = Ask("plan-more", optional(text(longest=LONGEST), by=LATER))
RIGHT = Ask("plan-right", yes_no)
AMOUNT = Ask("plan-amount", optional(amount(), by="unsure"))
BOTH: Ask[Literal["both", "mine", "theirs"]] = Ask("plan-both", one_of("both", "mine", "theirs"))

ASKS = {
    "what": WHAT,
    "who": WHO,
    "timing": TIMING,
    "costs": COSTS,
    "needs": NEEDS,
    "more": MORE,
}
"""The question behind each line."""
CHANGES = {line: ask.key for line, ask in ASKS.items()} | {"amount": COSTS.key}

me = look(profile)
mine = look(own_plan)
plans = look(my_plans)
signed_up = look(my_interests)
write = put(write_line)
settle = put(settle_line)
cost = put(write_amount)
send = do(send_plan)
others = do(tell_others)


async def plan(interest: int | None = None, fill: bool | None = None) -> Next:
    """Show the plan of an own interest, and write, change or send it.

    `fill`: go through the lines in which nothing stands yet, as when it is begun.
    """
    if interest is None:
        return await pick_plan()
    who = await me()
    own = await mine(interest=interest, language=who.language)
    if not own.takes:
        if any(own.lines.values()):
            await show_plan(own)
        await Say("plan-closed", state=own.state or "none", title=own.title)
        return Next("menu")
    if fill or (fill is None and not any(own.lines.values())):
        await write_all(own)
        return Next("plan", {"interest": interest, "fill": False})
    await show_plan(own)
    if own.others:
        await Say("plan-others", lines=[Named("plan_line", line) for line in own.others])
    if own.state == "sent":
        await Say("plan-in", until=own.until)
    return await choose(own)


async def choose(own: OwnPlan) -> Next:
    """Ask what is to be done with what stands there, and do it."""
    here_again = Next("plan", {"interest": own.interest, "fill": False})
    unseen = ["send"] if own.state == "sent" or not own.lines["what"] else []
    what = await NOW.without(*unseen, *([] if own.todo else ["go_on"]))
    if what == "menu":
        return Next("menu")
    if what == "go_on":
        return Next("plan", {"interest": own.interest, "fill": True})
    if what == "change":
        await change(own)
        return here_again
    changed = await send(interest=own.interest, seen=own.seen)
    if changed:
        await Say("plan-meanwhile", lines=[Named("plan_line", line) for line in changed])
        return here_again
    await others(interest=own.interest, name=PLAN_SENT, say=tell(PLAN_SENT))
    await thank(own)
    return Next("menu")


async def pick_plan() -> Next:
    """Open the only plan that the person may write, or ask which."""
    states = await plans()
    cards = [card for card in await signed_up() if card.id in states]
    if not cards:
        await Say("plan-none")
        return Next("interests")
    if len(cards) == 1:
        return Next("plan", {"interest": cards[0].id})
    titles = [Option(str(card.id), shorten(card.title, LABEL)) for card in cards]
    pick = await PICK.among(titles)
    return Next("menu") if pick == "menu" else Next("plan", {"interest": int(pick)})


async def write_all(own: OwnPlan) -> None:
    """Ask for each line in which nothing stands yet; what is left for later stays open."""
    if not any(own.lines.values()):
        await Say("plan-begin", until=own.until, party=own.party)
    for number, line in enumerate(own.todo, 1):
        await take_line(own, line, (number, len(own.todo)))


async def change(own: OwnPlan) -> None:
    """Ask which line, then its question again."""
    picked = await FIELD.among([Option(ASKS[line].key) for line in own.lines])
    if picked == "keep":
        return
    line = next(line for line, ask in ASKS.items() if ask.key == picked)
    await take_line(own, line, None)
    if own.state == "sent":
        await others(interest=own.interest, name=PLAN_CHANGED, say=tell(PLAN_CHANGED))
    await Say("plan-changed", sent="yes" if own.state == "sent" else "no")


async def take_line(own: OwnPlan, line: str, step: tuple[int, int] | None) -> None:
    """Ask for one line and store it at once; what another wrote meanwhile is shown and kept."""
    ask: Ask[str | None] = ASKS[line]
    if line == "more":
        ask = ask.about(asks=first_words(own.asks, ASKS_WORDS))
    said = await ask.at(step)
    # who leaves a line for later leaves what stands there
    if said is None:
        return
    met = await write(interest=own.interest, line=line, value=said, seen=own.seen)
    if met is not None:
        picked = await BOTH.about(theirs=met.theirs)
        both = f"{met.theirs}\n{met.mine}"
        kept = {"mine": met.mine, "theirs": met.theirs, "both": both}[picked]
        await settle(interest=own.interest, line=line, value=kept)
    if line == "costs":
        await cost(interest=own.interest, cents=await amount_of(said, own.currency))


async def amount_of(said: str, currency: str) -> int | None:
    """Ask back the amount that was understood, or ask for it; None if nobody knows yet."""
    found = amount_in(said)
    if found is not None and await RIGHT.about(amount=Money(found, currency)):
        return found
    return await AMOUNT


async def show_plan(own: OwnPlan) -> None:
    """Show all that stands in the plan; each line can be changed."""
    facts = facts_of(own)
    changes = CHANGES if own.takes else {}
    await Show("plan-card", rows=tuple(facts), bare=True, changes=changes, title=own.title, **facts)


def facts_of(own: OwnPlan) -> dict[str, Any]:
    """Return all that stands in a plan, by what stands before it."""
    facts: dict[str, Any] = {}
    for line, said in own.lines.items():
        facts[line] = said
        if line == "costs":
            known = own.cost_cents is not None
            facts["amount"] = Money(own.cost_cents or 0, own.currency) if known else None
    return facts | counted(own.files)


async def thank(own: OwnPlan) -> None:
    """Give a receipt of what was sent, and say until when it can be changed."""
    await confirm(
        "plan-thanks",
        "plan",
        {"party": own.party, **facts_of(own)},
        reference=own.reference,
        at=await here(),
        interest=own.interest,
        opportunity=own.opportunity,
    )
    await Say("plan-next", official=own.official, until=own.until)
