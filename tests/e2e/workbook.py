# SPDX-License-Identifier: GPL-3.0-or-later
"""The least workbooks there can be, for imports to read."""

import datetime
import zipfile


def name_column(number):
    """A, B, … Z, AA, AB, … of a number from 0."""
    return (name_column(number // 26 - 1) if number > 25 else '') + chr(65 + number % 26)


def make_cell(place, value):
    """A text, a whole number, or a formula that nobody has worked out."""
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    if value.startswith('='):
        return f'<c r="{place}"><f>{value[1:]}</f></c>'
    if value.startswith('#'):
        return f'<c r="{place}" t="e"><f>A1</f><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def make_sheet(rows):
    cells = ''
    for r, row in enumerate(rows, 1):
        line = ''.join(make_cell(f'{name_column(c)}{r}', value) for c, value in enumerate(row)
                       if value != '')
        cells += f'<row r="{r}">{line}</row>'
    return cells


def make_workbook(path, rows, date1904=False, hidden=None):
    """The least workbook: a sheet (ECMA-376 part 1, 18.3.1), and maybe one nobody sees before it."""
    cells = make_sheet(rows)
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    files = {
        '[Content_Types].xml':
            f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{sheet}.worksheet+xml"/>'
            '</Types>',
        '_rels/.rels':
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml':
            f'<workbook xmlns="{main}" xmlns:r="{rel}">'
            + ('<workbookPr date1904="1"/>' if date1904 else '') +
            '<sheets>' + ('<sheet name="旧名册" sheetId="2" state="hidden" r:id="r2"/>' if hidden else '')
            + '<sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        'xl/worksheets/sheet2.xml':
            f'<worksheet xmlns="{main}"><sheetData>{make_sheet(hidden or [])}</sheetData></worksheet>',
        'xl/worksheets/sheet1.xml':
            f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, 'w') as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def make_open_cell(value):
    if isinstance(value, datetime.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if value == '':
        return '<table:table-cell/>'
    return ('<table:table-cell office:value-type="string">'
            f'<text:p>{value}</text:p></table:table-cell>')


def make_open_document(path, rows):
    """The least OpenDocument sheet (ISO/IEC 26300-1, 9.1)."""
    spaces = ' '.join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                      for name in ('office', 'table', 'text'))
    kind = 'application/vnd.oasis.opendocument.spreadsheet'
    lines = ''.join('<table:table-row>' + ''.join(map(make_open_cell, row)) + '</table:table-row>'
                    for row in rows)
    with zipfile.ZipFile(path, 'w') as book:
        book.writestr('mimetype', kind, zipfile.ZIP_STORED)
        book.writestr('content.xml', f'<office:document-content {spaces}><office:body>'
                      f'<office:spreadsheet><table:table table:name="名册">{lines}</table:table>'
                      '</office:spreadsheet></office:body></office:document-content>')
        space = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
        book.writestr('META-INF/manifest.xml', f'<m:manifest xmlns:m="{space}">'
                      f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
                      '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
                      '</m:manifest>')
