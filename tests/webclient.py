"""A client of a web application that is served in the test itself."""

from aiohttp import web
from aiohttp.test_utils import TestClient

WebClient = TestClient[web.Request, web.Application]
