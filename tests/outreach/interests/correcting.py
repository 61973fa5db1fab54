"""An answer that staff correct."""

from datetime import time
from zoneinfo import ZoneInfo

from content.message import Message
from outreach.delivery.quiet import Quiet
from outreach.store.unit import Actor

NADIA = Actor("staff", 1)
BY_NIGHT = Quiet(ZoneInfo("UTC"), time(0), time(23, 59), days=False)


def first(language: str, question: str, answer: str) -> Message:
    return Message(f"{question} {answer}")


def corrected(language: str, question: str, answer: str) -> Message:
    return Message(f"verbeterd ({language}): {question} {answer}")
