#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a source file includes what its layer may not know about.

Prints TAP: one line for each layer. The compiler already keeps GTK and Cairo out of the lower
layers; it cannot do so for headers that sit in the system's own include folder.
"""

import pathlib
import re
import sys

# layer: (layers whose headers it may use, first words of the foreign headers it may use)
LAYERS = {
    'model': ((), ('glib', 'gio', 'gmodule', 'json-glib')),
    'geo': (('model',), ('glib', 'gio', 'geos_c', 'proj', 'geodesic')),
    'store': (('model', 'geo'), ('glib', 'gio', 'json-glib', 'nettle', 'sqlite3', 'unicode')),
    'exchange': (('model', 'geo', 'store'),
                 ('glib', 'gio', 'json-glib', 'gdk-pixbuf', 'xlsxwriter')),
    'report': (('model', 'geo'), ('glib', 'gio', 'cairo', 'cairo-pdf', 'pango', 'qrencode')),
    'paper': (('model', 'geo', 'store', 'report'), ('glib', 'gio')),
    'demo': (('model', 'geo', 'store'), ('glib', 'gio')),
    'reader': ((), ('glib', 'gio', 'json-glib', 'gdal', 'cpl_conv', 'cpl_error', 'cpl_string',
                    'cpl_vsi', 'ogr_api', 'ogr_srs_api', 'seccomp', 'linux', 'sys')),
    'ctl': (('model', 'geo', 'store', 'exchange', 'report', 'paper', 'demo'),
            ('glib', 'gio', 'json-glib')),
    'ui': (('model', 'geo', 'store', 'exchange', 'report', 'paper', 'demo'),
           ('glib', 'gio', 'cairo', 'pango', 'gtk', 'gdk', 'adwaita', 'libsoup', 'shumate')),
}
# The database is seen by its driver alone, not by the rest of the store; so the makers of codes.
ONLY_IN = {'sqlite3.h': 'ggov-db-sqlite', 'libpq-fe.h': 'ggov-db-postgres',
           'qrencode.h': 'ggov-report-qr'}
# Made by the build, each for the folder that includes it.
MADE = {'ggov-store-resources.h', 'ggov-model-data.h', 'ggov-ui-resources.h'}
PLAIN = {'config.h', 'errno.h', 'fcntl.h', 'float.h', 'glib-object.h', 'glib-unix.h', 'locale.h', 'math.h',
         'sched.h', 'signal.h', 'stdarg.h', 'stdint.h', 'stdio.h', 'stdlib.h', 'string.h',
         'sys/file.h', 'sys/resource.h', 'time.h', 'unistd.h'}


def complaints(src):
    home = {f.name: layer for layer in LAYERS for f in (src / layer).rglob('*.h')}
    for layer, (below, foreign) in LAYERS.items():
        found = []
        for path in sorted((src / layer).rglob('*.[ch]')):
            text = path.read_text(encoding='utf-8')
            for name in re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)', text, re.M):
                base = name.split('/')[-1]
                if base in ONLY_IN and not path.name.startswith(ONLY_IN[base]):
                    found.append(f'{path.relative_to(src)} includes {name}: '
                                 f'only {ONLY_IN[base]}*.c may')
                elif name in PLAIN or home.get(base) == layer or name in MADE:
                    continue
                elif home.get(base) in below and not base.endswith('-private.h'):
                    continue
                elif base not in home and re.split(r'[/.]', name)[0] in foreign:
                    continue
                else:
                    found.append(f'{path.relative_to(src)} includes {name}')
        yield layer, found


def main():
    src = pathlib.Path(sys.argv[1])
    print(f'1..{len(LAYERS)}')
    for number, (layer, found) in enumerate(complaints(src), 1):
        for line in found:
            print(f'# {line}')
        print(f'{"not ok" if found else "ok"} {number} - {layer}')


main()
