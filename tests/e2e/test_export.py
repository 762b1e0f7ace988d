#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl export: every kind in every format, read again by GDAL's own library."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

import ogr
import tap

CTL = sys.argv[1]
GDAL = ogr.load()
FORMATS = ('geojson', 'gpkg', 'shp', 'shp.zip', 'kml')
FIELDS = {
    'grids': ['code', 'name', 'community', 'community_code', 'households', 'people', 'buildings',
              'leader', 'valid_from', 'valid_to'],
    'buildings': ['record', 'compound', 'number', 'name', 'kind', 'units', 'floors', 'households',
                  'people', 'grid_code', 'community', 'community_code'],
    'communities': ['code', 'name', 'grids', 'buildings', 'households', 'people'],
}
FIELDS['plans'] = ['plan_number', 'plan', 'state', 'plan_from', 'plan_to',
                   'number'] + FIELDS['grids']
SHORT = {'community_code': 'comm_code', 'plan_number': 'plan_no'}
NUMBERS = ('households', 'people', 'buildings', 'units', 'floors', 'record', 'number_of', 'grids')
COUNTS = {'grids': 39, 'plans': 39, 'buildings': 410, 'communities': 4}


@unittest.skipIf(GDAL is None, 'the GDAL library is not installed')
class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.ctl('init', '--demo', '--residents', '2')

    @classmethod
    def ctl(cls, *words, status=0, as_of='2026-07-01'):
        run = subprocess.run([CTL, '--json', '--office', cls.office, '--as-of', as_of] +
                             [str(w) for w in words],
                             capture_output=True, text=True, timeout=300, check=False)
        if run.returncode != status:
            raise AssertionError(f'{words}: {run.returncode} {run.stderr}')
        return run

    def take(self, kind, name, *words):
        path = self.folder / name
        answer = json.loads(self.ctl('export', kind, path, *words).stdout)
        self.assertEqual(list(self.folder.glob('.gridgov-*')), [])
        if name.endswith('.zip'):
            layers = ogr.read(GDAL, f'/vsizip/{path}')
        else:
            layers = ogr.read(GDAL, path)
        layers.pop('layer_styles', None)
        self.assertEqual(len(layers), 1, layers.keys())
        layer = next(iter(layers.values()))
        self.assertEqual(answer['shapes'], len(layer['rows']))
        return layer

    def query(self, sql):
        db = sqlite3.connect(self.office)
        rows = db.execute(sql).fetchall()
        db.close()
        return rows

    def test_every_kind_in_every_format(self):
        for kind, fields in FIELDS.items():
            areas = {}
            for form in FORMATS:
                with self.subTest(kind=kind, form=form):
                    layer = self.take(kind, f'{kind}.{form}')
                    short = form.startswith('shp')
                    wanted = [SHORT.get(f, f) if short else f for f in fields]
                    found = {n.lower(): t for n, t in layer['fields'].items()}
                    for name in wanted:
                        self.assertIn(name, found)
                        self.assertLessEqual(len(name) if short else 0, 10)
                        if name in NUMBERS and not (kind == 'plans' and name == 'number'):
                            self.assertEqual(found[name], 'int', name)
                    if form in ('gpkg', 'shp', 'shp.zip') and kind in ('grids', 'plans'):
                        self.assertEqual(found['valid_from'], 'day')
                    self.assertEqual(len(layer['rows']), COUNTS[kind])
                    self.assertTrue(all(r['@valid'] for r in layer['rows']))
                    self.assertEqual(layer['crs'], '4326' if form in ('geojson', 'kml') else '4490')
                    areas[form] = [r['@area'] for r in layer['rows']]
            for form, found in areas.items():
                # The same shapes in all; decimals are rounded in texts only.
                for one, other in zip(found, areas['gpkg']):
                    self.assertAlmostEqual(one / other, 1, places=5, msg=form)

    def test_what_is_said_of_grids_is_what_the_office_knows(self):
        known = {r[0]: r[1:] for r in self.query(
            'SELECT g.code, g.name, c.name, '
            '(SELECT n.name FROM post p JOIN role r ON r.id = p.role_id JOIN person n '
            "ON n.id = p.person_id WHERE p.grid_id = g.id AND r.code = 'full_time_member' "
            'AND p.valid_to IS NULL), '
            '(SELECT sum (u.households) FROM plan_building b JOIN unit u '
            'ON u.building_id = b.building_id WHERE b.grid_id = g.id), '
            '(SELECT count (*) FROM plan_building b WHERE b.grid_id = g.id), g.valid_from '
            'FROM grid g JOIN community c ON c.id = g.community_id')}
        for form in FORMATS:
            rows = self.take('grids', f'said.{form}')['rows']
            for row in rows:
                if form == 'kml':  # which calls a place by its title
                    row = {k.lower(): v for k, v in row.items()}
                name, community, leader, households, buildings, since = known[row['code']]
                self.assertEqual((row['name'], row['community'], row['leader']),
                                 (name, community, leader), form)
                self.assertEqual((int(row['households']), int(row['buildings'])),
                                 (households, buildings))
                self.assertEqual(row['valid_from'].replace('/', '-'), since)

    def test_buildings_of_one_community(self):
        code, = self.query('SELECT code FROM community ORDER BY id LIMIT 1')[0]
        number, = self.query('SELECT count (*) FROM building WHERE community_id = 1')[0]
        rows = self.take('buildings', 'one.gpkg', '--community', code)['rows']
        self.assertEqual(len(rows), number)
        self.assertTrue(all(r['grid_code'].startswith(code) for r in rows))
        self.assertIn('no community', self.ctl(
            'export', 'buildings', self.folder / 'no.gpkg', '--community', '1', status=1).stderr)

    def test_a_geopackage_brings_its_style_for_qgis(self):
        for kind, renderer in (('grids', 'graduatedSymbol'), ('buildings', 'categorizedSymbol'),
                               ('communities', 'singleSymbol'), ('plans', 'graduatedSymbol')):
            path = self.folder / f'style-{kind}.gpkg'
            self.ctl('export', kind, path)
            db = sqlite3.connect(path)
            table, column, qml, sld, default = db.execute(
                'SELECT f_table_name, f_geometry_column, styleQML, styleSLD, useAsDefault '
                'FROM layer_styles').fetchone()
            self.assertEqual((table, column, default), (kind, 'geom', 1))
            self.assertEqual(db.execute("SELECT data_type FROM gpkg_contents "
                                        "WHERE table_name = 'layer_styles'").fetchall(),
                             [('attributes',)])
            # The table's columns, in the case and order in which QGIS makes and reads them.
            self.assertEqual([r[1] for r in db.execute('PRAGMA table_info (layer_styles)')], [
                'id', 'f_table_catalog', 'f_table_schema', 'f_table_name', 'f_geometry_column',
                'styleName', 'styleQML', 'styleSLD', 'useAsDefault', 'description', 'owner', 'ui',
                'update_time'])
            self.assertRegex(db.execute('SELECT update_time FROM layer_styles').fetchone()[0],
                             r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$')
            columns = [r[1] for r in db.execute(f'PRAGMA table_info ({kind})')]
            values = {r[0] for r in db.execute(f'SELECT kind FROM {kind}')} if \
                kind == 'buildings' else set()
            db.close()
            self.check_qml(qml, renderer, columns, values)
            self.check_sld(sld, columns)

    def check_qml(self, text, renderer, columns, values):
        qml = xml.etree.ElementTree.fromstring(text)
        found = qml.find('renderer-v2')
        self.assertEqual((qml.tag, found.get('type')), ('qgis', renderer))
        symbols = {s.get('name') for s in found.findall('symbols/symbol')}
        classes = found.findall('ranges/range') + found.findall('categories/category')
        if renderer == 'singleSymbol':
            self.assertEqual(symbols, {'0'})
        else:
            self.assertIn(found.get('attr'), columns)
            self.assertEqual({c.get('symbol') for c in classes}, symbols)
        for symbol in found.findall('symbols/symbol/layer'):
            props = {p.get('k'): p.get('v') for p in symbol.findall('prop')}
            self.assertEqual(len(props['color'].split(',')), 4)
        self.assertLessEqual(values, {c.get('value') for c in classes})
        for alias in qml.findall('aliases/alias'):
            # Counted in the table without its shape.
            fields = [c for c in columns if c != 'geom']
            self.assertEqual(fields[int(alias.get('index'))], alias.get('field'))
        style = qml.find('labeling/settings/text-style')
        self.assertIsNotNone(style.get('fieldName'))
        # QGIS 3 draws hairlines without it.
        self.assertEqual(style.get('fontWeight'), '50')
        # From near to far; QGIS 3 takes them as 1 to so much.
        rendering = qml.find('labeling/settings/rendering')
        self.assertLessEqual(int(rendering.get('scaleMin')), int(rendering.get('scaleMax')))
        if rendering.get('scaleVisibility') == '1':
            self.assertEqual(rendering.get('scaleMax'), '3000')
        # Else the grids would keep the buildings' numbers off all they cover.
        self.assertEqual(rendering.get('obstacle'), '0')

    def check_sld(self, text, columns):
        names = {'se': 'http://www.opengis.net/se', 'ogc': 'http://www.opengis.net/ogc'}
        sld = xml.etree.ElementTree.fromstring(text.encode())
        for name in sld.iterfind('.//ogc:PropertyName', names):
            self.assertIn(name.text, columns)
        self.assertGreater(len(sld.findall('.//se:PolygonSymbolizer', names)), 0)
        # The order that the schema of a rule asks for.
        order = ['Name', 'Filter', 'MaxScaleDenominator', 'PolygonSymbolizer', 'TextSymbolizer']
        for rule in sld.iterfind('.//se:Rule', names):
            at = [order.index(child.tag.rpartition('}')[2]) for child in rule]
            self.assertEqual(at, sorted(at))

    def test_a_shapefile_says_its_letters_its_system_and_its_columns(self):
        self.take('plans', 'plans.shp.zip')
        with zipfile.ZipFile(self.folder / 'plans.shp.zip') as archive:
            names = archive.namelist()
            self.assertEqual(sorted(names), [f'plans.{e}' for e in (
                'cpg', 'dbf', 'prj', 'readme.txt', 'shp', 'shx')])
            self.assertIsNone(archive.testzip())
            self.assertEqual(archive.read('plans.cpg'), b'UTF-8')
            self.assertIn(b'China_Geodetic_Coordinate_System_2000', archive.read('plans.prj'))
            text = archive.read('plans.readme.txt').decode()
        for long, short in SHORT.items():
            self.assertRegex(text, rf'(?m)^{short} +{long} ')

    def test_kml_has_names_and_styles(self):
        path = self.folder / 'named.kml'
        self.ctl('export', 'grids', path)
        name = '{http://www.opengis.net/kml/2.2}'
        places = list(xml.etree.ElementTree.parse(path).iter(f'{name}Placemark'))
        self.assertEqual(len(places), 39)
        for place in places:
            self.assertRegex(place.find(f'{name}name').text, '网格')
            self.assertRegex(place.find(f'.//{name}PolyStyle/{name}color').text, '^[0-9a-f]{8}$')

    def test_shifted_degrees_are_shifted_and_warned_of(self):
        straight = self.take('communities', 'straight.gpkg')
        for datum, name, off in (('gcj02', 'GCJ-02', 0.0058), ('bd09', 'BD-09', 0.0122)):
            run = self.ctl('export', 'communities', self.folder / 'x.gpkg', '--datum', datum)
            self.assertIn(name, run.stderr)
            layer = self.take('communities', 'x.gpkg', '--datum', datum)
            self.assertEqual(layer['crs'], name)
            for one, other in zip(layer['rows'], straight['rows']):
                self.assertAlmostEqual(one['@box'][0] - other['@box'][0], off, places=3)
        self.assertEqual(self.ctl('export', 'communities', self.folder / 'x.gpkg', '--datum',
                                  'wgs84').stderr, '')

    def test_drafts_are_among_the_plans(self):
        code, = self.query('SELECT code FROM community ORDER BY id LIMIT 1')[0]
        draft = json.loads(self.ctl('plan', 'draft', '--community', code).stdout)
        number = draft['id']
        own = self.take('grids', 'draft.gpkg', '--plan', number)['rows']
        mine = [r for r in self.take('plans', 'all.gpkg')['rows'] if r['plan_number'] == str(number)]
        self.assertEqual([r['code'] for r in mine], [r['code'] for r in own])
        self.assertEqual({r['state'] for r in mine}, {'draft'})
        self.ctl('plan', 'discard', number)

    def test_what_cannot_be_written_is_said(self):
        for words, name, told in ((('grids',), 'x.dwg', 'format'),
                                  (('dogs',), 'x.kml', 'plans, grids'),
                                  (('grids', '--datum', 'x'), 'x.kml', 'datum')):
            run = self.ctl('export', words[0], self.folder / name, *words[1:], status=2)
            self.assertIn(told, run.stderr)
        for name in ('no/where.kml', '.'):
            run = self.ctl('export', 'grids', self.folder / name,
                           status=1 if name != '.' else 2)
            self.assertEqual(len(run.stderr.strip().splitlines()), 1)
        self.assertIn('nothing to export', self.ctl(
            'export', 'grids', self.folder / 'x.kml', status=1, as_of='1999-01-01').stderr)


tap.main()
