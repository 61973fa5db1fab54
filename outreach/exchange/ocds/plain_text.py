"""HTML that came along in a text, turned into plain text with its paragraphs kept."""

import html
import re

TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--")
ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|table|tr|section|article|blockquote)\b[^<>]*>", re.IGNORECASE
)


MOST_TAGS = 1_000
"""With more of them a parser that minds how they stand inside each other takes
the square of their number.
"""
ANY_TAG = re.compile(rf"<!--[^<>]*-->|{TAG.pattern}")


def is_html(text: str) -> bool:
    """True if a text holds tags or entities; "a < b" and "Q & A" are plain text."""
    return bool(TAG.search(text) or ENTITY.search(text))


def plain_text(text: str) -> str:
    """Remove tags and entities: blocks become paragraphs, items get a bullet, scripts disappear."""
    if not TAG.search(text):
        text = html.unescape(text)
        if not TAG.search(text):
            return text
    if BREAK.search(text) or BLOCK.search(text):
        text = re.sub(r"\s+", " ", text)
    text = BLOCK.sub("\n\n", ITEM.sub("\n• ", BREAK.sub("\n", text)))
    text = html.unescape(_without_tags(text))
    lines = (line.strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_tags(text: str) -> str:
    if text.count("<") > MOST_TAGS:
        return ANY_TAG.sub("", text)
    # imported here: only texts of other systems hold tags, and a server needs it for nothing else
    import nh3

    return nh3.clean(text, tags=set(), clean_content_tags={"script", "style"})
