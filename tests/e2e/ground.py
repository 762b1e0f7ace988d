# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing a draft at a desk: what is on the ground as the office's file has it, where that is on
the screen, and the hands that draw there: the mouse, or keys alone.
"""

import math
import pathlib
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import time
import unittest

import desk

DAY = '2026-03-02'
COARSE, FINE = 16, 2  # pixels the cross goes by a key, and with Shift


def read_wkb(data):
    """The points of a line, or of a polygon's first ring."""
    order = '<' if data[0] else '>'
    kind, = struct.unpack(order + 'I', data[1:5])
    if kind == 6:
        return read_wkb(data[9:])
    at = {2: 5, 3: 9}[kind]
    n, = struct.unpack(order + 'I', data[at:at + 4])
    flat = struct.unpack(f'{order}{2 * n}d', data[at + 4:at + 4 + 16 * n])
    return list(zip(flat[::2], flat[1::2]))


def middle(points):
    return tuple(sum(c) / len(points) for c in zip(*points))


class Ground:
    """A draft as it is in the office's file."""

    def __init__(self, office):
        with sqlite3.connect(f'file:{office}?mode=ro', uri=True) as db:
            self.plan, community = db.execute("SELECT id, community_id FROM plan "
                                              "WHERE state = 'draft'").fetchone()
            self.rows = db.execute('SELECT number, left_number, right_number, line FROM draft_arc '
                                   'WHERE plan_id = ? ORDER BY number', [self.plan]).fetchall()
            self.locked = db.execute('SELECT count(*) FROM draft_grid WHERE locked').fetchone()[0]
            homes = db.execute('SELECT d.building_id, d.grid_number, b.footprint '
                               'FROM draft_building d JOIN building b ON b.id = d.building_id '
                               'WHERE d.plan_id = ? ORDER BY d.building_id', [self.plan]).fetchall()
            border = db.execute('SELECT border FROM community WHERE id = ?',
                                [community]).fetchone()[0]
        self.arcs = [(left or 0, right or 0, read_wkb(line)) for _, left, right, line in self.rows]
        self.grid_of = {home: grid for home, grid, _ in homes}
        self.shapes = {home: read_wkb(footprint) for home, _, footprint in homes}
        self.border = read_wkb(border)

    def state(self):
        """All that the tools change, whatever the numbers of arcs."""
        return (sorted((left or 0, right or 0, line) for _, left, right, line in self.rows),
                self.grid_of, self.locked)

    def inner(self):
        return [arc for arc in self.arcs if arc[0] and arc[1]]


class View:
    """Where places are on the screen while a map shows a community as a whole."""

    def __init__(self, it, ground):
        box = it.find('panel', 'Map of grids and buildings').get_component_iface().get_extents(
            it.atspi.CoordType.WINDOW)
        self.x, self.y = box.x + desk.GUTTER, box.y + desk.GUTTER
        self.width, self.height = box.width, box.height
        xs, ys = zip(*map(self.mercator, ground.border))
        zoom = min(math.log2((box.width - 72) / (max(xs) - min(xs))),
                   math.log2((box.height - 72) / (max(ys) - min(ys)))) - 8
        self.world = 256 * 2 ** min(zoom, 18)
        self.left = (min(xs) + max(xs)) / 2 * self.world - box.width / 2
        self.top = (min(ys) + max(ys)) / 2 * self.world - box.height / 2

    @staticmethod
    def mercator(place):
        return ((place[0] + 180) / 360,
                0.5 - math.asinh(math.tan(math.radians(place[1]))) / (2 * math.pi))

    def at(self, place):
        """Pixels of the map."""
        x, y = self.mercator(place)
        return x * self.world - self.left, y * self.world - self.top


class Mouse:
    def __init__(self, it, view):
        self.it, self.view = it, view

    def move(self, at):
        self.it.xdotool('mousemove', round(self.view.x + at[0]), round(self.view.y + at[1]))

    def click(self, at):
        self.move(at)
        self.it.xdotool('click', 1)

    def drag(self, start, end):
        self.move(start)
        self.it.xdotool('mousedown', 1)
        for i in range(1, 5):
            self.move([a + (b - a) * i / 4 for a, b in zip(start, end)])
        self.it.xdotool('mouseup', 1)

    def sweep(self, corner, opposite):
        self.drag(corner, opposite)

    def trace(self, places):
        """One line through all of them, with the button held."""
        self.move(places[0])
        self.it.xdotool('mousedown', 1)
        for start, end in zip(places, places[1:]):
            for i in range(1, 5):
                self.move([a + (b - a) * i / 4 for a, b in zip(start, end)])
        self.it.xdotool('mouseup', 1)


class Keys:
    """The cross begins in the middle of the map, and is moved by the arrows."""

    def __init__(self, it, view):
        self.it, self.view = it, view
        self.cross = [view.width / 2, view.height / 2]

    def move(self, at):
        keys = []
        for axis, names in ((0, ('Left', 'Right')), (1, ('Up', 'Down'))):
            for step, prefix in ((COARSE, ''), (FINE, 'shift+')):
                n = int(abs(at[axis] - self.cross[axis]) / step + (0.5 if step == FINE else 0))
                sign = 1 if at[axis] > self.cross[axis] else -1
                keys += [prefix + names[sign > 0]] * n
                self.cross[axis] += sign * n * step
        if keys:
            self.it.xdotool('key', '--delay', 8, *keys)

    def click(self, at):
        self.move(at)
        self.it.xdotool('key', 'space')

    def drag(self, start, end):
        self.click(start)
        self.click(end)

    def sweep(self, corner, opposite):
        self.drag(corner, opposite)

    def trace(self, places):
        for place in places:
            self.click(place)
        self.it.key('Return')


