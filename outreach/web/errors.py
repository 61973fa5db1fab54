"""Every error becomes a kind answer."""

import traceback

from aiohttp import web
from aiohttp.http_exceptions import ContentEncodingError

from content.log import log
from outreach.store.errors import StoreError
from outreach.web.keys import PAGES, Handler
from outreach.web.page import page, reader_language, wants_json

RETRY_AFTER = "5"
EXPLAINED = (400, 403, 404, 405, 408, 413, 415, 429, 500, 503)


class Unread:
    """Where aiohttp tells of requests that it could not read: in its own log their very lines would stand."""

    def debug(self, *_: object, **__: object) -> None:
        """What happens every day is not told."""

    def exception(self, *_: object, exc_info: object = None) -> None:
        """Tell the kind of the error."""
        log.info("request.unread", error=type(exc_info).__name__)

    warning = exception


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
        log_failure("request.store", request, error)
        return _error(request, 503, {"Retry-After": RETRY_AFTER})
    except ConnectionError:
        raise
    except (web.RequestPayloadError, ContentEncodingError):  # the body is not what its headers say
        return _error(request, 400, {})
    except Exception as error:
        log_failure("request.failed", request, error)
        return _error(request, 500, {})


def _error(request: web.Request, status: int, headers: dict[str, str]) -> web.Response:
    known = status if status in EXPLAINED else 400 if status < 500 else 500
    key = f"page-error-{known}"
    if wants_json(request):
        words = request.app[PAGES].text(key, reader_language(request))
        answer = web.json_response({"error": words}, status=status, headers={"Cache-Control": "no-store"})
    else:
        answer = page(request, "error.html", status=status, key=key)
    answer.headers.update(headers)
    if status == 408:  # what did not come in time is not waited for
        answer.force_close()
    return answer


def log_failure(event: str, request: web.Request, error: Exception) -> None:
    """Log what failed and where, never what was said."""
    resource = request.match_info.route.resource
    where = [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-4:]]
    path = None if resource is None else resource.canonical
    reason = {"reason": str(error)} if isinstance(error, StoreError) else {}  # what others say may be private
    log.error(event, method=request.method, path=path, error=type(error).__name__, **reason, where=where)
