"""Print how plain a text is that colleagues wrote: a remark, never a refusal."""

from content.plain.check import Report
from outreach.commands.terminal import Printer


def say_plain(printer: Printer, plain: Report, *, scored: bool = True) -> None:
    """Print how easy a text reads, and each place where it could be plainer."""
    if scored:
        printer.say("plain-score", score=plain.score, level=plain.level)
    for finding in plain.findings:
        printer.say(f"plain-{finding.rule}", found=finding.found, better=finding.better or "")
