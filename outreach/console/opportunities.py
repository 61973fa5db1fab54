"""*Kansen*: the list of records, looked through by state and words, and taken along as a table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast
from urllib.parse import urlencode

from aiohttp import web

from outreach.clean import clean
from outreach.console.frame import show
from outreach.exchange.table.template import opportunities_page
from outreach.exchange.table.writing import as_csv, as_workbook
from outreach.opportunities.deadline import days_left
from outreach.reports.listing import (
    ORDERS,
    Order,
    Wanted,
    listed_opportunities,
    matching_opportunities,
    states_counted,
)
from outreach.store.columns import LAST_ID
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.page import reader_language

PATH = "/werk/kansen"
MOST = 25
LONGEST = 80
"""Letters of what somebody looks for."""
STATES = ("draft", "open", "closed", "decided", "withdrawn")
FILES = {
    "csv": (as_csv, "text/csv"),
    "xlsx": (as_workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def wanted_in(query: Mapping[str, str]) -> Wanted:
    """Read from an address what somebody looks for; what it makes up is passed over."""
    state, order, after = (query.get(name, "") for name in ("stand", "volgorde", "na"))
    number = int(after) if after.isascii() and after.isdecimal() and len(after) < 16 else 0
    return Wanted(
        state if state in STATES else None,
        clean(query.get("zoek", ""), None)[:LONGEST].strip(),
        cast("Order", order) if order in ORDERS else "newest",
        number if 0 < number <= LAST_ID else None,
    )


def address_of(wanted: Wanted, path: str = PATH) -> str:
    """Return the address of a list, which can be kept and sent to a colleague."""
    order = "" if wanted.order == "newest" else wanted.order
    asked = {
        "stand": wanted.state,
        "zoek": wanted.words,
        "volgorde": order,
        "na": wanted.after,
    }
    query = urlencode({name: said for name, said in asked.items() if said}, errors="replace")
    return f"{path}?{query}" if query else path


async def show_opportunities(request: web.Request) -> web.Response:
    """Show one page of the list."""
    store, zone = request.app[STORE], request.app[SETTINGS].zone_info
    wanted = wanted_in(request.query)
    rows, more = await store.read(listed_opportunities, wanted=wanted, most=MOST)
    now = store.clock()
    days = {
        row.id: days_left(row.answers_until, now, zone)
        for row in rows
        if row.state == "open" and row.answers_until is not None
    }
    return show(
        request,
        "opportunities.html",
        rows=rows,
        days=days,
        counts=await store.read(states_counted),
        states=STATES,
        orders=ORDERS,
        wanted=wanted,
        to=lambda **changed: address_of(replace(wanted, after=None, **changed)),
        files={kind: address_of(replace(wanted, after=None), f"{PATH}.{kind}") for kind in FILES},
        following=address_of(replace(wanted, after=rows[-1].id)) if more else None,
    )


async def send_opportunities(request: web.Request) -> web.Response:
    """Send all that is looked for as a table, which an import takes back."""
    kind = request.path.rpartition(".")[2]
    make, media_type = FILES[kind]
    store, language = request.app[STORE], reader_language(request)
    numbers = await store.read(matching_opportunities, wanted=wanted_in(request.query))
    texts = request.app[PAGES].texts
    table = await store.read(
        opportunities_page, opportunities=numbers, texts=texts, language=language
    )
    name = f"{texts.text('console_list-file', language)}.{kind}"
    return web.Response(
        body=make([table], request.app[SETTINGS].zone_info),
        content_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )
