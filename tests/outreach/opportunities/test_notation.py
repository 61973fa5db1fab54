"""Amounts, dates and yes or no, as hands and systems write them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from outreach.opportunities.notation import (
    FarOff,
    cents_of,
    read_amount,
    read_date,
    read_deadline,
    read_moment,
    read_yes_no,
    write_moment,
)

ZONE = ZoneInfo("Europe/Amsterdam")
WIDE = ["\uff11\uff12\uff13\uff14", "\u0663\u0664\u0665", "\u20ac \uff11.\uff12\uff13\uff14,00"]
"""Figures that Python reads as numbers, and people in a town hall do not."""


def readable(read: Callable[..., Any], *given: Any) -> bool:
    """Whether it is read; any error other than ValueError goes on."""
    try:
        read(*given)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,56", 123456),
        ("1234.56", 123456),
        ("1,234.56", 123456),
        ("1234,5", 123450),
        ("€ 1.234", 123400),
        ("1.234.567", 123456700),
        ("1.234.567,00", 123456700),
        ("4500", 450000),
        ("EUR 12,-", 1200),
        ("-3,50", -350),
        ("1 000,00", 100000),
        ("0", 0),
    ],
)
def test_read_amount_reads_dutch_and_english_hands(text: str, cents: int) -> None:
    assert read_amount(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        "veel",
        "1,2345",
        "1.23.4,5,6",
        "12,345,6.7.8",
        "--5",
        "1e5",
        "9" * 40,
        *WIDE,
        "1\u00b2",
        "0,001",
        "0.001",
        "000.500",
        "-0.050,00",
    ],
)
def test_read_amount_refuses_what_is_no_amount(text: str) -> None:
    assert not readable(read_amount, text)


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        (8000, 800000),
        (8000.5, 800050),
        ("1234.567", 123457),
        ("1.234,56", 123456),
        (Decimal("0.10"), 10),
        (-2, -200),
    ],
)
def test_cents_of_reads_what_json_holds(amount: Any, cents: int) -> None:
    assert cents_of(amount) == cents


@pytest.mark.parametrize(
    "amount",
    [
        True,
        None,
        [],
        {},
        "NaN",
        float("inf"),
        1e300,
        10**30,
        "",
        "1e999999",
        "-1e999999",
        "sNaN",
        10**13 + 1,
        "1_000",
        "0x10",
        "1" * 5_000,
        "9e-5000000000" + " " * 100,
        Decimal("9e999999"),
        *WIDE,
    ],
)
def test_cents_of_refuses_the_rest(amount: Any) -> None:
    assert not readable(cents_of, amount)


@pytest.mark.parametrize(
    ("text", "yes"), [("ja", True), (" Nee ", False), ("YES", True), ("0", False)]
)
def test_read_yes_no_reads_either(text: str, yes: bool) -> None:
    assert read_yes_no(text) is yes


def test_read_yes_no_refuses_a_maybe() -> None:
    assert not readable(read_yes_no, "misschien")


@pytest.mark.parametrize("text", ["31-12-2026", "2026-12-31", "31/12/2026", " 31.12.2026 "])
def test_read_date_reads_both_orders(text: str) -> None:
    assert read_date(text) == date(2026, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "12-31-2026",
        "31-12-26",
        "morgen",
        "2026-02-30",
        "31-12-2026x",
        "maandag 8-1-2027",
        "mei 8-1-2027",
        "8-1-2027 17",
        "\uff13\uff11-12-2026",
        "31-12-\u0662\u0660\u0662\u0666",
        "\uff18 januari 2027",
        "8-1-2027 \uff11\uff17:00",
    ],
)
def test_read_date_refuses_other_orders(text: str) -> None:
    assert not readable(read_date, text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("31-12-2026", datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)),
        ("2026-07-01", datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC)),
        ("31-12-2026 17:00", datetime(2026, 12, 31, 16, 0, tzinfo=UTC)),
        ("2026-12-31 0:00", datetime(2026, 12, 30, 23, 0, tzinfo=UTC)),
        ("vrijdag 8 januari 2027", datetime(2027, 1, 8, 22, 59, 59, tzinfo=UTC)),
        ("vr. 8-1-2027, 17:00 uur", datetime(2027, 1, 8, 16, 0, tzinfo=UTC)),
        ("Friday, 8 jan. 2027 at 17:00", datetime(2027, 1, 8, 16, 0, tzinfo=UTC)),
        ("8 jan 2027 om 17.00u", datetime(2027, 1, 8, 16, 0, tzinfo=UTC)),
        ("8-1-2027 17 uur", datetime(2027, 1, 8, 16, 0, tzinfo=UTC)),
    ],
)
def test_read_deadline_means_the_whole_day_unless_it_has_a_time(
    text: str, moment: datetime
) -> None:
    assert read_deadline(text, ZONE) == moment


@pytest.mark.parametrize(
    ("text", "moment", "named"),
    [
        ("2026-10-01T09:00:00Z", datetime(2026, 10, 1, 9, tzinfo=UTC), True),
        ("2014-03-25T00:00:00.00Z", datetime(2014, 3, 25, tzinfo=UTC), True),
        ("2026-10-01T09:00:00+02:00", datetime(2026, 10, 1, 7, tzinfo=UTC), True),
        ("2026-12-01T17:00:00", datetime(2026, 12, 1, 16, tzinfo=UTC), False),
        ("2026-12-01", datetime(2026, 12, 1, 22, 59, 59, tzinfo=UTC), False),
    ],
)
def test_read_moment_takes_a_missing_zone_as_ours(text: str, moment: datetime, named: bool) -> None:
    assert read_moment(text, ZONE) == (moment, named)


@pytest.mark.parametrize(
    "text", ["", "1 december", "0001-01-01T00:00:00+14:00", "2026-13-01T00:00:00Z"]
)
def test_read_moment_refuses_what_is_no_moment(text: str) -> None:
    assert not readable(read_moment, text, ZONE)


def test_write_moment_writes_utc() -> None:
    assert write_moment(datetime(2026, 12, 31, 23, 59, 59, tzinfo=ZONE)) == "2026-12-31T22:59:59Z"


@pytest.mark.parametrize(
    "text",
    [
        "9999-12-31T23:59:59Z",
        "9019-05-01T12:00:00+02:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "9999-12-31",
        "0001-01-01",
        "1900-01-01T12:00:00Z",
        "2199-12-31T00:00:00Z",
        "2200-01-01T00:00:00+14:00",
        "1899-12-30",
    ],
)
def test_read_moment_tells_a_year_that_nobody_means(text: str) -> None:
    with pytest.raises(FarOff):
        read_moment(text, ZONE)


@pytest.mark.parametrize(
    "text", ["1900-01-02T00:00:00Z", "1970-01-01T00:00:00+00:00", "2199-12-30T23:59:59Z"]
)
def test_read_moment_reads_years_that_every_zone_agrees_on(text: str) -> None:
    moment, _ = read_moment(text, ZONE)

    years = {moment.astimezone(timezone(timedelta(hours=hours))).year for hours in (-23, 0, 23)}
    assert years <= set(range(1900, 2200))


@pytest.mark.parametrize("text", ["31-12-9999", "0001-01-01", "9999-12-31 23:59", "1-1-1899"])
def test_read_date_and_deadline_tell_a_year_that_nobody_means(text: str) -> None:
    with pytest.raises(FarOff):
        read_date(text)
    with pytest.raises(FarOff):
        read_deadline(text, ZONE)
