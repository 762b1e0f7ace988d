/* ggov-attendance-pane-actions.c: what is entered of people on the list of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-attendance-pane-private.h"
#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-name-list-dialog.h"
#include "ggov-store-attendance.h"
#include "ggov-store-certificates.h"

/* What can be entered, by its word in the action attendance.mark. */
static const struct
{
  const char *word;
  const char *state;
  int         passed;
  const char *done;   /* how many people it is entered of */
} deeds[] = {
  { "attended", GGOV_ATTENDANCE_ATTENDED, -1, N_("Attended: %u") },
  { "passed", GGOV_ATTENDANCE_ATTENDED, 1, N_("Passed: %u") },
  { "failed", GGOV_ATTENDANCE_ATTENDED, 0, N_("Not passed: %u") },
  { "invited", GGOV_ATTENDANCE_INVITED, -1, N_("Only invited: %u") },
};

/* On its way to the store. */
typedef struct
{
  GgovAttendancePane *pane; /* (owned) */
  char               *done;
} Order;

static Order *
order_new (GgovAttendancePane *pane,
           const char         *done)
{
  Order *order = g_new0 (Order, 1);

  order->pane = g_object_ref (pane);
  order->done = g_strdup (done);

  return order;
}

static void
order_free (Order *order)
{
  g_clear_object (&order->pane);
  g_free (order->done);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Order) order = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkWidget *widget = GTK_WIDGET (order->pane);
  gint64 change;

  if (order->pane->session == NULL)
    return;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    {
      if (change != 0)
        gtk_widget_activate_action (widget, "win.announce-change", "(sx)", order->done, change);
      return;
    }

  /* A tick that was refused goes. */
  ggov_attendance_pane_show (order->pane, order->pane->session, order->pane->training);
  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (widget, "win.show-message", "s", sentence);
}

static void
write_marks (GgovAttendancePane *self,
             GArray             *people,
             const char         *state,
             int                 passed,
             const char         *reason,
             GAsyncReadyCallback callback,
             gpointer            data)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (GgovAttendanceMark));

  for (guint i = 0; i < people->len; i++)
    {
      const GgovAttendanceMark mark = {
        .person_id = g_array_index (people, gint64, i),
        .state = state,
        .reason = reason,
        .passed = passed,
      };

      g_array_append_val (marks, mark);
    }
  ggov_store_mark_attendance_async (ggov_session_get_store (self->session),
                                    ggov_training_session_get_record (self->training)->id,
                                    (const GgovAttendanceMark *) (gpointer) marks->data, marks->len,
                                    ggov_session_get_today (self->session), NULL, callback, data);
}

void
_ggov_attendance_pane_mark (GgovAttendancePane *self,
                            GArray             *people,
                            const char         *state,
                            int                 passed,
                            const char         *done)
{
  if (self->training && people->len > 0)
    write_marks (self, people, state, passed, NULL, done_cb, order_new (self, done));
}

/* (transfer full) (element-type gint64): who is chosen */
static GArray *
list_chosen (GgovAttendancePane *self)
{
  g_autoptr(GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, set, &position))
    return people;

  do
    {
      g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

      if (item)
        g_array_append_val (people, ggov_paged_item_get_key (item)->id);
    }
  while (gtk_bitset_iter_next (&iter, &position));

  return people;
}

static void
mark_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);
  g_autoptr(GArray) people = list_chosen (self);
  const char *word = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].word, word))
      {
        GString *done = g_string_new (_(deeds[i].done));
        g_autofree char *number = g_strdup_printf ("%u", people->len);
        g_autofree char *sentence = NULL;

        g_string_replace (done, "%u", number, 1);
        sentence = g_string_free (done, FALSE);
        _ggov_attendance_pane_mark (self, people, deeds[i].state, deeds[i].passed, sentence);
      }
}

/* Whoever is only invited yet was there. */
static void
mark_rest_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *done = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const GgovAttendanceRecord *record = _ggov_attendance_pane_get_record (item);

      if (g_str_equal (record->state, GGOV_ATTENDANCE_INVITED))
        g_array_append_val (people, record->person_id);
    }
  done = g_strdup_printf (ngettext ("%u person attended", "%u people attended", people->len),
                          people->len);
  _ggov_attendance_pane_mark (self, people, GGOV_ATTENDANCE_ATTENDED, -1, done);
}

/* Being absent has a reason -------------------------------------------------------------------- */

typedef struct
{
  GgovAttendancePane *pane;   /* (owned) */
  GArray             *people;
  GtkWidget          *reason;
} AbsentForm;

static void
absent_form_free (gpointer data)
{
  AbsentForm *form = data;

  g_clear_object (&form->pane);
  g_clear_pointer (&form->people, g_array_unref);
  g_free (form);
}

