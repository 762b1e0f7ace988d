/* ggov-write-structures.c: writing structures that were found, stopped and pulled down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-cases-private.h"
#include "ggov-geo-check.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-wkb.h"
#include "ggov-issue-order-private.h"
#include "ggov-issue-spot-private.h"
#include "ggov-local-time.h"
#include "ggov-post-papers-private.h"
#include "ggov-write-cases.h"

/* Above this somebody has typed the area of a compound, or square centimetres. */
#define MOST_M2    20000
#define CM2_IN_M2  10000
#define DEGREES_E7 1e7

#define SQL_SUMS \
  "SELECT count (demolished_on), sum (demolished_cm2) FROM structure WHERE issue_id = $1"
#define SQL_MEASURED "SELECT measure_count, measure_area_cm2 FROM issue WHERE id = $1"
#define SQL_ISSUE_OF "SELECT issue_id FROM structure WHERE id = $1"
#define SQL_OF_PHOTO "SELECT structure_id FROM structure_photo WHERE id = $1"
#define SQL_PHOTOS "SELECT id FROM structure_photo WHERE structure_id = $1"
#define SQL_IS_DOWN "SELECT count (demolished_on) FROM structure WHERE id = $1"

/* What the outline, or the point, says. */
typedef struct
{
  GBytes   *shape;  /* (nullable) */
  gint64    lon_e7; /* both 0 where it is not on the map */
  gint64    lat_e7;
  gint64    grid_id;
  gint64    area_cm2;
  gboolean  is_measured;
} Ground;

static void
ground_clear (Ground *ground)
{
  g_clear_pointer (&ground->shape, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ground, ground_clear)

static gboolean
find_structure_issue (GgovChange     *change,
                      gint64          issue_id,
                      GgovCaseIssue  *issue,
                      GError        **error)
{
  if (!_ggov_case_find_issue (change, issue_id, issue, error))
    return FALSE;

  return ggov_figure_has_structures (issue->figure) ||
         /* Translators: an issue's number and its case type */
         _ggov_case_refuse (error, g_strdup_printf (
           _("Issue %1$s has no structures: its case type is “%2$s”."), issue->number, issue->type));
}

/* Ground --------------------------------------------------------------------------------------- */

/* "lon,lat lon,lat …": a ring that need not say its first corner again. */
static GArray *
read_corners (const char *outline)
{
  g_auto(GStrv) words = g_strsplit_set (outline, " \n;", -1);
  g_autoptr(GArray) corners = g_array_new (FALSE, FALSE, 2 * sizeof (double));

  for (guint i = 0; words[i]; i++)
    {
      char *end = words[i];
      double corner[2];

      if (*words[i] == '\0')
        continue;

      corner[0] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != ',')
        return NULL;
      corner[1] = g_ascii_strtod (end + 1, &end);
      if (*end != '\0')
        return NULL;
      g_array_append_val (corners, corner);
    }

  return corners->len >= 3 ? g_steal_pointer (&corners) : NULL;
}

static void
close_ring (GArray *corners)
{
  double first[2], last[2];

  memcpy (first, corners->data, sizeof first);
  memcpy (last, corners->data + (corners->len - 1) * sizeof last, sizeof last);
  if (memcmp (first, last, sizeof first) != 0)
    g_array_append_val (corners, first);
}

static gboolean
check_shape (GBytes  *shape,
             GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (shape, &size);

  switch ((int) ggov_geo_check_shape (data, size, GGOV_GEO_SUBJECT_FOOTPRINT, NULL))
    {
    case GGOV_GEO_FLAW_NONE:
    case GGOV_GEO_FLAW_TINY:
      return TRUE;

    case GGOV_GEO_FLAW_CROSSING:
      return _ggov_issue_refuse (error, _("The outline crosses itself. Draw it again."));

    case GGOV_GEO_FLAW_SWAPPED:
      return _ggov_issue_refuse (error, _("The outline has latitude before longitude. Write longitude "
                                          "first."));

    default:
      return _ggov_issue_refuse (error, _("The outline is no area on the map. Draw it again."));
    }
}

