import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.page.style import ENOUGH, GROUNDS, Shades, contrast, style_of
from content.page.tokens import colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def worst(shades: Shades, *, dark: bool) -> float:
    """Return the lowest contrast between words and what is behind them."""
    named = colours(dark=dark)
    grounds = [*(named[name] for name in GROUNDS), shades.accent_wash]
    pairs = [
        *((shades.accent, ground) for ground in grounds),
        *((shades.accent_deep, ground) for ground in grounds),
        (named["ink"], shades.accent_wash),
        (named["ink-soft"], shades.accent_wash),
        (shades.on_accent, shades.accent),
        (shades.on_accent, shades.accent_deep),
    ]
    return min(contrast(*pair) for pair in pairs)


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert contrast("#777777", "#777777") == 1
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    # https://webaim.org/resources/contrastchecker/?fcolor=767676&bcolor=FFFFFF
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@given(COLOURS)
def test_any_colour_can_be_read_on_light_and_on_dark_pages(colour: str) -> None:
    style = style_of(colour)

    assert worst(style.light, dark=False) >= ENOUGH
    assert worst(style.dark, dark=True) >= ENOUGH


@pytest.mark.parametrize("dark", [False, True])
def test_our_own_colours_can_be_read_too(dark: bool) -> None:
    own = style_of()

    assert worst(own.dark if dark else own.light, dark=dark) >= ENOUGH


def test_colour_that_can_be_read_stays_as_it_is() -> None:
    assert style_of("#154273").light.accent == "#154273"


def test_colour_that_is_too_light_becomes_a_darker_shade_of_itself() -> None:
    shade = style_of("#ffd100").light.accent

    red, green, blue = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
    assert (red > green > blue, blue) == (True, 0)


def test_without_a_colour_nothing_follows_our_tokens() -> None:
    assert style_of().css == ""


def test_colours_of_a_town_are_rules_for_light_and_for_dark_pages() -> None:
    css = style_of("#154273").css

    assert css.startswith(":root{--accent:#154273;--accent-deep:#")
    assert css.count("--on-accent:") == 2
    assert css.count("@media (prefers-color-scheme: dark){:root{--accent:#") == 1
