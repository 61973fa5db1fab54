import re
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from content.page.pictures import COLOUR, OTHER, drawing, picture_of
from outreach.opportunities.codes import THEMES

SPRITE = files("content.page").joinpath("themes.svg").read_text()
TOKENS = files("content.page").joinpath("tokens.css").read_text()


def test_each_theme_has_a_drawing_and_there_are_no_others() -> None:
    names = [symbol.attrib["id"] for symbol in ElementTree.fromstring(SPRITE)]

    assert tuple(names) == THEMES


@pytest.mark.parametrize("scheme", [0, 1])
def test_every_colour_of_a_drawing_is_known_in_light_and_in_dark(scheme: int) -> None:
    tokens = set(re.findall(r"--(pic-[a-z0-9-]+): #", TOKENS.split("@media")[scheme]))

    assert tokens == set(COLOUR.findall(SPRITE))


@pytest.mark.parametrize("theme", THEMES)
def test_drawing_of_its_own_has_its_colours_filled_in(theme: str) -> None:
    made = drawing(theme)

    assert ElementTree.fromstring(made).attrib["viewBox"] == "0 0 320 180"
    assert (made.count("var("), made.count('"#') > 5) == (0, True)


@pytest.mark.parametrize(
    ("themes", "picture"),
    [(["zorg", "groen"], "zorg"), (["nieuw", "sport"], "sport"), (["nieuw"], OTHER), ([], OTHER)],
)
def test_first_theme_with_a_drawing_gives_the_picture(themes: list[str], picture: str) -> None:
    assert picture_of(themes) == picture
