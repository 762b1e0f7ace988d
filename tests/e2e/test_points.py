#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl points: the ledger of a demo office, from awards to its check."""

import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import tap

CTL = sys.argv[1]
DAY = '2026-02-13'


class Points(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        subprocess.run([CTL, '--as-of', DAY, '--office', str(cls.template / 'office.gridgov'), 'init',
                        '--demo'], check=True, capture_output=True, timeout=300)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.template)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.template / 'office.gridgov', self.office)

    def run_ctl(self, *words, day=DAY, status=0):
        run = subprocess.run([CTL, '--json', '--as-of', day, '--office', str(self.office)] +
                             [str(w) for w in words],
                             capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        return run

    def ask(self, *words, **options):
        return json.loads(self.run_ctl('points', *words, **options).stdout)

    def refuse(self, *words, status=1, **options):
        """One line says why, and nothing is on standard output."""
        run = self.run_ctl('points', *words, status=status, **options)
        self.assertEqual(run.stdout, '')
        self.assertEqual(run.stderr.count('\n'), 1, run.stderr)
        return run.stderr

    def leader(self, least=0):
        """One who has an account with so many points."""
        row = next(r for r in self.ask('accounts', '--kind', 'person') if r['balance'] >= least)
        return row, f'id:{row["owner_id"]}'

    def assert_sound(self):
        self.assertEqual(self.ask('check'), {'ok': True, 'findings': []})
        self.assertEqual(sum(r['balance'] for r in self.ask('accounts')), 0)

    def test_award_redeem_reverse(self):
        row, who = self.leader(10)
        held = row['balance']
        given = self.ask('award', '--person', who, '--rule', 'bravery', '--source', 'deed/1',
                         '--note', '救人')
        self.assertEqual(self.ask('balance', '--person', who),
                         {'account': row['id'], 'balance': held + 50})
        taken = self.ask('redeem', '--person', who, '--reward', '洗衣液一瓶')
        self.assertRegex(taken['voucher'], r'^20260213-\d{6}-\d{4}$')
        self.assertEqual(self.ask('balance', '--person', who)['balance'], held + 40)
        book = self.ask('book', '--person', who, '--limit', 2)
        self.assertEqual([(e['kind'], e['points'], e['balance']) for e in book],
                         [('redeem', -10, held + 40), ('earn', 50, held + 50)])
        self.assertEqual(book[0]['voucher'], taken['voucher'])

        self.ask('reverse', '--transfer', taken['transfer'], '--reason', '没有货了')
        self.ask('reverse', '--transfer', given['transfer'], '--reason', '写错人了')
        self.assertEqual(self.ask('balance', '--person', who)['balance'], held)
        self.assertIn('reversed already',
                      self.refuse('reverse', '--transfer', given['transfer'], '--reason', '再来'))
        self.assert_sound()

    def test_refused(self):
        _row, who = self.leader()
        self.ask('award', '--person', who, '--rule', 'help', '--source', 'visit/7')
        self.assertIn('for this already',
                      self.refuse('award', '--person', who, '--rule', 'help', '--source', 'visit/7'))
        self.assertIn('No rule “help” is in force on 2001-01-01',
                      self.refuse('award', '--person', who, '--rule', 'help', '--at', '2001-01-01'))
        self.assertIn('Nobody is known', self.refuse('award', '--person', '无此人甲', '--rule', 'help'))
        self.assertIn('Not exactly one reward',
                      self.refuse('redeem', '--person', who, '--reward', '金条'))
        self.assertIn('Say what and why', self.refuse('reverse', '--transfer', '1', status=2))
        self.assertIn('There is no “points steal”', self.refuse('steal', status=2))
        self.assert_sound()

    def test_voucher(self):
        _row, who = self.leader(10)
        self.ask('offer', '--reward', '抽纸一提', '--per-month', 1, '--days', 30)
        self.ask('award', '--person', who, '--rule', 'bravery')
        taken = self.ask('redeem', '--person', who, '--reward', '抽纸一提')
        self.assertIn('in a month', self.refuse('redeem', '--person', who, '--reward', '抽纸一提'))
        voucher = self.ask('voucher', '--number', taken['voucher'])
        self.assertEqual((voucher['state'], voucher['valid_to'], voucher['points']),
                         ('open', '2026-03-15', 6))
        code = voucher['code']
        self.assertRegex(code, r'^GGV1:\d+:20260213-\d{6}-\d{4}:20260315:6:[0-9A-F]{20}$')

        # Another price, another last digit, another office, a text that is none.
        body, mac = code.rsplit(':', 1)
        self.assertIn('forged', self.refuse('use', '--number', body[:-1] + '9:' + mac))
        last = '0' if mac[-1] != '0' else '1'
        self.assertIn('forged', self.refuse('use', '--number', f'{body}:{mac[:-1]}{last}'))
        parts = code.split(':')
        self.assertIn('Another office',
                      self.refuse('use', '--number', ':'.join(parts[:1] + ['999999999'] + parts[2:])))
        self.assertIn('not the code of a voucher',
                      self.refuse('use', '--number', 'https://example.org/'))
        self.assertIn('no voucher of this number', self.refuse('use', '--number', '20260213-1'))

        # Good to its last day and no longer; handed in once.
        self.assertIn('good until 2026-03-15', self.refuse('use', '--number', code, day='2026-03-16'))
        self.assertEqual(self.ask('voucher', '--number', code, day='2026-03-16')['state'], 'expired')
        self.ask('use', '--number', code, day='2026-03-15')
        self.assertIn('handed in on 2026-03-15', self.refuse('use', '--number', taken['voucher']))
        self.assertIn('used at the venue',
                      self.refuse('reverse', '--transfer', taken['transfer'], '--reason', '退货'))
        self.assertIn('less than none', self.refuse('offer', '--reward', '抽纸一提', '--stock', -5))
        self.assert_sound()

    def test_settlement(self):
        sheets = self.ask('settlement', '--month', '2026-01')
        self.assertEqual(len(sheets), 5)
        accounts = {r['name']: r['balance'] for r in
                    self.ask('accounts', '--kind', 'venue', day='2026-01-31')}
        for sheet in sheets:
            self.assertEqual(sheet['closing'],
                             sheet['opening'] + sheet['redeemed'] - sheet['returned'])
            self.assertEqual(sheet['closing'], accounts[sheet['venue']])
        shop = ('--venue', '慈善超市')
        one = self.ask('settlement', '--month', '2026-01', *shop)
        self.assertGreater(len(one['lines']), 0)
        self.assertEqual(sum(n['redeemed'] for n in one['lines']), one['sheet']['redeemed'])
        self.assertEqual(sum(n['returned'] for n in one['lines']), one['sheet']['returned'])

        signers = ('--venue-signer', '王店长', '--office-signer', '李主任')
        self.assertIn('earlier month', self.refuse('settle', '--month', '2026-01', *shop, *signers))
        for month in ['2025-%02d' % n for n in range(1, 13)] + ['2026-01']:
            self.ask('settle', '--month', month, *shop, *signers)
        self.assertIn('settled already', self.refuse('settle', '--month', '2026-01', *shop, *signers))
        _row, who = self.leader(10)
        self.assertIn('is settled with the venue',
                      self.refuse('redeem', '--person', who, '--reward', '抽纸一提', '--at',
                                  '2026-01-31T12:00'))
        self.ask('redeem', '--person', who, '--reward', '抽纸一提')
        self.assertIn('not a month', self.refuse('settlement', '--month', '2026-1x'))
        self.assertIn('no venue', self.refuse('settlement', '--month', '2026-01', '--venue', '无'))
        self.assert_sound()

    def test_journal(self):
        row, who = self.leader(10)
        taken = self.ask('redeem', '--person', who, '--reward', '抽纸一提')
        self.ask('reverse', '--transfer', taken['transfer'], '--reason', '没有货了')
        journal = self.run_ctl('points', 'journal').stdout
        self.assertIn(f'2026-02-13 ({taken["transfer"]}) redeem 抽纸一提\n', journal)
        if shutil.which('hledger') is None:
            self.skipTest('hledger is not installed')
        path = self.folder / 'points.journal'
        path.write_text(journal, encoding='utf-8')
        env = dict(os.environ, LC_ALL='C.UTF-8')
        subprocess.run(['hledger', '-f', path, 'check'], check=True, timeout=120, env=env)
        said = subprocess.run(['hledger', '-f', path, 'balance', '--flat', '-E', '-N', '-O', 'csv'],
                              check=True, capture_output=True, text=True, timeout=120, env=env).stdout
        reckoned = {line[0]: int(line[1]) for line in list(csv.reader(said.splitlines()))[1:]}
        self.assertEqual(reckoned, {f'{r["kind"]}:{r["id"]}': r['balance']
                                    for r in self.ask('accounts')})

    def test_poor(self):
        row = min(self.ask('accounts', '--kind', 'person'), key=lambda r: r['balance'])
        self.assertLess(row['balance'], 28)
        self.assertIn('balance is not enough',
                      self.refuse('redeem', '--person', f'id:{row["owner_id"]}', '--reward',
                                  '健身月卡'))
        self.assert_sound()

    def test_lists(self):
        self.assertEqual({r['code'] for r in self.ask('rules')},
                         {'meeting', 'report', 'assist', 'organise', 'help', 'bravery', 'learn', 'deed'})
        self.assertEqual(len({r['venue'] for r in self.ask('rewards')}), 5)
        venues = self.ask('accounts', '--kind', 'venue')
        self.assertEqual(len(venues), 5)
        office = {r['kind']: r['balance'] for r in self.ask('accounts', '--kind', 'office')}
        self.assertLess(office['issue'], 0)

    def test_rules_as_data(self):
        """A rule is drafted from the one before, tried on the year, and put in force."""
        before = self.ask('try', '--rule', 'report')[-1]
        self.assertEqual((before['month'], before['points']), ('', before['points_now']))
        self.assertIn('no draft', self.refuse('rule-start', '--rule', 'report'))
        self.run_ctl('points', 'rule', '--rule', 'report', '--points', 6, '--per-month', 6,
                     '--from', '2026-02-15')
        after = self.ask('try', '--rule', 'report')[-1]
        self.assertEqual(after['points'], 6 * after['n_paid'])
        self.assertEqual(after['n_events'], after['n_paid'] + after['n_capped'])
        self.assertGreater(after['n_capped'], 0)
        self.run_ctl('points', 'rule-start', '--rule', 'report')
        rows = [r for r in self.ask('versions') if r['code'] == 'report']
        self.assertEqual([(r['version'], r['draft'], r['points'], r['valid_from'], r['valid_to'])
                          for r in rows],
                         [(2, 0, 6, '2026-02-15', ''), (1, 0, 3, rows[1]['valid_from'], '2026-02-14')])
        self.assertIn('1 or more', self.refuse('rule', '--rule', 'report', '--points', 0))
        self.assert_sound()

    def test_proposals(self):
        """What the records hold is proposed once, and confirmed in one go."""
        n = self.ask('propose', '--from', '2025-02-13')['proposed']
        self.assertGreater(n, 0)
        self.assertEqual(self.ask('propose', '--from', '2025-02-13')['proposed'], 0)
        waiting = self.ask('proposals', '--kind', 'proposed')
        self.assertEqual(len(waiting), n)
        one = waiting[0]
        self.run_ctl('points', 'refuse', '--proposal', one['id'], '--by', '李书记', '--reason', '没到场')
        self.assertEqual(self.ask('confirm', '--by', '李书记'), {'decided': n - 1, 'left': 0})
        self.assertEqual(self.ask('proposals', '--kind', 'proposed'), [])
        self.assertIn('confirmed or refused already',
                      self.refuse('confirm', '--by', '李书记', '--proposal', one['id']))
        self.assert_sound()

    def test_expiry(self):
        """Points of years before expire, and nobody has them then."""
        self.assertEqual(self.ask('terms')['mode'], 'never')
        self.assertIn('never expire', self.refuse('expire'))
        self.run_ctl('points', 'terms', '--mode', 'rolling', '--span', 6, '--notice-days', 30)
        notice = self.ask('expiring')
        self.assertTrue(all(r['last_day'] <= '2026-03-15' for r in notice))
        due = sum(r['points'] for r in notice if r['last_day'] < DAY)
        held = sum(r['balance'] for r in self.ask('accounts', '--kind', 'person'))
        gone = self.ask('expire')
        self.assertEqual(gone['points'], due)
        self.assertEqual(sum(r['balance'] for r in self.ask('accounts', '--kind', 'person')), held - due)
        self.assertEqual(self.ask('expire'), {'people': 0, 'points': 0})
        self.assertTrue(all(r['last_day'] >= DAY for r in self.ask('expiring')))
        self.assert_sound()

    def test_return(self):
        """Half of what was handed out is paid back, and no more than all of it."""
        row, who = self.leader(28)
        taken = self.ask('redeem', '--person', who, '--reward', '健身月卡')
        self.assertIn('Nothing was handed out', self.refuse('return', '--transfer', taken['transfer'],
                                                            '--points', 14, '--reason', '坏了'))
        self.ask_change('use', '--number', taken['voucher'])
        self.assertIn('no more than was paid', self.refuse('return', '--transfer', taken['transfer'],
                                                           '--points', 29, '--reason', '坏了'))
        self.ask('return', '--transfer', taken['transfer'], '--points', 14, '--reason', '坏了一半')
        self.assertEqual(self.ask('balance', '--person', who)['balance'], row['balance'] - 14)
        self.assertEqual(self.ask('voucher', '--number', taken['voucher'])['state'], 'void')
        self.assertIn('reversed already', self.refuse('return', '--transfer', taken['transfer'],
                                                      '--points', 1, '--reason', '再来'))
        self.assert_sound()

    def print_paper(self, *words):
        path = self.folder / f'{words[0]}.pdf'
        run = self.run_ctl('print', *words, '-o', path)
        text = subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, text=True,
                              check=True, timeout=60).stdout
        return json.loads(run.stdout), text

    @unittest.skipUnless(shutil.which('pdftotext'), 'pdftotext is not there')
    def test_papers(self):
        row, who = self.leader(20)
        taken = self.ask('redeem', '--person', who, '--reward', '抽纸一提')
        _told, text = self.print_paper('passbook', '--person', who)
        self.assertIn(row['name'], text)
        self.assertIn(taken['voucher'], text)
        self.assertIn(f'balance {row["balance"] - 6} points', text)
        told, text = self.print_paper('vouchers', '--text', taken['voucher'])
        self.assertEqual((told['pages'], told['vouchers']), (1, 1))
        self.assertIn(taken['voucher'], text)
        self.assertNotIn(row['name'], text)
        _told, text = self.print_paper('vouchers', '--person', who)
        self.assertIn(taken['voucher'], text)

        # Names that are posted up are masked, and the one with most comes first.
        told, text = self.print_paper('honour-list', '--all')
        self.assertIn('2026-02', text)
        names = [r['name'] for r in self.ask('accounts', '--kind', 'person')]
        self.assertFalse([n for n in names if len(n) > 1 and n in text])
        self.assertGreater(told['people'], 0)

        venue = next(r for r in self.ask('settlement', '--month', '2026-02') if r['redeemed'] > 0)
        _told, text = self.print_paper('settlement', '--venue', venue['venue_id'])
        for figure in 'opening', 'redeemed', 'closing':
            self.assertIn(str(venue[figure]), text)
        self.assertIn('Not signed yet', text)
        told, text = self.print_paper('catalogue')
        self.assertEqual(told['rewards'], len(self.ask('rewards')))
        self.assertIn('洗衣液一瓶', text)

    def test_files(self):
        """Paper balances come in once, and the ledger goes out line by line."""
        rows = self.ask('accounts', '--kind', 'person', '--limit', 3)
        table = self.folder / 'paper.csv'
        table.write_text('姓名,积分\n无此人甲,5\n' + rows[0]['name'] + ',0\n', encoding='utf-8')
        answer = self.ask('open', table, '--dry-run', status=3)
        self.assertEqual((answer['new'], [p['row'] for p in answer['problems']]), (0, [2, 3]))
        self.assertIn('is known', answer['problems'][0]['problem'])
        self.assertIn('1 or more', answer['problems'][1]['problem'])

        people = json.loads(self.run_ctl('roster').stdout)
        phone = next(p['phone'] for p in people if p['phone'])
        table.write_text(f'电话,余额\n{phone},120\n', encoding='utf-8')
        before = sum(r['balance'] for r in self.ask('accounts', '--kind', 'person'))
        self.assertEqual(self.ask('open', table), {'new': 1, 'same': 0, 'problems': []})
        self.assertEqual(self.ask('open', table), {'new': 0, 'same': 1, 'problems': []})
        self.assertEqual(sum(r['balance'] for r in self.ask('accounts', '--kind', 'person')),
                         before + 120)
        table.write_text(f'电话,余额\n{phone},130\n', encoding='utf-8')
        self.assertIn('already', self.ask('open', table, status=3)['problems'][0]['problem'])

        book = self.folder / 'ledger.csv'
        lines = self.ask('export', book)['lines']
        with open(book, encoding='utf-8-sig', newline='') as file:
            legs = list(csv.reader(file))
        self.assertEqual(len(legs), lines + 1)
        self.assertEqual(sum(int(leg[6] or 0) for leg in legs[1:]),
                         sum(int(leg[7] or 0) for leg in legs[1:]))
        self.assertEqual(self.ask('export', self.folder / 'ledger.xlsx')['lines'], lines)
        self.assertIn('.csv or .xlsx', self.refuse('export', self.folder / 'ledger.pdf'))
        self.assert_sound()

    def ask_change(self, *words):
        return self.run_ctl('points', *words)


if __name__ == '__main__':
    tap.main()