static gboolean
measure_outline (const char  *outline,
                 Ground      *ground,
                 GError     **error)
{
  g_autoptr(GArray) corners = read_corners (outline);
  double lon, lat, area_m2 = 0;
  GgovGeoWkb wkb;

  if (corners == NULL)
    return _ggov_issue_refuse (error, _("An outline is at least three corners, each longitude,"
                                        "latitude in degrees."));

  close_ring (corners);
  ground->shape = ggov_geo_wkb_new_polygon ((const double *) (void *) corners->data,
                                            &corners->len, 1);
  if (!check_shape (ground->shape, error) ||
      !ggov_geo_wkb_init_bytes (&wkb, ground->shape, error) ||
      !ggov_geo_measure (ground->shape, &area_m2, NULL, error))
    return FALSE;

  ggov_geo_wkb_get_centroid (&wkb, &lon, &lat);
  ground->lon_e7 = lround (lon * DEGREES_E7);
  ground->lat_e7 = lround (lat * DEGREES_E7);
  ground->area_cm2 = lround (area_m2 * CM2_IN_M2);

  return TRUE;
}

/* The grid that it stands on; what has no place of its own stands where its issue is. */
static gboolean
find_grid (GgovChange           *change,
           const GgovCaseIssue  *issue,
           const char           *day,
           Ground               *ground,
           GError              **error)
{
  if (ground->lon_e7 == 0 && ground->lat_e7 == 0)
    {
      ground->grid_id = issue->grid_id;
      return TRUE;
    }

  return _ggov_issue_find_grid_at (change->db, day, ground->lon_e7, ground->lat_e7,
                                   &ground->grid_id, error) &&
         (ground->grid_id != 0 ||
          _ggov_issue_refuse (error, _("This structure is outside every grid.")));
}

static gboolean
check_area (gint64    area_cm2,
            GError  **error)
{
  if (area_cm2 <= 0)
    return _ggov_issue_refuse (error, _("The area has to be above zero square metres."));
  if (area_cm2 > (gint64) MOST_M2 * CM2_IN_M2)
    return _ggov_case_refuse (error, g_strdup_printf (
      /* Translators: square metres, and the most there can be */
      _("%1$.0f m² is no structure: the most is %2$d m². Are these square metres?"),
      area_cm2 / (double) CM2_IN_M2, MOST_M2));

  return TRUE;
}

/* Fills in where it is and how large. */
static gboolean
survey (GgovChange                 *change,
        const GgovStructureFields  *fields,
        const GgovCaseIssue        *issue,
        Ground                     *ground,
        GError                    **error)
{
  gboolean is_drawn = *_ggov_case_text (fields->outline) != '\0';

  ground->lon_e7 = fields->lon_e7;
  ground->lat_e7 = fields->lat_e7;
  if (is_drawn && !measure_outline (fields->outline, ground, error))
    return FALSE;

  ground->is_measured = is_drawn && fields->area_cm2 == 0;
  if (!ground->is_measured)
    ground->area_cm2 = fields->area_cm2;

  return check_area (ground->area_cm2, error) &&
         find_grid (change, issue, fields->found_on, ground, error);
}

/* What happened to it --------------------------------------------------------------------------- */

static gboolean
check_days (GgovChange                 *change,
            const GgovStructureFields  *fields,
            GError                    **error)
{
  const char *found = _ggov_case_day (fields->found_on);
  const char *stopped = _ggov_case_day (fields->stopped_on);
  const char *demolished = _ggov_case_day (fields->demolished_on);

  if (found == NULL)
    return _ggov_issue_refuse (error, _("Say on which day it was found, such as 2026-04-01."));
  if (!_ggov_case_check_day (change, found, _("Found"), error) ||
      !_ggov_case_check_day (change, stopped, _("Stopped"), error) ||
      !_ggov_case_check_day (change, demolished, _("Pulled down"), error))
    return FALSE;

  if (stopped && g_strcmp0 (stopped, found) < 0)
    return _ggov_issue_refuse (error, _("It cannot be stopped before it was found."));

  return demolished == NULL || g_strcmp0 (demolished, stopped ? stopped : found) >= 0 ||
         _ggov_issue_refuse (error, _("It cannot be pulled down before it was found or stopped."));
}

