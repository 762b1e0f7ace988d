#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of training: findings that lead to a session, attendance by mouse and keys, courses."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-11-20'
WINDOW = 'Training'


@unittest.skipIf(desk.why_not(), desk.why_not())
class TrainingWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ask('init', '--demo', '--residents', '2')
        self.it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1400x900')
        self.addCleanup(self.it.close)
        self.it.find('list item', 'Roster')
        # Without a window manager the keys go to the window below the pointer.
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('ctrl+shift+t')
        self.window = self.it.find_window(WINDOW)

    def ask(self, *words):
        run = subprocess.run([CTL, '--json', '--as-of', DAY, '--office', str(self.office), *words],
                             check=True, capture_output=True, text=True)
        return json.loads(run.stdout) if run.stdout.startswith(('[', '{')) else None

    def sessions(self, *words):
        return self.ask('training', 'sessions', *words)

    def listed(self, session):
        return self.ask('training', 'attend', '--session', str(session['id']))

    def lacking(self, *words):
        return self.ask('training', 'lacking', '--soon', '60', *words)

    def named(self, name):
        return self.it.wait(lambda: next((node for node in self.it.walk(self.window)
                                          if node.get_name() == name), None), name)

    def click_on(self, name, window=None):
        node = self.it.wait(lambda: next((node for node in self.it.walk(window or self.window)
                                          if node.get_name() == name), None), name)
        self.it.click_at(*self.it.place(node))

    def test_invite_by_keys(self):
        """Who is found is invited to the session to come, as one change with an undo."""
        people = [r['person_id'] for r in self.lacking()]
        gap = next(r for r in self.lacking('--course', 'induction')
                   if people.count(r['person_id']) == 1 and not r['session_id'])
        session = next(s for s in self.sessions('--to-come') if s['course_code'] == 'induction')
        self.it.type(gap['phone'])
        self.it.find('label', '1 finding', top=self.window)
        self.click_on(gap['place'])
        self.it.key('ctrl+b')
        self.it.find_window('Invite to a Session')
        self.it.key('ctrl+Return')
        self.it.window_gone('Invite to a Session')
        self.assertEqual([r['person_id'] for r in self.listed(session)], [gap['person_id']])
        self.named(session['starts'])  # the finding says so
        self.it.key('ctrl+z')
        self.it.wait(lambda: self.listed(session) == [], 'the undo')
        self.assertEqual(self.it.said(), '')

    def test_new_session_and_certificate(self):
        """A finding without a session to come: a new one is made; a certificate ends another."""
        gap = next(r for r in self.lacking('--course', 'fire-safety') if r['state'] == 'expired')
        self.it.type(gap['phone'])
        self.click_on(gap['until'] and 'Expired ' + gap['until'])
        self.it.key('ctrl+r')
        dialog = self.it.find_window('Learnt Already')
        self.it.find('label', 'How', top=dialog)
        # After the sessions that are over there is the certificate.
        self.it.key('space', 'End', 'Return')
        self.it.find('label', 'Issued by', top=dialog)
        self.it.key('Tab')
        self.it.type('Fire brigade')
        self.it.key('ctrl+Return')
        self.it.window_gone('Learnt Already')
        self.assertNotIn(gap['person_id'], [r['person_id'] for r in
                                            self.lacking('--course', 'fire-safety')])
        self.assertEqual(self.it.said(), '')

    def test_attendance(self):
        """By ticks, by signing in with a phone, by a list of names, and all the rest."""
        session = next(s for s in self.sessions('--over') if s['course_code'] == 'fire-safety')
        first = self.listed(session)[0]
        other = self.ask('roster', '--role', 'full_time_member')[0]
        self.it.key('alt+2')
        self.named(session['starts'] + ' · %d/%d' % (session['n_attended'], session['n_people']))
        self.click_on(session['starts'] + ' · %d/%d' % (session['n_attended'], session['n_people']))
        self.assertEqual((first['state'], first['certificate_id']), ('attended', 0))
        self.click_on(first['person'] + ' attended')
        self.it.wait(lambda: self.listed(session)[0]['state'] == 'invited', 'the tick to go')
        # By keys the line that has the cursor is ticked.
        self.click_on(first['phone'])
        self.it.key('Return')
        self.it.wait(lambda: self.listed(session)[0]['state'] == 'attended', 'the tick')
        # Somebody comes who was not invited.
        self.it.key('ctrl+s')
        self.it.type(other['phone'])
        self.it.find('label', other['name'], top=self.window)
        self.it.key('Return')
        self.it.wait(lambda: other['person_id'] in {r['person_id'] for r in self.listed(session)
                                                    if r['state'] == 'attended'}, 'the signing in')
        self.it.key('ctrl+z')
        self.it.wait(lambda: other['person_id'] not in {r['person_id'] for r in
                                                        self.listed(session)}, 'the undo')
        # A list in which one line is not clear enters nobody.
        self.it.key('ctrl+l')
        dialog = self.it.find_window('List of Names')
        self.it.xdotool('mousemove', 150, 300)
        self.it.find_focus(dialog)
        self.it.type(other['phone'])
        self.it.key('Return')
        self.it.type('Nobody')
        self.it.key('ctrl+Return')
        self.it.find('label', 'Nobody is known by “Nobody”', top=dialog)
        self.assertEqual(len(self.listed(session)), session['n_people'])
        self.it.key('ctrl+a')
        self.it.type(other['phone'])
        self.it.key('ctrl+Return')
        self.it.window_gone('List of Names')
        self.assertEqual(len(self.listed(session)), session['n_people'] + 1)
        self.assertEqual(self.it.said(), '')

    def test_session_by_keys(self):
        """Added, called off with a reason, taken back; a paper of it is asked for."""
        before = len(self.sessions())
        self.it.key('alt+2')
        self.it.find('list item', top=self.window)
        self.it.key('ctrl+shift+n')
        self.it.find_window('New Training Session')
        self.it.key('Tab', 'Tab', 'Tab')
        self.it.key('ctrl+Return')
        self.it.window_gone('New Training Session')
        self.assertEqual(len(self.sessions()), before + 1)
        added = self.sessions()[0]
        self.assertEqual((added['starts'], added['course_code']), ('2026-11-21 09:00', 'induction'))
        self.click_on('2026-11-21 09:00 · 0')
        self.it.key('ctrl+BackSpace')
        self.it.find_window('Call Off a Session')
        self.it.key('ctrl+Return')
        self.it.find('label', 'Write why the session does not take place.')
        self.it.type('Flood')
        self.it.key('ctrl+Return')
        self.it.window_gone('Call Off a Session')
        self.assertEqual(self.sessions()[0]['called_off'], 'Flood')
        self.it.key('ctrl+z')
        self.it.wait(lambda: self.sessions()[0]['called_off'] is None, 'the undo')
        self.named('2026-11-21 09:00 · 0')
        self.it.key('ctrl+p')
        self.it.find_window('Print')
        self.it.find('label', 'Attendance sheet')
        self.assertEqual(self.it.said(), '')

    def test_courses(self):
        self.it.key('alt+3')
        self.named('Fire safety')
        self.it.key('ctrl+shift+n')
        dialog = self.it.find_window('New Course')
        self.it.find('label', 'Name in Chinese', top=dialog)
        self.it.key('Tab')
        self.it.type('Flood control')
        self.it.key('Tab', 'Tab')
        self.it.type('12')
        self.click_on('First secretary', dialog)
        self.it.key('ctrl+Return')
        self.it.window_gone('New Course')
        course = self.ask('training', 'courses')[-1]
        self.assertEqual((course['name'], course['roles']), ('Flood control', 'first_secretary'))
        self.click_on('Flood control')
        self.it.click('push button', 'Who Lacks It', top=self.window)
        n = len(self.lacking('--course', course['code']))
        self.it.find('label', f'{n} findings', top=self.window)
        # The course is still chosen.
        self.it.key('alt+3', 'ctrl+BackSpace')
        self.it.find_window('Withdraw a Course')
        self.it.key('ctrl+Return')
        self.it.window_gone('Withdraw a Course')
        self.assertEqual(self.ask('training', 'courses')[-1]['valid_to'], DAY)
        self.it.key('ctrl+z')
        self.it.wait(lambda: self.ask('training', 'courses')[-1]['valid_to'] is None, 'the undo')
        self.assertEqual(self.it.said(), '')

    def test_person(self):
        """On somebody's page: what is lacking leads to a session, what was learnt to its list."""
        gap = next(r for r in self.lacking('--course', 'fire-safety') if r['state'] == 'expired')
        session = next(s for s in self.sessions('--to-come') if s['course_code'] == 'fire-safety')
        self.it.key('ctrl+w')
        self.it.window_gone(WINDOW)
        self.it.key('alt+3', 'ctrl+f')
        self.it.type(gap['phone'])
        self.it.wait(lambda: any(gap['person'] in text for text in self.it.texts()), gap['person'])
        self.it.key('Down', 'Return')
        words = 'Invite to a session of “Fire safety”'
        button = self.it.wait(lambda: next((node for node in self.it.walk()
                                            if node.get_name() == words), None), words)
        self.it.click_at(*self.it.place(button))
        self.it.find_window('Invite to a Session')
        self.it.xdotool('mousemove', 150, 100)
        self.it.key('ctrl+Return')
        self.it.window_gone('Invite to a Session')
        self.assertIn(gap['person_id'], [r['person_id'] for r in self.listed(session)])
        self.it.find('label', 'invited to ' + session['starts'])
        self.it.key('ctrl+z')
        self.it.wait(lambda: gap['person_id'] not in {r['person_id'] for r in self.listed(session)},
                     'the undo')
        self.assertEqual(self.it.said(), '')


if __name__ == '__main__':
    tap.main()
