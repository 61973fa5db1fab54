"""What every page shows of the organisation, from its settings."""

from pathlib import Path

from content.page.logo import LogoFault, read_logo
from content.page.style import style_of
from content.page.town import Town
from outreach.environment import LONGEST, PREFIX, SettingFault
from outreach.settings import Settings, SettingsError


def town_of(settings: Settings) -> Town:
    """Return the face of the organisation; raises SettingsError if its logo cannot be shown."""
    try:
        logo = read_logo(Path(settings.logo)) if settings.logo else None
    except LogoFault as fault:
        facts = {"name": f"{PREFIX}LOGO", "given": settings.logo[-LONGEST:], "why": str(fault)}
        raise SettingsError([SettingFault("settings-logo", facts)]) from None
    return Town(
        website=settings.website,
        email=settings.contact_email,
        phone=settings.contact_phone,
        visit=settings.contact_visit,
        hours=settings.contact_hours,
        statement=settings.accessibility_statement,
        logo=logo,
        style=style_of(settings.colour),
    )
