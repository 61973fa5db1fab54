"""Every code that the code makes by itself, by the list in which its name stands."""

import ast
import re
from typing import get_args

from bot.channels.email.channel import Email
from bot.channels.push.channel import Push
from bot.channels.telegram.channel import Telegram
from bot.channels.terminal import Terminal
from bot.channels.web.channel import WebChat
from bot.receipts import HOW
from outreach.attachments.attachment import AWAITED, KEPT, REFUSED
from outreach.campaigns.campaign import OCCASIONS
from outreach.campaigns.exclusions import EXCLUSIONS, TALKING
from outreach.delivery import failed
from outreach.interests import (
    chosen,
    confirm_reminder,
    explored,
    fair,
    letter,
    meets,
    news,
    others,
    pencil,
    plan,
    reserve,
    write,
)
from outreach.interests.interest import STATES as INTEREST_STATES
from outreach.interests.invitation import INVITED
from outreach.interests.plan_reminder import REMINDER
from outreach.interests.question import CANDIDATE, EXPLORE
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
from tests.content.sources import nodes

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
    letter.AGREED_ASKED,
    letter.MOVED_UP,
    confirm_reminder.REMINDER,
    others.CONFIRMED,
    others.PLAN_CHANGED,
    others.PLAN_SENT,
    INVITED,
    REMINDER,
    explored.OPENED,
    explored.OFF,
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
    "confirm": get_args(chosen.State),
    "plan": get_args(plan.State),
    "plan_line": (*plan.LINES, "cost_cents"),
    "question": ("question", "human", CANDIDATE, EXPLORE),
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
    "speaker": ("person", "house", "colleague"),
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
DEED = re.compile(r"[a-z]+\.[a-z_]+")


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
