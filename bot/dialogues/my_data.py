"""What we hold of you, in words, what you allowed, and where to get all of it as a file."""

from bot.questions import one_of
from bot.steps import Ask, Say, do, look
from content.message import Option
from content.texts import Named
from outreach.mailboxes.end import end_my_mailboxes
from outreach.parties.consent import take_back
from outreach.privacy.mydata import Holding, holding
from outreach.subscriptions.subscription import end_my_subscriptions

BACK: Ask[str] = Ask("my_data-back", one_of("keep"), names="consent")

hold = look(holding)
withdraw = do(take_back)
end = do(end_my_mailboxes)
silence = do(end_my_subscriptions)


async def my_data() -> None:
    """Say what we know and may do, let the person take a permission back, and name "forget me"."""
    data = await hold()
    await Say(
        "my_data-known", messages=data.messages, interests=data.interests, questions=data.questions
    )
    if data.parties:
        await Say("my_data-parties", parties=data.parties)
    if len(data.channels) > 1:
        await Say(
            "my_data-channels", channels=[Named("channel", channel) for channel in data.channels]
        )
    if data.reached:
        await Say("my_data-reached", reached=data.reached)
    if data.emails:
        await Say("email-known", email=data.emails[0])
    if data.rings:
        await Say("push-known", count=data.rings)
    if data.place:
        await Say("my_data-place", place=data.place)
    if data.news:
        await Say("my_data-news", channels=[Named("channel", channel) for channel in data.news])
    else:
        await Say("my_data-no-news")
    if data.names:
        await Say("my_data-name", count=data.names)
    if data.talks:
        await Say("my_data-talk")
    if data.meetings:
        await Say("my_data-meetings", count=data.meetings)
    await Say("my_data-file" if data.web else "my_data-file-elsewhere")
    await take_one_back(data)


async def take_one_back(data: Holding) -> None:
    """Let the person take a permission back, if they gave any."""
    given = {
        "news": data.news,
        "name": data.names,
        "talk": data.talks,
        "email": data.emails,
        "push": data.rings,
    }
    standing = [purpose for purpose, found in given.items() if found]
    if not standing:
        return
    purpose = await BACK.among([Option(purpose) for purpose in standing])
    if purpose == "email":
        await end(text=BACK.key)
    elif purpose == "push":
        await silence(text=BACK.key)
    elif purpose != "keep":
        await withdraw(purpose=purpose, text=BACK.key)
    if purpose != "keep":
        await Say("my_data-taken")
