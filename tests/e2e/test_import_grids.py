#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl import grids: what others drew becomes drafts that keep every rule."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import ogr
import tap

CTL = sys.argv[1]
GDAL = ogr.load()
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', 'absent')) / 'boundaries'
needs_gdal = unittest.skipIf(GDAL is None, 'the GDAL library is not installed')
needs_data = unittest.skipUnless(DATA.is_dir(), 'the folder with real data is not there')

# A town of 1,000 by 500 m or so.
WEST, SOUTH, WIDTH, HEIGHT = 109.81, 40.65, 0.012, 0.0045

BROKEN = {'unassigned', 'building-cut', 'pieces', 'hole', 'gap', 'overlap', 'outside', 'crossed',
          'loose-end'}


def box(west, south, east, north):
    """Corners as shares of the town's width and height."""
    west, east = WEST + west * WIDTH, WEST + east * WIDTH
    south, north = SOUTH + south * HEIGHT, SOUTH + north * HEIGHT
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*ring):
    return {'type': 'Polygon', 'coordinates': [box(*ring)]}


def layer(*shapes, **more):
    return {'type': 'FeatureCollection', **more, 'features': [
        {'type': 'Feature', 'properties': properties, 'geometry': shape}
        for shape, properties in shapes]}


class Case(unittest.TestCase):
    surroundings = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'

    def ctl(self, *words, status=0):
        run = subprocess.run([CTL, '--json', '--office', self.office] + [str(w) for w in words],
                             capture_output=True, text=True, timeout=300, check=False,
                             env=self.surroundings)
        self.assertEqual(run.returncode, status, f'{words}: {run.stderr}')
        return json.loads(run.stdout) if run.stdout else run.stderr

    def query(self, sql):
        db = sqlite3.connect(self.office)
        rows = db.execute(sql).fetchall()
        db.close()
        return rows

    def take(self, *words, status=0):
        answer = self.ctl('import', 'grids', *words, status=status)
        self.assertEqual(answer['read'], answer['new'] + answer['rejected'])
        return answer

    def codes(self, answer):
        return sorted(p['code'] for p in answer['problems'])


@needs_gdal
class RoundTrip(Case):
    def test_out_and_in_again(self):
        self.ctl('init', '--demo', '--residents', '2')
        before = self.export('before.gpkg')
        whole = sum(row['@area'] for row in before.values())
        for form in ('geojson', 'gpkg', 'shp', 'shp.zip', 'kml'):
            with self.subTest(form=form):
                self.ctl('export', 'grids', self.folder / f'out.{form}')
                answer = self.take(self.folder / f'out.{form}', '--plan', form)
                self.assertEqual((answer['new'], answer['problems']), (39, []))
                self.assertEqual([p['grids'] for p in answer['plans']], [10, 10, 10, 9])
                self.assert_same_buildings([p['id'] for p in answer['plans']])
                for plan in answer['plans']:
                    after = self.export('after.gpkg', '--plan', plan['id'])
                    self.assertEqual(len(after), plan['grids'])
                    apart = sum(ogr.measure_difference(GDAL, row['@wkb'], before[code]['@wkb'])
                                for code, row in after.items())
                    self.assertLess(apart, 1e-6 * whole / 4)
                self.assertEqual(self.query('SELECT count (*) FROM plan')[0], (8,))
                self.ctl('changes', '--undo', answer['change'])
                self.assertEqual(self.query('SELECT count (*) FROM plan')[0], (4,))

    def export(self, name, *words):
        self.ctl('export', 'grids', self.folder / name, *words)
        return {row['code']: row for row in ogr.read(GDAL, self.folder / name)['grids']['rows']}

    def assert_same_buildings(self, plans):
        numbers = ', '.join(map(str, plans))
        same, every = self.query(
            'SELECT sum (g.grid_id = p.grid_id), count (*) FROM draft_building d '
            'JOIN plan_building p ON p.building_id = d.building_id JOIN draft_grid g '
            'ON g.plan_id = d.plan_id AND g.number = d.grid_number '
            f'WHERE d.plan_id IN ({numbers})')[0]
        self.assertEqual((same, every), (410, 410))

    def test_one_community_and_a_rehearsal(self):
        self.ctl('init', '--demo', '--residents', '2')
        code, = self.query('SELECT code FROM community ORDER BY code LIMIT 1')[0]
        path = self.folder / 'all.gpkg'
        self.ctl('export', 'grids', path)
        plans = self.query('SELECT count (*) FROM plan')
        answer = self.take(path, '--community', code, '--dry-run', status=3)
        self.assertEqual((answer['new'], answer['rejected'], answer['change']), (10, 29, 0))
        self.assertEqual(self.codes(answer), ['elsewhere'])
        self.assertEqual(self.query('SELECT count (*) FROM plan'), plans)
        self.assertIn('with import grids only', self.ctl(
            'import', 'buildings', path, '--plan', 'x', status=2))
        self.assertIn('no community', self.ctl('import', 'grids', path, '--community', '7',
                                               status=1))


