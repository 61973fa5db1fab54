"""Figures for a monitoring system, in Prometheus format. Labels are channels and states, never
people.
"""

import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from aiohttp import web
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from sqlalchemy import bindparam, func
from sqlmodel import and_, case, col

from outreach.delivery.account import accounts_in_trouble
from outreach.delivery.aside import asides
from outreach.delivery.delivery import (
    IS_CLAIMED,
    IS_PLANNED,
    OF_CAMPAIGN,
    OUTSIDE_CAMPAIGNS,
    Delivery,
)
from outreach.store.query import pick
from outreach.store.snag import snags
from outreach.store.unit import Unit
from outreach.store.unwiped import Unwiped
from outreach.store.upkeep import BACKUP, upkeep
from outreach.tasks.failed import failures
from outreach.tasks.outbox import stuck_mail
from outreach.web.keys import SETTINGS, STORE

PATH, NAMESPACE = "/metrics", "kansenbode"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
IS_DUE = and_(IS_PLANNED, Delivery.send_at <= bindparam("now"))
KINDS = {"reply_or_notice": OUTSIDE_CAMPAIGNS, "campaign": OF_CAMPAIGN}
DELIVERIES_WAITING = {
    name: pick(
        func.count(),
        func.sum(case((IS_DUE, 1), else_=0)),
        func.min(case((IS_DUE, col(Delivery.send_at)))),
    ).where(IS_PLANNED, rank)
    for name, rank in KINDS.items()
}
DELIVERIES_UNDER_WAY = pick(func.count()).where(IS_CLAIMED)


class Metrics:
    """The figures of one process; what waits in the store is counted at each request."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        counter = partial(Counter, namespace=NAMESPACE, registry=self.registry)
        histogram = partial(Histogram, namespace=NAMESPACE, registry=self.registry)
        self._turns = counter("turns", "Turns of conversations, by result.", ["result"])
        self._seconds = histogram("turn_seconds", "How long a turn took.", buckets=BUCKETS)
        self._sends = counter(
            "sends", "Messages handed to a channel, by result.", ["channel", "result"]
        )
        self._measure_store(partial(Gauge, namespace=NAMESPACE, registry=self.registry))

    def _measure_store(self, gauge: Callable[..., Gauge]) -> None:
        self._waiting = gauge("deliveries_waiting", "Messages that are still to go.", ["kind"])
        self._due = gauge("deliveries_due", "Those of them that could go now.", ["kind"])
        self._oldest = gauge(
            "delivery_oldest_due_seconds", "How long the oldest of them waits.", ["kind"]
        )
        self._under_way = gauge("deliveries_under_way", "Messages held by some process.")
        self._failed = gauge(
            "deliveries_failed", "Messages given up in the last 30 days.", ["kind", "channel"]
        )
        self._backup = gauge(
            "backup_age_seconds", "How old the newest backup by the clockwork is.", ["of"]
        )
        self._unwiped = gauge(
            "unwiped_seconds", "How long the oldest erasure waits to be wiped from the files."
        )
        self._ticks = gauge("tick_failures", "How often a tick failed.", ["tick"])
        self._failing = gauge(
            "tick_failing_seconds", "Since when a tick fails, without going well.", ["tick"]
        )
        self._snags = gauge(
            "rows_passed_over",
            "Rows that some work could not deal with, and tries again.",
            ["work"],
        )
        self._mail = gauge(
            "mail_to_staff_stuck", "Mails to staff that the mail server did not take yet."
        )
        self._aside = gauge(
            "messages_set_aside",
            "Messages that could not be stored, until their term.",
            ["channel"],
        )
        self._trouble = gauge(
            "channel_trouble", "1 where a channel refuses our account.", ["channel"]
        )

    def sent(self, channel: str, result: str) -> None:
        """Count a message that was handed to a channel."""
        self._sends.labels(channel, result).inc()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Time a turn, and count whether it was stored."""
        began, result = perf_counter(), "failed"
        try:
            yield
            result = "stored"
        finally:
            self._turns.labels(result).inc()
            self._seconds.observe(perf_counter() - began)

    def collect(self, unit: Unit) -> None:
        """Count what waits in the store."""
        for kind, statement in DELIVERIES_WAITING.items():
            waiting, due, oldest = unit.run(statement, {"now": unit.now}).one()
            self._waiting.labels(kind).set(waiting)
            self._due.labels(kind).set(due or 0)
            self._oldest.labels(kind).set((unit.now - oldest).total_seconds() if oldest else 0)
        self._under_way.set(unit.run(DELIVERIES_UNDER_WAY).scalar_one())
        self._failed.clear()
        for failed in failures(unit):
            self._failed.labels(failed.kind, failed.channel).inc(failed.count)
        self._collect_upkeep(unit)
        self._aside.clear()
        for aside in asides(unit):
            self._aside.labels(aside.channel).set(aside.count)
        self._trouble.clear()
        for channel in accounts_in_trouble(unit):
            self._trouble.labels(channel).set(1)

    def collect_files(self, folder: Path, now: datetime) -> None:
        """Measure how long files of the database wait to be wiped."""
        since = Unwiped(folder).since()
        self._unwiped.set((now - since).total_seconds() if since else 0)

    def _collect_upkeep(self, unit: Unit) -> None:
        for gauge in (self._backup, self._ticks, self._failing, self._snags):
            gauge.clear()
        for tick in upkeep(unit):
            self._ticks.labels(tick.name).set(tick.failures)
            since = tick.failing_since
            self._failing.labels(tick.name).set((unit.now - since).total_seconds() if since else 0)
            if tick.name == BACKUP and tick.good_at is not None:
                self._backup.labels("database").set((unit.now - tick.good_at).total_seconds())
        for found in snags(unit):
            self._snags.labels(found.work).set(found.count)
        self._mail.set(len(stuck_mail(unit)))


def attach_metrics(app: web.Application, metrics: Metrics) -> None:
    """Serve the figures to clients with the token of the settings; without it, to nobody."""

    async def show(request: web.Request) -> web.Response:
        token = request.app[SETTINGS].metrics_token.get_secret_value()
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not token or not hmac.compare_digest(
            given.encode("utf-8", "surrogateescape"), token.encode()
        ):
            raise web.HTTPNotFound
        store = request.app[STORE]
        await store.read(metrics.collect)
        metrics.collect_files(store.path.parent, store.clock())
        body = generate_latest(metrics.registry)
        return web.Response(
            body=body,
            headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4, "Cache-Control": "no-store"},
        )

    app.router.add_get(PATH, show)
