#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl organisations: what there is on any day, what it leaves open, and every change of it."""

import json

import demo_office
import tap

DAY = '2026-07-01'


class Organisations(demo_office.DemoOffice):
    day = DAY

    def ask(self, *words, **options):
        return super().ask('organisations', *words, **options)

    def refuse(self, *words, **options):
        return super().refuse('organisations', *words, **options)

    def lines(self, of, kind, **options):
        return [l for l in self.ask('show', of, **options)['lines'] if l['kind'] == kind]

    def gaps(self, gap, **options):
        return [g for g in self.ask('coverage', **options) if g['gap'] == gap]

    def test_demo(self):
        """The account's figures, and every grid has a party organisation."""
        def count(kind):
            return len(self.ask('list', '--kind', kind))
        self.assertEqual((count('co_building'), count('branch'), count('group'), count('department'),
                          count('committee')), (33, 28, 39, 11, 1))
        self.assertEqual(count('property') + count('gas') + count('water'), 13)
        self.assertEqual(count('party'), 67)
        figures = json.loads(self.run_ctl('figures').stdout)
        self.assertEqual((figures['cobuilding_organisations'], figures['party_branches'],
                          figures['party_groups'], figures['market_liaisons']['total']),
                         (33, 28, 39, 26))
        self.assertEqual(self.gaps('grid-without-party'), [])
        self.assertGreater(len(self.ask('coverage')), 3)  # something is left to do
        chart = self.ask('chart')
        self.assertEqual([sum(n['kind'] == k for n in chart)
                          for k in ('office', 'committee', 'department', 'community', 'grid')],
                         [1, 1, 11, 4, 39])
        self.assert_sound()

    def test_co_building(self):
        community = '和宁社区'
        words = ['--kind', 'co_building', '--name', '新风书店', '--community', community]
        change = self.ask('add', *words, '--scope', '全民阅读', '--phone', '0472-1234567', '--from',
                          '2026-03-01')['change']
        self.assertGreater(change, 0)
        self.assertIn('新风书店', self.refuse('add', *words))
        self.ask('contact', '新风书店', '--name', '欧阳盼睇', '--phone', '13900000001', '--note', '店长')
        grids = [g['code'] for g in self.ask('chart') if g['kind'] == 'grid']
        here = [g for g in grids if g[:12] == grids[0][:12]]
        other = next(g for g in grids if g[:12] != grids[0][:12])
        self.ask('assign', '新风书店', '--grids', ','.join(here[:2]), '--from', '2026-03-01')
        self.assertIn(community, self.refuse('assign', '新风书店', '--grids', other))
        self.ask('offer', '新风书店', '--title', '图书 500 册', '--until', '2026-12-31')
        self.ask('activity', '新风书店', '--title', '读书会', '--grids', here[0], '--reached', '30')
        shown = self.ask('show', '新风书店')
        row = shown['organisation']
        self.assertEqual((row['scope'], row['head'], row['head_phone'], row['grids'], row['resources'],
                          row['activities']), ('全民阅读', '欧阳盼睇', '13900000001', 2, 1, 1))
        self.assertEqual([l['kind'] for l in shown['lines']],
                         ['contact', 'grid', 'grid', 'resource', 'activity'])
        # As of other days.
        self.assertEqual(self.lines('新风书店', 'contact', day='2026-06-30'), [])
        self.assertEqual(self.lines('新风书店', 'resource', day='2027-01-01'), [])
        self.assertNotIn('新风书店', [o['name'] for o in self.ask('list', day='2026-02-28')])
        # Found by its reading, its initials and what it is for.
        for words in ('xinfeng', 'xfsd', '全民阅读', '盼睇'):
            self.assertEqual([o['name'] for o in self.ask('list', '--text', words)], ['新风书店'])
        self.ask('edit', '新风书店', '--name', '新风书城', '--address', '友谊路 8 号')
        self.assertEqual(self.ask('show', '新风书城')['organisation']['scope'], '全民阅读')
        self.assert_sound()
        self.ask('end', '新风书城', '--until', '2026-09-30', '--reason', '停业')
        self.assertEqual(self.lines('新风书城', 'grid')[0]['until'], '2026-09-30')
        listed = self.ask('list', '--kind', 'co_building', day='2026-10-01')
        self.assertEqual(len(listed), 33)
        self.assert_sound()

    def test_party(self):
        branch = self.ask('list', '--kind', 'branch')[0]
        self.ask('add', '--kind', 'group', '--name', '先锋党小组', '--branch', branch['name'])
        self.assertEqual([g['name'] for g in self.gaps('party-without-head') if g['name'] == '先锋党小组'],
                         ['先锋党小组'])
        member = self.lines(branch['name'], 'member')[0]
        self.ask('member', '先锋党小组', '--person', f'id:{member["person_id"]}', '--duty', 'leader')
        self.assertIn(member['title'], self.refuse('member', '先锋党小组', '--name', '欧阳盼睇', '--duty',
                                                   'leader'))
        stranger = next(b for b in self.ask('list', '--kind', 'branch') if b['id'] != branch['id'])
        self.assertIn(branch['name'], self.refuse('member', stranger['name'], '--person',
                                                  f'id:{member["person_id"]}'))
        grid = next(l for l in self.lines(branch['name'], 'grid'))
        self.ask('assign', '先锋党小组', '--grids', grid['code'])
        # Without its own group and its branch the grid has the new one still, then none.
        for of in ('先锋党小组', branch['name'],
                   next(o['name'] for o in self.ask('list', '--kind', 'group', '--text', grid['title'])
                        if o['grids'])):
            line = next(l for l in self.lines(of, 'grid') if l['code'] == grid['code'])
            self.assertEqual(self.gaps('grid-without-party', day='2026-08-01'), [])
            self.ask('end', of, '--line', f'grid:{line["id"]}', '--until', '2026-07-31')
        gap = self.gaps('grid-without-party', day='2026-08-01')
        self.assertEqual([(g['code'], g['deed']) for g in gap], [(grid['code'], 'assign-party')])
        vacancies = json.loads(self.run_ctl('vacancies', day='2026-08-01').stdout)
        self.assertIn(grid['code'], [v['grid_code'] for v in vacancies
                                     if v['role_code'] == 'party_organisation'])
        self.ask('assign', '先锋党小组', '--grids', grid['code'], '--from', '2026-08-01')
        self.assertEqual(self.gaps('grid-without-party', day='2026-08-01'), [])
        self.assert_sound()

    def test_company(self):
        gas = self.ask('list', '--kind', 'gas')[0]['name']
        post = self.lines(gas, 'post')[0]
        line = next(l for l in self.lines(gas, 'grid') if l['grid_id'] == post['grid_id'])
        self.ask('end', gas, '--line', f'post:{post["id"]}', '--until', '2026-07-15')
        self.assertEqual([g['grid_id'] for g in self.gaps('company-without-liaison', day='2026-07-16')],
                         [post['grid_id']])
        self.ask('liaison', gas, '--name', '欧阳盼睇', '--phone', '13900000001', '--grids', line['code'],
                 '--from', '2026-07-16')
        self.assertEqual(self.gaps('company-without-liaison', day='2026-07-16'), [])
        self.assertIn(gas, self.refuse('end', gas, '--until', '2026-12-31'))
        self.ask('end', gas, '--until', '2026-12-31', '--with-posts')
        # With no gas company there is none that a grid could want.
        self.assertEqual([g for g in self.gaps('grid-without-service', day='2027-01-01')
                          if g['wanted'] == 'gas'], [])
        self.assert_sound()

    def test_print(self):
        def pages(*words):
            paper = self.folder / 'paper.pdf'
            answer = json.loads(self.run_ctl('print', *words, '-o', paper).stdout)
            self.assertTrue(paper.read_bytes().startswith(b'%PDF'))
            return answer['pages'], answer.get('boxes', answer.get('organisations'))
        self.assertEqual(pages('organisation-chart', '--paper', 'a3'), (1, 56))
        self.assertLessEqual(pages('organisation-chart')[0], 2)
        self.assertGreater(pages('organisations', '--no-phones')[0], 1)
        self.assertEqual(pages('organisations', '--text', '医院')[0], 1)
        self.run_ctl('print', 'organisations', '--text', '没有这个单位', '-o',
                     self.folder / 'none.pdf', status=1)

    def test_bad_input(self):
        name = self.ask('list', '--kind', 'co_building')[0]['name']
        office = self.office.read_bytes()
        self.assertIn('2023-01-01', self.refuse('end', name, '--until', '2023-01-01'))
        self.refuse('contact', name, '--person', 'id:999999')
        self.refuse('contact', name)
        self.refuse('show', '没有这个单位')
        self.refuse('assign', name, '--grids', '999999999999999')
        self.refuse('activity', name, '--title', '')
        self.refuse('activity', name, '--title', '讲座', '--from', '2026-02-30')
        self.refuse('add', '--kind', 'shop', '--name', 'x')
        self.refuse('add', '--kind', 'group', '--name', 'x')
        self.refuse('add', status=2)
        self.refuse('end', name, '--line', 'nonsense', status=2)
        self.refuse('dance', status=2)
        self.assertEqual(self.office.read_bytes(), office)

    def test_undo(self):
        before = self.ask('list')
        changes = [self.ask('add', '--kind', 'department', '--name', '司法局')['change'],
                   self.ask('offer', before[20]['name'], '--title', '会议室')['change'],
                   self.ask('end', before[25]['name'], '--until', '2026-12-31')['change']]
        self.assertNotEqual(self.ask('list'), before)
        for change in reversed(changes):
            self.run_ctl('changes', '--undo', change)

        def plain(rows):
            return [{k: v for k, v in row.items() if k != 'row_version'} for row in rows]
        self.assertEqual(plain(self.ask('list')), plain(before))
        self.assert_sound()


if __name__ == '__main__':
    tap.main()
