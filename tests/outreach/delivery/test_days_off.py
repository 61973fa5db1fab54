"""Dutch public holidays."""

from datetime import date

import holidays
import pytest

from outreach.delivery.days_off import public_holidays


@pytest.mark.parametrize("year", range(2014, 2100))
def test_holidays_are_those_of_the_calendar_of_the_world(year: int) -> None:
    assert public_holidays(year) == frozenset(holidays.country_holidays("NL", years=year))


def test_birthday_of_the_king_is_never_on_a_sunday() -> None:
    assert date(2031, 4, 26) in public_holidays(2031)
    assert date(2031, 4, 27) not in public_holidays(2031)
