"""What a party said in its interest, by the line in which it stands on a card."""

from collections import Counter
from typing import Any

from content.texts import Named
from outreach.attachments.attachment import Shown
from outreach.interests.meets import Met
from outreach.interests.own import OwnInterest


def said_in(card: OwnInterest) -> dict[str, Any]:
    """Return what its party said in an interest, by the line in which it stands."""
    return {
        "name": card.party,
        "kind": Named("party", card.kind),
        "brings": card.brings,
        "people": card.people,
        "parts": card.parts,
        "area": card.area,
        "needs": card.needs,
        "partners": card.partners,
        "reach": card.reach,
        "reached": Named("known", "other") if card.reached and card.reach is None else None,
        **in_lines(card.meets),
        **counted(card.files),
        "public": Named("known", "allowed") if card.name else None,
    }


def counted(files: list[Shown]) -> dict[str, int | None]:
    """Return how much was sent along, by its kind."""
    kinds = Counter(file.kind for file in files)
    named = {"photos": "photo", "voices": "voice", "files": "file"}
    return {line: kinds[kind] or None for line, kind in named.items()}


def in_lines(said: list[Met]) -> dict[str, str]:
    """Return what can be done as asked, in another way, and not: each in one line."""
    return {
        can: "; ".join(each.text.rstrip(".") for each in said if each.can == can)
        for can in ("fine", "instead", "unmet")
    }
