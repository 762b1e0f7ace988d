#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each drawing tool as somebody at a desk uses it: once with the mouse, once with keys alone.

What the tools should do is worked out on the ground as the office's file has it; whether they did is
seen there, too, and by gridgovctl. All is undone in the end, to the last byte.
"""

import os
import sys
import time

import ground
import tap
from ground import Keys, Mouse


class Draw(ground.DrawTest):
    program, ctl_program = sys.argv[1:3]
    shots = os.environ.get('GRIDGOV_SCREENSHOTS')

    def use_all(self, it, hand):
        before = self.ground.state()
        it.key('v')
        self.attempt(it, self.vertices(), lambda pair: hand.drag(*pair), 'vertex')
        known = {place for _, _, line in self.ground.inner() for place in line}
        self.attempt(it, self.insertions(), lambda pair: hand.drag(*pair), 'insert')
        placed = next(place for _, _, line in self.ground.inner() for place in line
                      if place not in known)
        hand.move(self.view.at(placed))
        it.key('Delete')
        self.assertTrue(self.changes(), 'a vertex was not deleted')

        it.key('c')
        grid, _ = self.attempt(it, self.splits(), lambda split: self.draw_line(it, hand, split[1]),
                               'split')
        new = max(self.ground.grid_of.values())
        it.key('g')
        hand.click(self.spot(grid))
        hand.click(self.spot(new))
        self.shoot(it, 'merge')
        it.key('Return')
        self.assertTrue(self.changes(), 'the halves were not merged')

        it.key('r')
        self.attempt(it, self.lines(), lambda line: self.reshape(it, hand, line), 'reshape')

        it.key('w')
        self.attempt(it, self.neighbours(), lambda pair: self.swap(it, hand, pair), 'swap')

        it.key('p')
        self.attempt(it, self.neighbours(), lambda pair: self.paint(it, hand, pair), 'paint')
        it.key('l')
        self.assertTrue(self.changes(), 'the grid was not locked')
        self.assertEqual(self.ground.locked, 1)
        it.find('label', 'is locked')

        self.ctl('plan', 'validate', str(self.ground.plan))
        self.ctl('check')
        for _ in range(9):
            it.key('ctrl+z')
            self.assertTrue(self.changes(10), 'nothing was undone')
            time.sleep(0.5)  # the window hears of it a little later
        self.assertEqual(self.ground.state(), before)
        it.key('ctrl+shift+z')
        self.assertTrue(self.changes(10), 'nothing was done again')
        self.ctl('check')
        self.assertEqual(it.said(), '')

    def reshape(self, it, hand, line):
        """Escape puts the tool away, and again what is chosen: the first click chooses."""
        grid, places = line
        it.key('Escape', 'Escape', 'r')
        hand.click(self.spot(grid))
        self.draw_line(it, hand, places)

    def swap(self, it, hand, pair):
        it.key('w')
        hand.click(self.at_home(pair[0]))
        hand.click(self.at_home(pair[1]))
        it.key('Return')

    def frame(self, it, hand, pair):
        """A rectangle round the middle of a building."""
        x, y = self.at_home(pair[0])
        it.key('Escape', 'Escape', 'p')
        self.take_grid(it, pair[1])
        hand.drag((x - 9, y - 9), (x + 9, y + 9))

    def paint(self, it, hand, pair):
        it.key('Escape', 'Escape', 'p')
        self.take_grid(it, pair[1])
        hand.click(self.at_home(pair[0]))

    def test_keys(self):
        it = self.open_draft()
        self.use_all(it, Keys(it, self.view))

    def test_mouse(self):
        it = self.open_draft()
        it.click_at(self.view.x + 20, self.view.y + self.view.height - 90)
        self.use_all(it, Mouse(it, self.view))

    def test_shapes(self):
        """A rectangle, with buildings of one grid only; what is not valid says why at once."""
        it = self.open_draft()
        hand = Mouse(it, self.view)
        it.click_at(self.view.x + 20, self.view.y + self.view.height - 90)
        it.key('p', 'p')
        home, near = self.attempt(it, self.neighbours(),
                                  lambda pair: self.frame(it, hand, pair), 'rectangle')
        self.assertEqual(self.ground.grid_of[home], self.ground.grid_of[near])
        it.find('label', 'Drag a rectangle')
        self.ctl('check')

        it.key('c')
        hand.click(self.at_home(home))
        hand.click(self.at_home(near))
        it.key('Return')
        it.find('label', 'The line has to begin and end on')
        self.shoot(it, 'wrong')
        it.key('Escape')
        it.find('label', 'Click a line across')
        it.key('Escape')
        it.find('label', 'Click a grid or a building')
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
