"""What a date means where a moment is asked for."""

from datetime import datetime, time


def end_of_day(moment: datetime) -> datetime:
    """A date as deadline means the last second of that day, where people live."""
    return datetime.combine(moment.date(), time(23, 59, 59), moment.tzinfo)
