import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.page.prose import Piece, prose


def test_paragraphs_and_lines_are_kept() -> None:
    assert prose("Een\nTwee\n\n \nDrie\n") == [[[Piece("Een")], [Piece("Twee")]], [[Piece("Drie")]]]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Kijk op https://a.example.",
            [Piece("Kijk op "), Piece("https://a.example", "https://a.example"), Piece(".")],
        ),
        (
            "(http://a.example/b?c=d)",
            [Piece("("), Piece("http://a.example/b?c=d", "http://a.example/b?c=d"), Piece(")")],
        ),
        ("HTTPS://A.example/x", [Piece("HTTPS://A.example/x", "HTTPS://A.example/x")]),
        ("javascript:alert(1)", [Piece("javascript:alert(1)")]),
        (
            'https://a.example"onclick',
            [Piece("https://a.example", "https://a.example"), Piece('"onclick')],
        ),
        (
            "<https://a.example>",
            [Piece("<"), Piece("https://a.example", "https://a.example"), Piece(">")],
        ),
        ("https:// niets", [Piece("https:// niets")]),
    ],
)
def test_web_links_are_found_and_nothing_else(text: str, pieces: list[Piece]) -> None:
    assert prose(text) == [[pieces]]


@given(st.text())
def test_nothing_is_lost_but_blank_space(text: str) -> None:
    told = "".join(piece.text for paragraph in prose(text) for line in paragraph for piece in line)

    assert "".join(told.split()) == "".join(text.split())
