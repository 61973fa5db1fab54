"""Two people of long ago, as statements that every test of bad rows begins with."""

from outreach.store.snag import snags
from outreach.store.store import Store

OLD = "'2020-01-01 00:00:00.000000'"
PEOPLE = """INSERT INTO person (id, language, themes, created_at) VALUES (1, 'nl', '[]', {old}), (2,
    'nl', '[]', {old});
INSERT INTO address (id, person_id, channel, external_id, seq, wrong_codes, news)
VALUES (1, 1, 'web', 'w1', 0, 0, 1 = 0), (2, 2, 'web', 'w2', 0, 0, 1 = 0)"""


def passed(store: Store) -> list[tuple[str, int, int]]:
    return [(found.work, found.count, found.subject) for found in store.look(snags)]
