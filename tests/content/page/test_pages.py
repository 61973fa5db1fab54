import re
from importlib.resources import files
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from content.page.pages import Pages, fresh_nonce
from content.texts import Texts


def texts(*offered: str) -> Texts:
    return Texts(None, offered, organisation="Gemeente Waterdam", address="https://kansen.example")


TEXTS = texts()
HERE = Path(str(files("content.page")))
TEMPLATES = [str(file.relative_to(HERE)) for file in sorted(HERE.rglob("*.html"))]


def test_page_speaks_the_language_that_is_asked_for() -> None:
    pages = Pages(TEXTS)

    titles = [
        re.findall(
            "<html lang=.*?>|<h1>.*?</h1>",
            pages.render("error.html", language, key="page-error-404", path="/"),
        )
        for language in ("nl", "en")
    ]

    assert titles == [
        ['<html lang="nl">', "<h1>Niet gevonden</h1>"],
        ['<html lang="en">', "<h1>Not found</h1>"],
    ]


def test_switch_offers_the_other_languages_by_their_own_name() -> None:
    page = Pages(TEXTS).render("error.html", "en", key="page-error-404", path="/privacy")

    assert '<button class="quiet" name="taal" value="nl" lang="nl">Nederlands</button>' in page
    assert '<input type="hidden" name="terug" value="/privacy">' in page
    assert 'value="en"' not in page


def test_one_language_needs_no_switch() -> None:
    pages = Pages(texts("nl"))

    assert pages.languages == ("nl",)
    assert "/taal" not in pages.render("error.html", "nl", key="page-error-404", path="/")


def test_languages_that_have_no_texts_are_left_out() -> None:
    assert Pages(texts("xx", "en")).languages == ("en",)
    assert Pages(texts("xx")).languages == TEXTS.languages


def test_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        Pages(texts("nl")).render("error.html", "nl", key="page-error-404")


def test_numbers_of_forms_are_never_the_same() -> None:
    assert len({fresh_nonce() for _ in range(100)}) == 100


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_holds_nothing_that_a_person_reads(name: str) -> None:
    source = files("content.page").joinpath(name).read_text()
    bare = re.sub(
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<svg.*?</svg>|<[^>]*>", " ", source, flags=re.DOTALL
    )

    assert re.findall(r"[^\W\d_]{2,}", bare) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_attributes_hold_nothing_that_a_person_reads(name: str) -> None:
    source = files("content.page").joinpath(name).read_text()

    spoken = re.findall(
        r'(?:aria-label|placeholder|alt|title|data-(?:you|us|open|lost|again))="([^"]*)"', source
    )

    assert [words for words in spoken if not words.startswith("{{")] == []
