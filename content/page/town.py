"""What every page shows of the organisation behind it: how it looks, and how it is reached."""

from dataclasses import dataclass, field

from content.page.logo import Logo
from content.page.style import Style, style_of


@dataclass(frozen=True, slots=True)
class Town:
    """An organisation's own site and ways to reach it; whatever is empty is not shown."""

    website: str = ""
    email: str = ""
    phone: str = ""
    visit: str = ""
    hours: str = ""
    """When somebody is there."""
    statement: str = ""
    """The address of its accessibility statement."""
    logo: Logo | None = None
    style: Style = field(default_factory=style_of)

    @property
    def site(self) -> str:
        """The name of its site, as people say it: without scheme and www."""
        return self.website.partition("://")[2].partition("/")[0].removeprefix("www.")

    @property
    def dialled(self) -> str:
        """Its phone number as a link needs it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def reachable(self) -> bool:
        """True if there is any way to reach it outside a conversation."""
        return bool(self.email or self.phone or self.visit or self.hours)


NOWHERE = Town()
"""An organisation that says nothing of itself."""
