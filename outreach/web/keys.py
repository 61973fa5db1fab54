"""What belongs to the application, and its keys: rooms that attach routes find it there."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from content.page.pages import Pages
from outreach.client.client import Client
from outreach.settings import Settings
from outreach.store.store import Store

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Check = Callable[[], Awaitable[bool]]

PAGES = web.AppKey("pages", Pages)
SETTINGS = web.AppKey("settings", Settings)
STORE = web.AppKey("store", Store)
HTTP = web.AppKey("http", Client)
"""The one client for all that we ask of others over HTTP."""
MACHINES: web.AppKey[set[str]] = web.AppKey("machines", set)
"""Paths where a service posts to us, all from a few addresses; not limited per client.

Their handlers check the sender and the size themselves.
"""
