#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works deadlines out a second way: from minute to minute, with a wall calendar at hand.

It shares nothing with the program but the yearly notices. `deadlines.py CALENDARS` prints the table
of deadlines.tsv; with the table as a second word it checks, in TAP, that the table says the same.

A row is: start, limit, start rule, schedule, extensions, suspensions, due ("-" for none). A day is
counted in shares of its own hours, so that a short one and a long one count the same.
"""

import datetime
import fractions
import json
import pathlib
import random
import sys

SEED = 20260213
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)
WINTER = ((510, 720), (840, 1050))
SUMMER = ((510, 720), (870, 1080))
SHORT = ((510, 720),)
TEXTS = {
    'plain': '08:30-12:00,14:00-17:30',
    'seasons': '08:30-12:00,14:00-17:30; 05-01..09-30 08:30-12:00,14:30-18:00',
    'long-summer': '08:30-12:00,14:00-17:30; 05-01..09-30 08:00-12:00,14:30-18:30; '
                   '2026-02-13 08:30-12:00; 2026-03-05..2026-03-06 closed',
}


def hours_of(schedule, day):
    """The spans of minutes that the office is open on a working day."""
    summer = 5 <= day.month <= 9
    if schedule == 'seasons' and summer:
        return SUMMER
    if schedule == 'long-summer':
        if day == datetime.date(2026, 2, 13):
            return SHORT
        if day in (datetime.date(2026, 3, 5), datetime.date(2026, 3, 6)):
            return ()
        if summer:
            return ((480, 720), (870, 1110))
    return WINTER


class Wall:
    """The calendar on the wall."""

    def __init__(self, folder):
        self.named = {}
        for path in sorted(pathlib.Path(folder).glob('20*.json')):
            for day in json.loads(path.read_text())['days']:
                self.named[day['date']] = day['off']

    def works(self, schedule, day):
        off = self.named.get(day.isoformat(), day.weekday() > 4)
        return not off and bool(hours_of(schedule, day))


def size(hours):
    return sum(last - first for first, last in hours)


def read(limit):
    digits = limit.rstrip('hcd')
    return int(digits), limit[len(digits):]


def amount(limit, unit):
    """How much a limit is, in hours' minutes or in days, as @unit counts."""
    count, own = read(limit)
    if unit == 'h':
        return fractions.Fraction(count * 60 if own == 'h' else count * size(WINTER))
    return fractions.Fraction(count * 60, size(WINTER)) if own == 'h' else fractions.Fraction(count)


def walk(wall, start, limit, rule, schedule, extensions, suspensions):
    """The moment at which the time is used up, or None where the clock stands for good."""
    unit = read(limit)[1]
    left = sum((amount(one, unit) for one in [limit] + extensions), fractions.Fraction(0))
    now = start
    if rule == 'next-day' or (rule == 'by-unit' and unit != 'h'):
        now = datetime.datetime.combine(start.date() + DAY, datetime.time())
    while True:
        day, minute = now.date(), now.hour * 60 + now.minute
        hours = hours_of(schedule, day)
        runs = wall.works(schedule, day)
        if unit == 'cd':
            runs, hours = True, hours or WINTER
        stands = any(first <= now and (last is None or now < last) for first, last in suspensions)
        if stands and any(last is None and first <= now for first, last in suspensions):
            return None
        if runs and not stands and any(first <= minute < last for first, last in hours):
            left -= 1 if unit == 'h' else fractions.Fraction(1, size(hours))
        now += MINUTE
        if left <= 0:
            break
    day = (now - MINUTE).date()
    if unit == 'cd' and not wall.works(schedule, day):
        while not wall.works(schedule, day):
            day += DAY
        closing = hours_of(schedule, day)[-1][1]
        return datetime.datetime.combine(day, datetime.time()) + closing * MINUTE
    return now


def pick_suspensions(chance, start):
    """None mostly; up to three, now and then one that has no end."""
    found = []
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        first = start + chance.randrange(0, 12 * 1440) * MINUTE
        length = chance.choice((30, 90, 600, 1440, 3000, 9000))
        found.append((first, first + chance.randrange(1, length) * MINUTE))
    if chance.random() < 0.05:
        found.append((start + chance.randrange(0, 1440) * MINUTE, None))
    return found


def pick(chance, number):
    """Starts crowd around holidays, make-up days, weekends and the year's end."""
    edges = ('2024-02-09', '2024-04-03', '2024-04-30', '2024-06-07', '2024-09-13', '2024-09-30',
             '2024-12-31', '2025-01-26', '2025-01-27', '2025-04-03', '2025-04-30', '2025-05-30',
             '2025-09-28', '2025-09-30', '2025-12-31', '2026-01-04', '2026-02-13', '2026-02-14',
             '2026-02-28', '2026-04-03', '2026-04-30', '2026-05-09', '2026-06-18', '2026-09-20',
             '2026-09-24', '2026-09-30', '2026-10-10')
    day = datetime.datetime.fromisoformat(edges[number % len(edges)])
    day += chance.choice((-2, -1, 0, 0, 1)) * DAY
    minute = chance.choice((0, 509, 510, 600, 719, 720, 780, 840, 990, 1049, 1050, 1080, 1439,
                            chance.randrange(1440)))
    start = day + minute * MINUTE
    unit = ('h', 'd', 'cd', 'h', 'd')[number % 5]
    counts = (1, 2, 3, 4, 7, 10, 15, 20, 40) if unit == 'h' else (1, 2, 3, 5, 7, 10, 20)
    limit = f'{chance.choice(counts)}{unit}'
    rule = chance.choice(('by-unit',) * 4 + ('at-once', 'next-day'))
    schedule = list(TEXTS)[number % 3]
    more = {'h': ('2h', '1d'), 'd': ('3d', '4h'), 'cd': ('2cd',)}[unit]
    extensions = [chance.choice(more)] if chance.random() < 0.25 else []
    return start, limit, rule, schedule, extensions, pick_suspensions(chance, start)


def form(moment):
    return moment.strftime('%Y-%m-%dT%H:%M') if moment else '-'


def table(wall):
    chance = random.Random(SEED)
    yield '\t'.join(('start', 'limit', 'rule', 'schedule', 'extensions', 'suspensions', 'due'))
    for number in range(270):
        start, limit, rule, schedule, extensions, suspensions = case = pick(chance, number)
        yield '\t'.join((form(start), limit, rule, TEXTS[schedule], ','.join(extensions) or '-',
                         ' '.join(f'{form(a)}/{form(b)}' for a, b in suspensions) or '-',
                         form(walk(wall, *case))))


def main():
    lines = list(table(Wall(sys.argv[1])))
    if len(sys.argv) == 2:
        print('\n'.join(lines))
        return 0
    kept = pathlib.Path(sys.argv[2]).read_text().splitlines()
    odd = [f'{number}: {ours!r}, not {theirs!r}' for number, (ours, theirs)
           in enumerate(zip(lines, kept), 1) if ours != theirs]
    if len(lines) != len(kept):
        odd.append(f'{len(lines)} lines, not {len(kept)}')
    print('1..1')
    for line in odd:
        print('#', line)
    print('not ok' if odd else 'ok', f'1 - {len(lines) - 1} deadlines walked from minute to minute')
    return bool(odd)


if __name__ == '__main__':
    sys.exit(main())
