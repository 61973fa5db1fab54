"""The colours of `tokens.css`, for what is drawn or written outside a page."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FILE = "tokens.css"
COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")
DARK = "@media (prefers-color-scheme: dark)"


@cache
def colours(*, dark: bool = False) -> Mapping[str, str]:
    """Return the colours of light or of dark pages, by name."""
    style = files("content.page").joinpath(FILE).read_text(encoding="utf-8")
    return dict(COLOUR.findall(style.partition(DARK)[2 if dark else 0]))
