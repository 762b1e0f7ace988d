#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long taking in a workbook of residents with all 115 columns is, beside the reader's own
conversion. GRIDGOV_BENCH_ROWS=100000 is the size that is aimed at: within 4 times, under 600 MB.
"""

import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from sheets import make_workbook, spend

CTL, READER = sys.argv[1:3]
ROWS = int(os.environ.get('GRIDGOV_BENCH_ROWS', '5000'))

SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
NAMES = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文'
KINDS = {'text': '文字说明', 'name': '王小明', 'date': '2020-01-01', 'number': '20', 'boolean': '是',
         'phone': '13800000001', 'place': '包头市'}
SAID = {'email': 'a@b.cn', 'domicile_code': '150203', 'other_id_number': 'E12345678', 'height_cm': '170',
        'id_type': '居民身份证', 'residence_type': '人户一致', 'household_type': '家庭户', 'age': '40'}
UNSAID = ('community', 'grid', 'compound', 'address', 'sex', 'birth_date', 'relation', 'head_name',
          'household_number', 'special_groups')


def make_number(i):
    """An identity number of its own for each, with the check of GB 11643-1999."""
    digits = (f'150203{1940 + i % 70}{1 + i // 70 % 12:02d}{1 + i // 840 % 28:02d}'
              f'{i // 23520 % 1000:03d}')
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + '10X98765432'[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


def ask(office, *words):
    run = subprocess.run([CTL, '--json', '--office', str(office), *words], capture_output=True,
                         check=True, text=True)
    return json.loads(run.stdout)


def make_value(office, field):
    code = field['code']
    if code in UNSAID:
        return ''
    if field['type'] == 'identity':
        return '34052419800101001X'
    if field['table'] and code not in SAID:
        return ask(office, 'fields', '--codes', field['table'])[0]['name_zh']
    return SAID.get(code, KINDS.get(field['type'], ''))


def make_rows(office, fields, units):
    place = {field['code']: number for number, field in enumerate(fields)}
    row = [make_value(office, field) for field in fields]
    yield [field['name_zh'] for field in fields]
    for i in range(ROWS):
        unit, door = units[i // 3 % len(units)], 9001 + i // 3 // len(units)
        row[place['name']] = (SURNAMES[i % 30] + NAMES[i // 30 % 30] + NAMES[i // 900 % 30])
        row[place['id_number']] = make_number(i)
        row[place['phone']] = str(13000000000 + 11 * i)
        row[place['building']], row[place['unit']], row[place['door']] = *unit, str(door)
        yield row


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        office, book = folder / 'a.gridgov', folder / 'residents.xlsx'
        # Nobody whose number one of the invented might have.
        spend(CTL, '--office', office, 'init', '--demo', '--residents', '0')
        with sqlite3.connect(office) as db:
            units = db.execute('SELECT o.name || b.number, CAST (u.number AS TEXT) FROM unit u '
                               'JOIN building b ON b.id = u.building_id '
                               'JOIN compound o ON o.id = b.compound_id ORDER BY u.id').fetchall()
        fields = ask(office, 'fields')
        make_workbook(book, make_rows(office, fields, units))
        before = office.stat().st_size
        reader = spend(READER, '--expect', 'table', book, folder / 'a.gpkg')
        whole = spend(CTL, '--office', office, 'import', 'residents', book)
        print(f'{ROWS} residents of a workbook with {len(fields)} columns')
        for words, (wall, cpu, memory) in (('reader alone', reader), ('import', whole)):
            print(f'{words}: {wall:.1f} s, {cpu:.1f} s of processor, {memory:.0f} MB')
        print(f'ratio: {whole[0] / reader[0]:.1f} by the clock, {whole[1] / reader[1]:.1f} by the '
              f'processor; the office grew by {(office.stat().st_size - before) / 1e6:.0f} MB')


main()
