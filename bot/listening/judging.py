"""What to make of a text: do what it wants, offer that, or say something that fits how it is said.

At a question with choices this is judged after the choices themselves; at one that takes any text,
before the text is taken for an answer.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.listening.hearing import (
    FEW,
    MOST_GUESSES,
    UNMISTAKABLE,
    Certainty,
    Hearing,
    Wish,
    contact_in,
    hear,
    is_titled,
    joins_more,
)
from bot.listening.naming import introduces, tells

AT_A_LETTER = ("stop", "no_mail", "forget")
"""Wishes that are heard in a message to a colleague too; all else is for them to read."""
ASKED_ABOUT = ("stop", "no_mail", "forget", "human", "my_data", "interests")
"""Wishes that may be meant by an answer to an open question: it is asked which."""
BE_MAILED = "email"
"""A wish that is no other one where it is asked how somebody can be reached."""
NO_ANSWER = ("nameless", "puzzled", "unknown", "thanks", "hello", "bye", "insult", "ahead")
"""Ways of saying something that are no answer to an open question."""
SKIP, NAMELESS, LEAVE, UNSURE = "skip", "nameless", "withdraw", "unsure"
Awaited = Literal["text", "name", "reach", "letter"]
"""What an open question asks for: a letter is a message to a colleague."""
JOIN, YES = "join", "yes"
WHO = ("alone", "group", "organisation")
"""Choices of who takes part: where a name is asked, somebody changes their mind."""
SHORT = 3
"""Words of a text in which one word says all."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to make of a text: a wish to do, an option to choose, wishes to offer, or its tone."""

    do: str | None = None
    choose: str | None = None
    guesses: tuple[str, ...] = ()
    tone: str | None = None


def at_open_question(
    text: str, codes: Collection[str] = (), *, awaits: Awaited = "text"
) -> Verdict | None:
    """Return what a text is that does not answer an open question; None if it may be an answer.

    `codes` are the options beside it.
    """
    heard = hear(text)
    if awaits == "letter":
        return _in_letter(heard)
    chosen = _alone(heard.options)
    if chosen is not None and chosen.name in codes:
        return Verdict(choose=chosen.name)
    if NAMELESS in codes and heard.tone(Certainty.SAID) == NAMELESS:
        return Verdict(choose=NAMELESS)
    names = awaits == "name" and introduces(text)
    wishes = _wishes(heard, text, awaits)
    alone = None if names else _alone(wishes)
    urgent = _urgent(heard) if awaits == "reach" else None
    if SKIP in codes and urgent is None and not contact_in(text) and _declines(heard, awaits):
        return Verdict(choose=SKIP)
    if alone is not None and (alone.is_urgent or alone.size > 1 or heard.words <= SHORT):
        titled = awaits == "name" and text.istitle()
        if alone.spelled and alone.is_sure and not (titled and " " in text):
            return Verdict(do=alone.name)
        # a slip of the pen may be a name, and so may several words with a capital each
        if alone.spelled or not titled:
            return Verdict(guesses=(alone.name,))
    if names:
        return None
    guesses = _asked_about(wishes)
    if guesses:
        return Verdict(guesses=guesses)
    if awaits == "name" and is_titled(text):
        return None
    tone = _tone_of_no_answer(heard, text, awaits)
    return None if tone is None else Verdict(tone=tone)


