#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl as somebody at a shell uses it: what it does, answers and refuses."""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import tap

CTL = sys.argv[1]


def ctl(*words, office=None):
    command = [CTL] + (['--office', str(office)] if office else []) + [str(w) for w in words]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


class Office(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'

    def refused(self, run, words):
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.assertIn(words, run.stderr)

    def test_init_and_check(self):
        self.assertEqual(ctl('init', office=self.office).returncode, 0)
        run = ctl('--json', 'check', office=self.office)
        self.assertEqual((run.returncode, json.loads(run.stdout)),
                         (0, {'ok': True, 'findings': []}))

    def test_init_keeps_what_is_there(self):
        ctl('init', office=self.office)
        before = self.office.read_bytes()
        self.refused(ctl('init', office=self.office), 'there already')
        self.assertEqual(self.office.read_bytes(), before)

    def test_demo_has_the_figures_of_the_account(self):
        run = ctl('--as-of', '2026-03-31', 'init', '--demo', '--residents', '2', '--seed', '7', office=self.office)
        self.assertEqual(run.returncode, 0, run.stderr)
        run = ctl('--json', '--as-of', '2026-03-31', 'figures', office=self.office)
        found = json.loads(run.stdout)
        expected = {
            'communities': 4, 'grids': 39, 'first_secretaries': 4, 'chief_grid_leaders': 4,
            'part_time_members': 1160, 'building_leaders': 254, 'unit_leaders': 906,
            'department_members': {'total': 31, 'enforcement': 12, 'medical': 8, 'police': 6,
                                   'justice': 1, 'market': 4},
            'department_liaisons': {'total': 6, 'housing': 1, 'education': 1, 'traffic': 1,
                                    'emergency': 1, 'culture': 1, 'ecology': 1},
            'cobuilding_organisations': 33,
            'market_liaisons': {'total': 26, 'property': 11, 'gas': 9, 'water': 6},
            'party_branches': 28, 'party_groups': 39, 'issues_handled': 861,
            'illegal_structures': {'count': 317, 'area_m2': 3493},
            'wall_breaking': {'count': 25, 'area_m2': 354},
            'residential_buildings': 254, 'units': 906,
        }
        self.assertEqual({key: found.get(key) for key in expected}, expected)
        self.assertGreaterEqual(found['disputes_mediated'], 310)
        self.assertGreaterEqual(found['utility_problems'], 170)
        self.assertGreaterEqual(found['gas_patrol_members'], 50)
        self.assertAlmostEqual(found['households'], 15600, delta=156)
        self.assertEqual(ctl('check', office=self.office).returncode, 0)

    def test_roster(self):
        day = ['--as-of', '2026-03-31']
        self.assertEqual(ctl(*day, 'init', '--demo', '--residents', '2', office=self.office).returncode, 0)

        run = ctl(*day, '--json', 'roster', '--role', 'part_time_member', office=self.office)
        rows = json.loads(run.stdout)
        self.assertEqual(len(rows), 254 + 906)
        self.assertEqual(sorted(rows, key=lambda row: row['rank']), rows)
        place = rows[0]['grid_code']
        some = ctl(*day, '--json', 'roster', '--place', place, office=self.office)
        self.assertEqual({row['grid_code'] for row in json.loads(some.stdout)}, {place})
        # A grid that a department does not serve is the only kind of hole the account tells of.
        run = ctl(*day, '--json', 'vacancies', office=self.office)
        self.assertLessEqual({row['place_kind'] for row in json.loads(run.stdout)}, {'grid'})

        pdf = self.folder / 'roster.pdf'
        run = ctl(*day, '--json', 'print', 'roster', '-o', pdf, '--role', 'part_time_member',
                  office=self.office)
        self.assertEqual((run.returncode, json.loads(run.stdout)['posts']), (0, 1160), run.stderr)
        self.assertEqual(pdf.read_bytes()[:5], b'%PDF-')

        self.refused(ctl('print', 'roster', '-o', pdf, '--place', '999', office=self.office),
                     'No post')
        self.refused(ctl(*day, 'print', 'roster', '-o', self.folder / 'no' / 'x.pdf',
                         office=self.office), 'cannot be written')
        self.assertEqual(ctl('print', 'passbook', '-o', pdf, office=self.office).returncode, 2)
        self.assertEqual(ctl('print', 'roster', office=self.office).returncode, 2)

    def maps(self, *words):
        """Prints maps and answers what was told, and each page's text."""
        pdf = self.folder / 'map.pdf'
        run = ctl('--as-of', '2026-03-31', '--json', 'print', 'map', *words, '-o', pdf,
                  office=self.office)
        self.assertEqual(run.returncode, 0, run.stderr)
        told = json.loads(run.stdout)
        self.assertEqual(pdf.read_bytes()[:5], b'%PDF-')
        if shutil.which('pdftotext') is None:
            return told, None
        text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True,
                              check=True).stdout
        pages = text.split('\f')[:-1]
        self.assertEqual(len(pages), told['pages'])
        return told, pages

    def test_maps(self):
        day = ['--as-of', '2026-03-31']
        self.assertEqual(ctl(*day, 'init', '--demo', '--residents', '2', office=self.office).returncode, 0)
        run = ctl(*day, '--json', 'roster', '--role', 'building_leader', office=self.office)
        leaders = json.loads(run.stdout)
        codes = sorted({row['grid_code'] for row in leaders})

        told, pages = self.maps('--all')
        self.assertEqual(told['maps'], 4 + 39)
        if pages:
            # Overview, then its grids by code; every leader's phone once, on the leader's grid.
            firsts = [re.search(r'Code (\d+)', page) for page in pages]
            order = [first.group(1) for first in firsts if first]
            self.assertEqual(order, sorted({code[:12] for code in codes} | set(codes)))
            for row in leaders:
                found = [i for i, page in enumerate(pages) if row['phone'] in page]
                self.assertTrue(found, row['phone'])
                self.assertIn(row['grid_code'], pages[found[0]] + pages[found[0] - 1])
            self.assertEqual(sum(page.count(row['phone']) for page in pages for row in leaders),
                             sum(1 for a in leaders for b in leaders if a['phone'] == b['phone']))

        told, pages = self.maps('--community', codes[0][:12], '--paper', 'a3', '--no-phones')
        self.assertEqual(told['maps'], 1 + sum(code[:12] == codes[0][:12] for code in codes))
        if pages:
            self.assertFalse([row for row in leaders if row['phone'] in ''.join(pages)])

        told, pages = self.maps('--grid', codes[-1])
        self.assertEqual((told['maps'], told['pages'] >= 1), (1, True))

        told, pages = self.maps('--community', codes[0][:12], '--theme', 'deviation')
        if pages:
            # Around 400, in the legend of the overview and on no grid's own map.
            self.assertEqual([i for i, page in enumerate(pages) if '−20' in page], [0])

        pdf = self.folder / 'no.pdf'
        self.refused(ctl(*day, 'print', 'map', '--all', '--theme', 'beauty', '-o', pdf,
                         office=self.office), 'households, deviation')
        self.refused(ctl(*day, 'print', 'map', '--grid', '150203005001999', '-o', pdf,
                         office=self.office), 'No such place')
        self.refused(ctl('print', 'map', '--grid', codes[0], '--as-of', '1999-01-01', '-o', pdf,
                         office=self.office), 'No such place')
        self.refused(ctl(*day, 'print', 'map', '--all', '-o', self.folder / 'no' / 'x.pdf',
                         office=self.office), 'cannot be written')
        for words in (['--all', '--grid', codes[0]], ['--grid', '15'], ['--all', '--paper', 'a5'],
                      ['--all', '--as-of', '2026-02-30']):
            run = ctl('print', 'map', *words, '-o', pdf, office=self.office)
            self.assertEqual(run.returncode, 2, words)
        self.assertEqual(ctl('print', 'map', '--all', office=self.office).returncode, 2)
        self.assertFalse(pdf.exists())

    def test_deadlines(self):
        ctl('--as-of', '2026-03-31', 'init', '--demo', '--residents', '2', office=self.office)
        run = ctl('--json', 'deadline', '2026-02-13T16:30', '4h', office=self.office)
        told = json.loads(run.stdout)
        self.assertEqual((told['due'], told['provisional']), ('2026-02-14T11:30', False))
        self.assertEqual(sum(span['minutes'] for span in told['spans']), 240)
        self.assertEqual([span['name'] for span in told['spans'] if 'name' in span], ['春节'])

        # The hours that hold anyway change no deadline; another day off does, and can be undone.
        run = ctl('calendar', 'hours', '08:30-12:00,14:00-17:30', office=self.office)
        self.assertEqual(run.stdout.split()[0], '0', run.stderr)
        run = ctl('calendar', 'off', '2026-04-01', '--name', '停电', office=self.office)
        self.assertGreater(int(run.stdout.split()[0]), 0)
        self.assertIn('2026-04-01\toff\t停电\town', ctl('calendar', office=self.office).stdout)
        latest = ctl('changes', '--limit', '1', office=self.office).stdout.split('\t')[0]
        self.assertEqual(ctl('changes', '--undo', latest, office=self.office).returncode, 0)
        self.assertNotIn('停电', ctl('calendar', office=self.office).stdout)
        self.refused(ctl('calendar', 'hours', '9-5', office=self.office), '9-5')
        self.refused(ctl('issue', 'explain', '1999-00001', office=self.office), 'no issue')
        self.assertIn('working', ctl('issue', 'explain', '2026-00198', office=self.office).stdout)
        self.assertEqual(ctl('check', office=self.office).returncode, 0)

    def test_ladder(self):
        ctl('--as-of', '2026-03-31', 'init', '--demo', '--residents', '2', office=self.office)

        def ladder(*words):
            return ctl('--json', 'ladder', *words, office=self.office)
        due = json.loads(ladder('--at', '2026-03-31T10:00').stdout)
        self.assertGreater(len(due), 0)
        # All are overdue since the day before or longer; in the break there is nothing.
        self.assertEqual({step['rung'] for step in due}, {'notice'})
        self.assertLess(max(step['due'] for step in due), '2026-03-31')
        self.assertEqual(json.loads(ladder('--at', '2026-03-31T12:30').stdout), [])

        run = ladder('--at', '2026-03-31T10:00', '--log')
        self.assertEqual(run.stdout.split()[0], str(len(due)), run.stderr)
        self.assertEqual(json.loads(ladder('--at', '2026-03-31T10:05').stdout), [])
        self.refused(ladder('--at', '2026-03-31T10:05', '--log'), 'due')
        # A page a notice; the office's name and the number are on it, and no phone.
        pdf = pathlib.Path(self.folder) / 'notices.pdf'
        run = ctl('--as-of', '2026-03-31', 'print', 'reminder-notice', '-o', str(pdf),
                  office=self.office)
        self.assertIn(f'{len(due)} page', run.stdout, run.stderr)
        if shutil.which('pdftotext'):
            text = subprocess.run(['pdftotext', str(pdf), '-'], capture_output=True, text=True,
                                  check=True).stdout
            self.assertTrue(all(step['number'] in text for step in due))
            self.assertNotRegex(text, '1[0-9]{10}')
        run = ladder('--at', '2026-03-31T11:00', '--printed')
        self.assertEqual(run.stdout.split()[0], str(len(due)), run.stderr)
        self.refused(ladder('--at', '2026-03-31T11:00', '--printed'), 'not printed')

        self.refused(ladder('rules', 'shout 1d'), 'shout 1d')
        self.assertEqual(ladder('rules', 'notice 2d').returncode, 0)
        self.assertEqual(ladder('rules').stdout, 'notice 2d\n')
        self.assertEqual(ctl('check', office=self.office).returncode, 0)

    def test_demo_words(self):
        self.assertEqual(ctl('init', '--demo', '--residents', '2', '--scale', '0', office=self.office).returncode, 2)
        self.assertEqual(ctl('init', '--code', '15020', office=self.office).returncode, 2)
        self.assertFalse(self.office.exists())

    def test_refused_demo_leaves_nothing(self):
        run = ctl('--as-of', '1990-01-01', 'init', '--demo', '--residents', '2', office=self.office)
        self.assertEqual((run.returncode, len(run.stderr.strip().splitlines())), (1, 1), run.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_usage(self):
        self.assertEqual(ctl('no-such-command').returncode, 2)
        self.assertEqual(ctl('check', 'superfluous').returncode, 2)
        self.assertEqual(ctl('check', '--no-such-option').returncode, 2)
        self.assertEqual(ctl('--as-of', '2026-02-30', 'check').returncode, 2)
        self.assertEqual(ctl().returncode, 2)

    def test_missing(self):
        self.refused(ctl('check', office=self.office), 'There is no file')
        self.assertFalse(self.office.exists())

    def test_foreign(self):
        self.office.write_text('Minutes of the meeting\n' * 50)
        self.refused(ctl('check', office=self.office), 'not an office')
        other = self.folder / 'other.db'
        with sqlite3.connect(other) as db:
            db.execute('CREATE TABLE t (x)')
        self.refused(ctl('check', office=other), 'not an office')

    def test_truncated(self):
        ctl('init', office=self.office)
        whole = self.office.read_bytes()
        self.office.write_bytes(whole[:len(whole) // 2])
        self.refused(ctl('check', office=self.office), 'damaged')
        self.assertEqual(self.office.read_bytes(), whole[:len(whole) // 2])

    def test_newer(self):
        ctl('init', office=self.office)
        db = sqlite3.connect(self.office)
        db.execute('PRAGMA user_version = 999')
        db.close()
        self.refused(ctl('check', office=self.office), 'newer version')

    @unittest.skipIf(os.geteuid() == 0, 'root may write anything')
    def test_read_only(self):
        ctl('init', office=self.office)
        self.office.chmod(0o400)
        self.refused(ctl('check', office=self.office), 'cannot be written')

    def test_backup_and_restore(self):
        ctl('init', office=self.office)
        copy = self.folder / 'copy.gridgov'
        self.assertEqual(ctl('backup', copy, office=self.office).returncode, 0)
        self.office.write_bytes(b'overwritten')
        self.assertEqual(ctl('restore', copy, office=self.office).returncode, 0)
        self.assertEqual(ctl('check', office=self.office).returncode, 0)

    def test_restore_takes_offices_only(self):
        ctl('init', office=self.office)
        letter = self.folder / 'letter.txt'
        letter.write_text('Dear office, ' * 20)
        self.refused(ctl('restore', letter, office=self.office), 'not an office')
        self.assertEqual(ctl('check', office=self.office).returncode, 0)


if __name__ == '__main__':
    tap.main()
