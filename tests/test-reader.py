#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs gridgov-reader on real, broken and hostile files, and looks at what it made of them.

Prints TAP. Real files come from the folder named by GRIDGOV_TEST_DATA; where it is absent their
tests are skipped. Everything else is made here.
"""

import contextlib
import gzip
import json
import math
import os
import pathlib
import resource
import shutil
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import zipfile

READER = sys.argv[1]
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', '/nonexistent'))
SECRET = 'the-secret-of-another-file'
TESTS = []


class Skip(Exception):
    """Says why a test does not apply here."""


def test(func):
    TESTS.append(func)
    return func


class Reading:
    """One run of the reader: status, answer, and the tables of the output."""

    def __init__(self, folder, path, *options, **popen):
        self.output = pathlib.Path(tempfile.mkdtemp(dir=folder)) / 'out.gpkg'
        done = subprocess.run([READER, *options, str(path), str(self.output)],
                              capture_output=True, text=True, check=False, **popen)
        self.status, self.text, self.errors = done.returncode, done.stdout, done.stderr
        self.answer = json.loads(done.stdout) if done.stdout else None

    def rows(self, query):
        uri = f'file:{self.output}?mode=ro&immutable=1'
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as database:
            return database.execute(query).fetchall()

    def column(self, layer, name):
        for field in self.answer['layers'][layer]['fields']:
            if field['name'] == name:
                return field['column']
        raise AssertionError(f'no field {name}')


def accepts(folder, path, *options):
    reading = Reading(folder, path, *options)
    assert reading.status == 0, (reading.status, reading.text, reading.errors)
    assert reading.answer['ok'] is True, reading.text
    assert reading.answer['confinement']['seccomp'] is True, reading.text
    assert [p.name for p in reading.output.parent.iterdir()] == ['out.gpkg']
    return reading


def refuses(folder, path, code, *options, **popen):
    reading = Reading(folder, path, *options, **popen)
    assert reading.status == 1, (reading.status, reading.text, reading.errors)
    assert reading.answer['ok'] is False, reading.text
    assert reading.answer['code'] == code, reading.text
    assert reading.answer['message'].endswith(('.', ').')), reading.text
    assert SECRET not in reading.text
    assert not reading.output.exists(), 'a refused file left an output behind'
    return reading


def real(name):
    path = DATA / name
    if not path.exists():
        raise Skip(f'{name} is not among the test data')
    return path


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ring(geom):
    """The first ring of a GeoPackage blob that holds a little-endian polygon."""
    size = 8 + {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(geom[3] >> 1) & 7]
    order, kind, rings, points = struct.unpack_from('<BIII', geom, size)
    assert (order, kind) == (1, 3) and rings >= 1, (order, kind)
    numbers = struct.unpack_from(f'<{2 * points}d', geom, size + 13)
    return list(zip(numbers[::2], numbers[1::2]))


def feature(properties, coordinates=None, **more):
    square = [[[109.8, 40.6], [109.9, 40.6], [109.9, 40.7], [109.8, 40.7], [109.8, 40.6]]]
    return {'type': 'Feature', 'properties': properties, **more,
            'geometry': {'type': 'Polygon', 'coordinates': coordinates or square}}


def geojson(*features, **more):
    return json.dumps({'type': 'FeatureCollection', **more, 'features': list(features)})


def shapefile(folder, stem, names, encoding='utf-8', prj=True, n=3):
    """Three points with a text field; plain binary, as the format's description has it."""
    records = b''
    index = b''
    for i in range(n):
        index += struct.pack('>ii', 50 + len(records) // 2, 10)
        records += struct.pack('>ii', i + 1, 10) + struct.pack('<idd', 1, 109.8 + i / 100, 40.6)
    box = struct.pack('<8d', 109.8, 40.6, 109.8 + n / 100, 40.6, 0, 0, 0, 0)

    def head(length):
        return struct.pack('>i5ii', 9994, 0, 0, 0, 0, 0, length // 2) + struct.pack('<ii', 1000, 1)

    write(folder, stem + '.shp', head(100 + len(records)) + box + records)
    write(folder, stem + '.shx', head(100 + len(index)) + box + index)
    table = struct.pack('<BBBBIHH20x', 3, 126, 1, 1, n, 32 + 32 + 1, 31)
    table += b'name'.ljust(11, b'\0') + b'C' + b'\0' * 4 + bytes([30, 0]) + b'\0' * 14 + b'\r'
    for i in range(n):
        table += b' ' + names[i % len(names)].encode(encoding).ljust(30)
    write(folder, stem + '.dbf', table + b'\x1a')
    if prj:
        write(folder, stem + '.prj', 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",'
              '6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]')
    return folder / (stem + '.shp')


def workbook(folder, name, sheet, properties='', state='', styles=''):
    """The least that a spreadsheet program opens."""
    spaces = 'http://schemas.openxmlformats.org'
    kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    path = folder / name
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('[Content_Types].xml', f'''<?xml version="1.0"?>
<Types xmlns="{spaces}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>
</Types>''')
        archive.writestr('_rels/.rels', f'''<?xml version="1.0"?>
<Relationships xmlns="{spaces}/package/2006/relationships"><Relationship Id="rId1"
Type="{spaces}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>''')
        archive.writestr('xl/workbook.xml', f'''<?xml version="1.0"?>
<workbook xmlns="{spaces}/spreadsheetml/2006/main"
xmlns:r="{spaces}/officeDocument/2006/relationships">
{properties}<sheets><sheet name="Sheet1" sheetId="1" {state} r:id="rId1"/></sheets></workbook>''')
        if styles:
            archive.writestr('xl/styles.xml', styles)
        archive.writestr('xl/_rels/workbook.xml.rels', f'''<?xml version="1.0"?>
<Relationships xmlns="{spaces}/package/2006/relationships"><Relationship Id="rId1"
Type="{spaces}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
</Relationships>''')
        with archive.open('xl/worksheets/sheet1.xml', 'w') as part:
            for chunk in sheet:
                part.write(chunk)
    return path


def sheet_xml(rows):
    start = '<?xml version="1.0"?><worksheet xmlns=' \
            '"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return [(start + rows + '</sheetData></worksheet>').encode()]


def cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


# Confinement.

@test
def confinement_holds(folder):
    source = write(folder, 'a.geojson', geojson(feature({})))
    reading = Reading(folder, source, '--self-test')
    attempts = reading.answer['attempts']
    assert reading.status == 0 and reading.answer['ok'], reading.text
    assert reading.answer['confinement']['seccomp'] is True
    for name in ('socket', 'local_socket', 'fork', 'exec', 'trace', 'executable_memory'):
        assert attempts[name] == 'denied', reading.text
    for name in ('read_input', 'write_scratch'):
        assert attempts[name] == 'allowed', reading.text


@test
def confinement_locks_files(folder):
    source = write(folder, 'a.geojson', geojson(feature({})))
    reading = Reading(folder, source, '--self-test')
    if reading.answer['confinement']['landlock'] == 0:
        raise Skip('the kernel of this machine has no landlock')
    assert reading.answer['attempts']['read_elsewhere'] == 'denied', reading.text
    assert reading.answer['attempts']['write_elsewhere'] == 'denied', reading.text


@test
def wrong_usage(folder):
    source = write(folder, 'a.geojson', geojson(feature({})))
    taken = write(folder, 'taken.gpkg', 'x')
    for words in ([], [source], [source, folder / 'no' / 'x.gpkg'], [source, taken],
                  [folder / 'missing.shp', folder / 'x.gpkg'],
                  ['--expect', 'pictures', source, folder / 'x.gpkg'],
                  ['--crs', 'WGS84', source, folder / 'x.gpkg']):
        done = subprocess.run([READER, *map(str, words)], capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (2, b''), words
    assert taken.read_text() == 'x'


# Real files.

@test
def city_of_102034_footprints(folder):
    reading = accepts(folder, real('buildings/nyc-osm-buildings-102034.geojson.gz'), '--expect',
                      'vector', '--progress')
    layer = reading.answer['layers'][0]
    assert layer['features'] == 102034 and layer['empty_geometries'] == 0
    assert sum(layer['geometry_types'].values()) == 102034
    assert reading.rows('SELECT count(*), count(DISTINCT source_id) FROM layer_1') \
        == [(102034, 102034)]
    steps = [float(line.split()[1]) for line in reading.errors.splitlines()]
    assert steps == sorted(set(steps)) and steps[-1] == 1.0 and len(steps) > 20, steps


@test
def web_mercator_becomes_degrees(folder):
    source = real('buildings/momepy-bubenec.gpkg')
    reading = accepts(folder, source)
    assert [(x['name'], x['features'], x['crs']) for x in reading.answer['layers']] == [
        ('tessellation', 144, 'EPSG:3857'), ('buildings', 144, 'EPSG:3857'),
        ('streets', 35, 'EPSG:3857'), ('plots', 407, 'EPSG:3857')], reading.text[:2000]
    with contextlib.closing(sqlite3.connect(f'file:{source}?mode=ro&immutable=1',
                                            uri=True)) as database:
        before = ring(database.execute('SELECT geom FROM buildings ORDER BY fid').fetchone()[0])
    after = ring(reading.rows('SELECT geom FROM layer_2 ORDER BY fid')[0][0])
    # The inverse of the spherical Mercator projection, with the radius of EPSG:3857.
    radius = 6378137.0
    assert len(before) == len(after) > 3
    for (x, y), (longitude, latitude) in zip(before, after):
        assert abs(math.degrees(x / radius) - longitude) < 1e-9
        assert abs(math.degrees(2 * math.atan(math.exp(y / radius)) - math.pi / 2)
                   - latitude) < 1e-9


@test
def one_layer_of_several(folder):
    reading = accepts(folder, real('buildings/momepy-bubenec.gpkg'), '--layer', 'streets')
    assert [x['name'] for x in reading.answer['layers']] == ['streets']
    assert reading.answer['layers'][0]['geometry_types'] == {'LineString': 35}
    refuses(folder, DATA / 'buildings/momepy-bubenec.gpkg', 'no-layer', '--layer', 'houses')


@test
def zipped_shapefile(folder):
    reading = accepts(folder, real('boundaries/Providence_blocks.zip'), '--expect', 'vector')
    layer = reading.answer['layers'][0]
    assert (layer['name'], layer['features']) == ('Providence_blocks', 3014)
    population = reading.column(0, 'TOTPOP')
    # Told by the publisher: 919 blocks weigh zero.
    assert reading.rows(f"SELECT count(*) FROM layer_1 WHERE {population} = '0'") == [(919,)]
    # A field of the kind text keeps its leading zeros.
    assert reading.rows(f"SELECT DISTINCT {reading.column(0, 'COUNTYFP10')} FROM layer_1") \
        == [('007',)]


@test
def openstreetmap_before_and_after(folder):
    for name, features in (('liechtenstein-2013-08-03', 3723), ('liechtenstein-valhalla', 8996)):
        reading = accepts(folder, real(f'buildings/{name}.osm.pbf'), '--expect', 'vector')
        layer = reading.answer['layers'][0]
        assert (layer['features'], layer['ids']) == (features, 'osm'), reading.text
        assert set(layer['geometry_types']) <= {'MultiPolygon', 'LineString'}, reading.text
        building = reading.column(0, 'building')
        assert reading.rows(f'SELECT count(*) FROM layer_1 WHERE {building} IS NULL') == [(0,)]
        assert reading.rows("SELECT count(*) FROM layer_1 WHERE source_id GLOB 'way/[0-9]*' "
                            "OR source_id GLOB 'relation/[0-9]*'") == [(features,)]


@test
def ids_of_osmnx(folder):
    reading = accepts(folder, real('buildings/tsinghua-osm-626.geojson'))
    assert reading.rows("SELECT source_id FROM layer_1 WHERE fid = 1") == [('relation/10327870',)]


@test
def templates_of_an_office(folder):
    folder_of_sheets = real('sheets/cortana-grid')
    people = accepts(folder, folder_of_sheets / '人员导入模板.xlsx', '--expect', 'table')
    assert len(people.answer['layers'][0]['fields']) == 29
    # This one has three blank rows at the very end of the sheet, a million rows down.
    buildings = accepts(folder, folder_of_sheets / '建筑导入模板.xlsx', '--expect', 'table')
    assert len(buildings.answer['layers'][0]['fields']) == 31
    assert buildings.rows('SELECT fid FROM layer_1') == [(1,), (2,)]


@test
def workbooks(folder):
    sheets = real('sheets/calamine')
    old = accepts(folder, sheets / 'date.xls')
    assert old.answer['driver'] == 'XLS'
    assert old.rows('SELECT c1, c2 FROM layer_1') \
        == [('2021-01-01', '15'), ('2021-01-02', '16'), ('15:10:10', '17')]
    assert accepts(folder, sheets / 'date.xlsx').answer['driver'] == 'XLSX'
    header = accepts(folder, sheets / 'header-row.xlsx')
    layer = header.answer['layers'][0]
    assert layer['features'] + layer['blank_rows'] == 10
    assert header.rows('SELECT fid, c3 FROM layer_1 LIMIT 1') == [(3, 'Note 1')]
    refuses(folder, sheets / 'empty_sheet.xlsx', 'empty')


DAY_STYLE = ('<?xml version="1.0"?><styleSheet '
             'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
             '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')


@test
def days_of_both_epochs(folder):
    """The same number is 1,462 days later where days are counted from 1904; text stays."""
    real_file = accepts(folder, real('sheets/calamine/date_1904.xlsx'))
    assert real_file.answer['epoch'] == 1904
    assert real_file.rows('SELECT c1, c2 FROM layer_1') \
        == [('2021/01/01', '15'), ('2021/01/02', '16'), ('15:10:10', '17')]

    # 45292 is 2024-01-01 counted from 1899-12-30, and 43830 is counted from 1904-01-01.
    rows = sheet_xml('<row r="1"><c r="A1" s="1"><v>43830</v></c>' + cell('B1', '2020/01/01')
                     + '<c r="C1"><v>43830</v></c><c r="D1" s="1"><v>43830.5</v></c></row>')
    for properties, day, epoch in [('<workbookPr date1904="1"/>', '2024/01/01', 1904),
                                   ('<workbookPr date1904="false"/>', '2019/12/31', 1900),
                                   ('', '2019/12/31', 1900)]:
        book = accepts(folder, workbook(folder, f'days{len(properties)}.xlsx', rows, properties,
                                        styles=DAY_STYLE))
        assert book.answer['epoch'] == epoch
        assert book.rows('SELECT c1, c2, c3 FROM layer_1') == [(day, '2020/01/01', '43830')]
        assert book.rows('SELECT substr(c4, 1, 10) FROM layer_1') == [(day,)]


@test
def formulas_and_hidden_sheets(folder):
    """A formula that no program has worked out is no blank, and a hidden sheet is told of."""
    rows = sheet_xml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+2</f></c>'
                     '<c r="C1" s="0"/><c r="D1" t="str"><f>"a"</f><v>a</v></c></row>')
    book = accepts(folder, workbook(folder, 'formulas.xlsx', rows))
    assert book.rows('SELECT c1, c2, c3, c4 FROM layer_1') == [('2', '#FORMULA!', None, 'a')]
    assert book.answer['layers'][0]['hidden'] is False
    for state in ('hidden', 'veryHidden'):
        book = accepts(folder, workbook(folder, f'{state}.xlsx', rows, state=f'state="{state}"'))
        assert book.answer['layers'][0]['hidden'] is True


@test
def formula_far_down_a_sheet(folder):
    """A sheet is read by the piece: a formula that begins in one and ends in the next is found."""
    many = ''.join(f'<row r="{n}">{cell(f"A{n}", "x" * 400)}</row>' for n in range(1, 551))
    end = '<row r="551"><c r="A551"><f>'
    missing = (256 << 10) - sheet_xml(many + end)[0].index(b'<f>') - len('<!---->')
    for past in (1, 2):  # of the letters of the formula's start, those in the first piece
        rows = sheet_xml(f'{many}<!--{" " * (missing - past)}-->{end}1+2</f></c></row>')
        assert rows[0].index(b'<f>') == (256 << 10) - past
        book = accepts(folder, workbook(folder, f'far-{past}.xlsx', rows))
        assert book.rows('SELECT c1 FROM layer_1')[-1] == ('#FORMULA!',), past


@test
def workbook_with_password(folder):
    reading = refuses(folder, real('sheets/calamine/pass_protected.xlsx'), 'password')
    assert reading.answer['holds'] == 'locked-xlsx'
    # The same bytes under the old ending.
    copy = shutil.copy(DATA / 'sheets/calamine/pass_protected.xlsx', folder / 'locked.xls')
    refuses(folder, copy, 'password')


@test
def csv_edge_cases(folder):
    spectrum = real('sheets/csv-spectrum')
    compared = 0
    for path in sorted((spectrum / 'csvs').glob('*.csv')):
        # Published with a table and an expectation that differ.
        if path.stem == 'location_coordinates':
            continue
        # The files named _crlf were published with LF.
        text = (spectrum / 'json' / (path.stem + '.json')).read_text()
        expected = json.loads(text.replace('\\r\\n', '\\n'))
        reading = accepts(folder, path, '--expect', 'table')
        n = len(reading.answer['layers'][0]['fields'])
        head, *rows = reading.rows(
            f'SELECT {", ".join(f"c{i + 1}" for i in range(n))} FROM layer_1 ORDER BY fid')
        got = [dict(zip(head, row)) for row in rows]
        assert got == (expected if isinstance(expected, list) else [expected]), path.name
        compared += 1
    assert compared == 11, compared


@test
def service_requests_csv(folder):
    reading = accepts(folder, real('issues/nyc-311-6765.csv'))
    assert reading.answer['layers'][0]['features'] == 6765 + 1
    first = reading.rows('SELECT c1 FROM layer_1 ORDER BY fid LIMIT 1')[0][0]
    assert not first.startswith('\ufeff'), first


# Text.

@test
def text_stays_text(folder):
    source = write(folder, 'a.geojson', geojson(feature(
        {'door': '001', 'floors': 6, 'open': True, 'height': 12.5, 'tags': ['a', 'b'],
         'day': '2026-02-13', 'none': None})))
    reading = accepts(folder, source)
    columns = [reading.column(0, name)
               for name in ('door', 'floors', 'open', 'height', 'day', 'none')]
    assert reading.rows(f'SELECT {", ".join(columns)} FROM layer_1') \
        == [('001', '6', 'true', '12.5', '2026-02-13', None)]
    tags = reading.rows(f"SELECT {reading.column(0, 'tags')} FROM layer_1")[0][0]
    assert json.loads(tags) == ['a', 'b'], tags


@test
def chinese_csv(folder):
    text = '门牌,姓名\n001,王小明\n'
    for encoding, told in (('gb18030', 'GB18030'), ('gbk', 'GB18030'), ('utf-8', 'UTF-8'),
                           ('utf-8-sig', 'UTF-8'), ('utf-16', 'UTF-16LE')):
        reading = accepts(folder, write(folder, f'{encoding}.csv', text.encode(encoding)))
        assert reading.answer['encoding'] == told, reading.text
        assert reading.rows('SELECT fid, c1, c2 FROM layer_1') \
            == [(1, '门牌', '姓名'), (2, '001', '王小明')], encoding
    refuses(folder, write(folder, 'bad.csv', b'a,b\n\xff\xff\xff,1\n'), 'encoding')


@test
def csv_delimiters_and_widths(folder):
    source = write(folder, 'a.csv', '楼长名单\r\n\r\n姓名;楼;单元\r\n"王;小明";1;2\r\n')
    reading = accepts(folder, source)
    assert reading.answer['delimiter'] == ';'
    # The title's row is shorter than the table; the line of each record is kept.
    assert reading.rows('SELECT fid, c1, c2, c3 FROM layer_1') \
        == [(1, '楼长名单', None, None), (3, '姓名', '楼', '单元'), (4, '王;小明', '1', '2')]


@test
def csv_line_ends(folder):
    reading = accepts(folder, write(folder, 'a.csv', 'a,b\r\n"one\r\ntwo",\r\n\r\nx,y'))
    assert reading.rows('SELECT fid, c1, c2 FROM layer_1') \
        == [(1, 'a', 'b'), (2, 'one\r\ntwo', ''), (5, 'x', 'y')]


@test
def csv_quotes(folder):
    reading = refuses(folder, write(folder, 'a.csv', 'a,b\n"open,1\nx,2\n'), 'bad-quote')
    assert 'Line 2:' in reading.answer['message'] and reading.answer['line'] == 2, reading.text
    reading = refuses(folder, write(folder, 'b.csv', 'a,b\n"open,1\nx,"2"\n'), 'bad-quote')
    assert 'Line 3:' in reading.answer['message'], reading.text


@test
def chinese_shapefile(folder):
    for encoding, told in (('gbk', 'GB18030'), ('utf-8', 'UTF-8')):
        source = shapefile(folder, 'houses-' + encoding, ['幸福小区', '和平里'], encoding)
        reading = accepts(folder, source)
        assert reading.answer['encoding'] == told, reading.text
        assert [x['code'] for x in reading.answer['problems']] == ['encoding-guessed']
        assert reading.rows('SELECT c1 FROM layer_1 ORDER BY fid') \
            == [('幸福小区',), ('和平里',), ('幸福小区',)]


@test
def chinese_geojson_in_gbk(folder):
    text = json.dumps(json.loads(geojson(feature({'name': '幸福小区'}))), ensure_ascii=False)
    reading = accepts(folder, write(folder, 'a.geojson', text.encode('gbk')))
    assert reading.rows(f"SELECT {reading.column(0, 'name')} FROM layer_1") == [('幸福小区',)]


# Shapes.

@test
def ids_of_geojson(folder):
    for n, (features, told, ids) in enumerate((
            ([feature({'@id': 'way/7'}), feature({'@id': 'relation/8'})], 'feature',
             ['way/7', 'relation/8']),
            ([feature({}, id=70), feature({}, id=71)], 'feature', ['70', '71']),
            ([feature({}, id='way/9'), feature({}, id='node/3')], 'feature', ['way/9', 'node/3']),
            ([feature({'osm_id': 5})], 'feature', ['5']),
            ([feature({'name': 'a'}), feature({'name': 'b'})], 'none', [None, None]))):
        reading = accepts(folder, write(folder, f'{n}.geojson', geojson(*features)))
        assert reading.answer['layers'][0]['ids'] == told, reading.text
        assert [x[0] for x in reading.rows('SELECT source_id FROM layer_1 ORDER BY fid')] == ids


@test
def empty_and_raised_shapes(folder):
    raised = [[[109.8, 40.6, 5], [109.9, 40.6, 5], [109.9, 40.7, 5], [109.8, 40.6, 5]]]
    nothing = {'type': 'Feature', 'properties': {}, 'geometry': None}
    reading = accepts(folder, write(folder, 'a.geojson',
                                    geojson(feature({}, raised), nothing, feature({}))))
    layer = reading.answer['layers'][0]
    assert (layer['features'], layer['empty_geometries']) == (3, 1)
    assert layer['geometry_types'] == {'Polygon': 2}
    assert layer['bbox'] == [109.8, 40.6, 109.9, 40.7]
    assert [x['code'] for x in reading.answer['problems']] == ['empty-geometry']
    assert ring(reading.rows('SELECT geom FROM layer_1 WHERE fid = 1')[0][0])[0] == (109.8, 40.6)
    assert reading.rows('SELECT fid FROM layer_1 WHERE geom IS NULL') == [(2,)]


@test
def swapped_axes_are_told(folder):
    swapped = [[[40.6, 109.8], [40.6, 109.9], [40.7, 109.9], [40.6, 109.8]]]
    reading = accepts(folder, write(folder, 'a.geojson', geojson(feature({}, swapped))))
    assert reading.answer['layers'][0]['out_of_range'] == 1
    assert [x['code'] for x in reading.answer['problems']] == ['out-of-range']


@test
def unknown_coordinate_system(folder):
    source = shapefile(folder, 'a', ['x'], prj=False)
    refuses(folder, source, 'crs-unknown')
    refuses(folder, source, 'crs-unknown', '--crs', 'EPSG:999999')
    reading = accepts(folder, source, '--crs', 'EPSG:4490')
    assert reading.answer['crs'] == 'EPSG:4490'
    # CGCS2000 and WGS 84 agree to centimetres.
    box = reading.answer['layers'][0]['bbox']
    assert max(abs(a - b) for a, b in zip(box, [109.8, 40.6, 109.82, 40.6])) < 1e-6, box


@test
def kml(folder):
    source = write(folder, 'a.kml', '''<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>网格</name><Placemark>
<name>第一网格</name><ExtendedData><Data name="leader"><value>王小明</value></Data></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>109.8,40.6,0 109.9,40.6,0 109.9,40.7,0
109.8,40.6,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>''')
    reading = accepts(folder, source, '--expect', 'vector')
    assert reading.rows(f"SELECT {reading.column(0, 'Name')} FROM layer_1") == [('第一网格',)]
    with zipfile.ZipFile(folder / 'a.kmz', 'w') as archive:
        archive.write(source, 'doc.kml')
    assert accepts(folder, folder / 'a.kmz').answer['layers'][0]['features'] == 1


@test
def openstreetmap_xml(folder):
    nodes = ''.join(f'<node id="{i + 1}" lat="{40.6 + y}" lon="{109.8 + x}"/>' for i, (x, y) in
                    enumerate([(0, 0), (.1, 0), (.1, .1), (0, .1), (.02, .02), (.04, .02),
                               (.04, .04)]))

    def way(number, refs, *tags):
        return f'<way id="{number}">' + ''.join(f'<nd ref="{r}"/>' for r in refs) \
            + ''.join(f'<tag k="{k}" v="{v}"/>' for k, v in tags) + '</way>'

    source = write(folder, 'a.osm', '<?xml version="1.0"?><osm version="0.6">' + nodes
                   + way(10, [1, 2, 3, 4, 1], ('building', 'yes'), ('addr:housenumber', '3号'),
                         ('roof:shape', 'flat'))
                   + way(11, [1, 2, 3, 4, 1]) + way(12, [5, 6, 7, 5])
                   + way(13, [1, 2, 3, 1], ('landuse', 'grass'))
                   + way(14, [1, 2, 3], ('building', 'garage'))
                   + way(15, [1, 2, 3], ('highway', 'service'))
                   + '<relation id="20"><member type="way" ref="11" role="outer"/>'
                   '<member type="way" ref="12" role="inner"/><tag k="type" v="multipolygon"/>'
                   '<tag k="building" v="school"/></relation></osm>')
    reading = accepts(folder, source)
    number, tags = reading.column(0, 'addr:housenumber'), reading.column(0, 'other_tags')
    assert sorted(reading.rows(f'SELECT source_id, {number} FROM layer_1'), key=str) \
        == [('relation/20', None), ('way/10', '3号'), ('way/14', None)]
    assert reading.answer['layers'][0]['geometry_types'] == {'MultiPolygon': 2, 'LineString': 1}
    assert reading.rows(f"SELECT {tags} FROM layer_1 WHERE source_id = 'way/10'") \
        == [('"roof:shape"=>"flat"',)]
    whole = accepts(folder, source, '--layer', 'multipolygons')
    assert whole.answer['layers'][0]['features'] == 3


@test
def expectations(folder):
    table = write(folder, 'a.csv', 'a,b\n1,2\n')
    shapes = write(folder, 'a.geojson', geojson(feature({})))
    refuses(folder, table, 'no-layer', '--expect', 'vector')
    refuses(folder, shapes, 'no-layer', '--expect', 'table')
    refuses(folder, workbook(folder, 'a.xlsx', sheet_xml('<row r="1">' + cell('A1', 'x')
                                                         + '</row>')), 'no-layer',
            '--expect', 'vector')


# Broken files.

@test
def empty_files(folder):
    for name in ('a.geojson', 'a.shp', 'a.xlsx', 'a.csv', 'a.zip', 'a.pbf'):
        refuses(folder, write(folder, name, b''), 'empty')
    refuses(folder, write(folder, 'blank.csv', '\n\n'), 'empty')
    refuses(folder, write(folder, 'none.geojson', geojson()), 'empty')
    refuses(folder, write(folder, 'a.geojson.gz', gzip.compress(b'')), 'empty')


@test
def names_that_lie(folder):
    pdf = write(folder, 'a.shp', b'%PDF-1.4 ...')
    reading = refuses(folder, pdf, 'not-what-it-says')
    assert (reading.answer['named'], reading.answer['holds']) == ('shp', 'pdf')
    assert 'named .shp but holds a PDF document' in reading.answer['message']
    for name, content, holds in (('b.xls', '<html><table></table></html>', 'html'),
                                 ('c.xlsx', 'a,b\n1,2\n', 'text'),
                                 ('d.geojson', '{"a": 1}', 'json'),
                                 ('e.kml', '<gpx version="1.1"></gpx>', 'gpx'),
                                 ('f.csv', b'PK\5\6' + b'\0' * 18, 'zip'),
                                 ('g.gpkg', b'SQLite format 3\0' + b'\0' * 200, 'sqlite')):
        reading = refuses(folder, write(folder, name, content), 'not-what-it-says')
        assert reading.answer['holds'] == holds, reading.text
    refuses(folder, write(folder, 'a.xyz', 'a,b\n1,2\n'), 'unsupported')


@test
def cut_shapefiles(folder):
    source = shapefile(folder, 'a', ['x'], n=50)
    whole = {part: (folder / f'a.{part}').read_bytes() for part in ('shp', 'shx', 'dbf')}
    for part, content in whole.items():
        write(folder, f'a.{part}', content[:len(content) * 2 // 3])
        reading = refuses(folder, source, 'truncated')
        assert f'.{part}' in reading.answer['message'], reading.text
        write(folder, f'a.{part}', content)
    # Header corrected after the cut: only the index gives it away.
    short = whole['shp'][:700]
    write(folder, 'a.shp', short[:24] + struct.pack('>i', 350) + short[28:])
    refuses(folder, source, 'truncated')
    write(folder, 'a.shp', whole['shp'])
    accepts(folder, source)
    (folder / 'a.dbf').unlink()
    refuses(folder, source, 'part-missing')


@test
def cut_files(folder):
    text = geojson(*(feature({'n': i}) for i in range(100))).encode()
    packed = gzip.compress(text)
    refuses(folder, write(folder, 'a.geojson', text[:-2000]), 'truncated')
    refuses(folder, write(folder, 'a.geojson.gz', packed[:-20]), 'truncated')
    refuses(folder, write(folder, 'b.geojson.gz', packed[:200] + b'\0' * 50 + packed[250:]),
            'unreadable')
    book = workbook(folder, 'a.xlsx', sheet_xml('<row r="1">' + cell('A1', 'x') + '</row>'))
    refuses(folder, write(folder, 'b.xlsx', book.read_bytes()[:-300]), 'truncated')
    refuses(folder, write(folder, 'c.osm', '<osm version="0.6"><node id="1" lat="1" lon="1"/>'),
            'unreadable')
    refuses(folder, write(folder, 'd.kml', '<kml><Document><Placemark><Point><coordinates>1,2'),
            'unreadable')


@test
def cut_real_files(folder):
    package = real('buildings/momepy-bubenec.gpkg').read_bytes()
    refuses(folder, write(folder, 'a.gpkg', package[:len(package) // 2]), 'truncated')
    archive = real('boundaries/Providence_blocks.zip').read_bytes()
    refuses(folder, write(folder, 'a.zip', archive[:len(archive) // 2]), 'truncated')
    streets = real('buildings/liechtenstein-2013-08-03.osm.pbf').read_bytes()
    refuses(folder, write(folder, 'a.osm.pbf', streets[:len(streets) // 2]), 'unreadable')


@test
def package_in_use(folder):
    source = real('buildings/momepy-bubenec.gpkg')
    shutil.copyfile(source, folder / 'a.gpkg')
    write(folder, 'a.gpkg-wal', b'x' * 100)
    refuses(folder, folder / 'a.gpkg', 'in-use')


@test
def rows_beyond_a_gap(folder):
    first = '<row r="1">' + cell('A1', 'x') + '</row>'
    blank = workbook(folder, 'a.xlsx', sheet_xml(first + '<row r="1048570"></row>'))
    assert accepts(folder, blank).rows('SELECT fid, c1 FROM layer_1') == [(1, 'x')]
    filled = workbook(folder, 'b.xlsx', sheet_xml(
        first + '<row r="1048570">' + cell('A1048570', 'lost') + '</row>'))
    refuses(folder, filled, 'unreadable')


# Hostile files.

@test
def virtual_format_in_disguise(folder):
    secret = write(folder, 'secret.csv', f'a\n{SECRET}\n')
    virtual = f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{secret}' \
              '</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
    for name in ('a.kml', 'a.xlsx', 'a.geojson', 'a.csv', 'a.gpkg', 'a.osm'):
        reading = refuses(folder, write(folder, name, virtual), 'not-what-it-says')
        assert reading.answer['holds'] == 'vrt', reading.text


@test
def network_is_not_touched(folder):
    with socket.socket() as server:
        server.bind(('127.0.0.1', 0))
        server.listen()
        server.settimeout(0.2)
        address = f'http://127.0.0.1:{server.getsockname()[1]}/x'
        link = write(folder, 'a.kml', '<kml><Document><NetworkLink><Link><href>' + address
                     + '.kml</href></Link></NetworkLink></Document></kml>')
        refuses(folder, link, 'empty')
        crs = {'type': 'link', 'properties': {'href': address, 'type': 'proj4'}}
        Reading(folder, write(folder, 'a.geojson', geojson(feature({}), crs=crs)))
        try:
            server.accept()
        except TimeoutError:
            return
    raise AssertionError('the reader connected')


@test
def xml_bombs(folder):
    entities = '<!ENTITY a0 "ha">' + ''.join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 11))
    bomb = f'<?xml version="1.0"?><!-- x --><!DOCTYPE x [{entities}]>'
    refuses(folder, write(folder, 'a.kml', bomb + '<kml><name>&a10;</name></kml>'), 'unsafe')
    refuses(folder, write(folder, 'b.osm', bomb + '<osm>&a10;</osm>'), 'unsafe')
    wide = (bomb + '<kml><name>&a10;</name></kml>').encode('utf-16')
    refuses(folder, write(folder, 'c.kml', wide), 'unsafe')
    sheet = [(bomb + '<worksheet><sheetData><row r="1">' + cell('A1', '&a10;')
              + '</row></sheetData></worksheet>').encode()]
    refuses(folder, workbook(folder, 'd.xlsx', sheet), 'unsafe')


@test
def archive_bombs(folder):
    book = workbook(folder, 'a.xlsx', (b' ' * (1 << 20) for _ in range(100)))
    assert book.stat().st_size < 1 << 20
    refuses(folder, book, 'too-large')
    with gzip.open(folder / 'b.geojson.gz', 'wb', 1) as packed:
        for _ in range(100):
            packed.write(b' ' * (1 << 20))
    refuses(folder, folder / 'b.geojson.gz', 'too-large')


@test
def names_that_climb_out_of_an_archive(folder):
    shapefile(folder, 'a', ['x'])
    with zipfile.ZipFile(folder / 'climb.zip', 'w') as archive:
        for part in ('shp', 'shx', 'dbf', 'prj'):
            archive.write(folder / f'a.{part}', f'../../../climbed.{part}')
    Reading(folder, folder / 'climb.zip')
    assert not list(folder.glob('climbed*')) and not list(folder.parent.glob('climbed*'))


@test
def deep_nesting(folder):
    deep = '{"type":"FeatureCollection","features":' + '[' * 1000000
    refuses(folder, write(folder, 'a.geojson', deep + ']' * 1000000 + '}'), 'unreadable')


@test
def limit_of_disk(folder):
    if 'ASAN_OPTIONS' in os.environ:
        raise Skip('the sanitizers answer the signal as well')
    many = geojson(*(feature({'text': 'x' * 1000}) for i in range(3000)))
    source = write(folder, 'a.geojson', many)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    refuses(folder, source, 'too-large', preexec_fn=limit)


@test
def a_job_that_is_none_is_refused(folder):
    for number, content in enumerate((b'', b'\0' * 64, os.urandom(4096), b'gpkg\0EPSG:4326\0')):
        job = folder / f'job-{number}'
        job.write_bytes(content)
        done = Reading(folder, job, '--write')
        assert done.status == 1 and not done.answer['ok'], done.text
        assert not done.output.exists()


@test
def service_requests(folder):
    """GeoReport, JSON and XML: one table, the standard's members first, text as it is written."""
    requests = [{'service_request_id': 12, 'lat': 40.6512345, 'long': 109.8, 'status': 'open',
                 'more': {'a': [1]}, 'media_url': None},
                {'service_request_id': '007', 'description': '楼道 <b> & 垃圾', 'ok': True}]
    path = write(folder, 'r.json', json.dumps(requests))
    reading = accepts(folder, path, '--expect', 'table')
    layer = reading.answer['layers'][0]
    assert (reading.answer['driver'], layer['name'], layer['features']) == ('GeoReport', 'requests', 2)
    names = [f['name'] for f in layer['fields']]
    assert names[0] == 'service_request_id' and names[-2:] == ['more', 'ok'], names
    wanted = ['service_request_id', 'lat', 'more', 'media_url', 'description', 'ok']
    columns = ', '.join(reading.column(0, name) for name in wanted)
    assert reading.rows(f'SELECT fid, {columns} FROM layer_1') == [
        (1, '12', '40.6512345', '{"a":[1]}', None, None, None),
        (2, '007', None, None, None, '楼道 <b> & 垃圾', 'true')], reading.rows('SELECT * FROM layer_1')

    path = write(folder, 'r.xml', '<?xml version="1.0" encoding="utf-8"?><service_requests><request>'
                 '<service_request_id> 12 </service_request_id><description><![CDATA[a <b>]]>'
                 '</description><status/></request></service_requests>')
    reading = accepts(folder, path, '--expect', 'table')
    columns = ', '.join(reading.column(0, n) for n in ('service_request_id', 'description', 'status'))
    assert reading.rows(f'SELECT {columns} FROM layer_1') == [('12', 'a <b>', None)]
    refuses(folder, path, 'no-layer', '--expect', 'vector')
    refuses(folder, write(folder, 'r.csv', json.dumps(requests)), 'not-what-it-says')
    refuses(folder, write(folder, 'd.json', '[{"service_request_id":' + '[' * 99999), 'truncated')
    refuses(folder, write(folder, 'd2.json', '[{"service_request_id":' + '[' * 99999 + ']}]'), 'unsafe')


def main():
    print(f'1..{len(TESTS)}')
    for number, func in enumerate(TESTS, 1):
        name = func.__name__.replace('_', ' ')
        with tempfile.TemporaryDirectory() as folder:
            try:
                func(pathlib.Path(folder))
                print(f'ok {number} - {name}', flush=True)
            except Skip as reason:
                print(f'ok {number} - {name} # SKIP {reason}', flush=True)
            except Exception as problem:  # A test that breaks must not hide the others.
                for line in f'{type(problem).__name__}: {problem}'.splitlines():
                    print(f'# {line[:1500]}')
                print(f'not ok {number} - {name}', flush=True)


main()
