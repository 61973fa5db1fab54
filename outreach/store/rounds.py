"""How the clockwork runs rules: one server at a time, in portions, by a clock that is believed.

When each runs, and on what, stands in `outreach/ticks.py`.
"""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from outreach.store.clock import Trust
from outreach.store.once import unless_taken
from outreach.store.portion import PORTION
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit

P = ParamSpec("P")
R = TypeVar("R")


class Rounds:
    """Runs rules on a store for the clockwork."""

    def __init__(self, store: Store, trust: Trust) -> None:
        self._store, self._trust = store, trust

    async def each(self, *parts: Callable[[], Awaitable[object]]) -> None:
        """Do each part of a tick, even if others fail; the first error is raised at the end."""
        failed: list[Exception] = []
        for part in parts:
            try:
                await part()
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    async def alone(
        self, rule: Callable[Concatenate[Unit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Run a rule, unless another server is running it now."""
        return await self._store.write(
            unless_taken, TICK, lambda unit: rule(unit, *args, **kwargs), rule.__name__
        )

    async def until_done(self, rule: Callable[..., object], **values: object) -> None:
        """Run a rule again as long as it finds something to do."""
        while await self.alone(rule, **values):
            pass

    async def in_portions(
        self, rule: Callable[Concatenate[Unit, P], int], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Run a rule again as long as it deals with a whole portion; turns go on in between."""
        while (await self.alone(rule, *args, **kwargs) or 0) >= PORTION:
            pass

    def sure(self, rule: Callable[Concatenate[Unit, P], R]) -> Callable[Concatenate[Unit, P], R]:
        """Return the rule that first raises ClockInDoubt if the clock cannot be believed."""

        @wraps(rule)
        def sure(unit: Unit, /, *args: P.args, **kwargs: P.kwargs) -> R:
            self._trust.require(unit)
            return rule(unit, *args, **kwargs)

        return sure
