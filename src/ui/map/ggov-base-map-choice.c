/* ggov-base-map-choice.c: which base map a user has chosen, and opening it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-base-map-choice.h"
#include "ggov-tile-address.h"
#include "ggov-tile-picture.h"

GgovBaseMapChoice *
ggov_base_map_choice_load (GSettings *settings)
{
  GgovBaseMapChoice *self = g_new0 (GgovBaseMapChoice, 1);
  g_autoptr(GVariant) path = g_settings_get_value (settings, "base-map-file");

  self->kind = g_settings_get_enum (settings, "base-map");
  self->path = g_variant_dup_bytestring (path, NULL);
  self->address = g_settings_get_string (settings, "base-map-address");
  self->attribution = g_settings_get_string (settings, "base-map-attribution");
  self->datum = g_settings_get_enum (settings, "base-map-datum");
  self->opacity = g_settings_get_int (settings, "base-map-opacity") / 100.0;

  return self;
}

void
ggov_base_map_choice_save (const GgovBaseMapChoice *self,
                           GSettings               *settings)
{
  g_settings_set_value (settings, "base-map-file", g_variant_new_bytestring (self->path));
  g_settings_set_string (settings, "base-map-address", self->address);
  g_settings_set_string (settings, "base-map-attribution", self->attribution);
  g_settings_set_enum (settings, "base-map-datum", self->datum);
  g_settings_set_int (settings, "base-map-opacity", round (self->opacity * 100));
  g_settings_set_enum (settings, "base-map", self->kind);
}

void
ggov_base_map_choice_free (GgovBaseMapChoice *self)
{
  g_free (self->path);
  g_free (self->address);
  g_free (self->attribution);
  g_free (self);
}

static GgovBaseMapChoice *
copy (const GgovBaseMapChoice *self)
{
  GgovBaseMapChoice *other = g_memdup2 (self, sizeof *self);

  other->path = g_strdup (self->path);
  other->address = g_strdup (self->address);
  other->attribution = g_strdup (self->attribution);

  return other;
}

/* On a thread of its own. */
static void
open_job (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  const GgovBaseMapChoice *choice = task_data;
  GError *error = NULL;
  g_autoptr(GgovTileArchive) archive = ggov_tile_archive_open (choice->path, &error);

  if (archive == NULL)
    g_task_return_error (task, error);
  else if (!ggov_tile_picture_can_read (ggov_tile_archive_get_format (archive)))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("“%s” holds WebP pictures, which this computer cannot show. Install "
                               "the package webp-pixbuf-loader, or choose another file."),
                             ggov_tile_archive_get_name (archive));
  else
    g_task_return_pointer (task, ggov_base_map_new_for_archive (archive, choice->datum,
                                                                choice->opacity), g_object_unref);
}

void
ggov_base_map_choice_open_async (const GgovBaseMapChoice *self,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(GgovTileFetcher) fetcher = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, ggov_base_map_choice_open_async);
  g_task_set_task_data (task, copy (self), (GDestroyNotify) ggov_base_map_choice_free);

  if (self->kind == GGOV_BASE_MAP_FILE)
    g_task_run_in_thread (task, open_job);
  else if (self->kind == GGOV_BASE_MAP_NONE)
    g_task_return_pointer (task, NULL, NULL);
  else if (!ggov_tile_address_check (self->address, &error))
    g_task_return_error (task, error);
  else
    {
      fetcher = ggov_tile_fetcher_new (self->address, self->attribution);
      g_task_return_pointer (task, ggov_base_map_new_for_fetcher (fetcher, self->datum,
                                                                  self->opacity), g_object_unref);
    }
}

GgovBaseMap *
ggov_base_map_choice_open_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
