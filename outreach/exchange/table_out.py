"""The empty table that staff fill in: headings, and one row that shows how each cell is written."""

import csv
import io

from content.texts import Texts
from outreach.exchange.columns import Column, all_columns

ITEMS = 3
COMMENT = "#"
"""A row whose kenmerk begins with this is never imported."""


def write_template(texts: Texts, language: str) -> bytes:
    """Write the table as a Dutch spreadsheet opens it: semicolons, UTF-8 with a mark at the beginning."""
    columns = list(all_columns(ITEMS))
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([column.heading(texts, language) for column in columns])
    rows.writerow([_hint(texts, language, column) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def _hint(texts: Texts, language: str, column: Column) -> str:
    attribute = "checklist" if column.among == "checklist" else column.key
    hint = texts.text("exchange-hint", language, attribute)
    return f"{COMMENT} {hint}" if column.fact == "tender_id" else hint
