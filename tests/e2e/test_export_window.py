#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grids given away through the window, by keys and by buttons; a file's datum looked at, and grids
taken in as drafts."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
EXPORT, SAVE, CHOOSER = 'Export', 'Export to a File', 'Choose a Map File'


@unittest.skipIf(desk.why_not(), desk.why_not())
class ExportWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.ctl('init', '--demo', '--residents', '2')
        cls.ctl('export', 'buildings', cls.folder / 'shifted.geojson', '--datum', 'gcj02')
        cls.ctl('export', 'buildings', cls.folder / 'plain.geojson')
        cls.ctl('export', 'grids', cls.folder / 'out.gpkg')

    @classmethod
    def ctl(cls, *words):
        subprocess.run([CTL, '--office', cls.office] + [str(w) for w in words], check=True,
                       capture_output=True)

    def open(self, size='1024x768'):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', '2026-07-01', size=size)
        self.addCleanup(it.close)
        it.find('push button', 'Main menu')
        return it

    def name(self, it, path):
        it.find('push button', 'Export', it.find_window(SAVE))
        it.key('ctrl+a')
        it.type_path(path)
        it.key('Return')
        it.window_gone(SAVE)

    def test_by_keys(self):
        it = self.open()
        path = self.folder / 'keys.gpkg'
        it.key('ctrl+shift+e')
        it.find('push button', 'Export…', it.find_window(EXPORT))
        it.key('ctrl+Return')
        self.name(it, path)
        it.window_gone(EXPORT)
        it.find_toast('keys.gpkg', '39')
        with sqlite3.connect(path) as file:
            self.assertEqual(file.execute('SELECT count (*) FROM grids').fetchone(), (39,))
            self.assertEqual(file.execute('SELECT count (*) FROM layer_styles').fetchone(), (1,))
        self.assertEqual(it.said(), '')

    def test_by_buttons_and_what_cannot_be_written(self):
        it = self.open()
        it.key('ctrl+shift+e')
        it.click('push button', 'Export…', it.find_window(EXPORT))
        self.name(it, '/proc/no.gpkg')
        it.find('label', '“no.gpkg” cannot be written there (No such file or directory). '
                         'Choose another place.')
        it.click('push button', 'Cancel', it.find_window(EXPORT))
        it.window_gone(EXPORT)
        self.assertEqual(it.said(), '')

    def pick(self, it, title, steps):
        """Chooses in a row, so many lines below what is chosen."""
        it.click_at(*it.place(it.find('label', title, it.find_window(EXPORT))))
        time.sleep(0.3)  # the list opens
        it.key(*['Down'] * steps, 'Return')

    def ask(self, sql):
        with sqlite3.connect(f'file:{self.office}?mode=ro', uri=True) as office:
            return office.execute(sql).fetchone()

    def test_every_row(self):
        """The buildings of one community, shifted, as GeoJSON."""
        it = self.open()
        path = self.folder / 'rows.geojson'
        it.key('ctrl+shift+e')
        it.find('push button', 'Export…', it.find_window(EXPORT))
        self.pick(it, 'What', 2)
        self.pick(it, 'Community', 1)
        self.pick(it, 'Format', 1)
        self.pick(it, 'Datum', 1)
        it.find('label', 'The coordinates are shifted to GCJ-02, though files')
        it.key('ctrl+Return')
        self.name(it, path)
        it.window_gone(EXPORT)

        features = json.loads(path.read_text())['features']
        code, n = self.ask('SELECT c.code, count (*) FROM community c JOIN building b '
                           'ON b.community_id = c.id GROUP BY c.id ORDER BY c.code')
        self.assertEqual(len(features), n)
        self.assertEqual({feature['properties']['community_code'] for feature in features}, {code})
        plain = {json.dumps(feature['properties']): feature for feature in
                 json.loads((self.folder / 'plain.geojson').read_text())['features']}
        there = features[0]
        here = plain[json.dumps(there['properties'])]
        off = [a - b for a, b in zip(self.corner(there), self.corner(here))]
        # GCJ-02 is some hundreds of metres off.
        self.assertTrue(all(0.0005 < abs(d) < 0.01 for d in off), off)
        self.assertEqual(it.said(), '')

    @staticmethod
    def corner(feature):
        at = feature['geometry']['coordinates']
        while isinstance(at[0], list):
            at = at[0]
        return at

    def test_one_plan(self):
        """From the list of plans; other things can be chosen still."""
        it = self.open('1600x1000')
        path = self.folder / 'plan.gpkg'
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        it.key('ctrl+e')
        name, grids = self.ask('SELECT p.name, count (DISTINCT b.grid_id) FROM plan p '
                               'JOIN plan_building b ON b.plan_id = p.id GROUP BY p.id')
        it.click_at(*it.place(it.find('push button', f'More of {name}')))
        it.find('menu item')
        it.key('Down', 'Down', 'Return')
        it.find('label', f'Grids of “{name}”', it.find_window(EXPORT))
        it.key('ctrl+Return')
        self.name(it, path)
        it.window_gone(EXPORT)
        with sqlite3.connect(path) as file:
            table, = file.execute('SELECT table_name FROM gpkg_contents '
                                  "WHERE data_type = 'features'").fetchone()
            self.assertEqual(file.execute(f'SELECT count (*), count (DISTINCT plan) FROM {table}')
                             .fetchone(), (grids, 1))
        self.assertEqual(it.said(), '')

    def test_menu_of_the_map(self):
        it = self.open('1600x1000')
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        box = it.find('panel', 'Map of grids and buildings').get_component_iface().get_extents(
            it.atspi.CoordType.WINDOW)
        it.click_at(box.x + 30, box.y + box.height - 90, 3)
        it.find('menu item')
        it.key('Return')
        it.find('push button', 'Export…', it.find_window(EXPORT))
        it.key('Escape')
        it.window_gone(EXPORT)
        self.assertEqual(it.said(), '')

    def take(self, it, path):
        it.key('ctrl+o')
        it.find('push button', 'Choose', it.find_window(CHOOSER))
        it.type_path(path)
        it.key('Return')
        it.window_gone(CHOOSER)

    def test_the_datum_is_shown_before_it_is_taken(self):
        it = self.open()
        it.key('ctrl+shift+o')
        it.find('push button', 'Choose a File…')
        self.take(it, self.folder / 'shifted.geojson')
        warning = 'GCJ-02 fits 100 % of the known buildings, the chosen one 1 %.'
        it.find('label', warning, seconds=60)
        it.find('image', 'The file’s footprints over the known ones')
        # The choice of the datum is two rows below that of what the file holds.
        row = it.find('label', 'Datum')
        it.click_at(*it.place(row))
        it.key('Down', 'Return')
        it.find('label', 'GCJ-02 fits 100 % of the known buildings; half of the footprints lie '
                         'within 0.0 m of one.')
        it.gone('label', warning)
        it.key('Escape')
        it.window_gone('Import')
        self.assertEqual(it.said(), '')

    def count_drafts(self):
        with sqlite3.connect(f'file:{self.office}?mode=ro', uri=True) as office:
            return office.execute("SELECT count (*) FROM plan WHERE state = 'draft'").fetchone()[0]

    def test_grids_become_drafts(self):
        it = self.open()
        it.choose('list item', 'Map')
        it.key('ctrl+shift+o')
        it.find('push button', 'Choose a File…')
        self.take(it, self.folder / 'out.gpkg')
        it.find('push button', 'Check', seconds=30)
        row = it.find('label', 'It holds')
        it.click_at(*it.place(row))
        it.key('Down', 'Down', 'Return')  # the last of three
        it.click('push button', 'Check')
        it.find('push button', 'Import', it.find_window('Import'), 120)
        it.key('ctrl+Return')
        it.window_gone('Import')
        it.wait(lambda: self.count_drafts() == 4, 'four drafts')
        it.key('ctrl+z')
        it.wait(lambda: self.count_drafts() == 0, 'the drafts to go')
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
