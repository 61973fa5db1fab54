"""Check if requirements are realistic for the parties. The rules are data; none of them blocks."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from outreach.opportunities.codes import PARTY_KINDS

NOT_ASKED = r"(?<!\bgeen )(?<!\bzonder )(?<!\bno )(?<!\bwithout )"
NOT_NEEDED = re.compile(r"\b(hoeft|hoeven|niet nodig|not needed|not required)\b", re.IGNORECASE)
"""What says of itself that it need not be."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that ask for what some kinds of party hardly ever have, with texts that show it."""

    id: str
    kinds: tuple[str, ...]
    asks: re.Pattern[str]
    failing: tuple[str, ...]
    passing: tuple[str, ...]


def unlikely(text: str, kinds: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return the first rule that a requirement breaks, and for which kinds of party.

    Without `kinds` it is asked of all."""
    for rule in rules():
        meant = [kind for kind in rule.kinds if kind in (kinds or PARTY_KINDS)]
        if meant and rule.asks.search(text) and not NOT_NEEDED.search(text):
            return rule.id, meant
    return None


@lru_cache(1)
def rules() -> list[Rule]:
    """Read the rules."""
    data = tomllib.loads(
        files("outreach.opportunities").joinpath("realistic.toml").read_text("utf-8")
    )
    return [
        Rule(
            item["id"],
            tuple(item["kinds"]),
            re.compile(
                rf"\b{NOT_ASKED}(?:{'|'.join(map(re.escape, item['words']))})", re.IGNORECASE
            ),
            tuple(item["failing"]),
            tuple(item["passing"]),
        )
        for item in data["rules"]
    ]
