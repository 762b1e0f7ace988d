#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map as somebody at a desk uses it: choosing grids, moving a building, taking it back."""

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
REFUSED = 'does not stand beside'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Map(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(cls.office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)

    def open_map(self):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768')
        self.addCleanup(it.close)
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        return it

    def shoot(self, it, name):
        if SHOTS:
            it.screenshot(pathlib.Path(SHOTS) / f'{name}.png')

    def find_building(self, it):
        """Goes closer and clicks here and there until the panel shows a building with leaders."""
        for _ in range(6):
            it.click_at(450, 300, 4)
        for y in range(180, 600, 12):
            it.key('Escape')
            it.find('label', 'The whole area')
            it.click_at(480, y)
            it.gone('label', 'The whole area')
            if it.look('label', 'Building and unit leaders'):
                return
        raise AssertionError('no building where buildings should be')

    def test_keys(self):
        it = self.open_map()
        # Tab goes from the map to its seven buttons and to the plans, Down on to the list of grids.
        it.click_at(450, 410)
        it.key('Escape')
        it.find('label', 'The whole area')
        it.key('plus', 'plus', 'Left', 'Home')
        it.key(*['Tab'] * 8, 'Down', 'Return')
        it.find('label', 'Full-time grid member')
        self.shoot(it, 'map-keys')
        self.assertEqual(it.said(), '')

    def test_theme_keys(self):
        it = self.open_map()
        it.click_at(450, 410)
        it.key('Escape')
        it.find('label', 'The whole area')
        # The menu begins with the plain map, which has the keyboard; the first theme comes next.
        it.key('t')
        it.find('menu item')
        it.key('Down', 'Return')
        it.find('label', 'Grids · Natural breaks')
        self.shoot(it, 'map-theme')
        it.key('shift+t')
        it.gone('label', 'Grids · Natural breaks')
        it.key('shift+t')
        it.find('label', 'Grids · Natural breaks')
        self.assertEqual(it.said(), '')

    def test_pan_and_zoom(self):
        it = self.open_map()
        it.drag((450, 300), (520, 380))
        it.find('label', 'The whole area')  # a pan chooses nothing
        for button in (4, 4, 5, 4):
            it.click_at(450, 410, button)
        it.find('label', 'The whole area')
        self.shoot(it, 'map-zoomed')
        self.assertEqual(it.said(), '')

    def test_print(self):
        it = self.open_map()
        it.key('ctrl+p')
        window = it.find_window('Print')
        it.find('label', 'Grid maps', window)
        it.find('label', 'All grids', window)
        self.shoot(it, 'map-print')
        it.key('Escape')
        it.window_gone('Print')
        # The grid that is chosen is what is offered.
        it.click_at(450, 410)
        it.find('label', 'Full-time grid member')
        it.click('push button', 'Print maps')
        window = it.find_window('Print')
        it.find('label', 'Phone numbers', window)
        chooser = next(node for node in it.walk(window) if node.get_name() == 'Grid')
        self.assertRegex(' '.join(it.texts(chooser)), '第[0-9]+网格')
        it.key('Escape')
        it.window_gone('Print')
        self.assertEqual(it.said(), '')

    def test_move(self):
        it = self.open_map()
        self.find_building(it)
        self.shoot(it, 'map-building')
        it.key('m')
        it.find('menu item')  # of no name since GTK 4.18
        for tries in range(8):
            it.key('Return')
            if REFUSED not in it.find_toast(' moved to grid ', REFUSED):
                break
            # Not every neighbour of the grid stands beside the building.
            it.toast_gone(REFUSED)
            it.key('m')
            it.find('menu item')
            it.key(*['Down'] * (tries + 1))
        self.shoot(it, 'map-moved')
        it.key('ctrl+z')
        it.find_toast('Undone: ')
        self.assertEqual(it.said(), '')
        check = subprocess.run([CTL, '--office', str(self.office), 'check'], capture_output=True,
                               text=True)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)


if __name__ == '__main__':
    tap.main()
