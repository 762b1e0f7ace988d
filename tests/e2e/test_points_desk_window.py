#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The points desk by mouse and by keys: awards confirmed, a rule drafted, the counter, settlement."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-02-13'
WINDOW = 'Points Desk'
VIEWS = ('Approvals', 'Rules', 'Venues', 'Settlement', 'Honour List', 'Expiry', 'Charts')


@unittest.skipIf(desk.why_not(), desk.why_not())
class PointsDeskWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = tempfile.TemporaryDirectory(prefix='ggov-')
        cls.addClassCleanup(cls.template.cleanup)
        cls.made = pathlib.Path(cls.template.name) / 'office.gridgov'
        subprocess.run([CTL, '--as-of', DAY, '--office', cls.made, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.made, self.office)

    def ask(self, *words):
        run = subprocess.run([CTL, '--json', '--as-of', DAY, '--office', str(self.office), 'points',
                              *map(str, words)], check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('[', '{')) else None

    def open_desk(self):
        self.it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1400x900')
        self.addCleanup(self.it.close)
        self.it.find('list item', 'Points')
        # Without a window manager the keys go to the window below the pointer.
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('ctrl+alt+d')
        self.window = self.it.find_window(WINDOW)
        self.view = VIEWS[0]

    def shown(self, top=None, views=None):
        """What is in the view that was chosen, and around it: others are long."""
        views = (self.view,) if views is None else views
        stack = [top or self.window]
        while stack:
            node = stack.pop()
            if node is None or not node.get_state_set().contains(self.it.atspi.StateType.VISIBLE):
                continue
            if self.it.role(node) == 'panel' and node.get_name() in VIEWS and \
                    node.get_name() not in views:
                continue
            yield node
            stack += [node.get_child_at_index(i) for i in reversed(range(node.get_child_count()))]

    def show(self, view):
        """Clicks a tab."""
        self.click_on(view)
        self.view = view

    def show_by_key(self, number):
        self.it.key(f'alt+{number}')
        self.view = VIEWS[number - 1]

    def told(self, words, top=None):
        return self.it.wait(lambda: next((node for node in self.shown(top)
                                          if words in (node.get_name() or '')), None), words)

    def toast(self, words):
        """What a toast has in it, which does not wait until all of a list is looked through."""
        return self.it.wait(lambda: next((node for node in self.shown(views=())
                                          if words in (node.get_name() or '')), None), words)

    def click_on(self, name):
        """Clicks what is called so, such as a cell of the list that is shown."""
        self.it.click_at(*self.it.place(self.it.wait(
            lambda: next((node for node in self.shown() if node.get_name() == name), None), name)))

    def press(self, label, top=None):
        """Does what a button does."""
        def look():
            return next((node for node in self.shown(top) if self.it.role(node) == 'push button' and
                         label in (node.get_name() or '')), None)
        button = self.it.wait(look, label)
        self.assertTrue(button.get_action_iface().do_action(0))

    def write(self, form, title, text):
        self.it.set_text(self.it.find('text', title, form), text)

    def dialog(self, title, first):
        """The form of a title, whose first row has the keyboard."""
        form = self.it.find_window(title)
        self.it.find('text', first, form)
        self.it.xdotool('mousemove', 150, 100)
        return form

    def voucher(self, reward):
        """Somebody who has enough redeems something. Returns the redemption."""
        row = next(r for r in self.ask('accounts', '--kind', 'person') if r['balance'] >= 30)
        self.who = f'id:{row["owner_id"]}'
        self.held = row['balance']
        return self.ask('redeem', '--person', self.who, '--reward', reward)

    def balance(self):
        return self.ask('balance', '--person', self.who)['balance']

    def assert_sound(self):
        self.assertEqual(self.ask('check'), {'ok': True, 'findings': []})
        self.assertEqual(self.it.said(), '')

    # With the mouse ------------------------------------------------------------------------------

    def test_confirm_with_the_mouse(self):
        self.open_desk()
        self.press('Look for Awards')
        self.toast('awards proposed')
        waiting = self.ask('proposals', '--kind', 'proposed')
        self.assertGreater(len(waiting), 1)
        self.press('Confirm…')
        self.toast('Choose the awards first')
        self.click_on(waiting[0]['person'])
        self.press('Confirm…')
        form = self.it.find_window('Confirm Awards')
        self.press('Confirm', form)
        self.told('Say who decides', form)
        self.write(form, 'Who decides', '李书记')
        self.press('Confirm', form)
        self.it.window_gone('Confirm Awards')
        self.assertEqual(len(self.ask('proposals', '--kind', 'proposed')), len(waiting) - 1)
        done = self.ask('proposals', '--kind', 'confirmed')
        self.assertEqual([(r['id'], r['decided_by']) for r in done], [(waiting[0]['id'], '李书记')])
        self.assert_sound()

    def test_rule_with_the_mouse(self):
        """Drafted, tried on the year, put in force, and taken back by the button of the toast."""
        self.open_desk()
        self.show('Rules')
        self.click_on('report')
        self.press('Draft a Version…')
        form = self.it.find_window('Draft of a Rule')
        self.write(form, 'Points', '0')
        self.press('Write Draft', form)
        self.told('A rule gives a whole number of points', form)
        self.write(form, 'Points', '6')
        self.press('Write Draft', form)
        self.it.window_gone('Draft of a Rule')
        self.click_on('Draft, from ' + DAY)
        self.press('Try on Last Year')
        form = self.it.find_window('The Rule on Last Year')
        tried = self.ask('try', '--rule', 'report')[-1]
        self.told(f'In all: {tried["n_events"]} events, {tried["n_paid"]} paid', form)
        self.press('Close', form)
        self.it.window_gone('The Rule on Last Year')
        self.press('Put in Force')
        self.toast('The rule was put in force')
        undo = self.toast('Undo')
        rows = [r for r in self.ask('versions') if r['code'] == 'report']
        self.assertEqual([(r['points'], r['draft']) for r in rows], [(6, 0), (3, 0)])
        self.it.click_at(*self.it.place(undo))
        self.it.wait(lambda: [r['draft'] for r in self.ask('versions') if r['code'] == 'report']
                     == [1, 0], 'the draft again')
        self.assert_sound()

    def test_settlement_with_the_mouse(self):
        """The oldest month first; once it is signed it is locked."""
        shop = ('--venue', '慈善超市')
        for month in ['2025-%02d' % n for n in range(1, 13)]:
            self.ask('settle', '--month', month, *shop, '--venue-signer', '王店长', '--office-signer', '李')
        self.open_desk()
        self.show('Settlement')
        self.press('Month before')
        self.told('2026-01')
        self.click_on('慈善超市')
        self.press('Sign…')
        form = self.it.find_window('Settlement')
        sheet = self.ask('settlement', '--month', '2026-01', *shop)['sheet']
        self.told(f'= {sheet["closing"]} points', form)
        self.write(form, 'Who signs for the venue', '王店长')
        self.write(form, 'Who signs for the office', '李主任')
        self.press('Sign', form)
        self.it.window_gone('Settlement')
        self.told('王店长 / 李主任')
        refused = subprocess.run([CTL, '--as-of', DAY, '--office', str(self.office), 'points', 'redeem',
                                  '--person', f'id:{self.ask("accounts", "--kind", "person")[0]["owner_id"]}',
                                  '--reward', '抽纸一提', '--at', '2026-01-31T12:00'],
                                 capture_output=True, text=True, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn('locked', refused.stderr)
        self.assert_sound()

    # With keys -----------------------------------------------------------------------------------

    def test_confirm_with_keys(self):
        """All that is found is confirmed; each view has its key."""
        self.open_desk()
        self.it.key('alt+l')
        self.toast('awards proposed')
        n = len(self.ask('proposals', '--kind', 'proposed'))
        # From the row of buttons into the list.
        self.show_by_key(1)
        self.it.key('Down', 'ctrl+a', 'ctrl+Return')
        form = self.dialog('Confirm Awards', 'Who decides')
        self.told(f'{n} awards of ', form)
        self.it.type('Li')
        self.it.key('ctrl+Return')
        self.it.window_gone('Confirm Awards')
        self.assertEqual(self.ask('proposals', '--kind', 'proposed'), [])
        for number, words in ((2, 'Draft a Version…'), (3, 'Counter…'), (4, 'Sign…'), (6, 'Let Expire…')):
            self.show_by_key(number)
            self.told(words)
        self.show_by_key(7)
        self.told('Outstanding: ')
        self.it.key('ctrl+p')
        self.toast('There is no paper of this.')
        self.assert_sound()

    def test_counter_with_keys(self):
        """A number is typed, a code is scanned: a scanner types it, and Return."""
        typed, scanned = self.voucher('抽纸一提'), self.voucher('上门理发一次')
        code = self.ask('voucher', '--number', scanned['voucher'])['code']
        self.open_desk()
        self.it.key('F2')
        form = self.dialog('Counter', 'Number or code')
        self.it.type(typed['voucher'])
        self.it.key('Return')
        self.told('Press Return once more', form)
        self.assertEqual(self.ask('voucher', '--number', typed['voucher'])['state'], 'open')
        self.it.key('Return')
        self.told('Handed in. The next one', form)
        self.assertEqual(self.ask('voucher', '--number', typed['voucher'])['state'], 'used')
        self.it.type(code)
        self.it.key('Return')
        self.told('上门理发一次', form)
        self.it.key('Return')
        self.told('Handed in. The next one', form)
        self.assertEqual(self.ask('voucher', '--number', code)['state'], 'used')
        # A copy of it, and one whose points were made more.
        self.it.type(code)
        self.it.key('Return', 'Return')
        self.told('This one may be a copy.', form)
        self.it.key('ctrl+a')
        self.it.type(code.replace(':8:', ':80:'))
        self.it.key('Return')
        self.told('This voucher is forged', form)
        self.assert_sound()

    def test_return_with_keys(self):
        taken = self.voucher('健身月卡')
        self.ask('use', '--number', taken['voucher'])
        held = self.balance()
        self.open_desk()
        self.show_by_key(3)
        self.told('Counter…')
        self.it.key('alt+r')
        form = self.dialog('Return Goods', 'Number of the voucher')
        self.it.type(taken['voucher'])
        self.it.key('Tab')
        self.it.type('14')
        # Over the switch, which is a line and a button.
        self.it.key('Tab', 'Tab', 'Tab')
        self.it.type('Broken')
        self.it.key('ctrl+Return')
        self.it.window_gone('Return Goods')
        self.assertEqual(self.balance(), held + 14)
        self.assertEqual(self.ask('voucher', '--number', taken['voucher'])['state'], 'void')
        self.assert_sound()

    def test_offer_with_keys(self):
        """A venue that is new offers something, and no longer."""
        self.open_desk()
        self.show_by_key(3)
        self.told('New Venue…')
        self.it.key('alt+v')
        self.dialog('New Venue', 'Name of the venue')
        self.it.type('Bakery')
        self.it.key('ctrl+Return')
        self.it.window_gone('New Venue')
        self.it.key('alt+e')
        form = self.dialog('New Reward', 'Goods or service')
        self.it.type('Bread')
        self.it.key('Tab')
        self.it.type('0')
        self.it.key('ctrl+Return')
        self.told('A reward costs a whole number of points, 1 or more.', form)
        self.it.key('ctrl+a')
        self.it.type('4')
        self.it.key('ctrl+Return')
        self.it.window_gone('New Reward')
        bread = [r for r in self.ask('rewards') if r['name'] == 'Bread']
        self.assertEqual([(r['points'], r['stock']) for r in bread], [(4, 0)])
        self.click_on('Bread')
        self.it.key('alt+w')
        self.dialog('Withdraw a Reward', 'Last day')
        self.it.key('ctrl+a')
        self.it.type('2026-02-12')
        self.it.key('ctrl+Return')
        self.it.window_gone('Withdraw a Reward')
        self.assertEqual([r for r in self.ask('rewards') if r['name'] == 'Bread'], [])
        self.it.key('ctrl+z')
        self.it.wait(lambda: [r for r in self.ask('rewards') if r['name'] == 'Bread'], 'the undo')
        self.assert_sound()

    def choose_file(self, key, title, path):
        self.it.key(key)
        self.it.find_window(title)
        self.it.key('ctrl+a')
        self.it.type_path(path)
        self.it.key('Return')
        self.it.window_gone(title)

    def test_files_with_keys(self):
        """The ledger to a table and a journal; balances from paper, tried before they are written."""
        self.open_desk()
        for name in ('ledger.csv', 'ledger.journal'):
            self.choose_file('ctrl+e', 'Export the Ledger', self.folder / name)
            self.toast(f'The ledger was written to {name}')
        lines = (self.folder / 'ledger.csv').read_text(encoding='utf-8-sig').splitlines()
        self.assertGreater(len(lines), 1000)
        text = (self.folder / 'ledger.journal').read_text(encoding='utf-8')
        self.assertEqual(text.count('\n    '), len(lines) - 1)
        row = self.ask('accounts', '--kind', 'person')[0]
        self.who = f'id:{row["owner_id"]}'
        paper = self.folder / 'paper.csv'
        phone = re.search(r'\b\d{11}\b', row['search_text']).group()
        paper.write_text(f'姓名,电话,积分\n,{phone},25\n无此人甲,,7\n,{phone},0\n', encoding='utf-8')
        self.choose_file('ctrl+i', 'Import Balances from Paper', paper)
        form = self.it.find_window('Balances from Paper')
        self.told('1 balances to carry over, 0 are there already, 2 cannot be', form)
        self.told('Line 3: Nobody of this name and phone is known.', form)
        self.assertEqual(self.balance(), row['balance'])
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('ctrl+Return')
        self.it.window_gone('Balances from Paper')
        self.assertEqual(self.balance(), row['balance'] + 25)
        self.assert_sound()

    @unittest.skipUnless(shutil.which('pdftotext'), 'pdftotext is not there')
    def test_honours_with_keys(self):
        """Names are masked as on the wall; the month is another one."""
        paper = self.folder / 'honours.pdf'
        subprocess.run([CTL, '--as-of', DAY, '--office', self.office, 'print', 'honour-list', '-o', paper],
                       check=True, capture_output=True)
        text = subprocess.run(['pdftotext', '-layout', paper, '-'], capture_output=True, text=True,
                              check=True).stdout
        first = re.search(r'\w\*+\w?', text).group()
        self.open_desk()
        self.show_by_key(5)
        self.told(first)
        names = {r['name'] for r in self.ask('accounts', '--kind', 'person')}
        self.assertEqual([n for n in self.shown() if n.get_name() in names], [])
        self.it.key('ctrl+p')
        self.it.find_window('Print')
        self.told('Honour list', self.it.look_window('Print'))
        self.assertEqual(self.it.said(), '')


if __name__ == '__main__':
    tap.main()
