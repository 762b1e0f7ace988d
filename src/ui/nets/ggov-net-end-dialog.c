/* ggov-net-end-dialog.c: asks from which day an old net is no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-net-end-dialog.h"
#include "ggov-store-nets.h"

#define GGOV_TYPE_NET_END_DIALOG (ggov_net_end_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetEndDialog, ggov_net_end_dialog, GGOV, NET_END_DIALOG, AdwWindow)

struct _GgovNetEndDialog
{
  AdwWindow       parent_instance;

  GgovSession    *session;
  gint64          net_id;
  gboolean        is_move;
  gboolean        is_over; /* nothing is told any more */
  GgovNetEndFunc  func;
  gpointer        data;

  /* From the template. */
  GtkEditable    *day_row;
  GtkButton      *end_button;
  GtkLabel       *error_label;
  GtkLabel       *summary_label;
  GtkLabel       *what_label;
};

G_DEFINE_FINAL_TYPE (GgovNetEndDialog, ggov_net_end_dialog, ADW_TYPE_WINDOW)

static void
show_error (GgovNetEndDialog *self,
            const char       *sentence)
{
  gtk_label_set_label (self->error_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
}

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovNetEndDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean done;
  gint64 id;

  done = ggov_store_change_finish (GGOV_STORE (object), result, &id, &error);
  if (self->is_over)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (done)
    {
      self->func (self->data, id, self->is_move);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  sentence = ggov_error_dup_sentence (error);
  show_error (self, sentence);
}

static void
end_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovNetEndDialog *self = GGOV_NET_END_DIALOG (widget);
  GgovStore *store = ggov_session_get_store (self->session);
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (self->day_row)));
  int number;

  if (!ggov_local_day_parse (day, &number, NULL))
    {
      show_error (self, _("Write the day as year-month-day, such as 2026-02-13."));
      return;
    }

  /* An entry that is made insensitive while it has the cursor misses that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  if (self->is_move)
    ggov_store_carry_out_net_async (store, self->net_id, day, NULL, NULL, ended_cb,
                                    g_object_ref (self));
  else
    ggov_store_retire_net_async (store, self->net_id, day, NULL, ended_cb, g_object_ref (self));
}

/* A window that is closed lives on until what it asked for has answered. */
static void
ggov_net_end_dialog_unrealize (GtkWidget *widget)
{
  GGOV_NET_END_DIALOG (widget)->is_over = TRUE;

  GTK_WIDGET_CLASS (ggov_net_end_dialog_parent_class)->unrealize (widget);
}

static void
ggov_net_end_dialog_dispose (GObject *object)
{
  GgovNetEndDialog *self = GGOV_NET_END_DIALOG (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_net_end_dialog_parent_class)->dispose (object);
}

static void
ggov_net_end_dialog_class_init (GgovNetEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_net_end_dialog_dispose;
  widget_class->unrealize = ggov_net_end_dialog_unrealize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/nets/ggov-net-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNetEndDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, GgovNetEndDialog, end_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNetEndDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetEndDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetEndDialog, what_label);
  gtk_widget_class_install_action (widget_class, "dialog.end", NULL, end_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_net_end_dialog_init (GgovNetEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_move_summary (GgovNetStudy *study)
{
  GPtrArray *people = ggov_net_study_get_people (study);
  guint n_people = 0, n_grids = 0, n_doubtful = 0;
  g_autofree char *moves = NULL;
  g_autofree char *doubts = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      guint n;

      ggov_net_person_get_grids (people->pdata[i], &n);
      n_people += n > 0;
      n_grids += n;
      n_doubtful += ggov_net_person_get_row (people->pdata[i])->doubts != 0;
    }

  /* Translators: how many people move to how many posts. */
  moves = g_strdup_printf (_("%1$u of %2$u people get %3$u posts on base grids, and the net is "
                             "retired. It is one change and can be undone."), n_people,
                           people->len, n_grids);
  if (n_doubtful == 0)
    return g_steal_pointer (&moves);

  doubts = g_strdup_printf (ngettext ("%u of the moves is doubtful.",
                                      "%u of the moves are doubtful.", n_doubtful), n_doubtful);

  return g_strjoin (" ", moves, doubts, NULL);
}

void
ggov_net_end_dialog_show (GtkWindow      *parent,
                          GgovSession    *session,
                          GgovNetStudy   *study,
                          gboolean        is_move,
                          GgovNetEndFunc  func,
                          gpointer        data)
{
  const GgovNetRow *row = ggov_net_get_row (ggov_net_study_get_net (study));
  GgovNetEndDialog *self = g_object_new (GGOV_TYPE_NET_END_DIALOG,
                                         "title", is_move ? _("Move to Base Grids")
                                                          : _("Retire the Net"),
                                         "transient-for", parent,
                                         NULL);
  g_autofree char *summary =
    is_move ? dup_move_summary (study)
            : g_strdup (_("Nobody is moved. Everything about the net is kept, and it can be "
                          "undone."));

  self->session = g_object_ref (session);
  self->net_id = row->id;
  self->is_move = is_move;
  self->func = func;
  self->data = data;
  gtk_label_set_label (self->what_label, row->name);
  gtk_label_set_label (self->summary_label, summary);
  gtk_editable_set_text (self->day_row, ggov_session_get_today (session));
  gtk_button_set_label (self->end_button, is_move ? _("_Move") : _("_Retire"));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->end_button));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->end_button));
  gtk_window_present (GTK_WINDOW (self));
}
