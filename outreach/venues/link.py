"""The page to which a venue leads."""


def page_link(address: str, code: str) -> str:
    """Return the page behind a trail; `address` is `Settings.base_url`."""
    return f"{address}/c/{code}"
