"""What a check of `doctor` found; the words for it, and for what mends it, are in `content/`."""

from dataclasses import dataclass, field
from typing import Any, Literal

from outreach.commands.terminal import Printer
from outreach.commands.trouble import settings_said

State = Literal["ok", "warning", "fault"]


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """What a check found. Its text is `doctor-<check>-<found>`, with the remedy as an attribute."""

    check: str
    state: State
    found: str
    facts: dict[str, Any] = field(default_factory=dict)

    def shown(self, printer: Printer) -> dict[str, str]:
        """The finding in words."""
        key, facts = f"doctor-{self.check}-{self.found}", dict(self.facts)
        if "faults" in facts:
            facts["lines"] = "\n".join(settings_said(printer, facts.pop("faults")))
        if "reason" in facts:
            facts["reason"] = printer.reason(facts["reason"])
        if "error" in facts:
            facts["error"] = printer.fault(facts["error"])
        remedy = printer.text(key, "remedy", **facts) if printer.texts.has(key, "remedy") else ""
        state = printer.text("doctor-state", self.state)
        return {
            "check": self.check,
            "state": state,
            "finding": printer.text(key, **facts),
            "remedy": remedy,
        }
