/* ggov-import-shape.c: a shape that comes in, shifted, looked at and repaired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-geo-wkb.h"
#include "ggov-import-shape.h"
#include "ggov-import-table.h"

static GBytes *
read_shape (GgovStmt     *stmt,
            GgovGeoDatum  datum)
{
  gsize blob_size, size;
  const guint8 *blob = ggov_stmt_get_blob (stmt, GGOV_IMPORT_COLUMN_SHAPE, &blob_size);
  const guint8 *wkb;
  guint8 *copy;

  if (blob == NULL || !(wkb = ggov_geo_wkb_find_in_geopackage (blob, blob_size, &size, NULL)))
    return NULL;

  copy = g_memdup2 (wkb, size);

  /* What cannot be read stays as it is: the check that follows says so. */
  if (datum != GGOV_GEO_DATUM_WGS84)
    ggov_geo_wkb_shift_to_wgs84 (copy, size, datum, NULL);

  return g_bytes_new_take (copy, size);
}

static GgovGeoFinding
look (GBytes         *shape,
      GgovGeoSubject  subject,
      GgovGeoPlace   *place)
{
  gsize size;
  const guint8 *wkb = g_bytes_get_data (shape, &size);

  return ggov_geo_check_shape (wkb, size, subject, place);
}

static GBytes *
reject (GgovImportReport   *report,
        gint64              row,
        GgovGeoFinding      finding,
        const GgovGeoPlace *place)
{
  ggov_import_report_reject (report, row, ggov_geo_finding_get_name (finding),
                             ggov_geo_finding_get_label (finding), place->lon, place->lat);
  return NULL;
}

static GBytes *
repair (GBytes             *shape,
        GgovGeoSubject      subject,
        GgovGeoFinding      finding,
        const GgovGeoPlace *place,
        GgovImportReport   *report,
        gint64              row)
{
  g_autoptr(GBytes) repaired = ggov_geo_repair (shape, NULL);
  g_autofree char *message = NULL;
  GgovGeoPlace other;

  if (repaired == NULL ||
      ggov_geo_finding_get_severity (look (repaired, subject, &other)) > GGOV_GEO_SEVERITY_NOTICE)
    return reject (report, row, finding, place);

  /* Translators: the place-holder says what was odd about an outline. */
  message = g_strdup_printf (_("%s; the outline was repaired"),
                             ggov_geo_finding_get_label (finding));
  ggov_import_report_notice (report, row, ggov_geo_finding_get_name (finding), message, place->lon,
                             place->lat);

  return g_steal_pointer (&repaired);
}

GBytes *
ggov_import_shape_take (GgovStmt         *stmt,
                        GgovGeoDatum      datum,
                        GgovGeoSubject    subject,
                        GgovImportReport *report)
{
  gint64 row = ggov_stmt_get_int (stmt, GGOV_IMPORT_COLUMN_ROW);
  g_autoptr(GBytes) shape = read_shape (stmt, datum);
  GgovGeoPlace place = { NAN, NAN, "" };
  GgovGeoFinding finding;

  if (shape == NULL)
    return reject (report, row, GGOV_GEO_FINDING_EMPTY, &place);

  finding = look (shape, subject, &place);

  switch (ggov_geo_finding_get_severity (finding))
    {
    case GGOV_GEO_SEVERITY_FINE:
      return g_steal_pointer (&shape);

    case GGOV_GEO_SEVERITY_NOTICE:
      ggov_import_report_notice (report, row, ggov_geo_finding_get_name (finding),
                                 ggov_geo_finding_get_label (finding), place.lon, place.lat);
      return g_steal_pointer (&shape);

    case GGOV_GEO_SEVERITY_REPAIR:
      return repair (shape, subject, finding, &place, report, row);

    case GGOV_GEO_SEVERITY_REJECT:
    default:
      return reject (report, row, finding, &place);
    }
}
