#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl import residents and fields: tables as offices send them fill the register, or say why not."""

import json
import os
import pathlib
import sqlite3
import zipfile

import demo_office
import tap
from workbook import make_workbook

DATA = pathlib.Path(os.environ['GRIDGOV_TEST_DATA']) / 'sheets'
DAY = '2026-07-01'
HEADINGS = '姓名,身份证号码,性别,出生日期,民族,与户主关系,联系电话,居住类型,小区,楼栋,单元,房号'
PLACE = '福顺1号街坊,1号楼,2'


def make_number(birth, order):
    """An identity number of the demo's county, with the check of GB 11643-1999."""
    digits = f'150203{birth}{order:03d}'
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + '10X98765432'[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


ZHANG = f'张三,{make_number("19800105", 1)},男,1980.1.5,汉,户主,13800000001,人户一致,{PLACE},501'
LI = f'李四,{make_number("19820105", 2)},女,,蒙古族,妻,13800000002,人户一致,{PLACE},501室'


class Residents(demo_office.DemoOffice):
    day = DAY

    def setUp(self):
        """Whom and which doors the demo has is not looked at: what comes in has later numbers."""
        super().setUp()
        self.last = {table: self.ask(f'SELECT coalesce (max (id), 0) FROM {table}')[0][0]
                     for table in ('resident', 'residence', 'household', 'dwelling',
                                   'register_event', 'person')}

    def count(self, table):
        return self.ask(f'SELECT count(*) FROM {table} WHERE id > {self.last[table]}')[0][0]

    def take(self, path, *words, status=0):
        answer = json.loads(self.run_ctl('import', 'residents', path, *words, status=status).stdout)
        self.assertEqual(answer['read'], answer['new'] + answer['changed'] + answer['same'] +
                         answer['rejected'])
        return answer

    def write(self, *rows, headings=HEADINGS):
        path = self.folder / 'residents.csv'
        path.write_text('\n'.join([headings, *rows]) + '\n', encoding='utf-8')
        return path

    def counts(self, answer):
        return tuple(answer[name] for name in ('new', 'changed', 'same', 'rejected'))

    def codes(self, answer):
        return {problem['code']: problem['rows'] for problem in answer['problems']}

    def ask(self, sql):
        with sqlite3.connect(self.office) as db:
            return db.execute(sql).fetchall()

    def reasons(self, path):
        with zipfile.ZipFile(path) as book:
            return book.read('xl/sharedStrings.xml').decode()

    def test_household_comes_in_and_stays(self):
        path = self.write(ZHANG, LI)
        self.assertEqual(self.counts(self.take(path, '--dry-run')), (2, 0, 0, 0))
        self.assertEqual(self.count('dwelling'), 0)
        self.assertEqual(self.counts(self.take(path)), (2, 0, 0, 0))
        self.assertEqual(self.ask(
            'SELECT n.name, n.sex, n.birth_date, m.ethnic_group, r.relation, r.registered, r.living, '
            'd.door FROM resident m JOIN person n ON n.id = m.person_id '
            'JOIN residence r ON r.person_id = n.id JOIN household h ON h.id = r.household_id '
            f'JOIN dwelling d ON d.id = h.dwelling_id WHERE m.id > {self.last["resident"]} '
            'ORDER BY n.id'),
            [('张三', '1', '1980-01-05', '01', '02', 1, 1, '501'),
             ('李四', '2', '1982-01-05', '02', '12', 1, 1, '501')])
        self.assertEqual(self.count('household'), 1)
        # All twelve but the registered address are there: the unit makes the building known.
        self.assertEqual(self.ask('SELECT required_filled FROM resident '
                                  f'WHERE id > {self.last["resident"]}'), [(11,), (11,)])
        self.assertEqual(self.counts(self.take(path)), (0, 0, 2, 0))
        self.assertTrue(json.loads(self.run_ctl('check').stdout)['ok'])

    def test_undone_as_one(self):
        change = self.take(self.write(ZHANG, LI))['change']
        self.run_ctl('changes', '--undo', change)
        for table in self.last:
            self.assertEqual(self.count(table), 0)

    def test_taken_back_but_for_what_was_gone_on_with(self):
        """Who is in a special group since stays, with her household and its door; the others go."""
        wang = f'王五,{make_number("19700105", 3)},男,,汉,户主,13800000003,人户一致,福顺1号街坊,1号楼,2,601'
        change = self.take(self.write(ZHANG, LI, wang))['change']
        self.run_ctl('special-groups', 'join', '李四', '--group', 'veteran', form=())
        self.refuse_undo(change)
        answer = json.loads(self.run_ctl('changes', '--take-back', change).stdout)
        self.assertEqual(answer['kept_people'], 2)
        self.assertEqual(self.ask('SELECT name FROM person WHERE id > '
                                  f'{self.last["person"]} ORDER BY id'), [('张三',), ('李四',)])
        self.assertEqual([self.count(table) for table in ('resident', 'residence', 'household',
                                                          'dwelling')], [2, 2, 1, 1])
        self.assertTrue(json.loads(self.run_ctl('check').stdout)['ok'])
        self.assertIn('already', self.run_ctl('changes', '--take-back', change, status=1).stderr)
        self.assertIn('no import', self.run_ctl('changes', '--take-back', answer['change'],
                                                status=1).stderr)

    def refuse_undo(self, change):
        """As a whole it cannot be undone any more."""
        self.run_ctl('changes', '--undo', change, status=1)

    def test_spellings_of_doors(self):
        rows = [f'人{i},,男,1980-01-01,汉,,,,{door}'.replace('人0', '甲甲').replace('人1', '乙乙')
                .replace('人2', '丙丙').replace('人3', '丁丁')
                for i, door in enumerate(['福顺1号街坊1号楼2单元501', '福顺1号街坊1-2-501',
                                          '福顺1号街坊一号楼二单元501室', '昆区福顺1号街坊1栋2单元501'])]
        path = self.write(*rows, headings='姓名,身份证号码,性别,出生日期,民族,与户主关系,联系电话,居住类型,现住址')
        answer = self.take(path)
        self.assertEqual(self.counts(answer), (4, 0, 0, 0))
        self.assertEqual(self.ask('SELECT unit_id, door FROM dwelling '
                                  f'WHERE id > {self.last["dwelling"]}'), [(2, '501')])
        self.assertEqual(self.codes(answer), {'no-head': [2, 3, 4, 5]})

    def test_what_is_wrong_is_said(self):
        rows = [f'王五,1.1E+17,男,,汉,户主,,,{PLACE},301', f'王六,,男,1990-1-1,汉,户主,,,福顺1号街坊,99号楼,1,1',
                f'王七,,男,85-1-5,汗,户主,,,{PLACE},302', f'王八,,男,2024.2.30,汉,户主,,,{PLACE},303',
                f'赵一,{make_number("19600105", 1)},女,,汉,户主,,,{PLACE},304',
                f'赵二,,男,1970-1-1,汉,户主,,,{PLACE},305', f'赵三,,男,1971-1-1,汉,户主,,,{PLACE},305',
                f'赵四,,男,1960-1-1,汉,长子,,,{PLACE},305', '赵五,,男,1960-1-1,汉,户主,,,,,,',
                f'钱一,{make_number("19600106", 1)},男,,汉,户主,,,{PLACE},306',
                f'钱一,{make_number("19600106", 1)},男,,汉,户主,,,{PLACE},307']
        rejects = self.folder / 'rejects.xlsx'
        answer = self.take(self.write(*rows), '--rejects', rejects, status=3)
        self.assertEqual(self.counts(answer), (2, 0, 0, 9))
        self.assertEqual(self.codes(answer), {
            'bad-identity': [2], 'unknown-place': [3], 'bad-day': [4, 5], 'identity-differs': [6],
            'two-heads': [8], 'kinship': [9], 'no-place': [10], 'twice': [12]})
        told = self.reasons(rejects)
        for words in ('Column “身份证号码”, “1.1E+17”: A spreadsheet has rounded',
                      'Column “出生日期”, “85-1-5”: The year has two digits', 'Column “民族”, “汗”',
                      'no “福顺1号街坊99号楼1单元”', '赵二 in row 7', 'in row 11 as well'):
            self.assertIn(words, told)

    def test_conflicts(self):
        self.take(self.write(ZHANG, LI))
        other = self.write(ZHANG.replace('13800000001', '13900000009').replace(',汉,', ',回族,'))
        answer = self.take(other, '--conflict', 'ask', status=3)
        self.assertEqual(self.codes(answer), {'conflict': [2]})
        self.assertEqual(self.counts(self.take(other, '--conflict', 'keep')), (0, 0, 1, 0))
        self.assertEqual(self.counts(self.take(other, '--conflict', 'phone=keep')), (0, 1, 0, 0))
        self.assertEqual(self.ask("SELECT phone, ethnic_group FROM person n JOIN resident m "
                                  "ON m.person_id = n.id "
                                  f"WHERE name = '张三' AND n.id > {self.last['person']}"),
                         [('13800000001', '03')])
        self.run_ctl('import', 'residents', other, '--conflict', 'perhaps', status=2)

    def test_blank_takes_no_value_away(self):
        self.take(self.write(ZHANG))
        answer = self.take(self.write(','.join(ZHANG.split(',')[:2]) + ',,,,,,,,,,'))
        self.assertEqual(self.counts(answer), (0, 0, 1, 0))

    def test_moves_to_another_door(self):
        self.take(self.write(ZHANG, LI))
        self.assertEqual(self.counts(self.take(self.write(LI.replace('501室', '402')
                                                          .replace(',妻,', ',户主,')))), (0, 1, 0, 0))
        self.assertEqual(self.ask("SELECT d.door, r.moved_out FROM residence r "
                                  "JOIN household h ON h.id = r.household_id "
                                  "JOIN dwelling d ON d.id = h.dwelling_id "
                                  "JOIN person n ON n.id = r.person_id WHERE n.name = '李四' "
                                  f"AND r.id > {self.last['residence']} "
                                  "ORDER BY r.id"), [('501', DAY), ('402', None)])
        self.assertEqual(self.ask('SELECT kind, day FROM register_event '
                                  f'WHERE id > {self.last["register_event"]}'),
                         [('move_within', DAY)])

    def test_all_fields(self):
        fields = json.loads(self.run_ctl('fields').stdout)
        self.assertEqual((len(fields), sum(f['required'] for f in fields)), (115, 12))
        values = {'name': '张三', 'id_number': make_number('19800105', 1), 'sex': '男', 'age': '46',
                  'birth_date': '29225', 'relation': '02', 'building': '福顺1号街坊1号楼', 'unit': '2',
                  'door': '501', 'head_name': '张三', 'community': '', 'grid': '',
                  'compound': '', 'address': '', 'id_type': '居民身份证', 'email': 'a@b.cn',
                  'domicile_code': '150203', 'household_type': '家庭户', 'special_groups': '独居老人',
                  'head_id_number': make_number('19800105', 1), 'other_id_number': 'E12345678'}
        kinds = {'text': '文字', 'name': '王小明', 'date': '2020-01-01', 'number': '20', 'boolean': '是',
                 'phone': '13800000001', 'identity': make_number('19800105', 1), 'place': '包头市'}
        for field in fields:
            if field['table'] and field['code'] not in values:
                codes = json.loads(self.run_ctl('fields', '--codes', field['table']).stdout)
                values[field['code']] = codes[0]['name_zh']
        row = [values.get(f['code'], kinds.get(f['type'])) for f in fields]
        path = self.folder / 'all.xlsx'
        make_workbook(path, [[f['name_zh'] for f in fields], row])
        answer = self.take(path)
        self.assertEqual(self.counts(answer), (1, 0, 0, 0))
        # The date is the 29,225th day of a spreadsheet, which is said.
        self.assertIn('read-day', self.codes(answer))
        self.assertEqual(self.ask('SELECT required_filled, optional_filled FROM resident '
                                  f'WHERE id > {self.last["resident"]}'), [(12, 103)])
        # Codes and English names serve as well as the Chinese ones.
        for form in ('code', 'name'):
            make_workbook(path, [[f[form] for f in fields], row])
            self.assertEqual(self.counts(self.take(path)), (0, 0, 1, 0))

    def test_own_fields(self):
        self.run_ctl('fields', '--add', 'hobby', '--name-zh', '爱好', '--group', 'living')
        self.run_ctl('fields', '--add', 'hobby', '--name-zh', '爱好', status=1)
        self.run_ctl('fields', '--add', 'x', '--name', 'X', '--type', 'picture', status=1)
        self.run_ctl('fields', '--retire', 'religion')
        self.run_ctl('fields', '--retire', 'name', status=1)
        self.take(self.write(ZHANG + ',书法,佛教', headings=HEADINGS + ',爱好,宗教信仰'))
        self.assertEqual(self.ask(f'SELECT fields FROM resident WHERE id > {self.last["resident"]}'),
                         [('{"hobby":"书法"}',)])
        self.run_ctl('fields', '--restore', 'religion')
        fields = {f['code']: f for f in json.loads(self.run_ctl('fields').stdout)}
        self.assertTrue(fields['hobby']['own'])
        self.assertFalse(fields['religion']['retired'])

    def test_form_comes_back(self):
        path = self.folder / 'form.xlsx'
        self.run_ctl('fields', '--export', path)
        self.assertEqual(self.counts(self.take(path)), (0, 0, 0, 0))
        self.run_ctl('fields', '--export', '/proc/form.xlsx', status=1)

    def test_sheets_of_other_offices(self):
        """Templates of another program, and workbooks that are no register: taken or refused truly."""
        if not DATA.is_dir():
            self.skipTest('The sheets are not in GRIDGOV_TEST_DATA')
        answer = self.take(DATA / 'cortana-grid' / '人员导入模板.xlsx')
        self.assertEqual(self.counts(answer), (0, 0, 0, 0))
        for path, words in ((DATA / 'calamine' / 'pass_protected.xlsx', 'password'),
                            (DATA / 'calamine' / 'empty_sheet.xlsx', 'nothing in'),
                            (DATA / 'calamine' / 'date.xlsx', '姓名'),
                            (DATA / 'csv-spectrum' / 'csvs' / 'simple.csv', '姓名')):
            run = self.run_ctl('import', 'residents', path, status=1)
            self.assertIn(words, run.stderr)


tap.main()
