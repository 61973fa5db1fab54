"""Who publishes the opportunities of this installation, as a release package names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.meetings.meeting import KINDS
from outreach.opportunities.codes import PARTY_KINDS
from outreach.settings import Settings


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, where and in which time zone, and the names of kinds of party and meeting."""

    organisation: str
    organisation_id: str
    address: str
    zone: ZoneInfo
    kinds: Mapping[str, str]
    meetings: Mapping[str, str]


def publisher_of(settings: Settings, texts: Texts) -> Publisher:
    """Return who publishes here; kinds are named in the first language."""
    language = texts.languages[0]
    return Publisher(
        settings.organisation,
        settings.organisation_id,
        str(settings.address),
        settings.zone_info,
        kinds={kind: texts.name("party", kind, language) for kind in PARTY_KINDS},
        meetings={kind: texts.name("meeting", kind, language) for kind in KINDS},
    )
