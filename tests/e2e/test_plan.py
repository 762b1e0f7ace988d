#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl plan: the life of a plan from a shell, in the demo's office."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import tap

CTL = sys.argv[1]
DAY = '2026-03-31'
COMMUNITY = '150203005001'


class Plans(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.demo = cls.folder / 'demo.gridgov'
        subprocess.run([CTL, '--office', str(cls.demo), '--as-of', DAY, 'init', '--demo', '--residents', '2', '--seed',
                        '7'], check=True, capture_output=True, timeout=300)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.demo, self.office)

    def run_ctl(self, *words, day=DAY):
        command = [CTL, '--office', str(self.office), '--as-of', day, '--json']
        return subprocess.run(command + [str(w) for w in words], capture_output=True, text=True,
                              timeout=120)

    def ctl(self, *words, day=DAY):
        run = self.run_ctl(*words, day=day)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def refused(self, words, *command):
        run = self.run_ctl(*command)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn(words, run.stderr)

    def ask(self, sql):
        with sqlite3.connect(self.office) as db:
            return db.execute(sql).fetchall()

    def assert_clean(self):
        self.assertEqual(self.ctl('check'), {'ok': True, 'findings': []})

    def draft(self, *words):
        return self.ctl('plan', 'draft', '--community', COMMUNITY, *words)['id']

    def test_list(self):
        plans = self.ctl('plan', 'list')
        self.assertEqual(len(plans), 4)
        self.assertEqual({p['state_code'] for p in plans}, {'in_force'})
        self.assertEqual(sum(p['grids'] for p in plans), 39)
        self.assertEqual(self.ctl('plan', 'list', '--community', COMMUNITY), plans[:1])
        self.refused('no community', 'plan', 'list', '--community', '1')

    def test_life(self):
        plan = self.draft('--name', '调整方案')
        shown = self.ctl('plan', 'show', plan)
        self.assertEqual(shown['plan']['name'], '调整方案')
        self.assertEqual(shown['plan']['state_code'], 'draft')
        self.assertEqual([g['number'] for g in shown['grids']],
                         list(range(1, len(shown['grids']) + 1)))
        self.assertEqual(shown['buildings_unassigned'], 0)
        self.assertEqual(sum(g['households'] for g in shown['grids']), shown['plan']['households'])

        # What is drawn as it was changes nothing for anybody.
        found = self.ctl('plan', 'compare', plan)
        self.assertEqual({g['change'] for g in found['grids']}, {'same'})
        self.assertEqual((found['households_moved'], found['moves'], found['posts']), (0, [], []))
        found = self.ctl('plan', 'validate', plan)
        self.assertEqual((found['ok'], found['errors']), (True, 0))
        self.assert_clean()

        grids = self.ctl('figures')['grids']
        self.assertEqual(self.ctl('plan', 'approve', plan, '--from', '2026-07-01')['state_code'],
                         'approved')
        states = {p['id']: p['state_code']
                  for p in self.ctl('plan', 'list', '--community', COMMUNITY, day='2026-07-01')}
        self.assertEqual(states[plan], 'in_force')
        self.assertEqual(sorted(states.values()), ['in_force', 'retired'])
        self.assertEqual(self.ctl('figures', day='2026-07-01')['grids'], grids)
        self.assertEqual(self.ctl('roster', day='2026-07-01'), self.ctl('roster', day='2026-06-30'))
        self.assert_clean()

        change = self.ctl('changes', '--limit', 1)[0]
        self.assertEqual(change['action'], 'Approve a plan')
        self.ctl('changes', '--undo', change['id'])
        self.assertEqual(self.ctl('plan', 'show', plan), shown)
        self.assert_clean()

    def test_two_drafts(self):
        first, second = self.draft(), self.draft()
        self.ctl('plan', 'approve', first, '--from', '2026-07-01')
        self.assertTrue(self.ctl('plan', 'show', second)['overtaken'])
        self.refused('was approved since', 'plan', 'approve', second, '--from', '2026-08-01')
        self.ctl('plan', 'rebase', second)
        self.refused('later day', 'plan', 'approve', second, '--from', '2026-07-01')
        self.ctl('plan', 'approve', second, '--from', '2026-08-01')
        self.assert_clean()

    def test_retire(self):
        force = self.ctl('plan', 'list', '--community', COMMUNITY)[0]['id']
        words = ('plan', 'retire', force, '--from', '2026-07-01')
        self.refused('Nothing takes the place', *words)
        first, second = self.draft(), self.draft()
        self.refused('Several drafts', *words)
        self.assertEqual(self.ctl('plan', 'retire', second), {'discarded': second})
        self.assertEqual(self.ctl(*words)['valid_to'], '2026-06-30')
        states = {p['id']: p['state_code']
                  for p in self.ctl('plan', 'list', '--community', COMMUNITY, day='2026-07-01')}
        self.assertEqual(states, {force: 'retired', first: 'in_force'})
        self.refused('is over after 2026-06-30', *words)
        self.assert_clean()

    def test_from_nothing(self):
        plan = self.draft('--empty')
        run = self.run_ctl('plan', 'validate', plan)
        self.assertEqual(run.returncode, 1)
        found = json.loads(run.stdout)
        self.assertEqual([f['kind'] for f in found['findings']], ['no-borders'])
        self.refused('No borders', 'plan', 'approve', plan)
        self.assertEqual(self.ctl('plan', 'discard', plan), {'discarded': plan})
        self.assertEqual(self.ask('SELECT count (*) FROM plan'), [(4,)])
        self.assert_clean()

    def test_propose(self):
        found = self.ctl('plan', 'propose', '--all')
        self.assertEqual(found['target'], 400)
        self.assertEqual(sum(g['households'] for g in found['grids']),
                         self.ctl('figures')['households'])
        self.assertEqual({g['pieces'] for g in found['grids']}, {1})
        self.assertGreaterEqual(found['within_10'], 0.9)
        drafts = [p for p in self.ctl('plan', 'list') if p['state_code'] == 'draft']
        self.assertEqual(len(drafts), 4)
        self.assert_clean()

        # What is proposed can be approved as it is: grids that go on keep their codes.
        for draft in drafts:
            self.assertEqual(self.ctl('plan', 'validate', draft['id'])['errors'], 0)
            self.ctl('plan', 'approve', draft['id'], '--from', '2026-07-01')
        self.assertEqual(self.ctl('figures', day='2026-07-01')['grids'], len(found['grids']))
        self.assert_clean()

        # The same words propose the same; what is in the band already moves nobody.
        again = self.ctl('plan', 'propose', '--community', COMMUNITY, '--rebalance', '--target', 400)
        self.assertEqual(again['moved_households'], 0)
        self.refused('no community', 'plan', 'propose', '--community', '1')
        self.assertEqual(self.run_ctl('plan', 'propose', '--all', '--target', 0).returncode, 2)
        self.assertEqual(self.run_ctl('plan', 'propose', '--all', '--kind', 'x').returncode, 2)

    def test_propose_choice(self):
        found = self.ctl('plan', 'propose', '--all', '--choice')['proposals']
        self.assertEqual([p['kind'] for p in found],
                         ['balanced', 'balanced', 'compact', 'streets', 'fewest-moves'])
        self.assertEqual([p['seed'] for p in found[:2]], [1, 2])
        self.assertGreater(found[2]['compactness'], found[0]['compactness'])
        for one in found:
            self.assertEqual(sum(m['households'] for m in one['moves']), one['moved_households'])
            # What is over a tenth off, or out of the band, is said to be so.
            rules = sum(1 for u in one['unmet'] if u['number'])
            self.assertEqual(rules, sum(1 for g in one['grids'] if g['reason'] != 'none'))
        self.assertEqual(len(self.ctl('plan', 'list')), 4)

        # Nothing is written twice: a choice is one change for all communities.
        n_changes = len(self.ctl('changes', '--limit', 500))
        self.ctl('plan', 'propose', '--all', '--kind', 'compact')
        changes = self.ctl('changes', '--limit', 500)
        self.assertEqual(len(changes), n_changes + 1)
        self.ctl('changes', '--undo', changes[0]['id'])
        self.assertEqual(len(self.ctl('plan', 'list')), 4)
        self.assert_clean()

    def test_propose_unmet(self):
        found = self.ctl('plan', 'propose', '--community', COMMUNITY, '--target', 30)
        messages = [u['message'] for u in found['unmet'] if u['rule'] == 'building']
        self.assertIn('a building is not divided', messages[0])
        words = ('plan', 'propose', '--community', COMMUNITY, '--least', 450, '--most', 500)
        self.refused('within the band', *words)

    def test_propose_draft(self):
        plan = self.draft()
        found = self.ctl('plan', 'propose', '--draft', plan, '--target', 300)
        self.assertEqual({g['plan'] for g in found['grids']}, {plan})
        self.assertEqual(len(self.ctl('plan', 'show', plan)['grids']), len(found['grids']))
        copy = self.ctl('plan', 'copy', plan, '--name', '比较')
        self.assertEqual((copy['name'], copy['grids']), ('比较', len(found['grids'])))
        named = self.ctl('plan', 'rename', plan, '--name', '新名', '--note', '先看看')
        self.assertEqual((named['name'], named['note']), ('新名', '先看看'))
        self.refused('needs a name', 'plan', 'rename', plan, '--name', ' ')
        self.assert_clean()

    def test_print(self):
        path = self.folder / 'comparison.pdf'
        self.ctl('plan', 'propose', '--community', COMMUNITY, '--target', 300)
        plan = max(p['id'] for p in self.ctl('plan', 'list'))
        told = self.ctl('print', 'plan-comparison', '--plan', plan, '-o', path)
        self.assertGreaterEqual(told['pages'], 2)
        self.assertTrue(path.read_bytes().startswith(b'%PDF'))
        self.refused('', 'print', 'plan-comparison', '--plan', 999, '-o', path)
        self.assertEqual(self.run_ctl('print', 'plan-comparison', '-o', path).returncode, 2)

    def test_words(self):
        self.assertEqual(self.run_ctl('plan').returncode, 2)
        self.assertEqual(self.run_ctl('plan', 'approve').returncode, 2)
        self.assertEqual(self.run_ctl('plan', 'show', 'x').returncode, 2)
        self.assertEqual(self.run_ctl('plan', 'list', '1').returncode, 2)
        self.refused('', 'plan', 'show', '999')


if __name__ == '__main__':
    tap.main()
