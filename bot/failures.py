"""What fails is logged and passed over; only NotNow goes on to the channel, which tries again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from content.log import log
from outreach.store.errors import NotNow


@dataclass(slots=True)
class Passed:
    """The error that was passed over, if there was one."""

    error: Exception | None = None


@contextmanager
def passing_over(event: str, **facts: object) -> Iterator[Passed]:
    """Log any error of the block except NotNow, and go on behind the block."""
    passed = Passed()
    try:
        yield passed
    except NotNow:
        raise
    except Exception as error:
        passed.error = error
        log.error(event, **facts, error=kind_of(error))


def kind_of(error: Exception) -> str:
    """Return the kind of an error, or of the driver's error behind it; never what it says."""
    return type(getattr(error, "orig", None) or error.__cause__ or error).__name__
