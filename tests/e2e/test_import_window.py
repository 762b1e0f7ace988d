#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buildings and communities taken in through the window, by keys and by buttons, and files that
are not what they say."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', 'absent'))
CHOOSER = 'Choose a Map File'
needs_data = unittest.skipUnless(DATA.is_dir(), 'the folder with real data is not there')


def square(lon, lat, size=0.0002):
    ring = [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]
    return {'type': 'Polygon', 'coordinates': [ring]}


def feature(geometry, number, **properties):
    return {'type': 'Feature', 'id': number, 'geometry': geometry, 'properties': properties}


@unittest.skipIf(desk.why_not(), desk.why_not())
class ImportWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.scratch = self.folder / 'scratch'
        self.scratch.mkdir()
        self.office = self.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(self.office), 'init', '--code', '150203005',
                        '--name', '青松街道'], check=True, capture_output=True)

    def open(self):
        it = desk.Desk(GRIDGOV, '--office', self.office, size='1024x768',
                       env={'TMPDIR': str(self.scratch)})
        self.addCleanup(it.close)
        it.find('push button', 'Main menu')
        it.choose('list item', 'Map')
        it.find('push button', 'Import…')
        return it

    def write(self, name, features):
        path = self.folder / name
        path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}),
                        encoding='utf-8')
        return path

    def count(self, table):
        with sqlite3.connect(f'file:{self.office}?mode=ro', uri=True) as office:
            return office.execute(f'SELECT count(*) FROM {table}').fetchone()[0]

    def take(self, it, path, first=True):
        """Chooses a file by keys alone."""
        if first:
            it.key('ctrl+shift+o')
            it.find('push button', 'Choose a File…')
        it.key('ctrl+o')
        it.find('push button', 'Choose', it.find_window(CHOOSER))
        it.type_path(path)
        it.key('Return')
        it.window_gone(CHOOSER)

    def check_file(self, it, path, seconds=30):
        """Up to the summary; the counts it shows."""
        self.take(it, path)
        self.check(it, seconds)

    def check(self, it, seconds=30):
        it.find('push button', 'Check', seconds=seconds)
        it.key('ctrl+Return')
        it.find('push button', 'Import', it.find_window('Import'), seconds)

    def frame_texts(self, it):
        return it.texts(it.find_window('Import'))

    @needs_data
    def test_real_file(self):
        """A file of a campus comes in by keys, is told of on the map, and goes by Ctrl+Z."""
        it = self.open()
        self.take(it, DATA / 'buildings' / 'tsinghua-osm-626.geojson')
        it.find('push button', 'Check')
        source = it.find('text', 'Source and licence')
        it.set_text(source, '© OpenStreetMap contributors, ODbL')
        self.check(it)
        self.assertEqual(self.count('building'), 0)
        it.key('ctrl+Return')
        it.find('push button', 'Undo')
        it.wait(lambda: self.count('building') == 626, 'the buildings')
        it.find('label', '© OpenStreetMap contributors, ODbL')
        it.key('ctrl+z')
        it.wait(lambda: self.count('building') == 0, 'the buildings to go')
        it.gone('label', '© OpenStreetMap contributors, ODbL')
        self.assertEqual(self.count('map_source'), 0)
        it.find('push button', 'Import…')
        self.assertEqual(it.said(), '')

    @needs_data
    def test_given_up(self):
        """Cancelled while it is read, compared and imported: nothing is kept."""
        file = DATA / 'buildings' / 'nyc-osm-buildings-102034.geojson.gz'
        it = self.open()
        self.take(it, file)
        it.find('label', 'Reading the File')
        it.key('Escape')
        it.find('push button', 'Choose a File…')
        it.wait(lambda: not any(self.scratch.iterdir()), 'the reader to clear up')

        self.take(it, file, first=False)
        it.find('push button', 'Check', seconds=60)
        it.key('ctrl+Return')
        it.find('label', 'Comparing')
        it.click('push button', 'Cancel', it.find_window('Import'))
        it.find('push button', 'Check')

        self.check(it, 60)
        it.key('ctrl+Return')
        it.find('label', 'Cancelling leaves the office', it.find_window('Import'))
        it.key('Escape')
        it.find('push button', 'Import', it.find_window('Import'), 30)
        it.key('Escape')
        it.window_gone('Import')
        self.assertEqual(self.count('building'), 0)
        it.wait(lambda: not any(self.scratch.iterdir()), 'the scratch file to go')
        self.assertEqual(it.said(), '')

    def test_bad_files(self):
        vrt = ('<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource>'
               '</OGRVRTLayer></OGRVRTDataSource>')
        good = self.write('good.geojson', [feature(square(109.82, 40.65), 'a')])
        bad = [('houses.kml', vrt, 'a list of other files'),
               ('empty.geojson', '', 'There is nothing in'),
               ('named.gpkg', good.read_text(encoding='utf-8'), 'but holds GeoJSON'),
               ('words.geojson', '{"type": "FeatureCollection", "features": [{', 'The end of “words'),
               ('nothing.geojson', None, 'no file')]
        it = self.open()
        for i, (name, text, words) in enumerate(bad):
            path = self.folder / name
            if text is not None:
                path.write_text(text, encoding='utf-8')
            self.take_bad(it, path, words, i == 0)
        self.assertEqual(self.count('building'), 0)
        # The next file is not held back by the last one.
        self.take(it, good, first=False)
        it.find('push button', 'Check')
        self.assertEqual(it.said(), '')

    def take_bad(self, it, path, words, first):
        if path.exists():
            self.take(it, path, first)
        else:
            # A file that is there when it is chosen, and gone when it is read.
            path.write_text('{}', encoding='utf-8')
            it.key('ctrl+o')
            it.find('push button', 'Choose', it.find_window(CHOOSER))
            it.type_path(path)
            path.unlink()
            it.key('Return')
            it.window_gone(CHOOSER)
        it.find('label', words)
        it.find('push button', 'Choose Another File…')

    @needs_data
    def test_bad_real_files(self):
        whole = (DATA / 'buildings' / 'momepy-bubenec.gpkg').read_bytes()
        half = self.folder / 'half.gpkg'
        half.write_bytes(whole[:len(whole) // 2])
        it = self.open()
        self.take_bad(it, half, 'half.gpkg', True)
        self.take_bad(it, DATA / 'sheets' / 'calamine' / 'pass_protected.xlsx', 'a password', False)
        self.assertEqual(it.said(), '')

    @needs_data
    def test_unknown_system(self):
        """A shapefile without its .prj asks for the system, and is read again with it."""
        with zipfile.ZipFile(DATA / 'boundaries' / 'Providence_blocks.zip') as parts:
            for part in ('shp', 'shx', 'dbf'):
                parts.extract(f'Providence_blocks.{part}', self.folder)
        it = self.open()
        self.take(it, self.folder / 'Providence_blocks.shp')
        it.find('label', 'does not tell its coordinate system')
        # Without a window manager the keys go where the pointer is.
        it.click_at(*it.place(it.find('text', 'Coordinate system')))
        it.type('EPSG:99999999')
        it.key('Return')
        it.find('label', 'There is no coordinate system')
        it.key('ctrl+a')
        it.type('EPSG:32619')
        it.key('Return')
        it.find('push button', 'Check')
        it.find('label', 'EPSG:32619')
        self.assertEqual(it.said(), '')

    def test_odd_shapes(self):
        bow_tie = {'type': 'Polygon', 'coordinates': [[[109.82, 40.65], [109.8204, 40.6504],
                                                       [109.8204, 40.65], [109.82, 40.6504],
                                                       [109.82, 40.65]]]}
        rows = [feature(square(109.8200, 40.66), 'a'),
                feature(bow_tie, 'b'),
                feature({'type': 'Polygon', 'coordinates': []}, 'c'),
                feature(square(40.66, 109.82), 'd'),
                feature(square(13.4, 52.5), 'e')]
        it = self.open()
        self.check_file(it, self.write('odd.geojson', rows))
        texts = ' '.join(self.frame_texts(it))
        self.assertIn('can be imported in part', texts)
        for words in ('outline was repaired', 'Outside China', '1 row left out: 3',
                      '1 row left out: 4', 'taken all the same: 2', 'The first is at 13.4'):
            self.assertIn(words, texts)
        it.key('ctrl+shift+c')
        it.find('label', 'list was copied')

        # Three are left: the good one, the mended one and the one abroad.
        it.key('ctrl+Return')
        it.find('push button', 'Undo')
        self.assertEqual(self.count('building'), 3)
        self.assertEqual(it.said(), '')

    def test_nothing_to_take(self):
        it = self.open()
        path = self.write('swapped.geojson', [feature(square(40.66, 109.82), 'a')])
        self.take(it, path)
        it.find('push button', 'Check')
        it.key('ctrl+Return')
        it.find('label', 'Nothing of this file can be imported')
        it.find('label', 'longitude first')
        it.key('ctrl+Return')
        self.assertEqual(self.count('building'), 0)
        it.key('alt+Left')
        it.find('push button', 'Check')

    def test_border_that_leaves_buildings_outside(self):
        houses = [feature(square(109.82, 40.65), 'in'), feature(square(109.90, 40.65), 'out')]
        path = self.write('houses.geojson', houses)
        subprocess.run([CTL, '--office', str(self.office), 'import', 'buildings', str(path)],
                       check=True, capture_output=True)
        it = desk.Desk(GRIDGOV, '--office', self.office)
        self.addCleanup(it.close)
        it.find('push button', 'Main menu')
        # The size of the shape tells that it is a community.
        border = [feature(square(109.81, 40.64, 0.03), 'c', name='青松社区')]
        self.check_file(it, self.write('border.geojson', border))
        texts = ' '.join(self.frame_texts(it))
        self.assertIn('stands in none of the communities', texts)
        self.assertIn('1 building', texts)
        it.key('ctrl+Return')
        it.find('push button', 'Undo')
        self.assertEqual(self.count('community'), 1)


if __name__ == '__main__':
    tap.main()