/* How much was pulled down: all of it where nothing else is said. */
static gboolean
find_demolished (const GgovStructureFields  *fields,
                 gint64                      area_cm2,
                 gint64                     *demolished_cm2,
                 GError                    **error)
{
  gboolean has_day = _ggov_case_day (fields->demolished_on) != NULL;

  *demolished_cm2 = has_day && fields->demolished_cm2 == 0 ? area_cm2 : fields->demolished_cm2;
  if (*demolished_cm2 < 0)
    return _ggov_issue_refuse (error, _("The area has to be above zero square metres."));
  if (*demolished_cm2 > area_cm2)
    return _ggov_case_refuse (error, g_strdup_printf (
      /* Translators: two areas in square metres */
      _("More was pulled down (%1$.2f m²) than was found (%2$.2f m²)."),
      *demolished_cm2 / (double) CM2_IN_M2, area_cm2 / (double) CM2_IN_M2));

  return has_day || *demolished_cm2 == 0 ||
         _ggov_issue_refuse (error, _("Say on which day it was pulled down."));
}

/* What the issue has to show is what was pulled down of its structures. */
static gboolean
sum_up (GgovChange  *change,
        gint64       issue_id,
        GError     **error)
{
  g_autoptr(GgovStmt) sums = ggov_db_prepare (change->db, SQL_SUMS, error);
  g_autoptr(GgovStmt) known = sums ? ggov_db_prepare (change->db, SQL_MEASURED, error) : NULL;
  gint64 n, area_cm2;

  if (known == NULL)
    return FALSE;

  ggov_stmt_bind_int (sums, 1, issue_id);
  ggov_stmt_bind_int (known, 1, issue_id);
  if (ggov_stmt_step (sums, error) != GGOV_DB_ROW || ggov_stmt_step (known, error) != GGOV_DB_ROW)
    return FALSE;

  n = ggov_stmt_get_int (sums, 0);
  area_cm2 = ggov_stmt_get_int (sums, 1);
  if (n == ggov_stmt_get_int (known, 0) && area_cm2 == ggov_stmt_get_int (known, 1))
    return TRUE;

  g_clear_pointer (&sums, ggov_stmt_release);
  g_clear_pointer (&known, ggov_stmt_release);

  return _ggov_change_update (change, "issue", issue_id, -1, (GgovColumn[]) {
           GGOV_INT ("measure_count", n),
           GGOV_INT ("measure_area_cm2", area_cm2),
         }, 2, error);
}

