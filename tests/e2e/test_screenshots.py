#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Has gridgov take its pictures in a language, for the documentation and to be looked at.

They are left in the folder that the command line names before the language.
"""

import hashlib
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import desk
import tap

GRIDGOV, CTL, FOLDER, LANGUAGE = sys.argv[1:5]
DAY = '2026-03-31'
PAGES = ('overview', 'map', 'roster', 'issues', 'issues-lanes', 'issues-list', 'issues-calendar',
         'issues-map', 'points', 'residents', 'visits', 'changes', 'draft', 'map-households',
         'map-deviation',
         'map-open-issues', 'map-overdue-issues', 'map-vacancies', 'map-building-leaders',
         'map-building-vacancies', 'map-building-issues')
THEMES = ('light', 'dark')
WINDOWS = ('new-office', 'import', 'import-residents', 'export', 'base-map', 'map-print', 'nets', 'proposals',
           'compare', 'approve', 'columns', 'export-people', 'load', 'roles', 'twins',
           'organisations', 'coverage', 'organisation-chart', 'training', 'training-sessions',
           'training-courses', 'board-limits', 'new-issue', 'award', 'desk-approvals',
           'desk-rewards', 'desk-settlements', 'desk-rules',
           'desk-honours', 'desk-charts', 'calendar', 'case-types', 'ladder',
           'indicators', 'follow-up', 'measures', 'replay',
           'disputes', 'structures', 'joint-actions', 'utilities', 'strand', 'summons', 'reporter',
           'dispute', 'dispute-party', 'dispute-meeting', 'structure', 'structure-form',
           'joint-action', 'joint-action-step', 'joint-action-form', 'export-residents',
           'filter-field', 'move-in')
SIZES = ((1024, 768), (1600, 1000))


def count_rows(data):
    """How many rows of a picture differ from the row above, as far as its filters tell."""
    width, = struct.unpack('>I', data[16:20])
    packed, at = b'', 8
    while at < len(data):
        size, kind = struct.unpack('>I4s', data[at:at + 8])
        packed += data[at + 8:at + 8 + size] if kind == b'IDAT' else b''
        at += size + 12
    pixels = zlib.decompress(packed)
    stride = 1 + width * {2: 3, 6: 4}[data[25]] * data[24] // 8
    return len({pixels[start:start + stride] for start in range(0, len(pixels), stride)})


@unittest.skipIf(desk.why_not(), desk.why_not())
class Screenshots(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        desk.Desk.room = desk.Desk.room or desk.Room()
        cls.folder = tempfile.TemporaryDirectory(prefix='ggov-')
        cls.addClassCleanup(cls.folder.cleanup)
        cls.office = pathlib.Path(cls.folder.name) / 'office.gridgov'
        subprocess.run([CTL, '--office', cls.office, '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)
        # With a draft there is one more picture of the map.
        subprocess.run([CTL, '--office', cls.office, '--as-of', DAY, 'plan', 'propose',
                        '--community', '150203005001'], check=True, capture_output=True)

    def look_at(self, name, seen):
        """The picture's width and height; it is noted under its content."""
        data = (pathlib.Path(FOLDER) / name).read_bytes()
        self.assertEqual(data[:8], b'\x89PNG\r\n\x1a\n', name)
        self.assertGreater(count_rows(data), 20, f'{name} is blank')
        seen.setdefault(hashlib.sha256(data).hexdigest(), []).append(name)
        return struct.unpack('>II', data[16:24])

    @unittest.skipIf(LANGUAGE == 'zh_CN' and desk.why_not_chinese(), desk.why_not_chinese())
    def test_pictures(self):
        for old in pathlib.Path(FOLDER).glob(f'*-{LANGUAGE}.png'):
            old.unlink()
        env = dict(desk.Desk.room.env, **desk.speaking(LANGUAGE), GTK_A11Y='none')
        run = subprocess.run([GRIDGOV, '--office', self.office, '--as-of', DAY,
                              '--screenshots', FOLDER], env=env, capture_output=True, text=True,
                             timeout=780)
        self.assertEqual((run.returncode, run.stderr), (0, ''))
        seen = {}
        for page in PAGES:
            for theme in THEMES:
                for width, height in SIZES:
                    name = f'{page}-{theme}-{width}x{height}-{LANGUAGE}.png'
                    self.assertEqual(self.look_at(name, seen), (width, height), name)
        for window in WINDOWS:
            for theme in THEMES:
                names = [path.name for path in pathlib.Path(FOLDER).glob(
                    f'{window}-{theme}-[0-9]*x[0-9]*-{LANGUAGE}.png')]
                self.assertEqual(len(names), 1, f'{window}-{theme}: {names}')
                width, height = self.look_at(names[0], seen)
                # A window of its own fits the smallest screen.
                self.assertLessEqual(width, SIZES[0][0], names[0])
                self.assertLessEqual(height, SIZES[0][1], names[0])
        # No two are alike: each page, theme and size was really shown.
        self.assertEqual([names for names in seen.values() if len(names) > 1], [])

    def test_missing_office(self):
        run = subprocess.run([GRIDGOV, '--office', self.office.parent / 'none.gridgov',
                              '--screenshots', FOLDER], env=desk.Desk.room.env,
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 1)
        self.assertIn('cannot be opened', run.stderr)


if __name__ == '__main__':
    tap.main()
