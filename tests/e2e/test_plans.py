#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan as somebody at a desk draws it: a draft, strokes of the brush, taking them back."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-02'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Plans(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')

    def ctl(self, *words):
        done = subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, *words],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def open_map(self, **options):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768',
                       **options)
        self.addCleanup(it.close)
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        return it

    def shoot(self, it, name):
        if SHOTS:
            it.screenshot(pathlib.Path(SHOTS) / f'{name}.png')

    def households(self, it):
        """By the names of the rows: what each grid of the draft has."""
        rows = it.find('list', 'Grids of the draft')
        return [row.get_name() for row in it.look('list item', top=rows)]

    def paint(self, it, row):
        """Clicks at the grid's border until a building goes to it; the balance of before."""
        before = self.households(it)
        it.choose('list item', row, it.find('list', 'Grids of the draft'))
        it.click('push button', 'Paint')
        for y in range(305, 400, 6):
            # A click beside the buildings chooses the grid there.
            it.choose('list item', row, it.find('list', 'Grids of the draft'))
            it.find('label', 'Click buildings, or drag over them')
            it.click_at(445, y)
            for _ in range(5):
                if self.households(it) != before:
                    return before
                time.sleep(0.1)
        raise AssertionError('no building could be moved')

    def test_approve(self):
        it = self.open_map()
        it.key('ctrl+e')
        it.click('push button', 'from the Plan in Force')
        it.find('label', 'Draft: ', seconds=20)
        self.paint(it, self.households(it)[1])
        it.find_toast(' moved to grid 002')
        it.click('push button', 'Compare')
        it.find('label', 'would have another grid')
        self.shoot(it, 'plans-compare')
        it.key('Escape')
        it.gone('label', 'would have another grid')
        it.click('push button', 'Approve…')
        day = it.find('text', 'In force from')
        self.shoot(it, 'plans-approve')
        it.set_text(day, '2026-03-01')
        it.click('push button', 'Approve', it.find('frame', 'Approve the Plan'))
        it.find('label', 'a day that is over')
        it.set_text(day, DAY)
        it.click('push button', 'Approve', it.find('frame', 'Approve the Plan'))
        it.find_toast(' approved')
        it.gone('label', 'Draft: ')
        self.shoot(it, 'plans-approved')
        self.assertIn(DAY, self.ctl('plan', 'list'))
        self.ctl('check')
        self.assertEqual(it.said(), '')

    def test_draft(self):
        it = self.open_map()
        it.click('push button', 'Plans…')
        plans = it.find('list', 'Plans')
        it.find('list item', top=plans)
        self.shoot(it, 'plans-list')
        it.click('push button', 'from the Plan in Force')
        it.find('label', 'Draft: ', seconds=20)
        before = self.households(it)
        self.shoot(it, 'plans-draft')
        was = self.paint(it, before[1])
        it.find_toast(' moved to grid 002')
        self.shoot(it, 'plans-painted')
        it.key('ctrl+z')
        it.find_toast('Undone: ')
        it.wait(lambda: self.households(it) == was, 'the balance of before')
        it.click('push button', 'Check')
        it.find('list', 'Findings')
        self.shoot(it, 'plans-check')
        it.click('push button', 'Close Plan')
        it.click('push button', 'Discard the draft')
        it.find_toast('Draft discarded')
        self.assertNotIn('draft', self.ctl('plan', 'list'))
        it.key('ctrl+z')
        it.find('push button', 'Discard the draft')
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
