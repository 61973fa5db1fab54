"""Replace aiohttp's own answers, to requests that it cannot read or refuses before any handler.

Those quote the lines of the request, a secret among them, lack our headers and name its version;
its log quotes them too. There is no setting for that: this is the one place that steps in.
"""

from aiohttp import web, web_server
from aiohttp.web_urldispatcher import MatchInfoError

from content.log import log
from outreach.web.attended import turned_away
from outreach.web.errors import kind_answer


class Unread:
    """Stands in for aiohttp's logger, and tells its connections which application answers."""

    def __init__(self) -> None:
        self.app: web.Application | None = None

    def debug(self, *_: object, **__: object) -> None:
        """Ignore what happens every day."""

    def exception(self, *_: object, exc_info: object = None) -> None:
        """Log the kind of an error outside of all handlers."""
        log.info("request.unread", error=type(exc_info).__name__)

    warning = exception


class Reader(web.RequestHandler):
    """A connection whose every answer is kind; one of another application is as aiohttp made it."""

    __slots__ = ()

    @property
    def asked(self) -> bool:
        """True if a request was read that no handler has yet."""
        return bool(self._messages)

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer a request that could not be read, or that failed outside of all handlers."""
        app = self._ours()
        if app is None:
            return super().handle_error(request, status, exc, message)
        log.info("request.unread", error=type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("an answer is under way already")
        answer = _answered(app, request, status)
        answer.force_close()
        return answer

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start_time: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send an answer; replace a refusal that did not come through our own middleware."""
        app = self._ours()
        if app is not None and isinstance(resp, web.HTTPException) and resp.status >= 400:
            turned_away(app, self)
            resp = _answered(app, request, resp.status)
        return await super().finish_response(request, resp, start_time)

    def _ours(self) -> web.Application | None:
        logger: object = self.logger
        return logger.app if isinstance(logger, Unread) else None


def _answered(app: web.Application, request: web.BaseRequest, status: int) -> web.Response:
    """Answer for the application: a request that was not routed has none, and gets no headers."""
    # aiohttp has no public way: it sets these itself when it routes, which was not reached here
    if request._match_info is None:  # type: ignore[attr-defined]
        info = MatchInfoError(web.HTTPBadRequest())
        info.add_app(app)
        info.freeze()
        request._match_info = info  # type: ignore[attr-defined]
    return kind_answer(request, status, {})  # type: ignore[arg-type]


# aiohttp looks here for the class of its connections
setattr(web_server, "RequestHandler", Reader)  # noqa: B010 - the checkers know it as a type
