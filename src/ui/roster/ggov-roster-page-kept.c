/* ggov-roster-page-kept.c: how the roster is looked at, from one start to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-roster-page-private.h"
#include "ggov-settings.h"

void
_ggov_roster_page_keep_view (GgovRosterPage *self)
{
  GgovRosterFilter filter;
  g_autofree char *place = NULL;

  if (self->settings == NULL || self->is_restoring)
    return;

  ggov_roster_filter_bar_read (self->filter_bar, &filter);
  place = ggov_roster_filter_bar_dup_place (self->filter_bar);
  g_settings_set_string (self->settings, "roster-view", _ggov_roster_page_get_view (self));
  g_settings_set (self->settings, "roster-filter", "(sss)", place ? place : "",
                  filter.role ? filter.role : "", filter.text);
}

static void
keep_columns (GgovRosterPage *self)
{
  g_auto(GStrv) codes = ggov_roster_list_dup_columns (self->list);

  if (self->settings)
    g_settings_set_strv (self->settings, "roster-columns", (const char *const *) codes);
}

void
_ggov_roster_page_keep_order (GgovRosterPage *self)
{
  gboolean descending;
  const char *column = ggov_roster_list_get_order (self->list, &descending);

  if (self->settings && !self->is_restoring)
    g_settings_set (self->settings, "roster-order", "(sb)", column ? column : "", descending);
}

/* Where the settings are of an office with other places and roles, these are passed over. */
void
_ggov_roster_page_restore (GgovRosterPage *self)
{
  g_auto(GStrv) codes = NULL;
  g_autofree char *view = NULL;
  const char *place, *role, *text, *column;
  g_autoptr(GVariant) filter = NULL;
  g_autoptr(GVariant) order = NULL;
  gboolean descending;

  if (!(self->settings = ggov_settings_new ()))
    return;

  self->is_restoring = TRUE;
  codes = g_settings_get_strv (self->settings, "roster-columns");
  ggov_roster_list_set_columns (self->list, (const char *const *) codes);
  order = g_settings_get_value (self->settings, "roster-order");
  g_variant_get (order, "(&sb)", &column, &descending);
  ggov_roster_list_set_order (self->list, column, descending);
  filter = g_settings_get_value (self->settings, "roster-filter");
  g_variant_get (filter, "(&s&s&s)", &place, &role, &text);
  ggov_roster_filter_bar_restore (self->filter_bar, place, role, text);
  view = g_settings_get_string (self->settings, "roster-view");
  _ggov_roster_page_set_view (self, view);
  self->is_restoring = FALSE;
  g_signal_connect_object (self->list, "columns-changed", G_CALLBACK (keep_columns), self,
                           G_CONNECT_SWAPPED);
}
