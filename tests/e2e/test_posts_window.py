#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posts as a clerk changes them: a transfer by keys, a leave by mouse, roles, load and histories."""

import base64
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
# One grey point.
PICTURE = ('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg'
           '==')


@unittest.skipIf(desk.why_not(), desk.why_not())
class PostsWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ask('init', '--demo', '--residents', '2')
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

    def test_papers(self):
        """Attached by a file's name, looked at, taken away and back by a key."""
        leader = self.ask('roster', '--role', 'building_leader')[0]
        words = ['papers', '--person', leader['phone'], '--role', 'building_leader']
        picture = self.folder / 'decision.png'
        picture.write_bytes(base64.b64decode(PICTURE))
        self.show(leader)
        self.it.click_at(*self.it.place(self.named('More for this post')))
        self.it.find('menu item', 'Papers…')
        self.it.key('Down', 'Down', 'Return')
        self.it.find_window('Papers of a Post')
        self.it.find('label', 'No paper is kept with this post yet.')
        self.it.key('Return')  # the button has the cursor
        self.it.find_window('Choose Papers')
        self.it.type_path(picture)
        self.it.key('Return')
        self.it.window_gone('Choose Papers')
        # A picture is kept without what a camera writes into it, and so is one of our own making.
        self.it.find('label', 'decision.jpg')
        self.assertEqual([p['name'] for p in self.ask(*words)], ['decision.jpg'])
        self.it.click_at(*self.it.place(self.it.find('label', 'decision.jpg')))
        self.it.find_window('decision.jpg')
        self.it.key('Escape')
        self.it.window_gone('decision.jpg')
        self.it.click('push button', 'Remove')
        self.it.wait(lambda: self.ask(*words) == [], 'the paper to go')
        self.it.key('Escape')
        self.it.window_gone('Papers of a Post')
        self.it.key('ctrl+z')
        self.it.wait(lambda: self.ask(*words), 'the undo')
        self.assertEqual(self.it.said(), '')

    def test_hand_over_by_keys(self):
        """Who goes on is chosen by phone, and gets the issues as well; the rule's nominator is there."""
        member = self.ask('roster', '--role', 'full_time_member')[0]
        chief = next(r for r in self.ask('roster', '--role', 'chief_grid_leader')
                     if r['community_code'] == member['community_code'])
        other = self.ask('roster', '--role', 'gas_patrol_member')[0]
        self.show(member)
        self.it.click_at(*self.it.place(self.named('Stand down…')))
        self.it.find_window('Stand Down')
        self.it.key('Tab')
        self.it.type('Retired')
        self.it.key('Tab')
        self.it.type(other['phone'])
        self.it.find('label', other['name'])
        self.it.key('Return')
        self.it.wait(lambda: any('→ Full-time grid member ' + other['name'] in text and
                                 'Nominated by ' + chief['name'] in text for text in self.it.texts()),
                     'the chain')
        self.it.key('ctrl+Return')
        self.it.window_gone('Stand Down')
        now = next(r for r in self.ask('roster', '--role', 'full_time_member')
                   if r['grid_code'] == member['grid_code'])
        self.assertEqual((now['person_id'], now['since']), (other['person_id'], DAY))
        post = next(p for p in self.ask('roster', '--history', other['phone'])
                    if p['role_code'] == 'full_time_member')
        self.assertEqual((post['nominated_by'], post['reason']), (chief['name'], 'Retired'))
        load = {(r['person_id'], r['role_code']): r['open_issues'] for r in self.ask('load')}
        self.assertEqual(load.get((member['person_id'], 'full_time_member'), 0), 0)
        self.it.key('ctrl+z')
        self.it.wait(lambda: member['person_id'] in {
            r['person_id'] for r in self.ask('roster', '--role', 'full_time_member')}, 'the undo')
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
