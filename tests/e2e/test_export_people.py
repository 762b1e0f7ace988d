#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl export people: the roster goes out in each format and is read back."""

import contextlib
import csv
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

import tap

CTL, READER = sys.argv[1:3]
DAY = '2026-07-01'
ALL = ['grid', 'role', 'name', 'place', 'phone', 'sex', 'since', 'until', 'presence', 'community',
       'grid-code']


def unfold(text):
    return text.replace('\r\n ', '')


def cards(path):
    """The cards of a file: a dictionary of lists of values each, by name without parameters."""
    found, card = [], None
    for line in unfold(path.read_bytes().decode('utf-8')).split('\r\n'):
        name, _, value = line.partition(':')
        name = name.partition(';')[0]
        if line == 'BEGIN:VCARD':
            card = {}
        elif line == 'END:VCARD':
            found.append(card)
        elif line:
            card.setdefault(name, []).append(value)
    return found


class ExportPeople(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.run_ctl('--as-of', DAY, 'init', '--demo', '--residents', '2')
        cls.roster = json.loads(cls.run_ctl('--json', '--as-of', DAY, 'roster').stdout)

    @classmethod
    def run_ctl(cls, *words, status=0):
        run = subprocess.run([CTL, '--office', str(cls.office), *map(str, words)],
                             check=False, capture_output=True, text=True)
        assert run.returncode == status, (run.returncode, run.stderr)
        return run

    def export(self, name, *words):
        path = self.folder / name
        run = self.run_ctl('--json', 'export', 'people', path, '--as-of', DAY, *words)
        return path, json.loads(run.stdout)

    def read_back(self, path):
        """By gridgov-reader: the rows of the first sheet, all of them texts."""
        out = self.folder / (path.name + '.gpkg')
        run = subprocess.run([READER, str(path), str(out)], check=True, capture_output=True,
                             text=True)
        layer = json.loads(run.stdout)['layers'][0]
        uri = f'file:{out}?mode=ro&immutable=1'
        columns = ', '.join(f'"{field["column"]}"' for field in layer['fields'])
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as database:
            return database.execute(f'SELECT {columns} FROM "{layer["table"]}"').fetchall()

    def test_workbook(self):
        path, told = self.export('all.xlsx')
        self.assertEqual(told['lines'], len(self.roster))
        rows = self.read_back(path)
        self.assertEqual(rows[0][:5], ('Grid', 'Post', 'Name', 'Place', 'Phone'))
        self.assertEqual([(r[2], r[3], r[4], r[10]) for r in rows[1:]],
                         [(r['name'], r['place'], r['phone'], r['grid_code']) for r in self.roster])
        with zipfile.ZipFile(path) as book:
            sheet = book.read('xl/worksheets/sheet1.xml').decode()
            names = book.read('xl/workbook.xml').decode()
            styles = book.read('xl/styles.xml').decode()
        self.assertNotIn('<v></v>', sheet)
        self.assertNotRegex(sheet, r'<c r="[A-Z]+\d+"( s="\d+")?><v>')  # a number
        self.assertIn('state="frozen"', sheet)
        self.assertIn('orientation="landscape"', sheet)
        self.assertIn('fitToHeight="0"', sheet)
        self.assertIn('&amp;P', sheet)
        self.assertIn(f'as of {DAY}', sheet)
        self.assertIn('$1:$1', names)
        self.assertIn('numFmtId="49"', styles)  # @, ECMA-376 18.8.30
        self.assertGreater(sheet.count('customWidth="1"'), 5)

    def test_table(self):
        path, told = self.export('some.csv', '--role', 'full_time_member', '--columns',
                                 'phone,name,grid-code')
        self.assertTrue(path.read_bytes().startswith(b'\xef\xbb\xbf'))
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.reader(file, strict=True))
        wanted = [r for r in self.roster if r['role_code'] == 'full_time_member']
        self.assertEqual(told, {'file': str(path), 'lines': 39, 'posts': 39})
        self.assertEqual(rows, [['Phone', 'Name', 'Grid code']] +
                         [[r['phone'], r['name'], r['grid_code']] for r in wanted])

    def test_one_grid(self):
        code = '150203005002001'
        path, told = self.export('grid.csv', '--grid', code)
        wanted = [r for r in self.roster if r['grid_code'] == code]
        self.assertEqual(told['posts'], len(wanted))
        self.assertGreater(len(wanted), 10)
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.reader(file, strict=True))
        self.assertEqual([r[ALL.index('name')] for r in rows[1:]], [r['name'] for r in wanted])

    def test_cards(self):
        for name, words, version in ('a.vcf', (), '4.0'), ('b.vcf', ('--format', 'vcard3'), '3.0'):
            path, told = self.export(name, *words)
            found = cards(path)
            people = {r['person_id']: r for r in self.roster}
            self.assertEqual(len(found), len(people))
            self.assertEqual(told['lines'], len(people))
            self.assertEqual({c['VERSION'][0] for c in found}, {version})
            self.assertEqual([c['FN'][0] for c in found],
                             [r['name'] for r in people.values()])
            self.assertEqual([c.get('TEL', [None])[0] for c in found],
                             [r['phone'] for r in people.values()])
            self.assertEqual(sum(len(c['TITLE']) for c in found), len(self.roster))
            self.assertTrue(all(c['CATEGORIES'][0] for c in found))
            for card in found:
                family, given = card['N'][0].split(';')[:2]
                self.assertEqual(family + given, card['FN'][0])

    def test_another_day(self):
        """Before anybody was appointed there is nobody; the roster of a day goes out as it was."""
        run = self.run_ctl('export', 'people', self.folder / 'none.csv', '--as-of', '1990-01-01',
                           status=1)
        self.assertIn('No post is held there on that day', run.stderr)
        self.assertFalse((self.folder / 'none.csv').exists())
        one = next(r for r in self.roster if r['role_code'] == 'unit_leader')
        self.run_ctl('--as-of', DAY, 'stand-down', '--person', f'id:{one["person_id"]}', '--from',
                     DAY)
        after = json.loads(self.run_ctl('--json', 'export', 'people', self.folder / 'x.csv',
                                        '--as-of', DAY).stdout)
        before = json.loads(self.run_ctl('--json', 'export', 'people', self.folder / 'y.csv',
                                         '--as-of', '2026-06-30').stdout)
        self.run_ctl('--as-of', DAY, 'changes', '--undo',
                     json.loads(self.run_ctl('--json', 'changes').stdout)[0]['id'])
        self.assertEqual(after['posts'] + 1, before['posts'])

    def test_wrong_words(self):
        for words, said in ((('--columns', 'name,no'), 'no column “no”'),
                            (('--format', 'doc'), 'no format “doc”'),
                            (('--as-of', '2026-02-30'), '2026-02-30')):
            run = self.run_ctl('export', 'people', self.folder / 'w.csv', *words, status=2)
            self.assertIn(said, run.stderr)
        run = self.run_ctl('export', 'people', self.folder / 'w.doc', status=2)
        self.assertIn('.xlsx, .csv or .vcf', run.stderr)
        run = self.run_ctl('export', 'people', '/proc/w.xlsx', status=1)
        self.assertIn('cannot be written', run.stderr)


if __name__ == '__main__':
    tap.main()
