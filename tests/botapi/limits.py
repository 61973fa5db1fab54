"""What Telegram refuses in a message before it looks at the chat: text, keyboard, links."""

import re
from typing import Any

import orjson

from tests.botapi.entities import check_entities, find_entities, parse_html, units
from tests.botapi.protocol import Call, Json, bad

TEXT, CAPTION = 4096, 1024
CALLBACK_DATA, COPY_TEXT, ALERT = 64, 256, 200
MOST_BUTTONS, LARGEST_KEYBOARD = 100, 10_000
START = re.compile(r"[A-Za-z0-9_-]{1,64}")
ACTIONS = {
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}
PREVIEW_OPTIONS = {
    "is_disabled",
    "url",
    "prefer_small_media",
    "prefer_large_media",
    "show_above_text",
}
OTHER_KEYBOARDS = {"keyboard": list, "remove_keyboard": bool, "force_reply": bool}
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]")
"""Telegram drops control characters, and turns the directions that could hide a text."""


def read_text(call: Call) -> tuple[str, list[Json]]:
    """Return the text of a message and its entities."""
    markup = call.string("text")
    if not markup:
        raise bad("message text is empty")
    text, entities = _format(call, markup, "entities")
    if not text:
        raise bad("text must be non-empty")
    if len(text) > TEXT // 2 and units(text) > TEXT:
        raise bad(
            "message is too long" if call.method.lower() == "sendmessage" else "MESSAGE_TOO_LONG"
        )
    return text, entities


def read_caption(call: Call) -> tuple[str, list[Json]]:
    """Return the caption of a picture or voice note; it may be empty."""
    caption, entities = _format(call, call.string("caption"), "caption_entities")
    if units(caption) > CAPTION:
        raise bad("message caption is too long")
    return caption, entities


def _format(call: Call, markup: str, name: str) -> tuple[str, list[Json]]:
    mode = call.string("parse_mode").lower()
    if mode not in ("", "none", "html"):
        raise bad("unsupported parse_mode")
    entities: list[Json] = []
    if mode == "html":
        markup, entities = parse_html(markup)
    elif name in call.values:
        entities = check_entities(call.parsed(name, "entities") or [])
    text = UNSEEN.sub("", markup).rstrip()
    if text and text[0].isspace():
        lead = units(text) - units(text := text.lstrip())
        entities = [one | {"offset": max(0, one["offset"] - lead)} for one in entities]
    _check_offsets(text, entities if mode != "html" else [])
    covered = [(one["offset"], one["offset"] + one["length"]) for one in entities]
    found = [
        one
        for one in find_entities(text)
        if not any(a < one["offset"] + one["length"] and one["offset"] < b for a, b in covered)
    ]
    return text, sorted(entities + found, key=lambda one: int(one["offset"])) if found else entities


def _check_offsets(text: str, entities: list[Json]) -> None:
    length = units(text) if entities else 0
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0:
            raise bad(f"receive an entity with incorrect offset {start}")
        if start > length:
            raise bad(f"entity begins after the end of the text at UTF-16 offset {start}")
        if end > length:
            raise bad(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text at "
                f"UTF-16 offset {end}"
            )


def read_markup(call: Call) -> Json | None:
    """Return the keyboard of a message, checked; only inline keyboards stay with the message."""
    markup = call.parsed("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        _check_other_keyboard(markup)
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list):
        raise bad('field "inline_keyboard" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad(
                "can't parse inline keyboard button: expected an Array of InlineKeyboardButton"
            )
        for button in row:
            _check_button(button)
    if sum(map(len, rows)) > MOST_BUTTONS or len(orjson.dumps(rows)) > LARGEST_KEYBOARD:
        raise bad("reply markup is too long")
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _check_other_keyboard(markup: Json) -> None:
    for name, kind in OTHER_KEYBOARDS.items():
        if name in markup and not isinstance(markup[name], kind):
            raise bad(f'field "{name}" must be of type {"Array" if kind is list else "Boolean"}')


def _check_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad("inline keyboard button text is empty")
    actions = [name for name in button if name in ACTIONS and button[name] not in (None, "")]
    if not actions:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: exactly one action field must be used")
    _check_action(actions[0], button[actions[0]])


def _check_action(name: str, value: Any) -> None:
    if name == "callback_data":
        if not isinstance(value, str):
            raise bad(
                'can\'t parse inline keyboard button: Field "callback_data" must be of type String'
            )
        if len(value.encode()) > CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
    elif name == "url":
        check_url(value)
    elif name == "web_app" and not str(value.get("url", "")).startswith("https://"):
        url = value.get("url", "")
        raise bad(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
    elif name == "copy_text" and not 1 <= len(value.get("text", "")) <= COPY_TEXT:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    elif name == "pay":
        raise bad("BUTTON_TYPE_INVALID")


def check_url(url: Any) -> None:
    """Refuse an address that a button cannot have; "localhost" is not valid, as on Telegram."""
    found = re.fullmatch(r"(?:([a-z]+)://)?([^/?#\s]*)([/?#]\S*)?", str(url), re.IGNORECASE)
    scheme, host = (found[1] or "http", found[2]) if found else ("http", "")
    if scheme not in ("http", "https", "tg", "ton"):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if scheme in ("http", "https") and "." not in host:
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_start(payload: str) -> None:
    """Telegram follows no link to a bot with another kind of payload (the app shows nothing)."""
    if not START.fullmatch(payload):
        raise ValueError(f"no start parameter: {payload!r} (1-64 of A-Z, a-z, 0-9, _ and -)")


def read_preview(call: Call) -> Json:
    """Return how links are previewed, as a message shows it (LinkPreviewOptions)."""
    options = call.parsed("link_preview_options", "link preview options")
    if options is None:
        return {}
    if not isinstance(options, dict) or not set(options) <= PREVIEW_OPTIONS:
        raise bad("object expected as link preview options")
    return {"link_preview_options": options}
