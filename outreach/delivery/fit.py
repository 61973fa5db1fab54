"""Make a message fit a channel: number the options, split the text, shorten the labels. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from content.message import Message
from outreach.delivery.channel import Abilities


def fit(message: Message, can: Abilities) -> list[Message]:
    """Return the messages to send, in order: the first has the picture or the file of a receipt,
    the last the options.
    """
    if message.options and not message.rev and not can.loose_buttons:
        # its link leads to the same page
        message = replace(message, options=())
    if not can.links:
        message = _below(message, "\n".join(f"{way.label}: {way.address}" for way in message.ways))
        message = replace(message, links=())
    if not can.buttons:
        message = replace(_below(message, _numbered(message)), options=())
    receipt = message.receipt if can.files else 0
    pieces = _pieces(message.text, can, can.caption_length if receipt else 0)
    options = tuple(
        replace(option, label=shorten(option.label, can.label_length)) for option in message.options
    )
    messages = [Message(text=piece, topic=message.topic) for piece in pieces]
    messages[-1] = replace(messages[-1], options=options, links=message.links, rev=message.rev)
    if can.cards and len(messages) == 1:
        messages[0] = replace(messages[0], cards=message.cards)
    if message.picture and can.caption_length and can.length(pieces[0]) > can.caption_length:
        messages.insert(0, Message("", topic=message.topic))
    messages[0] = replace(
        messages[0], picture=message.picture, answers=message.answers, receipt=receipt
    )
    return messages


def _pieces(text: str, can: Abilities, caption: int) -> list[str]:
    """Cut a text into pieces; the first stands with a file and is a `caption`, if that is short."""
    if caption and can.length(text) > caption:
        first = split(text, caption, can.length)[0]
        return [first, *_pieces(text.strip()[len(first) :].lstrip(), can, 0)]
    return split(text, can.text_length, can.length) if can.text_length else [text]


def split(text: str, longest: int, length: Callable[[str], int] = len) -> list[str]:
    """Cut a text into pieces of at most `longest` units, between paragraphs if it can."""
    pieces: list[str] = []
    text = text.strip()
    while length(text) > longest:
        cut = _last_break(text, _room(text, longest, length))
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*pieces, text]


def shorten(label: str, longest: int) -> str:
    """Cut a label to the channel's length, ending in an ellipsis."""
    return (
        label
        if not longest or len(label) <= longest
        else label[: _whole(label, longest - 1)].rstrip() + "…"
    )


def _room(text: str, longest: int, length: Callable[[str], int]) -> int:
    """Return how many characters fit in `longest` units; a character takes one or two."""
    room = longest
    while (excess := length(text[:room]) - longest) > 0:
        room -= (excess + 1) // 2
    return room


def _below(message: Message, text: str) -> Message:
    """Return the message with something more below its text."""
    return replace(message, text="\n\n".join(filter(None, (message.text, text))))


def _numbered(message: Message) -> str:
    """Number the options, unless cards have the numbers; no typed number means another one then.

    A single one has no number either.
    """
    options = message.unlisted
    if len(options) == 1 or options != message.options:
        return "\n".join(f"→ {option.label}" for option in options)
    return "\n".join(f"{number}. {option.label}" for number, option in enumerate(options, 1))


def _last_break(text: str, longest: int) -> int:
    head = text[: longest + 1]
    for mark in (r"\n\n", r"\n", r"(?<=[.!?]) ", r"\s"):
        ends = [match.end() for match in re.finditer(mark, head) if match.start() > longest // 4]
        if ends:
            return _whole(text, min(ends[-1], longest))
    return _whole(text, longest)


def _whole(text: str, cut: int) -> int:
    """Move a cut before the character that it would break, unless that one alone is too long."""
    last = 0
    for sign in _grapheme().finditer(text):
        if sign.end() > cut:
            break
        last = sign.end()
    return last or cut


@cache
def _grapheme() -> Any:
    """Return what finds what people see as one character: a family, a flag (Unicode UAX 29)."""
    # imported here: hardly any text is too long, and the library takes 5 MB
    import regex

    return regex.compile(r"\X")
