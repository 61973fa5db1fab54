"""The fields of Telegram's updates that we read (https://core.telegram.org/bots/api#update)."""

from pydantic import BaseModel, ConfigDict, Field

THERE = ("member", "administrator", "creator")


class Part(BaseModel):
    """A part of an update: other fields are passed over."""

    model_config = ConfigDict(strict=True, extra="ignore")


class User(Part):
    """Who wrote or pressed."""

    id: int
    is_bot: bool = False
    language_code: str | None = None


class Chat(Part):
    """The chat in which it happened."""

    id: int
    type: str
    title: str | None = None


class File(Part):
    """A file that came along."""

    file_id: str
    mime_type: str | None = None
    file_name: str | None = None
    file_size: int | None = None


class Button(Part):
    """A button under a message of ours."""

    text: str
    callback_data: str | None = None
    url: str | None = None


class Keyboard(Part):
    """The buttons under a message of ours."""

    inline_keyboard: list[list[Button]]


class Earlier(Part):
    """The message that is answered."""

    sender: User | None = Field(None, alias="from")
    message_id: int | None = None


class Message(Part):
    """A message; one that Telegram does not show any more has its number only."""

    message_id: int
    chat: Chat
    sender: User | None = Field(None, alias="from")
    text: str | None = None
    caption: str | None = None
    photo: list[File] | None = None
    voice: File | None = None
    audio: File | None = None
    document: File | None = None
    reply_to_message: Earlier | None = None
    reply_markup: Keyboard | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    is_automatic_forward: bool = False
    media_group_id: str | None = None
    migrate_to_chat_id: int | None = None
    migrate_from_chat_id: int | None = None
    # other fields are looked up by name alone
    model_config = ConfigDict(strict=True, extra="allow")


class Press(Part):
    """A button was pressed."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str | None = None


class Standing(Part):
    """The bot's status in a chat."""

    status: str
    is_member: bool = False

    @property
    def there(self) -> bool:
        """True if it is in the chat."""
        return self.status in THERE or self.is_member


class Change(Part):
    """The bot's standing changed: somebody blocked it, added it, threw it out."""

    chat: Chat
    sender: User = Field(alias="from")
    old_chat_member: Standing
    new_chat_member: Standing


class Update(Part):
    """One update. At most one of the others is there."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    channel_post: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Change | None = None


class Bare(Part):
    """The part of an unreadable message that we still read: its sender."""

    chat: Chat
    sender: User | None = Field(None, alias="from")
