"""What fails is logged and passed over; only NotNow goes on to the channel, which tries again."""

from types import TracebackType

from content.log import log
from outreach.store.errors import NotNow


class PassOver:
    """Log any error of a block except NotNow, and go on behind the block; `error` is kept."""

    def __init__(self, event: str, **facts: object) -> None:
        self.error: Exception | None = None
        self._event, self._facts = event, facts

    def __enter__(self) -> "PassOver":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, NotNow):
            return False
        self.error = error
        log.error(self._event, **self._facts, error=kind_of(error))
        return True


def kind_of(error: Exception) -> str:
    """Return the kind of an error, or of the driver's error behind it; never what it says."""
    return type(getattr(error, "orig", None) or error.__cause__ or error).__name__
