#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The organisations' window: added, changed, ended and undone by keys and mouse, findings ended,
the chart walked."""

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
WINDOW = 'Organisations'


@unittest.skipIf(desk.why_not(), desk.why_not())
class OrganisationsWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ask('init', '--demo', '--residents', '2')
        self.open(DAY)

    def open(self, day):
        self.it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', day, size='1400x900')
        self.addCleanup(self.it.close)
        self.it.find('list item', 'Roster')
        # Without a window manager the keys go to the window below the pointer.
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('ctrl+shift+g')
        self.it.find_window(WINDOW)
        self.it.find('list item', 'Party groups')

    def ask(self, *words):
        run = subprocess.run([CTL, '--json', '--as-of', DAY, '--office', str(self.office), *words],
                             check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('[', '{')) else None

    def listed(self, *words):
        return self.ask('organisations', 'list', *words)

    def lines(self, name, kind):
        return [line for line in self.ask('organisations', 'show', name)['lines']
                if line['kind'] == kind]

    def named(self, name):
        return self.it.wait(lambda: next((node for node in self.it.walk()
                                          if node.get_name() == name), None), name)

    def said(self, *parts):
        """Waits until a label has all of @parts in it."""
        return self.it.wait(lambda: any(all(part in text for part in parts)
                                        for text in self.it.texts()), parts)

    def press(self, name):
        self.it.click_at(*self.it.place(self.named(name)))

    def has_cursor(self, node):
        return node.get_state_set().contains(self.it.atspi.StateType.FOCUSED)

    def search(self, words):
        self.it.key('ctrl+f', 'ctrl+a')
        self.it.type(words)

    def test_add_change_end_by_keys(self):
        self.it.choose('list item', 'Co-building organisations')
        self.it.key('ctrl+n')
        self.it.find_window('New Organisation')
        self.it.type('Lantern Library')
        self.it.key('ctrl+Return')
        self.it.window_gone('New Organisation')
        added = self.listed('--kind', 'co_building', '--text', 'Lantern')
        self.assertEqual([(o['name'], o['since']) for o in added], [('Lantern Library', DAY)])

        self.search('lantern')
        self.it.find('label', 'Lantern Library')
        self.it.key('ctrl+e')
        self.it.find_window('Change an Organisation')
        self.it.key('Tab', 'Tab', 'Tab')
        self.it.type('Reading for children')
        self.it.key('ctrl+Return')
        self.it.window_gone('Change an Organisation')
        self.said('Scope: Reading for children')

        # It is there already: a sentence says so, and nothing is written.
        self.it.key('ctrl+n')
        self.it.find_window('New Organisation')
        self.it.type('Lantern Library')
        self.it.key('ctrl+Return')
        self.said('Lantern Library', 'is in the office already')
        self.it.key('Escape')
        self.it.window_gone('New Organisation')

        self.it.key('ctrl+d')
        self.it.find_window('End an Organisation')
        self.it.type('Moved away')
        self.it.key('ctrl+Return')
        self.it.window_gone('End an Organisation')
        self.it.wait(lambda: self.ask('organisations', 'show', 'Lantern Library')['organisation']['until'] == DAY,
                     'its end')
        self.it.key('ctrl+z')
        self.it.wait(lambda: self.listed('--text', 'Lantern')[0]['until'] is None, 'the undo')
        self.assertEqual(self.it.said(), '')

    def test_lines(self):
        """A contact who is new, an offer, two grids, a deed; one is ended; bad input is told."""
        one = self.listed('--kind', 'co_building')[0]
        grids = self.ask('roster', '--role', 'full_time_member')
        mine = [g for g in grids if g['community_code'] == one['community_code']]
        other = next(g for g in grids if g['community_code'] != one['community_code'])
        known = {line['grid_id'] for line in self.lines(one['name'], 'grid')}
        self.search(one['phone'])
        self.it.find('label', one['name'])

        self.press('Add a contact')
        self.it.find_window('Add a Contact')
        self.it.key('Tab')
        self.it.type('Grace Green')
        self.it.key('Tab')
        self.it.type('13800000123')
        self.it.key('ctrl+Return')
        self.it.window_gone('Add a Contact')
        self.said('13800000123')
        self.assertIn('Grace Green', {c['title'] for c in self.lines(one['name'], 'contact')})

        # The same again is nobody new.
        self.press('Add a contact')
        self.it.find_window('Add a Contact')
        self.it.key('Tab')
        self.it.type('Grace Green')
        self.it.key('Tab')
        self.it.type('13800000123')
        self.it.key('ctrl+Return')
        self.said('Grace Green with the phone 13800000123 is in the office already')
        self.it.key('Escape')
        self.it.window_gone('Add a Contact')

        self.press('Add an offer')
        self.it.find_window('Add an Offer')
        self.it.key('ctrl+Return')
        self.said('Say what is offered.')
        self.it.type('Lecture hall')
        self.it.key('ctrl+Return')
        self.it.window_gone('Add an Offer')
        self.it.wait(lambda: 'Lecture hall' in
                     {r['title'] for r in self.lines(one['name'], 'resource')}, 'the offer')

        # A grid of another community is refused, in a sentence that names both.
        self.press('Add grids')
        self.it.find_window('Give Grids')
        self.it.type(other['grid_code'])
        self.it.find('label', other['grid'])
        self.it.key('Return', 'ctrl+Return')
        self.said(one['name'], other['grid'], 'Choose a grid of its own community')
        self.it.key('Escape')
        self.it.window_gone('Give Grids')

        free = [g for g in mine if g['grid_id'] not in known][:2]
        self.press('Add grids')
        self.it.find_window('Give Grids')
        for grid in free:
            self.it.type(grid['grid_code'])
            self.it.find('label', grid['grid'])
            self.it.key('Return')
        self.it.key('ctrl+Return')
        self.it.window_gone('Give Grids')
        self.it.wait(lambda: {g['grid_id'] for g in free} <=
                     {line['grid_id'] for line in self.lines(one['name'], 'grid')}, 'two grids')
        self.it.key('ctrl+z')
        self.it.wait(lambda: {line['grid_id'] for line in self.lines(one['name'], 'grid')} == known,
                     'the undo of both')

        self.press('End this contact: Grace Green')
        self.it.find_window('End It')
        self.it.key('ctrl+a')
        self.it.type('2026-11-19')
        self.it.key('ctrl+Return')
        self.said('The last day, 2026-11-19, comes before')
        self.it.key('ctrl+a')
        self.it.type(DAY)
        self.it.key('ctrl+Return')
        self.it.window_gone('End It')
        self.assertEqual([c['until'] for c in self.lines(one['name'], 'contact')
                          if c['title'] == 'Grace Green'], [DAY])
        self.assertEqual(self.it.said(), '')

    def test_coverage(self):
        """A grid without a party organisation is told and gets one; a branch gets its secretary."""
        group = self.listed('--kind', 'group')[0]
        branch = next(g for g in self.ask('organisations', 'coverage')
                      if g['subject'] == 'branch')['name']
        grid = self.lines(group['name'], 'grid')[0]
        for owner in self.listed('--kind', 'branch') + self.listed('--kind', 'group'):
            for line in self.lines(owner['name'], 'grid'):
                if line['grid_id'] == grid['grid_id']:
                    self.ask('organisations', 'end', owner['name'], '--line', f'grid:{line["id"]}',
                             '--until', '2026-11-18')
        self.it.key('alt+2')
        self.said('1 grid has no party organisation.')
        self.press('Assign One…: ' + grid['title'])
        self.it.find_window('Whose Grid It Is')
        self.it.key('ctrl+Return')
        self.it.window_gone('Whose Grid It Is')
        self.said('Every grid has a party organisation.')
        self.assertNotIn('grid-without-party',
                         {g['gap'] for g in self.ask('organisations', 'coverage')})

        self.press('Name the Head…: ' + branch)
        self.it.find_window('Add a Member')
        self.it.key('Tab')
        self.it.type('Grace Green')
        self.it.key('ctrl+Return')
        self.it.window_gone('Add a Member')
        self.it.wait(lambda: not [g for g in self.ask('organisations', 'coverage')
                                  if g['name'] == branch], 'the secretary')
        self.assertEqual(self.lines(branch, 'member')[0]['code'], 'secretary')
        self.assertEqual(self.it.said(), '')

    def test_chart(self):
        """Walked by keys and mouse; a box leads to who holds the post, a vacancy to filling it."""
        gone, member = self.ask('roster', '--role', 'full_time_member')[:2]
        self.ask('stand-down', '--person', gone['phone'], '--role', 'full_time_member')
        self.it.key('alt+3')
        chart = self.named('Organisation chart')
        self.it.key('Home', 'Down', 'Down', 'Left', 'Left', 'Left', 'Left')
        self.it.key('Down')
        self.said(gone['grid'], 'Full-time grid member: vacant', 'Party group leader')
        before = chart.get_component_iface().get_extents(self.it.atspi.CoordType.WINDOW).height
        self.it.key('plus')
        self.said('120 %')
        self.it.wait(lambda: chart.get_component_iface().get_extents(
            self.it.atspi.CoordType.WINDOW).height > before, 'a bigger chart')
        self.it.key('0')
        self.said('100 %')
        self.it.key('Return')
        self.it.find_window('Appoint')
        self.it.key('Escape')
        self.it.window_gone('Appoint')

        # What the mouse hits is told: the office is at the top, in the middle.
        box = chart.get_component_iface().get_extents(self.it.atspi.CoordType.WINDOW)
        self.it.click_at(box.x + box.width // 2, box.y + 35)
        self.said('锦宁街道', 'people', 'households')
        self.it.key('Down', 'Down', 'Left', 'Left', 'Left', 'Down', 'Down')
        self.said(member['grid'], member['name'])
        self.press('Show ' + member['name'])
        self.it.find('label', 'Posts')
        self.said(member['phone'])
        self.assertEqual(self.it.said(), '')

    def test_day_and_print(self):
        """What ended is listed when asked for; the paper is that of the view."""
        one = self.listed('--kind', 'co_building')[0]
        self.ask('organisations', 'end', one['name'], '--until', '2026-11-10')
        self.search(one['phone'])
        self.said('No organisation is like that')
        self.press('More for organisations')
        first = self.it.wait(lambda: next(filter(self.has_cursor, self.it.look('menu item')), None),
                             'the menu')
        self.it.key('Up')
        self.it.wait(lambda: not self.has_cursor(first), 'the last item')
        self.it.key('Return')
        self.said('Until: 2026-11-10')
        self.it.key('ctrl+p')
        window = self.it.find_window('Print')
        self.it.find('label', 'Organisations', window)
        self.it.find('label', 'Phone numbers', window)
        self.it.key('Escape')
        self.it.window_gone('Print')
        self.it.key('alt+3', 'ctrl+p')
        window = self.it.find_window('Print')
        self.it.find('label', 'Organisation chart', window)
        self.it.wait(lambda: not self.it.look('label', 'Phone numbers', window),
                     'the paper that names nobody’s phone')
        self.assertEqual(self.it.said(), '')
        self.it.close()

        # On a day before, it is there without being asked for.
        self.open('2026-11-05')
        self.search(one['phone'])
        self.said('Until: 2026-11-10')
        self.assertEqual(self.it.said(), '')


if __name__ == '__main__':
    tap.main()
