#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl case-types, and case types out of and into files."""

import csv
import json
import os
import pathlib

import demo_office
import tap

DAY = '2026-02-13'


class CaseTypes(demo_office.DemoOffice):
    day = DAY

    def take(self, name, *words, status=0, **options):
        """What an import counts, and the codes and rows of what it leaves out."""
        answer = self.ask('import', 'case-types', self.folder / name, *words, status=status, **options)
        counts = tuple(answer[key] for key in ('read', 'new', 'changed', 'same', 'rejected'))
        self.assertEqual(counts[0], sum(counts[1:]))
        return counts, {p['code']: p['rows'] for p in answer['problems']}, answer

    def read_table(self, name):
        with open(self.folder / name, encoding='utf-8-sig', newline='') as file:
            return list(csv.DictReader(file))

    def write_table(self, name, rows):
        with open(self.folder / name, 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)

    def test_list(self):
        types = self.ask('case-types', 'list')
        self.assertEqual(len(types), 99)
        self.assertEqual({t['lane'] for t in types}, {'community', 'enforcement', 'market'})
        building = self.ask('case-types', 'show', 'E0101')
        self.assertEqual(len(building), 1)
        self.assertEqual([building[0][f'stage_{i}_limit'] for i in (1, 2, 3)], ['4h', '7d', '20d'])
        self.assertGreater(building[0]['n_issues'], 0)
        self.assertEqual([t['code'] for t in self.ask('case-types', 'list', '--text', 'feixian')],
                         ['C0202'])
        self.assertIn('X9', self.refuse('case-types', 'show', 'X9'))
        self.refuse('case-types', 'show', status=2)

    def test_withdraw(self):
        self.assertIn('2024-02-01', self.refuse('case-types', 'withdraw', 'E0204', '--from', '2020-01-01'))
        change = self.ask('case-types', 'withdraw', 'E0204', '--from', '2026-03-01')['change']
        self.assertEqual(self.ask('case-types', 'show', 'E0204')[0]['valid_to'], '2026-02-28')
        self.assertEqual(len(self.ask('case-types', 'list', day='2026-03-01')), 98)
        self.refuse('case-types', 'withdraw', 'E0204', '--from', '2026-04-01')
        self.assert_sound()
        self.ask('changes', '--undo', change)
        self.assertEqual(len(self.ask('case-types', 'list', day='2026-03-01')), 99)

    def test_round_trip(self):
        """What is exported says the same when it comes back, in every format and either language."""
        # LANGUAGE counts for nothing in C.UTF-8: the locale itself has to be Chinese.
        languages = {'en': {'LANG': 'C.UTF-8', 'LANGUAGE': ''},
                     'zh': {'LANG': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN'}}
        heading = {'en': 'Type code', 'zh': '类型编码'}
        if not (pathlib.Path(os.environ.get('LOCPATH', '')) / 'zh_CN.UTF-8').is_dir():
            self.skipTest('there is no Chinese locale')
        for out, back in (('en', 'en'), ('zh', 'en'), ('en', 'zh')):
            for name in ('types.xlsx', 'types.csv', 'types.json'):
                with self.subTest(name=name, out=out, back=back):
                    self.run_ctl('export', 'case-types', self.folder / name, **languages[out])
                    if name == 'types.csv':
                        self.assertIn(heading[out], self.read_table(name)[0])
                    counts, problems, answer = self.take(name, **languages[back])
                    self.assertEqual((counts, problems), ((99, 0, 0, 99, 0), {}))
                    self.assertEqual(answer['change'], 0)

    def test_changed(self):
        self.run_ctl('export', 'case-types', self.folder / 'types.csv')
        rows = self.read_table('types.csv')
        by_code = {row['Type code']: row for row in rows}
        by_code['C0101']['Time limit'] = '5个工作日'
        by_code['C0213']['Evidence'] = 'File: photo; Report back: photo, words'
        new = dict(by_code['C0101'], **{'Type code': 'C0199', 'Name in Chinese': '宠物走失',
                                        'Name in English': '', 'In force from': '2026-05-01'})
        self.write_table('types.csv', rows + [new])
        self.assertEqual(self.take('types.csv', '--dry-run')[0], (100, 1, 2, 97, 0))
        self.assertEqual(len(self.ask('case-types', 'show', 'C0101')), 1)
        counts, problems, answer = self.take('types.csv')
        self.assertEqual((counts, problems), ((100, 1, 2, 97, 0), {}))

        # In use: a version of its own from the day on. Not in use: put right in place.
        used = self.ask('case-types', 'show', 'C0101')
        self.assertEqual([(v['limit_text'], v['valid_from'], v['valid_to']) for v in used],
                         [('5d', DAY, None), ('3d', used[1]['valid_from'], '2026-02-12')])
        unused = self.ask('case-types', 'show', 'C0213')
        self.assertEqual([v['evidence'] for v in unused], ['file:photo report-back:photo,text'])
        added = self.ask('case-types', 'show', 'C0199')[0]
        self.assertEqual((added['name'], added['valid_from']), ('宠物走失', '2026-05-01'))
        self.assert_sound()
        self.assertEqual(self.take('types.csv')[0], (100, 0, 0, 100, 0))
        self.ask('changes', '--undo', answer['change'])
        self.assertEqual(len(self.ask('case-types', 'show', 'C0101')), 1)

    def test_left_out(self):
        """Each bad row is named with its column; the good ones come in."""
        self.run_ctl('export', 'case-types', self.folder / 'types.csv')
        rows = self.read_table('types.csv')[:10]
        rows[0]['Time limit'] = '0d'
        rows[1]['Answering role'] = '市长'
        rows[2]['Limit of stage 1'] = '9d'
        rows[2]['Stage 1 in Chinese'] = '调解'
        rows[3]['Duplicates within metres'] = 'near'
        rows[4]['Measures'] = 'weight'
        rows[5]['Type code'] = ''
        rows[6]['Type code'] = rows[0]['Type code']
        rows[7]['In force from'] = '2026-02-30'
        rows[8]['Time limit'] = '0d'
        rows[9]['Time limit'] = '9d'
        self.write_table('types.csv', rows)
        counts, problems, answer = self.take('types.csv', status=3)
        self.assertEqual(counts, (10, 0, 1, 0, 9))
        self.assertEqual(problems, {
            'limit': [2, 10], 'role': [3], 'stage1_limit': [4], 'duplicate_metres': [5],
            'measures': [6], 'code': [7], 'code-2': [8], 'valid_from': [9]})
        self.assertIn('Time limit', answer['problems'][0]['message'])
        self.assert_sound()

    def test_no_document(self):
        (self.folder / 'bad.json').write_text('{"classes": [{"code": 1}]}', encoding='utf-8')
        self.assertIn('bad.json', self.refuse('import', 'case-types', self.folder / 'bad.json'))
        self.assertIn('types.pdf', self.refuse('export', 'case-types', self.folder / 'types.pdf'))


if __name__ == '__main__':
    tap.main()
