/* ggov-exchange-export.c: the office's shapes as files for others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ggov-exchange-export.h"
#include "ggov-exchange-reading-private.h"
#include "ggov-export-layer-private.h"
#include "ggov-export-writer-private.h"

#define SURVEYED 0.1 /* shares of the whole time, roughly */
#define PACKED 0.2

static const struct
{
  const char *ending;
  const char *label;
} formats[GGOV_EXPORT_N_FORMATS] = {
  [GGOV_EXPORT_GEOJSON] = { "geojson", N_("GeoJSON") },
  [GGOV_EXPORT_GEOPACKAGE] = { "gpkg", N_("GeoPackage") },
  [GGOV_EXPORT_SHAPEFILE] = { "shp", N_("Shapefile") },
  [GGOV_EXPORT_SHAPEFILE_ZIP] = { "shp.zip", N_("Shapefile, zipped") },
  [GGOV_EXPORT_KML] = { "kml", N_("KML") },
};

/* The task's data. */
typedef struct
{
  GgovExportRequest         request; /* its texts are owned */
  GPtrArray                *rows;    /* (owned) (element-type GgovSurveyRow) */
  char                     *scratch; /* (nullable): a folder beside the target */
  char                     *job;
  char                     *output;
  GgovExchangeProgressFunc  progress;
  gpointer                  progress_data;
  guint                     n_shapes;
  GStrv                     notes;
} Export;

static void
export_free (Export *self)
{
  g_free ((char *) self->request.survey.day);
  g_free ((char *) self->request.path);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (self->scratch)
    _ggov_exchange_remove_scratch (self->scratch);
  g_free (self->scratch);
  g_free (self->job);
  g_free (self->output);
  g_strfreev (self->notes);
  g_free (self);
}

/* Formats ---------------------------------------------------------------------------------- */

const char *
ggov_export_format_get_ending (GgovExportFormat format)
{
  g_return_val_if_fail (format < GGOV_EXPORT_N_FORMATS, "");

  return formats[format].ending;
}

const char *
ggov_export_format_get_label (GgovExportFormat format)
{
  g_return_val_if_fail (format < GGOV_EXPORT_N_FORMATS, "");

  return _(formats[format].label);
}

gboolean
ggov_export_format_of_path (const char        *path,
                            GgovExportFormat  *format,
                            GError           **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_basename (path);

  for (guint i = 0; i < GGOV_EXPORT_N_FORMATS; i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].ending, NULL);

      if (g_str_has_suffix (lower, ending) ||
          (i == GGOV_EXPORT_SHAPEFILE_ZIP && g_str_has_suffix (lower, ".zip")))
        {
          *format = i;
          return TRUE;
        }
    }

  /* Translators: a file's name. */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               _("“%s” does not say its format. End the name in .geojson, .gpkg, .shp, .shp.zip or "
                 ".kml."), name);
  return FALSE;
}

const char *
ggov_export_get_warning (GgovGeoDatum     datum,
                         GgovExportFormat format)
{
  if (datum == GGOV_GEO_DATUM_WGS84 || datum == GGOV_GEO_DATUM_CGCS2000)
    return NULL;
  if (format == GGOV_EXPORT_GEOJSON || format == GGOV_EXPORT_KML)
    return datum == GGOV_GEO_DATUM_GCJ02
      ? _("The coordinates are shifted to GCJ-02, though files of this format are taken for "
          "WGS 84: in other programs everything will lie hundreds of metres off.")
      : _("The coordinates are shifted to BD-09, though files of this format are taken for "
          "WGS 84: in other programs everything will lie up to a kilometre off.");

  return datum == GGOV_GEO_DATUM_GCJ02
    ? _("The coordinates are shifted to GCJ-02: they fit on AutoNavi and Tencent maps, and lie "
        "hundreds of metres off on all others.")
    : _("The coordinates are shifted to BD-09: they fit on Baidu maps, and lie up to a kilometre "
        "off on all others.");
}

/* Putting in place ------------------------------------------------------------------------- */

static gboolean
fail_target (Export  *self,
             int      number,
             GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->request.path);

  /* Translators: a file's name, and why, in the system's words. */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” cannot be written there (%s). Choose another place."), name,
               g_strerror (number));
  return FALSE;
}

static gboolean
move (Export      *self,
      const char  *from,
      const char  *to,
      GError     **error)
{
  return g_rename (from, to) == 0 ? TRUE : fail_target (self, errno, error);
}

