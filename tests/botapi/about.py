"""Methods about the bot itself and its chats: who am I, commands, descriptions, members, files."""

import re
from collections.abc import Callable
from typing import Any

from tests.botapi.protocol import Call, Json, bad
from tests.botapi.world import World, member, no_access

COMMAND, LANGUAGE = re.compile(r"[a-z0-9_]{1,32}"), re.compile(r"[a-z]{2}")
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
MOST_COMMANDS, LONGEST_EXPLANATION = 100, 256
LARGEST_DOWNLOAD = 20 * 1024 * 1024


def get_me(world: World, call: Call) -> Json:
    return world.me | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, call: Call) -> bool:
    commands = call.parsed("commands", "commands") or []
    if not isinstance(commands, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= LONGEST_EXPLANATION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.told.setdefault("commands", {})[_scope(world, call)] = commands
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    found: list[Json] = world.told.get("commands", {}).get(_scope(world, call), [])
    return found


def delete_my_commands(world: World, call: Call) -> bool:
    world.told.get("commands", {}).pop(_scope(world, call), None)
    return True


def _scope(world: World, call: Call) -> tuple[Any, ...]:
    scope = call.parsed("scope", "scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    facts = []
    for name in SCOPES[scope["type"]]:
        if name not in scope:
            raise bad(f"can't parse BotCommandScope: Can't find field \"{name}\"")
        facts.append(str(scope[name]))
    if facts:
        world.find(facts[0])
    return (scope["type"], *facts, _language(call))


def _language(call: Call) -> str:
    language = call.string("language_code")
    if language and not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def _telling(
    field: str, longest: int, error: str
) -> tuple[Callable[[World, Call], bool], Callable[[World, Call], Json]]:
    """Make the pair of methods that set and give one of the bot's texts, per language."""

    def tell(world: World, call: Call) -> bool:
        text = call.string(field)
        if len(text) > longest:
            raise bad(error)
        world.told.setdefault(field, {})[(_language(call),)] = text
        return True

    def give(world: World, call: Call) -> Json:
        texts = world.told.get(field, {})
        return {field: texts.get((_language(call),)) or texts.get(("",), "")}

    return tell, give


set_my_name, get_my_name = _telling("name", 64, "BOT_TITLE_INVALID")
set_my_description, get_my_description = _telling("description", 512, "BOT_DESCRIPTION_INVALID")
set_my_short_description, get_my_short_description = _telling(
    "short_description", 120, "BOT_ABOUT_INVALID"
)


def set_chat_menu_button(world: World, call: Call) -> bool:
    button = call.parsed("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad("can't parse menu button: Unsupported type specified")
    world.told.setdefault("menu", {})[(call.string("chat_id"),)] = button
    return True


def get_chat_menu_button(world: World, call: Call) -> Json:
    found: Json = world.told.get("menu", {}).get((call.string("chat_id"),), {"type": "default"})
    return found


def get_chat(world: World, call: Call) -> Json:
    chat = world.find(call.string("chat_id"))
    if chat.moved_to or (chat.type != "private" and chat.bot in ("left", "kicked")):
        raise no_access(chat)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, True),
    }


def get_chat_member(world: World, call: Call) -> Json:
    chat = world.find(call.string("chat_id"))
    if chat.type != "private" and chat.bot in ("left", "kicked"):
        raise no_access(chat)
    number = call.integer("user_id")
    if number == world.me["id"]:
        return member(world.me, chat.bot, chat.rights)
    if number not in world.people:
        raise bad("invalid user_id specified")
    return member(world.people[number], chat.people.get(number, "left"), {})


def get_chat_member_count(world: World, call: Call) -> int:
    chat = world.find(call.string("chat_id"))
    there = [
        standing
        for standing in (*chat.people.values(), chat.bot)
        if standing not in ("left", "kicked")
    ]
    return len(there)


def leave_chat(world: World, call: Call) -> bool:
    chat = world.find(call.string("chat_id"))
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    if chat.bot in ("left", "kicked") or chat.moved_to:
        raise no_access(chat)
    before, chat.bot = member(world.me, chat.bot, chat.rights), "left"
    told = {"chat": chat.json(), "from": world.me, "date": world.now(), "old_chat_member": before}
    told["new_chat_member"] = member(world.me, "left", {})
    world.updates.add("my_chat_member", told, ("bot", chat.id))
    return True


def get_file(world: World, call: Call) -> Json:
    number = call.string("file_id")
    upload = world.files.get(number)
    if upload is None:
        raise bad("invalid file_id")
    if len(upload.content) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    unique = number.rpartition("-")[2]
    return {
        "file_id": number,
        "file_unique_id": unique,
        "file_size": len(upload.content),
        "file_path": f"{number.rpartition('-')[0]}s/{number}",
    }
