"""Faults of the store and the system are reported in the language of the command line."""

import inspect

import pytest

from content.texts import Texts
from outreach.commands.terminal import Printer
from outreach.commands.trouble import sentence
from outreach.store import errors
from outreach.store.errors import (
    DatabaseMissing,
    ErasuresBroken,
    FileThere,
    StoreClosed,
    StoreError,
)

ERRORS = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, StoreError)
]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_of_the_store_has_its_words_in_both_languages(
    texts: Texts, error: type[StoreError]
) -> None:
    dutch, english = (
        sentence(error.__new__(error), Printer(texts, language)) for language in ("nl", "en")
    )

    assert english.split() == (inspect.getdoc(error) or "").split()
    assert dutch != english


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            FileThere("/data/a.db"),
            (
                "Er is al een bestand met deze naam. "
                "Daar schrijven we niet overheen. Kies een andere naam. (/data/a.db)"
            ),
        ),
        (
            DatabaseMissing("/data"),
            (
                "Hier is geen database. "
                "Maak er een met kansenbode serve, of noem een andere map met --data. (/data)"
            ),
        ),
        (StoreClosed(), "De opslag sluit af en neemt niets nieuws meer aan."),
        (
            ErasuresBroken("/data/erased.jsonl", 7),
            (
                "De lijst van vergeten mensen is op deze regel niet te lezen. "
                "Herstel die regel, zodat niemand terugkomt. Kan dat niet? Dan kun je verder met "
                "--without-list. "
                "(/data/erased.jsonl:7)"
            ),
        ),
        (
            FileNotFoundError(2, "No such file or directory", "kansen.csv"),
            "Dat lukt niet op deze computer: dat bestand of die map is er niet: kansen.csv",
        ),
        (OSError(121, "Remote I/O error"), "Dat lukt niet op deze computer: EREMOTEIO."),
    ],
)
def test_what_goes_wrong_is_said_in_dutch(texts: Texts, error: Exception, said: str) -> None:
    assert sentence(error, Printer(texts, "nl")) == said
