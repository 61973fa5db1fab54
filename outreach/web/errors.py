"""Every error becomes a kind answer."""

import traceback
from functools import lru_cache

from aiohttp import web
from aiohttp.http_exceptions import ContentEncodingError

from content.log import log
from content.page.pages import Pages
from outreach.store.errors import StoreError, TooMany
from outreach.web.keys import PAGES, SETTINGS, Handler
from outreach.web.page import page, part_of, reader_language, wants_json

RETRY_AFTER = "5"
EXPLAINED = (400, 403, 404, 405, 408, 413, 415, 429, 500, 503)


@web.middleware
async def kind_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every error into a kind answer without a stack trace; log its place, not its text."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            raise
        keep = {
            name: error.headers[name] for name in ("Allow", "Retry-After") if name in error.headers
        }
        return kind_answer(request, error.status, keep)
    except TooMany as error:
        # a crowd is not a fault, and would fill the log
        return kind_answer(request, 503, {"Retry-After": str(error.wait)})
    except StoreError as error:
        log_failure("request.store", request, error)
        return kind_answer(request, 503, {"Retry-After": RETRY_AFTER})
    except ConnectionError:
        raise
    except Exception as error:
        if _unreadable(request, error):
            return kind_answer(request, 400, {})
        log_failure("request.failed", request, error)
        return kind_answer(request, 500, {})


def _unreadable(request: web.Request, error: Exception) -> bool:
    """True if the body does not match its headers; the handler that reads it gets the error."""
    return (
        isinstance(error, (web.RequestPayloadError, ContentEncodingError))
        or error is request.content.exception()
    )


def kind_answer(request: web.Request, status: int, headers: dict[str, str]) -> web.Response:
    """Answer with a page that says what went wrong, or with JSON if our own script asks."""
    family = 400 if status < 500 else 500
    key = f"page-error-{status if status in EXPLAINED else family}"
    if wants_json(request):
        words = request.app[PAGES].text(key, reader_language(request))
        answer = web.json_response(
            {"error": words}, status=status, headers={"Cache-Control": "no-store"}
        )
    elif status == 429 or not request.headers:
        answer = _drawn_before(request, status, key)
    else:
        answer = page(request, "error.html", status=status, key=key)
    answer.headers.update(headers)
    # what did not come in time is not waited for
    if status == 408:
        answer.force_close()
    return answer


def _drawn_before(request: web.Request, status: int, key: str) -> web.Response:
    language, address = reader_language(request), request.app[SETTINGS].base_url
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": language,
        "Vary": "Cookie, Accept-Language",
    }
    # an unreadable request has no language: answer in all of ours
    body = error_page(
        request.app[PAGES],
        key,
        language,
        address,
        path=part_of(request),
        everybody=not request.headers,
    )
    return web.Response(
        body=body, content_type="text/html", charset="utf-8", status=status, headers=headers
    )


@lru_cache(64)
def error_page(
    pages: Pages, key: str, language: str, address: str, *, path: str = "/", everybody: bool
) -> bytes:
    """Render an error page once, so that refusing too many requests is cheaper than making them.

    `everybody` reads it in their own language.
    """
    also = [
        (name, pages.text(key, name)) for name in pages.languages if everybody and name != language
    ]
    return pages.render(
        "error.html", language, key=key, also=also, path=path, address=address
    ).encode()


def log_failure(event: str, request: web.Request, error: Exception) -> None:
    """Log what failed and at which place, never what was said."""
    resource = request.match_info.route.resource
    where = [
        f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]
    ]
    path = None if resource is None else resource.canonical
    # messages of other libraries may be private
    reason = {"reason": str(error)} if isinstance(error, StoreError) else {}
    log.error(
        event, method=request.method, path=path, error=type(error).__name__, **reason, where=where
    )
