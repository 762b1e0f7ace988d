#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long taking in a workbook of 100,000 people is, beside the reader's own conversion.

The two take turns, so that what else the machine does falls on both.
"""

import os
import pathlib
import random
import statistics
import sys
import tempfile

from sheets import make_workbook, spend

CTL, READER = sys.argv[1:3]
ROWS = int(os.environ.get('GRIDGOV_BENCH_ROWS', '100000'))
ROUNDS = 3

SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
NAMES = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文'


def make_rows(seed):
    """Invented people; a seed gives the same ones each time."""
    dice = random.Random(seed)
    yield ['姓名', '性别', '联系电话', '出生日期', '岗位', '任职时间', '备注']
    for i in range(ROWS):
        name = dice.choice(SURNAMES) + dice.choice(NAMES) + dice.choice(NAMES)
        # No two of these numbers differ in a single digit, which would make twins of namesakes.
        yield [name, dice.choice('男女'), str(13000000000 + 11 * i),
               f'{1940 + i % 60}-{1 + i % 12:02d}-{1 + i % 28:02d}', '', '2026-03-01', '']


def main():
    reader, whole = [], []
    with tempfile.TemporaryDirectory() as folder:
        book = pathlib.Path(folder) / 'people.xlsx'
        make_workbook(book, make_rows(1))
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
