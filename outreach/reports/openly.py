"""What anybody at the town hall may see of an interest or a question: how it stands,
and nothing of the resident.
"""

from dataclasses import replace

from outreach.reports.conversations import QuestionDetails
from outreach.reports.overview import InterestDetails, InterestLine, QuestionLine

OPEN_FIELDS = ("state", "part_keys")
"""Fields of an interest that a resident chose from what we wrote."""


def line_openly(line: InterestLine) -> InterestLine:
    """Give an interest in a list without the name of its party, and without
    the code that it was given.
    """
    return replace(line, party="", reference=None)


def interest_openly(details: InterestDetails) -> InterestDetails:
    """Give an interest without names and words."""
    return replace(
        details,
        line=line_openly(details.line),
        brings="",
        needs=None,
        people=None,
        area=None,
        partners=None,
        reach=None,
        members=[],
        changes=[change for change in details.changes if change.field in OPEN_FIELDS],
    )


def asked_openly(line: QuestionLine) -> QuestionLine:
    """Give a question in a list without what was asked, and with its answer only
    where everybody may read that.
    """
    return replace(line, text=None, answer=line.answer if line.for_all else None)


def question_openly(details: QuestionDetails) -> QuestionDetails:
    """Give a question without words of whoever asked it."""
    earlier = details.earlier if details.line.for_all else []
    return replace(
        details, line=asked_openly(details.line), earlier=earlier, may_read=False, lines=[]
    )
