/* ggov-window-pages.c: the window's pages, made when they are first shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page.h"
#include "ggov-changes-page.h"
#include "ggov-map-page.h"
#include "ggov-overview-page.h"
#include "ggov-points-page.h"
#include "ggov-residents-page.h"
#include "ggov-roster-page.h"
#include "ggov-window-private.h"

typedef void (*ShowRecordFunc) (GtkWidget  *page,
                                const char *kind,
                                gint64      id);

/* In the order of the navigation; what has no icon is not in it. */
static const struct
{
  const char     *name;
  const char     *title;
  const char     *icon_name;   /* (nullable) */
  GType         (*get_type) (void);
  ShowRecordFunc  show_record; /* (nullable) */
  const char     *kinds[8];    /* of the records it shows */
} pages[] = {
  { "overview", NC_("page", "Overview"), "ggov-overview-symbolic",
    ggov_overview_page_get_type, NULL, { NULL } },
  { "map", NC_("page", "Map"), "ggov-map-symbolic",
    ggov_map_page_get_type, ggov_map_page_show_record,
    { "grid", "building", "compound", "community", "street", "issue-place", "person-place" } },
  { "roster", NC_("page", "Roster"), "ggov-roster-symbolic",
    ggov_roster_page_get_type, ggov_roster_page_show_record, { "person" } },
  { "issues", NC_("page", "Issues"), "ggov-issues-symbolic",
    ggov_board_page_get_type, ggov_board_page_show_record, { "issue" } },
  { "points", NC_("page", "Points"), "ggov-points-symbolic",
    ggov_points_page_get_type, ggov_points_page_show_record, { "account" } },
  { "residents", NC_("page", "Residents"), "ggov-residents-symbolic",
    ggov_residents_page_get_type, ggov_residents_page_show_record, { "resident" } },
  { "changes", NC_("page", "Change Log"), NULL,
    ggov_changes_page_get_type, NULL, { NULL } },
};

static int
find_page (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      return i;

  return -1;
}

static GtkWidget *
make_page (GgovWindow *self,
           int         index)
{
  GtkWidget *page;

  if (pages[index].get_type == NULL)
    return adw_status_page_new ();

  page = g_object_new (pages[index].get_type (), NULL);
  g_object_set (page, "session", self->session, NULL);

  return page;
}

/* GTK 4.8 does not say which page of a stack is seen: a screen reader would go through them all. */
static void
tell_hidden (GgovWindow *self)
{
  GtkWidget *seen = gtk_stack_get_visible_child (self->pages);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != seen,
                                 -1);
}

static GtkWidget *
ensure_page (GgovWindow *self,
             int         index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, pages[index].name);

  if (page == NULL)
    {
      page = make_page (self, index);
      gtk_stack_add_named (self->pages, page, pages[index].name);
      tell_hidden (self);
    }

  return page;
}

static GtkWidget *
make_row (int index)
{
  const char *title = g_dpgettext2 (NULL, "page", pages[index].title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (pages[index].icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

void
_ggov_window_init_pages (GgovWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].icon_name)
      gtk_list_box_append (self->navigation, make_row (i));

  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (tell_hidden), self,
                           G_CONNECT_SWAPPED);
}

void
_ggov_window_give_session (GgovWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->pages, pages[i].name);

      if (page && pages[i].get_type)
        g_object_set (page, "session", self->session, NULL);
    }
}

void
_ggov_window_prepare_page (GgovWindow  *self,
                           const char  *name,
                           GgovSession *session)
{
  g_object_set (ensure_page (self, find_page (name)), "session", session, NULL);
}

GgovStartPage *
_ggov_window_show_start_page (GgovWindow *self)
{
  if (self->start_page == NULL)
    {
      self->start_page = g_object_new (GGOV_TYPE_START_PAGE, NULL);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->start_page));
    }
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->start_page));

  return self->start_page;
}

gboolean
_ggov_window_show_record (GgovWindow *self,
                          const char *kind,
                          gint64      id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strv_contains (pages[i].kinds, kind))
      {
        ggov_window_show_page (self, pages[i].name);
        if (pages[i].show_record)
          pages[i].show_record (ensure_page (self, i), kind, id);

        return TRUE;
      }

  return FALSE;
}

void
_ggov_window_show_issues (GgovWindow *self,
                          const char *choices)
{
  int index = find_page ("issues");

  ggov_window_show_page (self, pages[index].name);
  ggov_board_page_filter (ensure_page (self, (gsize) index), choices);
}

void
_ggov_window_show_row (GgovWindow *self,
                       int         index)
{
  ggov_window_show_page (self, pages[index].name);
}

void
ggov_window_show_page (GgovWindow *self,
                       const char *name)
{
  int index = find_page (name);

  g_return_if_fail (GGOV_IS_WINDOW (self));

  if (index < 0 || self->session == NULL)
    return;

  gtk_stack_set_visible_child (self->pages, ensure_page (self, index));
  gtk_list_box_select_row (self->navigation,
                           gtk_list_box_get_row_at_index (self->navigation, index));
}
