/* ggov-window-import.c: the windows that take foreign files in, and give files away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-export-dialog.h"
#include "ggov-import-dialog.h"
#include "ggov-window-private.h"

/* Where what came in is seen. */
static const char *
get_page (GgovImportKind kind)
{
  return kind == GGOV_IMPORT_PEOPLE ? "roster"
       : kind == GGOV_IMPORT_ISSUES ? "issues"
       : kind == GGOV_IMPORT_RESIDENTS ? "overview" : "map";
}

static void
imported_cb (GgovImportDialog *dialog,
             const char       *sentence,
             gint64            change_id,
             GgovWindow       *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (change_id == 0)
    {
      _ggov_window_show_message (self, sentence);
      return;
    }

  gtk_widget_activate_action (widget, "win.announce-change", "(sx)", sentence, change_id);
  ggov_window_show_page (self, get_page (ggov_import_dialog_get_kind (dialog)));
}

static void
show_dialog (GgovWindow     *self,
             GFile          *file,
             gboolean        is_table,
             GgovImportKind  kind)
{
  if (self->session == NULL)
    return;

  if (self->import == NULL)
    {
      GgovImportDialog *dialog = ggov_import_dialog_new (GTK_WINDOW (self), self->session);

      g_set_weak_pointer (&self->import, GTK_WIDGET (dialog));
      g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, 0);
      if (is_table)
        ggov_import_dialog_expect_table (dialog, kind);
    }

  if (file)
    ggov_import_dialog_take_file (GGOV_IMPORT_DIALOG (self->import), file);
  gtk_window_present (GTK_WINDOW (self->import));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  show_dialog (GGOV_WINDOW (widget), NULL, FALSE, GGOV_IMPORT_BUILDINGS);
}

static void
import_people_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  show_dialog (GGOV_WINDOW (widget), NULL, TRUE, GGOV_IMPORT_PEOPLE);
}

static void
import_residents_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  show_dialog (GGOV_WINDOW (widget), NULL, TRUE, GGOV_IMPORT_RESIDENTS);
}

static void
import_issues_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  show_dialog (GGOV_WINDOW (widget), NULL, TRUE, GGOV_IMPORT_ISSUES);
}

/* The same, for grids that become drafts. */
static void
import_grids_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  show_dialog (self, NULL, FALSE, GGOV_IMPORT_GRIDS);
  if (self->import)
    ggov_import_dialog_expect_grids (GGOV_IMPORT_DIALOG (self->import));
}

static void
import_file_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  show_dialog (GGOV_WINDOW (widget), file, ggov_import_dialog_is_table (file),
               GGOV_IMPORT_PEOPLE);
}

/* Export ----------------------------------------------------------------------------------- */

static void
exported_cb (GgovExportDialog *dialog,
             const char       *sentence,
             GgovWindow       *self)
{
  _ggov_window_show_message (self, sentence);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);

  if (self->session == NULL)
    return;

  if (self->export == NULL)
    {
      GgovExportDialog *dialog = ggov_export_dialog_new (GTK_WINDOW (self), self->session);

      g_set_weak_pointer (&self->export, GTK_WIDGET (dialog));
      g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
    }

  gtk_window_present (GTK_WINDOW (self->export));
}

static void
export_plan_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovWindow *self = GGOV_WINDOW (widget);
  gint64 plan_id;
  const char *name;

  g_variant_get (parameter, "(x&s)", &plan_id, &name);
  export_cb (widget, action_name, NULL);
  if (self->export)
    ggov_export_dialog_choose_plan (GGOV_EXPORT_DIALOG (self->export), plan_id, name);
}

void
_ggov_window_install_import_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.export-plan", "(xs)", export_plan_cb);
  gtk_widget_class_install_action (klass, "win.import-grids", NULL, import_grids_cb);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "win.import-file", "s", import_file_cb);
  gtk_widget_class_install_action (klass, "win.import-issues", NULL, import_issues_cb);
  gtk_widget_class_install_action (klass, "win.import-people", NULL, import_people_cb);
  gtk_widget_class_install_action (klass, "win.import-residents", NULL, import_residents_cb);
}

void
_ggov_window_close_import (GgovWindow *self)
{
  GtkWidget *dialogs[] = {
    self->import, self->export, self->organisations, self->print, self->training,
    self->cases, self->indicators, self->calendar, self->case_types, self->points_desk,
  };

  g_clear_weak_pointer (&self->import);
  g_clear_weak_pointer (&self->calendar);
  g_clear_weak_pointer (&self->case_types);
  g_clear_weak_pointer (&self->export);
  g_clear_weak_pointer (&self->cases);
  g_clear_weak_pointer (&self->indicators);
  g_clear_weak_pointer (&self->organisations);
  g_clear_weak_pointer (&self->points_desk);
  g_clear_weak_pointer (&self->print);
  g_clear_weak_pointer (&self->training);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (dialogs[i])
      gtk_window_destroy (GTK_WINDOW (dialogs[i]));
}
