# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes base maps to test with: tiles in two soft colours by turns, with a line around each."""

import math
import sqlite3
import struct
import zlib

SIZE = 256
SOFT = ((214, 230, 204), (232, 224, 202))
LINE = (150, 170, 200)


def chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data +
            struct.pack('>I', zlib.crc32(kind + data)))


def picture(x, y):
    """A PNG with a palette of two: the tile's colour, and its line."""
    palette = bytes(SOFT[(x + y) % 2] + LINE)
    edge = bytes([0]) + bytes([1]) * SIZE
    row = bytes([0, 1]) + bytes(SIZE - 2) + bytes([1])
    header = struct.pack('>IIBBBBB', SIZE, SIZE, 8, 3, 0, 0, 0)
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'PLTE', palette) +
            chunk(b'IDAT', zlib.compress(edge + row * (SIZE - 2) + edge)) + chunk(b'IEND', b''))


def place(lon, lat, zoom):
    """The tile that a place is on, rows from the north."""
    n = 2 ** zoom
    return (int((lon + 180) / 360 * n),
            int((0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)) * n))


def write_mbtiles(path, lon, lat, zooms, reach=3, **metadata):
    """An MBTiles file around a place: @reach tiles to each side on every level of @zooms."""
    base = sqlite3.connect(path)
    base.execute('CREATE TABLE metadata (name text, value text)')
    base.execute('CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, '
                 'tile_data blob)')
    base.execute('CREATE UNIQUE INDEX place ON tiles (zoom_level, tile_column, tile_row)')
    words = {'name': 'Test', 'format': 'png', 'minzoom': min(zooms), 'maxzoom': max(zooms)}
    base.executemany('INSERT INTO metadata VALUES (?, ?)', {**words, **metadata}.items())
    for zoom in zooms:
        here_x, here_y = place(lon, lat, zoom)
        for x in range(here_x - reach, here_x + reach + 1):
            for y in range(here_y - reach, here_y + reach + 1):
                base.execute('INSERT INTO tiles VALUES (?, ?, ?, ?)',
                             (zoom, x, 2 ** zoom - 1 - y, picture(x, y)))
    base.commit()
    base.close()
