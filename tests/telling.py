"""Change a record as staff and imports do: everybody interested is told, and cards are edited."""

from collections.abc import Callable
from typing import Any, TypeVar

from content.texts import Texts
from outreach.interests.news import published
from outreach.interests.tell import Telling, tell_of_opportunity
from outreach.store.unit import Unit
from tests.conftest import LOUD

R = TypeVar("R")


def and_tell(
    unit: Unit, texts: Texts, rule: Callable[..., R], /, *, opportunity: int, **values: Any
) -> R:
    """Run a rule about an opportunity, then tell of it."""
    since = published(unit, opportunity=opportunity)
    result = rule(unit, opportunity=opportunity, **values)
    telling = Telling(texts, LOUD)
    tell_of_opportunity(unit, opportunity=opportunity, since=since, telling=telling)
    return result
