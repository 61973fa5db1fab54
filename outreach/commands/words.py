"""Read back the names of codes and fields: every command accepts the words that others show."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import typer

from content.fluent import languages
from content.texts import Money, Texts
from content.values import listed, loose
from outreach.commands.terminal import Printer
from outreach.refusal import Refusal

LANGUAGE_CODES = "|".join(languages())
"""What stands in a help text for a language of ours."""


def coded(
    codelist: str, among: Sequence[str] = ()
) -> Callable[[typer.Context, str | None], str | None]:
    """Return the reader of a parameter that takes a code by name; the help lists the names."""

    def read(ctx: typer.Context, given: str | None) -> str | None:
        if given is None or ctx.resilient_parsing:
            return given
        printer: Printer = ctx.obj.printer
        code = printer.texts.code(codelist, given)
        if code is None or (among and code not in among):
            raise typer.BadParameter(names(printer, codelist, among))
        return code

    # Typer takes a plain function only; the help reads from it which names there are to choose
    # from.
    read.codelist = (codelist, tuple(among))  # type: ignore[attr-defined]
    return read


def code_meant(printer: Printer, codelist: str, given: str, among: Sequence[str] = ()) -> str:
    """Return the code that somebody means; refuses another, with the names that there are."""
    code = printer.texts.code(codelist, given)
    if code is None or (among and code not in among):
        raise Refusal("refusal-code", given=given[:80], allowed=names(printer, codelist, among))
    return code


def names(printer: Printer, codelist: str, among: Iterable[str] = ()) -> str:
    """Return the names of a code list to choose from, in the language of the line."""
    shown = [
        printer.value(code, codelist) for code in tuple(among) or printer.texts.codes(codelist)
    ]
    return listed(shown, printer.language)


def field_meant(texts: Texts, given: str, among: Iterable[str]) -> str | None:
    """Return the field that somebody means: by its own name, or by its heading in any language."""
    wanted = loose(given)
    for name in among:
        attribute = name.replace("_", "-")
        shown = [
            texts.text(key, language, attribute)
            for key in ("commands-column", "commands-one", "commands-also")
            if texts.has(key, attribute)
            for language in languages()
        ]
        if wanted in {loose(word) for words in (name, *shown) for word in words.split("|")}:
            return name
    return None


def fields_shown(printer: Printer, fields: Iterable[str]) -> list[str]:
    """Return the headings of fields."""
    return [printer.heading(field) for field in fields]


def remarks_shown(printer: Printer, remarks: Iterable[Mapping[str, str]]) -> list[str]:
    """Return what somebody said of the requirements of a draft, each in a line."""
    return [
        printer.text("commands-record-remark", text=remark["text"], words=remark["words"] or "none")
        for remark in remarks
    ]


def field_shown(printer: Printer, name: str) -> str:
    """Return the heading of a field, or its name if it has none."""
    name = name.removesuffix("_id")
    attribute = name.removesuffix("_cents").replace("_", "-")
    return printer.heading(name) if printer.texts.has("commands-column", attribute) else name


def amount_shown(printer: Printer, cents: int | None, currency: str = "EUR") -> str | None:
    """Return an amount in words; None if there is none."""
    return None if cents is None else printer.text("commands-money", amount=Money(cents, currency))


def meets_shown(printer: Printer, said: Iterable[Mapping[str, str]]) -> list[str]:
    """Return in words what a party answered per requirement."""
    return [
        printer.text(
            "commands-record-meet", text=each["text"], can=printer.value(each["can"], "meets")
        )
        for each in said
    ]


def question_shown(printer: Printer, key: str) -> str:
    """Return a checklist question in words, or its imported name as it is."""
    attribute = key.replace("_", "-")
    return (
        printer.text("code-checklist", attribute)
        if printer.texts.has("code-checklist", attribute)
        else key
    )


def word_shown(printer: Printer, key: str, among: str) -> str:
    """Return what a word is of: a translation's language, a checklist question, or a field."""
    if among == "translations":
        return printer.spoken(key)
    if among == "checklist" or key.startswith("checklist."):
        return question_shown(printer, key.removeprefix("checklist."))
    return field_shown(printer, key)


def actor_shown(printer: Printer, actor: str) -> str:
    """Return in words who did something: a person or colleague by number, or the clockwork."""
    kind, _, number = actor.partition(":")
    return f"{printer.value(kind, 'actor')} {number}".strip()
