"""`kansenbode privacy`: a file of all that we hold of somebody, or forgetting them, on request."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from outreach.commands.desk import As, Data, Desk, desk
from outreach.commands.privacy_text import file_text
from outreach.commands.reading import residents
from outreach.commands.second_look import Yes, ask
from outreach.interests.meant import question_number
from outreach.privacy.file import File, person_file, person_meant
from outreach.privacy.forget import forget_person
from outreach.reports.conversations import content_of
from outreach.store.columns import LAST_ID
from outreach.store.new_file import require_new, write_new

app = typer.Typer(no_args_is_help=True)

Code = Annotated[str | None, typer.Argument(metavar="CODE")]
Person = Annotated[int | None, typer.Option("--person", min=1, max=LAST_ID, metavar="NUMBER")]
Question = Annotated[str | None, typer.Option("--question", metavar="QUESTION")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE")]


def _person(at: Desk, typed: Mapping[str, Any]) -> dict[str, int]:
    return {"person": _meant(at, *(typed[name] for name in ("code", "person", "question")))}


def _person_to_write(at: Desk, typed: Mapping[str, Any]) -> dict[str, int]:
    found = _person(at, typed)
    person = found["person"]
    files = _files(typed["to"], person)
    sent = at.look(person_file, person=person)["attachment"]
    require_new(*files, *(_beside(files[0], row) for row in sent))
    return found


def _files(to: Path | None, person: int) -> list[Path]:
    path = (to or Path(f"persoon-{person}.json")).expanduser().absolute()
    return [path.with_suffix(".json"), path.with_suffix(".txt")]


def _beside(path: Path, row: Mapping[str, Any]) -> Path:
    """Return where a photo, voice message or file goes: beside the file of the person."""
    return path.with_name(f"{path.stem}-{row['id']}-{row['name']}")


@app.command()
@residents("person.read", right="privacy", about=_person_to_write)
def file(
    ctx: typer.Context,
    code: Code = None,
    person: Person = None,
    question: Question = None,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Write all that we hold of one person to two files: as JSON, and as text to read."""
    with desk(ctx, data) as at:
        number = _meant(at, code, person, question)
        held = at.look(person_file, person=number)
        files = _files(to, number)
        write_new(files[0], orjson.dumps(held, option=orjson.OPT_INDENT_2))
        write_new(
            files[1], file_text(at.printer, held, person=number, at=at.store.clock()).encode()
        )
        for row in held["attachment"]:
            found = at.look(content_of, number=row["id"])
            if found is not None:
                write_new(_beside(files[0], row), found.content)
        at.printer.say(
            "privacy-written", person=str(number), json=str(files[0]), text=str(files[1])
        )


@app.command()
@residents("person.read", right="privacy", about=_person)
def forget(
    ctx: typer.Context,
    code: Code = None,
    person: Person = None,
    question: Question = None,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Forget one person for good, as they can do themselves in the conversation."""
    with desk(ctx, data) as at:
        number = _meant(at, code, person, question)
        held = at.look(person_file, person=number)
        if not yes:
            at.printer.say("privacy-forget", person=str(number), **_counts(held))
            ask(at.printer)
        at.store.run(forget_person, at.reader.actor, person=number)
        at.printer.say("privacy-forgotten", person=str(number))


def _meant(at: Desk, code: str | None, person: int | None, question: str | None) -> int:
    asked = None if question is None else at.look(question_number, given=question)
    return at.look(person_meant, code=code, person=person, question=asked)


def _counts(held: File) -> dict[str, Any]:
    """Return what would be forgotten: how many of what, and the names of the parties."""
    counted = {"interests": "interest", "questions": "question", "messages": "inbound"}
    parties = ", ".join(row["name"] for row in held["party"] if row["name"]) or "–"
    return {name: len(held[table]) for name, table in counted.items()} | {"parties": parties}
