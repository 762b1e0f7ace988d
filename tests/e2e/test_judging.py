#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl indicators, follow-up, measures, replay and the monthly statistics."""

import shutil
import subprocess

import demo_office
import tap

DAY = '2026-03-31'


class Judging(demo_office.DemoOffice):
    day = DAY

    def test_rows_add_up_and_open(self):
        year = ('--from', '2025-04-01')
        whole = self.ask('indicators', *year)['totals']
        self.assertGreater(whole['closing']['denominator'], 800)
        for by in ('grid', 'community', 'type', 'lane', 'department', 'person', 'month'):
            answer = self.ask('indicators', *year, '--by', by)
            self.assertEqual(answer['totals'], whole)
            for name in ('closing', 'on_time', 'rework', 'extension', 'duplicate'):
                for part in ('numerator', 'denominator'):
                    told = sum(row[name][part] for row in answer['rows'])
                    if (by, name) == ('month', 'rework'):
                        # What was sent back in one month and verified in the next is in both.
                        self.assertGreaterEqual(told, whole[name][part], part)
                    else:
                        self.assertEqual(told, whole[name][part], (by, name, part))
        for option, n in (((), whole['on_time']['numerator']),
                          (('--whole',), whole['on_time']['denominator']),
                          (('--rest',), whole['on_time']['denominator'] -
                           whole['on_time']['numerator'])):
            lines = self.run_ctl('indicators', 'on-time', *year, *option, form=()).stdout
            self.assertEqual(lines.count('\n'), n)
        self.run_ctl('indicators', '--by', 'street', status=2)
        self.run_ctl('indicators', 'speed', status=2)

    def test_calls(self):
        calls = self.ask('follow-up')
        first, second = calls[0]['number'], calls[1]['number']
        self.ask('follow-up', first, '--satisfaction', 5, '--at', '2026-03-31T10:00')
        self.ask('follow-up', second, '--satisfaction', 1, '--note', 'still there', '--at',
                 '2026-03-31T10:00')
        self.assertEqual(len(self.ask('follow-up')), len(calls) - 2)
        self.run_ctl('follow-up', second, '--satisfaction', 4, status=1)
        self.run_ctl('follow-up', first, status=2)
        self.assertEqual(self.ask('check'), {'ok': True, 'findings': []})

    def test_measures(self):
        group = self.ask('measures', 'propose')[0]
        self.assertGreaterEqual(len(group['issues']), 3)
        self.assertEqual(self.ask('measures', 'propose'), self.ask('measures', 'propose'))
        self.ask('measures', 'add', 'Wash days', '--kind', 'change', '--from', '2025-10-01',
                 '--owner', 'Community', '--issue', '2025-00100', '--issue', '2025-00101')
        measure = self.ask('measures')[0]
        self.assertEqual((measure['deed'], measure['issues']), ('change', 2))
        self.assertEqual(measure['after']['days'], 182)
        self.run_ctl('measures', 'add', ' ', status=1)
        self.assertEqual(self.ask('check'), {'ok': True, 'findings': []})

    def test_replay(self):
        same = self.ask('replay', '--year', 2025)
        self.assertEqual((same['newly_late'], same['saved'], same['left_out']), (0, 0, 0))
        self.assertEqual(same['late_was'], same['late_would'])
        less = self.ask('replay', '--year', 2025, '--limit', 'E0101=5d')
        self.assertGreater(less['newly_late'], 0)
        kinds = {t['key']: t for t in less['types']}
        self.assertEqual(kinds['E0101']['late_would'] - kinds['E0101']['late_was'],
                         less['newly_late'])
        self.run_ctl('replay', '--limit', 'E0101', status=1)

    def test_statistics(self):
        path = self.folder / 'statistics.pdf'
        told = self.ask('print', 'statistics', '-o', path)
        due = self.ask('indicators')['totals']['closing']['denominator']
        self.assertEqual(told['due'], due)
        if not shutil.which('pdftotext'):
            self.skipTest('there is no pdftotext')
        text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True,
                              text=True).stdout
        totals = self.ask('indicators')['totals']
        for name in ('closing', 'on_time', 'rework'):
            self.assertIn(totals[name]['percent'], text)


if __name__ == '__main__':
    tap.main()
