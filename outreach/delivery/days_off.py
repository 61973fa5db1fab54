"""Dutch public holidays: as on a Sunday, nothing is sent that can wait.

The list is that of the Algemene termijnenwet, article 3, with Liberation Day every fifth year, when
people have it off. It stands here because the package for it loads the calendars of all the world,
22 MB; the tests compare it with that package.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

SUNDAY = 6
FROM_EASTER = (-2, 0, 1, 39, 49, 50)
"""Days after Easter Sunday: Good Friday, Easter, Ascension Day, Whit Sunday and Monday."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year; King's Day is that of Willem-Alexander, from 2014."""
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
