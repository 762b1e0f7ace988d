# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts gridgov on a screen and bus of its own, and works it as a person would.

    with desk.Desk(program, '--office', path) as it:
        it.click('button', 'Main menu')
        it.key('ctrl+f')
        it.type('wang')
        row = it.find('list item', '王晓')

Widgets are found through the accessibility bus by role and name, keys and the mouse go through X.
Roles are those of Atspi: 'push button', 'label', 'list item', 'text', 'table cell', ...
"""

import atexit
import ctypes
import locale
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

# Warnings are fatal to the program, but not to the library this one looks at it with.
FATAL = os.environ.pop('G_DEBUG', None)

BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''
SERVICE = '/usr/share/dbus-1/services/org.a11y.Bus.service'
PR_SET_CHILD_SUBREAPER = 36
PATIENCE = 30  # seconds in which what is waited for comes, on a loaded machine too
GUTTER = 5  # of the shadow that X counts to the window without a window manager


def why_not():
    """Why no desk can be set up here, or None."""
    for program in ('Xvfb', 'dbus-daemon', 'xdotool'):
        if shutil.which(program) is None:
            return f'{program} is not installed'
    if not pathlib.Path(SERVICE).exists():
        return 'at-spi2-core is not installed'
    try:
        import gi
        gi.require_version('Atspi', '2.0')
    except (ImportError, ValueError):
        return 'the Python module of Atspi is not installed'
    return None


def why_not_chinese():
    """Why no program can speak Chinese here, or None."""
    try:
        here = locale.setlocale(locale.LC_MESSAGES)
        locale.setlocale(locale.LC_MESSAGES, 'zh_CN.UTF-8')
        locale.setlocale(locale.LC_MESSAGES, here)
    except locale.Error:
        return 'there is no locale zh_CN.UTF-8'
    return None


def speaking(language):
    """What makes a program speak @language: en or zh_CN."""
    return {'LANGUAGE': language, 'LC_ALL': 'C.UTF-8' if language == 'en' else language + '.UTF-8'}


def children(pid):
    for stat in pathlib.Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = stat.read_text().rpartition(')')[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            yield int(stat.parent.name)


class Room:
    """A screen and a bus. The library that looks at programs knows one bus only, so that all desks
    of a process stand in one room."""

    def __init__(self):
        # What the bus starts is left behind when it ends; it falls to this process to end it.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='ggov-room-'))
        self.started = []
        atexit.register(self.end)
        self.env = dict(os.environ)
        if FATAL:
            self.env['G_DEBUG'] = FATAL
        self.env.pop('WAYLAND_DISPLAY', None)
        for name in ('runtime', 'data', 'config', 'cache'):
            (self.folder / name).mkdir(mode=0o700)
        self.env.update({
            'GDK_BACKEND': 'x11', 'GIO_USE_VFS': 'local', 'GSETTINGS_BACKEND': 'memory',
            'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi', 'LC_ALL': 'C.UTF-8',
            'XDG_CACHE_HOME': str(self.folder / 'cache'),
            'XDG_CONFIG_HOME': str(self.folder / 'config'),
            'XDG_DATA_HOME': str(self.folder / 'data'),
            'XDG_RUNTIME_DIR': str(self.folder / 'runtime'),
        })
        self.start_screen()
        self.start_bus()

    def start(self, *command, **options):
        process = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL, **options)
        self.started.append(process)
        return process

    def start_screen(self):
        """Another process may take the display's number at the same moment: try some times."""
        for _ in range(5):
            reader, writer = os.pipe()
            screen = self.start('Xvfb', '-displayfd', str(writer), '-screen', '0', '1920x1200x24',
                                '-nolisten', 'tcp', '-noreset', pass_fds=[writer])
            os.close(writer)
            with os.fdopen(reader) as numbers:
                self.env['DISPLAY'] = ':' + numbers.readline().strip()
            look = subprocess.run(['xdotool', 'getdisplaygeometry'], env=self.env, check=False,
                                  capture_output=True)
            if look.returncode == 0 and screen.poll() is None:
                return
            end(screen)
        raise AssertionError('no screen could be set up')

    def start_bus(self):
        services = self.folder / 'services'
        services.mkdir()
        shutil.copy(SERVICE, services)
        config = self.folder / 'bus.conf'
        config.write_text(BUS.format(folder=self.folder))
        bus = self.start('dbus-daemon', f'--config-file={config}', '--print-address', '--nofork',
                         '--nopidfile', stdout=subprocess.PIPE, text=True)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()
        os.environ.update({name: self.env[name]
                           for name in ('DBUS_SESSION_BUS_ADDRESS', 'DISPLAY')})

    def end(self):
        for process in reversed(self.started):
            end(process)
        for pid in list(children(os.getpid())):
            try:
                os.kill(pid, signal.SIGTERM)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        shutil.rmtree(self.folder, ignore_errors=True)


