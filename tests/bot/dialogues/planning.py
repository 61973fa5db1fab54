"""What is written in a plan, and how it is stored."""

from outreach.store.unit import Actor

NADIA = Actor("staff", 1)
PLAN = "SELECT what, who, timing, costs, cost_cents, needs, more, sent_at IS NULL FROM plan"
ANSWERS = (
    "Elke dag open.",
    "Wij met z'n tienen.",
    "Vanaf maart.",
    "samen tweeduizend euro",
    "ja",
    "Een sleutel.",
    "Iedereen mag binnen.",
)
