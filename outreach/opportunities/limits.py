"""How long and how large the facts of an opportunity may be: one list, for whoever
types, imports or judges them.
"""

LONGEST = {"title": 120, "summary": 400, "description": 20_000, "duration": 200, "official": 200}
LONGEST_ANSWER = 4_000
"""Letters of an answer on the checklist."""
MOST_CENTS = 100_000_000_000
"""A thousand million euro: above it somebody typed too many noughts, or the cents along."""
MOST_DAYS = 365
"""Days within which an answer can be promised."""
MOST_ITEMS = 500
"""Parts, requirements or criteria of one opportunity: people read all of them, on one page
and in each conversation.
"""
