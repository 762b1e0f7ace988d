/* ggov-map-page-found.c: going to what was searched for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-error-text.h"
#include "ggov-map-page-private.h"
#include "ggov-store-error.h"
#include "ggov-store-find-place.h"

/* How close to go to a street or a community, and to a spot. */
#define FOUND_ZOOM 18.0

#define PLACE_OF "-place"

static void
go_to_place (GgovMapPage          *self,
             const GgovFoundPlace *place)
{
  if (place->building_id != 0)
    ggov_map_page_show_record (GTK_WIDGET (self), "building", place->building_id);
  else if (place->grid_id != 0)
    ggov_map_page_show_record (GTK_WIDGET (self), "grid", place->grid_id);
  else
    _ggov_map_page_select (self, 0, 0);

  /* Where an issue says itself where it is, or what is found is no building and no grid. */
  if (place->building_id == 0 && !ggov_geo_bounds_is_empty (&place->bounds))
    ggov_map_canvas_show_bounds (self->canvas, &place->bounds, FOUND_ZOOM);
}

static void
place_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovMapPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree GgovFoundPlace *place = ggov_store_find_place_finish (GGOV_STORE (object), result,
                                                                   &error);

  if (self->session == NULL || ggov_session_get_store (self->session) != GGOV_STORE (object))
    return;

  if (place)
    go_to_place (self, place);
  else
    {
      g_autofree char *sentence =
        g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND)
        ? g_strdup (_("Nobody has noted where that is.")) : ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
    }
}

void
_ggov_map_page_find_place (GgovMapPage *self,
                           const char  *kind,
                           gint64       id)
{
  g_autofree char *record = g_str_has_suffix (kind, PLACE_OF)
                            ? g_strndup (kind, strlen (kind) - strlen (PLACE_OF)) : g_strdup (kind);

  if (self->session)
    ggov_store_find_place_async (ggov_session_get_store (self->session), record, id,
                                 ggov_session_get_today (self->session), NULL, place_found_cb,
                                 g_object_ref (self));
}
