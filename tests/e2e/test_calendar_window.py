#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of working days by keys alone: a day off of the office's own is set and undone."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-31'


@unittest.skipIf(desk.why_not(), desk.why_not())
class CalendarWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)

    def is_off(self):
        told = subprocess.run([CTL, '--office', str(self.office), 'calendar'], check=True,
                              capture_output=True, text=True)
        return '2026-04-01\toff\tStocktaking\town' in told.stdout

    def test_by_keys(self):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768')
        self.addCleanup(it.close)
        it.find('list item', 'Issues')
        it.xdotool('mousemove', 400, 60)
        it.key('ctrl+t')
        window = it.find_window('Working Days')
        it.find('push button', '2026-03-31, Tuesday, Working day', window)

        # The next day, its name, and the button the keys come to.
        it.key('Right')
        it.find('label', '2026-04-01, Wednesday', window)
        it.key('Tab')
        it.type('Stocktaking')
        it.key('alt+f')
        it.find('label', 'open issues change')
        self.assertFalse(self.is_off())
        it.key('Return')
        it.find('push button', '2026-04-01, Wednesday, Day off of the office’s own · Stocktaking',
                window)
        self.assertTrue(self.is_off())

        it.key('ctrl+z')
        it.find('push button', '2026-04-01, Wednesday, Working day', window)
        self.assertFalse(self.is_off())
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
