"""`kansenbode opportunities dossier`: all that there is of one record, in a folder."""

from typing import Annotated

import typer

from content.paper.pdf import pdf_of
from outreach.commands.desk import As, Data, desk
from outreach.commands.reading import residents
from outreach.commands.written_out import Folder
from outreach.dossier.folder import OCDS, PDF, paper_of, write_folder
from outreach.dossier.gathered import gather
from outreach.exchange.ocds.exporting import export_package, write_package
from outreach.exchange.ocds.publisher import publisher_of
from outreach.interests.meant import opportunity_number
from outreach.store.new_file import require_new

dossiers = typer.Typer()

Number = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
Without = Annotated[bool, typer.Option("--without-names")]


@dossiers.command()
@residents("dossier.written", right="read")
def dossier(
    ctx: typer.Context,
    opportunity: Number,
    to: Folder,
    without_names: Without = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Write all that there is of an opportunity to a folder, to explain its decision."""
    folder = to.expanduser().absolute()
    require_new(folder)
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        found, now = at.look(gather, opportunity=number), at.store.clock()
        paper = paper_of(
            found,
            at.printer.texts.spoken(at.printer.language),
            organisation=at.settings.organisation,
            made_at=now,
            without=without_names,
            colour=at.settings.colour,
        )
        package = at.look(
            export_package,
            publisher=publisher_of(at.settings, at.printer.texts),
            ocids=[found.row.ocid],
            drafts=True,
        )
        files = {PDF: pdf_of(paper, made_at=now), OCDS: write_package(package)}
        write_folder(folder, files)
        at.printer.say("commands-opportunities-dossier", folder=str(folder))
