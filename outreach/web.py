"""The one aiohttp application: headers, limits, kind errors, health. What the pages say is not known here."""

import time
import traceback
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from ipaddress import IPv6Address, ip_address
from urllib.parse import parse_qsl, urlsplit

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector, web
from aiohttp.http_exceptions import ContentEncodingError

from content.log import log
from content.page.pages import Pages
from content.texts import Texts
from outreach.settings import Settings
from outreach.store.errors import StoreError
from outreach.store.store import Store

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Check = Callable[[], Awaitable[bool]]

BODY_LIMIT = 64 * 1024
LINE_LIMIT = 32 * 1024
"""An address or a header. With aiohttp's own 8,190 bytes, who comes with a long one meets English without a page."""
FORM_FIELDS = 20
CLIENTS = 10_000
CONNECT_SECONDS = 10
ANSWER_SECONDS = 15
CONNECTIONS = 450
"""More than messages are ever under way: a call may not wait for a connection. A process has 1,024 files by default."""
LANGUAGE_COOKIE = "taal"
FORM = "application/x-www-form-urlencoded"
UTF_8 = ("utf-8", "utf8", "us-ascii")
READING = ("GET", "HEAD", "OPTIONS")
OWN_PAGES = ("same-origin", "none")
RETRY_AFTER = "5"
EXPLAINED = (400, 403, 404, 405, 413, 415, 429, 500, 503)
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


class Quota:
    """So many deeds per client in a span of seconds, kept in memory for the clients that were seen last."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._step = seconds / most
        self._room = seconds - self._step
        self._clock = clock
        self._used_until: OrderedDict[str, float] = OrderedDict()

    def wait(self, client: str) -> float:
        """Give the seconds until this client may do it again; 0 where it may now."""
        return max(0.0, round(self._used_until.get(client, 0.0) - self._clock() - self._room, 6))

    def spend(self, client: str) -> None:
        """Count one deed of this client."""
        self._used_until[client] = max(self._used_until.get(client, 0.0), self._clock()) + self._step
        self._used_until.move_to_end(client)
        if len(self._used_until) > CLIENTS:
            self._used_until.popitem(last=False)


class Unread:
    """Where aiohttp tells of requests that it could not read: in its own log their very lines would stand."""

    def debug(self, *_: object, **__: object) -> None:
        """What happens every day is not told."""

    def exception(self, *_: object, exc_info: object = None) -> None:
        """Tell the kind of the error."""
        log.info("request.unread", error=type(exc_info).__name__)

    warning = exception


PAGES = web.AppKey("pages", Pages)
SETTINGS = web.AppKey("settings", Settings)
STORE = web.AppKey("store", Store)
POSTS = web.AppKey("posts", Quota)
HTTP = web.AppKey("http", ClientSession)
"""The one session for all that we ask of others over HTTP."""
MACHINES: web.AppKey[set[str]] = web.AppKey("machines", set)
"""Paths where a service posts to us, all from a few addresses; whoever adds one looks after who it is, and its size."""
HEALTHY: web.AppKey[Check] = web.AppKey("healthy", Callable)  # type: ignore[arg-type]


def make_app(
    settings: Settings, texts: Texts, store: Store, *, healthy: Check, clock: Callable[[], float] = time.monotonic
) -> web.Application:
    """Make the application, with `/health` and the static files; other rooms attach their routes to it."""
    limits = {"max_line_size": LINE_LIMIT, "max_field_size": LINE_LIMIT, "logger": Unread()}
    app = web.Application(client_max_size=BODY_LIMIT, middlewares=[kind_errors, guarded], handler_args=limits)
    app[PAGES] = Pages(texts, settings.languages)
    app[SETTINGS] = settings
    app[STORE] = store
    app[POSTS] = Quota(settings.posts_per_minute, 60, clock)
    app[HEALTHY] = healthy
    app[MACHINES] = set()
    app.cleanup_ctx.append(_session)
    app.on_response_prepare.append(_add_headers)
    app.router.add_get("/health", _health)
    app.router.add_get("/static/{name}", _static)
    return app


def page(request: web.Request, template: str, /, *, status: int = 200, **values: object) -> web.Response:
    """Answer with a page in the reader's language, or in the one that is given."""
    language = str(values.pop("language", None) or reader_language(request))
    pages = request.app[PAGES]
    frame = {"path": request.path_qs, "address": str(request.app[SETTINGS].address).rstrip("/")}
    body = pages.render(template, language, **(frame | values))
    headers = {"Cache-Control": "no-store", "Content-Language": language, "Vary": "Cookie, Accept-Language"}
    return web.Response(text=body, content_type="text/html", status=status, headers=headers)


def reader_language(request: web.Request) -> str:
    """The language that the reader chose, else the one that their browser asks for, else the first."""
    languages = request.app[PAGES].languages
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return chosen if chosen in languages else preferred(request.headers.get("Accept-Language", ""), languages)


def preferred(header: str, languages: tuple[str, ...]) -> str:
    """Choose from the languages by an Accept-Language header (RFC 9110 §12.5.4); the first where none fits."""
    wishes = []
    for place, part in enumerate(header[:500].replace(" ", "").split(",")):
        name, _, quality = part.lower().partition(";q=")
        weight = float(quality) if quality.replace(".", "", 1).isdecimal() and quality.isascii() else 1.0
        wishes.append((-weight, place, name.partition("-")[0]))
    return next((name for weight, _, name in sorted(wishes) if weight and name in languages), languages[0])