/* The parts of a shapefile first, so that nobody meets the .shp without them. */
static gboolean
move_parts (Export  *self,
            GError **error)
{
  static const char *const endings[] = { "shx", "dbf", "prj", "cpg", "readme.txt" };
  const gsize to_length = strlen (self->request.path) - strlen ("shp");
  const gsize from_length = strlen (self->output) - strlen ("shp");

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strdup_printf ("%.*s%s", (int) from_length, self->output,
                                               endings[i]);
      g_autofree char *to = g_strdup_printf ("%.*s%s", (int) to_length, self->request.path,
                                             endings[i]);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !move (self, from, to, error))
        return FALSE;
    }

  return TRUE;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!_ggov_export_write_finish (result, &self->n_shapes, &self->notes, &error) ||
      (self->request.format == GGOV_EXPORT_SHAPEFILE && !move_parts (self, &error)) ||
      !move (self, self->output, self->request.path, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* What stands there is whole, even if it was given up in the same moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_boolean (task, TRUE);
}

/* Packing ---------------------------------------------------------------------------------- */

static gboolean
make_scratch (Export  *self,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->request.path);
  g_autofree char *base = g_path_get_basename (self->request.path);
  g_autofree char *template = g_build_filename (folder, ".gridgov-XXXXXX", NULL);

  if (g_file_test (self->request.path, G_FILE_TEST_IS_DIR))
    return fail_target (self, EISDIR, error);
  if (g_mkdtemp_full (template, 0700) == NULL)
    return fail_target (self, errno, error);

  self->scratch = g_steal_pointer (&template);
  self->job = g_build_filename (self->scratch, "job", NULL);
  self->output = g_build_filename (self->scratch, base, NULL);
  return TRUE;
}

/* On a thread of its own. */
static void
pack (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Export *self = data;
  g_autoptr (GVariant) job = NULL;
  GError *error = NULL;

  if (!(job = _ggov_export_make_job (&self->request, self->rows, cancellable, &error)) ||
      !g_file_set_contents_full (self->job, g_variant_get_data (job),
                                 (gssize) g_variant_get_size (job), G_FILE_SET_CONTENTS_NONE, 0600,
                                 &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Export *self = g_task_get_task_data (user_data);

  if (self->progress)
    self->progress (PACKED + (1 - PACKED) * fraction, self->progress_data);
}

static void
packed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  progress_cb (0, task);
  _ggov_export_write_async (self->job, self->output, progress_cb, task,
                            g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static gboolean
has_rows (Export  *self,
          GError **error)
{
  if (self->rows->len > 0)
    return TRUE;

  g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                       _("There is nothing to export. Choose something else, or draw a plan "
                         "first."));
  return FALSE;
}

static void
surveyed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) packing = NULL;
  Export *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!(self->rows = ggov_store_survey_finish (GGOV_STORE (object), result, &error)) ||
      !has_rows (self, &error) || !make_scratch (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (self->progress)
    self->progress (SURVEYED, self->progress_data);
  packing = g_task_new (NULL, g_task_get_cancellable (task), packed_cb, g_object_ref (task));
  g_task_set_task_data (packing, self, NULL);
  g_task_run_in_thread (packing, pack);
}

void
ggov_exchange_export_async (GgovStore                *store,
                            const GgovExportRequest  *request,
                            GgovExchangeProgressFunc  progress,
                            gpointer                  progress_data,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  Export *self;

  g_return_if_fail (request != NULL && request->path != NULL && request->survey.day != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_exchange_export_async);
  self = g_new0 (Export, 1);
  self->request = *request;
  self->request.path = g_canonicalize_filename (request->path, NULL);
  self->request.survey.day = g_strdup (request->survey.day);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_task_data (task, self, (GDestroyNotify) export_free);

  ggov_store_survey_async (store, &self->request.survey, cancellable, surveyed_cb,
                           g_object_ref (task));
}

gboolean
ggov_exchange_export_finish (GgovStore     *store,
                             GAsyncResult  *result,
                             guint         *n_shapes,
                             GStrv         *notes,
                             GError       **error)
{
  Export *self;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (n_shapes != NULL && notes != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  self = g_task_get_task_data (G_TASK (result));
  *n_shapes = self->n_shapes;
  *notes = g_steal_pointer (&self->notes);

  return TRUE;
}
