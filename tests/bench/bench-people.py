#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long taking in a workbook of 100,000 people is, beside the reader's own conversion.

The two take turns, so that what else the machine does falls on both.
"""

import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

CTL, READER = sys.argv[1:3]
ROWS = int(os.environ.get('GRIDGOV_BENCH_ROWS', '100000'))
ROUNDS = 3

SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
NAMES = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文'

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'


def make_rows(seed):
    """Invented people; a seed gives the same ones each time."""
    dice = random.Random(seed)
    yield ['姓名', '性别', '联系电话', '出生日期', '岗位', '任职时间', '备注']
    for i in range(ROWS):
        name = dice.choice(SURNAMES) + dice.choice(NAMES) + dice.choice(NAMES)
        # No two of these numbers differ in a single digit, which would make twins of namesakes.
        yield [name, dice.choice('男女'), str(13000000000 + 11 * i),
               f'{1940 + i % 60}-{1 + i % 12:02d}-{1 + i % 28:02d}', '', '2026-03-01', '']


def make_workbook(path):
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
            for r, row in enumerate(make_rows(1), 1):
                cells = ''.join(f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{t}</t></is></c>'
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


def main():
    reader, whole = [], []
    with tempfile.TemporaryDirectory() as folder:
        book = pathlib.Path(folder) / 'people.xlsx'
        make_workbook(book)
        for number in range(ROUNDS):
            scratch = pathlib.Path(folder) / f'{number}.gpkg'
            reader.append(spend(READER, '--expect', 'table', book, scratch))
            scratch.unlink()
            office = pathlib.Path(folder) / f'{number}.gridgov'
            spend(CTL, '--office', office, 'init')
            whole.append(spend(CTL, '--office', office, 'import', 'people', book))
            office.unlink()

    print(f'{ROWS} people of a workbook')
    for name, runs in [('reader alone', reader), ('import', whole)]:
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
        print(f'{name:14} {wall:6.2f} s  {cpu:6.2f} s of processor  {memory:5.0f} MB')
    ratios = sorted(w[0] / r[0] for w, r in zip(whole, reader))
    print(f'ratio of wall-clock times: median {statistics.median(ratios):.2f}, '
          f'from {ratios[0]:.2f} to {ratios[-1]:.2f} (wanted: at most 3)')


main()
