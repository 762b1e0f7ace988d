#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl import people: tables as offices send them become people and posts, or say why not."""

import datetime
import json
import os
import pathlib
import re
import shutil
import sqlite3
import zipfile

import demo_office
import tap
from workbook import make_open_document, make_workbook

DATA = pathlib.Path(os.environ['GRIDGOV_TEST_DATA']) / 'sheets'
DAY = '2026-07-01'

HEADINGS = '姓名*,性别,联系电话,岗位,所属社区,小区名称,楼栋,单元,任职时间'


class People(demo_office.DemoOffice):
    day = DAY

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

    def reasons(self, path, *words):
        """By row: why each was left out, as the workbook of rejects has it."""
        rejects = self.folder / 'reasons.xlsx'
        rejects.unlink(missing_ok=True)
        self.take(path, *words, '--rejects', rejects, status=3)
        with zipfile.ZipFile(rejects) as book:
            texts = re.findall('<t[^>]*>([^<]*)</t>', book.read('xl/sharedStrings.xml').decode())
        return texts

    def test_merged_headings_and_hidden_sheets(self):
        """Cells merged over two rows of headings, and a sheet that nobody sees before the list."""
        book = self.folder / 'merged.xlsx'
        make_workbook(book, [['名册', '', ''], ['姓名', '联系方式', ''], ['', '手机', '备注'],
                             ['张三', '13804721234', '新']],
                      hidden=[['姓名', '手机'], ['老张', '13804729999']])
        answer = self.take(book)
        self.assertEqual(answer['new'], 1)
        self.assertEqual(self.query("SELECT phone FROM person WHERE name = '张三'"),
                         [('13804721234',)])
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name = '老张'"), [(0,)])
        # Asked for by name it is taken.
        self.assertEqual(self.take(book, '--layer', '旧名册')['new'], 1)

    def test_cells_that_hold_no_value(self):
        book = self.folder / 'cells.xlsx'
        make_workbook(book, [['姓名', '联系电话', '出生日期'], ['甲', '#REF!', ''],
                             ['乙', '=A1', ''], ['丙', '13804720001', 45296]])
        reasons = self.reasons(book)
        self.assertIn('Column “联系电话”, “#REF!”: A formula went wrong here; correct it in the table, '
                      'or type its value', reasons)
        self.assertTrue(any('“#FORMULA!”: A formula has no result' in text for text in reasons))
        self.assertEqual(self.query("SELECT birth_date FROM person WHERE name = '丙'"),
                         [('2024-01-05',)])
        self.assertEqual(self.query("SELECT count(*) FROM person WHERE name IN ('甲', '乙')"), [(0,)])

    def test_open_document(self):
        """A day is a day there, of whatever year it would be counted from."""
        sheet = self.folder / 'people.ods'
        make_open_document(sheet, [['锦宁街道名册'], ['姓名', '联系电话', '出生日期'],
                                   ['李四', '013804721235', datetime.date(1985, 3, 9)],
                                   ['王五', '', datetime.date(2024, 2, 29)]])
        self.assertEqual(self.take(sheet)['new'], 2)
        self.assertEqual(self.query("SELECT name, phone, birth_date FROM person "
                                    "WHERE name IN ('李四', '王五') ORDER BY birth_date"),
                         [('李四', '013804721235', '1985-03-09'), ('王五', None, '2024-02-29')])

    def test_number_of_a_day_from_1904(self):
        """43834 is 2024-01-05 counted from 1904-01-01."""
        book = self.folder / 'mac.xlsx'
        make_workbook(book, [['姓名', '出生日期'], ['丙', 43834]], date1904=True)
        self.take(book)
        self.assertEqual(self.query("SELECT birth_date FROM person WHERE name = '丙'"),
                         [('2024-01-05',)])

    def test_posts_that_cannot_be(self):
        """Each with a sentence that names what is in the way."""
        grid, holder, since = self.query(
            'SELECT g.code, n.name, p.valid_from FROM post p JOIN role r ON r.id = p.role_id '
            'JOIN grid g ON g.id = p.grid_id JOIN person n ON n.id = p.person_id '
            "WHERE r.code = 'full_time_member' AND p.valid_from <= '2026-07-01' "
            "AND coalesce (p.valid_to, '9999') >= '2026-07-01' LIMIT 1")[0]
        compound, number, community, other = self.query(
            'SELECT o.name, b.number, c.name, d.name FROM building b '
            'JOIN compound o ON o.id = b.compound_id JOIN community c ON c.id = b.community_id '
            'JOIN community d ON d.id <> c.id WHERE b.number IS NOT NULL LIMIT 1')[0]
        path = self.write(
            '姓名,联系电话,岗位,社区,网格,小区,楼栋,任职时间,离任时间\n'
            f'甲一,13804720001,片长,,{grid},,,2026-07-01,\n'
            f'甲二,13804720002,楼长,{other},,{compound},{number},2026-07-01,\n'
            '甲三,13804720003,燃气安全巡检队员,,,,,2026-07-01,2026-06-01\n'
            '甲四,13804720004,燃气安全巡检队员,,,,,2026-01-01,2026-06-30\n'
            '甲四,13804720004,燃气安全巡检队员,,,,,2025-12-01,2026-02-01\n'
            '甲五,13804720005,飞行员,,,,,,\n')
        reasons = self.reasons(path)
        self.assertTrue(any(holder in text and since in text and grid in text for text in reasons),
                        reasons)
        self.assertTrue(any(f'{compound} {number}' in text and community in text and
                            'lies in another community' in text for text in reasons), reasons)
        self.assertTrue(any('would end on 2026-06-01, before it begins on 2026-07-01' in text
                            for text in reasons))
        self.assertTrue(any(text.startswith('甲四 ') and '2026-01-01' in text for text in reasons))
        self.assertIn('There is no post “飞行员”; use a name of the list of roles', reasons)
        self.assertEqual(self.query("SELECT name FROM person WHERE phone LIKE '1380472000_'"),
                         [('甲四',)])
        self.run_ctl('check')

    def test_twins(self):
        """The same phone, a homophone, one digit off: named, and the choice is remembered."""
        self.take(self.write('姓名,电话\n王芳,13804720001\n李强,13804720002\n'))
        path = self.write('姓名,电话\n王方,13804720001\n李强,13804720003\n赵六,13804720002\n')
        reasons = self.reasons(path)
        self.assertTrue(any('13804720001 belongs to 王芳' in text for text in reasons))
        self.assertTrue(any('李强 is known with the phone 13804720002' in text for text in reasons))

        # 赵六 does not sound like 李强, whose phone it is.
        answer = self.take(path, '--twins', 'same', '--dry-run', status=3)
        self.assertEqual((answer['new'], answer['rejected']), (0, 1))
        self.assertEqual(self.codes(answer), {'phone-taken': [4]})
        self.assertEqual(self.codes(answer, False), {'same-person': [2, 3]})

        answer = self.take(path, '--twins', 'apart')
        self.assertEqual((answer['new'], self.codes(answer, False)), (3, {'apart': [2, 3, 4]}))
        self.assertEqual(self.query(
            'SELECT a.name, b.name FROM person_distinct d JOIN person a ON a.id = d.first_id '
            'JOIN person b ON b.id = d.second_id ORDER BY d.id'),
            [('王芳', '王方'), ('李强', '李强'), ('李强', '赵六')])
        # Nobody asks again.
        self.assertEqual(self.take(path)['same'], 3)
        self.run_ctl('import', 'people', path, '--twins', 'perhaps', status=2)
        self.run_ctl('check')

    def test_columns_are_remembered(self):
        """For tables with these headings, also once the import was undone."""
        path = self.write('谁,几号\n张三,13804721234\n')
        self.run_ctl('import', 'people', path, status=1)
        first = self.take(path, '--map', 'name=谁', '--map', 'phone=几号')
        self.run_ctl('changes', '--undo', first['change'])
        self.assertEqual(self.take(path)['new'], 1)
        self.run_ctl('import', 'people', self.write('谁,几号,别的\n李四,1380472\n'), status=1)
        self.run_ctl('check')

    def test_real_sheets(self):
        """Each of them is taken, or refused with the sentence that is true of it."""
        if not DATA.is_dir():
            self.skipTest('the folder with real data is not there')
        # A template has headings, notes and nobody; its sheet of remarks has no headings.
        template = self.take(DATA / 'cortana-grid' / '人员导入模板.xlsx')
        self.assertEqual(template['read'], 0)
        self.assertEqual(self.codes(template, False), {'note': [2]})

        headed = 'No column of the table is headed “姓名”'
        sheets = 'No sheet of the file has headings that are known. Choose one of: '
        refused = {
            'date.xls': headed, 'date.xlsx': headed, 'date_1904.xlsx': headed, 'errors.xlsx': headed,
            'header-row.xlsx': headed, 'merge_cells.xlsx': headed,
            'merged_range.xlsx': sheets + 'Sheet1, Sheet2',
            'empty_sheet.xlsx': 'There is nothing in “empty_sheet.xlsx”',
            'pass_protected.xlsx': 'is protected by a password',
            '建筑导入模板.xlsx': sheets + 'Building, 注意事项',
        }
        files = [path for path in sorted(DATA.rglob('*'))
                 if path.suffix in ('.xls', '.xlsx', '.csv') and path.stem != '人员导入模板']
        self.assertEqual(len(files), 22)
        for path in files:
            with self.subTest(path.name):
                run = self.run_ctl('import', 'people', path, status=1)
                self.assertEqual(len(run.stderr.strip().splitlines()), 1)
                self.assertIn(refused.get(path.name, headed), run.stderr)

    def test_real_sheets_with_columns_said(self):
        """What has people in it in its own way is taken once somebody says which columns."""
        if not DATA.is_dir():
            self.skipTest('the folder with real data is not there')
        spectrum = DATA / 'csv-spectrum' / 'csvs'
        self.assertEqual(self.take(spectrum / 'comma_in_quotes.csv', '--map', 'name=first',
                                   '--map', 'place=address')['new'], 1)
        self.assertEqual(self.take(spectrum / 'utf8.csv', '--map', 'name=c')['read'], 2)
        self.assertEqual(self.take(spectrum / 'newlines.csv', '--map', 'name=b')['read'], 3)
        self.assertEqual(self.take(DATA / 'calamine' / 'header-row.xlsx', '--map',
                                   'name=Columns')['new'], 1)
        wrong = self.take(DATA / 'calamine' / 'errors.xlsx', '--map', 'name=Field1', status=3)
        self.assertEqual((wrong['read'], self.codes(wrong)), (7, {'cell-error': [1, 2, 3, 4, 5, 6, 7]}))
        # The same two days in both epochs and both formats; the third row has a time of day.
        for name in ('date.xls', 'date.xlsx', 'date_1904.xlsx'):
            shutil.copy(self.template / 'office.gridgov', self.office)
            answer = self.take(DATA / 'calamine' / name, '--map', 'name=Field2', '--map',
                               'birth_date=Field1', status=3)
            self.assertEqual(self.codes(answer), {'bad-day': [3]}, name)
            self.assertEqual(self.query("SELECT birth_date FROM person WHERE name IN ('15', '16')"),
                             [('2021-01-01',), ('2021-01-02',)], name)


if __name__ == '__main__':
    tap.main()
