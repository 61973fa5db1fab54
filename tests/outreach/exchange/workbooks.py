"""Workbooks as spreadsheet programs make them, for the tests that read one."""

import io
import zipfile
from typing import Any

import xlsxwriter

FORMATS = {"day": "dd-mm-yyyy", "moment": "dd-mm-yyyy hh:mm", "percent": "0%"}


def workbook(*sheets: list[list[Any]], hidden: int = 0) -> bytes:
    """A workbook of rows of values; a pair is a value with its format, or a formula with its outcome."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True}) as book:
        formats = {name: book.add_format({"num_format": form}) for name, form in FORMATS.items()}
        for number, rows in enumerate(sheets, 1):
            sheet = book.add_worksheet(f"Blad {number}")
            if number <= hidden:
                sheet.hide()
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    value, form = cell if isinstance(cell, tuple) else (cell, None)
                    if isinstance(value, str) and value.startswith("="):
                        sheet.write_formula(row, column, value, None, form)
                    elif form in formats:
                        sheet.write(row, column, value, formats[form])
                    else:
                        sheet.write(row, column, value)
        if hidden < len(sheets):
            book.worksheets()[hidden].activate()
            book.worksheets()[hidden].set_first_sheet()
    return raw.getvalue()


def open_document(rows: list[list[str]]) -> bytes:
    """The same rows as texts in an OpenDocument spreadsheet, as LibreOffice keeps them."""
    spaces = {"office": "office", "table": "table", "text": "text"}
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"' for name, of in spaces.items())
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    sheet = f'<office:spreadsheet><table:table table:name="Blad1">{lines}</table:table></office:spreadsheet>'
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {names}><office:body>{sheet}</office:body>'
            "</office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return raw.getvalue()
