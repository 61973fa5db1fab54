"""Set facts together with translations that are given word by word."""

from typing import Any

from outreach.opportunities.edit import get_opportunity, set_facts
from outreach.opportunities.opportunity import Words
from outreach.store.unit import Unit


def set_with_words(
    unit: Unit, /, *, opportunity: int, translations: dict[str, Words] | None = None, **facts: Any
) -> list[str]:
    """As `set_facts`, but translations are merged into those that are there;
    an empty word is taken out.
    """
    if translations:
        merged = dict(get_opportunity(unit, opportunity=opportunity).translations)
        for language, words in translations.items():
            merged[language] = {
                name: word for name, word in (merged.get(language, {}) | words).items() if word
            }
        facts["translations"] = merged
    return set_facts(unit, opportunity=opportunity, **facts)
