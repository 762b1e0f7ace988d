#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring on the map as somebody at a desk does it: with the mouse, and with keys alone."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL, FOLDER = sys.argv[1:4]
DAY = '2026-03-02'
HINT = 'to put points'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Measure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(cls.office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)

    def open_map(self, language='en', whole='The whole area', page='Map', size='1024x768',
                 env=None):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size=size,
                       language=language, env=env)
        self.addCleanup(it.close)
        it.choose('list item', page)
        it.find('label', whole, seconds=30)
        it.click_at(450, 660)  # beside the town
        return it

    def shoot(self, it, name):
        if SHOTS:
            it.screenshot(pathlib.Path(SHOTS) / f'{name}.png')

    def read(self, it, pattern):
        """The number in the label that the pattern is found in; a length in metres."""
        def look():
            for text in it.texts():
                found = re.search(pattern, text)
                if found:
                    return [found.group(1).replace(',', '')]
            return None
        number = it.wait(look, f'a label like “{pattern}”')[0].split()
        return float(number[0]) * (1000 if number[1:] == ['km'] else 1)

    def test_mouse(self):
        it = self.open_map()
        it.click('push button', 'Measure distance and area')
        it.find('label', HINT)
        # A rectangle beside the town: its sides one after the other, then it as a whole.
        it.click_at(250, 140)
        it.click_at(550, 140)
        wide = self.read(it, r'^last leg ([\d.]+ k?m), 1 leg$')
        it.click_at(550, 190)
        high = self.read(it, r'^last leg ([\d.]+ k?m), 2 legs$')
        it.click_at(250, 190)
        along = self.read(it, r'^([\d.]+ k?m)$')
        self.assertAlmostEqual(along, 2 * wide + high, delta=2)
        self.shoot(it, 'measure-distance')
        it.key('alt+r')
        area = self.read(it, r'^([\d,]+) m²$')
        mu = self.read(it, r'= ([\d.]+) mu')
        around = self.read(it, r'([\d.]+ k?m) around')
        self.assertAlmostEqual(area, wide * high, delta=0.01 * area)
        self.assertAlmostEqual(mu, area * 15 / 10000, delta=0.01)
        self.assertAlmostEqual(around, 2 * (wide + high), delta=0.01 * around)

        # A double click ends it: the pointer does not draw it along, and the map stays as it is.
        it.xdotool('mousemove', 250, 190, 'click', '--repeat', 2, '--delay', 60, 1)
        it.xdotool('mousemove', 400, 160)
        self.assertEqual(self.read(it, r'^([\d,]+) m²$'), area)
        self.shoot(it, 'measure-area')
        # A pan is no point; a click is the first of another.
        it.drag((300, 230), (320, 260))
        self.assertEqual(self.read(it, r'^([\d,]+) m²$'), area)
        it.click_at(300, 620)
        it.find('label', HINT)
        it.click('push button', 'Stop measuring')
        it.gone('label', HINT)
        it.find('label', 'The whole area')
        self.assertEqual(it.said(), '')

    def test_keys(self):
        it = self.open_map()
        it.key('Home', 'd')
        it.find('label', HINT)
        it.key('space', 'Right', 'Right')
        two = self.read(it, r'^last leg ([\d.]+ k?m), 1 leg$')
        it.key('space', 'Down', 'space')
        self.read(it, r'^last leg ([\d.]+ k?m), 2 legs$')
        self.shoot(it, 'measure-keys')
        # Two steps to the east are two to the west.
        it.key('BackSpace', 'Up', 'Left', 'Left', 'Left', 'Left', 'space', 'Return')
        four = self.read(it, r'^last leg ([\d.]+ k?m), 2 legs$')
        self.assertAlmostEqual(four, 2 * two, delta=0.05 * four)

        # Copied, it can be put anywhere else.
        it.key('ctrl+c')
        it.find_toast('What was measured is copied.')
        it.key('ctrl+f', 'ctrl+v')
        it.find('label', 'Nothing found')  # by the words in the search box
        it.key('Escape', 'Escape')
        it.click_at(450, 150)
        it.key('Escape')
        it.find('label', HINT)
        it.key('Escape')
        it.gone('label', HINT)
        self.assertEqual(it.said(), '')

    @unittest.skipIf(desk.why_not_chinese(), desk.why_not_chinese())
    def test_chinese(self):
        for size, theme in (('1024x768', 'prefer-light'), ('1600x1000', 'prefer-dark')):
            it = self.open_map('zh_CN', '全部辖区', '地图', size, {'ADW_DEBUG_COLOR_SCHEME': theme})
            it.key('d', 'alt+r')
            for place in ((300, 300), (500, 320), (480, 500)):
                it.click_at(*place)
            self.read(it, r'公顷 = ([\d.]+) 亩')
            self.shoot(it, f'measure-zh-{size}')
            self.assertEqual(it.said(), '')
            it.close()


if __name__ == '__main__':
    tap.main()
