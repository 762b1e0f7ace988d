#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board as a clerk uses it: an issue is filed, moved by keys, dragged, refused and undone."""

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
class Board(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        office = self.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)
        self.it = desk.Desk(GRIDGOV, '--office', office, '--as-of', DAY, size='1500x900')
        self.addCleanup(self.it.close)
        self.it.find('list item', 'Issues')
        self.it.key('alt+4')
        # Few cards are looked through sooner than many.
        self.it.click_at(*self.it.place(self.it.find('entry', 'Words in the issue')))
        self.it.type('Drilling')
        self.it.find('label', 'Nothing Found')

    def file_issue(self):
        """Files an issue in one of the grids; its card has the focus then."""
        # Without a window manager the keys go to the window below the pointer.
        self.it.xdotool('mousemove', 800, 60)
        self.it.key('ctrl+i')
        self.it.find('entry', 'Type')
        self.it.type('noise')
        self.it.find('label', 'Over noise')
        self.it.key('Return')
        # The place is next; a grid is found by its number.
        self.it.type('150203005001002')
        self.it.find('list item', top=self.it.find('list', 'What is found'))
        self.it.key('Return')
        self.it.find('label', '网格 · ')
        self.it.key('Tab')
        self.it.type('Drilling on Sunday')
        self.it.key('ctrl+Return')
        self.it.find('list item', 'Drilling on Sunday, Filed')

    def test_file_by_mouse(self):
        """Nothing but clicks: the type used last, a place on the map, and done."""
        def click(role, name=None, top=None):
            self.it.click_at(*self.it.place(self.it.find(role, name, top=top)))

        click('push button', 'New Issue')
        click('entry', 'Type')
        click('list item', top=self.it.find('list', 'What is found'))
        self.it.find('label', 'if dispatched now')
        # As soon as the map is there.
        self.it.wait(lambda: click('panel', 'Where it is') or
                     self.it.look_first('label', '网格 · '), 'the grid of the place')
        click('push button', 'File')
        self.it.find_toast('is filed')
        self.assertEqual(self.it.said(), '')

    def test_file_move_undo(self):
        self.file_issue()

        # The new issue is the chosen one; the keys go on with it.
        self.it.key('ctrl+Right')
        self.it.find('list item', 'Drilling on Sunday, Dispatched')
        self.it.key('ctrl+Right')
        self.it.find('list item', 'Drilling on Sunday, In hand')
        self.it.key('ctrl+z')
        self.it.find('list item', 'Drilling on Sunday, Dispatched')

        # Back without a reason is not possible: it is asked for, and then given.
        self.it.key('ctrl+Left')
        self.it.find('label', 'Reason')
        self.it.type('Not ours')
        self.it.key('Return')
        self.it.find('list item', 'Drilling on Sunday, Filed')
        self.assertEqual(self.it.said(), '')

    def test_drag(self):
        self.file_issue()
        card = self.it.find('list item', 'Drilling on Sunday, Filed')
        column = self.it.find('list', 'Dispatched')

        # Nobody is sent yet, so that nobody can be at it.
        self.it.drag(self.it.place(card), self.it.place(self.it.find('list', 'In hand')))
        self.it.find_toast('No single step leads from “Filed” to “In hand”.')
        self.it.drag(self.it.place(card), self.it.place(column))
        self.it.find('list item', 'Drilling on Sunday, Dispatched')
        self.assertEqual(self.it.said(), '')


if __name__ == '__main__':
    tap.main()
