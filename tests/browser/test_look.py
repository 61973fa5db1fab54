"""A town's own logo and colour, in a real browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 40"><style>path {{ fill: #006633 }}'
    '</style><path d="M0 0h40v40H0z"/></svg>'
)
SITE = "https://www.waterdam.example"


@pytest.fixture
def wide() -> int:
    """How wide the logo is; it is 40 high."""
    return 160


@pytest.fixture
def own(tmp_path: Path, wide: int) -> dict[str, Any]:
    """A town whose colour nobody could read on white."""
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO.format(wide))
    return {"logo": str(logo), "colour": "#ffd100", "website": SITE}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", ["/", "/kansen/1", "/chat"])
async def test_page_in_the_colour_of_a_town_can_be_used_by_everybody(
    visit: Any, faults: Callable[..., Any], path: str, width: int, scheme: str
) -> None:
    page = await visit(path, width, color_scheme=scheme)

    assert await faults(page) == []


@pytest.mark.parametrize("width", [320, 640, 1280])
async def test_logo_never_makes_a_page_scroll_sideways(visit: Any, width: int) -> None:
    page = await visit("/", width)

    assert await page.evaluate("document.documentElement.scrollWidth") == width


async def test_logo_has_its_own_style(visit: Any) -> None:
    page = await visit("/", 1280)

    colour = await page.evaluate(
        """async () => {
            const image = document.querySelector(".logo"), canvas = new OffscreenCanvas(9, 9);
            await image.decode();
            const pen = canvas.getContext("2d");
            pen.drawImage(image, 0, 0, 160, 40);
            return [...pen.getImageData(4, 4, 1, 1).data];
        }"""
    )

    assert colour == [0, 0x66, 0x33, 255]


@pytest.mark.parametrize(("wide", "logos"), [(160, 0), (50, 1)])
async def test_only_a_square_logo_has_room_in_the_conversation(visit: Any, logos: int) -> None:
    page = await visit("/chat", 390)

    assert await page.locator(".face .logo").count() == logos
