#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Issues from a shell: filed, taken through every link and every way round, never out of order."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import tap
import tiles

CTL = sys.argv[1]
DAY = '2026-03-31'


class Issue(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        cls.ctl('init', '--demo', '--residents', '2')
        cls.photo = cls.folder / 'spot.png'
        cls.photo.write_bytes(tiles.picture(0, 0))
        cls.grid = json.loads(cls.ctl('--json', 'issue', 'list', '--stage', 'file').stdout)[0]['grid']

    @classmethod
    def ctl(cls, *words, status=0):
        run = subprocess.run([CTL, '--office', str(cls.office), '--as-of', DAY, *map(str, words)],
                             capture_output=True, text=True, timeout=120, check=False)
        assert run.returncode == status, (words, run.stderr)
        return run

    def issue(self, *words, at=None):
        """Does something with issues, and answers what came of it."""
        when = ['--at', f'{DAY}T{at}'] if at else []
        return json.loads(self.ctl('--json', 'issue', *words, *when).stdout)

    def refused(self, words, *args, at=None):
        when = ['--at', f'{DAY}T{at}'] if at else []
        run = self.ctl('issue', *args, *when, status=1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.assertIn(words, run.stderr)

    def file(self, title, at='08:30'):
        return self.issue('file', '--type', 'C0101', '--title', title, '--grid', self.grid,
                          '--photo', self.photo, at=at)['number']

    def go(self, number, *moves):
        """Moves of one word, at the same moment; answers the stage."""
        for move in moves:
            told = self.issue(move, number, '--note', 'why', at='09:00')
        return told['stage']

    def tearDown(self):
        self.assertEqual(self.ctl('--json', 'check').stdout.count('"kind"'), 0)

    def test_seven_links(self):
        number = self.file('Quarrel over a bicycle')
        told = self.issue('dispatch', number, at='08:40')
        best = self.issue('propose', number)[0]
        self.assertEqual((told['stage'], told['handler']), ('dispatch', best['name']))
        self.assertEqual(best['is_responsible'], 1)
        self.go(number, 'accept')
        self.issue('report-back', number, '--photo', self.photo, '--note', 'agreed', at='10:00')
        self.issue('verify', number, at='10:10')
        self.issue('close', number, at='10:20')
        self.issue('evaluate', number, at='10:30')

        shown = self.issue('show', number)
        self.assertEqual([event['move'] for event in shown['events']],
                         ['file', 'dispatch', 'accept', 'report-back', 'verify-pass', 'close',
                          'evaluate'])
        self.assertEqual([event['at'][11:] for event in shown['events']],
                         ['08:30', '08:40', '09:00', '10:00', '10:10', '10:20', '10:30'])
        self.assertTrue(all(event['account'] for event in shown['events']))
        # A photo with the filing, another with the report.
        self.assertEqual([paper['event_id'] for paper in shown['papers']],
                         [shown['events'][0]['id'], shown['events'][3]['id']])
        # What the camera wrote into them is not kept: they are pictures of the office's own making.
        self.assertEqual({(paper['name'], paper['media_type']) for paper in shown['papers']},
                         {('spot.jpg', 'image/jpeg')})
        self.assertEqual((shown['stage'], shown['closed']), ('evaluated', f'{DAY}T10:20'))
        self.assertIn('working', self.ctl('issue', 'explain', number).stdout)

    def test_ways_round(self):
        number = self.file('Quarrel over a dog')
        self.assertEqual(self.go(number, 'return', 'file', 'dispatch', 'refuse'), 'file')
        self.assertEqual(self.go(number, 'dispatch', 'return', 'dispatch', 'accept'), 'handle')
        # Three working days from the next one on: what stands still before them costs nothing.
        self.assertEqual(self.issue('show', number)['due'], '2026-04-03T17:30')
        self.assertEqual(self.issue('suspend', number, '--reason', 'away', at='09:00')['due'], None)
        self.refused('Resume it first', 'extend', number, '--by', '1d', '--reason', 'more',
                     at='09:30')
        self.assertEqual(self.issue('resume', number, at='11:00')['due'], '2026-04-03T17:30')
        # The fourth to the sixth are a holiday.
        told = self.issue('extend', number, '--by', '1d', '--reason', 'more', at='11:00')
        self.assertEqual(told['due'], '2026-04-07T17:30')
        self.refused('Say how much time', 'extend', number, '--reason', 'more', at='11:00')
        other = self.issue('propose', number)[1]
        told = self.issue('transfer', number, '--to', f'id:{other["person_id"]}', '--reason', 'nearer',
                          at='11:10')
        self.assertEqual((told['stage'], told['handler']), ('dispatch', other['name']))
        self.issue('accept', number, at='11:20')
        self.issue('report-back', number, '--note', 'done', at='11:30')
        self.issue('rework', number, '--reason', 'not yet', at='11:40')
        self.refused('needs a reason', 'void', number, at='11:40')
        self.issue('void', number, '--reason', 'moved away', at='11:50')
        told = self.issue('reopen', number, '--reason', 'back', at='11:55')
        self.assertEqual(told['stage'], 'collect')
        self.refused('clock right', 'file', number, at='11:54')

    def test_impossible(self):
        number = self.file('Quarrel over a plant')
        for move in ('accept', 'report-back', 'verify', 'close', 'evaluate', 'refuse', 'suspend',
                     'resume', 'rework', 'reopen'):
            self.refused('not possible', move, number, '--note', 'why', at='09:00')
        self.refused('clock right', 'dispatch', number, at='08:29')
        text = self.folder / 'spot.txt'
        text.write_text('no picture', encoding='utf-8')
        self.refused('cannot be kept', 'dispatch', number, '--photo', text, at='09:00')
        self.refused('no issue', 'close', '1999-00001')
        self.ctl('issue', 'close', status=2)
        self.ctl('issue', 'jump', number, status=2)
        self.assertEqual(len(self.issue('show', number)['events']), 1)

    def test_duplicates(self):
        first, second = self.file('Noise above'), self.file('Noise upstairs')
        self.issue('reporter', second, '--name', 'Li', '--phone', '13900139000', '--note', 'all night',
                   at='08:50')
        self.refused('which other', 'duplicate', second, '--of', second, at='09:00')
        self.issue('duplicate', second, '--of', first, at='09:00')
        shown = self.issue('show', first)
        self.assertEqual((shown['duplicates'], [who['name'] for who in shown['reporters']]),
                         ([second], ['', 'Li']))
        self.assertEqual(shown['events'][-1]['move'], 'take-over')
        self.refused('duplicate itself', 'duplicate', self.file('Noise again'), '--of', second,
                     at='09:00')
        self.issue('reopen', second, '--reason', 'another flat', at='09:10')
        self.assertEqual(self.issue('show', first)['reporters'], [])

    def test_strands_close_jointly(self):
        number = self.file('Shed in the yard')
        self.go(number, 'dispatch', 'accept')
        for lane, task in (('community', 'Talk to the owner'), ('enforcement', 'Measure it'),
                           ('market', 'Move the pipe')):
            self.issue('strand', number, '--lane', lane, '--task', task, '--limit', '4h', at='09:00')
        self.refused('already', 'strand', number, '--lane', 'market', '--task', 'Again', at='09:00')
        due = {strand['lane']: strand['due_at'] for strand in self.issue('show', number)['strands']}
        self.assertEqual(due, dict.fromkeys(('community', 'enforcement', 'market'), f'{DAY}T15:00'))
        self.issue('report-back', number, '--note', 'done', at='10:00')
        self.issue('verify', number, at='10:00')
        self.issue('strand', number, '--lane', 'community', '--done', '--photo', self.photo,
                   at='10:00')
        self.issue('strand', number, '--lane', 'market', '--drop', '--note', 'no pipe', at='10:00')
        self.refused('Administrative enforcement', 'close', number, at='10:10')
        self.issue('strand', number, '--lane', 'enforcement', '--done', at='10:20')
        self.assertEqual(self.issue('close', number, at='10:30')['stage'], 'closed')

    def test_summons(self):
        number = self.file('Gas smells')
        who = self.issue('propose', number)[0]['person_id']
        self.issue('summon', number, '--to', f'id:{who}', '--note', 'come', at='08:45')
        self.refused('still awaited', 'summon', number, '--to', f'id:{who}', at='08:50')
        self.assertEqual(self.issue('show', number)['summonses'][0]['due_at'], f'{DAY}T09:15')
        self.issue('arrive', number, '--note', 'valve shut', at='09:10')
        self.refused('nobody is awaited', 'arrive', number, at='09:20')
        summons = self.issue('show', number)['summonses'][0]
        self.assertEqual((summons['arrived_at'], summons['result']), (f'{DAY}T09:10', 'valve shut'))

    def test_evidence(self):
        filing = ['file', '--type', 'E0101', '--title', 'Shed', '--grid', self.grid]
        number = self.issue(*filing, '--photo', self.photo, at='08:30')['number']
        self.go(number, 'dispatch', 'accept')
        self.refused('photo', 'report-back', number, '--note', 'pulled down', at='10:00')
        self.refused('words', 'report-back', number, '--photo', self.photo, at='10:00')
        self.issue('report-back', number, '--note', 'pulled down', '--photo', self.photo, at='10:00')

    def test_undo(self):
        number = self.file('Noise below')
        change = self.issue('dispatch', number, at='09:00')['change']
        self.ctl('changes', '--undo', change)
        self.assertEqual(self.issue('show', number)['stage'], 'file')
        self.assertEqual(len(self.issue('show', number)['events']), 1)

    def test_list(self):
        self.assertEqual({row['stage'] for row in self.issue('list', '--stage', 'handle')}, {'handle'})
        late = self.issue('list', '--open', '--overdue', at='12:00')
        self.assertTrue(late)
        self.assertLess(max(row['due'] for row in late), f'{DAY}T12:01')


if __name__ == '__main__':
    tap.main()
