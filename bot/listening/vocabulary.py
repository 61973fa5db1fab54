"""What is listened for: the names of it, and its words in each language, as phrases of ours."""

import re
from functools import cache

from bot.listening.phrases import OR, Phrases
from bot.listening.words import any_of, words_of
from content.fluent import TextMissing, words

WISHES = (
    "stop",
    "forget",
    "human",
    "my_data",
    "privacy",
    "help",
    "language",
    "interests",
    "meetings",
    "question",
    "start",
    "menu",
    "back",
    "cancel",
    "browse",
    "link",
    "email",
    "no_mail",
)
"""What somebody may want at any question."""
OPTIONS = (
    "join",
    "more",
    "requirements",
    "answers",
    "share",
    "others",
    "nearby",
    "theme",
    "all",
    "alone",
    "group",
    "organisation",
    "yes",
    "no",
    "enough",
    "send",
    "skip",
    "interest",
    "keep",
    "withdraw",
    "fine",
    "unmet",
)
"""Options of ours that people choose in a sentence of their own, where they are offered."""
TONES = (
    "ahead",
    "insult",
    "nameless",
    "puzzled",
    "unknown",
    "thanks",
    "hello",
    "bye",
    "complaint",
    "contact",
)
CLASS = re.compile("<([a-z-]+)>")
"""Stands in a phrase for all words of a class: "<deletes> <mine>"."""
OF_OURS = "listening-class"
CLASSES = {"listening-wish": OF_OURS, "listening-elsewhere": "listening-elsewhere-class"}
"""Where the words of a class stand, for a list of phrases."""
ENDS = "ends"
"""The class of what undoes a "not": "niet stoppen met appen"."""
BEFORE_WONDERING = 3
"""Words before those that say that somebody wonders: "nou ik heb geen idee wat"."""
FORMS = re.compile(r"[\s/=~+]+")


@cache
def phrases() -> Phrases:
    """Return all that is listened for, by what it says; built at the first text."""
    lists = (("listening-wish", WISHES), ("listening-option", OPTIONS), ("listening-tone", TONES))
    lines = {name: [*_lines(key, name)] for key, names in lists for name in names}
    # what we do not speak ourselves is not guessed at
    foreign = {name: _lines("listening-elsewhere", name) for name in lines}
    filler = _lines("listening-elsewhere", "filler")
    theirs = [*(line for listed in foreign.values() for line in listed), *filler]
    strict = {word for line in theirs for word in FORMS.split(line)}
    ours = {word for listed in lines.values() for line in listed for word in FORMS.split(line)}
    return Phrases(
        {name: [*lines[name], *foreign[name]] for name in lines},
        [*_lines("listening-small", "filler"), *filler],
        _lines("listening-small", "not"),
        filter(None, strict - ours),
        _lines("listening-small", "joins"),
        [word for key in CLASSES.values() for word in words(key, ENDS)],
        small("may"),
        small("parts"),
        small("others"),
        small("whose"),
    )


@cache
def wonders() -> re.Pattern[str]:
    """Return a pattern of a beginning behind which a question stands: "geen idee wat"."""
    wondering = any_of(words("listening-small", "wonders"))
    return re.compile(rf"(?:\w+ ){{0,{BEFORE_WONDERING}}}{wondering} {any_of(small('asks'))}\b")


@cache
def small(name: str) -> frozenset[str]:
    """Return the words of a list of those that say nothing by themselves."""
    return frozenset(
        word.text for line in _lines("listening-small", name) for word in words_of(line)
    )


def _lines(key: str, name: str) -> tuple[str, ...]:
    """Return the phrases of a list, with the words of each class that they name."""
    of_class = CLASSES.get(key, OF_OURS)
    return tuple(
        CLASS.sub(lambda named: OR.join(_class(of_class, named[1])), line)
        for line in words(key, name.replace("_", "-"))
    )


def _class(key: str, name: str) -> tuple[str, ...]:
    """Return the words of a class; raises TextMissing if there is none of that name."""
    found = words(key, name)
    if not found:
        raise TextMissing(key, name)
    return found
