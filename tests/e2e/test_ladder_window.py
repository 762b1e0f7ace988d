#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due as time runs out: listed, logged one by one and all at once, undone."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import desk
import tap

GRIDGOV, CTL = sys.argv[1:3]
DAY = '2026-03-31'


DESKTOP = '''<node><interface name="org.freedesktop.Notifications">
<method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>'''


class Listener:
    """Stands in for a desktop; what it was told is in @told."""

    def __init__(self):
        import gi
        gi.require_version('Gio', '2.0')
        from gi.repository import Gio, GLib
        self.told = []
        self.context = GLib.MainContext.default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

        def call(bus, sender, path, interface, method, words, invocation):
            if method == 'Notify':
                self.told.append(words.unpack())
                invocation.return_value(GLib.Variant('(u)', (1,)))
            else:
                invocation.return_value(None)
        self.bus.register_object('/org/freedesktop/Notifications',
                                 Gio.DBusNodeInfo.new_for_xml(DESKTOP).interfaces[0], call)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                           'RequestName',
                           GLib.Variant('(su)', ('org.freedesktop.Notifications', 0)), None, 0, -1,
                           None)

    def wait(self, seconds=20):
        end = time.monotonic() + seconds
        while not self.told and time.monotonic() < end:
            self.context.iteration(False)
            time.sleep(0.02)
        return self.told

    def close(self):
        self.bus.close_sync()


@unittest.skipIf(desk.why_not(), desk.why_not())
class LadderWindow(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.office = self.folder / 'office.gridgov'
        self.ctl('--as-of', DAY, 'init', '--demo', '--residents', '2')
        # Open at whatever time of day this is run.
        self.ctl('calendar', 'hours', '00:00-24:00')

    def ctl(self, *words):
        return subprocess.run([CTL, '--office', str(self.office), *words], check=True,
                              capture_output=True, text=True).stdout

    def count_due(self):
        return len(json.loads(self.ctl('--json', 'ladder', '--at', DAY + 'T12:00')))

    def wait_for_due(self, it, n):
        it.wait(lambda: self.count_due() == n, f'{n} steps to be due')

    def test_desktop_is_told(self):
        desk.Desk.room = desk.Desk.room or desk.Room()
        listener = Listener()
        self.addCleanup(listener.close)
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768')
        self.addCleanup(it.close)
        told = listener.wait()
        self.assertEqual(len(told), 1)
        # How many, and nothing about anybody.
        self.assertRegex(told[0][3], '^[0-9]+ reminders or notices are due$')
        self.assertEqual(told[0][4], 'The list is in the main menu.')
        self.assertEqual(it.said(), '')

    def test_log(self):
        n = self.count_due()
        self.assertGreater(n, 1)
        it = desk.Desk(GRIDGOV, '--office', self.office, '--as-of', DAY, size='1024x768')
        self.addCleanup(it.close)
        it.find('list item', 'Issues')
        it.xdotool('mousemove', 400, 60)
        it.key('ctrl+m')
        window = it.find_window('Reminders and Notices')
        it.find('label', 'Reminder notice', window)

        it.click('push button', 'Log', window)
        it.find('label', '1 step logged', window)
        self.wait_for_due(it, n - 1)
        it.click('push button', 'Log All', window)
        it.find('label', 'steps logged', window)
        self.wait_for_due(it, 0)
        it.click('push button', 'Log as Printed', window)
        it.find('label', 'logged as printed', window)

        # A rung is due a day later, and another is left out.
        it.click('push button', 'When', window)
        for rung, count in (('Reminder notice, after expiry', 2), ('Criticism, after expiry', 0)):
            it.find('spin button', rung).get_value_iface().set_current_value(count)
        it.click('push button', 'Accept')
        it.wait(lambda: self.ctl('ladder', 'rules') == 'remind 4h\nnotice 2d\nreport 6d\n',
                'the ladder to be set')
        self.assertEqual(it.said(), '')


if __name__ == '__main__':
    tap.main()
