"""Who publishes the opportunities of this installation, as a release package names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from content.texts import Texts
from outreach.opportunities.codes import PARTY_KINDS
from outreach.settings import Settings


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes, in which place and time zone, and the names of the kinds of party."""

    organisation: str
    organisation_id: str
    address: str
    zone: ZoneInfo
    kinds: Mapping[str, str]


def publisher_of(settings: Settings, texts: Texts) -> Publisher:
    """Return who publishes here; kinds of party are named in the first language."""
    kinds = {kind: texts.name("party", kind, texts.languages[0]) for kind in PARTY_KINDS}
    address = str(settings.address)
    return Publisher(
        settings.organisation, settings.organisation_id, address, settings.zone_info, kinds
    )
