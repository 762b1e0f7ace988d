#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""People and posts taken in through the window: the table is understood and corrected, looked at
and taken, by keys and by mouse, and files that cannot be read say why."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

import desk
import tap

GRIDGOV, CTL, PICTURES = sys.argv[1:4]
DATA = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', 'absent')) / 'sheets'
CHOOSER = 'Choose a Table'
DAY = '2026-07-01'

LIST = '''锦宁街道网格员名册,,,,
填表日期：2026年3月,,,,
姓名*,性别,联系电话,岗位,上岗日
必填,男/女,,如：楼长,
张 三,男,１３８０４７２１２３４,燃气安全巡检队员,2026.3.1
李四,女,138 0472 1235,警务网格员,2026年3月1日
王五,,1.38E+10,,
'''


@unittest.skipIf(desk.why_not(), desk.why_not())
class ImportPeopleWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        subprocess.run([CTL, '--office', str(cls.template / 'office.gridgov'), 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True, timeout=300)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.template)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.template / 'office.gridgov', self.office)

    def open(self, language='en', size='1024x768'):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size=size,
                       language=language)
        self.addCleanup(it.close)
        return it

    def write(self, name, text, encoding='utf-8'):
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        return path

    def query(self, sql):
        with sqlite3.connect(f'file:{self.office}?mode=ro', uri=True) as office:
            return office.execute(sql).fetchall()

    def picture(self, it, name):
        folder = pathlib.Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        it.screenshot(folder / f'import-people-{name}.png')

    def take(self, it, path, first=True):
        """Chooses a file by keys alone."""
        if first:
            it.find('push button', 'Main menu')
            it.key('ctrl+shift+r')
            it.find('push button', 'Choose a File…')
        it.key('ctrl+o')
        it.find('push button', 'Choose', it.find_window(CHOOSER))
        it.type_path(path)
        it.key('Return')
        it.window_gone(CHOOSER)

    def frame(self, it):
        return it.find_window('Import People')

    def frame_texts(self, it):
        return ' '.join(it.texts(self.frame(it)))

    def await_text(self, it, words, seconds=20):
        it.wait(lambda: words in self.frame_texts(it), words, seconds)

    def test_by_keys(self):
        """A list with titles, notes and bad rows: seen, checked, saved, taken, undone."""
        it = self.open()
        self.take(it, self.write('roster.csv', LIST, 'gb18030'))
        it.find('push button', 'Check')
        self.await_text(it, 'passed over')
        texts = self.frame_texts(it)
        # The heading of the first day is none that is known.
        for words in ('roster.csv', 'GB18030', '张三', '13804721234', 'does not say where', '1.38E+10'):
            self.assertIn(words, texts)
        self.picture(it, 'columns')

        it.key('ctrl+Return')
        it.find('push button', 'Import', self.frame(it), 20)
        texts = self.frame_texts(it)
        for words in ('can be imported in part', 'Row 7: Column “联系电话”, “1.38E+10”'):
            self.assertIn(words, texts)
        self.picture(it, 'summary')
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '张三'"), [(0,)])

        it.key('ctrl+shift+s')
        it.find('push button', 'Save', it.find_window('Save the Rows Left Out'))
        rejects = self.folder / 'rejects.xlsx'
        it.type_path(rejects)
        it.key('Return')
        it.window_gone('Save the Rows Left Out')
        it.wait(rejects.exists, 'the workbook')
        with zipfile.ZipFile(rejects) as book:
            strings = book.read('xl/sharedStrings.xml').decode()
        for words in ('李四', '王五', '联系电话'):
            self.assertIn(words, strings)
        self.assertNotIn('张', strings)

        it.find('push button', 'Import', self.frame(it))
        it.key('ctrl+Return')
        it.window_gone('Import People')
        it.find('push button', 'Undo')
        self.assertEqual(self.query(
            "SELECT n.phone, r.code, p.valid_from FROM person n JOIN post p ON p.person_id = n.id "
            "JOIN role r ON r.id = p.role_id WHERE n.name = '张三'"),
            [('13804721234', 'gas_patrol_member', DAY)])
        it.key('ctrl+z')
        it.wait(lambda: self.query("SELECT count(*) FROM person WHERE name = '张三'") == [(0,)],
                'the people to go')
        self.assertEqual(it.said(), '')

    def choose_column(self, it, field, place):
        """By mouse: scrolls to the row of a field and opens its list; then the place in it."""
        frame = self.frame(it)
        row = it.find('combo box', field, frame)
        for _ in range(40):
            if it.place(row)[1] < 640:
                break
            it.click_at(450, 500, button=5)
        it.wait(lambda: it.place(row)[1] < 640, 'the row to come into view')
        it.click_at(*it.place(row))
        it.key(*['Down'] * place, 'Return')

    def test_by_mouse(self):
        """Another column is chosen, seen in the first rows, and remembered for the next table."""
        it = self.open(size='1600x1000')
        self.take(it, self.write('roster.csv', LIST))
        self.await_text(it, '张三')
        self.assertNotIn('2026-03-01', self.frame_texts(it))
        self.choose_column(it, 'First day', 5)
        self.await_text(it, '2026-03-01')
        self.picture(it, 'wide')
        it.click('push button', 'Check')
        it.find('push button', 'Import', self.frame(it), 20)
        it.click('push button', 'Import', self.frame(it))
        it.window_gone('Import People')
        it.find('push button', 'Undo')
        self.assertEqual(self.query(
            "SELECT p.valid_from FROM person n JOIN post p ON p.person_id = n.id "
            "WHERE n.name = '张三'"), [('2026-03-01',)])

        # The next table with these headings, on whatever desk.
        second = LIST.replace('张 三', '赵 六').replace('２３４', '９９９').replace('2026.3.1', '2026.4.2')
        self.take(it, self.write('april.csv', second))
        self.await_text(it, 'those of the last table')
        self.await_text(it, '2026-04-02')
        self.assertEqual(it.said(), '')

    def test_headings_and_sheets(self):
        """A wrong row of headings is corrected by keys; without the names nothing goes on."""
        it = self.open()
        self.take(it, self.write('plain.csv', '甲,13804721234\n乙,13804721235\n'))
        self.await_text(it, 'Say which column has the names')
        it.key('ctrl+Return')
        self.assertIn('Say which column', self.frame_texts(it))
        self.choose_column(it, 'Name', 1)
        self.await_text(it, '甲')
        it.key('ctrl+Return')
        it.find('push button', 'Import', self.frame(it), 20)
        it.key('alt+Left')
        it.find('push button', 'Check')
        it.key('Escape')
        it.window_gone('Import People')
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '甲'"), [(0,)])

    def test_bad_files(self):
        """One clear sentence each, and the next file is not held back by it."""
        it = self.open()
        bad = [(self.write('empty.csv', ''), 'There is nothing in “empty.csv”'),
               (self.write('quote.csv', '姓名,电话\n"张三,1\n'), 'wrong quotation mark in line 2'),
               (self.write('people.xlsx', '姓名\n张三\n'), 'is named .xlsx but holds plain text'),
               (self.write('map.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature",'
                           '"properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}'),
                'does not hold what is needed here')]
        if DATA.is_dir():
            bad += [(DATA / 'calamine' / 'pass_protected.xlsx', 'protected by a password'),
                    (DATA / 'calamine' / 'empty_sheet.xlsx', 'There is nothing in')]
        for i, (path, words) in enumerate(bad):
            self.take(it, path, i == 0)
            it.find('label', words)
            it.find('push button', 'Choose Another File…')
        self.take(it, self.write('good.csv', LIST), first=False)
        self.await_text(it, '张三')
        self.assertEqual(it.said(), '')

    def test_given_up(self):
        """Cancelled while it is taken in: nothing is kept."""
        rows = ''.join(f'周{chr(0x4e00 + i % 900)},{13900000000 + i}\n' for i in range(150000))
        it = self.open()
        self.take(it, self.write('many.csv', '姓名,电话\n' + rows))
        it.find('push button', 'Check')
        self.await_text(it, '13900000000')
        it.key('ctrl+Return')
        it.find('push button', 'Import', self.frame(it), 60)
        it.key('ctrl+Return')
        it.find('label', 'Cancelling leaves the office', self.frame(it))
        it.key('Escape')
        it.find('push button', 'Import', self.frame(it), 30)
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE phone LIKE '1390000%'"), [(0,)])
        self.assertEqual(it.said(), '')

    def test_in_chinese(self):
        if desk.why_not_chinese():
            self.skipTest(desk.why_not_chinese())
        it = self.open('zh_CN')
        it.find('push button', '主菜单')
        it.key('ctrl+shift+r')
        it.find('push button', '选择文件')
        it.key('ctrl+o')
        it.find('push button', '选择', it.find_window('选择表格'))
        it.type_path(self.write('roster.csv', LIST))
        it.key('Return')
        it.window_gone('选择表格')
        it.wait(lambda: '张三' in ' '.join(it.texts(it.find_window('导入人员'))), 'the rows')
        self.picture(it, 'columns-zh')
        it.key('ctrl+Return')
        it.wait(lambda: '第 7 行' in ' '.join(it.texts(it.find_window('导入人员'))), 'the reasons')
        self.picture(it, 'summary-zh')


if __name__ == '__main__':
    tap.main()
