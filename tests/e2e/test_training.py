#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gridgovctl training: courses, sessions, who attended, certificates and who lacks what."""

import subprocess
import sys

import demo_office
import tap

CTL = sys.argv[1]
DAY = '2026-02-13'


class Training(demo_office.DemoOffice):
    day = DAY

    def lacking(self, *words, **options):
        return self.ask('training', 'lacking', *words, **options)

    def next_session(self, course):
        return self.ask('training', 'sessions', '--to-come', '--course', course)[0]

    def test_demo_lacks_what_its_rows_say(self):
        """Who lacks induction is counted from the roster and from who passed, another way."""
        required = {c['code']: c['roles'].split() for c in self.ask('training', 'courses')}
        self.assertEqual(required['induction'],
                         ['full_time_member', 'building_leader', 'unit_leader'])
        passed = set()
        for session in self.ask('training', 'sessions', '--course', 'induction'):
            passed |= {a['person_id'] for a in
                       self.ask('training', 'attend', '--session', session['id'])
                       if a['passed'] == 1}
        posts = [r for r in self.ask('roster') if r['role_code'] in required['induction']]
        self.assertEqual(len(posts), 39 + 254 + 906)
        self.assertEqual({g['person_id'] for g in self.lacking('--course', 'induction')},
                         {p['person_id'] for p in posts} - passed)
        self.assertGreater(len(self.lacking()), 100)
        self.assertEqual({g['state'] for g in self.lacking()}, {'lacking', 'expired', 'expiring'})
        self.assertNotIn('expiring', {g['state'] for g in self.lacking('--soon', 0)})
        self.assert_sound()

    def test_same_every_time(self):
        other = self.folder / 'other.gridgov'
        subprocess.run([CTL, '--as-of', DAY, '--office', str(other), 'init', '--demo', '--residents', '2'], check=True,
                       capture_output=True, timeout=300)
        first = self.lacking()
        self.office = other
        self.assertEqual(self.lacking(), first)

    def test_place_and_role(self):
        gap = self.lacking('--course', 'fire-safety')[0]
        there = self.lacking('--place', gap['grid_code'])
        self.assertIn(gap, there)
        self.assertEqual({g['grid_code'] for g in there}, {gap['grid_code']})
        self.assertEqual({g['role_code'] for g in self.lacking('--role', 'part_time_member')},
                         {'building_leader', 'unit_leader'})

    def test_an_invitation_then_a_pass_ends_a_gap(self):
        gap = next(g for g in self.lacking('--course', 'induction') if g['role_code'] == 'unit_leader')
        who = f'id:{gap["person_id"]}'
        session = self.next_session('induction')
        self.ask('training', 'attend', '--session', session['id'], '--invite', who)
        invited = next(g for g in self.lacking('--course', 'induction')
                       if g['person_id'] == gap['person_id'])
        self.assertEqual(invited['invited'], session['starts'])
        self.assertIn('already', self.refuse('training', 'attend', '--session', session['id'],
                                             '--invite', who))
        self.assertIn(session['day'], self.refuse('training', 'attend', '--session', session['id'],
                                                  '--passed', who))
        change = self.ask('training', 'attend', '--session', session['id'], '--passed', who,
                          day=session['day'])['change']
        self.assertNotIn(gap['person_id'], [g['person_id'] for g in
                                            self.lacking('--course', 'induction',
                                                         day=session['day'])])
        self.assertEqual(self.ask('training', 'person', who, day=session['day'])[0]['state'],
                         'attended')
        self.ask('changes', '--undo', change)
        self.assertEqual(self.ask('training', 'person', who, day=session['day'])[0]['state'],
                         'invited')
        self.assert_sound()

    def test_certificates(self):
        gap = next(g for g in self.lacking('--course', 'mediation'))
        who = f'id:{gap["person_id"]}'
        held = self.ask('training', 'certificates')
        self.assertEqual(held[0]['number'], 'PX2025-0001')
        words = ['training', 'certificates', '--person', who, '--course', 'mediation', '--issuer',
                 '市司法局', '--from', '2026-01-10']
        self.assertIn(held[0]['person'], self.refuse(*words, '--number', held[0]['number']))
        self.assertIn('2026-01-09', self.refuse(*words, '--number', 'SF-7', '--until', '2026-01-09'))
        self.ask(*words, '--number', 'SF-7')
        self.assertNotIn(gap['person_id'],
                         [g['person_id'] for g in self.lacking('--course', 'mediation')])
        # Two years from that day on.
        self.assertEqual(self.ask('training', 'certificates', '--number', 'SF-7')[0]['valid_to'],
                         '2028-01-09')
        over = self.ask('training', 'sessions', '--over', '--course', 'fire-safety')[0]
        self.ask('training', 'certificates', '--issue', '--session', over['id'])
        issued = self.ask('training', 'certificates', '--session', over['id'])
        self.assertEqual(len(issued), over['n_passed'])
        self.assertEqual(issued[0]['number'], 'PX2026-0001')
        self.assertEqual(len({c['number'] for c in issued}), len(issued))
        self.assert_sound()

    def test_bad_sessions(self):
        words = ['training', 'session', '--course', 'first-aid', '--from', '2026-03-20T10:00']
        self.assertIn('2026-03-20 09:00', self.refuse(*words, '--to', '2026-03-20T09:00'))
        self.assertIn('withdrawn', self.refuse('training', 'session', '--course', 'old-app', '--from',
                                               '2026-03-20T10:00', '--to', '2026-03-20T11:00'))
        self.assertIn('training session', self.refuse('training', 'session', '--course', 'first-aid',
                                                      status=2))
        self.assertIn('There is no course', self.refuse('training', 'session', '--course', 'x',
                                                        '--from', '2026-03-20T10:00', '--to',
                                                        '2026-03-20T11:00'))
        session = self.next_session('fire-safety')
        self.assertIn(session['starts'], self.refuse('training', 'courses', '--set', 'fire-safety',
                                                     'valid_to=' + DAY))

    def test_more_people_than_seats(self):
        self.ask('training', 'session', '--course', 'first-aid', '--from', '2026-03-20T10:00', '--to',
                 '2026-03-20T12:00', '--seats', 1, '--at', '大院')
        session = next(s for s in self.ask('training', 'sessions', '--to-come')
                       if s['place'] == '大院')
        leaders = [f'id:{r["person_id"]}' for r in self.ask('roster', '--role', 'chief_grid_leader')]
        self.assertEqual(self.run_ctl('training', 'attend', '--session', session['id'], '--invite',
                                      leaders[0]).stderr, '')
        warned = self.run_ctl('training', 'attend', '--session', session['id'], '--invite', leaders[1])
        self.assertIn('2 people', warned.stderr)
        self.assertEqual(len(self.ask('training', 'attend', '--session', session['id'])), 2)
        self.ask('training', 'attend', '--session', session['id'], '--remove', leaders[1])
        self.ask('training', 'session', '--session', session['id'], '--call-off', '停电')
        self.assertIn('停电', self.refuse('training', 'attend', '--session', session['id'], '--invite',
                                          leaders[1]))

    def test_papers(self):
        over = next(s for s in self.ask('training', 'sessions', '--over')
                    if s['n_certificates'] > 0)
        for name, counted in (('training-sheet', 'people'), ('attendance-sheet', 'people'),
                              ('training-certificates', 'certificates')):
            path = self.folder / f'{name}.pdf'
            told = self.ask('print', name, '--session', over['id'], '-o', path)
            self.assertEqual(told[counted], over['n_' + counted])
            self.assertEqual(path.read_bytes()[:5], b'%PDF-')
        self.assertEqual(told['pages'], over['n_certificates'])
        one = self.folder / 'one.pdf'
        self.assertEqual(self.ask('print', 'training-certificates', '--session', over['id'], '--text',
                                  'PX2025-0002', '-o', one)['pages'], 1)
        none = next(s for s in self.ask('training', 'sessions') if s['n_certificates'] == 0)
        self.refuse('print', 'training-certificates', '--session', none['id'], '-o', one)
        self.refuse('print', 'training-sheet', '--session', 9999, '-o', one)

    def test_requirements_begin_and_end(self):
        self.ask('training', 'courses', '--set', 'first-aid', 'roles=chief_grid_leader')
        self.assertEqual(len(self.lacking('--course', 'first-aid')), 4)
        self.assertEqual(self.lacking('--course', 'first-aid', day='2026-02-12'), [])
        role = next(r for r in self.ask('roles') if r['code'] == 'chief_grid_leader')
        self.assertEqual(role['training'], 'first-aid')
        self.ask('training', 'courses', '--set', 'first-aid', 'roles=', day='2026-03-01')
        self.assertEqual(len(self.lacking('--course', 'first-aid', day='2026-02-28')), 4)
        self.assertEqual(self.lacking('--course', 'first-aid', day='2026-03-01'), [])
        self.ask('training', 'courses', '--add', 'chess', 'name=Chess', 'name_zh=象棋', 'months=6')
        self.assertIn('Chess', self.refuse('training', 'courses', '--add', 'chess', 'name=Other'))
        self.assert_sound()


if __name__ == '__main__':
    tap.main()
