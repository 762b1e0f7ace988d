#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl nets: a department's old net comes in, is laid over the base grids and goes."""

import json
import shutil
import sqlite3
import struct
import subprocess

import demo_office
import tap

DAY = '2026-07-01'


def box(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(*rings, **properties):
    return {'type': 'Feature', 'properties': properties,
            'geometry': {'type': 'Polygon', 'coordinates': list(rings)}}


def points(wkb):
    """The outer ring of a polygon."""
    n = struct.unpack_from('<I', wkb, 9)[0]
    return [struct.unpack_from('<dd', wkb, 13 + 16 * i) for i in range(n)]


class Nets(demo_office.DemoOffice):
    day = DAY

    def setUp(self):
        super().setUp()
        self.figures = self.ask('figures')

    def take(self, *words, status=0):
        answer = self.ask('import', *words, status=status)
        self.assertEqual(answer['read'], answer['new'] + answer['changed'] + answer['same'] +
                         answer['rejected'])
        return answer

    def rows(self, sql):
        db = sqlite3.connect(self.office)
        found = db.execute(sql).fetchall()
        db.close()
        return found

    def extent(self):
        places = [p for (wkb,) in self.rows('SELECT border FROM community') for p in points(wkb)]
        return (min(p[0] for p in places), min(p[1] for p in places),
                max(p[0] for p in places), max(p[1] for p in places))

    def write(self, name, features):
        path = self.folder / name
        path.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}),
                        encoding='utf-8')
        return path

    def halves(self):
        """Two old grids that are the whole office, the western and the eastern half."""
        west, south, east, north = self.extent()
        middle = (west + east) / 2
        return self.write('police.geojson', [
            feature(box(west, south, middle, north), 网格编号='PA-1', 网格名称='西片', 民警='任晓明',
                    电话='139 0000 0001'),
            feature(box(middle, south, east, north), 网格编号='PA-2', 网格名称='东片', 民警='盖长河',
                    电话='13900000002')])

    def take_halves(self):
        answer = self.take('legacy-grids', self.halves(), '--net', '警务网格', '--department', '公安分局')
        self.assertEqual((answer['read'], answer['new']), (2, 2))
        return [n['id'] for n in self.ask('nets', 'list') if n['name'] == '警务网格'][0]

    def test_comes_in(self):
        net = self.take_halves()
        row = self.ask('nets', 'show', net)
        self.assertEqual((row['name'], row['department'], row['role_code'], row['grids'],
                          row['people'], row['retired_on']),
                         ('警务网格', '公安分局', 'department_police', 2, 2, None))
        again = self.take('legacy-grids', self.halves(), '--net', '警务网格')
        self.assertEqual((again['same'], again['change']), (2, 0))
        self.assert_sound()

    def test_odd_grids_are_kept(self):
        west, south, east, north = self.extent()
        step = (east - west) / 10
        bow_tie = [[west, south], [west + step, south + step], [west + step, south],
                   [west, south + step], [west, south]]
        unclosed = box(west + 4 * step, south, west + 5 * step, south + step)[:-1]
        parts = {'type': 'Feature', 'properties': {'code': 'parts'},
                 'geometry': {'type': 'MultiPolygon', 'coordinates': [
                     [box(west, north - step, west + step, north)],
                     [box(east - step, north - step, east, north)]]}}
        path = self.write('odd.geojson', [
            feature(bow_tie, code='bow'),
            feature(unclosed, code='open'),
            feature(box(west + 6 * step, south, west + 8 * step, south + step), code='twice'),
            feature(box(west + 7 * step, south, west + 9 * step, south + step), code='twice'),
            feature(box(west + 9 * step, south, west + 9 * step + 0.00003, south + step), code='thin'),
            parts,
            {'type': 'Feature', 'properties': {'code': 'none'}, 'geometry': None}])
        answer = self.take('legacy-grids', path, '--net', '旧网', status=3)
        found = {p['code']: (p['rejected'], p['rows']) for p in answer['problems']}
        self.assertEqual((answer['read'], answer['new'], answer['rejected']), (7, 6, 1))
        self.assertEqual(found['empty'], (True, [7]))
        self.assertEqual(found['crossing'], (False, [1]))
        self.assertEqual(found['unclosed'], (False, [2]))
        self.assertEqual(found['same-code'], (False, [4]))
        self.assertEqual(found['overlap'], (False, [4]))
        self.assertEqual(found['sliver'], (False, [5]))
        self.assertIn(6, found['pieces'][1])
        place = [p for p in answer['problems'] if p['code'] == 'overlap'][0]['place']
        self.assertTrue(west + 7 * step < place[0] < west + 8 * step, place)
        self.assertEqual(self.rows("SELECT count(*) FROM legacy_grid WHERE code = 'twice-2'"), [(1,)])
        self.assert_sound()

    def test_people_of_a_table(self):
        net = self.take_halves()
        table = self.folder / 'people.csv'
        table.write_text('警务网格人员表,,,\n网格,姓名*,联系电话,职务\nPA-1,单田芳,13911110001,辅警\n'
                         '东片,任盈盈,13911110002,辅警\nPA-9,黄无人,,\nPA-1,,13911110003,\n'
                         'PA-1,单田芳,13911110001,辅警\nPA-1,任晓明,13900009999,民警\n', encoding='utf-8')
        answer = self.take('legacy-people', table, '--net', '警务网格', status=3)
        found = {p['code']: p['rows'] for p in answer['problems']}
        self.assertEqual((answer['read'], answer['new'], answer['changed'], answer['rejected']),
                         (6, 2, 1, 3))
        self.assertEqual(found, {'no-grid': [5], 'no-name': [6], 'same-person': [7]})
        self.assertEqual(self.ask('nets', 'show', net)['people'], 4)

        for words, option in [('没有', '--net'), ('警务网格', '--map')]:
            extra = ['--net', words] if option == '--net' else ['--net', words, '--map', 'name=没有']
            run = self.run_ctl('import', 'legacy-people', table, *extra, status=1)
            self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)

    def test_rehearsal_keeps_nothing(self):
        n = len(self.ask('nets', 'list'))
        self.take('legacy-grids', self.halves(), '--net', '警务网格', '--dry-run')
        self.assertEqual(len(self.ask('nets', 'list')), n)

    # Laid over --------------------------------------------------------------------------------

    def test_matrix_adds_up(self):
        net = self.take_halves()
        matrix = self.ask('nets', 'matrix', net)
        self.assertEqual([row['code'] for row in matrix['rows']], ['PA-1', 'PA-2'])
        for row in matrix['rows']:
            cells = row['cells']
            self.assertAlmostEqual(sum(c['area_m2'] for c in cells) + row['outside_m2'] +
                                   row['bare_m2'], row['area_m2'], delta=1)
            self.assertEqual(row['bare_m2'], 0)
            for key in ('buildings', 'households'):
                self.assertEqual(sum(c[key] for c in cells) + row['stray_' + key], row[key])
        # Both halves together are the office.
        buildings = self.rows('SELECT count(*) FROM building')[0][0]
        households = self.rows('SELECT sum(households) FROM unit')[0][0]
        self.assertEqual(sum(r['buildings'] for r in matrix['rows']), buildings)
        self.assertEqual(sum(r['households'] for r in matrix['rows']), households)
        self.assertEqual(len(matrix['columns']), 39)
        # Each base grid is in the cells with all of its ground.
        for column in matrix['columns']:
            area = sum(c['area_m2'] for r in matrix['rows'] for c in r['cells']
                       if c['grid'] == column['code'])
            self.assertAlmostEqual(area, column['area_m2'], delta=1)

    def test_printed(self):
        """The paper has each base grid and each old one, the matrix's numbers, and the people."""
        if shutil.which('pdftotext') is None:
            self.skipTest('pdftotext is not there')
        net = self.take_halves()
        paper = self.folder / 'net.pdf'
        answer = self.ask('print', 'old-net', '--net', net, '-o', paper)
        people = self.rows('SELECT count(*) FROM legacy_person p JOIN legacy_grid g '
                           f'ON g.id = p.legacy_grid_id WHERE g.net_id = {net}')[0][0]
        self.assertEqual(answer['people'], people)
        text = subprocess.run(['pdftotext', '-layout', str(paper), '-'], check=True, timeout=60,
                              capture_output=True, text=True).stdout
        matrix = self.ask('nets', 'matrix', net)
        lines = [line.split() for line in text.splitlines()]
        for column in matrix['columns']:
            households = [c['households'] for r in matrix['rows'] for c in r['cells']
                          if c['grid'] == column['code'] and c['households'] > 0]
            found = [line for line in lines if line and line[0] == column['code']]
            self.assertGreaterEqual(len(found), 3, column['code'])
            self.assertIn([str(n) for n in households + [sum(households)]],
                          [[word for word in line if word.isdigit()][1:] for line in found])
        for row in matrix['rows']:
            self.assertIn(row['code'], text)

    def test_proof(self):
        self.take_halves()
        proof = self.ask('nets', 'proof')
        self.assertTrue(proof['whole'])
        self.assertEqual((proof['grids'], proof['in_no_grid'], proof['in_several_grids']), (39, 0, 0))
        self.assertEqual(proof['in_one_grid'], proof['buildings'])
        self.assertAlmostEqual(proof['union_m2'], proof['communities_m2'], delta=2)
        halves = [g for g in proof['old_grids'] if g['net'] == '警务网格']
        self.assertEqual(len(halves), 2)
        for grid in halves:
            # What is left lies outside the communities.
            self.assertEqual(grid['bare_inside_m2'], 0)
            self.assertEqual(grid['place'] is None, grid['per_mille'] == 1000)

        self.rows_write('DELETE FROM plan_building WHERE id = (SELECT max(id) FROM plan_building)')
        proof = self.ask('nets', 'proof', status=3)
        self.assertEqual((proof['whole'], proof['in_no_grid']), (False, 1))

    def rows_write(self, sql):
        db = sqlite3.connect(self.office)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' "
                                  "AND tbl_name = 'plan_building'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(sql)
        db.commit()
        db.close()

    # Moved ------------------------------------------------------------------------------------

    def test_proposal(self):
        net = self.take_halves()
        people = self.ask('nets', 'propose', net)
        matrix = self.ask('nets', 'matrix', net)
        self.assertEqual([p['name'] for p in people], ['任晓明', '盖长河'])
        for person, row in zip(people, matrix['rows']):
            others = [r for r in matrix['rows'] if r is not row][0]
            mine = {c['grid']: c['households'] for c in row['cells']}
            theirs = {c['grid']: c['households'] for c in others['cells']}
            # Each base grid goes to the half that has more of its households.
            led = {g for g, n in mine.items() if n > theirs.get(g, 0)}
            self.assertEqual(set(person['grids']), led)
            self.assertEqual(mine[person['grids'][0]], max(mine.values()))
            self.assertEqual(person['doubts'], [])
        grids = [g for p in people for g in p['grids']]
        self.assertEqual(len(grids), len(set(grids)))

    def test_carried_out_and_undone(self):
        net = self.take_halves()
        posts = self.rows('SELECT count(*) FROM post')[0][0]
        people = self.rows('SELECT count(*) FROM person')[0][0]
        before = self.ask('nets', 'propose', net)
        wanted = {p['name']: set(p['grids']) for p in before}
        row = self.ask('nets', 'carry-out', net, '--from', DAY)
        n = sum(len(g) for g in wanted.values())
        self.assertEqual((row['retired_on'], row['moved']), (DAY, n))
        self.assertEqual(self.rows('SELECT count(*) FROM post')[0][0], posts + n)
        self.assertEqual(self.rows('SELECT count(*) FROM person')[0][0], people + 2)
        for name, grids in wanted.items():
            held = {code for (code,) in self.rows(
                "SELECT g.code FROM post p JOIN person n ON n.id = p.person_id "
                "JOIN grid g ON g.id = p.grid_id JOIN role r ON r.id = p.role_id "
                f"WHERE n.name = '{name}' AND r.code = 'department_police' "
                f"AND p.valid_from = '{DAY}' AND p.reason <> ''")}
            self.assertEqual(held, grids)
        self.assertEqual(self.rows('SELECT DISTINCT valid_to FROM legacy_grid g JOIN legacy_net n '
                                   f'ON n.id = g.net_id WHERE n.id = {net}'), [('2026-06-30',)])
        self.assert_sound()
        run = self.run_ctl('nets', 'carry-out', net, status=1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1)
        self.run_ctl('import', 'legacy-grids', self.halves(), '--net', '警务网格', status=1)

        change = self.ask('changes')[0]
        self.run_ctl('changes', '--undo', change['id'])
        self.assertEqual(self.rows('SELECT count(*) FROM post')[0][0], posts)
        self.assertEqual(self.rows('SELECT count(*) FROM person')[0][0], people)
        self.assertEqual(self.ask('nets', 'propose', net), before)
        self.assertIsNone(self.ask('nets', 'show', net)['retired_on'])
        self.assert_sound()

    def test_somebody_known(self):
        net = self.take_halves()
        name, phone = self.rows('SELECT name, phone FROM person WHERE phone IS NOT NULL LIMIT 1')[0]
        table = self.folder / 'people.csv'
        table.write_text(f'网格,姓名,电话\nPA-1,{name},{phone[:3]}-{phone[3:]}\nPA-2,{name},000\n',
                         encoding='utf-8')
        self.take('legacy-people', table, '--net', '警务网格')
        people = self.ask('nets', 'propose', net)
        self.assertEqual([p['doubts'] for p in people if p['name'] == name], [[], ['namesake']])
        self.assertGreater(people[1]['person'], 0)
        n = self.rows('SELECT count(*) FROM person')[0][0]
        self.run_ctl('nets', 'carry-out', net)
        # 任晓明, 盖长河 and the namesake.
        self.assertEqual(self.rows('SELECT count(*) FROM person')[0][0], n + 3)
        self.assert_sound()

    def test_chosen(self):
        net = self.take_halves()
        first, second = self.ask('nets', 'propose', net)
        codes = [code for (code,) in self.rows('SELECT code FROM grid ORDER BY code LIMIT 2')]
        answer = self.ask('nets', 'assign', net, '--person', first['id'], '--to', ','.join(codes))
        self.assertEqual((answer[0]['grids'], answer[0]['decided']), (codes, True))
        answer = self.ask('nets', 'assign', net, '--person', second['id'], '--none')
        self.assertEqual((answer[1]['grids'], answer[1]['doubts']), ([], []))
        self.run_ctl('nets', 'assign', net, '--person', first['id'], '--to', '1', status=1)
        row = self.ask('nets', 'carry-out', net)
        self.assertEqual(row['moved'], 2)
        self.assert_sound()

    def test_rules_stand_in_the_way(self):
        net = self.take_halves()
        # One full-time member a grid, and one grid a member: every post is held.
        self.run_ctl('nets', 'assign', net, '--role', 'full_time_member')
        people = self.ask('nets', 'propose', net)
        self.assertEqual([len(p['grids']) for p in people], [1, 1])
        for person in people:
            self.assertIn('held', person['doubts'])
            self.assertIn('small-share', person['doubts'])
        run = self.run_ctl('nets', 'carry-out', net, status=1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1)
        self.run_ctl('nets', 'assign', net, '--role', 'building_leader', status=1)
        self.run_ctl('nets', 'assign', net, status=2)
        self.assert_sound()

    def test_nowhere(self):
        west, south, east, north = self.extent()
        path = self.write('wide.geojson', [
            feature(box(west, south, east, north), code='in', leader='任晓明'),
            feature(box(east + 0.1, south, east + 0.2, north), code='out', leader='盖长河')])
        self.take('legacy-grids', path, '--net', '警务网格')
        net = [n['id'] for n in self.ask('nets', 'list') if n['name'] == '警务网格'][0]
        self.assertEqual([p['doubts'] for p in self.ask('nets', 'propose', net)], [[], ['nowhere']])
        self.run_ctl('nets', 'carry-out', net, status=1)
        self.run_ctl('nets', 'assign', net, '--none')
        first, second = self.ask('nets', 'propose', net)
        self.assertEqual((first['decided'], second['decided'], second['doubts']), (False, True, []))
        # Who was moved is in all 39 grids; who stays out was not made.
        self.assertEqual(self.ask('nets', 'carry-out', net)['moved'], 39)
        self.assertEqual(self.rows("SELECT count(*) FROM person WHERE name = '盖长河'"), [(0,)])
        self.assert_sound()

    def test_retired_without_moving(self):
        net = self.take_halves()
        self.assertEqual(self.ask('nets', 'retire', net, '--from', DAY)['retired_on'], DAY)
        self.assertEqual(self.ask('figures'), self.figures)
        self.assert_sound()

    def test_not_there(self):
        for words in (['matrix', 99], ['propose', 99], ['carry-out', 99], ['show', 99]):
            run = self.run_ctl('nets', *words, status=1)
            self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.run_ctl('nets', 'dance', status=2)


if __name__ == '__main__':
    tap.main()
