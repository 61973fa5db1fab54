"""Markup goes, paragraphs stay."""

import pytest

from outreach.exchange.ocds.plain_text import MOST_TAGS, is_html, plain_text


@pytest.mark.parametrize(
    "text", ["<p>Hoi</p>", "a<br>b", "Q &amp; A", "&#163;5", "&lt;b&gt;", "<!-- x -->"]
)
def test_is_html_knows_tags_and_entities(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize("text", ["a < b", "Q & A", "x <3 y", "a<b", "2 > 1;", "R&D; afdeling"])
def test_is_html_leaves_plain_signs_alone(text: str) -> None:
    assert is_html(text) is False


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een.</p><p>Twee &amp; drie.</p>", "Een.\n\nTwee & drie."),
        ("Een<br/>twee<BR >drie", "Een\ntwee\ndrie"),
        ("<ul><li>hark</li><li>schep</li></ul>", "• hark\n• schep"),
        ("<script>alert(1)</script>Hoi<style>p{}</style>", "Hoi"),
        ("&pound;15,000 &#039;per jaar&#039;\nen meer", "£15,000 'per jaar'\nen meer"),
        ("&lt;p&gt;Dubbel&lt;/p&gt;", "Dubbel"),
        ("<div>a &lt; b</div>", "a < b"),
        ('<a href="javascript:x()">klik</a>', "klik"),
        ("<p>Regel\n  afgebroken</p>", "Regel afgebroken"),
        ("<img src=x onerror=alert(1)", "<img src=x onerror=alert(1)"),
    ],
)
def test_plain_text_keeps_the_words(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize("tag", ["b", "y", "span", "font"])
def test_tags_without_end_are_taken_out_one_by_one(tag: str) -> None:
    nested = (
        "".join(f"<{tag} x={number}>" for number in range(MOST_TAGS))
        + "Hoi"
        + f"</{tag}>" * MOST_TAGS
    )

    assert plain_text(f"<!-- a -->{nested} &amp; dag") == "Hoi & dag"
