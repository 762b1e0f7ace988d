# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks written row by row, and what a command spends, for benchmarks of imports."""

import os
import subprocess
import sys
import time
import zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'


def name_column(number):
    """A, B, … Z, AA, AB, … of a number from 0."""
    return (name_column(number // 26 - 1) if number > 25 else '') + chr(65 + number % 26)


def make_workbook(path, rows):
    names = [name_column(number) for number in range(256)]
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', f'''<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>''')
        archive.writestr('_rels/.rels', f'''<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>''')
        archive.writestr('xl/workbook.xml', f'''<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>
<sheet name="people" sheetId="1" r:id="r1"/></sheets></workbook>''')
        archive.writestr('xl/_rels/workbook.xml.rels',
                         f'''<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>''')
        with archive.open('xl/worksheets/sheet1.xml', 'w') as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for r, row in enumerate(rows, 1):
                cells = ''.join(f'<c r="{names[c]}{r}" t="inlineStr"><is><t>{t}</t></is></c>'
                                for c, t in enumerate(row) if t)
                sheet.write(f'<row r="{r}">{cells}</row>'.encode())
            sheet.write(b'</sheetData></worksheet>')


def spend(*command):
    """Runs a command; returns wall-clock and processor seconds and the peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f'{command[0]} failed')
    return (time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
