#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An issue beside the board: a strand is begun, done and taken back, and nobody is called by mistake."""

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
DAY = '2026-03-31'


@unittest.skipIf(desk.why_not(), desk.why_not())
class IssueWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')
        self.number = self.ctl('issue', 'list', '--stage', 'dispatch')[0]['number']

    def ctl(self, *words):
        run = subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, '--json', *words],
                             check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('{', '[')) else None

    def test_parts(self):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1500x900')
        self.addCleanup(it.close)
        it.find('list item', 'Issues')
        it.key('alt+4')
        it.click_at(*it.place(it.find('entry', 'Words in the issue')))
        it.type(self.number)
        card = it.find('list item', ', Dispatched')
        it.click_at(*it.place(card))
        it.key('Return')

        # A strand of its own for the community: begun, done, and the last taken back.
        it.click('push button', 'Begin…')
        window = it.find_window('Begin a Strand')
        it.find('text', 'What it asks for', top=window)
        it.type('Talk to them')
        it.key('ctrl+Return')
        it.find_toast('has a strand')
        it.click('push button', 'Done…')
        it.find_window('A Strand Is Done')
        it.type('Agreed')
        it.key('ctrl+Return')
        it.find_toast('a strand is done')
        it.key('ctrl+z')
        it.find('push button', 'Done…')

        # Whoever is called has half an hour.
        it.click('push button', 'Call…')
        window = it.find_window('Call to the Spot')
        it.key('ctrl+Return')
        it.find('label', 'Say who is called', top=window)
        it.key('Escape')
        it.window_gone('Call to the Spot')
        self.assertEqual(it.said(), '')
        it.quit()

        shown = self.ctl('issue', 'show', self.number)
        self.assertEqual([strand['outcome'] for strand in shown['strands']], [None])
        self.assertEqual(shown['summonses'], [])


if __name__ == '__main__':
    tap.main()
