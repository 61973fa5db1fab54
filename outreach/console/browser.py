"""What a browser is called, so that people know their sessions apart."""

import re

BROWSERS = (
    ("Edge", re.compile("Edg")),
    ("Samsung Internet", re.compile("SamsungBrowser")),
    ("Firefox", re.compile("Firefox|FxiOS")),
    ("Chrome", re.compile("Chrom|CriOS")),
    ("Safari", re.compile("Safari")),
)
"""By what each says of itself; those first that call themselves by the names of others too."""
SYSTEMS = (
    ("iPhone", re.compile("iPhone")),
    ("iPad", re.compile("iPad")),
    ("Android", re.compile("Android")),
    ("Windows", re.compile("Windows")),
    ("macOS", re.compile("Mac OS X")),
    ("ChromeOS", re.compile("CrOS")),
    ("Linux", re.compile("Linux")),
)


def browser_of(agent: str) -> str:
    """Return a browser and its system as people know them; empty if it says neither."""
    found = (
        next((name for name, mark in of if mark.search(agent)), "") for of in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, found))