class Faults(Case):
    def setUp(self):
        super().setUp()
        self.ctl('init', '--code', '150203005', '--name', '青松街道')
        self.ctl('import', 'communities', self.write(layer((polygon(0, 0, 1, 1), {'name': '东'}))))
        houses = [polygon(x / 20 + 0.01, y / 10 + 0.02, x / 20 + 0.03, y / 10 + 0.06)
                  for x in range(20) for y in range(10)]
        self.ctl('import', 'buildings', self.write(layer(*((h, {}) for h in houses))))
        self.assertEqual(self.query('SELECT count (*) FROM building WHERE community_id = 1')[0],
                         (200,))

    def write(self, content, name='a.geojson'):
        path = self.folder / name
        path.write_text(json.dumps(content), encoding='utf-8')
        return path

    def draw(self, *shapes, status=0, words=()):
        answer = self.take(self.write(layer(*shapes)), *words, status=status)
        if answer['plans']:
            self.assert_sound(answer['plans'][0]['id'])
        return answer

    def assert_sound(self, plan):
        """Nobody is left out, and borders keep every rule."""
        answer = json.loads(subprocess.run(
            [CTL, '--json', '--office', self.office, 'plan', 'validate', str(plan)],
            capture_output=True, text=True, check=False).stdout)
        # What it says of sizes, people and posts is the drawer's.
        found = {f['kind'] for f in answer['findings']}
        self.assertFalse(found & BROKEN, found)
        self.assertEqual(self.query('SELECT count (*) FROM draft_building '
                                    f'WHERE plan_id = {plan} AND grid_number IS NOT NULL')[0],
                         (200,))

    def test_two_halves(self):
        answer = self.draw((polygon(0, 0, 0.5, 1), {'name': '西区'}),
                           (polygon(0.5, 0, 1, 1), {'名称': '东区'}))
        self.assertEqual((answer['new'], answer['problems']), (2, []))
        self.assertEqual(self.query('SELECT name FROM draft_grid ORDER BY number'),
                         [('西区',), ('',)])

    def test_overlap_gap_and_cut(self):
        answer = self.draw((polygon(0, 0, 0.42, 1), {'name': '1'}),
                           (polygon(0.36, 0, 0.62, 1), {'name': '2'}),
                           (polygon(0.62, 0, 0.7, 1), {'name': '3'}),
                           (polygon(0.72, 0, 1, 1), {'name': '4'}))
        codes = self.codes(answer)
        # Of a strip drawn twice each part goes to the grid it borders on most.
        self.assertGreaterEqual(codes.count('overlap'), 1)
        self.assertGreaterEqual(codes.count('gap'), 1)
        self.assertEqual(set(codes), {'overlap', 'gap', 'building-cut'})
        for problem in answer['problems']:
            self.assertIsNotNone(problem['place'])
            self.assertGreater(problem['place'][0], WEST)
        overlap = next(p for p in answer['problems'] if p['code'] == 'overlap')
        self.assertIn('“1”', overlap['message'])
        self.assertIn('“2”', overlap['message'])
        self.assertEqual(answer['plans'][0]['grids'], 4)

    def test_pieces_and_holes(self):
        ends = {'type': 'MultiPolygon', 'coordinates': [[box(0, 0, 0.2, 1)], [box(0.8, 0, 1, 1)]]}
        ring = {'type': 'Polygon', 'coordinates': [box(0.2, 0, 0.8, 1), box(0.4, 0.3, 0.6, 0.7)]}
        answer = self.draw((ends, {'name': 'ends'}), (ring, {'name': 'ring'}),
                           (polygon(0.4, 0.3, 0.6, 0.7), {'name': 'island'}))
        self.assertEqual(self.codes(answer), ['enclosed', 'lost', 'piece-grid'])
        self.assertEqual(answer['plans'][0]['grids'], 3)

    def test_rings_that_are_not_closed_or_cross(self):
        bow = {'type': 'Polygon', 'coordinates': [[
            [WEST, SOUTH], [WEST + WIDTH / 2, SOUTH + HEIGHT], [WEST + WIDTH / 2, SOUTH],
            [WEST, SOUTH + HEIGHT], [WEST, SOUTH]]]}
        answer = self.draw((bow, {'name': 'bow'}), (polygon(0.5, 0, 1, 1), {'name': 'east'}))
        self.assertIn('crossing', self.codes(answer))
        self.assertEqual(answer['new'], 2)

    def test_beyond_the_community(self):
        answer = self.draw((polygon(-0.2, -0.2, 0.5, 1.2), {'name': 'w'}),
                           (polygon(0.5, 0, 1, 1), {'name': 'e'}))
        self.assertEqual(self.codes(answer), ['outside'])

    def test_half_of_it_drawn(self):
        answer = self.draw((polygon(0, 0, 0.3, 1), {'name': 'w'}))
        self.assertEqual(self.codes(answer), ['gap-grid'])
        self.assertEqual(answer['plans'][0]['grids'], 2)

    def test_rows_of_one_code_are_one_grid(self):
        answer = self.draw((polygon(0, 0, 0.5, 0.5), {'code': 'A'}),
                           (polygon(0, 0.5, 0.5, 1), {'code': 'A'}),
                           (polygon(0.5, 0, 1, 1), {'code': 'B'}))
        self.assertEqual((answer['new'], answer['problems']), (3, []))
        self.assertEqual(answer['plans'][0]['grids'], 2)

    def test_what_lies_elsewhere(self):
        far = {'type': 'Polygon', 'coordinates': [[[110, 40], [110.01, 40], [110.01, 40.01],
                                                   [110, 40]]]}
        answer = self.draw((polygon(0, 0, 1, 1), {'name': 'all'}), (far, {'name': 'far'}), status=3)
        self.assertEqual((answer['new'], answer['rejected']), (1, 1))
        for words in ((), ('--datum', 'gcj02')):
            told = self.ctl('import', 'grids', self.write(layer((far, {}))), *words, status=1)
            self.assertIn('datum', told)
        self.assertEqual(self.query("SELECT count (*) FROM plan"), [(1,)])

    def test_a_system_that_is_missing_or_wrong(self):
        metres = {'type': 'Polygon', 'coordinates': [[[399000, 4500000], [400000, 4500000],
                                                      [400000, 4501000], [399000, 4500000]]]}
        answer = self.ctl('import', 'grids', self.write(layer((metres, {}))), status=1)
        self.assertIn('no polygon', answer)
        swapped = {'type': 'Polygon', 'coordinates': [[[y, x] for x, y in box(0, 0, 1, 1)]]}
        self.ctl('import', 'grids', self.write(layer((swapped, {}))), status=1)
        self.assertEqual(self.query("SELECT count (*) FROM plan"), [(0,)])


