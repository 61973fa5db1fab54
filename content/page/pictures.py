"""The drawings of the themes: one per theme in `themes.svg`, in the colours of `tokens.css`.

A page shows them by `use`, so that they follow its colours. Where no page is around, `drawing`
fills the colours in.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from content.page.tokens import colours

SPRITE = "themes.svg"
OTHER = "overig"
"""The drawing of an opportunity without a theme that has one."""
SYMBOL = re.compile(r'<symbol id="([a-z]+)" (viewBox="[0-9 ]+")>\n(.*?)</symbol>', re.DOTALL)
COLOUR = re.compile(r"var\(--(pic-[a-z0-9-]+)\)")


def picture_of(themes: Iterable[str]) -> str:
    """Return the name of the drawing for an opportunity: the one of its first theme."""
    return next((theme for theme in themes if theme in _symbols()), OTHER)


@cache
def drawing(name: str) -> str:
    """Return a drawing as an SVG file of its own, 320 wide and 180 high, in the light colours."""
    view, shapes = _symbols()[name]
    filled = COLOUR.sub(lambda found: colours()[found[1]], shapes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>\n{filled}</svg>\n'


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    sprite = files("content.page").joinpath(SPRITE).read_text(encoding="utf-8")
    return {name: (view, shapes) for name, view, shapes in SYMBOL.findall(sprite)}
