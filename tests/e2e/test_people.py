#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl import people: tables as offices send them become people and posts, or say why not."""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

import tap

CTL = sys.argv[1]
DATA = pathlib.Path(os.environ['GRIDGOV_TEST_DATA']) / 'sheets'
DAY = '2026-07-01'

HEADINGS = '姓名*,性别,联系电话,岗位,所属社区,小区名称,楼栋,单元,任职时间'


def make_workbook(path, rows, date1904=False):
    """The least workbook: one sheet of inline texts (ECMA-376 part 1, 18.3.1)."""
    cells = ''
    for r, row in enumerate(rows, 1):
        line = ''.join(f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{text}</t></is></c>'
                       for c, text in enumerate(row) if text)
        cells += f'<row r="{r}">{line}</row>'
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
    files = {
        '[Content_Types].xml':
            f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/>'
            '</Types>',
        '_rels/.rels':
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml':
            f'<workbook xmlns="{main}" xmlns:r="{rel}">'
            + ('<workbookPr date1904="1"/>' if date1904 else '') +
            '<sheets><sheet name="名册" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml':
            f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, 'w') as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        subprocess.run([CTL, '--office', str(cls.template / 'office.gridgov'), 'init', '--demo'],
                       check=True, capture_output=True, timeout=300)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.template)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.template / 'office.gridgov', self.office)

    def run_ctl(self, *words, status=0):
        run = subprocess.run([CTL, '--json', '--as-of', DAY, '--office', str(self.office)] +
                             [str(w) for w in words],
                             capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        return run

    def take(self, path, *words, status=0):
        answer = json.loads(self.run_ctl('import', 'people', path, *words, status=status).stdout)
        self.assertEqual(answer['read'], answer['new'] + answer['changed'] + answer['same'] +
                         answer['rejected'])
        return answer

    def write(self, text, name='people.csv', encoding='utf-8'):
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        return path

    def query(self, sql, *values):
        with sqlite3.connect(self.office) as db:
            return db.execute(sql, values).fetchall()

    def codes(self, answer, rejected=True):
        return {p['code']: p['rows'] for p in answer['problems'] if p['rejected'] == rejected}

    def test_list_with_titles_notes_and_sums(self):
        path = self.write('\n'.join([
            '锦宁街道名册,,,,,,,,',
            '填表日期：2026年3月,,,,,,,,',
            HEADINGS,
            '必填，真实姓名,男/女,,如：楼长,,,,,',
            '张 三,男,１３８０４７２１２３４,燃气安全巡检队员,,,,,2026.3.1',
            '李四,女,138 0472 1235,警务网格员,平顺社区,,,,2026年3月1日',
            '王五,,13804721236,,,,,,',
            '合计：3人,,,,,,,,', '']))
        rejects = self.folder / 'rejects.xlsx'
        answer = self.take(path, '--rejects', rejects, status=3)

        # The policeman has no grid.
        self.assertEqual((answer['read'], answer['new'], answer['rejected']), (3, 2, 1))
        self.assertEqual(self.codes(answer), {'no-place': [6]})
        self.assertEqual(self.codes(answer, False), {'note': [4, 8]})
        self.assertEqual(self.query("SELECT name, phone, sex FROM person WHERE name = '张三'"),
                         [('张三', '13804721234', '1')])
        self.assertEqual(self.query(
            "SELECT r.code, p.valid_from FROM post p JOIN role r ON r.id = p.role_id "
            "JOIN person n ON n.id = p.person_id WHERE n.name = '张三'"),
            [('gas_patrol_member', '2026-03-01')])
        # Nothing of a row that is left out.
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '李四'"), [(0,)])
        self.run_ctl('check')

        # Mended, the workbook of rejects is a table of people again.
        back = self.take(rejects, status=3)
        self.assertEqual((back['read'], self.codes(back)), (1, {'no-place': [2]}))

        # A second time nothing is new, and undoing it takes both away.
        again = self.take(path, status=3)
        self.assertEqual((again['new'], again['changed'], again['same']), (0, 0, 2))
        self.assertEqual(again['change'], 0)
        self.run_ctl('changes', '--undo', answer['change'])
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name IN ('张三', '王五')"),
                         [(0,)])
        self.run_ctl('check')

    def test_places_in_many_spellings(self):
        first = self.query(
            'SELECT o.name || b.number, o.name, b.number, c.name, u.number FROM unit u '
            'JOIN building b ON b.id = u.building_id JOIN compound o ON o.id = b.compound_id '
            'JOIN community c ON c.id = b.community_id '
            "WHERE b.number = '1号楼' ORDER BY u.id LIMIT 1")[0]
        door, compound, number, community, unit = first
        answer = self.take(self.write(
            '姓名,联系电话,岗位,所属社区,小区名称,楼栋,单元,地址\n'
            f'甲一,13804720001,单元长,{community},{compound},一号楼,{unit}单元,\n'
            f'甲二,13804720002,单元长,{community[:-2]},{compound},1栋,{unit},\n'
            f'甲三,13804720003,单元长,,,,,{door}{unit}单元501室\n'
            f'甲四,13804720004,单元长,{community},{compound},1#,九十九,\n'
            '甲五,13804720005,单元长,,,1号楼,1,\n'), status=3)

        # The first three find the door, which somebody holds; the rest say why not.
        self.assertEqual(self.codes(answer), {'refused': [2, 3, 4], 'unknown-place': [5],
                                              'several-places': [6]})

    def test_who_is_who(self):
        self.take(self.write('姓名,电话,出生日期\n张三,13804721234,\n李四,,\n赵六,13804720009,\n'))
        answer = self.take(self.write(
            '姓名,电话,出生日期\n'
            '张三,13804721234,1968-12-19\n'   # the same, with a birthday
            '李四,13804721235,\n'             # the only one, whose phone was not known
            '张三,13900000000,\n'             # a namesake
            '王五,13804720009,\n'             # somebody else's phone
            '张三,,\n'), status=3)            # which one?
        self.assertEqual((answer['new'], answer['changed']), (1, 2))
        self.assertEqual(self.codes(answer), {'phone-taken': [5], 'several-namesakes': [6]})
        self.assertEqual(self.codes(answer, False), {'namesake': [4]})
        self.assertEqual(self.query("SELECT phone, birth_date FROM person WHERE name = '张三' "
                                    'ORDER BY phone'),
                         [('13804721234', '1968-12-19'), ('13900000000', None)])

        # A blank takes no value away, and the index finds the new phone.
        self.take(self.write('姓名,电话,出生日期\n张三,13804721234,\n'))
        self.assertEqual(self.query("SELECT birth_date FROM person WHERE phone = '13804721234'"),
                         [('1968-12-19',)])
        self.run_ctl('check')

    def test_values_that_cannot_be_read(self):
        answer = self.take(self.write(
            '姓名,性别,联系电话,出生日期\n'
            '甲,男,1.38047E+10,\n乙,男,,2024.2.30\n丙,男,,85-1-5\n丁,三,,\n,男,13804720001,\n'
            '戊,女,,45296\n己,女,,民国113年1月5日\n'), status=3)
        self.assertEqual(self.codes(answer), {'bad-phone': [2], 'bad-day': [3, 4], 'bad-sex': [5],
                                              'no-name': [6]})
        self.assertEqual(self.codes(answer, False), {'day-number': [7]})
        self.assertEqual(self.query("SELECT birth_date FROM person WHERE name IN ('戊', '己')"),
                         [('2024-01-05',), ('2024-01-05',)])

    def test_rare_characters(self):
        self.take(self.write('姓名,电话\n𠮷㐂,13804720001\n买买提·艾力,13804720002\n'))
        self.assertEqual(self.query("SELECT name FROM person WHERE phone LIKE '1380472000_' "
                                    'ORDER BY phone'), [('𠮷㐂',), ('买买提·艾力',)])

    def test_readings(self):
        """A character is read by where it stands: surnames of one and two, and the rest."""
        names = {'尉迟敬德': 'yu chi jing de', '单雄信': 'shan xiong xin', '王小单': 'wang xiao dan',
                 '欧阳解放': 'ou yang jie fang', '解晓东': 'xie xiao dong', '朴正日': 'piao zheng ri'}
        self.take(self.write('姓名,电话\n' + ''.join(f'{name},1380472000{i}\n'
                                                   for i, name in enumerate(names))))
        found = dict(self.query("SELECT name, pinyin FROM person WHERE phone LIKE '1380472000_'"))
        self.assertEqual(found, names)

    def test_encoding_and_workbook(self):
        answer = self.take(self.write('姓名,电话\n张三,13804721234\n', encoding='gb18030'))
        self.assertEqual(answer['new'], 1)
        book = self.folder / 'people.xlsx'
        make_workbook(book, [['锦宁街道名册'], ['姓名', '联系电话'], ['李四', '013804721235'],
                             ['王五', '04725151234']])
        self.take(book)
        self.assertEqual(self.query("SELECT phone FROM person WHERE name IN ('李四', '王五') "
                                    'ORDER BY name'), [('013804721235',), ('04725151234',)])

    def test_rehearsal(self):
        answer = self.take(self.write('姓名,电话\n张三,13804721234\n'), '--dry-run')
        self.assertEqual((answer['new'], answer['change']), (1, 0))
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '张三'"), [(0,)])

    def test_refused(self):
        nothing = self.run_ctl('import', 'people', self.write('甲,乙\n1,2\n'), status=1)
        self.assertIn('姓名', nothing.stderr)
        wish = self.run_ctl('import', 'people', self.write('姓名,电话\n张三,1\n'), '--map',
                            'phone=手提电话', status=1)
        self.assertIn('手提电话', wish.stderr)
        full = self.run_ctl('import', 'people', self.write('姓名,电话\n张三,1\n'), '--rejects',
                            '/nonexistent/rejects.xlsx', status=1)
        self.assertIn('rejects.xlsx', full.stderr)
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '张三'"), [(0,)])

    def test_real_sheets(self):
        if not DATA.is_dir():
            self.skipTest('the folder with real data is not there')
        # A template has headings, notes and nobody; its sheet of remarks has no headings.
        template = self.take(DATA / 'cortana-grid' / '人员导入模板.xlsx')
        self.assertEqual(template['read'], 0)
        self.assertEqual(self.codes(template, False), {'note': [2]})
        for name in ('date.xls', 'date.xlsx', 'date_1904.xlsx', 'empty_sheet.xlsx', 'errors.xlsx',
                     'header-row.xlsx', 'merge_cells.xlsx', 'merged_range.xlsx',
                     'pass_protected.xlsx'):
            with self.subTest(name):
                run = self.run_ctl('import', 'people', DATA / 'calamine' / name, status=1)
                self.assertEqual(len(run.stderr.strip().splitlines()), 1)


if __name__ == '__main__':
    tap.main()
