#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what it takes gridgov-reader to convert a city's footprints, and what its caution costs.

The peer is a plain copy of the same bytes: unpacking the file and writing it out again.
"""

import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

FILES = ('buildings/nyc-osm-buildings-102034.geojson.gz',
         'buildings/liechtenstein-valhalla.osm.pbf', 'boundaries/Providence_blocks.zip', 'issues/nyc-311-6765.csv')


def convert(reader, source, folder):
    """Seconds, peak resident megabytes and rows of one conversion."""
    command = [reader, str(source), str(pathlib.Path(tempfile.mkdtemp(dir=folder)) / 'out.gpkg')]
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        answer = json.load(process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{source.name}: {answer}')
    rows = sum(layer['features'] for layer in answer['layers'])
    return time.monotonic() - start, usage.ru_maxrss / 1024, rows


def main():
    data = pathlib.Path(os.environ.get('GRIDGOV_TEST_DATA', '/nonexistent'))
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            source = data / name
            if not source.exists():
                print(f'reader: {name} is not among the test data')
                continue
            seconds, megabytes, rows = min(convert(sys.argv[1], source, folder) for _ in range(3))
            print(f'reader: {source.name}: {rows} rows, {seconds:.2f} s, '
                  f'{rows / seconds:.0f} rows/s, peak {megabytes:.0f} MB')
            if source.suffix == '.gz':
                start = time.monotonic()
                with gzip.open(source) as packed, open(pathlib.Path(folder) / 'copy', 'wb') as copy:
                    shutil.copyfileobj(packed, copy)
                plain = time.monotonic() - start
                print(f'reader: {source.name}: {seconds / plain:.1f} times unpacking it alone')


main()