def client_of(request: web.Request) -> str:
    """The address that a client is counted by: of IPv6 the /64, since one household has all of it."""
    hops = request.headers.getall("X-Forwarded-For", []) if request.app[SETTINGS].behind_proxy else []
    told = ",".join(hops).rpartition(",")[2].strip() or request.remote or ""
    try:
        found = ip_address(told)
    except ValueError:
        return told[:64]
    return str(IPv6Address(int(found) >> 64 << 64)) if isinstance(found, IPv6Address) else str(found)


async def read_form(request: web.Request) -> dict[str, str]:
    """Read a posted form: the last value of each field. Other kinds of body are refused, and packed ones."""
    if not _is_form(request):
        raise web.HTTPUnsupportedMediaType
    body = await request.read()
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FORM_FIELDS))
    except ValueError as error:
        raise web.HTTPBadRequest from error


def _is_form(request: web.Request) -> bool:
    """Tell whether a body is what browsers send: never packed, and in UTF-8 (https://url.spec.whatwg.org/#urlencoded).

    Unpacked by aiohttp, what is cut short or packed in a way that it does not know would count as a text.
    """
    if request.headers.get("Content-Type") is None and not request.can_read_body:
        return True
    plain = all(each.strip().lower() in ("", "identity") for each in request.headers.getall("Content-Encoding", []))
    return plain and request.content_type == FORM and (request.charset or "utf-8").lower() in UTF_8


def wants_json(request: web.Request) -> bool:
    """Tell whether our own script asks, rather than a person's browser."""
    return "application/json" in request.headers.get("Accept", "")


@web.middleware
async def kind_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every error into a kind answer: no stack trace, no silence; log where it was, never what was said."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        keep = {name: error.headers[name] for name in ("Allow", "Retry-After") if name in error.headers}
        return _error(request, error.status, keep)
    except StoreError as error:
        _log_failure("request.store", request, error)
        return _error(request, 503, {"Retry-After": RETRY_AFTER})
    except ConnectionError:
        raise
    except (web.RequestPayloadError, ContentEncodingError):  # the body is not what its headers say
        return _error(request, 400, {})
    except Exception as error:
        _log_failure("request.failed", request, error)
        return _error(request, 500, {})


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse bodies that are too large, forms of other sites, and clients that post too fast; services are apart."""
    if request.path in request.app[MACHINES]:
        return await handler(request)
    length = request.content_length or 0
    if length > BODY_LIMIT:
        raise web.HTTPRequestEntityTooLarge(BODY_LIMIT, length)
    if request.method not in READING:
        if not _from_our_pages(request):
            raise web.HTTPForbidden
        hold_back(request.app[POSTS], client_of(request))
        request.app[POSTS].spend(client_of(request))
    return await handler(request)


def hold_back(quota: Quota, client: str) -> None:
    """Answer 429, with how long to wait, where a client used up its quota."""
    wait = quota.wait(client)
    if wait:
        raise web.HTTPTooManyRequests(headers={"Retry-After": str(int(wait) + 1)})


def _from_our_pages(request: web.Request) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN_PAGES
    origin = request.headers.get("Origin")
    own = (request.host, urlsplit(str(request.app[SETTINGS].address)).netloc)
    return origin is None or origin.partition("://")[2] in own


def _error(request: web.Request, status: int, headers: dict[str, str]) -> web.Response:
    known = status if status in EXPLAINED else 400 if status < 500 else 500
    key = f"page-error-{known}"
    if wants_json(request):
        words = request.app[PAGES].text(key, reader_language(request))
        answer = web.json_response({"error": words}, status=status, headers={"Cache-Control": "no-store"})
    else:
        answer = page(request, "error.html", status=status, key=key)
    answer.headers.update(headers)
    return answer


def _log_failure(event: str, request: web.Request, error: Exception) -> None:
    resource = request.match_info.route.resource
    where = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    path = None if resource is None else resource.canonical
    reason = {"reason": str(error)} if isinstance(error, StoreError) else {}  # what others say may be private
    log.error(event, method=request.method, path=path, error=type(error).__name__, **reason, where=where)


async def _session(app: web.Application) -> AsyncIterator[None]:
    """Open the session with deadlines on silence, not on the whole: an answer that keeps coming is no fault."""
    timeout = ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=ANSWER_SECONDS)
    connector = TCPConnector(limit=CONNECTIONS)
    async with ClientSession(timeout=timeout, cookie_jar=DummyCookieJar(), connector=connector) as session:
        app[HTTP] = session
        yield


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    https = str(request.app[SETTINGS].address).startswith("https:")
    for name, value in (HEADERS | HTTPS_ONLY if https else HEADERS).items():
        response.headers.setdefault(name, value)


async def _health(request: web.Request) -> web.Response:
    try:
        well = await request.app[HEALTHY]()
    except Exception as error:
        _log_failure("health.failed", request, error)
        well = False
    headers = {"Cache-Control": "no-store"}
    return web.json_response({"status": "ok" if well else "unwell"}, status=200 if well else 503, headers=headers)


async def _static(request: web.Request) -> web.Response:
    asset = request.app[PAGES].assets.find(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return web.Response(body=asset.body, content_type=asset.kind, charset="utf-8", headers=headers)
