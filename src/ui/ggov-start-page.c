/* ggov-start-page.c: what the window shows while no office is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-start-page.h"

struct _GgovStartPage
{
  AdwBin          parent_instance;

  /* From the template. */
  GtkWidget      *again_button;
  GtkWidget      *buttons;
  GtkWidget      *cancel_button;
  GtkWidget      *demo_button;
  GtkWidget      *open_button;
  GtkProgressBar *progress;
  GtkWidget      *recent;
  GtkListBox     *recent_list;
  GtkWidget      *spinner;
  AdwStatusPage  *status;
};

G_DEFINE_FINAL_TYPE (GgovStartPage, ggov_start_page, ADW_TYPE_BIN)

static void
set_texts (GgovStartPage *self,
           const char    *icon_name,
           const char    *title,
           const char    *description)
{
  g_autofree char *markup = description ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_icon_name (self->status, icon_name);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, markup);
}

static void
set_parts (GgovStartPage *self,
           gboolean       buttons,
           gboolean       again,
           gboolean       opening,
           gboolean       making)
{
  gtk_widget_set_visible (self->buttons, buttons);
  gtk_widget_set_visible (self->again_button, again);
  gtk_widget_set_visible (self->spinner, opening);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), making);
  gtk_widget_set_visible (self->cancel_button, making);
  gtk_widget_set_visible (self->recent, FALSE);
}

static void
append_recent (GgovStartPage *self,
               const char    *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *name = g_path_get_basename (shown);
  g_autofree char *folder = g_path_get_dirname (shown);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_bytestring (path));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_list_box_append (self->recent_list, row);
}

static void
ggov_start_page_class_init (GgovStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, demo_button);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, progress);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, GgovStartPage, status);
}

static void
ggov_start_page_init (GgovStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_parts (self, TRUE, FALSE, FALSE, FALSE);
}

void
ggov_start_page_show_welcome (GgovStartPage      *self,
                              const char * const *recent)
{
  GtkListBoxRow *row;

  g_return_if_fail (GGOV_IS_START_PAGE (self));
  g_return_if_fail (recent != NULL);

  set_texts (self, APPLICATION_ID, _("GridGov"),
             _("Open your office, make a new one, or look around in an invented one."));
  set_parts (self, TRUE, FALSE, FALSE, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->open_button), _("_Open…"));

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)))
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; recent[i]; i++)
    append_recent (self, recent[i]);
  gtk_widget_set_visible (self->recent, recent[0] != NULL);
}

void
ggov_start_page_show_error (GgovStartPage *self,
                            const char    *sentence,
                            gboolean       again)
{
  g_return_if_fail (GGOV_IS_START_PAGE (self));

  set_texts (self, "dialog-warning-symbolic", _("The Office Cannot Be Opened"), sentence);
  set_parts (self, TRUE, again, FALSE, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->open_button), _("_Open Another…"));
}

void
ggov_start_page_show_opening (GgovStartPage *self)
{
  g_return_if_fail (GGOV_IS_START_PAGE (self));

  set_texts (self, NULL, _("Opening the Office"), NULL);
  set_parts (self, FALSE, FALSE, TRUE, FALSE);
}

void
ggov_start_page_show_making (GgovStartPage *self)
{
  g_return_if_fail (GGOV_IS_START_PAGE (self));

  set_texts (self, APPLICATION_ID, _("Making the Demo Office"),
             _("Streets, buildings, grids, people, issues and points are being invented. "
               "This is done once."));
  set_parts (self, FALSE, FALSE, FALSE, TRUE);
  ggov_start_page_set_done (self, 0);
}

void
ggov_start_page_set_done (GgovStartPage *self,
                          double         done)
{
  g_return_if_fail (GGOV_IS_START_PAGE (self));

  gtk_progress_bar_set_fraction (self->progress, CLAMP (done, 0, 1));
}
