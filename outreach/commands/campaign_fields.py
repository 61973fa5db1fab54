"""Read what staff type of a campaign as `field=value`; what does not fit is refused with an example."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from outreach.commands.fields import read_answer, read_end, wrong
from outreach.store.clean import clean
from outreach.store.errors import Refusal

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
PARTNERS, POLICIES = ("known", "new"), ("again", "hold")
TEXTS = ("text", "reminder")
"""What stands before the language of a text: that of the campaign, and that of its reminder."""


def read_campaign(pairs: Sequence[str], zone: ZoneInfo, occasion: str) -> dict[str, Any]:
    """Read `field=value` pairs into facts of a campaign; texts come by step and language."""
    facts: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name, value = clean(name, 80), clean(value, 20_000)
        if not equals:
            raise Refusal("refusal-pair", given=clean(pair, 80))
        kind, _, language = name.partition(".")
        if kind in TEXTS and LANGUAGE.fullmatch(language):
            step = occasion if kind == "text" else kind
            facts.setdefault("texts", {}).setdefault(step, {})[language] = _read_text(value)
        elif name in FIELDS:
            facts[name] = FIELDS[name](name, value, zone)
        else:
            raise Refusal("refusal-field", given=name, allowed=", ".join((*FIELDS, "text.nl", "reminder.nl")))
    return facts


def _read_text(value: str) -> str:
    """A text that was typed, or kept in a file: `text.nl=@brief.txt`."""
    if value.startswith("@"):
        return clean(Path(value[1:]).expanduser().read_text("utf-8"), 20_000)
    return clean(value.replace("\\n", "\n"), 20_000)


def _list(name: str, text: str, zone: ZoneInfo) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def _languages(name: str, text: str, zone: ZoneInfo) -> list[str]:
    found = _list(name, text, zone)
    if not all(map(LANGUAGE.fullmatch, found)):
        raise wrong(name, text, "nl,en")
    return found


def _one_of(allowed: Sequence[str]) -> Callable[[str, str, ZoneInfo], str | None]:
    def read(name: str, text: str, zone: ZoneInfo) -> str | None:
        if text and text not in allowed:
            raise Refusal("refusal-code", given=text, allowed=", ".join(allowed))
        return text or None

    return read


def _number(low: int, high: int) -> Callable[[str, str, ZoneInfo], int | None]:
    def read(name: str, text: str, zone: ZoneInfo) -> int | None:
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", text) or not low <= int(text) <= high:
            raise wrong(name, text, str(max(low, min(high, 10))))
        return int(text)

    return read


def _answered(name: str, text: str, zone: ZoneInfo) -> bool | None:
    return read_answer(name, text, zone) if text else None


def _moment(name: str, text: str, zone: ZoneInfo) -> str | None:
    moment = read_end(name, text, zone) if text else None
    return None if moment is None else _begin(text, moment).isoformat()


def _begin(text: str, moment: datetime) -> datetime:
    """A day without a time is meant from its morning on; quiet hours put it where it belongs."""
    return moment if ":" in text else moment.replace(hour=0, minute=0, second=0)


def _end(name: str, text: str, zone: ZoneInfo) -> str | None:
    moment = read_end(name, text, zone) if text else None
    return None if moment is None else moment.isoformat()


def _picture(name: str, text: str, zone: ZoneInfo) -> str:
    if text and not re.fullmatch(r"https://\S{4,500}", text):
        raise wrong(name, text, "https://kansen.waterdam.example/plantsoen.jpg")
    return text


FIELDS: dict[str, Callable[[str, str, ZoneInfo], Any]] = {
    **dict.fromkeys(("places", "themes", "parties", "venues"), _list),
    "languages": _languages,
    "partner": _one_of(PARTNERS),
    "answered": _answered,
    "at": _moment,
    "first": _number(1, 100),
    "spread": _number(1, 24),
    "remind": _number(1, 60),
    "expires": _end,
    "policy": _one_of(POLICIES),
    "picture": _picture,
}
"""What can be set of a campaign, and how it is read."""
