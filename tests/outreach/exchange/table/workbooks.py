"""Workbooks as spreadsheet programs make them, for the tests that read one."""

import io
import zipfile
from typing import Any

import xlsxwriter

FORMATS = {"day": "dd-mm-yyyy", "moment": "dd-mm-yyyy hh:mm", "percent": "0%"}


def workbook(*sheets: list[list[Any]], hidden: int = 0) -> bytes:
    """A workbook of rows of values; a pair is a value with its format, or formula and result."""
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


def packed(rows: str, *, place: str = "worksheets/sheet1.xml", shared: str = "") -> bytes:
    """A workbook of one sheet with handwritten rows, and one text that cells may point at."""
    office = "http://schemas.openxmlformats.org"
    main, links = f"{office}/spreadsheetml/2006/main", f"{office}/officeDocument/2006/relationships"
    link = f'<Relationship Id="{{}}" Type="{links}/{{}}" Target="{{}}"/>'
    head, around = (
        '<?xml version="1.0"?>',
        f'<Relationships xmlns="{office}/package/2006/relationships">',
    )
    members = {
        "[Content_Types].xml": f'{head}<Types xmlns="{office}/package/2006/content-types"/>',
        "_rels/.rels": f"{head}{around}"
        f"{link.format('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'{head}<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="Blad" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{head}{around}{link.format('r1', 'worksheet', place)}"
        f"{link.format('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>",
        "xl/sharedStrings.xml": f'{head}<sst xmlns="{main}"><si><t>{shared}</t></si></sst>',
        f"xl/{place}": f'{head}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, written in members.items():
            archive.writestr(name, written)
    return raw.getvalue()


def open_document(texts: list[list[str]], *, rows: int = 1, columns: int = 1) -> bytes:
    """The same rows in an OpenDocument spreadsheet, as LibreOffice stores repeated ones."""
    spaces = {"office": "office", "table": "table", "text": "text"}
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{of}:1.0"'
        for name, of in spaces.items()
    )
    again = f'table:number-columns-repeated="{columns}"'
    cell = (
        f"<table:table-cell {again} "
        f'office:value-type="string"><text:p>{{}}</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}">'
    lines = "".join(f"{row}{''.join(map(cell.format, each))}</table:table-row>" for each in texts)
    sheet = (
        f"<office:spreadsheet><table:table "
        f'table:name="Blad1">{lines}</table:table></office:spreadsheet>'
    )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content '
            f"{names}><office:body>{sheet}</office:body>"
            "</office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return raw.getvalue()
