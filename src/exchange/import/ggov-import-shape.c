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

GBytes *
ggov_import_shape_read (GgovExchangeRows *rows,
                        GgovGeoDatum      datum)
{
  gsize size;
  const guint8 *wkb = ggov_exchange_rows_get_shape (rows, &size);
  guint8 *copy;

  if (wkb == NULL)
    return NULL;

  copy = g_memdup2 (wkb, size);

  /* What cannot be read stays as it is: the check that follows says so. */
  if (datum != GGOV_GEO_DATUM_WGS84)
    ggov_geo_wkb_shift_to_wgs84 (copy, size, datum, NULL);

  return g_bytes_new_take (copy, size);
}

static GBytes *
reject (GgovImportReport   *report,
        gint64              row,
        GgovGeoFlaw         flaw,
        const GgovGeoPlace *place)
{
  ggov_import_report_reject (report, row, ggov_geo_flaw_get_name (flaw),
                             ggov_geo_flaw_get_label (flaw), place->lon, place->lat);
  return NULL;
}

static GBytes *
repair (GBytes             *shape,
        GgovGeoSubject      subject,
        GgovGeoFlaw         flaw,
        const GgovGeoPlace *place,
        GgovImportReport   *report,
        gint64              row)
{
  g_autoptr(GBytes) repaired = ggov_geo_repair (shape, NULL);
  g_autofree char *message = NULL;
  GgovGeoLook other;

  if (repaired)
    ggov_geo_check_shapes (&repaired, 1, subject, &other);
  if (repaired == NULL ||
      ggov_geo_flaw_get_severity (other.flaw) > GGOV_GEO_SEVERITY_NOTICE)
    return reject (report, row, flaw, place);

  /* Translators: the place-holder says what was odd about an outline. */
  message = g_strdup_printf (_("%s; the outline was repaired"),
                             ggov_geo_flaw_get_label (flaw));
  ggov_import_report_notice (report, row, ggov_geo_flaw_get_name (flaw), message, place->lon,
                             place->lat);

  return g_steal_pointer (&repaired);
}

GBytes *
ggov_import_shape_judge (GBytes            *shape,
                         GgovGeoSubject     subject,
                         const GgovGeoLook *look,
                         GgovImportReport  *report,
                         gint64             row)
{
  const GgovGeoPlace *place = &look->place;

  switch (ggov_geo_flaw_get_severity (look->flaw))
    {
    case GGOV_GEO_SEVERITY_FINE:
      return g_bytes_ref (shape);

    case GGOV_GEO_SEVERITY_NOTICE:
      ggov_import_report_notice (report, row, ggov_geo_flaw_get_name (look->flaw),
                                 ggov_geo_flaw_get_label (look->flaw), place->lon,
                                 place->lat);
      return g_bytes_ref (shape);

    case GGOV_GEO_SEVERITY_REPAIR:
      return repair (shape, subject, look->flaw, place, report, row);

    case GGOV_GEO_SEVERITY_REJECT:
    default:
      return reject (report, row, look->flaw, place);
    }
}
