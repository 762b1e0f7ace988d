#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl residents, households, special-groups, visits."""

import demo_office
import tap


class Residents(demo_office.DemoOffice):
    day = '2026-03-31'

    def lived_in(self):
        """The grid with most people in the register, and a household of it with three or more."""
        grid = max(self.ask('residents', 'grids'), key=lambda row: row['people'])
        rows = self.ask('households', 'list', '--grid', grid['code'])
        return grid, next(row for row in rows if row['living'] == row['members'] >= 3)

    def flow(self, month, code):
        row = next(r for r in self.ask('residents', 'month', month) if r['code'] == code)
        changes = (row['recorded'] + row['moved_in'] + row['born'] + row['came'] + row['border_in'] -
                   row['moved_out'] - row['died'] - row['left'] - row['border_out'])
        self.assertEqual(row['opening'] + changes, row['closing'])
        return row

    def test_a_family_comes_and_goes(self):
        grid, household = self.lived_in()
        month = self.flow('2026-03', grid['code'])
        came = self.ask('households', 'move-in', '--unit', household['place'].replace(', unit ', '') + '单元',
                        '--door', '9901', '--name', '王建,李丽', '--relation', '02,10',
                        '--born', '1980-05-01,1982-03-08', '--sex', '1,2', '--elsewhere', '北京')
        members = self.ask('households', 'show', came['household_id'])
        self.assertEqual([(m['name'], m['relation']) for m in members], [('王建', '02'), ('李丽', '10')])
        self.assertEqual(self.flow('2026-03', grid['code'])['moved_in'], month['moved_in'] + 2)

        self.assertIn('9901', self.refuse('households', 'move-in', '--unit',
                                          household['place'].replace(', unit ', '') + '单元', '--door',
                                          '9902', '--people', f'id:{came["person_id"]}'))
        self.assertIn('head', self.refuse('households', 'death', '--people', f'id:{came["person_id"]}'))
        self.assertIn('1970', self.refuse('households', 'birth', '--to', came['household_id'], '--name',
                                          '王老', '--relation', '20', '--born', '1970-01-01'))
        change = self.ask('households', 'death', '--people', f'id:{came["person_id"]}', '--head',
                          f'id:{members[1]["person_id"]}')['change']
        self.assertEqual(self.flow('2026-03', grid['code'])['died'], month['died'] + 1)
        self.run_ctl('changes', '--undo', change)
        self.assertEqual(self.flow('2026-03', grid['code'])['died'], month['died'])
        self.ask('households', 'move-out', came['household_id'], '--elsewhere', '上海')
        self.assertEqual(self.flow('2026-03', grid['code'])['closing'], month['closing'])
        self.assert_sound()

    def test_lists_are_masked(self):
        grid, household = self.lived_in()
        rows = self.ask('residents', 'list', '--grid', grid['code'])
        self.assertEqual(sum(row['living'] for row in rows), grid['people'])
        for row in rows:
            self.assertTrue(row['identity_number'] is None or '*' in row['identity_number'])
            self.assertTrue(row['phone'] is None or '*' in row['phone'])
        old = self.ask('residents', 'list', '--age-from', '80', '--stay', 'living', '--order', 'age')
        self.assertEqual({row['age'] >= 80 for row in old}, {True})
        self.assertEqual(sorted(-row['age'] for row in old), [-row['age'] for row in old][::-1])

        who = f'id:{household["head_id"]}'
        self.assertIn('*', self.ask('residents', 'show', who)['values']['id_number'])
        self.assertIn('why', self.refuse('residents', 'show', who, '--reveal'))
        whole = self.ask('residents', 'show', who, '--reveal', '--reason', '核对医保')['values']
        self.assertRegex(whole['id_number'], r'^\d{17}[\dX]$')
        self.assertIn('known of a resident', self.ask('changes')[0]['action'])
        self.assertEqual(self.ask('residents', 'list', '--text', whole['id_number'])[0]['person_id'],
                         household['head_id'])

    def test_visits(self):
        grid, household = self.lived_in()
        plan = self.ask('visits', 'plan', '--grid', grid['code'])
        care = [row for row in plan if row['reason'] == 'care']
        self.assertEqual(care, sorted(care, key=lambda row: row['due_on']))
        self.assertEqual(plan[:len(care)], care)
        worker = plan[0]['responsible_id']
        self.assertEqual([row['household_id'] for row in self.ask('visits', 'plan', '--visitor',
                                                                  f'id:{worker}')],
                         [row['household_id'] for row in plan])

        answer = self.ask('visits', 'enter', household['id'], '--visitor', f'id:{worker}', '--confirmed',
                          '--found', 'A leaking roof', '--issue', 'C0105')
        shown = self.ask('issue', 'show', answer['issues'][0])
        self.assertEqual(shown['source'], 'visit')
        after = next(row for row in self.ask('households', 'list', '--grid', grid['code'])
                     if row['id'] == household['id'])
        self.assertEqual((after['confirmed_on'], after['visited_on']), (self.day, self.day))
        self.assertIn('Nobody was met', self.refuse('visits', 'enter', household['id'], '--outcome',
                                                    'absent', '--confirmed'))

    def test_visit_sheets(self):
        sheets = self.ask('visits', 'sheets')
        done = [row for row in sheets if row['done']]
        self.assertTrue(done)
        self.assertEqual([row['done'] for row in done], [row['stops'] for row in done])
        # Whoever is on a sheet of the day is on no other.
        worker = next(row for row in sheets if not row['done'])['visitor_id']
        first = self.ask('visits', 'plan', '--visitor', f'id:{worker}', '--keep', '--limit', '2')
        sheet = f'sheet:{first["sheets"][0]}'
        stops = self.ask('visits', 'sheet', sheet)
        self.assertEqual([row['outcome'] for row in stops], [None, None])
        others = {stop['household_id'] for row in sheets if not row['done']
                  for stop in self.ask('visits', 'sheet', row['id'])}
        self.assertFalse(others & {row['household_id'] for row in stops})

        self.ask('visits', 'enter', sheet, '--results', '1=absent,2=confirmed')
        stops = self.ask('visits', 'sheet', sheet)
        self.assertEqual([row['outcome'] for row in stops], ['absent', 'met'])
        self.assertGreaterEqual(stops[0]['absences'], 1)
        self.assertEqual((stops[1]['last_on'], stops[1]['confirmed']), (self.day, 1))
        row = next(row for row in self.ask('visits', 'sheets') if f'sheet:{row["id"]}' == sheet)
        self.assertEqual((row['stops'], row['done'], row['met'], row['absent']), (2, 2, 1, 1))
        self.assertIn('already', self.refuse('visits', 'enter', sheet, '--results', '1=met'))
        self.assertIn('no line', self.refuse('visits', 'enter', sheet, '--results', '9=met'))
        self.assertIn('stays', self.refuse('visits', 'drop', sheet))
        self.assert_sound()

    def test_special_groups(self):
        _, household = self.lived_in()
        who = f'id:{household["head_id"]}'
        before = {row['code']: row['people'] for row in self.ask('special-groups', 'list')}
        self.ask('special-groups', 'join', who, '--group', 'corrected', '--every', '3',
                 '--day', '2026-03-01')
        late = [row for row in self.ask('visits', 'plan', '--overdue')
                if row['person_id'] == household['head_id']]
        # What the law protects is not named in a list.
        self.assertEqual([row['group'] for row in late], ['***'])
        rows = {row['code']: row for row in self.ask('special-groups', 'list')}
        self.assertEqual(rows['corrected']['people'], before['corrected'] + 1)
        self.ask('special-groups', 'leave', who, '--group', 'corrected', '--day', '2026-03-30')
        self.assertIn('not of this group', self.refuse('special-groups', 'leave', who, '--group',
                                                       'corrected'))
        self.assert_sound()


if __name__ == '__main__':
    tap.main()
