#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as somebody at a desk uses it: opening, pages, search, undo, and what is refused."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
PAGES = ('Overview', 'Map', 'Roster', 'Issues', 'Points')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Window(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'

    def make_office(self):
        subprocess.run([CTL, '--office', str(self.office), 'init'], check=True,
                       capture_output=True)

    def open(self, *words, **options):
        it = desk.Desk(GRIDGOV, *words, **options)
        self.addCleanup(it.close)
        return it

    def test_pages(self):
        self.make_office()
        it = self.open('--office', self.office, size='1024x768')
        for name in PAGES:
            it.choose('list item', name)
        self.assertEqual(it.said(), '')
        self.assertEqual(it.quit(), 0, it.said())

    def test_missing(self):
        it = self.open('--office', self.office)
        it.find('label', 'There is no file')
        it.find('push button', 'Open Another')
        it.find('push button', 'Demo Office')
        self.assertFalse(self.office.exists())

    def test_foreign(self):
        self.office.write_text('Minutes of the meeting\n' * 50)
        it = self.open('--office', self.office)
        it.find('label', 'is not an office')
        self.assertEqual(self.office.read_text(), 'Minutes of the meeting\n' * 50)

    def test_chinese(self):
        self.make_office()
        it = self.open('--office', self.office, language='zh_CN')
        it.find('list item', '网格事务')


if __name__ == '__main__':
    tap.main()
