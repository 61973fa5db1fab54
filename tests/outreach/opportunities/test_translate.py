"""Translations that are given word by word."""

from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.translate import set_with_words
from outreach.store.store import Store
from outreach.store.unit import NOBODY


def words(store: Store, language: str) -> dict[str, str]:
    return store.look(
        lambda unit: dict(get_opportunity(unit, opportunity=1).translations.get(language, {}))
    )


def test_set_with_words_keeps_the_words_that_were_not_given(waterdam: Store) -> None:
    before = words(waterdam, "en")

    changed = waterdam.run(
        set_with_words, NOBODY, opportunity=1, translations={"en": {"title": "Benches"}}
    )

    assert changed == ["translations"]
    assert words(waterdam, "en") == before | {"title": "Benches"}


def test_set_with_words_begins_a_new_language(waterdam: Store) -> None:
    waterdam.run(set_with_words, NOBODY, opportunity=1, translations={"tr": {"title": "Park"}})

    assert words(waterdam, "tr") == {"title": "Park"}


def test_set_with_words_takes_an_empty_word_out(waterdam: Store) -> None:
    waterdam.run(set_with_words, NOBODY, opportunity=1, translations={"en": {"title": ""}})

    assert "title" not in words(waterdam, "en")


def test_set_with_words_sets_other_facts_too(waterdam: Store) -> None:
    changed = waterdam.run(set_with_words, NOBODY, opportunity=1, title="Bankjes")

    assert changed == ["title"]
