#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Grids that are proposed: run, stopped, looked at, taken as a draft and approved."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-02'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')


@unittest.skipIf(desk.why_not(), desk.why_not())
class Proposals(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('init', '--demo', '--residents', '2')

    def ctl(self, *words):
        done = subprocess.run([CTL, '--office', str(self.office), '--as-of', DAY, '--json', *words],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return json.loads(done.stdout) if done.stdout else None

    def drafts(self):
        return [p for p in self.ctl('plan', 'list') if p['state_code'] == 'draft']

    def open_map(self, **options):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768',
                       **options)
        self.addCleanup(it.close)
        it.choose('list item', 'Map')
        it.find('label', 'The whole area', seconds=30)
        return it

    def shoot(self, it, name):
        if SHOTS:
            it.screenshot(pathlib.Path(SHOTS) / f'{name}.png')

    def test_mouse(self):
        it = self.open_map()
        it.click('push button', 'Plans…')
        it.find('list', 'Plans')
        it.click('push button', 'Propose Grids…')
        window = it.find_window('Propose Grids')
        # Numbers of other windows are not for this one.
        it.wait(lambda: it.look_first('push button', 'Propose', window).get_state_set().contains(
            it.atspi.StateType.SENSITIVE), 'what is proposed for')
        it.click('push button', 'Propose', window)
        it.find('label', 'Fewest moves 1', window, seconds=60)
        for kind in ('Balanced 1', 'Balanced 2', 'Compact first 1', 'Streets first 1'):
            it.find('label', kind, window)
        self.shoot(it, 'proposals')
        it.click('push button', 'Take as Draft', window)
        it.window_gone('Propose Grids')
        it.find('label', 'Draft: ', seconds=20)
        it.find_toast('The proposal is taken as a draft')
        drafts = self.drafts()
        self.assertEqual(len(drafts), 1)

        # As it was proposed, it can be approved.
        it.click('push button', 'Approve…')
        it.click('push button', 'Approve', it.find('frame', 'Approve the Plan'))
        it.find_toast(' approved')
        plans = {p['id']: p['state_code'] for p in self.ctl('plan', 'list')}
        self.assertEqual(plans[drafts[0]['id']], 'in_force')
        self.assertTrue(self.ctl('check')['ok'])
        self.assertEqual(it.said(), '')

    def test_keys(self):
        it = self.open_map()
        it.key('ctrl+g')
        window = it.find_window('Propose Grids')
        it.find('label', 'All communities', window)
        it.wait(lambda: it.look_first('push button', 'Propose', window).get_state_set().contains(
            it.atspi.StateType.FOCUSED), 'the button to have the focus')
        # Stopped at once, before there is time to look: what was found until then stays.
        it.key('Return', 'Escape')
        it.find('label', 'Stopped.', window)
        it.key('alt+p')
        it.find('label', 'Fewest moves 1', window, seconds=60)
        it.key('Down')
        it.key('alt+t')
        it.window_gone('Propose Grids')
        it.find_toast('The proposal is taken as 4 drafts')
        self.assertEqual(len(self.drafts()), 4)
        it.key('ctrl+z')
        it.find_toast('Undone: ')
        self.assertEqual(self.drafts(), [])
        self.assertEqual(it.said(), '')

    def test_names(self):
        it = self.open_map()
        it.key('ctrl+e')
        it.find('list', 'Plans')
        it.click('push button', 'from the Plan in Force')
        it.find('label', 'Draft: ', seconds=20)
        it.click('push button', 'Close Plan')
        plan = self.drafts()[0]
        it.find('push button', 'More of ' + plan['name'])
        # From the button back over the community to the second row, and into it.
        it.key('Tab', 'Tab', 'Down', 'Tab', 'space')
        it.find('menu item')
        it.key('Return')
        it.find('push button', 'Save')
        it.set_text(it.find('text', 'Name'), '新方案')
        it.set_text(it.find('text', 'Note'), '先看看')
        it.key('Return')
        it.find_toast('Plan named')
        self.assertEqual([(p['name'], p['note']) for p in self.drafts()], [('新方案', '先看看')])
        it.find('push button', 'More of 新方案')
        it.find('label', '先看看')
        self.shoot(it, 'plans-named')
        it.key('Escape')
        it.key('ctrl+e')
        it.key('Tab', 'Tab', 'Down', 'Tab', 'space')
        it.find('menu item')
        it.key('Down', 'Return')
        it.find_toast('Plan copied as a draft')
        self.assertEqual(sorted(p['name'] for p in self.drafts()), ['新方案', '新方案 (copy)'])
        self.assertEqual(it.said(), '')

    def ask_to_retire(self, it):
        """The last line of the menu of the plan in force, the first in the list."""
        it.key('Tab', 'Tab', 'Tab', 'space')
        it.find('menu item')
        it.key('Up', 'Return')
        it.find('label', 'a plan is over the day before')

    def test_retire(self):
        """A plan is over when another takes its place: the dialog leads there."""
        force = self.ctl('plan', 'list')[0]
        it = self.open_map()
        it.key('ctrl+e')
        it.find('push button', 'More of ' + force['name'])
        self.ask_to_retire(it)
        it.find('label', 'no draft yet')
        self.shoot(it, 'plans-retire')
        it.key('Escape')
        it.gone('label', 'no draft yet')
        self.assertEqual(self.drafts(), [])
        it.key('ctrl+e', 'ctrl+e')
        it.find('push button', 'More of ' + force['name'])
        self.ask_to_retire(it)
        it.click('push button', 'Begin a Draft')
        it.find('label', 'Draft: ', seconds=20)
        draft = self.drafts()[0]
        self.assertEqual(draft['based_on_id'], force['id'])

        it.click('push button', 'Close Plan')
        it.find('push button', 'More of ' + draft['name'])
        it.key('ctrl+e', 'ctrl+e')
        self.ask_to_retire(it)
        it.click('push button', f"Open “{draft['name']}”")
        it.find('label', 'Draft: ', seconds=20)
        it.click('push button', 'Approve…')
        it.click('push button', 'Approve', it.find('frame', 'Approve the Plan'))
        it.find_toast(' approved')
        it.wait(lambda: {p['id']: p['state_code'] for p in self.ctl(
            'plan', 'list', '--community', force['community_code'])} ==
            {force['id']: 'retired', draft['id']: 'in_force'}, 'the plan of before retired')
        self.assertEqual(it.said(), '')

    def test_overtaken(self):
        """Of two drafts on one community, the second has to follow the first once that is approved."""
        code = self.ctl('plan', 'list')[0]['community_code']
        first = self.ctl('plan', 'draft', '--community', code, '--name', '甲')['id']
        self.ctl('plan', 'draft', '--community', code, '--name', '乙')
        self.ctl('plan', 'approve', str(first), '--from', DAY)
        it = self.open_map()
        it.key('ctrl+e')
        it.find('label', 'overtaken by another plan', it.find('list', 'Plans'))
        it.click('push button', 'Open 乙')
        it.find('label', 'Draft: ', seconds=20)
        it.click('push button', 'Approve…')
        dialog = it.find('frame', 'Approve the Plan')
        it.find('label', 'Another plan was approved since', dialog)
        self.shoot(it, 'plans-overtaken')
        it.click('push button', 'Follow the Latest Plan', dialog)
        it.find_toast('The draft follows the latest plan')
        it.window_gone('Approve the Plan')

        # On the day that the other one begins it cannot begin too.
        it.wait(lambda: self.drafts()[0]['based_on_id'] == first, 'the draft to follow')
        it.click('push button', 'Approve…')
        dialog = it.find('frame', 'Approve the Plan')
        it.click('push button', 'Approve', dialog)
        it.find('label', 'Choose a later day', dialog)
        it.set_text(it.find('text', 'In force from', dialog), '2026-03-03')
        it.click('push button', 'Approve', dialog)
        it.find_toast(' approved')
        self.assertEqual([p['state_code'] for p in self.ctl('plan', 'list', '--community', code)],
                         ['retired', 'in_force', 'approved'])
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
