#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The base map as somebody at a desk uses it: none, from a file, from an address, remembered."""

import http.server
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import desk
import tap
import tiles

GRIDGOV, CTL, FOLDER = sys.argv[1:4]
DAY = '2026-03-02'
SHOTS = os.environ.get('GRIDGOV_SCREENSHOTS')
TOWN = (109.82, 40.65)  # the demo's middle


class Server(http.server.ThreadingHTTPServer):
    """Answers each address of a tile with one, and remembers what it was asked for."""

    def __init__(self):
        self.asked = []
        super().__init__(('127.0.0.1', 0), Answer)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self):
        self.shutdown()
        self.server_close()


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        x, y = map(int, self.path.split('.')[0].split('/')[2:4])
        picture = tiles.picture(x, y)
        self.send_response(200)
        self.send_header('Content-Type', 'image/png')
        self.send_header('Content-Length', str(len(picture)))
        self.end_headers()
        self.wfile.write(picture)

    def log_message(self, *_):
        pass


@unittest.skipIf(desk.why_not(), desk.why_not())
class BaseMap(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.office = cls.folder / 'office.gridgov'
        subprocess.run([CTL, '--office', str(cls.office), '--as-of', DAY, 'init', '--demo', '--residents', '2'],
                       check=True, capture_output=True)
        cls.base = cls.folder / 'town.mbtiles'
        tiles.write_mbtiles(cls.base, *TOWN, range(11, 17), attribution='© Town Maps')

    def setUp(self):
        self.config = pathlib.Path(tempfile.mkdtemp(prefix='config-', dir=self.folder))
        self.keyfile = self.config / 'glib-2.0' / 'settings' / 'keyfile'
        self.env = {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': str(self.config),
                    'XDG_CACHE_HOME': str(self.config / 'cache')}

    def remember(self, path):
        self.keyfile.parent.mkdir(parents=True)
        self.keyfile.write_text("[org/example/GridGov]\nbase-map='file'\n"
                                f"base-map-file=b'{path}'\n")

    def open_map(self, language='en', whole='The whole area', page='Map'):
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768',
                       language=language, env=self.env)
        self.addCleanup(it.close)
        it.choose('list item', page)
        it.find('label', whole, seconds=30)
        return it

    def shoot(self, it, name):
        if SHOTS:
            it.screenshot(pathlib.Path(SHOTS) / f'{name}.png')

    def test_address(self):
        server = Server()
        self.addCleanup(server.close)
        it = self.open_map()
        it.click_at(450, 660)
        it.key('b')
        it.find_focus(it.find_window('Base Map'))
        # The third of the choices, and its first entry.
        it.key('Tab', 'Tab', 'Down', 'Down', 'space', 'Tab', 'Tab')
        it.type('http://127.0.0.1:%d/{z}/{x}/{y}.png' % server.server_address[1])
        it.key('alt+a')
        it.find('label', 'Say whose map it is')
        self.assertEqual(server.asked, [])
        it.click_at(250, 321)
        it.type('Our own maps')
        self.shoot(it, 'base-map-dialog')
        it.key('alt+a')
        it.window_gone('Base Map')
        it.find('label', 'Our own maps')
        it.wait(lambda: len(server.asked) >= 4, 'tiles to be asked for')
        # Where the town is, on the level that is seen.
        zoom, x, y = (int(part) for part in server.asked[0].split('.')[0].split('/')[1:])
        self.assertLessEqual(abs(tiles.place(*TOWN, zoom)[0] - x), 3)
        self.assertLessEqual(abs(tiles.place(*TOWN, zoom)[1] - y), 3)
        self.assertEqual(len(server.asked), len(set(server.asked)))
        self.assertEqual(it.said(), '')

        # The next time it is there at once, and none of it is asked for again.
        cache = pathlib.Path(it.env['XDG_CACHE_HOME']) / 'gridgov' / 'tiles'

        def count_kept():
            return len([p for p in cache.rglob('*') if p.is_file()])

        it.wait(lambda: count_kept() == len(server.asked), 'what was asked for to be kept')
        it.quit()
        # What was asked for since may not have come before the end.
        n_lost = len(server.asked) - count_kept()
        it = self.open_map()
        it.find('label', 'Our own maps')
        self.assertLessEqual(len(server.asked) - len(set(server.asked)), n_lost)

    def test_remembered(self):
        self.remember(self.base)
        it = self.open_map()
        it.find('label', '© Town Maps')
        self.shoot(it, 'base-map')
        it.click_at(450, 660)
        it.key('b')
        dialog = it.find_window('Base Map')
        it.find('label', 'town.mbtiles', dialog)
        it.key('Tab', 'Tab', 'space', 'alt+a')
        it.window_gone('Base Map')
        it.gone('label', '© Town Maps')
        it.wait(lambda: "base-map='none'" in self.keyfile.read_text(), 'the choice to be kept')
        self.assertEqual(it.said(), '')

    def test_file(self):
        it = self.open_map()
        it.click_at(450, 660)
        it.key('b')
        it.find_window('Base Map')
        it.click('push button', 'Choose File…')
        it.find_window('Choose a Base Map')
        # A corrupt file is refused where it is chosen; the map stays as it was.
        damaged = self.folder / 'damaged.mbtiles'
        damaged.write_bytes(self.base.read_bytes()[:9000])
        it.type_path(str(damaged))
        it.key('Return')
        it.window_gone('Choose a Base Map')
        it.find('label', 'damaged.mbtiles')
        it.click('push button', 'Apply')
        it.find('label', 'is cut off or damaged')
        self.shoot(it, 'base-map-refused')
        it.click('push button', 'Choose File…')
        it.find_window('Choose a Base Map')
        it.type_path(str(self.base))
        it.key('Return')
        it.window_gone('Choose a Base Map')
        it.click('push button', 'Apply')
        it.window_gone('Base Map')
        it.find('label', '© Town Maps')
        it.wait(lambda: 'town.mbtiles' in self.keyfile.read_text(), 'the file to be kept')
        self.assertEqual(it.said(), '')

    def test_lost(self):
        self.remember(self.folder / 'gone.mbtiles')
        it = self.open_map()
        it.find_toast('“gone.mbtiles” is not there any more')
        self.assertEqual(it.said(), '')

    def test_damaged(self):
        damaged = self.folder / 'half.mbtiles'
        damaged.write_bytes(self.base.read_bytes()[:9000])
        self.remember(damaged)
        it = self.open_map()
        it.find_toast('“half.mbtiles” is cut off or damaged')
        self.assertEqual(it.said(), '')

    @unittest.skipIf(desk.why_not_chinese(), desk.why_not_chinese())
    def test_chinese(self):
        self.remember(self.base)
        it = self.open_map('zh_CN', '全部辖区', '地图')
        it.find('label', '© Town Maps')
        it.click_at(450, 660)
        it.key('b')
        it.find_focus(it.find_window('底图'))
        self.shoot(it, 'base-map-dialog-zh')
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
