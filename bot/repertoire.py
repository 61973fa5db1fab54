"""Every dialogue that this house can hold: what is not here cannot be begun."""

from functools import partial

from bot.dialogue import Dialogue
from bot.dialogues.agreement import agreement
from bot.dialogues.browse import browse
from bot.dialogues.candidate import candidate
from bot.dialogues.email import email
from bot.dialogues.explore import explore
from bot.dialogues.forget import forget
from bot.dialogues.help import help as help_
from bot.dialogues.human import human
from bot.dialogues.interest import interest
from bot.dialogues.interests import interests
from bot.dialogues.join import join
from bot.dialogues.language import language
from bot.dialogues.leave import leave
from bot.dialogues.link import link
from bot.dialogues.meetings import meetings
from bot.dialogues.menu import menu
from bot.dialogues.my_data import my_data
from bot.dialogues.opportunity import opportunity
from bot.dialogues.own import own
from bot.dialogues.plan import plan
from bot.dialogues.question import question
from bot.dialogues.receipt import receipt
from bot.dialogues.requirements import requirements
from bot.dialogues.start import start
from bot.dialogues.stop import stop
from bot.dialogues.welcome import welcome
from content.texts import Texts

DIALOGUES: tuple[Dialogue, ...] = (
    welcome,
    browse,
    opportunity,
    candidate,
    explore,
    meetings,
    requirements,
    interest,
    interests,
    own,
    agreement,
    plan,
    question,
    human,
    join,
    language,
    stop,
    start,
    my_data,
    forget,
    help_,
    menu,
    link,
    email,
    receipt,
    leave,
)


def repertoire(texts: Texts, *, mails: bool) -> dict[str, Dialogue]:
    """Return every dialogue by its name; `mails`: this installation can mail what it answers."""
    offered = {code: texts.text("language-name", code) for code in texts.languages}
    dialogues: dict[str, Dialogue] = {dialogue.__name__: dialogue for dialogue in DIALOGUES}
    dialogues["language"] = partial(language, offered=offered)
    dialogues |= {
        "email": partial(email, offered=mails),
        "interest": partial(interest, mails=mails),
    }
    return dialogues
