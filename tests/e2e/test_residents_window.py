#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A resident is found by the search box, revealed for a reason, and visited; all by keys."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-07-01'


@unittest.skipIf(desk.why_not(), desk.why_not())
class ResidentsWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')
        self.who = next(row for row in self.ctl('residents', 'list', '--stay', 'living') if row['phone'])

    def ctl(self, *words):
        run = subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, '--json', *words],
                             check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('{', '[')) else None

    def show(self, *words):
        return self.ctl('residents', 'show', f'id:{self.who["person_id"]}', *words)

    def test_reveal_and_visit(self):
        phone = self.show('--reveal', '--reason', 'test')['values']['phone']
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1500x900')
        self.addCleanup(it.close)
        it.find('list item', 'Residents')
        it.key('ctrl+f')
        it.type(self.who['pinyin'].replace(' ', ''))
        it.click_at(*it.place(it.find('list item', f'  {self.who["door"]}')))
        it.find('label', self.who['phone'])

        it.key('ctrl+r')
        window = it.find_window('Reveal')
        it.find('text', 'Why it has to be seen', top=window)
        it.type('Call back')
        it.key('ctrl+Return')
        it.find('label', phone)

        it.key('ctrl+shift+v')
        it.find_window('Visit')
        it.key('ctrl+Return')
        it.find_toast('The visit is recorded')
        self.assertEqual(it.said(), '')
        it.quit()

        self.assertEqual(self.show()['visits'][0]['day'], DAY)
        self.assertEqual(self.show()['values']['phone'], self.who['phone'])


if __name__ == '__main__':
    tap.main()