def at_choice(heard: Hearing, codes: Collection[str]) -> Verdict | None:
    """Return what a text surely wants that is no option as it stands; None if that is not sure."""
    whole = _alone(heard.wishes)
    for urgent in heard.wishes:
        if urgent.is_urgent and urgent.certainty >= Certainty.SAID:
            # "forget it, I do not want to sign up" says one thing as a whole
            if not urgent.is_sure or (whole is not None and whole.size > urgent.size):
                break
            return Verdict(do=urgent.name)
    if UNSURE in codes and heard.tone(Certainty.SAID) == "unknown":
        return Verdict(choose=UNSURE)
    options = [option for option in heard.options if option.name in codes]
    first = options[0] if options else None
    if whole is not None and first is not None and _takes_back(whole, first):
        return Verdict(do=whole.name)
    if first is not None and _chooses(first, options, heard):
        return Verdict(choose=first.name)
    if JOIN in codes and YES not in codes and _agrees(heard):
        return Verdict(choose=JOIN)
    wish = next((wish for wish in heard.wishes if _is_meant(wish, heard)), None)
    return None if wish is None else Verdict(do=wish.name)


def otherwise(heard: Hearing, text: str) -> Verdict:
    """Return what to offer or to say to a text that surely wants nothing."""
    for wish in heard.wishes:
        told = heard.tone() is not None or (heard.asks and wish.name == "cancel")
        if wish.certainty is Certainty.SAID and wish.left <= FEW and wish.is_sure and not told:
            return Verdict(do=wish.name)
    guesses = () if heard.tone() == "insult" else heard.guesses()
    return Verdict(guesses=guesses, tone=tone_of(heard, text))


def would_leave(heard: Hearing, codes: Collection[str]) -> bool:
    """Return True if a text takes back what somebody signed up for, where that is no option."""
    first = heard.options[0] if heard.options else None
    if first is None or first.name != LEAVE or first.name in codes or heard.asks:
        return False
    return first.certainty is Certainty.ALONE


def certain_wish(text: str) -> str | None:
    """Return the urgent wish that is all that a text says."""
    wish = _alone(hear(text).wishes)
    return wish.name if wish is not None and wish.is_urgent and wish.spelled else None


def goes_on(text: str) -> bool:
    """Return True if a yes goes on with something else: "ja en een dak"."""
    if not joins_more(text):
        return False
    heard = hear(text)
    return bool(heard.telling) and not heard.tones and not _says_yes(heard)


def takes_back(text: str) -> bool:
    """Return True if a no gives up all of it: "nee, laat maar"."""
    if " " not in text:
        return False
    verdict = at_choice(hear(text), ("yes", "no"))
    return verdict is not None and verdict.do == "cancel"


def tone_of(heard: Hearing, text: str) -> str | None:
    """Return how a text is said, where a choice was asked for."""
    sure = heard.tone()
    said = heard.tone(Certainty.SAID) or heard.tone(Certainty.MENTIONED)
    if sure is not None or said == "insult":
        return sure or said
    if contact_in(text):
        return "contact"
    if said == "complaint":
        return said
    if heard.asks:
        return "question"
    if heard.is_long:
        return "long"
    return said if said in ("puzzled", "unknown", "thanks") else None


def _says_yes(heard: Hearing) -> bool:
    verdict = at_choice(heard, ("yes",))
    return verdict is not None and verdict.choose == "yes"


def _is_meant(wish: Wish, heard: Hearing) -> bool:
    """Return True if a wish is surely meant, and not only a word of what is said besides."""
    if heard.asks and wish.name == "cancel":
        # "wat als ik geen zin meer heb?"
        return False
    if not wish.is_urgent and any(option.size > wish.size for option in _all_of(heard.options)):
        # "chcę pomóc" is an offer of help, and asks for none
        return False
    tone = heard.tones[0] if heard.tones else None
    if tone is not None and tone.certainty is Certainty.ALONE and tone.size > wish.size:
        return False
    return wish.certainty is Certainty.ALONE or (wish.size > 1 and wish.left <= 1 and wish.is_sure)


def _in_letter(heard: Hearing) -> Verdict | None:
    wish = _alone(heard.wishes)
    if wish is None or wish.name not in AT_A_LETTER or not wish.spelled:
        return None
    return Verdict(do=wish.name)


