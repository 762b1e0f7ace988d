#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posts as a clerk changes them: a transfer by keys, a leave by mouse, roles, load and histories."""

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
DAY = '2026-11-20'


@unittest.skipIf(desk.why_not(), desk.why_not())
class PostsWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ask('init', '--demo')
        self.it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1400x900')
        self.addCleanup(self.it.close)
        self.it.find('list item', 'Roster')
        # Without a window manager the keys go to the window below the pointer.
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('alt+3')

    def ask(self, *words):
        run = subprocess.run([CTL, '--json', '--as-of', DAY, '--office', str(self.office), *words],
                             check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('[', '{')) else None

    def named(self, name):
        return self.it.wait(lambda: next((node for node in self.it.walk()
                                          if node.get_name() == name), None), name)

    def show(self, person):
        """Beside the roster, by the search box."""
        self.it.key('ctrl+f')
        self.it.type(person['phone'])
        self.it.wait(lambda: any(person['name'] in (node.get_name() or '')
                                 for node in self.it.walk()), person['name'])
        self.it.key('Down', 'Return')
        self.it.find('label', 'Posts')

    def test_transfer_by_keys(self):
        police = self.ask('roster', '--role', 'department_police')[0]
        held = {r['grid_code'] for r in self.ask('roster', '--text', police['phone'])}
        grid = next(r for r in self.ask('roster', '--role', 'full_time_member')
                    if r['grid_code'] not in held)
        self.show(police)
        self.it.click_at(*self.it.place(self.named('More for this post')))
        self.it.find('menu item', 'Transfer…')
        self.it.key('Return')
        self.it.find_window('Transfer')
        self.it.type(grid['grid_code'])
        self.it.find('label', grid['grid'])
        self.it.key('Return', 'ctrl+Return')
        self.it.window_gone('Transfer')
        rows = [r for r in self.ask('roster', '--text', police['phone'])]
        self.assertIn(grid['grid_code'], {r['grid_code'] for r in rows})
        self.assertEqual(len(rows), len(held))
        self.it.key('ctrl+z')
        self.it.wait(lambda: {r['grid_code'] for r in
                              self.ask('roster', '--text', police['phone'])} == held, 'the undo')
        self.assertEqual(self.it.said(), '')

    def test_lists(self):
        self.it.key('ctrl+shift+l')
        self.it.find_window('Who Looks after How Much, ' + DAY)
        self.it.key('Escape')
        self.it.window_gone('Who Looks after How Much, ' + DAY)
        self.it.click_at(*self.it.place(self.named('More for the roster')))
        self.it.key('Up', 'Return')
        self.it.find_window('Roles')
        self.it.click_at(*self.it.place(self.it.find('push button', 'Add a Role…')))
        self.it.find_window('New Role')
        self.it.find('label', 'Name in English')
        self.it.type('Lawyer')
        self.it.key('ctrl+Return')
        self.it.window_gone('New Role')
        self.assertIn('Lawyer', {r['label'] for r in self.ask('roles')})
        self.it.key('Escape')
        self.assertEqual(self.it.said(), '')


if __name__ == '__main__':
    tap.main()
