#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Issues come in and go out: GeoReport JSON and XML, tables, GBK, broken files, real requests."""

import csv
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import xml.sax.saxutils

import tap

CTL = sys.argv[1]
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', '/nonexistent'))
DAY = '2026-03-31'
MEMBERS = ['service_request_id', 'status', 'status_notes', 'service_name', 'service_code',
           'description', 'agency_responsible', 'service_notice', 'requested_datetime',
           'updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long',
           'media_url']
STAMP = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$')


def request(number, **more):
    return {'service_request_id': number, 'status': 'open', 'service_code': 'C0201',
            'service_name': 'Stairwell', 'description': '楼道堆物\n三楼有纸箱',
            'requested_datetime': '2026-03-30T09:00:00+08:00', 'address': '3号楼', **more}


def as_xml(requests):
    def member(name, value):
        return f'<{name}>{xml.sax.saxutils.escape("" if value is None else str(value))}</{name}>'
    return ('<?xml version="1.0" encoding="utf-8"?><service_requests>' + ''.join(
        '<request>' + ''.join(member(*pair) for pair in one.items()) + '</request>'
        for one in requests) + '</service_requests>')


class IssuesExchange(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.demo = cls.folder / 'demo.gridgov'
        subprocess.run([CTL, '--office', cls.demo, '--as-of', DAY, 'init', '--demo', '--residents', '2', '--seed', '7'],
                       check=True, capture_output=True)

    def setUp(self):
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.demo, self.office)

    def ctl(self, *words, status=0):
        run = subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, *map(str, words)],
                             check=False, capture_output=True, text=True)
        self.assertEqual(run.returncode, status, (run.stdout, run.stderr))
        return run

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def take_in(self, path, *words, status=0):
        """The counts, and the rows of each problem by its code."""
        answer = json.loads(self.ctl('--json', 'import', 'issues', path, *words,
                                     status=status).stdout)
        counts = [answer[name] for name in ('read', 'new', 'changed', 'same', 'rejected')]
        self.assertEqual(counts[0], sum(counts[1:]))
        return counts, {p['code']: p['rows'] for p in answer['problems']}

    def give(self, name, *words):
        path = self.folder / name
        self.ctl('export', 'issues', path, *words)
        return path

    def requests(self, *words):
        return {r['service_request_id']: r
                for r in json.loads(self.give('read.json', *words).read_text(encoding='utf-8'))}

    def test_what_goes_out_comes_back_the_same(self):
        for name in ('out.json', 'out.xml', 'out.csv', 'out.xlsx'):
            counts, problems = self.take_in(self.give(name))
            self.assertEqual(counts[1:3] + counts[4:], [0, 0, 0], name)
            self.assertGreater(counts[3], 861)
            self.assertEqual([p for p in problems if p not in ('no-place', 'outside')], [], name)

    def test_georeport_is_as_it_is_defined(self):
        found = json.loads(self.give('out.json').read_text(encoding='utf-8'))
        self.assertEqual({tuple(one) for one in found}, {tuple(MEMBERS)})
        codes = {s['service_code'] for s in self.services()}
        for one in found:
            self.assertIn(one['status'], ('open', 'closed'))
            self.assertIn(one['service_code'], codes)
            for name in ('requested_datetime', 'updated_datetime', 'expected_datetime'):
                self.assertTrue(one[name] is None or STAMP.match(one[name]), one)
            self.assertIsInstance(one['lat'], (float, type(None)))
        root = ET.fromstring(self.give('out.xml').read_bytes())
        self.assertEqual((root.tag, {c.tag for c in root}), ('service_requests', {'request'}))
        self.assertEqual([m.tag for m in root[0]], MEMBERS)
        self.assertEqual([c.find('service_request_id').text for c in root],
                         [one['service_request_id'] for one in found])

    def services(self):
        path = self.folder / 'services.json'
        self.ctl('export', 'services', path)
        found = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual({tuple(s) for s in found},
                         {('service_code', 'service_name', 'description', 'metadata', 'type',
                           'keywords', 'group')})
        return found

    def test_a_second_file_brings_them_on(self):
        first = [request('A-1'), request('A-2'), request('A-3', service_name='?', service_code='?')]
        path = self.write('a.json', json.dumps(first))
        counts, problems = self.take_in(path)
        self.assertEqual(counts, [3, 3, 0, 0, 0])
        self.assertEqual(problems['unknown-kind'], [3])
        self.assertEqual(self.take_in(path)[0], [3, 0, 0, 3, 0])

        first[0].update(status='closed', status_notes='已清理',
                        updated_datetime='2026-03-30T15:00:00+08:00')
        self.assertEqual(self.take_in(self.write('a.xml', as_xml(first)))[0], [3, 0, 1, 2, 0])
        found = self.requests()
        self.assertEqual([found['A-1'][n] for n in ('status', 'status_notes', 'updated_datetime')],
                         ['closed', '已清理', '2026-03-30T15:00:00+08:00'])

        # The platform does not know yet that it is closed here.
        first[0].update(status='open', updated_datetime='2026-03-30T12:00:00+08:00')
        counts, problems = self.take_in(self.write('b.json', json.dumps(first)))
        self.assertEqual((counts, problems['behind']), ([3, 0, 0, 3, 0], [1]))
        first[0].update(updated_datetime='2026-03-31T09:00:00+08:00')
        self.assertEqual(self.take_in(self.write('b.json', json.dumps(first)))[0], [3, 0, 1, 2, 0])
        self.assertEqual(self.requests()['A-1']['status'], 'open')

    def test_kinds_are_what_the_user_says(self):
        path = self.write('k.json', json.dumps([request('K', service_code='7', service_name='Foo')]))
        counts, problems = self.take_in(path, '--service', 'foo=E0204')
        self.assertEqual((counts, 'unknown-kind' in problems), ([1, 1, 0, 0, 0], False))
        self.assertEqual(self.requests()['K']['service_code'], 'E0204')
        path = self.write('k.json', json.dumps([request('L', service_code=None, service_name='FOO')]))
        self.take_in(path)
        self.assertEqual(self.requests()['L']['service_code'], 'E0204')

    def test_odd_rows_are_told_of_and_none_is_lost(self):
        rows = [request('1'), request('1'), request(None), request('3', requested_datetime='soon'),
                request('4', status='closed', updated_datetime='2026-03-29T09:00:00+08:00'),
                request('5', lat=40.7, long=-74.0), request('6', lat='north', long=3),
                request('7', status='half done'), request('8', status='closed'),
                request('9', expected_datetime='at once')]
        rejects = self.folder / 'rejects.xlsx'
        counts, problems = self.take_in(self.write('odd.json', json.dumps(rows)), '--rejects', rejects,
                                        status=3)
        self.assertEqual(counts, [10, 6, 0, 0, 4])
        self.assertEqual({code: found for code, found in problems.items() if code != 'no-place'}, {
            'twice': [2], 'no-number': [3], 'no-time': [4], 'ended-before': [5], 'far': [6],
            'bad-place': [7], 'unknown-status': [8], 'no-end': [9], 'bad-time': [10]})
        self.assertEqual(self.take_in(rejects, '--dry-run', status=3)[0][0], 4)

    def test_a_place_has_the_grid_of_the_day(self):
        known = next(r for r in self.requests().values() if r['lat'])
        rows = [request('P', lat=known['lat'], long=known['long'])]
        self.take_in(self.write('p.json', json.dumps(rows)))
        with open(self.give('p.csv'), encoding='utf-8-sig', newline='') as file:
            grids = {r['Number']: r['Grid'] for r in csv.DictReader(file)}
        self.assertEqual(grids['P'], grids[known['service_request_id']])
        self.assertEqual(len(grids['P']), 15)

    def test_undone_as_one(self):
        before = self.requests()
        answer = json.loads(self.ctl('--json', 'import', 'issues',
                                     self.write('u.json', json.dumps([request('U')]))).stdout)
        self.assertIn('U', self.requests())
        self.ctl('changes', '--undo', answer['change'])
        self.assertEqual(self.requests(), before)
        self.ctl('check')

    def test_a_platforms_table_in_gbk(self):
        table = ('城市管理平台导出,,,,,\r\n工单编号,案件类型,问题描述,上报时间,状态,结案时间,网格编码\r\n'
                 'P001,小广告,楼道墙面小广告,2026/3/30 8:05,已结案,2026/3/30 11:00,150203005001001\r\n'
                 'P002,不明事项,其他情况,2026年3月30日9时,处理中,,没有的网格\r\n'
                 'P003,僵尸车,=1+1,2026-03-30 10:00,待派遣,,\r\n')
        path = self.write('g.csv', table.encode('gb18030'))
        counts, problems = self.take_in(path, status=3)
        self.assertEqual(counts, [3, 2, 0, 0, 1])
        self.assertEqual(problems['no-time'], [4])
        found = self.requests()
        self.assertEqual([(found[n]['service_code'], found[n]['status']) for n in ('P001', 'P003')],
                         [('C0205', 'closed'), ('E0204', 'open')])
        self.assertEqual(found['P001']['updated_datetime'], '2026-03-30T11:00:00+08:00')
        # A cell that would be a formula goes out guarded and comes back as it was.
        self.assertIn(b"'=1+1", self.give('g2.csv').read_bytes())
        self.assertEqual(self.take_in(self.folder / 'g2.csv')[0][1:3], [0, 0])

    def test_people_are_masked(self):
        text = '王明13812345678，34052419800101001X'
        self.take_in(self.write('m.json', json.dumps([request('M', description=text)])))
        masked = self.requests()['M']['description']
        self.assertEqual(masked, '王明138****5678，340524***********X')
        self.assertEqual(self.requests('--personal')['M']['description'], text)
        self.assertEqual(self.take_in(self.folder / 'read.json', '--dry-run')[0][1:3], [0, 0])
        self.ctl('export', 'issues', self.folder / 'masked.json')
        self.assertEqual(self.take_in(self.folder / 'masked.json')[0][1:3], [0, 0])
        self.assertEqual(self.requests('--personal')['M']['description'], text)
        with open(self.give('m.csv'), encoding='utf-8-sig', newline='') as file:
            phones = {r['Phone of who told'] for r in csv.DictReader(file)} - {''}
        self.assertTrue(phones and all('****' in p for p in phones), phones)

    def test_filters(self):
        every = self.requests()
        closed = self.requests('--stage', 'closed')
        self.assertTrue(0 < len(closed) < len(every))
        self.assertEqual({r['status'] for r in closed.values()}, {'closed'})
        self.assertEqual({r['status'] for r in self.requests('--open').values()}, {'open'})
        self.assertLess(len(self.requests('--grid', '150203005001')), len(every))
        for words in (('--stage', 'x'), ('--lane', 'x'), ('--grid', '1')):
            run = self.ctl('export', 'issues', self.folder / 'x.json', *words, status=1)
            self.assertEqual(len(run.stderr.strip().splitlines()), 1)
        for name in ('x.doc', 'x'):
            self.ctl('export', 'issues', self.folder / name, status=2)
        self.ctl('export', 'services', self.folder / 'x.csv', status=2)
        self.ctl('export', 'issues', '/proc/x.json', status=1)

    def test_broken_files_are_one_sentence(self):
        good_json, good_xml = json.dumps([request('1', lat=40.1, long=109.2)]), as_xml([request('1')])
        broken = {
            'cut.json': good_json[:-20], 'cut.xml': good_xml[:-20], 'cut2.xml': good_xml[:60],
            'deep.json': '[{"service_request_id":' + '[' * 90000 + ']' * 90000 + '}]',
            'deep.xml': '<service_requests>' + '<request>' * 5000,
            'comma.json': good_json.replace('"status":', '"status"'),
            'number.json': '[{"service_request_id": 1}, 7]',
            'object.json': '{"service_requests": 3}',
            'none.json': '{"service_requests": []}', 'none.xml': '<service_requests/>',
            'other.xml': '<service_requests><error>no</error></service_requests>',
            'errors.xml': '<errors><error/></errors>',
            'bomb.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + good_xml[38:],
            'entity.xml': good_xml.replace('3号楼', '&secret;'),
            'nul.json': good_json.replace('open', 'op\0en'),
            'bytes.xml': good_xml.encode().replace(b'open', b'\xff\xfe\x80'),
            'empty.json': '', 'page.xml': '<html><body/></html>', 'word.json': '"service_request_id"',
        }
        for name, content in broken.items():
            run = self.ctl('import', 'issues', self.write(name, content), status=1)
            self.assertEqual((run.stdout, len(run.stderr.strip().splitlines())), ('', 1), name)
            self.assertNotIn('broke down', run.stderr, name)
        # Each byte of a small file gone or another: taken in, in part, or refused in one sentence.
        for i in range(0, len(good_json), 7):
            for changed in (good_json[:i] + good_json[i + 1:], good_json[:i] + '\x01' + good_json[i + 1:]):
                run = subprocess.run([CTL, '--office', str(self.office), 'import', 'issues', '--dry-run',
                                      self.write('fuzz.json', changed)],
                                     check=False, capture_output=True, text=True)
                self.assertIn(run.returncode, (0, 1, 3), changed)
                self.assertNotIn('broke down', run.stderr)
                self.assertLessEqual(len(run.stderr.strip().splitlines()), 1)

    def test_text_for_a_group(self):
        text = self.ctl('issue-text').stdout
        self.assertIn('【2026-03-31】 To be done today: ', text)
        self.assertTrue(re.search(r'^2026-\d{5} ', text, re.M))
        number = re.search(r'2026-\d{5}', text).group()
        one = self.ctl('issue-text', number).stdout
        self.assertTrue(one.startswith(f'【{number}】'), one)
        self.assertRegex(one, r'Handled by: (.\*|nobody)')
        self.assertIn('no issue', self.ctl('issue-text', '2026-99999', status=1).stderr)

    @unittest.skipUnless(all(map(shutil.which, ('pdftotext', 'pdftoppm', 'zbarimg'))), 'no reader of codes')
    def test_a_way_is_walked_in_order_and_its_codes_lead_back(self):
        # Five stops on a street, 34 m from one to the next, as they were reported: 3, 0, 4, 1, 2.
        known = next(r for r in self.requests().values() if r['lat'])
        rows = [request(f'W{i}', description=f'stop {i}', lat=known['lat'], long=known['long'] + i * 0.0004)
                for i in (3, 0, 4, 1, 2)]
        self.take_in(self.write('way.json', json.dumps(rows)))
        listed = json.loads(self.ctl('--json', 'issue', 'list').stdout)
        who = next(row['handler'] for row in listed if row['handler'])
        numbers = {row['title']: row['number'] for row in listed if row['title'].startswith('stop ')}
        for number in numbers.values():
            self.ctl('issue', 'dispatch', number, '--to', who, '--at', f'{DAY}T09:00')
        before = json.loads(self.ctl('--json', 'issue', 'list', '--open').stdout)
        for number in (row['number'] for row in before if row['handler'] == who and
                       row['title'] not in numbers):
            self.ctl('issue', 'void', number, '--note', 'elsewhere', '--at', f'{DAY}T09:10')

        paper = self.folder / 'way.pdf'
        self.ctl('print', 'route', '--person', who, '-o', paper)
        text = subprocess.run(['pdftotext', '-layout', paper, '-'], check=True, capture_output=True,
                              text=True).stdout
        # It sets out from the first, and the shortest way from there goes on with the nearer end.
        self.assertEqual(re.findall(r'^ *(\d) +\S+ +stop (\d)', text, re.M),
                         [(str(i), stop) for i, stop in enumerate('34210', 1)])
        self.assertEqual(len(re.findall(r'3[34] m', text)), 3, text)
        self.assertRegex(text, r'6[78] m')

        subprocess.run(['pdftoppm', '-r', '150', '-png', paper, self.folder / 'way'], check=True)
        pictures = sorted(self.folder.glob('way*.png'))
        codes = subprocess.run(['zbarimg', '-q', '--raw', '-Sdisable', '-Sqrcode.enable', *pictures],
                               check=True, capture_output=True, text=True).stdout.split()
        self.assertEqual(sorted(codes), sorted(f'gridgov:issue/{n}' for n in numbers.values()))
        for code in codes:
            shown = json.loads(self.ctl('--json', 'issue', 'show', code).stdout)
            self.assertEqual(numbers[shown['title']], code.rpartition('/')[2])

    def test_real_requests(self):
        path = DATA / 'issues' / 'nyc-311-6765.csv'
        if not path.exists():
            self.skipTest('the real requests are not among the test data')
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))

        # What a spreadsheet would count.
        unplaced = sum(not r['Latitude'] for r in rows)
        odd = sum(r['Status'] != 'Closed' and bool(r['Closed Date']) for r in rows)
        counts, problems = self.take_in(path)
        self.assertEqual(counts, [6765, 6765, 0, 0, 0])
        self.assertEqual((len(problems['no-place']), len(problems['far']),
                          len(problems['open-but-ended'])), (unplaced, 6765 - unplaced, odd))
        self.assertEqual((unplaced, odd), (115, 117))
        self.assertEqual(self.take_in(path)[0], [6765, 0, 0, 6765, 0])
        found = self.requests()
        closed = {r['Unique Key'] for r in rows if r['Status'] == 'Closed'}
        self.assertEqual({r['Unique Key'] for r in rows} - set(found), set())
        self.assertEqual({k for k, r in found.items() if r['status'] == 'closed' and k[4] != '-'},
                         closed)
        for row in rows[::97]:
            one = found[row['Unique Key']]
            filed = datetime.datetime.strptime(row['Created Date'], '%m/%d/%y %H:%M')
            self.assertEqual(one['requested_datetime'], filed.strftime('%Y-%m-%dT%H:%M:%S+08:00'))
            if row['Latitude']:
                self.assertAlmostEqual(one['lat'], float(row['Latitude']), delta=6e-8)
        for name in ('real.json', 'real.xml', 'real.csv', 'real.xlsx'):
            self.assertEqual(self.take_in(self.give(name), '--dry-run')[0][1:3], [0, 0], name)
        self.ctl('check')


if __name__ == '__main__':
    tap.main()
