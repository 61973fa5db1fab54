"""Rows for a store that has run for years, made in the database: 1.5 million in a minute."""

import re
from dataclasses import dataclass

from sqlalchemy import text

from outreach.store.unit import Unit

NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
)
AGO = re.compile(r"ago\[([^\]]*)\]")
"""A moment, as minutes before now."""
NUMBERED = re.compile(r"INSERT INTO (\w+) \(id,")
NEXT = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
"""PostgreSQL counts on from what it gave out itself."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of each thing. Half of the deliveries are a campaign's; the
    rest answer what came in.
    """

    people: int
    deliveries: int
    interests: int
    questions: int
    opportunities: int = 0
    """If nought, one for every hundred interests."""

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows of each kind the statements make, in the order of making."""
        return {
            "opportunity": self.opportunities or max(20, self.interests // 100),
            "mailing": max(200, self.deliveries // 15),
            "venue": max(10, self.people // 2_000),
            "person": self.people,
            "inbound": self.deliveries // 2,
            "sent": self.deliveries // 2,
            "interest": self.interests,
            "question": self.questions,
            "event": self.deliveries,
        }


STATEMENTS = {
    "opportunity": """
INSERT INTO opportunity (id, tender_id, ocid, version, state, origin, title, summary, description,
    language,
    translations, themes, contributions, cooperation, checklist, overruled, currency, plan_asks,
    duration, official,
    answer_days, created_at,
    changed_at, decided_at, reason)
{numbers} SELECT 1000 + n, 'GR-' || n, 'ocds-xxxxxx-gr-' || n, 1, CASE WHEN n % 10 = 0 THEN 'open'
    ELSE 'decided' END,
    'own', 'Kans ' || n, 'Een zin.', 'Meer.', 'nl', '{{}}', '["groen"]', '[]', 1 = 1, '{{}}',
    '{{}}', 'EUR', '', '', '', 10,
    ago[2000000], ago[900000], CASE WHEN n % 10 > 0 THEN ago[900000 + n] END, ''
    FROM numbers
""",
    "mailing": """
INSERT INTO campaign (id, opportunity_id, occasion, state, audience, texts, plan, venues, made_by,
    made_at)
{numbers} SELECT n, 1001 + n % {opportunities}, 'new', 'approved', '{{}}', '{{}}', '{{}}', '[]', 1,
    ago[500000]
    FROM numbers WHERE n <= {count} / 89;
INSERT INTO mailing (id, kind, name, state, opportunity_id, send_at, policy, campaign_id)
{numbers} SELECT 1000 + n, CASE WHEN n % 97 = 0 THEN 'card' WHEN n % 89 = 0 THEN 'campaign'
    ELSE 'notice' END,
    CASE WHEN n % 97 > 0 AND n % 89 = 0 THEN 'campaign-new' WHEN n % 97 > 0 THEN 'notice-answer'
    WHEN (1 + n % {opportunities}) % 10 = 0 THEN 'venue-card@1' ELSE 'venue-card-closed@1' END,
    CASE WHEN n % 89 = 0 THEN 'done' ELSE 'sending' END, 1001 + n % {opportunities},
    ago[500000 - n], 'again',
    CASE WHEN n % 97 > 0 AND n % 89 = 0 THEN n / 89 END FROM numbers
""",
    "venue": """
INSERT INTO venue (id, code, name, kind, channel, language, contact, most_a_week, state, made_at)
{numbers} SELECT n, 'plek-' || n, 'Buurtplek ' || n, 'neighbourhood_group', 'telegram', 'nl', '', 1,
    'confirmed',
    ago[500000] FROM numbers
""",
    "person": """
INSERT INTO person (id, language, themes, created_at)
{numbers} SELECT n, CASE WHEN n % 3 = 0 THEN 'en' ELSE 'nl' END, '["groen"]', ago[500000]
    FROM numbers;
INSERT INTO address (id, person_id, channel, external_id, seq, wrong_codes, news, used_at)
{numbers} SELECT n, n, 'telegram', '' || n, 0, 0, 1 = 1, ago[500000] FROM numbers;
INSERT INTO address (id, venue_id, channel, external_id, seq, wrong_codes, news, used_at)
    SELECT {people} + id, id, 'telegram', '-' || id, 0, 0, 1 = 0, ago[500000] FROM venue;
INSERT INTO conversation (person_id, address_id, dialogue, about, transcript, offers, rev, misses,
    last_at, reminded_at)
{numbers} SELECT n, n, CASE WHEN n % 20 = 0 THEN 'menu' WHEN n % 500 = 1 THEN 'interest' END,
    '{{}}', '[]', '{{}}', 1,
    0, CASE WHEN n % 20 = 0 OR n % 500 = 1 THEN ago[n % 17000] ELSE ago[30000 + n] END,
    CASE WHEN n % 500 = 1 AND n % 17000 > 4000 THEN ago[2000] END FROM numbers
