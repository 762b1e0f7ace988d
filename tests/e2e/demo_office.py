# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that ask and change a demo office by gridgovctl, each a copy of its own."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CTL = sys.argv[1]


class DemoOffice(unittest.TestCase):
    day = '2026-07-01'  # unless a case says another
    founded = ()        # further words of the command that makes the office

    @classmethod
    def setUpClass(cls):
        cls.template = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.template)
        subprocess.run([CTL, '--as-of', cls.day, '--office', str(cls.template / 'office.gridgov'),
                        'init', '--demo', '--residents', '2', *cls.founded],
                       check=True, capture_output=True, timeout=300)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        shutil.copy(self.template / 'office.gridgov', self.office)

    def run_ctl(self, *words, day=None, status=0, form=('--json',), **env):
        run = subprocess.run([CTL, *form, '--as-of', day or self.day, '--office', str(self.office)] +
                             [str(w) for w in words], env=os.environ | env,
                             capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(run.returncode, status, run.stderr + run.stdout)
        return run

    def ask(self, *words, **options):
        return json.loads(self.run_ctl(*words, **options).stdout)

    def refuse(self, *words, status=1, **options):
        """One line says why, and nothing is on standard output."""
        run = self.run_ctl(*words, status=status, **options)
        self.assertEqual(run.stdout, '')
        self.assertEqual(run.stderr.count('\n'), 1, run.stderr)
        return run.stderr

    def assert_sound(self):
        self.assertEqual(json.loads(self.run_ctl('check').stdout), {'ok': True, 'findings': []})