static gint64
write_structure (GgovChange                 *change,
                 const GgovStructureFields  *fields,
                 const char                 *label,
                 const Ground               *ground,
                 gint64                      demolished_cm2,
                 GError                    **error)
{
  gboolean has_place = ground->lon_e7 != 0 || ground->lat_e7 != 0;
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", fields->issue_id),
    GGOV_TEXT ("label", label),
    GGOV_TEXT ("builder", _ggov_case_text (fields->builder)),
    GGOV_ID ("grid_id", ground->grid_id),
    GGOV_BYTES ("shape", ground->shape),
    GGOV_INT ("area_cm2", ground->area_cm2),
    GGOV_INT ("is_measured", ground->is_measured != FALSE),
    GGOV_TEXT ("found_on", fields->found_on),
    GGOV_TEXT ("stopped_on", _ggov_case_day (fields->stopped_on)),
    GGOV_TEXT ("demolished_on", _ggov_case_day (fields->demolished_on)),
    GGOV_INT ("demolished_cm2", demolished_cm2),
    GGOV_TEXT ("note", _ggov_case_text (fields->note)),
    { "lon_e7", has_place ? GGOV_COLUMN_INT : GGOV_COLUMN_ID, ground->lon_e7, NULL },
    { "lat_e7", has_place ? GGOV_COLUMN_INT : GGOV_COLUMN_ID, ground->lat_e7, NULL },
  };

  return _ggov_case_save (change, "structure", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_save_structure (GgovChange                 *change,
                            const GgovStructureFields  *fields,
                            GError                    **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  g_auto(Ground) ground = { NULL };
  g_autofree char *label = _ggov_issue_dup_stripped (fields->label);
  gint64 demolished_cm2, id;

  if (*label == '\0')
    return _ggov_issue_refuse (error, _("Say what kind of structure it is."));
  if (!find_structure_issue (change, fields->issue_id, &issue, error) ||
      !check_days (change, fields, error) ||
      !survey (change, fields, &issue, &ground, error) ||
      !find_demolished (fields, ground.area_cm2, &demolished_cm2, error))
    return 0;

  id = write_structure (change, fields, label, &ground, demolished_cm2, error);

  return id != 0 && sum_up (change, fields->issue_id, error) ? id : 0;
}

/* The issue of a structure, by which the change is named. */
static gboolean
find_of (GgovChange     *change,
         gint64          structure_id,
         GgovCaseIssue  *issue,
         GError        **error)
{
  gint64 issue_id;

  return _ggov_case_query_int (change->db, SQL_ISSUE_OF, structure_id, -1, &issue_id, error) &&
         _ggov_case_find_issue (change, issue_id, issue, error);
}

gboolean
ggov_change_remove_structure (GgovChange  *change,
                              gint64       structure_id,
                              GError     **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };

  return find_of (change, structure_id, &issue, error) &&
         _ggov_case_delete_all (change, "structure_photo", SQL_PHOTOS, structure_id, error) &&
         _ggov_change_delete (change, "structure", structure_id, error) &&
         sum_up (change, issue.id, error);
}

gint64
ggov_change_add_structure_photo (GgovChange       *change,
                                 gint64            structure_id,
                                 const char       *moment,
                                 const char       *name,
                                 GBytes           *content,
                                 GError          **error)
{
  const GgovPaper photo = { name, content };
  g_auto(GgovCaseIssue) issue = { 0 };
  gboolean is_after = g_strcmp0 (moment, "after") == 0;
  g_autofree char *digest = NULL;
  const char *media_type;
  gint64 n_down;

  if (!is_after && g_strcmp0 (moment, "before") != 0)
    return _ggov_issue_refuse (error, _("A photo shows a structure before or after."));
  if (!find_of (change, structure_id, &issue, error) ||
      !_ggov_case_query_int (change->db, SQL_IS_DOWN, structure_id, -1, &n_down, error) ||
      !(media_type = _ggov_paper_find_media_type (&photo, error)))
    return 0;
  if (!g_str_has_prefix (media_type, "image/"))
    return _ggov_issue_refuse (error, _("This is no picture. Choose a JPEG or PNG file."));
  if (is_after && n_down == 0)
    return _ggov_issue_refuse (error, _("It still stands. A photo of afterwards needs the day on "
                                        "which it was pulled down."));
  if (!(digest = _ggov_change_keep_content (change, content, error)))
    return 0;

  return _ggov_change_insert (change, "structure_photo", (GgovColumn[]) {
           GGOV_ID ("structure_id", structure_id),
           GGOV_TEXT ("moment", moment),
           GGOV_TEXT ("name", name),
           GGOV_TEXT ("media_type", media_type),
           GGOV_TEXT ("sha256", digest),
         }, 5, error);
}

gboolean
ggov_change_remove_structure_photo (GgovChange  *change,
                                    gint64       photo_id,
                                    GError     **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  gint64 structure_id;

  return _ggov_case_query_int (change->db, SQL_OF_PHOTO, photo_id, -1, &structure_id, error) &&
         find_of (change, structure_id, &issue, error) &&
         _ggov_change_delete (change, "structure_photo", photo_id, error);
}
