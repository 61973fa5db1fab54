"""Whatever one page of the documents says of another is there: the file, and the heading in it."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```", re.DOTALL)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def links() -> Iterator[tuple[Path, str]]:
    """Every link of a page that does not lead elsewhere."""
    for page in PAGES:
        for link in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
            if not re.match("[a-z]+:", link):
                yield page, link


def anchors(page: Path) -> set[str]:
    """What a heading of a page is called in an address, as GitHub makes it."""
    headings = HEADING.findall(CODE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_leads_to_a_file_that_is_there() -> None:
    gone = [
        (page.name, link)
        for page, link in links()
        if not (page.parent / link.partition("#")[0]).exists()
    ]

    assert len(list(links())) > 50
    assert gone == []


def test_every_link_into_a_page_leads_to_a_heading_that_is_there() -> None:
    gone = []
    for page, link in links():
        path, _, heading = link.partition("#")
        there = page.parent / path if path else page
        if heading and heading not in anchors(there):
            gone.append((page.name, link))

    assert gone == []
