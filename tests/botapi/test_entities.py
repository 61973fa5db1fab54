"""HTML as Telegram reads it."""

from typing import Any

import pytest

from tests.botapi.entities import LONE_SURROGATE, cut, find_entities, parse_html, units
from tests.botapi.protocol import Refused


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length} | more


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("gewoon", "gewoon", []),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;ja&quot;", '1 < 2 && 3 > 2 "ja"', []),
        ("&#128512;&#x1F600;", "😀😀", []),
        ("&nbsp;&apos;&", "&nbsp;&apos;&", []),
        ("<b>a</b><STRONG>b</STRONG>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
        ("😀<i>é</i>", "😀é", [entity("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b></b>a", "a", []),
        ("<b>a</>", "a", [entity("bold", 0, 1)]),
        (
            '<a href="https://waterdam.nl/?a=1&amp;b=2">x</a>',
            "x",
            [entity("text_link", 0, 1, url="https://waterdam.nl/?a=1&b=2")],
        ),
        ("<a href='nergens'>x</a>", "x", []),
        (
            '<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>',
            "xy",
            [entity("spoiler", 0, 1), entity("spoiler", 1, 1)],
        ),
        (
            "<s>a</s><del>b</del><u>c</u>",
            "abc",
            [
                entity("strikethrough", 0, 1),
                entity("strikethrough", 1, 1),
                entity("underline", 2, 1),
            ],
        ),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            '<pre><code class="language-nl">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="nl")],
        ),
        ('<code class="language-nl">x</code>', "x", [entity("code", 0, 1)]),
    ],
)
def test_html_is_read(markup: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(markup) == (text, entities)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("3 < 4", 'Unsupported start tag "" at byte offset 2'),
        ("3 < 4 > 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>test</b></i>",
            'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
        ),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xD800;", LONE_SURROGATE),
    ],
)
def test_broken_html_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(markup)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_commands_and_names_are_found_in_utf16_units() -> None:
    text = "😀 @waterdam_bot /help@waterdam_bot #buurt mail a@b.nl https://waterdam.nl/x?y=1."

    found = [(one["type"], cut(text, one)) for one in find_entities(text)]

    assert found == [
        ("mention", "@waterdam_bot"),
        ("bot_command", "/help@waterdam_bot"),
        ("hashtag", "#buurt"),
        ("email", "a@b.nl"),
        ("url", "https://waterdam.nl/x?y=1"),
    ]


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("é", 1), ("😀", 2), ("\ud800", 1)]
)
def test_units_are_utf16(text: str, length: int) -> None:
    assert units(text) == length