def _wishes(heard: Hearing, text: str, awaits: Awaited) -> tuple[Wish, ...]:
    """Return the wishes that can be meant at an open question.

    "Bel me op 0612345678" answers how somebody can be reached.
    """
    answers = {BE_MAILED} if awaits == "reach" else set()
    if awaits == "reach" and contact_in(text):
        answers.add("human")
    return tuple(wish for wish in heard.wishes if wish.name not in answers)


def _asked_about(wishes: tuple[Wish, ...]) -> tuple[str, ...]:
    """Return what may be meant, though it may be an answer to an open question as well."""
    said = (wish for wish in wishes if wish.certainty is Certainty.SAID)
    return tuple(
        wish.name
        for wish in said
        if wish.name in ASKED_ABOUT or (wish.name == "cancel" and wish.size >= UNMISTAKABLE)
    )[:MOST_GUESSES]


def _takes_back(whole: Wish, first: Wish) -> bool:
    """Return True if all of it is off: "nee, toch maar niet", also where a yes is in it."""
    return whole.name == "cancel" and (first.name == "no" or whole.size > first.size)


def _agrees(heard: Hearing) -> bool:
    """Return True if a text is no more than a yes: to what was just told, where nothing asks it."""
    chosen = _alone(heard.options)
    return chosen is not None and chosen.name == YES and not heard.asks and heard.tone() is None


def _alone(wishes: tuple[Wish, ...]) -> Wish | None:
    return next(iter(_all_of(wishes)), None)


def _all_of(wishes: tuple[Wish, ...]) -> list[Wish]:
    """Return those beside which a text says nothing else."""
    return [wish for wish in wishes if wish.certainty is Certainty.ALONE]


def _urgent(heard: Hearing) -> Wish | None:
    """Return what is urgent and unmistakable, though something else is said as well."""
    return next(
        (wish for wish in heard.wishes if wish.name in AT_A_LETTER and wish.size >= UNMISTAKABLE),
        None,
    )


def _chooses(first: Wish, options: list[Wish], heard: Hearing) -> bool:
    """Return True if an option is surely chosen. A yes may store something: nothing beside it."""
    if first.certainty is Certainty.ALONE:
        rivals = [option.name for option in options[1:] if option.certainty is Certainty.ALONE]
        return first.name != "yes" or not rivals
    if heard.asks or first.name == "yes" or (heard.is_long and first.left > SHORT):
        return False
    # "de lamp in de straat is kapot" names no neighbourhood to look in
    if heard.tone(Certainty.SAID) == "complaint":
        return False
    return first.left <= (FEW if first.certainty is Certainty.SAID else 2)


def _declines(heard: Hearing, awaits: Awaited) -> bool:
    """Return True if a text says no to a question that may be skipped."""
    for option in heard.options:
        if option.name in (SKIP, "no") and option.certainty is Certainty.ALONE:
            return True
        if awaits == "reach" and option.name in (SKIP, "unmet") and option.left <= FEW:
            return not heard.asks
    return False


def _says_no_more(text: str) -> bool:
    """Return True if a text with an address in it is only that."""
    return not any(map(str.isalpha, text)) or ("@" in text and len(text.split()) == 1)


def _tone_of_no_answer(heard: Hearing, text: str, awaits: Awaited) -> str | None:
    tone = heard.tone()
    if tone in NO_ANSWER:
        return tone
    if heard.tone(Certainty.SAID) == "insult":
        return "insult"
    chosen = _alone(heard.options)
    if chosen is not None and chosen.name in ("yes", "no") and heard.words <= SHORT:
        return "yesno"
    if chosen is not None and chosen.name == SKIP and awaits == "name":
        # "zeg ik liever niet" is no name
        return "unknown"
    if contact_in(text) and (awaits == "name" or (awaits == "text" and _says_no_more(text))):
        return "contact"
    if heard.asks and not contact_in(text):
        return "question"
    if awaits == "name" and (tells(text) or (chosen is not None and chosen.name in WHO)):
        return "sentence"
    return None
