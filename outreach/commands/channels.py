"""Ask the channels of this installation whether they work, over the network."""

import asyncio
from collections.abc import Collection
from functools import partial

import typer

from outreach.commands.desk import Check, Desk, line_of
from outreach.delivery.working import require_working

PATIENCE = 10
"""Seconds that a channel gets for its own check."""


def broken_channels(ctx: typer.Context, at: Desk, needed: Collection[str]) -> dict[str, str]:
    """Ask some channels whether they work; gives those that do not, with what they say."""
    checks = [
        (name, check) for name, check in line_of(ctx).parts.channels(at.settings) if name in needed
    ]
    return {name: wrong for name, check in checks if (wrong := trouble(check))}


def require_channels(ctx: typer.Context, at: Desk, needed: Collection[str]) -> None:
    """Refuse to let anything go while a channel that it needs does not work."""
    require_working(partial(broken_channels, ctx, at), needed)


def trouble(check: Check) -> str | None:
    """Ask one channel what is wrong with it; None where it works."""
    try:
        return asyncio.run(asyncio.wait_for(_checked(check), PATIENCE))
    except Exception as error:
        # a channel's fault is a finding, whatever it is
        return type(error).__name__


async def _checked(check: Check) -> str | None:
    return await check()
