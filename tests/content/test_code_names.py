"""Every value that the code makes by itself has its name in every language."""

import pytest

from content.fluent import languages
from content.texts import Texts
from tests.content.code_lists import LISTS
from tests.content.sources import patterns

TEXTS = Texts(organisation="Waterdam", address="Waterdam")
ALL = pytest.mark.parametrize("language", languages())


@ALL
@pytest.mark.parametrize("codelist", sorted(LISTS))
def test_code_list_names_every_code_and_no_other(codelist: str, language: str) -> None:
    named = {
        attribute
        for key, attribute in patterns(language)
        if key == f"code-{codelist}" and attribute
    }

    assert named == {code.replace("_", "-") for code in LISTS[codelist]}


@ALL
def test_code_list_is_known_here(language: str) -> None:
    assert {
        key.removeprefix("code-") for key, _ in patterns(language) if key.startswith("code-")
    } == set(LISTS)


def test_code_that_a_list_does_not_know_is_shown_as_it_is() -> None:
    assert TEXTS.name("trail", "carrier_pigeon", "nl") == "carrier_pigeon"


@pytest.mark.parametrize("codelist", sorted(LISTS))
def test_every_name_that_is_shown_is_understood(codelist: str) -> None:
    stored = [code.replace("-", "_") for code in LISTS[codelist]]
    shown = {
        (TEXTS.name(codelist, code, language), code) for code in stored for language in languages()
    }

    assert {(name, TEXTS.code(codelist, name.upper())) for name, _ in shown} == shown