def end(process):
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Desk:
    """A program at work; see the module's words. @size: of the window, "1024x768"."""

    room = None

    def __init__(self, program, *words, size=None, language='en', env=None):
        import gi
        gi.require_version('Atspi', '2.0')
        Desk.room = Desk.room or Room()
        from gi.repository import Atspi
        self.atspi = Atspi
        self.app = None
        self.env = dict(self.room.env, **speaking(language), **(env or {}))
        self.log = open(self.room.folder / 'log', 'w')
        self.program = subprocess.Popen([str(program), *map(str, words)], env=self.env,
                                        stdout=self.log, stderr=self.log)
        try:
            self.app = self.wait(self.find_app, 'the program on the accessibility bus', 30)
            self.newer = self.is_newer()
            if size:
                self.xdotool('search', '--sync', '--onlyvisible', '--class', 'gridgov',
                             'windowsize', *size.split('x'))
        except BaseException:
            self.close()
            raise

    def close(self):
        end(self.program)
        self.log.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def find_app(self):
        if self.program.poll() is not None:
            raise AssertionError(f'the program ended: {self.said()}')
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.program.pid and app.get_child_count() > 0:
                return app
        return None

    # Looking ----------------------------------------------------------------------------------

    def wait(self, look, what, seconds=PATIENCE):
        """Looks again and again until there is something; an AssertionError after @seconds."""
        from gi.repository import GLib
        end = time.monotonic() + seconds
        while True:
            try:
                found = look()
            except GLib.Error:  # a widget went away while it was looked at
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f'waited {seconds} s for {what}; the program said: '
                                     f'{self.said()}')
            time.sleep(0.05)

    def walk(self, top=None):
        """All widgets that are on the screen, each before what is in it."""
        stack = [top or self.app]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            if node is not self.app:
                states = node.get_state_set()
                if not states.contains(self.atspi.StateType.VISIBLE):
                    continue
            yield node
            stack += [node.get_child_at_index(i)
                      for i in reversed(range(node.get_child_count()))]

    def is_newer(self):
        """Whether GTK is Debian 13's (4.18) rather than Debian 12's (4.8)."""
        return tuple(map(int, self.app.get_toolkit_version().split('.')[:2])) > (4, 8)

    @staticmethod
    def role(node):
        """What Atspi calls the role; a push button is called a button since its 2.54."""
        role = node.get_role_name()
        return 'push button' if role == 'button' else role

    def look(self, role, name=None, top=None):
        """Looks once: all widgets of a role whose name has @name in it."""
        return [node for node in self.walk(top) if self.role(node) == role and
                (name is None or name in (node.get_name() or ''))]

    def look_first(self, role, name=None, top=None):
        """Looks once: the first widget of a role that is called @name, else the first that has it
        in its name, else None."""
        first = None
        for node in self.walk(top):
            if self.role(node) == role:
                called = node.get_name() or ''
                if name is None or called == name:
                    return node
                if first is None and name in called:
                    first = node
        return first

    def find(self, role, name=None, top=None, seconds=PATIENCE):
        """Looks until there is one. Pages that were shown before are found too: name a widget of
        the page as @top where they have the like."""
        return self.wait(lambda: self.look_first(role, name, top),
                         f'a {role} “{name or ""}”', seconds)

    def find_focus(self, top):
        """Looks until something in @top has the keyboard: what is typed sooner goes elsewhere."""
        focused = self.atspi.StateType.FOCUSED
        return self.wait(lambda: next((node for node in self.walk(top)
                                       if node.get_state_set().contains(focused)), None),
                         f'the keyboard in “{top.get_name()}”')

    def gone(self, role, name, seconds=PATIENCE):
        self.wait(lambda: not self.look_first(role, name), f'no {role} “{name}”', seconds)

    def look_window(self, title):
        """Looks once: the window or dialog of a title, else None."""
        windows = map(self.app.get_child_at_index, range(self.app.get_child_count()))
        return next((window for window in windows if window and window.get_name() == title), None)

    def find_window(self, title):
        """Looks until there is one. What role it has depends on GTK."""
        return self.wait(lambda: self.look_window(title), f'a window “{title}”')

    def window_gone(self, title):
        self.wait(lambda: not self.look_window(title), f'no window “{title}”')

    def look_toast(self, *parts):
        """Looks once: what a toast says that has one of @parts in it, else None. Toasts stay for a
        few seconds, in which a busy machine may not get through all the pages: they are looked for
        where they are, as later children of the panels around the pages."""
        panel = self.app.get_child_at_index(0)
        for _ in range(5 if self.newer else 4):
            if panel is None:
                break
            for i in range(1, panel.get_child_count()):
                for node in self.look('label', top=panel.get_child_at_index(i)):
                    if any(part in (node.get_name() or '') for part in parts):
                        return node.get_name()
            panel = panel.get_child_at_index(0)
        return None

    def find_toast(self, *parts):
        """Looks until a toast says one of @parts. They wait for each other, five seconds each."""
        return self.wait(lambda: self.look_toast(*parts), f'a toast with {parts}', 30)

    def toast_gone(self, part):
        self.wait(lambda: not self.look_toast(part), f'no toast with “{part}”', 30)

    def texts(self, top=None):
        """What is to be read, from top to bottom."""
        return [node.get_name() for node in self.walk(top) if node.get_name()]

    def said(self):
        """What the program wrote to its standard output and error."""
        return pathlib.Path(self.log.name).read_text(errors='replace').strip()

    # Doing ------------------------------------------------------------------------------------

    def click(self, role, name, top=None):
        """Does what a button does."""
        node = self.find(role, name, top)
        action = node.get_action_iface()
        assert action and action.get_n_actions() > 0, f'{role} “{name}” does nothing'
        assert action.do_action(0), f'{role} “{name}” refused'

    def choose(self, role, name, top=None):
        """Selects a row of a list."""
        node = self.find(role, name, top)
        parent = node.get_parent().get_selection_iface()
        assert parent.select_child(node.get_index_in_parent()), f'{role} “{name}” refused'

    def set_text(self, node, text):
        """As an input method hands it over: a program that lags behind loses characters which the
        keyboard is made to have for a moment."""
        assert node.get_editable_text_iface().set_text_contents(text)

    def xdotool(self, *words):
        subprocess.run(['xdotool', *map(str, words)], env=self.env, check=True,
                       capture_output=True)

    def key(self, *keys):
        """Presses keys, each as xdotool calls it: 'ctrl+z', 'Down', 'Return'."""
        self.xdotool('key', '--clearmodifiers', '--delay', 40, *keys)

    def type(self, text):
        assert str(text).isascii(), 'a keyboard has no Chinese: see set_text()'
        self.xdotool('type', '--delay', 40, text)

    def type_path(self, path):
        """Types into a file chooser. GTK 4.18's goes on completing what was typed before, and
        leaves the end of it behind the cursor."""
        self.type(path)
        self.key('shift+End', 'Delete')

    def place(self, node):
        """The middle of a widget on the screen."""
        box = node.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
        return box.x + box.width // 2 + GUTTER, box.y + box.height // 2 + GUTTER

    def click_at(self, x, y, button=1):
        self.xdotool('mousemove', x, y, 'click', button)

    def drag(self, start, end):
        self.xdotool('mousemove', *start, 'mousedown', 1)
        for step in range(1, 11):
            self.xdotool('mousemove', *(round(a + (b - a) * step / 10)
                                        for a, b in zip(start, end)))
            time.sleep(0.02)
        self.xdotool('mouseup', 1)

    def screenshot(self, path):
        if shutil.which('import'):
            subprocess.run(['import', '-window', 'root', str(path)], env=self.env, check=True)

    def quit(self, seconds=PATIENCE):
        """Leaves by Ctrl+Q; the program's exit status."""
        self.key('ctrl+q')
        return self.program.wait(seconds)
