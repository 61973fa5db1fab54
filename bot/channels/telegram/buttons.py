"""Buttons under a message in Telegram: what each hands back when pressed, and what it meant.

Telegram takes 64 bytes for a button. A longer code is replaced by the index of the button; the
stored delivery tells which code that was, so that it works after a restart, and in another process.
"""

import re
from typing import Any

from content.message import Card, Option
from outreach.delivery.history import said_lately
from outreach.store.unit import Unit

MOST_BYTES = 64
MOST_BUTTONS = 100
SHORT, FEW = 16, 2
"""Characters of a label that has room for another one beside it on a phone."""
PER_ROW = 5
"""Numbers of cards beside each other."""
Rows = list[list[dict[str, str]]]
PLACE = re.compile(r"(\d+\.(\d+)\.)#(\d{1,3})")


def keyboard(options: tuple[Option, ...], cards: tuple[Card, ...] = ()) -> Rows:
    """Return the rows of buttons: two beside each other if both are short.

    A card has its number as a button, because its title stands above already.
    """
    numbers = {card.choice: str(card.number) for card in cards if card.choice}
    rows: Rows = []
    for place, option in enumerate(options[:MOST_BUTTONS]):
        number = numbers.get(option.code)
        button = {"text": number or option.label, "callback_data": _data(option.code, place)}
        most = FEW if number is None else PER_ROW
        if rows and len(rows[-1]) < most and _fits(rows[-1], button, number is not None):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _fits(row: list[dict[str, str]], button: dict[str, str], numbered: bool) -> bool:
    """True if a button has room in a row, and is of the same kind."""
    if row[0]["text"].isdecimal() != numbered:
        return False
    return all(len(one["text"]) <= SHORT for one in (*row, button))


def is_place(data: str) -> bool:
    """True if a button handed back its index, not its code."""
    return PLACE.fullmatch(data) is not None


def option_at(unit: Unit, *, channel: str, external_id: str, receipt: str, data: str) -> str:
    """Return the code of the option with this index; what was handed back if it is unknown."""
    found = PLACE.fullmatch(data)
    if found is None:
        return data
    said = said_lately(unit, channel=channel, external_id=external_id)
    # The receipt is written a moment after the message was sent: a quick finger is faster.
    meant = [message for number, message in said if number == receipt]
    meant += [message for _, message in said if message.rev == int(found[2])]
    place = int(found[3])
    return next(
        (message.options[place].code for message in meant if place < len(message.options)), data
    )


def pressed_label(markup: Any, data: str) -> str:
    """Return the label of the button that handed this back, from the rows under its message."""
    return next(
        (button.text for row in markup for button in row if button.callback_data == data), ""
    )


def _data(code: str, place: int) -> str:
    if len(code.encode()) <= MOST_BYTES:
        return code
    head = ".".join(code.split(".", 2)[:2])
    return f"{head}.#{place}"
