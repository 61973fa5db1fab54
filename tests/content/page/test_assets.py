import re
from importlib.resources import files

import pytest

from content.page.assets import Assets

SCRIPTS = ("bubble.js", "lines.js", "outbox.js", "frame.js", "chat.js")
STYLES = ("page.css", "kansen.css", "chat.css", "console/console.css")


def test_address_carries_a_hash_of_the_content() -> None:
    assets = Assets()

    address = assets.address("tokens.css")

    assert re.fullmatch(r"/static/tokens\.[0-9a-f]{12}\.css", address)
    found = assets.find(address.removeprefix("/static/"))
    assert found is not None
    assert (found.kind, found.body) == (
        "text/css",
        files("content.page").joinpath("tokens.css").read_bytes(),
    )


@pytest.mark.parametrize(
    "name", ["tokens.css", "tokens.000000000000.css", "base.html", "../pages.py", ""]
)
def test_other_names_are_not_found(name: str) -> None:
    assert Assets().find(name) is None


def test_unknown_file_has_no_address() -> None:
    with pytest.raises(KeyError):
        Assets().address("base.html")


def test_colours_stand_in_the_tokens_only() -> None:
    styles = {name: files("content.page").joinpath(name).read_text() for name in STYLES}

    screen = {name: style.split("@media print")[0] for name, style in styles.items()}

    assert {
        name: re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", style) for name, style in screen.items()
    } == {name: [] for name in STYLES}


def test_every_token_that_is_used_is_defined() -> None:
    folder = files("content.page")
    tokens = set(re.findall(r"(--[a-z0-9-]+):", folder.joinpath("tokens.css").read_text()))

    used = {
        name
        for file in (*STYLES, "themes.svg")
        for name in re.findall(r"var\((--[a-z0-9-]+)", folder.joinpath(file).read_text())
    }

    assert used - tokens == set()
    assert tokens - used == set()


def test_script_never_takes_text_for_markup() -> None:
    folder = files("content.page")
    scripts = "".join(folder.joinpath(script).read_text() for script in SCRIPTS)

    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", scripts) == []
    )
