"""What the tests of writing a campaign in small units share."""

from outreach.campaigns.audience import Chosen, choose_audience
from outreach.campaigns.prepare import Terms, Units, asking
from outreach.campaigns.write import Writing
from outreach.store.unit import Unit

PEOPLE = 7
SMALL = Units(rows=2, abreast=1)
ROWS = (
    "SELECT name, mailing.state, count(*) FROM delivery JOIN mailing ON mailing.id = mailing_id "
    "GROUP BY 1, 2"
)


def choose(unit: Unit, writing: Writing, terms: Terms) -> Chosen:
    return choose_audience(unit, asking(writing.campaign, writing.steps[0], terms))


class Interrupted(BaseException):
    """Somebody pressed a key."""
