#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the start: from starting the program to its first complete frame.

Of gridgov on the demo office that is the overview with all its figures: the page counts what it
has asked of the store, and once nothing is left it says so after the frame clock's next paint,
which is the first to show every answer. Of the empty window it is its first paint. Both run in
turn on one screen, without a bus, so that nothing else is started, and drawn the same way.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

GRIDGOV, CTL, EMPTY = sys.argv[1:4]
RUNS = 15
GOAL = 1.5


def start_screen():
    reader, writer = os.pipe()
    screen = subprocess.Popen(['Xvfb', '-displayfd', str(writer), '-screen', '0', '1600x1000x24',
                               '-nolisten', 'tcp', '-noreset'], pass_fds=[writer],
                              stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as numbers:
        return screen, ':' + numbers.readline().strip()


def measure(command, word, env):
    """Milliseconds until the program prints a line with @word in it."""
    begin = time.perf_counter()
    program = subprocess.Popen(command, env=env, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    try:
        for line in program.stdout:
            if word in line:
                return (time.perf_counter() - begin) * 1000
        raise SystemExit(f'{command[0]} ended before its first frame')
    finally:
        program.terminate()
        program.wait()


def measure_both(office, env):
    """A list of (empty, gridgov) in milliseconds, one pair a round."""
    rounds = []
    for _ in range(RUNS + 1):
        empty = measure([EMPTY], 'complete', env)
        full = measure([GRIDGOV, '--office', office], 'The overview is complete', env)
        rounds.append((empty, full))
    return rounds[1:]  # the first fills the caches


def main():
    if shutil.which('Xvfb') is None:
        print('Xvfb is not installed: nothing is measured')
        return
    screen, display = start_screen()
    try:
        with tempfile.TemporaryDirectory(prefix='ggov-') as folder:
            office = str(pathlib.Path(folder) / 'office.gridgov')
            env = dict(os.environ, DISPLAY=display, GDK_BACKEND='x11', GSK_RENDERER='cairo',
                       GTK_A11Y='none', GSETTINGS_BACKEND='memory', XDG_RUNTIME_DIR=folder,
                       DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent', G_DEBUG='',
                       G_MESSAGES_DEBUG='ggov-ui', MALLOC_CHECK_='0')
            env.pop('MALLOC_PERTURB_', None)
            subprocess.run([CTL, '--office', office, 'init', '--demo'], check=True, env=env,
                           stdout=subprocess.DEVNULL)
            rounds = measure_both(office, env)
    finally:
        screen.terminate()
        screen.wait()

    empty, full = (statistics.median(times) for times in zip(*rounds))
    pairs = statistics.median(full / empty for empty, full in rounds)
    least_empty, least_full = (min(times) for times in zip(*rounds))
    print(f'start to first complete frame, medians of {RUNS} rounds')
    print(f'  empty libadwaita and libshumate window: {empty:.0f} ms (least {least_empty:.0f})')
    print(f'  gridgov with the demo office: {full:.0f} ms (least {least_full:.0f})')
    print(f'  ratio: {full / empty:.2f}, of each round\'s own two: {pairs:.2f}, '
          f'of the least: {least_full / least_empty:.2f} (wanted: at most {GOAL})')


main()
