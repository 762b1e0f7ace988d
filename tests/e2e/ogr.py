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
            ('OGR_G_AddGeometry', number, [pointer, pointer]),
            ('OGR_G_CreateFromWkb', number, [text, pointer, ctypes.POINTER(pointer), number]),
            ('OGR_G_CreateGeometry', pointer, [number]),
            ('OGR_G_DestroyGeometry', None, [pointer]),
            ('OGR_G_ExportToJson', pointer, [pointer]),
            ('OGR_G_GetGeometryCount', number, [pointer]),
            ('OGR_G_GetGeometryRef', pointer, [pointer, number]),
            ('OGR_G_SymDifference', pointer, [pointer, pointer]),
            ('OGR_G_TransformTo', number, [pointer, pointer]),
            ('OGR_G_UnionCascaded', pointer, [pointer]),
            ('OSRImportFromEPSG', number, [pointer, number]),
            ('OSRNewSpatialReference', pointer, [text]),
            ('OSRSetAxisMappingStrategy', None, [pointer, number]),
            ('VSIFree', None, [pointer]),
            ('OGR_G_ExportToWkb', number, [pointer, number, text]),
            ('OGR_G_WkbSize', number, [pointer]),
            ('OGR_G_GetGeometryType', number, [pointer]),
            ('OGR_G_Area', ctypes.c_double, [pointer]),
            ('OGR_G_IsValid', number, [pointer]),
            ('OGR_G_GetEnvelope', None, [pointer, ctypes.POINTER(ctypes.c_double * 4)])):
        function = getattr(gdal, call)
        function.restype = result
        function.argtypes = words
    gdal.GDALAllRegister()
    return gdal


def to_wkb(gdal, shape):
    buffer = ctypes.create_string_buffer(gdal.OGR_G_WkbSize(shape))
    gdal.OGR_G_ExportToWkb(shape, 1, buffer)
    return buffer.raw


def from_wkb(gdal, wkb):
    shape = ctypes.c_void_p()
    assert gdal.OGR_G_CreateFromWkb(wkb, None, ctypes.byref(shape), len(wkb)) == 0
    return shape


def measure_difference(gdal, one, other):
    """What is in one of two shapes (WKB) and not in both, in the square of their units."""
    shapes = [from_wkb(gdal, one), from_wkb(gdal, other)]
    apart = gdal.OGR_G_SymDifference(*shapes)
    area = gdal.OGR_G_Area(apart)
    for shape in (apart, *shapes):
        gdal.OGR_G_DestroyGeometry(shape)
    return area


def join(gdal, path, layer):
    """The union of a layer's polygons, in longitude and latitude, as a GeoJSON text."""
    wgs84 = gdal.OSRNewSpatialReference(None)
    gdal.OSRImportFromEPSG(wgs84, 4326)
    gdal.OSRSetAxisMappingStrategy(wgs84, 0)
    dataset = gdal.GDALOpenEx(str(path).encode(), VECTOR, None, None, None)
    source = gdal.GDALDatasetGetLayer(dataset, layer)
    every = gdal.OGR_G_CreateGeometry(6)
    while feature := gdal.OGR_L_GetNextFeature(source):
        shape = gdal.OGR_F_GetGeometryRef(feature)
        gdal.OGR_G_TransformTo(shape, wgs84)
        if gdal.OGR_G_GetGeometryType(shape) & 0xffff == 3:
            gdal.OGR_G_AddGeometry(every, shape)
        else:
            for i in range(gdal.OGR_G_GetGeometryCount(shape)):
                gdal.OGR_G_AddGeometry(every, gdal.OGR_G_GetGeometryRef(shape, i))
        gdal.OGR_F_Destroy(feature)
    union = gdal.OGR_G_UnionCascaded(every)
    words = gdal.OGR_G_ExportToJson(union)
    text = ctypes.string_at(words).decode()
    gdal.VSIFree(words)
    gdal.OGR_G_DestroyGeometry(union)
    gdal.OGR_G_DestroyGeometry(every)
    gdal.GDALClose(dataset)
    return text


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
    row['@wkb'] = to_wkb(gdal, shape)
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
