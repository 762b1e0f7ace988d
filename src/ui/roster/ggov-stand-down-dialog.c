/* ggov-stand-down-dialog.c: asks from when and why somebody no longer holds a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-stand-down-dialog.h"
#include "ggov-store-appoint.h"

#define GGOV_TYPE_STAND_DOWN_DIALOG (ggov_stand_down_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovStandDownDialog, ggov_stand_down_dialog, GGOV, STAND_DOWN_DIALOG,
                      AdwWindow)

struct _GgovStandDownDialog
{
  AdwWindow    parent_instance;

  GtkWidget   *page;    /* (owned) */
  GgovSession *session;
  gint64       post_id;
  char        *sentence; /* that tells of it once it is done */

  /* From the template. */
  GtkEditable *day_row;
  GtkLabel    *error_label;
  GtkEditable *reason_row;
  GtkLabel    *what_label;
};

G_DEFINE_FINAL_TYPE (GgovStandDownDialog, ggov_stand_down_dialog, ADW_TYPE_WINDOW)

static void
show_error (GgovStandDownDialog *self,
            const char          *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
}

static void
stood_down_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovStandDownDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    {
      gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", self->sentence, id);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_error (self, sentence);
    }
}

static void
stand_down_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovStandDownDialog *self = GGOV_STAND_DOWN_DIALOG (widget);
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (self->day_row)));
  int number;

  if (!ggov_local_day_parse (day, &number, NULL))
    {
      show_error (self, _("Write the day as year-month-day, such as 2026-02-13."));
      gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
      return;
    }

  /* An entry that is made insensitive while it has the cursor misses that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_store_stand_down_async (ggov_session_get_store (self->session), self->post_id, day,
                               gtk_editable_get_text (self->reason_row), 0, NULL, stood_down_cb,
                               g_object_ref (self));
}

static void
ggov_stand_down_dialog_dispose (GObject *object)
{
  GgovStandDownDialog *self = GGOV_STAND_DOWN_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (ggov_stand_down_dialog_parent_class)->dispose (object);
}

static void
ggov_stand_down_dialog_class_init (GgovStandDownDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_stand_down_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-stand-down-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovStandDownDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, GgovStandDownDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovStandDownDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, GgovStandDownDialog, what_label);
  gtk_widget_class_install_action (widget_class, "dialog.stand-down", NULL, stand_down_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_stand_down_dialog_init (GgovStandDownDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_stand_down_dialog_show (GtkWidget   *page,
                             GgovSession *session,
                             GgovPost    *post,
                             const char  *name)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  GtkRoot *root = gtk_widget_get_root (page);
  GgovStandDownDialog *self = g_object_new (GGOV_TYPE_STAND_DOWN_DIALOG, "transient-for", root,
                                            NULL);
  /* Translators: a person, a role and a place: who holds what where */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s, %3$s"), name, details->role,
                                           details->place);

  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  self->post_id = details->id;
  /* Translators: a person, a role and a place */
  self->sentence = g_strdup_printf (_("%1$s stands down as %2$s, %3$s"), name, details->role,
                                    details->place);
  gtk_label_set_label (self->what_label, what);
  gtk_editable_set_text (self->day_row, ggov_session_get_today (session));
  gtk_window_present (GTK_WINDOW (self));
}
