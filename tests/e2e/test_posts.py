#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl appoint, transfer, stand-down, substitute, load, roles, twins and the histories."""

import json

import demo_office
import tap
import tiles

DAY = '2026-07-01'


class Posts(demo_office.DemoOffice):
    day = DAY

    def refuse(self, *words, status=1, **options):
        """Those who may be meant are listed below the line that says why."""
        run = self.run_ctl(*words, status=status, **options)
        self.assertEqual(run.stdout, '')
        return run.stderr

    def find(self, role, n=0):
        return self.ask('roster', '--role', role)[n]

    def test_appoint_what_is_vacant(self):
        self.day = '2026-11-20'  # after which nobody was appointed already
        gone = self.find('building_leader')
        self.ask('stand-down', '--person', f'id:{gone["person_id"]}', '--role', 'building_leader')
        vacancy = next(v for v in self.ask('vacancies') if v['role_code'] == 'building_leader')
        leader = next(r for r in self.ask('roster', '--role', 'full_time_member')
                      if r['grid_code'] == vacancy['grid_code'])
        paper = self.folder / 'letter.pdf'
        paper.write_bytes(b'%PDF-1.7\n')
        words = ['appoint', '--new', '欧阳盼睇', '--phone', '13900000001', '--role',
                 'building_leader', '--place', vacancy['place'], '--community',
                 vacancy['grid_code'][:12], '--nominated-by', leader['phone'], '--paper', paper,
                 '--reason', '推选']
        change = self.ask(*words)['change']
        post = next(r for r in self.ask('roster', '--role', 'building_leader')
                    if r['place'] == vacancy['place'])
        self.assertEqual((post['name'], post['since']), ('欧阳盼睇', self.day))
        history = self.ask('roster', '--history', '13900000001')
        self.assertEqual([(p['place'], p['nominated_by'], p['n_papers']) for p in history],
                         [(vacancy['place'], leader['name'], 1)])
        self.assert_sound()

        # The same person is known now: by the phone, and by a name of the same sound.
        words[2], words[4] = '欧阳盼弟', '13900000002'
        said = self.refuse(*words)
        self.assertIn('欧阳盼睇', said)
        self.assertIn('--really-new', said)
        self.assertIn('欧阳盼睇', self.refuse(*words, '--really-new'))
        self.ask('changes', '--undo', change)
        self.assertEqual(len([r for r in self.ask('roster', '--role', 'building_leader')
                              if r['place'] == vacancy['place']]), 0)

    def test_rules_are_named(self):
        member = self.find('full_time_member')
        other = self.find('full_time_member', 1)
        said = self.refuse('appoint', '--person', other['phone'], '--role', 'full_time_member',
                           '--place', member['grid_code'])
        for word in (member['name'], member['grid_code'], member['since']):
            self.assertIn(word, said)
        self.assertEqual(len(said.strip().splitlines()), 1)

        leader = self.find('building_leader')
        said = self.refuse('appoint', '--person', other['phone'], '--role', 'building_leader',
                           '--place', leader['place'], '--community', '150203005002')
        self.assertIn('not in 150203005002', said)
        said = self.refuse('appoint', '--person', leader['phone'], '--role', 'gas_patrol_member',
                           '--place', '150203005', '--from', '2026-07-01', '--until', '2026-06-30')
        self.assertIn('2026-06-30', said)
        self.refuse('appoint', '--person', leader['phone'], '--role', 'mayor', '--place',
                    '150203005')
        self.refuse('appoint', '--person', leader['phone'], status=2)
        self.assertIn('2026-02-30', self.refuse(
            'appoint', '--person', leader['phone'], '--role', 'gas_patrol_member', '--place',
            '150203005', '--from', '2026-02-30'))

    def test_transfer_and_stand_down(self):
        police = self.find('department_police')
        elsewhere = next(g for g in self.ask('roster', '--role', 'full_time_member')
                         if not any(r['person_id'] == police['person_id']
                                    for r in self.ask('roster', '--place', g['grid_code'])))
        self.ask('transfer', '--person', f'id:{police["person_id"]}', '--role',
                 'department_police', '--at', police['grid_code'], '--place',
                 elsewhere['grid_code'], '--reason', '轮岗')
        history = self.ask('roster', '--history', police['grid_code'])
        ended = next(p for p in history if p['person_id'] == police['person_id'])
        self.assertEqual((ended['until'], ended['end_reason']), ('2026-06-30', '轮岗'))
        self.assertIn(police['person_id'], [r['person_id'] for r in
                                            self.ask('roster', '--place', elsewhere['grid_code'])])
        # The roster of the day before is what it was.
        self.assertIn(police['person_id'],
                      [r['person_id'] for r in self.ask('roster', '--place', police['grid_code'],
                                                        day='2026-06-30')])

        leader = self.find('building_leader')
        self.ask('stand-down', '--person', leader['phone'], '--role', 'building_leader', '--at',
                 leader['place'], '--reason', '搬家')
        self.assertIn('holds no such post', self.refuse(
            'stand-down', '--person', leader['phone'], '--role', 'building_leader', '--at',
            leader['place']))
        vacancy = next(v for v in self.ask('vacancies') if v['place'] == leader['place'])
        self.assertEqual(vacancy['since'], DAY)
        self.assert_sound()

    def test_papers(self):
        leader = self.find('building_leader')
        person = ['papers', '--person', leader['phone'], '--role', 'building_leader', '--at',
                  leader['place']]
        letter, photo = self.folder / '任命书.pdf', self.folder / 'photo.png'
        letter.write_bytes(b'%PDF-1.7\n')
        photo.write_bytes(tiles.picture(0, 0))
        self.assertEqual(self.ask(*person), [])
        self.ask(*person, '--attach', letter, '--attach', photo)
        papers = self.ask(*person)
        self.assertEqual([(p['name'], p['media_type']) for p in papers],
                         [('任命书.pdf', 'application/pdf'), ('photo.jpg', 'image/jpeg')])
        self.assertEqual(papers[0]['size'], 9)
        copy = self.folder / 'copy.pdf'
        self.run_ctl('papers', '--save', papers[0]['id'], '-o', copy)
        self.assertEqual(copy.read_bytes(), letter.read_bytes())
        change = self.ask('papers', '--remove', papers[0]['id'])['change']
        self.assertEqual([p['id'] for p in self.ask(*person)], [papers[1]['id']])
        self.ask('changes', '--undo', change)
        self.assertEqual(self.ask(*person), papers)

        (self.folder / 'note.txt').write_text('hello')
        self.assertIn('note.txt', self.refuse(*person, '--attach', self.folder / 'note.txt'))
        self.assertIn('nothing.pdf', self.refuse(*person, '--attach', self.folder / 'nothing.pdf'))
        self.refuse('papers', '--remove', 999999)
        self.refuse('papers', '--save', papers[0]['id'], status=2)
        self.refuse('papers', status=2)
        self.assert_sound()

    def test_hand_over(self):
        """All posts of a role go to a successor, with the open issues and the decision."""
        police, other = self.find('department_police'), self.find('department_medical')
        posts = {r['grid_code'] for r in self.ask('roster', '--role', 'department_police')
                 if r['person_id'] == police['person_id']}
        self.assertGreater(len(posts), 1)
        paper = self.folder / 'decision.pdf'
        paper.write_bytes(b'%PDF-1.7\n')
        change = self.ask('stand-down', '--person', f'id:{police["person_id"]}', '--role',
                          'department_police', '--at', police['grid_code'], '--everywhere',
                          '--successor', other['phone'], '--hand-over-to', other['phone'],
                          '--reason', '退休', '--paper', paper)['change']
        rows = self.ask('roster', '--role', 'department_police')
        self.assertEqual({r['grid_code'] for r in rows if r['person_id'] == other['person_id']},
                         posts)
        self.assertNotIn(police['person_id'], {r['person_id'] for r in rows})
        row = next(r for r in self.ask('roster', '--history', f'id:{other["person_id"]}')
                   if r['role_code'] == 'department_police')
        self.assertEqual((row['since'], row['reason'], row['n_papers']), (DAY, '退休', 1))
        self.assert_sound()
        self.ask('changes', '--undo', change)
        self.assertEqual({r['grid_code'] for r in self.ask('roster', '--role', 'department_police')
                          if r['person_id'] == police['person_id']}, posts)

    def test_substitute(self):
        member, other = self.find('full_time_member'), self.find('full_time_member', 1)
        words = ['substitute', '--person', member['phone'], '--role', 'full_time_member']
        self.ask(*words, '--by', other['phone'], '--to', '2026-07-14', '--hand-over')
        post = next(p for p in self.ask('roster', '--history', member['phone'])
                    if p['role_code'] == 'full_time_member')
        self.assertEqual((post['substitute'], post['leave_from'], post['leave_to']),
                         (other['name'], DAY, '2026-07-14'))
        self.assertIn(other['name'], self.refuse(*words, '--by', other['phone'], '--to',
                                                 '2026-07-02'))
        self.ask(*words, '--end', '--from', '2026-07-08')
        post = next(p for p in self.ask('roster', '--history', member['grid_code'])
                    if p['holder'] == member['name'])
        self.assertEqual((post['person'], post['until']), (other['name'], '2026-07-07'))
        self.assert_sound()

    def test_load_and_roles(self):
        load = self.ask('load')
        members = [r for r in load if r['role_code'] == 'full_time_member']
        self.assertEqual(len(members), 39)
        self.assertTrue(all(300 <= r['households'] <= 500 and r['strain'] == 0 for r in members))
        units = self.ask('figures')['units']
        self.assertEqual(sum(r['units'] for r in members), units)

        self.ask('roles', '--add', 'grid_lawyer', 'name=Lawyer', 'name_zh=网格律师', 'scope=grid',
                 'presence=rounds', 'watched=1')
        self.assertEqual(sum(v['role_code'] == 'grid_lawyer' for v in self.ask('vacancies')), 39)
        self.ask('roles', '--set', 'grid_lawyer', 'duties_zh=法律咨询', 'valid_to=2026-06-30')
        self.assertEqual(sum(v['role_code'] == 'grid_lawyer' for v in self.ask('vacancies')), 0)
        said = self.refuse('roles', '--set', 'full_time_member', 'valid_to=2026-07-31')
        self.assertIn('2026-07-31', said)
        self.assertTrue(any(r['name'] in said for r in members))
        self.refuse('roles', '--set', 'grid_lawyer', 'colour=red', status=2)
        self.refuse('roles', '--set', 'mayor', 'name=M')

    def test_twins(self):
        self.assertEqual(self.ask('twins'), [])
        leader = self.find('building_leader')
        self.ask('appoint', '--new', leader['name'], '--phone', leader['phone'], '--really-new',
                 '--role', 'gas_patrol_member', '--place', '150203005')
        twin, = self.ask('twins')
        self.assertEqual((twin['likeness'], twin['first'], twin['first_id']),
                         ('phone', leader['name'], leader['person_id']))
        # Two are meant by that name now, so the number is asked for.
        self.assertIn(f'id:{twin["second_id"]}', self.refuse('stand-down', '--person',
                                                             leader['phone']))
        change = self.ask('twins', '--merge', f'id:{twin["first_id"]}',
                          f'id:{twin["second_id"]}')['change']
        self.assertEqual(self.ask('twins'), [])
        self.assertEqual({p['role_code'] for p in
                          self.ask('roster', '--history', f'id:{twin["second_id"]}')},
                         {'building_leader', 'gas_patrol_member'})
        self.assert_sound()
        self.ask('changes', '--undo', change)
        self.assertEqual(len(self.ask('twins')), 1)
        self.ask('twins', '--apart', f'id:{twin["second_id"]}', f'id:{twin["first_id"]}')
        self.assertEqual(self.ask('twins'), [])
        self.assert_sound()

    def test_check_finds_what_others_wrote(self):
        import sqlite3
        leader = self.find('building_leader')
        db = sqlite3.connect(self.office)
        db.execute('DROP TRIGGER post_image_insert')
        db.execute('INSERT INTO post (person_id, role_id, building_id, valid_from) '
                   'SELECT person_id, role_id, building_id, ? FROM post WHERE id = ?',
                   (DAY, leader['post_id']))
        db.commit()
        db.close()
        findings = json.loads(self.run_ctl('check', status=1).stdout)['findings']
        self.assertEqual({(f['kind'], f['subject']) for f in findings}, {('posts', leader['name'])})
        self.assertEqual(len(findings), 2)


if __name__ == '__main__':
    tap.main()
