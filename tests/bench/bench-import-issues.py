#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many service requests a second are taken in, beside Python's own parse of the same file.

The two take turns, so that what else the machine does falls on both.
"""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

CTL = sys.argv[1]
ROWS = int(os.environ.get('GRIDGOV_BENCH_ROWS', '20000'))
ROUNDS = 3
KINDS = ['C0201', 'C0203', 'E0201', 'M0301', 'M0502', 'Noise - Residential', 'Something else']


def make_requests():
    """Invented requests; a seed gives the same ones each time."""
    dice = random.Random(1)
    for i in range(ROWS):
        closed = dice.random() < 0.6
        yield {'service_request_id': f'R{i}', 'status': 'closed' if closed else 'open',
               'service_code': dice.choice(KINDS), 'description': f'第{i}件事项的情况说明',
               'requested_datetime': f'2026-{1 + i % 3:02d}-{1 + i % 28:02d}T09:{i % 60:02d}:00+08:00',
               'updated_datetime': f'2026-04-{1 + i % 28:02d}T10:00:00+08:00' if closed else None,
               'address': f'{1 + i % 90}号楼', 'lat': 40.6 + dice.random() / 30,
               'long': 109.8 + dice.random() / 30}


def write(folder):
    requests = list(make_requests())
    files = [folder / 'requests.json', folder / 'requests.xml']
    files[0].write_text(json.dumps(requests, ensure_ascii=False), encoding='utf-8')
    root = ET.Element('service_requests')
    for one in requests:
        child = ET.SubElement(root, 'request')
        for name, value in one.items():
            ET.SubElement(child, name).text = None if value is None else str(value)
    ET.ElementTree(root).write(files[1], encoding='utf-8', xml_declaration=True)
    return files


def parse(path):
    if path.suffix == '.json':
        return len(json.loads(path.read_text(encoding='utf-8')))
    return len(ET.parse(path).getroot())


def measure(func, *words):
    start = time.monotonic()
    func(*words)
    return time.monotonic() - start


def main():
    with tempfile.TemporaryDirectory(prefix='ggov-') as name:
        folder = pathlib.Path(name)
        office, fresh = folder / 'office.gridgov', folder / 'fresh.gridgov'
        subprocess.run([CTL, '--office', fresh, '--as-of', '2026-03-31', 'init', '--demo'], check=True,
                       capture_output=True)

        def take_in(path):
            subprocess.run([CTL, '--office', office, 'import', 'issues', path], check=True,
                           capture_output=True)

        for path in write(folder):
            times = {'new': [], 'same': [], 'parse': []}
            for _ in range(ROUNDS):
                office.write_bytes(fresh.read_bytes())
                times['new'].append(measure(take_in, path))
                times['same'].append(measure(take_in, path))
                times['parse'].append(measure(parse, path))
            new, same, plain = (statistics.median(times[word]) for word in times)
            print(f'{path.suffix[1:]}: {ROWS} requests: new {new:.2f} s = {ROWS / new:.0f} rows/s, '
                  f'again {same:.2f} s = {ROWS / same:.0f} rows/s, a plain parse {plain:.2f} s; '
                  f'ratio {new / plain:.1f}')


if __name__ == '__main__':
    main()
