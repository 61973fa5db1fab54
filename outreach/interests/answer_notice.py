"""What tells of an answer: the text of its notice, in words of `content`."""

from content.message import Message
from content.texts import Texts

ANSWER, CORRECTED = (
    ("notice-answer", "notice-answer-about"),
    ("notice-corrected", "notice-corrected-about"),
)
"""The keys of a text without the title of an opportunity, and with it."""


def notice_of(
    texts: Texts,
    titles: dict[str, str],
    keys: tuple[str, str],
    language: str,
    question: str,
    answer: str,
) -> Message:
    """Return the text that names the opportunity: a reader may have signed up for several."""
    plain, about = keys
    if not titles:
        return texts.message(plain, language, question=question, answer=answer)
    title = titles.get(language) or next(iter(titles.values()))
    return texts.message(about, language, title=title, question=question, answer=answer)
