"""The folder of a dossier: written whole beside its place, then moved there."""

import shutil
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from content.paper.paper import Paper
from content.texts import Spoken
from outreach.dossier.chapters import chapters
from outreach.dossier.gathered import Gathered
from outreach.dossier.named import names_in
from outreach.dossier.telling import Telling
from outreach.store.new_file import require_new, sync, write_new
from outreach.store.private import FOLDER

PDF, OCDS, SUMS = "dossier.pdf", "ocds.json", "SHA256SUMS"


def paper_of(
    found: Gathered,
    say: Spoken,
    *,
    organisation: str,
    made_at: datetime,
    without: bool,
    colour: str = "",
) -> Paper:
    """Return the dossier as a document; `without` leaves out every name."""
    names = names_in(say, found.interests, found.colleagues, without=without)
    return Paper(
        title=say.text("dossier-title", title=found.row.title),
        language=say.language,
        organisation=organisation,
        lead=say.text("dossier-lead"),
        foot=say.text("dossier-foot", given=found.row.tender_id, at=made_at),
        signs=say.text("paper-signs"),
        colour=colour,
        blocks=chapters(Telling(found, say, names)),
    )


def write_folder(to: Path, files: Mapping[str, bytes]) -> None:
    """Write files with a list of their SHA-256 to a new folder, whole or not at all.

    Raises FileThere if there is something of that name. `sha256sum -c SHA256SUMS` checks it.
    """
    require_new(to)
    to.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    part = Path(mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    try:
        for name, content in files.items():
            write_new(part / name, content)
        sums = "".join(
            f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())
        )
        write_new(part / SUMS, sums.encode())
        for name in (*files, SUMS):
            sync(part / name)
        # a folder that came meanwhile stays as it is, unless it is empty
        part.rename(to)
        sync(to.parent)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
