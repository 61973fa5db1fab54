"""A private word with a human: the contact official by name."""

from bot.listening.judging import SKIP
from bot.questions import optional, text, yes_no
from bot.receipts import confirm_asked
from bot.steps import Ask, Say, do, look
from outreach.interests.own import my_interests
from outreach.interests.question import ask_human
from outreach.interests.write import interest_written_about
from outreach.opportunities.card import opportunity_card
from outreach.parties.consent import permit
from outreach.parties.person import profile

WORDS = Ask("human-words", text(longest=1_000), letter=True)
WORDS_TO = Ask("human-words-to", text(longest=1_000), letter=True)
READ = Ask("human-read", optional(yes_no), unseen=(SKIP,))

me = look(profile)
mine = look(my_interests)
written_about = look(interest_written_about)
card_of = look(opportunity_card)
ask = do(ask_human)
agree = do(permit)


async def human(
    opportunity: int | None = None, interest: int | None = None, tongue: str = ""
) -> None:
    """Take a private message to a colleague, and ask whether they may read what was said here.

    If a colleague wrote about an interest and got no answer yet, this is the answer. It was asked
    in `tongue`, if that is another language.
    """
    who = await me()
    if interest is None:
        interest = await written_about(opportunity=opportunity)
    if interest is not None:
        opportunity = next(card.opportunity for card in await mine() if card.id == interest)
    if tongue:
        await Say("abroad-human").in_tongue(tongue)
    card = None
    if opportunity is None:
        words = await WORDS
    else:
        card = await card_of(opportunity=opportunity, language=who.language)
        words = await WORDS_TO.about(official=card.official, title=card.title)
    asked = await ask(opportunity=opportunity, text=words, interest=interest)
    if tongue:
        await Say("abroad-sent", answer_by=asked.answer_by).in_tongue(tongue)
    await confirm_asked("human-thanks", "human", asked, words, card)
    # asked last: somebody who leaves now has been heard
    if (read := await READ) is not None:
        await agree(purpose="talk", given=read, text=READ.key, scope=str(asked.id))
        await Say("human-may-read" if read else "human-may-not-read")
