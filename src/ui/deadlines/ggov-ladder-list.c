/* ggov-ladder-list.c: what is to be done about issues as their time runs out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-ladder-list.h"
#include "ggov-ladder-rules.h"
#include "ggov-list-dialog.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"
#include "ggov-store-ladder.h"

#define DAY_S (24 * 60 * 60)

#define KEY_SESSION "ggov-session"
#define KEY_ALL     "ggov-all"

enum
{
  SHOW, LOG,
};

/* Something logged, on its way. */
typedef struct
{
  GgovListDialog *list; /* (owned) */
  gboolean        is_print;
  guint           n;
} Deed;

static GgovSession *
get_session (GgovListDialog *list)
{
  return g_object_get_data (G_OBJECT (list), KEY_SESSION);
}

static void
tell_step (gpointer      row,
           GgovListLine *line)
{
  const GgovLadderStepFields *fields = ggov_ladder_step_get_fields (row);
  const GgovIssueFields *issue = ggov_issue_get_fields (ggov_ladder_step_get_issue (row));
  g_autofree char *due = g_strdelimit (ggov_local_time_format (fields->due_at), "T", ' ');

  line->title = g_strdup_printf ("%s  %s", issue->number, issue->title);
  /* Translators: a reminder or notice, by when the issue has to be done, and who handles it */
  line->note = g_strdup_printf (_("%1$s · due %2$s · %3$s"),
                                ggov_rung_get_label (fields->rung), due,
                                issue->handler_name ? issue->handler_name : _("Nobody is sent"));
}

/* Reading ----------------------------------------------------------------------------------- */

static void
steps_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovListDialog) list = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) steps = ggov_store_list_ladder_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  if (steps)
    {
      ggov_list_dialog_set_rows (list, steps, _("Nothing is due now. Outside the office’s hours "
                                                "nothing ever is."));
      gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (list), KEY_ALL),
                                g_list_model_get_n_items (steps) > 0);
    }
  else
    ggov_list_dialog_set_note (list, sentence);
}

static void
read_steps (GgovListDialog *list)
{
  GgovSession *session = get_session (list);

  ggov_store_list_ladder_async (ggov_session_get_store (session), ggov_session_get_now (session),
                                NULL, steps_read_cb, g_object_ref (list));
}

static void
changed_cb (GgovListDialog *list,
            GStrv           tables)
{
  static const char * const ours[] = {
    GGOV_STORE_CLOCK_DAYS, GGOV_STORE_CLOCK_SCHEDULE, GGOV_STORE_LADDER, GGOV_STORE_LADDER_STEPS,
    "issue", NULL,
  };

  for (guint i = 0; tables[i]; i++)
    if (g_strv_contains (ours, tables[i]))
      {
        read_steps (list);
        return;
      }
}

/* Logging ----------------------------------------------------------------------------------- */

static char *
dup_done (const Deed *deed)
{
  if (deed->is_print)
    return g_strdup_printf (ngettext ("%u notice logged as printed", "%u notices logged as printed",
                                      deed->n), deed->n);

  return g_strdup_printf (ngettext ("%u step logged", "%u steps logged", deed->n), deed->n);
}

static void
logged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Deed *deed = user_data;
  g_autoptr(GgovListDialog) list = deed->list;
  GtkWidget *page = ggov_list_dialog_get_page (list);
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id = 0;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error))
    sentence = dup_done (deed);
  else
    sentence = ggov_error_dup_sentence (error);

  ggov_list_dialog_set_note (list, sentence);
  if (change_id != 0 && page)
    gtk_widget_activate_action (page, "win.announce-change", "(sx)", sentence, change_id);
}

static Deed *
deed_new (GgovListDialog *list,
          gboolean        is_print)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->list = g_object_ref (list);
  deed->is_print = is_print;

  return deed;
}

/* @issue_id: or 0 for all */
static void
log_steps (GgovListDialog *list,
           gint64          issue_id)
{
  GgovSession *session = get_session (list);
  Deed *deed = deed_new (list, FALSE);

  ggov_store_climb_ladder_async (ggov_session_get_store (session), ggov_session_get_now (session),
                                 issue_id, &deed->n, NULL, logged_cb, deed);
}

static void
log_all_cb (GgovListDialog *list)
{
  log_steps (list, 0);
}

/* Those of the day. */
static void
log_printed_cb (GgovListDialog *list)
{
  GgovSession *session = get_session (list);
  gint64 now = ggov_session_get_now (session);
  gint64 from = ggov_local_time_from_day (ggov_local_time_get_day (now), 0);
  Deed *deed = deed_new (list, TRUE);

  ggov_store_log_printed_async (ggov_session_get_store (session), from, from + DAY_S, now, &deed->n,
                                NULL, logged_cb, deed);
}

static void
print_cb (GgovListDialog *list)
{
  GtkWidget *page = ggov_list_dialog_get_page (list);
  GVariantDict wishes;

  g_variant_dict_init (&wishes, NULL);
  if (page)
    gtk_widget_activate_action (page, "win.print-paper", "(s@a{sv})", "reminder-notice",
                                g_variant_dict_end (&wishes));
}

static void
rules_cb (GgovListDialog *list)
{
  GtkWidget *page = ggov_list_dialog_get_page (list);

  if (page)
    ggov_ladder_rules_ask (GTK_WINDOW (list), page, get_session (list));
}

static void
do_deed (GgovListDialog *list,
         gpointer        row,
         guint           deed,
         gpointer        data)
{
  gint64 id = ggov_issue_get_fields (ggov_ladder_step_get_issue (row))->id;
  GtkWidget *page = ggov_list_dialog_get_page (list);

  if (deed == LOG)
    log_steps (list, id);
  else if (page)
    gtk_widget_activate_action (page, "win.show-record", "(sx)", "issue", id);
}

/* The list ---------------------------------------------------------------------------------- */

static GtkWidget *
add_button (GtkWidget      *box,
            GgovListDialog *list,
            const char     *label,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, list, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_top (GgovListDialog *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_top (box, 6);
  g_object_set_data (G_OBJECT (list), KEY_ALL,
                     add_button (box, list, _("Log _All"), G_CALLBACK (log_all_cb)));
  add_button (box, list, _("_Print Notices…"), G_CALLBACK (print_cb));
  add_button (box, list, _("Log as P_rinted"), G_CALLBACK (log_printed_cb));
  add_button (box, list, _("_When…"), G_CALLBACK (rules_cb));

  return box;
}

void
ggov_ladder_list_show (GtkWidget   *page,
                       GgovSession *session)
{
  const char *deeds[] = { _("Show"), _("Log"), NULL };
  GgovListDialog *list = ggov_list_dialog_new (page, _("Reminders and Notices"), tell_step, deeds,
                                               do_deed, NULL);

  g_object_set_data_full (G_OBJECT (list), KEY_SESSION, g_object_ref (session), g_object_unref);
  ggov_list_dialog_set_top (list, make_top (list));
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           list, G_CONNECT_SWAPPED);
  read_steps (list);
  gtk_window_present (GTK_WINDOW (list));
}
