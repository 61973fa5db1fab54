"""Come in by an invitation: choose a password. To look at the link changes nothing."""

from aiohttp import web

from outreach.clean import clean
from outreach.console.frame import show
from outreach.console.hashing import HASHING
from outreach.console.signing_in import LONGEST_EMAIL, let_in
from outreach.refusal import Refusal
from outreach.staff.invitation import Invited, come_in, invited
from outreach.staff.password import HIGH, LOW, read_password, require_good
from outreach.store.unit import NOBODY
from outreach.web.form import read_form
from outreach.web.keys import SETTINGS, STORE

LONGEST_NAME = 80


async def show_invitation(request: web.Request) -> web.StreamResponse:
    """Show who is invited, and ask for a password; or that the link is over."""
    return _form(request, await _invited(request))


async def follow_invitation(request: web.Request) -> web.StreamResponse:
    """Keep the password, and sign in."""
    who = await _invited(request)
    if who is None:
        return _form(request, None)
    form = await read_form(request)
    name = clean(form.get("naam", ""), LONGEST_NAME) if who.staff is None else who.name
    email = form.get("email", "").strip()[:LONGEST_EMAIL] if who.staff is None else who.email
    password = read_password(form.get("wachtwoord", ""))
    try:
        require_good(password, (request.app[SETTINGS].organisation, name, email))
        hashed = await request.app[HASHING].hash(password)
        staff = await request.app[STORE].write(
            come_in,
            NOBODY,
            secret=request.match_info["secret"],
            hashed=hashed,
            email=email,
            name=name,
        )
    except Refusal as refusal:
        return _form(request, who, refusal, name, email)
    return await let_in(request, staff, known=False)


async def _invited(request: web.Request) -> Invited | None:
    found: Invited | None = await request.app[STORE].read(
        invited, secret=request.match_info["secret"]
    )
    return found


def _form(
    request: web.Request,
    who: Invited | None,
    wrong: Refusal | None = None,
    name: str = "",
    email: str = "",
) -> web.Response:
    status = 404 if who is None else 200 if wrong is None else 400
    facts = {"guest": who, "wrong": wrong, "name_given": name, "email": email}
    answer = show(request, "invitation.html", status=status, low=LOW, high=HIGH, **facts)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
