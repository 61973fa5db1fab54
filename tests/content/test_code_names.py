"""Every value that the code makes by itself has its name or its sentence in every language."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest

from bot.channels.email.channel import Email
from bot.channels.push.channel import Push
from bot.channels.telegram.channel import Telegram
from bot.channels.terminal import Terminal
from bot.channels.web.channel import WebChat
from bot.public.channels import BESIDE, PARTS
from bot.receipts import HOW
from content.fluent import languages
from content.plain.rules import RULES
from content.texts import Texts
from outreach.attachments.attachment import AWAITED, KEPT, REFUSED
from outreach.campaigns.campaign import OCCASIONS
from outreach.campaigns.exclusions import EXCLUSIONS, TALKING
from outreach.commands.privacy_text import SECTIONS
from outreach.delivery import failed
from outreach.exchange.table.columns import all_columns
from outreach.interests import fair, letter, meets, news, others, pencil, plan, reserve, write
from outreach.interests.interest import STATES as INTEREST_STATES
from outreach.interests.invitation import INVITED
from outreach.interests.plan_reminder import REMINDER
from outreach.interests.question import CANDIDATE
from outreach.interests.weigh import SCALE
from outreach.meetings import meeting, telling
from outreach.meetings.changing import NEEDED
from outreach.opportunities import codes
from outreach.opportunities.facts import SEEN
from outreach.opportunities.questions import all_questions, arrangements, questions
from outreach.receipts.receipt import Kind
from outreach.reports.campaigns import STATES as DELIVERY_STATES
from outreach.staff.staff import NOTIFIES
from outreach.staff.staff import ROLES as STAFF_ROLES
from outreach.venues import trail, venue
from outreach.web.errors import EXPLAINED
from tests.content.sources import HOUSE, KEY, calls, nodes, patterns, strings

NOTICES = {
    "notice-answer",
    "notice-corrected",
    write.WRITTEN,
    news.CHANGED,
    *news.BY_STATE.values(),
    reserve.STEPPED_BACK,
    *letter.OF_INTEREST.values(),
    others.JOINED,
    others.SIGNED_UP,
    others.CHANGED,
    others.WITHDREW,
    telling.ADDED,
    telling.CHANGED,
    telling.CANCELLED,
    telling.SEATED,
    telling.REMINDED,
    others.PLAN_CHANGED,
    others.PLAN_SENT,
    INVITED,
    REMINDER,
}
LISTS = {
    "direction": codes.DIRECTIONS,
    "state": codes.STATES,
    "origin": codes.ORIGINS,
    "arrangement": codes.ARRANGEMENTS,
    "role": codes.ROLES,
    "contribution": codes.CONTRIBUTIONS,
    "theme": codes.THEMES,
    "party": codes.PARTY_KINDS,
    "party_many": codes.PARTY_KINDS,
    "interest": INTEREST_STATES,
    "published_in": {name for each in arrangements().values() for name in each.published},
    "recorded": {name for each in arrangements().values() for name in each.recorded},
    "meets": meets.CANS,
    "outcome": pencil.OUTCOMES,
    "weighing": SCALE,
    "known": ("other", "allowed", "removed"),
    "receipt": get_args(Kind),
    "receipt_how": set(HOW.values()),
    "plan": get_args(plan.State),
    "plan_line": (*plan.LINES, "cost_cents"),
    "question": ("question", "human", CANDIDATE),
    "staff": STAFF_ROLES,
    "notify": NOTIFIES,
    "venue": venue.KINDS,
    "venue_state": venue.STATES,
    "trail": trail.KINDS,
    "occasion": OCCASIONS,
    "delivery": DELIVERY_STATES,
    "notice": {name.removeprefix("notice-") for name in NOTICES},
    "message": failed.KINDS,
    "fact": (*SEEN, *fair.FROZEN_ANSWERS),
    "checklist": all_questions(),
    **{key: question.codes for key, question in questions().items() if question.codes},
    "meeting": meeting.KINDS,
    "access": meeting.ACCESS,
    "meeting_fact": NEEDED,
    "media": ("photo", "voice", "file", "other"),
    "attachment": (KEPT, AWAITED, REFUSED),
    "speaker": ("person", "house"),
    "partner": ("known", "new"),
    "policy": ("again", "hold"),
    "stand": (
        "draft",
        "writing",
        "approved",
        "waiting",
        "sending",
        "paused",
        "late",
        "done",
        "cancelled",
    ),
    "left_out": [each.name for each in EXCLUSIONS if each.name != TALKING],
    "consent": ("news", "name", "email", "push", "talk"),
    "channel": (WebChat.name, Telegram.name, Terminal.name, Email.name, Push.name),
    "actor": ("person", "staff", "import", "tick", "nobody"),
    "work": (
        "seal",
        "campaigns",
        "decisions",
        "venues",
        "mail",
        "meetings",
        "beat",
        "silence",
        "retention",
        "back_up",
        "copies",
        "damage",
        "wipe",
        "sending",
    ),
    "way": ("time", "reader", "busy", "another", "room", "layout", "failed", "away", "stopped"),
    "thing": (
        "opportunity",
        "outage",
        "interest",
        "meeting",
        "question",
        "campaign",
        "venue",
        "place",
        "party",
        "person",
        "gone",
        "staff",
        "message",
        "mailing",
        "delivery",
        "version",
    ),
}
STEPS = {
    *(f"opportunity.{state}" for state in codes.STATES if state != "draft"),
    "campaign.paused",
    "campaign.resumed",
    "card.changed",
    "card.closed",
    "card.stopped",
}
"""Deeds that are not written out where they are recorded."""
WORD = re.compile(r"[a-z0-9_]+")
DEED = re.compile(r"[a-z]+\.[a-z_]+")
COMPOSED = {
    "arrangement": {code.replace("_", "-") for code in arrangements()},
    "also": ("direction", "partner", "policy"),
    "code": LISTS,
    "exchange-cell": {
        *(column.of.kind for column in all_columns(1) if column.of.kind != "text"),
        *(f"{kind}-beyond" for kind in ("money", "number")),
    },
    "page-channels": ("web", "telegram", *BESIDE, *PARTS),
    "page-error": {*map(str, EXPLAINED)},
    "page-privacy": ("telegram",),
    "plain": {rule.id for rule in RULES},
    "warning-threshold": ("services", "social-services", "works", "concessions"),
    "commands-record": (
        "parts",
        "requirements",
        "criteria",
        "trails",
        "members",
        "changes",
        "messages",
        "checklist",
        "plan",
    ),
    "privacy-part": {table.replace("_", "-") for table in SECTIONS},
    "commands-card": ("posted", "by-hand", "not-ready"),
}
"""Keys that the code puts together: what stands in front, and all that may follow."""
ELSEWHERE = {"doctor", "panel", "campaign", "interest", "question"}
"""Walked by tests of their own, or no keys at all: numbers in OCDS begin like some."""
NAMES = {"campaign-test"}
"""Names of mailings that are never shown by a text."""
TEXTS = Texts(organisation="Waterdam", address="Waterdam")
ALL = pytest.mark.parametrize("language", languages())


def deeds() -> set[str]:
    """Every deed that is recorded as an event, as a code."""
    calls = [node for node in nodes() if isinstance(node, ast.Call)]
    recorded = [node for call in calls for node in call.args[1:2] if _called(call) == "record"]
    # A command that shows what is of residents declares which deed is written when it does.
    recorded += [node for call in calls for node in call.args[:1] if _called(call) == "residents"]
    written = {
        str(part.value)
        for node in recorded
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
    }
    return {
        deed.replace(".", "_")
        for deed in STEPS | {text for text in written if DEED.fullmatch(text)}
    }


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


LISTS["deed"] = deeds()


@ALL
@pytest.mark.parametrize("codelist", sorted(LISTS))
def test_code_list_names_every_code_and_no_other(codelist: str, language: str) -> None:
    named = {
        attribute
        for key, attribute in patterns(language)
        if key == f"code-{codelist}" and attribute
    }

    assert named == {code.replace("_", "-") for code in LISTS[codelist]}


@ALL
def test_code_list_is_known_here(language: str) -> None:
    assert {
        key.removeprefix("code-") for key, _ in patterns(language) if key.startswith("code-")
    } == set(LISTS)


@ALL
@pytest.mark.parametrize("first", sorted(COMPOSED))
def test_composed_key_has_its_text(first: str, language: str) -> None:
    keys = {key for key, _ in patterns(language)}

    assert {f"{first}-{rest}" for rest in COMPOSED[first]} - keys == set()


def test_no_other_key_is_composed() -> None:
    firsts = {first for key, _ in patterns("nl") for first in _beginnings(key)}
    begun = {_begun(node) for node in nodes() if isinstance(node, ast.JoinedStr)}

    assert {first for first in begun if first in firsts} - set(COMPOSED) - ELSEWHERE == set()


def test_no_text_is_left_over() -> None:
    pages = "".join(path.read_text("utf-8") for path in (HOUSE / "content/page").glob("*.html"))
    used = strings() | {*KEY.findall(pages)}
    used |= {f"{first}-{rest}" for first, all_rest in COMPOSED.items() for rest in all_rest}
    words = {word for text in (*strings(), pages) for word in WORD.findall(text)}
    begun = {_begun(node) for node in nodes() if isinstance(node, ast.JoinedStr)} - {""}
    begun |= {*re.findall(r"\"([a-z-]+)-\" ~", pages)}
    # Those of a command are known by its name, which is that of a function: `test_line` has them.
    keys = {key for key, _ in patterns("nl") if not key.startswith("commands-help")} - used

    assert {
        key
        for key in keys
        if not any(
            {*WORD.findall(key.removeprefix(first))} <= words
            for first in begun & {*_beginnings(key)}
        )
    } == set()


@ALL
def test_key_anywhere_in_the_code_has_its_text(language: str) -> None:
    keys = {key for key, _ in patterns(language)}
    firsts = {key.partition("-")[0] for key in keys}
    named = {text for text in strings() if KEY.fullmatch(text) and text.partition("-")[0] in firsts}

    assert named - keys - NAMES == set()


@ALL
def test_finding_of_the_doctor_has_its_text(language: str) -> None:
    keys = {key for key, _ in patterns(language)}
    found = {
        f"doctor-{check}-{found}"
        for call in calls("DoctorFinding")
        if len(call.args) >= 3
        for check, found in product(_outcomes(call.args[0]), _outcomes(call.args[2]))
        if not check.startswith("exchange-")
    }

    assert len(found) > 20
    assert found - keys == set()


def test_code_that_a_list_does_not_know_is_shown_as_it_is() -> None:
    assert TEXTS.name("trail", "carrier_pigeon", "nl") == "carrier_pigeon"


def _beginnings(key: str) -> Iterator[str]:
    words = key.split("-")
    yield from ("-".join(words[:count]) for count in range(1, len(words)))


def _begun(node: ast.JoinedStr) -> str:
    """What stands in front of the first value of a composed text, without its last dash."""
    first = node.values[0] if node.values else None
    text = first.value if isinstance(first, ast.Constant) else ""
    return text[:-1] if isinstance(text, str) and text.endswith("-") else ""


def _outcomes(node: ast.expr) -> list[str]:
    """The texts that an expression can come to: its own, or those of both branches."""
    if isinstance(node, ast.IfExp):
        return [*_outcomes(node.body), *_outcomes(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize("codelist", sorted(LISTS))
def test_every_name_that_is_shown_is_understood(codelist: str) -> None:
    stored = [code.replace("-", "_") for code in LISTS[codelist]]
    shown = {
        (TEXTS.name(codelist, code, language), code) for code in stored for language in languages()
    }

    assert {(name, TEXTS.code(codelist, name.upper())) for name, _ in shown} == shown
