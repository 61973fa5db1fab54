"""A form that was sent after its session ended: it is shown again, so that no word is lost."""

from aiohttp import web

from outreach.console.frame import show

KEPT_FOR = ("edit", "administer")
"""The rights of pages whose forms are kept; those of signing out and of passwords are not."""
WORDS = ("antwoord", "vraag", "bericht", "reden", "naam", "email")
"""Fields that somebody writes in themselves."""


def show_kept(request: web.Request, form: dict[str, str], sign_in: str) -> web.Response:
    """Answer that the session ended, with the form as it was, to be sent again after signing in.

    Nothing was done, so that the number of the form is still good.
    """
    words = [form[name] for name in WORDS if form.get(name)]
    answer = show(request, "kept_form.html", status=403, form=form, words=words, sign_in=sign_in)
    answer.headers["Cache-Control"] = "no-store"
    return answer
