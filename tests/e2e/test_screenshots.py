#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has gridgov take its pictures in both languages, for the documentation and to be looked at.

They are left in the folder named last on the command line.
"""

import hashlib
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

import desk
import tap

GRIDGOV, CTL, FOLDER = sys.argv[1:4]
DAY = '2026-03-31'
PAGES = ('overview', 'map', 'roster', 'issues', 'points', 'changes')
THEMES = ('light', 'dark')
SIZES = ((1024, 768), (1600, 1000))


@unittest.skipIf(desk.why_not(), desk.why_not())
class Screenshots(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        desk.Desk.room = desk.Desk.room or desk.Room()
        cls.folder = tempfile.TemporaryDirectory(prefix='ggov-')
        cls.addClassCleanup(cls.folder.cleanup)
        cls.office = pathlib.Path(cls.folder.name) / 'office.gridgov'
        subprocess.run([CTL, '--office', cls.office, '--as-of', DAY, 'init', '--demo'],
                       check=True, capture_output=True)

    def take(self, language):
        env = dict(desk.Desk.room.env, LANGUAGE=language, GTK_A11Y='none')
        run = subprocess.run([GRIDGOV, '--office', self.office, '--as-of', DAY,
                              '--screenshots', FOLDER], env=env, capture_output=True, text=True,
                             timeout=240)
        self.assertEqual((run.returncode, run.stderr), (0, ''))
        seen = {}
        for page in PAGES:
            for theme in THEMES:
                for width, height in SIZES:
                    name = f'{page}-{theme}-{width}x{height}-{language}.png'
                    data = (pathlib.Path(FOLDER) / name).read_bytes()
                    self.assertEqual(data[:8], b'\x89PNG\r\n\x1a\n', name)
                    self.assertEqual(struct.unpack('>II', data[16:24]), (width, height), name)
                    seen.setdefault(hashlib.sha256(data).hexdigest(), []).append(name)
        # No two are alike: each page, theme and size was really shown.
        self.assertEqual([names for names in seen.values() if len(names) > 1], [])

    def test_english(self):
        self.take('en')

    def test_chinese(self):
        self.take('zh_CN')

    def test_missing_office(self):
        run = subprocess.run([GRIDGOV, '--office', self.office.parent / 'none.gridgov',
                              '--screenshots', FOLDER], env=desk.Desk.room.env,
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 1)
        self.assertIn('cannot be opened', run.stderr)


if __name__ == '__main__':
    tap.main()
