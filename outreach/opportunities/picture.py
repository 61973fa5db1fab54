"""The picture of an opportunity: a photo that staff chose, with what it shows in words.

Without one, pages draw its theme. It is no fact that people answer to, so that it makes no new
version; its bytes stand in their row (69), the last column.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, type_coerce
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col

from outreach.opportunities.opportunity import Opportunity, Words
from outreach.refusal import Refusal
from outreach.store.columns import Json, Moment
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

LONGEST_ALT, LONGEST_CREDIT = 250, 120


class Picture(SQLModel, table=True):
    """A photo as it is shown; `alt` says what it shows, by language, `credit` whose it is."""

    opportunity_id: int = Field(foreign_key="opportunity.id", primary_key=True)
    sha256: str
    media_type: str
    wide: int
    high: int
    alt: Words = Field(default_factory=dict, sa_type=Json(Words))
    credit: str = ""
    set_at: datetime = Field(sa_type=Moment)
    # the last column: a database reads the others without it
    content: bytes = Field(sa_type=LargeBinary)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that was read and found fit to be shown."""

    media_type: str
    wide: int
    high: int
    sha256: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture as a page shows it, in one language."""

    opportunity: int
    sha256: str
    media_type: str
    wide: int
    high: int
    alt: str
    credit: str
    only_in: str
    """The language of `alt`, if nobody wrote it in the one that was asked for."""

    @property
    def path(self) -> str:
        """Where it is: the address changes with the picture, so that it may be kept for long."""
        return f"/kansen/{self.opportunity}/foto?v={self.sha256[:8]}"


PICTURE_FACTS = (
    Picture.opportunity_id,
    Picture.sha256,
    Picture.media_type,
    Picture.wide,
    Picture.high,
    # beside a record without a picture it is null
    type_coerce(Picture.alt, Json(Words | None)).label("alt"),
    Picture.credit,
)
PICTURE_OF_OPPORTUNITY = (
    pick(*PICTURE_FACTS, col(Opportunity.language))
    .join(Opportunity, col(Opportunity.id) == col(Picture.opportunity_id))
    .where(Picture.opportunity_id == bindparam("opportunity"))
)
PICTURE_CONTENT = pick(Picture.sha256, Picture.media_type, Picture.content).where(
    Picture.opportunity_id == bindparam("opportunity")
)
PICTURE_KEPT = ("sha256", "media_type", "wide", "high", "alt", "credit", "set_at", "content")
PICTURE_ADD = insert(Picture)
PICTURE_SET = PICTURE_ADD.on_conflict_do_update(
    index_elements=["opportunity_id"],
    set_={name: PICTURE_ADD.excluded[name] for name in PICTURE_KEPT},
)
PICTURE_REMOVE = (
    delete(Picture)
    .where(Picture.opportunity_id == bindparam("opportunity"))
    .returning(col(Picture.opportunity_id))
)
OPPORTUNITY_LANGUAGE = pick(Opportunity.language).where(Opportunity.id == bindparam("opportunity"))
OPPORTUNITY_TOUCH = (
    update(Opportunity)
    .where(Opportunity.id == bindparam("opportunity"))
    .values(changed_at=bindparam("at"))
)
"""What is exchanged names the picture, so that it changes with it."""


def set_picture(
    unit: Unit, *, opportunity: int, photo: Photo, alt: Mapping[str, str], credit: str = ""
) -> None:
    """Give an opportunity a picture, in the place of the one it had.

    `alt` says what it shows, by language, `credit` whose it is. Refuses one without words in the
    language of the record, as who does not see it would miss what others are told, and what is too
    long.
    """
    language = unit.run(OPPORTUNITY_LANGUAGE, {"opportunity": opportunity}).scalar_one()
    said = {name: " ".join(words.split()) for name, words in alt.items() if words.strip()}
    if language not in said:
        raise Refusal("refusal-picture-alt", language=language)
    if any(len(words) > LONGEST_ALT for words in said.values()):
        raise Refusal("refusal-picture-long", most=LONGEST_ALT)
    credit = " ".join(credit.split())
    if len(credit) > LONGEST_CREDIT:
        raise Refusal("refusal-picture-credit", most=LONGEST_CREDIT)
    row = {
        "opportunity_id": opportunity,
        "sha256": photo.sha256,
        "media_type": photo.media_type,
        "wide": photo.wide,
        "high": photo.high,
        "alt": said,
        "credit": credit,
        "set_at": unit.now,
        "content": photo.content,
    }
    unit.run(PICTURE_SET, row)
    _changed(unit, opportunity)


def remove_picture(unit: Unit, *, opportunity: int) -> bool:
    """Take the picture of an opportunity away; False if it has none."""
    if unit.run(PICTURE_REMOVE, {"opportunity": opportunity}).scalar() is None:
        return False
    _changed(unit, opportunity)
    return True


def picture_of(unit: Unit, *, opportunity: int, language: str) -> PictureView | None:
    """Return the picture of an opportunity, with its words in a language or in its own."""
    row = unit.run(PICTURE_OF_OPPORTUNITY, {"opportunity": opportunity}).first()
    return None if row is None else view_of(row, language)


def picture_content(unit: Unit, *, opportunity: int) -> tuple[str, str, bytes] | None:
    """Return the sum, the type and the bytes of a picture; None if there is none."""
    row = unit.run(PICTURE_CONTENT, {"opportunity": opportunity}).first()
    return None if row is None else (row.sha256, row.media_type, bytes(row.content))


def view_of(row: Any, language: str) -> PictureView:
    """Return what a page shows of a row with `PICTURE_FACTS` and the language of its record."""
    # the language of the record may have been changed since
    spoken = next(name for name in (language, row.language, *row.alt) if name in row.alt)
    facts = (row.opportunity_id, row.sha256, row.media_type, row.wide, row.high)
    only_in = "" if spoken == language else spoken
    return PictureView(*facts, row.alt[spoken], row.credit, only_in)


def _changed(unit: Unit, opportunity: int) -> None:
    unit.run(OPPORTUNITY_TOUCH, {"opportunity": opportunity, "at": unit.now})
    record(unit, "opportunity.pictured", opportunity=opportunity)
