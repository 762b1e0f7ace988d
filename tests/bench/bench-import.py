#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long taking in 102,034 footprints is, beside the reader's own conversion of the file.

The two take turns, so that what else the machine does falls on both.
"""

import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CTL, READER = sys.argv[1:3]
FILE = (pathlib.Path(os.environ['GRIDGOV_TEST_DATA']) / 'buildings' /
        'nyc-osm-buildings-102034.geojson.gz')
ROUNDS = 9


def spend(*command):
    """Runs a command; returns wall-clock and processor seconds and the peak memory in MB."""
    start = time.monotonic()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f'{command[0]} failed')
    return (time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main():
    if not FILE.is_file():
        print('skipped: the folder with real data is not there')
        sys.exit(77)

    reader, whole = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            scratch = pathlib.Path(folder) / f'{number}.gpkg'
            reader.append(spend(READER, FILE, scratch))
            scratch.unlink()
            office = pathlib.Path(folder) / f'{number}.gridgov'
            spend(CTL, '--office', office, 'init')
            whole.append(spend(CTL, '--office', office, 'import', 'buildings', FILE))
            office.unlink()

    for name, runs in [('reader alone', reader), ('import', whole)]:
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
        print(f'{name:14} {wall:6.2f} s  {cpu:6.2f} s of processor  {memory:5.0f} MB')
    ratios = sorted(w[0] / r[0] for w, r in zip(whole, reader))
    print(f'ratio of wall-clock times: median {statistics.median(ratios):.2f}, '
          f'from {ratios[0]:.2f} to {ratios[-1]:.2f}')
    print(f'peak of any child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB')


main()
