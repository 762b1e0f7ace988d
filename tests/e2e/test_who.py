#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl who: who is in charge of an address or a grid, and what the owner of a phone does."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import tap

CTL = sys.argv[1]
DAY = '2026-07-01'


class Who(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.run_ctl('init', '--demo', '--residents', '2')
        cls.roster = json.loads(cls.run_ctl('--json', 'roster').stdout)

    @classmethod
    def run_ctl(cls, *words, status=0):
        run = subprocess.run([CTL, '--office', str(cls.office), '--as-of', DAY, *map(str, words)],
                             check=False, capture_output=True, text=True)
        assert run.returncode == status, (run.returncode, run.stderr)
        return run

    def ask(self, *words):
        return json.loads(self.run_ctl('--json', 'who', *words).stdout)

    def test_address(self):
        """A door as people write it, in one word or two, down to the stairwell."""
        leader = next(r for r in self.roster if r['role_code'] == 'unit_leader')
        door = leader['place'].split(',')[0]
        for words in ([f'{door}{leader["unit_number"]}单元'.replace(' ', '')],
                      door.split() + [f'{leader["unit_number"]}单元']):
            answer, = self.ask(*words)
            self.assertEqual(answer['kind'], 'unit')
            lines = answer['text'].split('\n')
            self.assertEqual(lines[0], leader['place'])
            self.assertEqual(lines[1], f'Unit leader {leader["name"]} {leader["phone"]}')
        building = next(r for r in self.roster if r['role_code'] == 'building_leader'
                        and r['building_id'] == leader['building_id'])
        self.assertEqual(lines[2], f'Building leader {building["name"]} {building["phone"]}')
        full = next(r for r in self.roster if r['role_code'] == 'full_time_member'
                    and r['grid_code'] == leader['grid_code'])
        self.assertIn(f'Full-time grid member {full["name"]} {full["phone"]}', lines)

    def test_grid(self):
        full = next(r for r in self.roster if r['role_code'] == 'full_time_member')
        answer, = self.ask(full['grid_code'])
        self.assertEqual((answer['kind'], answer['title']), ('grid', full['grid']))
        self.assertEqual(answer['posts'][0]['person'], full['name'])
        self.assertEqual({p['person_id'] for p in answer['posts']},
                         {r['person_id'] for r in self.roster
                          if r['place'] in (full['grid'], full['community'])})

    def test_phone(self):
        """Whole, and its last four digits: all whose phone ends so, and nobody else."""
        person = self.roster[100]
        answers = self.ask(person['phone'])
        self.assertEqual({a['title'] for a in answers}, {f'{person["name"]} {person["phone"]}'})
        tail = person['phone'][-4:]
        wanted = {r['person_id'] for r in self.roster if r['phone'].endswith(tail)}
        answers = self.ask(tail)
        self.assertEqual({p['person_id'] for a in answers for p in a['posts']}, wanted)
        self.assertTrue(all(a['kind'] == 'person' for a in answers))

    def test_leave(self):
        """Who stands in is told with their phone, only while the leave lasts."""
        full = next(r for r in self.roster if r['role_code'] == 'full_time_member')
        other = self.roster[3]
        self.run_ctl('substitute', '--person', f'id:{full["person_id"]}', '--by',
                     f'id:{other["person_id"]}', '--from', DAY, '--to', '2026-07-10')
        line = self.ask(full['grid_code'])[0]['text'].split('\n')[1]
        self.assertIn(f'(on leave until 2026-07-10: {other["name"]} {other["phone"]} stands in)',
                      line)
        run = self.run_ctl('--as-of', '2026-07-11', '--json', 'who', full['grid_code'])
        self.assertNotIn('stands in', run.stdout)

    def test_unclear(self):
        run = self.run_ctl('who', '3号楼', status=1)
        self.assertIn('Several places', run.stderr)
        run = self.run_ctl('who', '没有这样的地方', status=1)
        self.assertIn('no place', run.stderr)
        self.assertEqual(self.run_ctl('who', status=2).stdout, '')


if __name__ == '__main__':
    tap.main()