static void
enter_absent (GgovFormDialog *dialog,
              gpointer        data)
{
  const AbsentForm *form = data;
  g_autofree char *reason = ggov_form_dialog_dup_text (form->reason);

  write_marks (form->pane, form->people, GGOV_ATTENDANCE_ABSENT, -1, reason,
               ggov_form_dialog_finish_cb,
               ggov_form_dialog_wait (dialog, g_strdup_printf (_("Absent: %u"), form->people->len)));
}

static void
mark_absent_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);
  AbsentForm *form = g_new0 (AbsentForm, 1);
  g_autofree char *what = NULL;
  GgovFormDialog *dialog;

  form->pane = g_object_ref (self);
  form->people = list_chosen (self);
  what = g_strdup_printf (ngettext ("%u person", "%u people", form->people->len), form->people->len);
  dialog = ggov_form_dialog_new (widget, self->session, _("Absent"), _("_Enter"), what, enter_absent,
                                 form, absent_form_free);
  form->reason = ggov_form_dialog_add_entry (dialog, _("Reason, if it is known"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->reason);
}

/* The list ------------------------------------------------------------------------------------- */

static void
take_off_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);
  g_autoptr(GArray) people = list_chosen (self);
  g_autofree char *done =
    g_strdup_printf (ngettext ("%u person taken off the list", "%u people taken off the list",
                               people->len), people->len);

  ggov_store_take_off_list_async (ggov_session_get_store (self->session),
                                  ggov_training_session_get_record (self->training)->id,
                                  (const gint64 *) (gpointer) people->data, people->len, NULL,
                                  done_cb, order_new (self, done));
}

static void
name_list_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);

  ggov_name_list_dialog_show (widget, self->session, self->training);
}

static void
sign_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);

  if (self->pick)
    gtk_widget_grab_focus (self->pick);
}

static void
show_person_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr(GArray) people = list_chosen (GGOV_ATTENDANCE_PANE (widget));

  if (people->len > 0)
    gtk_widget_activate_action (widget, "win.show-record", "(sx)", "person",
                                g_array_index (people, gint64, 0));
}

static void
issue_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);

  ggov_store_issue_certificates_async (ggov_session_get_store (self->session),
                                       ggov_training_session_get_record (self->training)->id,
                                       ggov_session_get_today (self->session), NULL, done_cb,
                                       order_new (self, _("Certificates issued")));
}

/* The parameter is the name of a paper of a session. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovAttendancePane *self = GGOV_ATTENDANCE_PANE (widget);
  g_auto(GVariantDict) wishes = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&wishes, "record", "x",
                         ggov_training_session_get_record (self->training)->id);
  g_variant_dict_insert (&wishes, "day", "s", ggov_session_get_today (self->session));
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})",
                              g_variant_get_string (parameter, NULL), g_variant_dict_end (&wishes));
}

void
_ggov_attendance_pane_update_actions (GgovAttendancePane *self)
{
  const GgovTrainingSessionRecord *record =
    self->training ? ggov_training_session_get_record (self->training) : NULL;
  g_autoptr(GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64 n = record ? gtk_bitset_get_size (set) : 0;
  gboolean is_held = record && record->called_off == NULL;
  gboolean has_begun = is_held && _ggov_attendance_pane_has_begun (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "attendance.issue",
                                 record && record->n_passed > record->n_certificates);
  gtk_widget_action_set_enabled (widget, "attendance.mark", is_held && n > 0);
  gtk_widget_action_set_enabled (widget, "attendance.mark-absent", is_held && n > 0);
  gtk_widget_action_set_enabled (widget, "attendance.mark-rest", has_begun && record->n_invited > 0);
  gtk_widget_action_set_enabled (widget, "attendance.name-list", is_held);
  gtk_widget_action_set_enabled (widget, "attendance.print", record != NULL);
  gtk_widget_action_set_enabled (widget, "attendance.show-person", n == 1);
  gtk_widget_action_set_enabled (widget, "attendance.sign-in", is_held);
  gtk_widget_action_set_enabled (widget, "attendance.take-off", n > 0);
}

void
_ggov_attendance_pane_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "attendance.issue", NULL, issue_cb);
  gtk_widget_class_install_action (klass, "attendance.mark", "s", mark_cb);
  gtk_widget_class_install_action (klass, "attendance.mark-absent", NULL, mark_absent_cb);
  gtk_widget_class_install_action (klass, "attendance.mark-rest", NULL, mark_rest_cb);
  gtk_widget_class_install_action (klass, "attendance.name-list", NULL, name_list_cb);
  gtk_widget_class_install_action (klass, "attendance.print", "s", print_cb);
  gtk_widget_class_install_action (klass, "attendance.show-person", NULL, show_person_cb);
  gtk_widget_class_install_action (klass, "attendance.sign-in", NULL, sign_in_cb);
  gtk_widget_class_install_action (klass, "attendance.take-off", NULL, take_off_cb);
}
