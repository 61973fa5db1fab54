"""What an import has to say about the records in a file, and why a file was not read at all."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from content.texts import Named
from outreach.opportunities.judge import Unfit
from outreach.refusal import Refusal

SHOWN = 1_000
"""Findings kept in full; a large file with one oddity in each record would
fill the memory otherwise.
"""


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """Something odd or wrong: the key of its sentence, its place in the file, and its facts."""

    key: str
    where: str = ""
    column: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def refused(
    refusal: Refusal, where: str, heading: Callable[[str], str] = str
) -> list[ImportFinding]:
    """Return what a refusal says of a row or record: a finding per thing to mend."""
    if not isinstance(refusal, Unfit):
        return [ImportFinding(refusal.key, where, facts=refusal.facts)]
    wrong = [
        ImportFinding(item.key, where, heading(item.field), item.facts) for item in refusal.faults
    ]
    return wrong + [_lack(name, where, heading) for name in refusal.lacks]


def _lack(name: str, where: str, heading: Callable[[str], str]) -> ImportFinding:
    fact, _, key = name.partition(".")
    what = Named("checklist", key) if key else Named("fact", fact)
    return ImportFinding("exchange-would-lack", where, heading(key or fact), {"what": what})


@dataclass(slots=True)
class Findings:
    """The first findings in full, and how often each sentence occurred in all."""

    shown: list[ImportFinding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, findings: Iterable[ImportFinding], where: str | None = None) -> None:
        """Add findings, about one record if it is named."""
        for found in findings:
            self.counts[found.key] += 1
            if len(self.shown) < SHOWN:
                self.shown.append(
                    found
                    if where is None
                    else ImportFinding(found.key, where, found.column, found.facts)
                )

    @property
    def unshown(self) -> int:
        """How many findings there were beyond those kept in full."""
        return self.counts.total() - len(self.shown)


class BrokenFile(Refusal):
    """The file cannot be read; nothing was changed."""
