"""An amount inside a sentence, in figures and in words."""

import pytest

from bot.listening.amounts import amount_in


@pytest.mark.parametrize(
    ("said", "euros"),
    [
        ("650", 650),
        ("ongeveer € 2.500,-", 2500),
        ("1.234,56 euro", 1234.56),
        ("zo'n 2,5 duizend", 2500),
        ("3k", 3000),
        ("tweeduizend vijfhonderd euro", 2500),
        ("vijfentwintighonderd euro", 2500),
        ("tweeëntwintig euro", 22),
        ("anderhalf duizend", 1500),
        ("tweeëneenhalf duizend", 2500),
        ("twee en een half duizend euro", 2500),
        ("400 euro voor planten en 250 voor gereedschap, samen 650 euro", 650),
        ("2.500 euro voor 12 bakken", 2500),
        ("two thousand five hundred euros", 2500),
        ("one hundred and twenty euros", 120),
        ("one and a half thousand", 1500),
        ("two and a half thousand euros", 2500),
        ("honderd", 100),
        ("gratis, we doen alles zelf", 0),
        ("het kost niets", 0),
    ],
)
def test_amount_is_understood(said: str, euros: float) -> None:
    assert amount_in(said) == round(euros * 100)


@pytest.mark.parametrize(
    "said",
    ["", "dat weten we nog niet", "een bak met planten", "100 euro of 200 euro", "12.5", "9" * 400],
)
def test_nothing_is_made_of_none_or_several(said: str) -> None:
    assert amount_in(said) is None
