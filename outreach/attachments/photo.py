"""A photo that staff hand in for everybody to see: read, and fit for a page, or refused.

It is not made smaller here: nothing in this program decodes pictures but to draw a preview.
"""

from outreach.attachments.accepted import NotAccepted, accepted
from outreach.attachments.pictures import is_turned, size_of
from outreach.opportunities.picture import Photo
from outreach.refusal import Refusal

MOST_BYTES = 1_000_000
"""What somebody with a phone loads for one picture of a page."""
LEAST_WIDE, LEAST_HIGH = 800, 450
"""Smaller ones are blurred on a wide screen."""
MOST_SIDE = 4_000
KINDS = ("image/jpeg", "image/png")


def read_photo(content: bytes) -> Photo:
    """Return a photo without what tells of its maker or place; refuses what no page can show."""
    try:
        found = accepted(content)
    except NotAccepted as error:
        raise Refusal("refusal-picture-kind") from error
    if found.media_type not in KINDS:
        raise Refusal("refusal-picture-kind")
    if len(found.content) > MOST_BYTES:
        raise Refusal("refusal-picture-large", most=MOST_BYTES // 1_000)
    if is_turned(found.content):
        raise Refusal("refusal-picture-turned")
    wide, high = size_of(found.content)
    if wide < LEAST_WIDE or high < LEAST_HIGH or max(wide, high) > MOST_SIDE:
        least = {"wide": LEAST_WIDE, "high": LEAST_HIGH}
        raise Refusal("refusal-picture-size", given=f"{wide} × {high}", most=MOST_SIDE, **least)
    return Photo(found.media_type, wide, high, found.sha256, found.content)
