"""A document becomes one PDF: with all that it says, whatever that is, and nothing evaluated."""

import re
import zlib
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.paper.paper import Block, Facts, Grid, Heading, Paper, Paragraph, Quote
from content.paper.pdf import pdf_of

AT = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
EVERY: tuple[Block, ...] = (
    Heading("Wie deed mee"),
    Paragraph("Drie partijen."),
    Paragraph("Kleine letters.", tone="quiet"),
    Paragraph("Let op.", tone="note"),
    Heading("Woorden", level=2),
    Quote("Wij hebben zes paar handen.\nEn een schop.", who="Buren van de Lindenstraat"),
    Facts([("Kenmerk", "WD-2026-01"), ("Controlegetal", "0a" * 32)]),
    Grid(["Punt", "Woord"], [["Plan", "goed"], ["Prijs", ""]]),
)
MARKUP = (
    '#read("/etc/passwd")',
    "#sys.inputs",
    "= Kop\n- punt *vet* _schuin_ `code` $x^2$ @verwijzing <naam>",
    '[x](javascript:1) #link("https://kwaad.example")[hier]',
    '"}], "blocks": [{"kind": "heading", "level": 1, "text": "ingebroken"}]',
    "\\u{202e} \\ // /* */ ~ -- --- '",
    "#panic()",
)


def paper(*blocks: Block, **facts: Any) -> Paper:
    return Paper(
        **{"title": "Besluit", "language": "nl", "organisation": "Waterdam", "blocks": blocks}
        | facts
    )


def written(pdf: bytes) -> bytes:
    """The streams of a PDF, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(unpacked(stream) for stream in streams)


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_names_the_standards_that_it_keeps() -> None:
    found = written(pdf_of(paper(*EVERY), made_at=AT)).decode("latin-1")

    assert re.findall(r"pdfaid:(\w+)>(\w+)<", found) == [("part", "2"), ("conformance", "A")]
    assert re.findall(r"pdfuaid:part>(\d)<", found) == ["1"]
    assert "Besluit" in found
    assert "2026-11-29T12:00:00" in found


def test_same_document_gives_the_same_bytes() -> None:
    assert pdf_of(paper(*EVERY), made_at=AT) == pdf_of(paper(*EVERY), made_at=AT)


def test_holds_no_link_and_starts_nothing() -> None:
    found = pdf_of(paper(*map(Paragraph, MARKUP)), made_at=AT)
    inside = found + written(found)

    assert [
        name for name in (b"/URI", b"/JS", b"/Launch", b"/EmbeddedFile") if name in inside
    ] == []


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_any_value_is_text(text: str) -> None:
    blocks = (
        Heading(text),
        Paragraph(text),
        Quote(text, who=text),
        Facts([(text, text)]),
        Grid([text], [[text]]),
    )

    found = pdf_of(paper(*blocks, title=text, lead=text, foot=text, organisation=text), made_at=AT)

    assert found.startswith(b"%PDF-")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=80))
def test_any_text_can_be_kept(text: str) -> None:
    found = pdf_of(paper(Paragraph(text), Grid([text or "x"], [[text]]), lead=text), made_at=AT)

    assert found.startswith(b"%PDF-")


@pytest.mark.parametrize(("text", "pages"), [("Leuk", 1), ("Leuk 😀", 2)])
def test_what_stands_for_a_sign_is_explained_where_there_is_one(text: str, pages: int) -> None:
    found = pdf_of(paper(Paragraph(text), signs="\n" * 100), made_at=AT)

    assert len(re.findall(rb"/Type\s*/Page\b", found + written(found))) == pages


def test_empty_document_can_be_kept() -> None:
    assert pdf_of(paper(), made_at=AT).startswith(b"%PDF-")


def test_long_table_goes_on_on_the_next_page() -> None:
    rows = [[str(number), "een woord"] for number in range(200)]

    found = pdf_of(paper(Grid(["Nummer", "Woord"], rows)), made_at=AT)

    assert len(re.findall(rb"/Type\s*/Page\b", found + written(found))) > 2


def test_colour_of_a_town_is_made_readable() -> None:
    assert paper(colour="#ffff00").accent != "#ffff00"
    assert paper().accent == "#0b625c"
