"""Dutch public holidays: days on which, as on a Sunday, nobody is sent what can wait.

The list is that of the Algemene termijnenwet, article 3, with Liberation Day every fifth year, as
people have it off. It stands here because the package that has it loads the calendars of all the
world, 22 MB; the tests hold it to that.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

SUNDAY = 6
FROM_EASTER = (-2, 0, 1, 39, 49, 50)
"""Days from Easter Sunday on: Good Friday, it and the Monday, Ascension Day,
Whit Sunday and the Monday.
"""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Give the public holidays of a year; the king's birthday is that of King
    Willem-Alexander, from 2014 on.
    """
    king = date(year, 4, 27)
    fixed = [
        date(year, 1, 1),
        king - timedelta(days=king.weekday() == SUNDAY),
        date(year, 12, 25),
        date(year, 12, 26),
    ]
    free = [date(year, 5, 5)] if year % 5 == 0 else []
    return frozenset(
        [*fixed, *free, *(easter(year) + timedelta(days=days) for days in FROM_EASTER)]
    )
