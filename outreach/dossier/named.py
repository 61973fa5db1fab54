"""Who is named in a dossier: a natural person only where the decision needs it.

A party is called by its number, in the order in which it came in: as in the lot, and as its members
know it. An organisation has its name too; a resident, or a group without legal form, only if an
agreement was made with it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.texts import Spoken
from outreach.opportunities.codes import WITHOUT_LEGAL_FORM
from outreach.reports.weighing import Weighed

SHORTEST = 3
"""Letters of a name that is looked for in a text."""


@dataclass(frozen=True, slots=True)
class Names:
    """What each party and each colleague is called, and which names are left out of texts."""

    parties: Mapping[int, str]
    colleagues: Mapping[str, str]
    hidden: Mapping[str, str]

    def party(self, interest: int) -> str:
        """Return what the party behind an interest is called."""
        return self.parties[interest]

    def colleague(self, actor: str) -> str:
        """Return what a colleague is called, by their actor: `staff:2`; "" for any other."""
        return self.colleagues.get(actor, "")

    def text(self, text: str) -> str:
        """Return a text in which a name that is left out is replaced by what they are called."""
        for name, called in self.hidden.items():
            alone = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            text = called.join(alone.split(text))
        return text


def names_in(
    say: Spoken, interests: Iterable[Weighed], colleagues: Mapping[str, str], *, without: bool
) -> Names:
    """Return who is called what; `without` leaves out every name, of organisations too."""
    parties: dict[int, str] = {}
    hidden: dict[str, str] = {}
    for number, one in enumerate(interests, 1):
        called = say.text("dossier-party", number=str(number))
        needed = one.kind not in WITHOUT_LEGAL_FORM or one.state == "agreed"
        if one.party and needed and not without:
            parties[one.interest] = say.text("dossier-party-named", party=called, name=one.party)
        else:
            parties[one.interest] = called
            if len(one.party) >= SHORTEST:
                hidden[one.party] = called
    if without:
        numbered = {
            actor: say.text("dossier-colleague", number=actor.partition(":")[2])
            for actor in colleagues
        }
        hidden |= {colleagues[actor]: called for actor, called in numbered.items()}
        colleagues = numbered
    # a longer name first: it may hold a shorter one
    longest = sorted(hidden.items(), key=lambda pair: -len(pair[0]))
    return Names(parties, colleagues, dict(longest))
