"""A receipt as a file: what a page lets people keep, and a channel sends along."""

import asyncio
from dataclasses import dataclass

from content.paper.paper import Facts, Paper
from content.paper.pdf import pdf_of
from content.texts import Texts
from outreach.receipts.receipt import Receipt
from outreach.settings import Settings

AT_ONCE = 2
"""Files that are made at the same time: each takes a processor for a moment."""


@dataclass(frozen=True, slots=True)
class File:
    """A PDF, and what it is called."""

    name: str
    body: bytes


class Papers:
    """Makes the file of a receipt: the same each time, in the language in which it was said."""

    def __init__(self, settings: Settings, texts: Texts) -> None:
        self._settings, self._texts = settings, texts
        self._free = asyncio.Semaphore(AT_ONCE)

    async def of(self, receipt: Receipt) -> File:
        """Return a receipt as a PDF."""
        paper = self._paper(receipt)
        async with self._free:
            body = await asyncio.to_thread(pdf_of, paper, made_at=receipt.at)
        spoken = self._texts.spoken(receipt.language)
        return File(spoken.text("paper-receipt-name", number=receipt.id), body)

    def _paper(self, receipt: Receipt) -> Paper:
        card, spoken = receipt.message.cards[0], self._texts.spoken(receipt.language)
        return Paper(
            title=card.title,
            language=receipt.language,
            organisation=self._settings.organisation,
            blocks=(Facts(card.facts),),
            lead=spoken.text("paper-receipt-intro", at=receipt.at),
            foot=spoken.text("paper-receipt-title"),
            signs=spoken.text("paper-signs"),
            colour=self._settings.colour,
        )
