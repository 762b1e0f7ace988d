#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grids given away through the window, by keys and by buttons; a file's datum looked at, and grids
taken in as drafts."""

import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
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
        cls.ctl('init', '--demo')
        cls.ctl('export', 'buildings', cls.folder / 'shifted.geojson', '--datum', 'gcj02')
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
