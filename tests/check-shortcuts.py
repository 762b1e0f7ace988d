#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when two things answer to the same key, or the window of shortcuts is out of shape.

Prints TAP. The keys of the application come before those of a page: a page that wants one of them
never sees it.
"""

import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

TABLE = re.compile(r'shortcuts\[\] = \{(.*?)\n\};', re.S)
OF_OWN_WINDOWS = {'Indicators', 'Organisations', 'Training'}  # groups of lines; the keys of the pages' window are free there
KEY = re.compile(r'"((?:<\w+>)*\w+)"')


def application_keys(ui):
    """Keys that the whole application listens to, with the action of each."""
    table = TABLE.search((ui / 'ggov-application.c').read_text(encoding='utf-8')).group(1)
    for line in table.splitlines():
        if line.strip():
            action, keys = re.match(r'\s*\{ "([^"]+)", \{(.*)\} \},$', line).groups()
            for key in KEY.findall(keys):
                yield key, action


def templates(ui):
    for path in sorted(ui.rglob('*.ui')):
        yield path.relative_to(ui), ElementTree.parse(path).getroot()


def texts(element, name):
    return [p.text for p in element.findall('property') if p.get('name') == name]


def check_keys(ui):
    keys = list(application_keys(ui))
    count = collections.Counter(key for key, _ in keys)
    complaints = [f'{key} stands for more than one action' for key in count if count[key] > 1]
    for path, root in templates(ui):
        for wanted in root.iter('object'):
            for trigger in texts(wanted, 'trigger'):
                complaints += [f'{path}: {key} is {action}' for key, action in keys
                               if key in trigger.split('|')]
    return complaints


def of_class(element, name):
    return [e for e in element.iter('object') if e.get('class') == name]


def check_window(ui):
    """Each line of the window has a title, and either its keys or an action."""
    root = dict(templates(ui))[pathlib.Path('ggov-shortcuts.ui')]
    groups = of_class(root, 'GtkShortcutsGroup')
    keys = dict(application_keys(ui))
    complaints = [f'there is no group {title}'
                  for title in OF_OWN_WINDOWS - {title for g in groups for title in texts(g, 'title')}]
    for group, line in ((g, line) for g in groups for line in of_class(g, 'GtkShortcutsShortcut')):
        title = ', '.join(texts(line, 'title'))
        of = texts(line, 'accelerator')
        if len(texts(line, 'title')) != 1 or line.find('child') is not None:
            complaints.append(f'“{title}” is not one line')
        if len(of) + len(texts(line, 'action-name')) != 1:
            complaints.append(f'“{title}” has not one key or action')
        if not OF_OWN_WINDOWS & set(texts(group, 'title')):
            complaints += [f'“{title}” has the key of {keys[key]}' for key in of if key in keys]
    return complaints


def main(ui):
    checks = {'no key twice': check_keys, 'window of shortcuts': check_window}
    print(f'1..{len(checks)}')
    failed = False
    for number, (name, check) in enumerate(checks.items(), 1):
        complaints = check(ui)
        failed = failed or bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {number} - {name}')
        for complaint in complaints:
            print(f'# {complaint}')
    return failed


sys.exit(main(pathlib.Path(sys.argv[1])))
