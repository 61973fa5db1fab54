"""Ask the channels of this installation whether they work, over the network."""

import asyncio
from collections.abc import Collection, Sequence
from functools import partial

import typer

from outreach.commands.desk import Desk, line_of
from outreach.delivery.channel import Channel
from outreach.delivery.working import require_working

PATIENCE = 10
"""Seconds that a channel gets for its own check."""


def channels_of(ctx: typer.Context, at: Desk) -> Sequence[Channel]:
    """Return the channels of this installation."""
    line = line_of(ctx)
    return line.parts.channels(at.settings, line.printer.language)


def broken_channels(ctx: typer.Context, at: Desk, needed: Collection[str]) -> dict[str, str]:
    """Ask some channels whether they work; return those that do not, with what they say."""
    asked = [channel for channel in channels_of(ctx, at) if channel.name in needed]
    return {channel.name: wrong for channel in asked if (wrong := trouble(channel))}


def require_channels(ctx: typer.Context, at: Desk, needed: Collection[str]) -> None:
    """Refuse to let anything go while a channel that it needs does not work."""
    require_working(partial(broken_channels, ctx, at), needed)


def trouble(channel: Channel) -> str | None:
    """Ask one channel what is wrong with it; None if it works."""
    try:
        return asyncio.run(asyncio.wait_for(channel.check(), PATIENCE))
    except Exception as error:
        # any error is a finding about the channel
        return type(error).__name__