@unittest.skipIf(desk.why_not(), desk.why_not())
class DrawTest(unittest.TestCase):
    """A window in which a draft is drawn."""

    program = ctl_program = shots = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')

    def ctl(self, *words):
        done = subprocess.run([self.ctl_program, '--office', str(self.office), '--as-of', DAY, *words],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def open_draft(self, kind='from the Plan in Force', hint='Click a grid or a building'):
        it = desk.Desk(self.program, '--office', self.office, '--as-of', DAY, size='1600x1000')
        self.addCleanup(it.close)
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        it.key('ctrl+e')
        it.click('push button', kind)
        it.find('label', hint, seconds=20)
        time.sleep(1)  # the map goes to the community
        self.ground = Ground(self.office)
        self.view = View(it, self.ground)
        return it

    def shoot(self, it, name):
        if self.shots:
            it.screenshot(pathlib.Path(self.shots) / f'draw-{name}.png')

    def changes(self, seconds=5):
        """Waits until the draft is another; whether it is."""
        before, end = self.ground.state(), time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.1)
            now = Ground(self.office)
            if now.state() != before:
                self.ground = now
                return True
        return False

    def attempt(self, it, tries, draw, what):
        """Draws with one after another of @tries until the draft takes one."""
        for n, chosen in enumerate(tries):
            if n == 12:
                break
            draw(chosen)
            if self.changes():
                self.shoot(it, what)
                return chosen
            it.key('Escape')
        raise AssertionError(f'{what}: nothing could be drawn; the program said: {it.said()}')

    # What could be drawn, likely things first ---------------------------------------------------

    def is_free(self, at, far=20):
        """Whether no vertex is near, and the place is well in view."""
        return (all(math.dist(at, self.view.at(place)) > far
                    for _, _, line in self.ground.inner() for place in line
                    if math.dist(at, self.view.at(place)) > 0.5) and
                60 < at[0] < self.view.width - 70 and 70 < at[1] < self.view.height - 60)

    def vertices(self):
        for _, _, line in self.ground.inner():
            for place in line[1:-1]:
                at = self.view.at(place)
                if self.is_free(at):
                    for dx, dy in ((6, 0), (-6, 0), (0, 6), (0, -6)):
                        yield at, (at[0] + dx, at[1] + dy)

    def stretches(self, least=90):
        """Long straight pieces of border."""
        for left, right, line in self.ground.inner():
            for a, b in zip(line, line[1:]):
                start, end = self.view.at(a), self.view.at(b)
                if math.dist(start, end) >= least:
                    yield left, right, start, end

    def insertions(self):
        for _, _, a, b in self.stretches():
            at = middle((a, b))
            across = [(b[1] - a[1]) / math.dist(a, b), (a[0] - b[0]) / math.dist(a, b)]
            if self.is_free(at):
                for side in (6, -6):
                    yield at, (at[0] + side * across[0], at[1] + side * across[1])

    def lines(self):
        """New borders that bulge a little beside old ones."""
        for left, _, a, b in self.stretches(120):
            across = [(b[1] - a[1]) / math.dist(a, b), (a[0] - b[0]) / math.dist(a, b)]
            for side in (12, -12):  # farther than a point snaps
                place = [[p + (q - p) * t for p, q in zip(a, b)] for t in (0.2, 0.4, 0.6, 0.8)]
                for i in (1, 2):
                    place[i] = [c + side * d for c, d in zip(place[i], across)]
                yield left, place

    def spot(self, grid):
        """Somewhere in a grid: one of its buildings."""
        return min((self.at_home(home) for home, number in self.ground.grid_of.items()
                    if number == grid), key=lambda at: math.dist(at, self.centre(grid)))

    def centre(self, grid):
        return middle([self.at_home(home) for home, number in self.ground.grid_of.items()
                       if number == grid])

    def at_home(self, home):
        return self.view.at(middle(self.ground.shapes[home][:-1]))

    def splits(self):
        """Level or upright lines between the buildings of a grid."""
        for grid in sorted(set(self.ground.grid_of.values())):
            boxes = [[self.view.at(place) for place in self.ground.shapes[home]]
                     for home, number in self.ground.grid_of.items() if number == grid]
            for axis in (1, 0):
                sides = sorted((min(p[axis] for p in box), max(p[axis] for p in box))
                               for box in boxes)
                along = [self.view.at(place)[1 - axis] for left, right, line in self.ground.arcs
                         for place in line if grid in (left, right)]
                reach = 0
                for n, (low, high) in enumerate(sides):
                    if n > 1 and low - reach > 6 and len(sides) - n > 1:
                        ends = [[min(along) - 9, (low + reach) / 2],
                                [max(along) + 9, (low + reach) / 2]]
                        yield grid, [end[::-1] if axis == 0 else end for end in ends]
                    reach = max(reach, high)

    def neighbours(self):
        """Buildings and the grids beside them, the nearest first."""
        grids = self.ground.grid_of
        pairs = {(left, right) for left, right, _ in self.ground.inner()}
        pairs |= {(right, left) for left, right in pairs}
        found = []
        for home, number in grids.items():
            for other in {b for a, b in pairs if a == number}:
                near = min((n for n in grids if grids[n] == other),
                           key=lambda n: math.dist(self.at_home(home), self.at_home(n)))
                found.append((math.dist(self.at_home(home), self.at_home(near)), home, near))
        return [pair[1:] for pair in sorted(found)]

    def take_grid(self, it, home):
        """The grids are gone through by Tab; the first has number 1."""
        numbers = sorted(set(self.ground.grid_of.values()))
        it.key(*['Tab'] * (numbers.index(self.ground.grid_of[home]) + 1))

    def draw_line(self, it, hand, places):
        for place in places:
            hand.click(place)
        it.key('Return')
