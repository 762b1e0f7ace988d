#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl dispute, structure, joint-action, utility."""

import shutil
import subprocess
import unittest

import demo_office
import tap
import tiles


class Cases(demo_office.DemoOffice):
    day = '2026-03-31'

    def forbid(self, words, *command):
        self.assertIn(words, self.refuse(*command))

    def find_issue(self, code):
        """An open issue of a case type, newly filed."""
        grid = self.ask('issue', 'list', '--open')[0]['grid']
        photo = self.folder / 'found.png'
        photo.write_bytes(tiles.picture(0, 0))
        return self.ask('issue', 'file', '--type', code, '--title', 'New', '--grid', grid,
                        '--photo', photo)['number']

    def test_figures_come_from_the_rows(self):
        figures = self.ask('figures')
        disputes = [row for row in self.ask('dispute', 'list') if not row['is_open']]
        self.assertEqual(figures['disputes_mediated'], 316)
        self.assertEqual(sum(row['outcome'] == 'agreed' for row in disputes), 316)
        closed = [row for row in self.ask('structure', 'list') if not row['is_open']]
        for key, label, expected in (('illegal_structures', False, (317, 3493)),
                                     ('wall_breaking', True, (25, 354))):
            rows = [row for row in closed
                    if row['demolished_on'] and (row['label'] == '破墙门洞') == label]
            area = round(sum(row['demolished_cm2'] for row in rows) / 1e4)
            self.assertEqual((len(rows), area), expected)
            self.assertEqual((figures[key]['count'], figures[key]['area_m2']), expected)
        utilities = self.ask('utility')
        self.assertEqual(sum(row['n_solved'] for row in utilities), figures['utility_problems'])
        self.assertEqual(figures['utility_problems'], 176)
        for row in utilities:
            months = [int(n) for n in row['months'].split()]
            self.assertEqual((len(months), sum(months)), (12, row['n_reported']))
        self.assert_sound()

    def test_a_mediation(self):
        number = self.find_issue('C0105')
        self.forbid('no party', 'dispute', 'meet', number, '--at', '2026-03-31T18:30', '--place', 'Hall',
                    '--present', 'Zhao')
        self.ask('dispute', 'open', number, '--claim', 'Quiet at night', '--applied', self.day)
        self.ask('dispute', 'party', number, 'Zhao', '--side', 'applicant')
        self.forbid('already', 'dispute', 'party', number, 'Zhao', '--side', 'respondent')
        self.ask('dispute', 'party', number, 'Qian', '--side', 'respondent', '--statement', 'Sorry')
        self.forbid('before the issue', 'dispute', 'meet', number, '--at', '2026-03-01T18:30',
                    '--place', 'Hall')
        self.ask('dispute', 'meet', number, '--at', '2026-03-31T23:30', '--place', 'Hall',
                 '--present', 'Zhao', '--present', 'Qian', '--said', 'Both told.')
        self.ask('dispute', 'piece', number, 'application')
        self.forbid('what was agreed', 'dispute', 'end', number, 'agreed')
        change = self.ask('dispute', 'end', number, 'agreed', '--agreed', 'Quiet from 22:00')['change']
        known = self.ask('dispute', 'show', number)
        self.assertEqual(known['dispute']['outcome'], 'agreed')
        self.assertEqual(known['dispute']['n_missing'], 7)
        self.assertEqual(known['meetings'][0]['present'], 'Zhao, Qian')
        self.assertEqual([p['piece'] for p in known['pieces'] if p['day']], ['application'])
        self.ask('changes', '--undo', change)
        self.assertEqual(self.ask('dispute', 'show', number)['dispute']['outcome'], '')
        other = self.find_issue('M0101')
        self.forbid('no dispute', 'dispute', 'show', other)

    def test_structures(self):
        number = self.find_issue('E0102')
        self.forbid('above zero', 'structure', 'add', number, 'Shed')
        self.forbid('than was found', *self.add_shed(number), '--area', '99')
        drawn = next(row for row in self.ask('structure') if row['outline'])
        self.ask('structure', 'add', number, 'Drawn', '--outline', drawn['outline'])
        row = self.ask('structure', 'list', number)[0]
        self.assertEqual(row['is_measured'], 1)
        # Some 3.8 m by 4.9 m at this latitude: 440e-7 degrees each way.
        self.assertTrue(17 < row['area_cm2'] / 1e4 < 20, row)
        self.assertEqual(row['grid'], drawn['grid'])
        self.forbid('still stands', 'structure', 'photo', row['id'], 'after', self.folder / 'found.png')
        self.ask('structure', 'photo', row['id'], 'before', self.folder / 'found.png')
        self.ask('structure', 'demolish', row['id'])
        after = self.ask('structure', 'list', number)[0]
        self.assertEqual((after['state'], after['demolished_cm2']),
                         ('demolished', row['area_cm2']))
        self.forbid('outside every grid', 'structure', 'add', number, 'Far', '--outline',
                    '100,30 100.0001,30 100.0001,30.0001')

    def add_shed(self, number):
        self.ask('structure', 'add', number, 'Shed', '--area', '12.5')
        return ('structure', 'demolish', self.ask('structure', 'list', number)[0]['id'])

    def test_joint_action(self):
        self.ask('joint-action', 'add', 'Clear the lane')
        action = next(row for row in self.ask('joint-action') if row['title'] == 'Clear the lane')
        of = ('joint-action', 'party', action['id'])
        self.ask(*of, '综合行政执法队', '--lead', '--people', '5')
        self.forbid('already', *of, '综合行政执法队')
        closed = next(row for row in self.ask('dispute') if not row['is_open'])
        self.forbid('was closed before', 'joint-action', 'issue', action['id'], closed['number'])
        number = self.find_issue('E0102')
        self.ask('joint-action', 'issue', action['id'], number)
        self.ask('joint-action', 'issue', action['id'], number, '--result', 'Told')
        self.ask('joint-action', 'step', action['id'], 'Everybody was told')
        self.forbid('two parties', 'joint-action', 'end', action['id'], '--result', 'Clear')
        self.ask(*of, '公安派出所')
        self.forbid('what came of', 'joint-action', 'end', action['id'])
        self.ask('joint-action', 'end', action['id'], '--result', 'Clear')
        known = self.ask('joint-action', 'show', action['id'])
        self.assertEqual([line['kind'] for line in known['lines']],
                         ['party', 'party', 'step', 'issue'])
        self.assertEqual(known['lines'][3]['text'], 'Told')
        self.assertEqual(known['action']['lead'], '综合行政执法队')

    def test_utilities(self):
        rows = self.ask('utility')
        heat = next(row for row in rows if row['service'] == 'heating')
        self.assertEqual(len(self.ask('utility', 'problems', heat['company'])), heat['n_reported'])
        number = self.find_issue('M0301')
        self.forbid('does not supply', 'utility', 'assign', number, '锦源供水有限公司')
        self.ask('utility', 'supplies', '锦源供水有限公司', 'heating')
        self.ask('utility', 'assign', number, '锦源供水有限公司')
        given = self.ask('utility', 'problems', '锦源供水有限公司')
        self.assertIn(number, [issue['number'] for issue in given])
        self.run_ctl('utility', 'supplies', '锦源供水有限公司', 'tea', status=2)

    def read_pages(self, *words):
        """What a paper says, page by page."""
        path = self.folder / 'paper.pdf'
        self.ask('print', *words, '-o', path)
        text = subprocess.run(['pdftotext', '-layout', str(path), '-'], check=True,
                              capture_output=True, text=True).stdout
        return text.split('\f')[:-1]

    @unittest.skipUnless(shutil.which('pdftotext'), 'pdftotext is not installed')
    def test_papers(self):
        rows = self.ask('dispute')
        row = next(r for r in rows if r['n_missing'] == 2 and r['n_meetings'] == 1)
        pages = self.read_pages('dispute-file', '--issue', row['number'])
        # Cover and contents; application, acceptance, rights, two statements, one meeting, agreement,
        # follow-up and receipt.
        self.assertEqual(len(pages), 11)
        self.assertIn(row['number'], pages[0])
        self.assertEqual(pages[1].count('Missing'), 2)
        self.assertIn('8 pieces are required, 2 are missing.', pages[1])
        known = self.ask('dispute', 'show', row['number'])
        for page, party in zip(pages[5:7], known['parties']):
            self.assertIn(party['name'], page)
        self.assertIn(known['meetings'][0]['place'], pages[7])
        self.assertIn('Receipt', pages[10])
        other = next(r for r in self.ask('structure'))
        self.forbid('no dispute', 'print', 'dispute-file', '--issue', other['number'], '-o',
                    self.folder / 'none.pdf')
        n = len(self.ask('structure'))
        self.assertIn(f'{n} structures', self.read_pages('structures')[-1])
        action = self.ask('joint-action')[0]
        self.assertIn(action['result'], self.read_pages('joint-action', '--action', action['id'])[0])
        self.assertIn('In twelve months', self.read_pages('utilities')[0])


if __name__ == '__main__':
    tap.main()