@needs_gdal
@needs_data
class RealLayers(Case):
    """Coverages of other countries, by thousands; each is a community cut into all its blocks."""

    # Looking after each allocation takes longer than the whole rest.
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith('MALLOC_')}

    def check(self, path, name, words=(), number=0):
        self.ctl('init', '--code', '150203005', '--name', 'x')
        border = self.folder / 'border.geojson'
        border.write_text('{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
                          f'{{"name":"all"}},"geometry":{ogr.join(GDAL, path, number)}}}]}}',
                          encoding='utf-8')
        self.ctl('import', 'communities', border)
        answer = self.take(DATA / name, *words)
        self.assertEqual(answer['rejected'], 0)
        plan, = answer['plans']
        # The only rule that these break: blocks that lie wholly inside others, and the like.
        self.assertLessEqual(set(self.codes(answer)),
                             {'outside-china', 'enclosed', 'lost', 'piece-given', 'piece-grid'})
        lost = self.codes(answer).count('lost')
        self.assertEqual(plan['grids'], answer['new'] - lost +
                         self.codes(answer).count('piece-grid'))
        own = self.folder / 'own.gpkg'
        self.ctl('export', 'grids', own, '--plan', plan['id'])
        rows = ogr.read(GDAL, own)['grids']['rows']
        whole = sum(row['@area'] for row in rows)
        self.assertTrue(all(row['@valid'] for row in rows))
        border_area = next(iter(ogr.read(GDAL, border).values()))['rows'][0]['@area']
        self.assertAlmostEqual(whole / border_area, 1, places=6)

    def test_taipei(self):
        self.check(DATA / 'taipei-daan-63000030.geojson', 'taipei-daan-63000030.geojson')

    def test_providence(self):
        self.check(f'/vsizip/{DATA}/Providence_blocks.zip', 'Providence_blocks.zip')

    def test_ellis_county(self):
        self.check(DATA / 'ks-ellis-county-blocks.gpkg', 'ks-ellis-county-blocks.gpkg',
                   ('--layer', 'ks_ellis_county_vap_data_block'))


tap.main()
