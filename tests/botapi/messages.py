"""Methods about messages: send, edit, delete, answer a press. Each is a plain function
of the world and the call.
"""

from collections.abc import Callable

from tests.botapi.entities import units
from tests.botapi.limits import ALERT, read_caption, read_markup, read_preview, read_text
from tests.botapi.protocol import Call, Json, Upload, bad
from tests.botapi.world import Chat, Query, World

OLDEST_TO_DELETE = 48 * 3600
LARGEST_PHOTO, LARGEST_FILE = 10 * 1024 * 1024, 50 * 1024 * 1024


def send_message(world: World, call: Call) -> Json:
    text, entities = read_text(call)
    markup = read_markup(call)
    content: Json = {"text": text} | read_preview(call)
    if entities:
        content["entities"] = entities
    return _send(world, call, content, markup)


def send_photo(world: World, call: Call) -> Json:
    return _send_file(
        world, call, "photo", LARGEST_PHOTO, lambda kept: [kept | {"width": 320, "height": 240}]
    )


def send_voice(world: World, call: Call) -> Json:
    length = call.integer("duration")
    return _send_file(world, call, "voice", LARGEST_FILE, lambda kept: kept | {"duration": length})


def send_document(world: World, call: Call) -> Json:
    return _send_file(world, call, "document", LARGEST_FILE, lambda kept: kept)


def _send_file(
    world: World, call: Call, kind: str, largest: int, shape: Callable[[Json], object]
) -> Json:
    upload = _file(world, call, kind)
    if len(upload.content) > largest:
        raise bad(
            f"file of size {len(upload.content)} bytes is too big for a {kind}; the maximum "
            f"size "
            f"is {largest} bytes"
        )
    caption, entities = read_caption(call)
    markup = read_markup(call)
    content: Json = {kind: shape(world.keep(upload, kind))}
    if caption:
        content["caption"] = caption
    if entities:
        content["caption_entities"] = entities
    return _send(world, call, content, markup)


def _file(world: World, call: Call, kind: str) -> Upload:
    """Return the file of a call: sent along, or known by its id. This server
    fetches nothing from elsewhere.
    """
    name = call.string(kind)
    if name.startswith("attach://"):
        kind = name.removeprefix("attach://")
    if upload := call.files.get(kind):
        if not upload.content:
            raise bad("file must be non-empty")
        return upload
    if name in world.files:
        return world.files[name]
    raise bad(
        f"there is no {kind} in the request"
        if not name
        else "wrong remote file identifier specified: Wrong string length"
    )


def _send(world: World, call: Call, content: Json, markup: Json | None) -> Json:
    chat = world.writable(call.string("chat_id"))
    answered = _answered(chat, call)
    if answered:
        content["reply_to_message"] = {
            key: value for key, value in answered.items() if key != "reply_to_message"
        }
    if markup:
        content["reply_markup"] = markup
    content |= _topic(chat, call)
    message = world.put(chat, content, world.me)
    chat.sent += 1
    chat.mine.add(message["message_id"])
    chat.other_bot = False
    chat.log.append(("sent", message))
    return message


def _topic(chat: Chat, call: Call) -> Json:
    """Return the topic of a message in a forum; without a topic it is the general one."""
    topic = call.integer("message_thread_id")
    if not topic:
        return {}
    if topic not in chat.topics:
        raise bad("message thread not found")
    return {"message_thread_id": topic, "is_topic_message": True}


def _answered(chat: Chat, call: Call) -> Json | None:
    values = call.parsed("reply_parameters", "reply parameters")
    if values is not None and "message_id" not in values:
        raise bad('can\'t find field "message_id"')
    number = int(values["message_id"]) if values else call.integer("reply_to_message_id")
    lenient = (
        values.get("allow_sending_without_reply")
        if values
        else call.truth("allow_sending_without_reply")
    )
    if number and number not in chat.messages and not lenient:
        raise bad("message to be replied not found")
    return chat.messages.get(number) if number else None


def edit_message_text(world: World, call: Call) -> Json:
    text, entities = read_text(call)
    markup = read_markup(call)
    chat, message = _own_message(world, call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    content: Json = {"text": text} | read_preview(call)
    if entities:
        content["entities"] = entities
    if markup:
        content["reply_markup"] = markup
    parts = ("text", "entities", "reply_markup", "link_preview_options")
    return _edit(world, chat, message, content, parts)


def edit_message_caption(world: World, call: Call) -> Json:
    caption, entities = read_caption(call)
    markup = read_markup(call)
    chat, message = _own_message(world, call)
    if "text" in message:
        raise bad("there is no caption in the message to edit")
    content: Json = {"caption": caption} if caption else {}
    if entities:
        content["caption_entities"] = entities
    if markup:
        content["reply_markup"] = markup
    return _edit(world, chat, message, content, ("caption", "caption_entities", "reply_markup"))


def edit_message_reply_markup(world: World, call: Call) -> Json:
    markup = read_markup(call)
    chat, message = _own_message(world, call)
    return _edit(
        world, chat, message, {"reply_markup": markup} if markup else {}, ("reply_markup",)
    )


def _own_message(world: World, call: Call) -> tuple[Chat, Json]:
    """Return a message that the bot may edit: its own, or any in a channel that allows it."""
    chat = world.writable(call.string("chat_id"))
    number = call.integer("message_id")
    if not number:
        raise bad("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad("message to edit not found")
    if number not in chat.mine and not (
        chat.type == "channel" and chat.rights.get("can_edit_messages")
    ):
        raise bad("message can't be edited")
    return chat, message


def _edit(world: World, chat: Chat, message: Json, content: Json, fields: tuple[str, ...]) -> Json:
    if {name: message[name] for name in fields if name in message} == content:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same "
            "as a current content and reply markup of the message"
        )
    message = {name: value for name, value in message.items() if name not in fields} | content
    message["edit_date"] = world.now()
    chat.messages[message["message_id"]] = message
    chat.edited.add(message["message_id"])
    chat.log.append(("edited", message))
    return message


def delete_message(world: World, call: Call) -> bool:
    chat = world.find(call.string("chat_id"))
    world.writable(str(chat.id))
    number = call.integer("message_id")
    message = chat.messages.get(number)
    if message is None:
        raise bad("message to delete not found")
    mine = number in chat.mine or chat.type == "private"
    old = world.now() - message["date"] > OLDEST_TO_DELETE
    if old and chat.rights.get("can_delete_messages") is not True:
        raise bad("message can't be deleted for everyone")
    if not mine and chat.rights.get("can_delete_messages") is not True:
        raise bad("message can't be deleted")
    chat.log.append(("deleted", chat.messages.pop(number)))
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    query: Query | None = world.queries.get(call.string("callback_query_id"))
    if query is None or query.expired or query.answer is not None:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    text = call.string("text")
    if units(text) > ALERT:
        raise bad("MESSAGE_TOO_LONG")
    query.answer = {"text": text, "show_alert": call.truth("show_alert"), "url": call.string("url")}
    return True


def send_chat_action(world: World, call: Call) -> bool:
    chat = world.writable(call.string("chat_id"))
    if not call.string("action"):
        raise bad("wrong parameter action in request")
    chat.log.append(("action", {"action": call.string("action")}))
    return True
