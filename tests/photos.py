"""Photos that staff hand in, large enough for a page."""

from outreach.attachments.photo import read_photo
from outreach.opportunities.picture import set_picture
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.attached import chunk, png

WIDE, HIGH = 960, 540


def photo(shade: int = 0x90, wide: int = WIDE, high: int = HIGH) -> bytes:
    """Return a PNG of one colour that can be drawn, with what its maker did not mean to show."""
    return png(chunk(b"tEXt", b"Author\0Ria"), wide=wide, high=high, shade=shade)


def give_picture(store: Store, opportunity: int, content: bytes, credit: str = "") -> None:
    """Give an opportunity a photo with words in Dutch and English."""
    store.run(
        set_picture,
        NOBODY,
        opportunity=opportunity,
        photo=read_photo(content),
        alt={"nl": "Bloemen langs de straat", "en": "Flowers along the street"},
        credit=credit,
    )
