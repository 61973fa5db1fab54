"""How a message looks in Telegram: bold titles, buttons that lead to a page, the chosen answer.

Every text is escaped, and only marks of ours stand between them.
"""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

from bot.channels.telegram.buttons import Rows
from bot.channels.telegram.model import Message as Received
from content.message import Card, Message

LABEL_LENGTH = 60
CHOSEN = "{}\n\n✓ {}"
QUIET = {"is_disabled": True}
"""No preview of links: it would count as a visit, and push the question off the screen."""
PREVIEW = "link_preview_options"


def marked(message: Message) -> str:
    """Return the text of a message in Telegram's HTML, with links that fit no button below it.

    https://core.telegram.org/bots/api#html-style
    """
    said = [escape(message.text, quote=False)]
    if message.cards:
        several = len(message.cards) > 1
        said = [
            escape(part, quote=False) if isinstance(part, str) else _card(part, linked=several)
            for part in message.parts()
        ]
    loose = [
        f"{link.label}: {link.address}" for link in message.ways if not _fits_button(link.address)
    ]
    return "\n\n".join(filter(None, [*said, escape("\n".join(loose), quote=False)]))


def preview(message: Message) -> dict[str, Any]:
    """Return what Telegram shows above the text: the picture of a card that stands alone.

    It fetches that itself, so it stays one message of text that can be edited; only from addresses
    that it reaches (https://core.telegram.org/bots/api#linkpreviewoptions).
    """
    picture = message.cards[0].picture if len(message.cards) == 1 else ""
    if not picture.startswith("https://") or not _fits_button(picture):
        return QUIET
    return {"url": picture, "prefer_large_media": True, "show_above_text": True}


def link_rows(message: Message) -> Rows:
    """Return a row for each link, with a button that opens it."""
    return [
        [{"text": link.label[:LABEL_LENGTH], "url": link.address}]
        for link in message.ways
        if _fits_button(link.address)
    ]


def settled(received: Received, label: str) -> dict[str, Any]:
    """Return the new text of a question that was answered, as bold as it was before."""
    values: dict[str, Any] = {"text": CHOSEN.format(received.text, label)}
    entities = (received.model_extra or {}).get("entities")
    if isinstance(entities, list) and entities:
        values["entities"] = entities
    # the picture above it stays where it is
    return values | {PREVIEW: (received.model_extra or {}).get(PREVIEW, QUIET)}


def kept_rows(markup: Any) -> Mapping[str, Any]:
    """Return the rows of buttons that lead to a page: they stay when a question was answered."""
    rows = [
        [{"text": button.text, "url": button.url} for button in row if button.url]
        for row in ([] if markup is None else markup.inline_keyboard)
    ]
    rows = [row for row in rows if row]
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _card(card: Card, *, linked: bool) -> str:
    """A card: a bold title, which leads to the page if others stand beside it, and bold labels."""
    title = f"<b>{escape(card.title, quote=False)}</b>"
    if linked and card.link is not None:
        title = f'<a href="{escape(card.link.address)}">{title}</a>'
    if card.number:
        title = f"{card.number}. {title}"
    lines = [title, escape(card.text, quote=False)]
    for label, value in card.facts:
        lines.append(f"<b>{escape(label, quote=False)}:</b> {escape(value, quote=False)}")
    return "\n".join(filter(None, lines))


def _fits_button(link: str) -> bool:
    """Telegram takes no name of a machine for an address."""
    return "." in (urlsplit(link).hostname or "")