""",
    "inbound": """
INSERT INTO inbound (id, channel, external_id, address_id, at, text, quarantined)
{numbers} SELECT n, 'telegram', 'in-' || n, 1 + n % {people}, ago[({count} - n) / 4.0],
    CASE WHEN ({count} - n) / 4.0 < 129600 + 60 THEN 'Ik doe graag mee.' END, 1 = 0 FROM numbers;
INSERT INTO delivery (inbound_id, person_id, address_id, state, message, send_at, tries, position,
    rank, done_at)
    SELECT id, address_id, address_id, 'sent',
    CAST(CASE WHEN text IS NOT NULL THEN '{{"text"\\:"Dank je wel."}}' END AS {json}), at, 1, 0, 1,
    at FROM inbound
""",
    "sent": """
INSERT INTO delivery (mailing_id, person_id, address_id, state, send_at, tries, position, rank,
    channel, language,
    done_at)
{numbers} SELECT 1000 + 89 * (1 + (n - 1) / {people}), 1 + (n - 1) % {people}, 1 + (n - 1)
    % {people},
    CASE WHEN n % 50 = 0 THEN 'gone' ELSE 'sent' END, ago[400000 - n % 300000], 1, 0, 3, 'telegram',
    'nl',
    ago[400000 - n % 300000] FROM numbers;
INSERT INTO delivery (mailing_id, address_id, state, message, send_at, tries, position, rank,
    done_at, receipt)
    SELECT mailing.id, {people} + 1 + mailing.id % {venues}, 'sent', '{{"text"\\:"Een kaart."}}',
    send_at, 1, 0, 2,
    send_at, '1' FROM mailing WHERE kind = 'card'
""",
    "interest": """
INSERT INTO party (id, kind, name, created_at)
{numbers} SELECT n, 'resident', 'Partij ' || n, ago[400000] FROM numbers;
INSERT INTO membership (party_id, person_id, joined_at)
{numbers} SELECT n, 1 + n % {people}, ago[400000] FROM numbers;
INSERT INTO interest (id, party_id, opportunity_id, version, state, brings, part_keys, meets,
    stored_at, answer_by)
{numbers} SELECT n, n, 1001 + n % {opportunities}, 1, CASE WHEN n % 100 = 0 THEN 'new'
    ELSE 'agreed' END,
    CASE WHEN n % 10 = 9 THEN 'Handen en een kar.' ELSE '' END, '[]', '[]', ago[400000 - n],
    {day} FROM numbers;
INSERT INTO code (code, kind, subject)
{numbers} SELECT 'GR' || (100000000 + n * 7919), 'reference', n FROM numbers
""",
    "question": """
INSERT INTO question (person_id, opportunity_id, kind, text, asked_at, answer_by, answer,
    answered_at, for_all, earlier, remarks)
{numbers} SELECT 1 + n % {people}, 1001 + n % {opportunities}, 'question', 'Mag mijn zus ook mee?',
    ago[400000 - n],
    {day}, CASE WHEN n % 50 > 0 THEN 'Ja hoor.' END, CASE WHEN n % 50 > 0 THEN ago[390000 - n] END,
    1 = 0, '[]', '[]'
    FROM numbers
""",
    "event": """
INSERT INTO event (at, actor, deed, ids, fields, seal)
{numbers} SELECT ago[({count} - n) / 5.0], 'tick', 'delivery.sent', '{{"delivery"\\:7}}', '[]',
    CASE WHEN n < {count} - 300 THEN 'sealed' END FROM numbers
""",
}
"""Statements, parted by semicolons."""


def fill(unit: Unit, size: Size, kind: str) -> None:
    """Make the rows of one kind."""
    shared = unit.connection.dialect.name == "postgresql"
    count, now = size.counts[kind], f"{unit.now:%Y-%m-%d %H\\:%M\\:%S.%f}"
    moment = (
        rf"(CAST('{now}' AS timestamptz) - (\1) * interval '1 minute')"
        if shared
        else rf"strftime('%Y-%m-%d %H\\:%M\\:%f000', '{now}', '-' || (\1) || ' minutes')"
    )
    words = {f"{name}s": size.counts[name] for name in ("mailing", "venue")} | {
        "opportunities": size.counts["opportunity"],
        "people": size.people,
        "count": count,
        "numbers": NUMBERS.format(count=count),
        "json": "json" if shared else "text",
        "day": f"{'date' * shared}'{unit.now:%Y-%m-%d}'",
    }
    for statement in STATEMENTS[kind].split(";\n"):
        unit.connection.execute(text(AGO.sub(moment, statement.format(**words))))
        if shared and (made := NUMBERED.match(statement.strip())):
            unit.connection.exec_driver_sql(NEXT.format(table=made[1]))
