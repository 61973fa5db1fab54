"""What we hold of you, in words, and where to get all of it as a file."""

from bot.steps import Say, look
from outreach.privacy.mydata import holding

hold = look(holding)


async def my_data() -> None:
    """Say what we know, and how to have it forgotten."""
    data = await hold()
    await Say("my_data-known", messages=data.messages, interests=data.interests, questions=data.questions)
    if data.parties:
        await Say("my_data-parties", parties=data.parties)
    if data.place:
        await Say("my_data-place", place=data.place)
    await Say("my_data-news" if data.news else "my_data-no-news")
    await Say("my_data-file")
