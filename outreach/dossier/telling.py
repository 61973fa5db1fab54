"""What the chapters of a dossier are made of: what there is, the words, and who is called what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.paper.paper import Grid, Heading, Paragraph
from content.texts import Spoken
from outreach.dossier.gathered import Gathered
from outreach.dossier.named import Names
from outreach.reports.told import in_units

NONE = "–"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a chapter is made of: what there is, the words, and who is called what."""

    found: Gathered
    say: Spoken
    names: Names

    def head(self, key: str, level: int = 1, **facts: object) -> Heading:
        """Return a heading from the texts of the dossier."""
        return Heading(self.say.text(key, **facts), level)

    def note(self, key: str, tone: str = "", **facts: object) -> Paragraph:
        """Return a sentence from the texts of the dossier."""
        return Paragraph(self.say.text(key, **facts), tone)

    def grid(self, columns: tuple[str, ...], rows: list[list[str]]) -> Grid:
        """Return a table whose headings are texts of the dossier."""
        return Grid([self.say.text("dossier-column", name) for name in columns], rows)

    def at(self, moment: datetime | None) -> str:
        """Return a moment in words."""
        return NONE if moment is None else self.say.shown(moment)

    def by(self, actor: str) -> str:
        """Return who did something: a colleague, or what kind of doer it was."""
        kind = actor.partition(":")[0]
        return self.names.colleague(actor) or self.say.name("actor", kind)

    def counted(self, counts: Mapping[str, int], codelist: str) -> list[str]:
        """Return how many there are in each state, in words."""
        return [
            self.say.text("dossier-count", count=count, name=self.say.name(codelist, state))
            for state, count in sorted(counts.items())
        ]

    def apart(self, time: timedelta) -> str:
        """Return a stretch of time in words: 12 seconds, 3 hours."""
        return self.say.text("commands-apart", **in_units(time.total_seconds()))
