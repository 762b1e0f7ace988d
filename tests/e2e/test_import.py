#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl import on real files of other people, and on files that are not what they say."""

import csv
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import unittest

import tap

CTL = sys.argv[1]
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', 'absent'))
needs_data = unittest.skipUnless(DATA.is_dir(), 'the folder with real data is not there')


def square(lon, lat, size=0.0002):
    ring = [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]
    return {'type': 'Polygon', 'coordinates': [ring]}


def feature(geometry, number=None, **properties):
    row = {'type': 'Feature', 'geometry': geometry, 'properties': properties}
    if number is not None:
        row['id'] = number
    return row


class Import(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.run_ctl('init', '--code', '150203005', '--name', '青松街道')

    def run_ctl(self, *words, status=0):
        run = subprocess.run([CTL, '--json', '--office', str(self.office)] + [str(w) for w in words],
                             capture_output=True, text=True, timeout=600, check=False)
        self.assertEqual(run.returncode, status, run.stderr)
        return run

    def take(self, kind, path, *words, status=0):
        answer = json.loads(self.run_ctl('import', kind, path, *words, status=status).stdout)
        self.assertEqual(answer['read'], answer['new'] + answer['changed'] + answer['same'] +
                         answer['rejected'])
        self.assertEqual(answer['rejected'],
                         sum(p['count'] for p in answer['problems'] if p['rejected']))
        return answer

    def refuse(self, kind, path, words, *options):
        run = self.run_ctl('import', kind, path, *options, status=1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.assertIn(words, run.stderr)
        self.assertEqual(self.count('building') + self.count('community'), 0)

    def count(self, table):
        db = sqlite3.connect(self.office)
        number = db.execute(f'SELECT count(*) FROM {table}').fetchone()[0]
        db.close()
        return number

    def write(self, name, features):
        path = self.folder / name
        path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}),
                        encoding='utf-8')
        return path

    def check(self):
        self.assertTrue(json.loads(self.run_ctl('check').stdout)['ok'])

    # Real files ------------------------------------------------------------------------------

    @needs_data
    def test_before_and_after(self):
        old = DATA / 'buildings' / 'liechtenstein-2013-08-03.osm.pbf'
        new = DATA / 'buildings' / 'liechtenstein-valhalla.osm.pbf'
        first = self.take('buildings', old)
        self.assertEqual((first['read'], first['new']), (3723, 3723))
        second = self.take('buildings', new, status=3)
        self.assertEqual(second['read'], 8996)
        # Nearly every house of 2013 still stood in 2015: none of those is a second building.
        self.assertGreater(second['changed'] + second['same'], 0.9 * 3723)
        self.assertEqual(self.count('building'), 3723 + second['new'])
        again = self.take('buildings', new, status=3)
        self.assertEqual((again['new'], again['changed'], again['change']), (0, 0, 0))
        print('# after two years:', {k: v for k, v in second.items() if k != 'problems'})

        self.run_ctl('changes', '--undo', second['change'])
        self.assertEqual(self.count('building'), 3723)
        self.check()

    @needs_data
    def test_given_up(self):
        file = DATA / 'buildings' / 'nyc-osm-buildings-102034.geojson.gz'
        scratch = self.folder / 'scratch'
        scratch.mkdir()
        environment = dict(os.environ, TMPDIR=str(scratch))
        child = subprocess.Popen([CTL, '--office', str(self.office), 'import', 'buildings',
                                  str(file)], stderr=subprocess.PIPE, env=environment, text=True)
        # Given up at whatever it is doing when it has something to leave behind.
        while child.poll() is None and not any(scratch.iterdir()):
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=300)
        self.assertEqual(child.returncode, 1)
        self.assertEqual(len(said.strip().splitlines()), 1, said)
        self.assertEqual(self.count('building'), 0)
        self.assertEqual(list(scratch.iterdir()), [])

    @needs_data
    def test_formats(self):
        for name, words, read in [('tsinghua-osm-626.geojson', [], 626),
                                  ('momepy-bubenec.gpkg', ['--layer', 'buildings'], 144)]:
            with self.subTest(name):
                self.assertEqual(self.take('buildings', DATA / 'buildings' / name, *words)['new'],
                                 read)
        self.check()

    @needs_data
    def test_layers_are_named(self):
        self.refuse('buildings', DATA / 'buildings' / 'momepy-bubenec.gpkg', 'tessellation')

    @needs_data
    def test_zipped_shapefile_of_borders(self):
        answer = self.take('communities', DATA / 'boundaries' / 'Providence_blocks.zip', status=3)
        # A sub-district's codes end at 999.
        self.assertEqual((answer['read'], answer['new']), (3014, 999))

    @needs_data
    def test_datum(self):
        path = DATA / 'coordinates' / 'wgs84-gcj02-pairs.csv'
        rows = list(csv.reader(path.open(encoding='utf-8')))
        pairs = [[float(x) for x in row[-4:]] for row in rows if row[-1].replace('.', '').isdigit()]
        self.assertTrue(pairs)
        for number, numbers in enumerate(pairs):
            a, b, c, d = numbers
            wgs, gcj = ((a, b), (c, d)) if a > 60 else ((b, a), (d, c))
            file = self.write(f'{number}.geojson', [feature(square(*gcj), f'p{number}')])
            self.take('buildings', file, '--datum', 'gcj02')
            db = sqlite3.connect(self.office)
            wkb = db.execute('SELECT footprint FROM building ORDER BY id DESC LIMIT 1').fetchone()[0]
            db.close()
            lon, lat = struct.unpack_from('<dd', wkb, 13)
            self.assertLess(max(abs(lon - wgs[0]), abs(lat - wgs[1])), 1e-6)

    # What is odd -----------------------------------------------------------------------------

    def test_odd_shapes(self):
        bow_tie = {'type': 'Polygon', 'coordinates': [[[109.82, 40.65], [109.8204, 40.6504],
                                                       [109.8204, 40.65], [109.82, 40.6504],
                                                       [109.82, 40.65]]]}
        rows = [feature(square(109.8200, 40.66), 'a'),
                feature(bow_tie, 'b'),
                feature({'type': 'Polygon', 'coordinates': []}, 'c'),
                feature(None, 'd'),
                feature(square(40.66, 109.82), 'e'),
                feature(square(13.4, 52.5), 'f'),
                feature({'type': 'Point', 'coordinates': [109.82, 40.65]}, 'g'),
                feature(square(109.8300, 40.66), 'a')]
        answer = self.take('buildings', self.write('odd.geojson', rows), status=3)
        found = {(p['code'], p['rejected']): p['count'] for p in answer['problems']}
        self.assertEqual(answer['read'], len(rows))
        self.assertEqual(found.get(('crossing', False)), 1)     # repaired
        self.assertEqual(found.get(('empty', True)), 2)
        self.assertEqual(found.get(('swapped', True), 0) + found.get(('outside-world', True), 0), 1)
        self.assertEqual(found.get(('outside-china', False)), 1)
        self.assertEqual(found.get(('not-polygon', True)), 1)
        self.assertEqual(found.get(('same-id', True)), 1)
        self.check()

    def test_one_number_many_times(self):
        rows = [feature(square(109.82 + i / 1000, 40.66), 'one' if i % 2 else f'other {i}')
                for i in range(40)]
        answer = self.take('buildings', self.write('numbers.geojson', rows), status=3)
        self.assertEqual([(p['code'], p['count']) for p in answer['problems']], [('same-id', 19)])
        self.assertEqual(self.count('building'), 21)

    def test_buildings_outside_a_border(self):
        houses = [feature(square(109.82, 40.65), 'in'), feature(square(109.90, 40.65), 'out')]
        self.take('buildings', self.write('houses.geojson', houses))
        border = [feature(square(109.81, 40.64, 0.03), 'c', name='青松社区')]
        answer = self.take('communities', self.write('border.geojson', border))
        self.assertEqual([p['code'] for p in answer['problems']], ['building-outside'])
        db = sqlite3.connect(self.office)
        self.assertEqual(db.execute('SELECT count(community_id), count(*) FROM building').fetchone(),
                         (1, 2))
        self.assertEqual(db.execute('SELECT code, name FROM community').fetchone(),
                         ('150203005001', '青松社区'))
        db.close()

    def test_dry_run(self):
        file = self.write('houses.geojson', [feature(square(109.82, 40.65), 'a')])
        answer = self.take('buildings', file, '--dry-run')
        self.assertEqual((answer['new'], answer['change'], self.count('building')), (1, 0, 0))

    def test_map(self):
        file = self.write('houses.geojson', [feature(square(109.82, 40.65), 'a', Title='锅炉房')])
        self.refuse('buildings', file, 'Title', '--map', 'name=Titel')
        self.refuse('buildings', file, 'floors', '--map', 'colour=Title')
        self.take('buildings', file, '--map', 'name=Title')
        db = sqlite3.connect(self.office)
        self.assertEqual(db.execute('SELECT name FROM building').fetchone()[0], '锅炉房')
        db.close()

    def test_no_building(self):
        file = self.write('houses.geojson', [feature(square(109.82, 40.65), 'a', building='no')])
        answer = self.take('buildings', file, status=3)
        self.assertEqual([p['code'] for p in answer['problems']], ['no-building'])

    def test_blank_keeps_what_is_known(self):
        first = self.write('1.geojson', [feature(square(109.82, 40.65), 'a', name='锅炉房')])
        second = self.write('2.geojson', [feature(square(109.82, 40.65), 'a', name=' ')])
        self.take('buildings', first)
        self.assertEqual(self.take('buildings', second)['same'], 1)

    # What is not what it says -----------------------------------------------------------------

    def test_empty_file(self):
        path = self.folder / 'empty.geojson'
        path.write_bytes(b'')
        self.refuse('buildings', path, 'empty')

    def test_missing_file(self):
        self.refuse('buildings', self.folder / 'nothing.geojson', 'nothing.geojson')

    def test_vrt_in_disguise(self):
        secret = self.folder / 'secret.csv'
        secret.write_text('WKT,name\n"POLYGON((109 40,109.1 40,109.1 40.1,109 40))",secret\n')
        for name in ['houses.kml', 'houses.geojson', 'houses.xlsx', 'houses.gpkg', 'houses.shp']:
            with self.subTest(name):
                path = self.folder / name
                path.write_text('<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>'
                                f'{secret}</SrcDataSource><GeometryField encoding="WKT" field="WKT"/>'
                                '</OGRVRTLayer></OGRVRTDataSource>')
                run = self.run_ctl('import', 'buildings', path, status=1)
                self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
                self.assertEqual(self.count('building'), 0)

    @needs_data
    def test_password(self):
        self.refuse('buildings', DATA / 'sheets' / 'calamine' / 'pass_protected.xlsx', 'password')

    @needs_data
    def test_truncated(self):
        whole = (DATA / 'buildings' / 'momepy-bubenec.gpkg').read_bytes()
        path = self.folder / 'half.gpkg'
        path.write_bytes(whole[:len(whole) // 2])
        run = self.run_ctl('import', 'buildings', path, '--layer', 'buildings', status=1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.assertEqual(self.count('building'), 0)

class Datum(unittest.TestCase):
    """A file is laid over the known buildings before it is taken in."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.ctl('init', '--demo', '--residents', '2')
        for datum in ('cgcs2000', 'gcj02', 'bd09'):
            cls.ctl('export', 'buildings', cls.folder / f'{datum}.geojson', '--datum', datum)

    @classmethod
    def ctl(cls, *words):
        return subprocess.run([CTL, '--json', '--office', cls.office] + [str(w) for w in words],
                              capture_output=True, text=True, timeout=300, check=False)

    def test_figures_of_each_datum(self):
        for datum in ('cgcs2000', 'gcj02', 'bd09'):
            run = self.ctl('import', 'buildings', self.folder / f'{datum}.geojson', '--datum',
                           datum, '--dry-run')
            self.assertEqual((run.returncode, run.stderr), (0, ''))
            answer = json.loads(run.stdout)
            self.assertEqual(answer['same'], 410)
            fits = answer['datums']
            self.assertEqual(set(fits), {'wgs84', 'cgcs2000', 'gcj02', 'bd09'})
            self.assertEqual(fits[datum]['share'], 1)
            self.assertLess(fits[datum]['offset_m'], 0.01)
            self.assertEqual(fits['wgs84'], fits['cgcs2000'])
            others = {'cgcs2000', 'gcj02', 'bd09'} - {datum}
            self.assertLess(max(fits[o]['share'] for o in others), 0.1)

    def test_the_wrong_one_is_warned_of_and_never_guessed(self):
        path = self.folder / 'gcj02.geojson'
        run = self.ctl('import', 'buildings', path, '--dry-run')
        self.assertEqual((run.returncode, run.stdout), (1, ''))
        self.assertIn('GCJ-02 fits 100 %', run.stderr)
        self.assertIn('--datum', run.stderr)
        run = self.ctl('import', 'buildings', path, '--dry-run', '--datum', 'wgs84')
        self.assertEqual(run.returncode, 0)
        self.assertIn('GCJ-02 fits 100 %', run.stderr)
        self.assertGreater(json.loads(run.stdout)['new'], 400)
        run = self.ctl('import', 'buildings', self.folder / 'cgcs2000.geojson', '--dry-run')
        self.assertEqual((run.returncode, run.stderr), (0, ''))

    def test_nothing_to_compare_with(self):
        far = self.folder / 'far.geojson'
        far.write_text(json.dumps({'type': 'FeatureCollection',
                                   'features': [feature(square(100, 30))]}), encoding='utf-8')
        answer = json.loads(self.ctl('import', 'buildings', far, '--dry-run').stdout)
        self.assertEqual((answer['datums'], answer['new']), ({}, 1))


if __name__ == '__main__':
    tap.main()
