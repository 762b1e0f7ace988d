#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as somebody at a desk uses it: opening, pages, search, undo, and what is refused."""

import fcntl
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-31'
PAGES = ('Overview', 'Map', 'Roster', 'Issues', 'Points')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Window(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'

    def make_office(self):
        subprocess.run([CTL, '--office', str(self.office), 'init'], check=True,
                       capture_output=True)

    def open(self, *words, **options):
        it = desk.Desk(GRIDGOV, *words, **options)
        self.addCleanup(it.close)
        return it

    def test_pages(self):
        self.make_office()
        it = self.open('--office', self.office, size='1024x768')
        for name in PAGES:
            it.choose('list item', name)
        self.assertEqual(it.said(), '')
        self.assertEqual(it.quit(), 0, it.said())

    def test_missing(self):
        it = self.open('--office', self.office)
        it.find('label', 'There is no file')
        it.find('push button', 'Open Another')
        it.find('push button', 'Demo Office')
        self.assertFalse(self.office.exists())

    def test_foreign(self):
        self.office.write_text('Minutes of the meeting\n' * 50)
        it = self.open('--office', self.office)
        it.find('label', 'is not an office')
        self.assertEqual(self.office.read_text(), 'Minutes of the meeting\n' * 50)

    def make_demo(self):
        subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)

    def ask(self, sql):
        with sqlite3.connect(f'file:{self.office}?mode=ro', uri=True) as office:
            return office.execute(sql).fetchone()

    def test_demo(self):
        it = self.open('--demo')
        it.find('push button', 'Overdue issues', seconds=60)
        # The office's own account, as it is told of: 39 grids, 1,160 volunteers, 861 issues.
        texts = it.texts()
        for figure in ('39', '1,160', '861', '15,600'):
            self.assertIn(figure, texts)
        self.assertEqual(it.said(), '')

    def test_search(self):
        self.make_demo()
        compound, number = self.ask(
            'SELECT m.name, b.number FROM building b JOIN compound m ON m.id = b.compound_id '
            "WHERE b.kind = 'residential' ORDER BY b.id LIMIT 1")
        person, = self.ask("SELECT name FROM person WHERE length (name) = 3 ORDER BY id LIMIT 1")
        it = self.open('--office', self.office, '--as-of', DAY)
        it.find('push button', 'Overdue issues')
        it.key('ctrl+f')
        entry = it.find('entry', 'Search people, buildings and issues')
        it.set_text(entry, person)
        results = it.find('list', 'Search results')
        it.find('list item', person, results)
        it.key('Escape')
        it.gone('list', 'Search results')
        it.key('ctrl+k')
        it.set_text(entry, f'{number} {compound}')
        it.find('list item', number, it.find('list', 'Search results'))
        it.key('Return')
        it.gone('list', 'Search results')
        it.find('label', number)
        self.assertEqual(it.said(), '')

    def test_search_finds_nothing(self):
        self.make_office()
        it = self.open('--office', self.office)
        it.key('ctrl+f')
        it.type('zzz')
        it.find('label', 'Nothing found')

    def test_undo(self):
        """Moves an issue on by the keyboard, takes it back by Ctrl+Z and does it again."""
        self.make_demo()
        number, title, stage = self.ask(
            "SELECT number, title, stage FROM issue WHERE stage = 'collect' AND suspended = 0 "
            'ORDER BY id LIMIT 1')

        def stage_now():
            return self.ask(f"SELECT stage FROM issue WHERE number = '{number}'")[0]

        it = self.open('--office', self.office, '--as-of', DAY)
        it.find('push button', 'Overdue issues')
        it.key('ctrl+f')
        it.type(number)
        it.find('list item', title, it.find('list', 'Search results'))
        it.key('Return')
        it.find('label', title)
        it.click('push button', 'File')
        it.wait(lambda: stage_now() == 'file', 'the issue to be filed')
        it.key('ctrl+z')
        it.wait(lambda: stage_now() == stage, 'the filing to be undone')
        it.key('ctrl+shift+z')
        it.wait(lambda: stage_now() == 'file', 'the filing to be done again')

        # The log has all three; the last is taken back from there.
        it.key('ctrl+h')
        it.click('push button', 'Undo', it.find('tree table', 'Change log'))
        it.wait(lambda: stage_now() == stage, 'the change to be undone from the log')

    def test_new_office(self):
        """Made by keys alone; it has a name, and says what to do next."""
        it = self.open()
        it.click('push button', 'New…')
        it.find('push button', 'Make…')
        self.assertTrue(it.find('text', 'Name of the sub-district'))
        it.set_text(it.find('text', 'Name of the sub-district'), '青松街道')
        it.key('Tab')
        it.type('15020300')
        it.key('Return')  # a digit is missing
        it.type('5')
        it.key('Return')
        chooser = it.find_window('Make a New Office')
        it.find('push button', 'Make', chooser)
        it.key('ctrl+a')
        it.type_path(self.office)
        it.key('Return')
        it.find('push button', 'Import…')
        self.assertEqual(self.ask('SELECT name, code FROM sub_district'), ('青松街道', '150203005'))
        self.assertGreater(self.ask('SELECT count(*) FROM case_type')[0], 0)
        self.assertEqual(it.said(), '')

    def test_refused(self):
        """What cannot be opened is told of in the window, and left as it is."""
        self.make_office()
        whole = self.office.read_bytes()
        newer = bytearray(whole)
        newer[60:64] = (9999).to_bytes(4, 'big')  # user_version in the file's header
        for name, content, words in (('short', whole[:5000], 'cut off or damaged'),
                                     ('newer', bytes(newer), 'newer version'),
                                     ('empty', b'', 'is not an office'),
                                     ('other', self.make_database(), 'is not an office')):
            path = self.folder / f'{name}.gridgov'
            path.write_bytes(content)
            it = self.open('--office', path)
            it.find('label', words)
            it.find('push button', 'New')
            it.close()
            self.assertEqual(path.read_bytes(), content)

    def make_database(self):
        """What another program keeps in a file of the same format."""
        path = self.folder / 'addresses.db'
        with sqlite3.connect(path) as other:
            other.execute('CREATE TABLE address (name TEXT)')
        other.close()
        return path.read_bytes()

    @unittest.skipIf(os.geteuid() == 0, 'whoever may do everything can write every file')
    def test_read_only(self):
        self.make_office()
        self.office.chmod(0o444)
        it = self.open('--office', self.office)
        it.find('label', 'cannot be written. Change the permissions')
        self.office.chmod(0o644)
        it.click('push button', 'Try Again')
        it.find('list item', 'Overview')

    def test_in_use(self):
        self.make_office()
        with open(f'{self.office}.lock', 'w') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            it = self.open('--office', self.office)
            it.find('label', 'is open in another window')
        # The other desk has left.
        it.click('push button', 'Try Again')
        it.find('list item', 'Overview')

    def test_no_display(self):
        env = {name: value for name, value in desk.Desk.room.env.items()
               if name not in ('DISPLAY', 'WAYLAND_DISPLAY')} if desk.Desk.room else {}
        env.update(GDK_BACKEND='x11', LC_ALL='C.UTF-8', LANGUAGE='en',
                   GSETTINGS_SCHEMA_DIR=os.environ.get('GSETTINGS_SCHEMA_DIR', ''))
        run = subprocess.run([GRIDGOV, '--demo'], env=env, capture_output=True, text=True,
                             timeout=30)
        self.assertEqual(run.returncode, 1)
        self.assertEqual(len(run.stderr.strip().splitlines()), 1, run.stderr)
        self.assertIn('no display', run.stderr)
        self.assertIn('xvfb-run', run.stderr)

    @unittest.skipIf(desk.why_not_chinese(), desk.why_not_chinese())
    def test_chinese(self):
        self.make_office()
        it = self.open('--office', self.office, language='zh_CN')
        it.find('list item', '网格事务')


if __name__ == '__main__':
    tap.main()
