#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the program would reach a Chinese user in English.

Prints TAP. Texts are collected anew from the sources, so that a catalogue which is complete in
itself but behind the sources is found out.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

# As meson's preset 'glib' has them.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2', 'dngettext:2,3']
MARKED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext) ?\("')
MARKED_UI = re.compile(r'translatable="yes"')


def sources(root):
    """Files below src that hold texts to be translated."""
    for path in (root / 'src').rglob('*'):
        pattern = {'.c': MARKED, '.h': MARKED, '.ui': MARKED_UI}.get(path.suffix)
        if pattern and pattern.search(path.read_text(encoding='utf-8')):
            yield str(path.relative_to(root))


def check_list(root, listed):
    complaints = [f'{name} is not listed' for name in sorted(set(sources(root)) - set(listed))]
    complaints += [f'{name} does not exist' for name in listed if not (root / name).exists()]
    if listed != sorted(listed):
        complaints.append('the list is not sorted')
    return complaints


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def check_catalogue(root, language, template):
    catalogue = root / 'po' / f'{language}.po'
    code, _, errors = run('msgfmt', '-c', '-o', '/dev/null', str(catalogue))
    complaints = errors.splitlines() if code else []
    with tempfile.NamedTemporaryFile(suffix='.po') as merged:
        run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged.name, str(catalogue), template)
        for kind in ('--untranslated', '--only-fuzzy'):
            _, out, _ = run('msgattrib', kind, '--no-obsolete', '--no-location', '--no-wrap', merged.name)
            entries = out.split('\n\n')[1:]
            complaints += [f'{kind[2:]}: {entry.strip()!r}' for entry in entries]
    return complaints


def check_inner(root, template):
    """Texts in the templates of list items, which the collector takes for plain data."""
    known = pathlib.Path(template).read_text(encoding='utf-8')
    for path in sorted((root / 'src').rglob('*.ui')):
        for inner in re.findall(r'<!\[CDATA\[(.*?)\]\]>', path.read_text(encoding='utf-8'), re.S):
            for text in re.findall(r'translatable="yes"[^>]*>([^<]+)<', inner):
                if f'msgid "{text}"' not in known:
                    yield f'{path.relative_to(root)}: no other source has “{text}”'


def main():
    root = pathlib.Path(sys.argv[1])
    listed = [line for line in (root / 'po' / 'POTFILES.in').read_text().splitlines()
              if line and not line.startswith('#')]
    languages = (root / 'po' / 'LINGUAS').read_text().split()
    results = [('every source with texts is listed', check_list(root, listed))]
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/gridgov.pot'
        code, _, errors = run('xgettext', '--from-code=UTF-8', '--add-comments', '-o', template,
                              '-D', str(root), '-f', str(root / 'po' / 'POTFILES.in'),
                              *[f'--keyword={word}' for word in KEYWORDS])
        results.append(('texts can be collected', errors.splitlines() if code else []))
        results.append(('texts of list items are collected too', list(check_inner(root, template))))
        results += [(f'{language} is complete', check_catalogue(root, language, template))
                    for language in languages]

    print(f'1..{len(results)}')
    for number, (name, complaints) in enumerate(results, 1):
        for complaint in complaints:
            print(f'# {complaint}')
        print(f'{"not ok" if complaints else "ok"} {number} - {name}')


main()
