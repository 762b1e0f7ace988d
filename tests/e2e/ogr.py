# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a map file through GDAL's own C library, as other programs do: nothing of GridGov's."""

import ctypes
import ctypes.util

VECTOR = 4  # GDAL_OF_VECTOR
TYPES = {0: 'int', 2: 'real', 4: 'text', 9: 'day', 11: 'time', 12: 'int'}
POLYGONS = {3: 'Polygon', 6: 'MultiPolygon'}


def load():
    """The library, or None where it is not installed."""
    name = ctypes.util.find_library('gdal')
    if name is None:
        return None
    gdal = ctypes.CDLL(name)
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for call, result, words in (
            ('GDALOpenEx', pointer, [text, ctypes.c_uint, pointer, pointer, pointer]),
            ('GDALClose', None, [pointer]),
            ('GDALDatasetGetLayerCount', number, [pointer]),
            ('GDALDatasetGetLayer', pointer, [pointer, number]),
            ('OGR_L_GetName', text, [pointer]),
            ('OGR_L_GetLayerDefn', pointer, [pointer]),
            ('OGR_L_GetNextFeature', pointer, [pointer]),
            ('OGR_L_GetSpatialRef', pointer, [pointer]),
            ('OSRGetAuthorityCode', text, [pointer, text]),
            ('OSRGetName', text, [pointer]),
            ('OGR_FD_GetFieldCount', number, [pointer]),
            ('OGR_FD_GetFieldDefn', pointer, [pointer, number]),
            ('OGR_Fld_GetNameRef', text, [pointer]),
            ('OGR_Fld_GetType', number, [pointer]),
            ('OGR_F_GetFieldAsString', text, [pointer, number]),
            ('OGR_F_IsFieldSetAndNotNull', number, [pointer, number]),
            ('OGR_F_GetGeometryRef', pointer, [pointer]),
            ('OGR_F_GetStyleString', text, [pointer]),
            ('OGR_F_Destroy', None, [pointer]),
            ('OGR_G_GetGeometryType', number, [pointer]),
            ('OGR_G_Area', ctypes.c_double, [pointer]),
            ('OGR_G_IsValid', number, [pointer]),
            ('OGR_G_GetEnvelope', None, [pointer, ctypes.POINTER(ctypes.c_double * 4)])):
        function = getattr(gdal, call)
        function.restype = result
        function.argtypes = words
    gdal.GDALAllRegister()
    return gdal


def read_feature(gdal, feature, names):
    row = {name: gdal.OGR_F_GetFieldAsString(feature, i).decode()
           if gdal.OGR_F_IsFieldSetAndNotNull(feature, i) else None
           for i, name in enumerate(names)}
    shape = gdal.OGR_F_GetGeometryRef(feature)
    box = (ctypes.c_double * 4)()
    gdal.OGR_G_GetEnvelope(shape, box)
    row['@type'] = POLYGONS.get(gdal.OGR_G_GetGeometryType(shape) & 0xffff)
    row['@area'] = gdal.OGR_G_Area(shape)
    row['@valid'] = bool(gdal.OGR_G_IsValid(shape))
    row['@box'] = tuple(box)  # west, east, south, north
    row['@style'] = (gdal.OGR_F_GetStyleString(feature) or b'').decode()
    return row


def read(gdal, path):
    """Of each layer its name: fields {name: type}, coordinate system and rows."""
    dataset = gdal.GDALOpenEx(str(path).encode(), VECTOR, None, None, None)
    assert dataset, f'GDAL does not open {path}'
    layers = {}
    for i in range(gdal.GDALDatasetGetLayerCount(dataset)):
        layer = gdal.GDALDatasetGetLayer(dataset, i)
        defn = gdal.OGR_L_GetLayerDefn(layer)
        fields = [gdal.OGR_FD_GetFieldDefn(defn, j)
                  for j in range(gdal.OGR_FD_GetFieldCount(defn))]
        names = [gdal.OGR_Fld_GetNameRef(f).decode() for f in fields]
        crs = gdal.OGR_L_GetSpatialRef(layer)
        code = gdal.OSRGetAuthorityCode(crs, None) if crs else None
        rows = []
        while feature := gdal.OGR_L_GetNextFeature(layer):
            rows.append(read_feature(gdal, feature, names)
                        if gdal.OGR_F_GetGeometryRef(feature) else None)
            gdal.OGR_F_Destroy(feature)
        layers[gdal.OGR_L_GetName(layer).decode()] = {
            'fields': {n: TYPES.get(gdal.OGR_Fld_GetType(f)) for n, f in zip(names, fields)},
            'crs': code.decode() if code else gdal.OSRGetName(crs).decode() if crs else None,
            'rows': rows}
    gdal.GDALClose(dataset)
    return layers
