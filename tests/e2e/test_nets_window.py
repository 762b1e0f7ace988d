#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Old nets as somebody at a desk deals with them: looked at, chosen for, moved, taken back."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-02'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Nets(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')

    def ctl(self, *words):
        done = subprocess.run([CTL, '--json', '--office', str(self.office), '--as-of', DAY, *words],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def ask(self, *words):
        return json.loads(self.ctl(*words))

    def net(self, name):
        return [net for net in self.ask('nets', 'list') if net['name'] == name][0]

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

    def test_with_the_mouse(self):
        it = self.open_map()
        it.click('push button', 'Old Nets…')
        window = it.find_window('Old Nets')
        nets = it.find('list', 'Old nets', window)
        it.choose('list item', '环境监管网格', nets)
        it.find('label', '生态环境分局', window)
        it.find('label', 'HJ-01', window)
        it.choose('list item', '公安警务责任区', nets)
        it.find('label', 'JW-01', window)
        self.shoot(it, 'nets-people')

        it.click('push button', 'Move to Base Grids…', window)
        dialog = it.find_window('Move to Base Grids')
        it.find('label', '6 of 6 people get ', dialog)
        day = it.find('text', 'From', dialog)
        it.set_text(day, 'tomorrow')
        it.click('push button', 'Move', dialog)
        it.find('label', 'Write the day as', dialog)
        it.set_text(day, DAY)
        it.click('push button', 'Move', dialog)
        it.window_gone('Move to Base Grids')
        it.wait(lambda: self.net('公安警务责任区')['retired_on'] == DAY, 'the net retired')
        # The toast is gone before all of a window can be looked through: by the button in the other.
        it.click('push button', 'Undo')
        it.wait(lambda: self.net('公安警务责任区')['retired_on'] is None, 'the net taken back')
        self.assertEqual(self.net('公安警务责任区')['moved'], 0)
        actions = [change['action'] for change in self.ask('changes')[:2]]
        self.assertIn('Move an old net to base grids', actions)
        self.assertTrue(self.ask('check')['ok'])
        self.assertEqual(it.said(), '')

    def close_by_key(self, it, title):
        def gone():
            if it.look_window(title):
                it.key('Escape')
            return not it.look_window(title)
        it.wait(gone, f'no window “{title}”')

    def test_with_keys(self):
        it = self.open_map()
        it.key('ctrl+l')
        window = it.find_window('Old Nets')
        it.find('label', '6 grids, 6 people', window)
        it.key('alt+2')
        it.find('label', 'In no base grid', window)
        self.shoot(it, 'nets-matrix')
        it.key('alt+3')
        it.find('label', 'The base grids cover everything once.', window)
        self.shoot(it, 'nets-proof')
        it.key('alt+1')

        # The first of the first person's grids is given up.
        before = self.ask('nets', 'propose', '1')[0]['grids']
        it.key('ctrl+g')
        dialog = it.find_window('Choose Base Grids')
        it.find('label', f'{len(before)} grids with', dialog)
        it.key('space')
        it.find('label', f'{len(before) - 1} grids with', dialog)
        self.shoot(it, 'nets-grids')
        it.key('ctrl+Return')
        it.window_gone('Choose Base Grids')
        it.find('label', 'Chosen', window)
        first = self.ask('nets', 'propose', '1')[0]
        self.assertTrue(first['decided'])
        self.assertEqual(len(set(before) - set(first['grids'])), 1)

        it.key('ctrl+m')
        it.key('ctrl+Return')
        it.find_window('Move to Base Grids')
        self.shoot(it, 'nets-move')
        it.key('Return')
        it.window_gone('Move to Base Grids')
        it.find('label', f'retired from {DAY}', window)
        row = self.net('公安警务责任区')
        self.assertEqual(row['retired_on'], DAY)
        self.assertGreaterEqual(row['moved'], 30)
        it.key('ctrl+z')
        it.wait(lambda: self.net('公安警务责任区')['retired_on'] is None, 'the net taken back')
        it.toast_gone('Undone')
        # A toast that has the focus takes the key for itself, and goes in its own time.
        self.close_by_key(it, 'Old Nets')
        self.shoot(it, 'nets-map')
        self.assertEqual(it.said(), '')

    def test_import(self):
        ring = [[109.81, 40.645], [109.82, 40.645], [109.82, 40.655], [109.81, 40.655],
                [109.81, 40.645]]
        features = [{'type': 'Feature', 'geometry': {'type': 'Polygon', 'coordinates': [ring]},
                     'properties': {'code': code, 'leader': '任晓明'}} for code in ('X-1', 'X-2')]
        path = self.folder / 'health.geojson'
        path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}))
        it = self.open_map()
        it.key('ctrl+l')
        window = it.find_window('Old Nets')
        it.find('label', '6 grids, 6 people', window)
        it.key('ctrl+i')
        dialog = it.find_window('Import an Old Net')
        it.key('ctrl+o')
        it.find_window('Choose a File')
        it.type_path(str(path))
        it.key('Return')
        it.window_gone('Choose a File')
        it.find('label', 'health.geojson', dialog)
        it.set_text(it.find('text', 'Department', dialog), '卫生健康局')
        it.key('ctrl+Return')
        it.find('label', 'The grid overlaps another of its net', dialog)
        self.shoot(it, 'nets-import')
        it.key('ctrl+Return')
        it.window_gone('Import an Old Net')
        it.find('label', 'health', it.find('list', 'Old nets', window))
        row = self.net('health')
        self.assertEqual((row['department'], row['grids'], row['people'], row['role_code']),
                         ('卫生健康局', 2, 2, 'department_medical'))
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
