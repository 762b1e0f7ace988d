/* ggov-hours-dialog.c: when the office is open, in summer and in winter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-hours-dialog.h"

#define KEY_DAYS  "ggov-days"
#define KEY_HOURS "ggov-hours"

struct _GgovHoursDialog
{
  AdwWindow    parent_instance;

  char        *before; /* the entries it was opened with */

  /* From the template. */
  GtkEditable *default_row;
  GtkLabel    *error_label;
  GtkListBox  *seasons;
};

enum {
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovHoursDialog, ggov_hours_dialog, ADW_TYPE_WINDOW)

static char *
dup_entries (GgovHoursDialog *self)
{
  GString *text = g_string_new (gtk_editable_get_text (self->default_row));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->seasons, i)); i++)
    g_string_append_printf (text, "\n%s %s",
                            gtk_editable_get_text (g_object_get_data (G_OBJECT (row), KEY_DAYS)),
                            gtk_editable_get_text (g_object_get_data (G_OBJECT (row), KEY_HOURS)));

  return g_string_free (text, FALSE);
}

static void
update (GgovHoursDialog *self)
{
  g_autofree char *entries = dup_entries (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovWorkSchedule) schedule = ggov_work_schedule_new_parse (entries, &error);
  g_autofree char *now = schedule ? ggov_work_schedule_to_string (schedule) : NULL;

  gtk_label_set_label (self->error_label, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hours.accept",
                                 schedule && g_strcmp0 (now, self->before) != 0);
}

static void
remove_cb (GtkWidget       *row,
           GtkButton       *button)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, GGOV_TYPE_HOURS_DIALOG);

  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  update (GGOV_HOURS_DIALOG (self));
}

static GtkWidget *
add_entry (GgovHoursDialog *self,
           GtkWidget       *box,
           const char      *label,
           const char      *text,
           gboolean         expand)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), expand ? 24 : 22);
  gtk_widget_set_hexpand (entry, expand);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);

  return entry;
}

static GtkWidget *
add_season (GgovHoursDialog *self,
            const char      *days,
            const char      *hours)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *days_entry = add_entry (self, box, _("Days"), days, FALSE);

  g_object_set_data (G_OBJECT (row), KEY_DAYS, days_entry);
  g_object_set_data (G_OBJECT (row), KEY_HOURS, add_entry (self, box, _("Hours"), hours, TRUE));
  gtk_widget_add_css_class (box, "overview-row");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove these hours"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->seasons, row);

  return days_entry;
}

/* What stands before the first space of an entry are its days. */
static void
fill (GgovHoursDialog *self)
{
  g_auto(GStrv) entries = g_strsplit (self->before, "\n", -1);

  gtk_editable_set_text (self->default_row, entries[0]);
  for (guint i = 1; entries[i]; i++)
    {
      char *space = strchr (entries[i], ' ');

      if (space == NULL)
        continue;
      *space = '\0';
      add_season (self, entries[i], space + 1);
    }
}

static void
add_season_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovHoursDialog *self = GGOV_HOURS_DIALOG (widget);

  gtk_widget_grab_focus (add_season (self, "05-01..09-30", "08:30-12:00,14:30-18:00"));
  update (self);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovHoursDialog *self = GGOV_HOURS_DIALOG (widget);
  g_autofree char *entries = dup_entries (self);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[ACCEPTED], 0, entries);
  g_object_unref (self);
}

static void
ggov_hours_dialog_finalize (GObject *object)
{
  g_free (GGOV_HOURS_DIALOG (object)->before);

  G_OBJECT_CLASS (ggov_hours_dialog_parent_class)->finalize (object);
}

static void
ggov_hours_dialog_class_init (GgovHoursDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_hours_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", GGOV_TYPE_HOURS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/deadlines/ggov-hours-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovHoursDialog, default_row);
  gtk_widget_class_bind_template_child (widget_class, GgovHoursDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovHoursDialog, seasons);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "hours.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "hours.add-season", NULL, add_season_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "hours.accept", NULL);
}

static void
ggov_hours_dialog_init (GgovHoursDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GgovHoursDialog *
ggov_hours_dialog_new (GtkWindow        *parent,
                       GgovWorkSchedule *schedule)
{
  GgovHoursDialog *self;

  g_return_val_if_fail (schedule != NULL, NULL);

  self = g_object_new (GGOV_TYPE_HOURS_DIALOG, "transient-for", parent, NULL);
  self->before = ggov_work_schedule_to_string (schedule);
  fill (self);
  update (self);

  return self;
}
