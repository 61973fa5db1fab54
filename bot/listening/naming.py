"""Whether a text is a name, gives one, or says something else: "ik ben Ria", "wij helpen graag".

The words stand in `listening-small`.
"""

import re
from functools import cache

from bot.listening.hearing import is_titled
from bot.listening.vocabulary import small
from bot.listening.words import any_of, words_of
from content.fluent import words

FEWEST_TOLD = 3
"""Words of a sentence in which somebody tells of themselves, whatever they do."""
MOST_NAMES = 5
"""Words of somebody's name, with what stands in it."""


def introduces(text: str) -> bool:
    """Return True if a text gives a name: "noem me maar Hope", "mevrouw De Mens"."""
    said = words_of(text)
    before = small("introduces")
    first = next((place for place, word in enumerate(said) if word.text not in before), 0)
    names = text.split()[first:]
    return first > 0 and len(names) <= MOST_NAMES and any(name[0].isupper() for name in names)


def tells(text: str) -> bool:
    """Return True if a text is a sentence of what somebody does: "wij kunnen water geven"."""
    said = [word.text for word in words_of(text)]
    first = next((place for place, word in enumerate(said) if word not in small("before")), 0)
    who, does = (*said[first:], "", "")[:2]
    tells = does in small("does") or (who in small("self") and len(said) - first >= FEWEST_TOLD)
    return who in small("who") and tells and introduced(text) == text


def introduced(text: str, *, of_group: bool = False) -> str:
    """Return the name that a text introduces, without what stands before it; else the text.

    After "ik ben" or "wij zijn" a name has a capital, or is all that follows of somebody.
    """
    found = None if is_titled(text) else _before_a_name().match(text)
    if found is None:
        return text
    name = text[found.end() :].strip()
    if found["called"] is None and not _has_capital(name) and (of_group or " " in name):
        return text
    return name or text


def _has_capital(name: str) -> bool:
    """Return True if a name begins with a capital, perhaps behind an article."""
    first = next((word for word in name.split() if word.casefold() not in small("article")), "")
    return first[:1].isupper()


@cache
def _before_a_name() -> re.Pattern[str]:
    called, being = (any_of(words("listening-name", name)) for name in ("called", "being"))
    return re.compile(rf"\s*(?:(?P<called>{called})|{being})[\s:]+", re.IGNORECASE)
