"""The fictional municipality Waterdam: plain data for the demo and the tests.

The opportunities carry days instead of dates, so that the demo never expires. Turning this into
records is the work of the rooms that own them; nothing here knows them.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

PLACES = "places.toml"


@dataclass(frozen=True)
class Town:
    """One municipality: places (parents first), streets and opportunities by their tender id.

    A street is its name, a postcode, and the code of a place.
    """

    places: tuple[dict[str, Any], ...]
    streets: tuple[tuple[str, str, str], ...]
    opportunities: tuple[dict[str, Any], ...]


def waterdam() -> Town:
    """Read Waterdam from its files, again at each call, so that a caller may change the result."""
    folder = files("content.samples").joinpath("waterdam")
    texts = {
        file.name: file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    read = {name: tomllib.loads(text) for name, text in texts.items()}
    town = read.pop(PLACES)
    places = tuple({"parent": None, "year": town["year"]} | place for place in town["places"])
    return Town(
        places,
        tuple((street, postcode, code) for street, postcode, code in town["streets"]),
        tuple(sorted(read.values(), key=lambda opportunity: str(opportunity["tender_id"]))),
    )


def life() -> dict[str, Any]:
    """Read who lives in Waterdam, and what they did in the weeks before the demo begins."""
    text = files("content.samples").joinpath("life.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
