"""What `doctor` checks in the machine that a server runs on."""

from collections.abc import Iterator

from outreach.commands.doctor.finding import DoctorFinding
from outreach.web.loop import fastest


def examine_machine() -> Iterator[DoctorFinding]:
    """Examine which event loop a server takes here."""
    loop = fastest()
    facts = {"name": loop.name, "version": loop.version}
    yield DoctorFinding("loop", "ok", "fast" if loop.make else "plain", facts)
