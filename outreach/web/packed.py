"""Compress what everybody may read.

A page with a secret in it stays as it is: if it also repeats what an address asks for, its length
tells the secret letter by letter (BREACH). So whoever answers says so, and nothing of a
conversation does.
"""

from aiohttp import web

ENCODING = "gzip"


def packed(answer: web.Response) -> web.Response:
    """Compress an answer without secrets, for whoever takes it so."""
    answer.enable_compression()
    kept = answer.headers.get("Vary")
    answer.headers["Vary"] = f"{kept}, Accept-Encoding" if kept else "Accept-Encoding"
    return answer


def takes_packed(request: web.Request) -> bool:
    """True if a client says that it takes what is compressed."""
    return ENCODING in request.headers.get("Accept-Encoding", "").lower()
