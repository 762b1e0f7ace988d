#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is drawn free by hand, and what limits it: lasso, freehand borders, which buildings are
painted, what a point snaps to; with the mouse and with keys alone.
"""

import math
import os
import sys
import time

import ground
import tap
from ground import Keys, Mouse

# The menus' lines, from the first, which has the keyboard when a menu opens.
SHAPES = {'click': 0, 'rectangle': 1, 'lasso': 2}
SOURCES = {'all': 3, 'unassigned': 4, 'one grid': 5}
SNAPS = {'vertices': 0, 'borders': 1, 'streets': 2, 'buildings': 3}


class DrawShapes(ground.DrawTest):
    program, ctl_program = sys.argv[1:3]
    shots = os.environ.get('GRIDGOV_SCREENSHOTS')

    def mouse(self, it):
        it.click_at(self.view.x + 20, self.view.y + self.view.height - 90)
        return Mouse(it, self.view)

    def open_menu(self, it, hand, name, letter):
        """By its button, or by the letter that is underlined in it."""
        if isinstance(hand, Mouse):
            it.click_at(*it.place(it.find('label', name)))
        else:
            it.key('alt+' + letter)
        it.find('menu item')

    def pick(self, it, hand, menu, line, below=None):
        """Chooses a line of a menu; of one that opens a menu, the line @below."""
        self.open_menu(it, hand, *menu)
        it.key(*['Down'] * line, 'Return')
        if below is not None:
            time.sleep(0.5)  # the other menu slides in
            it.key(*['Down'] * below, 'Return')
        it.gone('menu item', '')
        it.wait(lambda: self.has_focus(it), 'the keyboard at the map')
        if isinstance(hand, Mouse):
            self.mouse(it)  # the press after a menu that keys have closed may be lost

    @staticmethod
    def has_focus(it):
        states = it.find('panel', 'Map of grids and buildings').get_state_set()
        return states.contains(it.atspi.StateType.FOCUSED)

    def brush(self, it, hand, line, below=None):
        self.pick(it, hand, ('Brush', 's'), line, below)

    def snap(self, it, hand, *lines):
        for line in lines:
            self.pick(it, hand, ('Snap', 'n'), SNAPS[line])

    def take_paint(self, it, home):
        """The brush, and the grid of a building. What was begun is given up, then the tool, then
        the grid."""
        it.key('Escape', 'Escape', 'Escape', 'p')
        self.take_grid(it, home)

    def ring(self, home, far=9):
        """Six places round the middle of a building."""
        x, y = self.at_home(home)
        return [(x + far * math.cos(i * math.pi / 3), y + far * math.sin(i * math.pi / 3))
                for i in range(6)]

    def lasso(self, it, hand, home, near):
        self.take_paint(it, near)
        hand.trace(self.ring(home))

    def attempt_whole(self, it, tries, draw, what):
        """As attempt(), and undone again."""
        before = self.ground.state()
        chosen = self.attempt(it, tries, draw, what)
        after = self.ground
        self.ctl('check')
        it.key('ctrl+z')
        self.assertTrue(self.changes(20), 'nothing was undone')
        self.assertEqual(self.ground.state(), before)
        time.sleep(0.5)  # the window hears of it a little later
        return chosen, after

    def use_lasso(self, it, hand):
        it.key('p')
        self.brush(it, hand, SHAPES['lasso'])
        (home, near), after = self.attempt_whole(
            it, self.neighbours(), lambda pair: self.lasso(it, hand, *pair), 'lasso')
        self.assertEqual(after.grid_of[home], after.grid_of[near])

    # Which buildings are painted ----------------------------------------------------------------

    def use_sources(self, it, hand):
        """What can be painted while all are, is not while others are, and is again while its own
        grid's are."""
        self.brush(it, hand, SHAPES['rectangle'])
        (home, near), _ = self.attempt_whole(
            it, self.neighbours(), lambda pair: self.lasso_box(it, hand, *pair), 'source-all')
        numbers = sorted(set(self.ground.grid_of.values()))

        for source, below in (('unassigned', None),
                              ('one grid', 1 + numbers.index(self.ground.grid_of[near]))):
            self.brush(it, hand, SOURCES[source], below)
            self.lasso_box(it, hand, home, near)
            it.find('label', 'No building there would change its grid')
            self.assertFalse(self.changes(1), source)

        self.brush(it, hand, SOURCES['one grid'], 1 + numbers.index(self.ground.grid_of[home]))
        self.lasso_box(it, hand, home, near)
        self.assertTrue(self.changes(20), 'the grid\'s own building was not painted')
        self.assertEqual(self.ground.grid_of[home], self.ground.grid_of[near])

    def lasso_box(self, it, hand, home, near):
        x, y = self.at_home(home)
        self.take_paint(it, near)
        hand.sweep((x - 9, y - 9), (x + 9, y + 9))

    def use_unassigned(self, it, hand):
        """The second grid of a draft from nothing: what is in the first stays there."""
        first, second = self.pair_from_nothing()
        it.key('n')
        it.find('label', 'draw round the first buildings')
        hand.click(self.at_home(first))
        self.assertTrue(self.changes(10), 'no first grid was begun')
        self.assertEqual(self.ground.grid_of[first], 1)
        self.brush(it, hand, SOURCES['unassigned'])
        self.brush(it, hand, SHAPES['rectangle'])
        it.key('Escape', 'n')
        xs, ys = zip(self.at_home(first), self.at_home(second))
        hand.sweep((min(xs) - 25, min(ys) - 25), (max(xs) + 25, max(ys) + 25))
        self.assertTrue(self.changes(20), 'nothing came into the second grid')
        self.assertEqual((self.ground.grid_of[first], self.ground.grid_of[second]), (1, 2))

    def pair_from_nothing(self):
        """Two buildings beside each other. The second is at the community's western border: no
        grid may surround another."""
        homes = [home for home in self.ground.grid_of if self.is_free(self.at_home(home))]
        second = min(homes, key=lambda home: self.at_home(home)[0])
        homes.remove(second)
        return min(homes, key=lambda home: math.dist(self.at_home(home),
                                                     self.at_home(second))), second

    # What is drawn freehand ---------------------------------------------------------------------

    def freehand(self, it, hand, line):
        grid, places = line
        it.key('Escape', 'Escape', 'r')
        hand.click(self.spot(grid))
        hand.trace(places)

    def use_freehand(self, it, hand):
        """A border drawn in one go: what comes of it has few vertices, and is undone at once."""
        n = sum(len(line) for _, _, line in self.ground.inner())
        _, after = self.attempt_whole(it, self.lines(),
                                      lambda line: self.freehand(it, hand, line), 'freehand')
        self.assertLess(sum(len(line) for _, _, line in after.inner()), n + 8)
        it.key('Escape', 'Escape', 'c')
        self.attempt_whole(it, self.cuts(), lambda cut: hand.trace(cut), 'freehand-split')

    def cuts(self):
        """Splitting lines that begin and end on the borders of their grids."""
        for grid, (start, end) in self.splits():
            hits = [self.meet(start, end, self.view.at(a), self.view.at(b))
                    for left, right, line in self.ground.arcs if grid in (left, right)
                    for a, b in zip(line, line[1:])]
            ends = sorted(hit for hit in hits if hit)
            if len(ends) == 2:
                yield ends

    @staticmethod
    def meet(a, b, c, d):
        """Where two straight lines cross, or None."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
        turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
        if turn == 0:
            return None
        t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
        u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
        return (ax + t * (bx - ax), ay + t * (by - ay)) if 0 <= t <= 1 and 0 <= u <= 1 else None

    # What is wrong is said at once --------------------------------------------------------------

    def say_at_once(self, it, hand):
        """A line that has not come to its end yet runs over a building."""
        start, end = next(self.cuts())
        home = min(self.ground.grid_of, key=lambda home: math.dist(self.at_home(home), start))
        it.key('Escape', 'Escape', 'c')
        hand.click(start)
        hand.move(self.at_home(home))
        it.find('label', 'The border would cut')
        self.shoot(it, 'at-once')
        it.key('Escape')
        it.find('label', 'Click a line across')
        self.assertFalse(self.changes(1))

    # What a point snaps to ----------------------------------------------------------------------

    def walls(self):
        """Vertices of borders, and where to move them: some pixels before the nearest corner of a
        building, which is at the third place."""
        corners = [self.view.at(place) for shape in self.ground.shapes.values() for place in shape]
        for _, _, line in self.ground.inner():
            for place in line[1:-1]:
                at = self.view.at(place)
                corner = min(corners, key=lambda c: math.dist(c, at))
                far = math.dist(corner, at)
                if self.is_free(at) and 14 < far < 60:
                    yield at, [c + (a - c) * 6 / far for a, c in zip(at, corner)], corner

    def placed(self, before, after):
        """Where the vertex is that was not there before."""
        known = {place for _, _, line in before.inner() for place in line}
        return next(self.view.at(place) for _, _, line in after.inner() for place in line
                    if place not in known)

    def use_snaps(self, it, hand):
        """A vertex goes to a corner that it is put near, and stays where it is put once nothing is
        to be snapped to."""
        self.snap(it, hand, 'vertices', 'borders', 'streets', 'buildings')
        it.key('Escape', 'Escape', 'v')
        (start, end, corner), after = self.attempt_whole(
            it, self.walls(), lambda wall: hand.drag(*wall[:2]), 'snap')
        self.assertLess(math.dist(self.placed(self.ground, after), corner), 1)

        self.snap(it, hand, 'buildings')
        before = self.ground
        hand.drag(start, end)
        self.assertTrue(self.changes(20), 'the vertex was not moved')
        self.assertLess(math.dist(self.placed(before, self.ground), end), 2.5)

    # By one hand and the other --------------------------------------------------------------------

    def test_keys(self):
        it = self.open_draft()
        hand = Keys(it, self.view)
        self.use_lasso(it, hand)
        self.say_at_once(it, hand)
        self.use_snaps(it, hand)
        it.key('ctrl+z')
        self.assertTrue(self.changes(20), 'nothing was undone')
        time.sleep(0.5)  # the window hears of it a little later
        self.use_sources(it, hand)
        self.assertEqual(it.said(), '')

    def test_mouse(self):
        it = self.open_draft()
        hand = self.mouse(it)
        self.use_lasso(it, hand)
        self.say_at_once(it, hand)
        self.use_freehand(it, hand)
        self.use_sources(it, hand)
        self.assertEqual(it.said(), '')

    def test_unassigned(self):
        it = self.open_draft('from Nothing', 'begin a new grid')
        self.use_unassigned(it, self.mouse(it))
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
