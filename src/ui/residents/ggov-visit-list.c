/* ggov-visit-list.c: whom to go and see, and what came of it, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-place-chooser.h"
#include "ggov-store-roster.h"
#include "ggov-store-visits.h"
#include "ggov-text-column.h"
#include "ggov-visit-dialog.h"
#include "ggov-visit-list.h"

/* More than anybody visits in a month; the next come once these are done. */
#define MOST_LINES 500

enum { SCOPE_ALL, SCOPE_WEEK, SCOPE_LATE };

struct _GgovVisitList
{
  AdwBin             parent_instance;

  GgovSession       *session;     /* (nullable) */
  GCancellable      *cancellable; /* (nullable): of the reading under way */
  GListModel        *rows;        /* (nullable) (element-type GgovVisitDue) */
  gboolean           is_quiet;    /* choices are made by the program */

  /* From the template. */
  GtkDropDown       *scope;
  GtkMultiSelection *selection;
  GtkStack          *stack;
  GtkColumnView     *view;
  GtkDropDown       *worker;
};

enum {
  ANSWERED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovVisitList, ggov_visit_list, ADW_TYPE_BIN)

/* Columns --------------------------------------------------------------------------------- */

static const GgovVisitDueRecord *
get_record (gpointer row)
{
  return ggov_visit_due_get_record (row);
}

static char *
dup_due (gpointer context,
         gpointer row)
{
  const GgovVisitDueRecord *record = get_record (row);

  return g_strdup (record->due_on ? record->due_on : "");
}

static char *
dup_late (gpointer context,
          gpointer row)
{
  const gint64 days = get_record (row)->days_late;

  return days > 0 ? ggov_number_dup_text (days) : g_strdup ("");
}

static char *
dup_who (gpointer context,
         gpointer row)
{
  const GgovVisitDueRecord *record = get_record (row);
  const char *name = record->person ? record->person : record->head ? record->head : "";

  if (record->person || record->members < 2)
    return g_strdup (name);

  /* Translators: the head of a household, and how many live in it */
  return g_strdup_printf (_("%1$s and household (%2$d)"), name, (int) record->members);
}

static char *
dup_why (gpointer context,
         gpointer row)
{
  const GgovVisitDueRecord *record = get_record (row);

  return g_strdup (record->group ? record->group : _("To be confirmed again"));
}

static char *
dup_place (gpointer context,
           gpointer row)
{
  return g_strdup (get_record (row)->place);
}

static char *
dup_door (gpointer context,
          gpointer row)
{
  return g_strdup (get_record (row)->door);
}

static char *
dup_last (gpointer context,
          gpointer row)
{
  const char *day = get_record (row)->last_on;

  return g_strdup (day ? day : "");
}

static char *
dup_confirmed (gpointer context,
               gpointer row)
{
  const char *day = get_record (row)->confirmed_on;

  return g_strdup (day ? day : C_("confirmed", "never"));
}

static char *
dup_responsible (gpointer context,
                 gpointer row)
{
  const char *name = get_record (row)->responsible;

  return g_strdup (name ? name : "");
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Visit due"), dup_due, 92, FALSE },
  { NC_("column", "Days late"), dup_late, 76, TRUE },
  { NC_("column", "Who"), dup_who, 92, FALSE },
  { NC_("column", "Why"), dup_why, 124, FALSE },
  { NC_("column", "Building and unit"), dup_place, 0, FALSE },
  { NC_("column", "Door"), dup_door, 60, FALSE },
  { NC_("column", "Last met"), dup_last, 92, FALSE },
  { NC_("column", "Confirmed"), dup_confirmed, 92, FALSE },
  { NC_("column", "Responsible"), dup_responsible, 84, FALSE },
};

/* Reading --------------------------------------------------------------------------------- */

static void
update_actions (GgovVisitList *self)
{
  g_autoptr(GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const guint64 n = gtk_bitset_get_size (chosen);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visits.met", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visits.absent", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visits.enter", n == 1);
}

static void
selected_cb (GgovVisitList *self)
{
  if (self->selection == NULL || self->is_quiet)
    return;

  update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
planned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovVisitList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = ggov_store_plan_visits_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL || self->selection == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (rows == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return;
    }

  self->is_quiet = TRUE;
  g_set_object (&self->rows, rows);
  gtk_multi_selection_set_model (self->selection, rows);
  self->is_quiet = FALSE;
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (rows) > 0 ? "lines" : "nothing");
  update_actions (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static gint64
get_worker (GgovVisitList *self)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (self->worker);

  return choice ? ggov_choice_get_fields (choice)->id : 0;
}

static void
plan (GgovVisitList *self)
{
  const guint scope = gtk_drop_down_get_selected (self->scope);
  GgovVisitPlanTerms terms = {
    .worker_id = get_worker (self),
    .horizon_days = scope == SCOPE_WEEK ? 7 : 0,
    .care_only = scope == SCOPE_WEEK,
    .overdue_only = scope == SCOPE_LATE,
    .limit = MOST_LINES,
  };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL)
    return;

  terms.day = ggov_session_get_today (self->session);
  self->cancellable = g_cancellable_new ();
  ggov_store_plan_visits_async (ggov_session_get_store (self->session), &terms, self->cancellable,
                                planned_cb, g_object_ref (self));
}

static void
changed_cb (GgovVisitList *self)
{
  if (!self->is_quiet)
    plan (self);
}

/* Somebody may have the posts of two grids. */
static void
offer_workers (GgovVisitList *self,
               GListModel    *posts)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  const gint64 chosen = get_worker (self);
  guint selected = 0;

  ggov_choices_append (choices, "", _("All grid workers"));
  for (guint i = 0; posts && i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovRosterRow) post = g_list_model_get_item (posts, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (post);
      g_autofree char *label = g_strdup_printf ("%s · %s", record->name, record->place);
      g_autoptr(GgovChoice) choice = ggov_choice_new (&(GgovChoiceFields) {
        .id = record->person_id, .code = record->phone, .name = label });

      if (!g_hash_table_add (seen, (gpointer) &record->person_id))
        continue;
      if (record->person_id == chosen)
        selected = g_list_model_get_n_items (G_LIST_MODEL (choices));
      g_list_store_append (choices, choice);
    }

  self->is_quiet = TRUE;
  gtk_drop_down_set_model (self->worker, G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (self->worker, selected);
  self->is_quiet = FALSE;
}

static void
workers_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovVisitList) self = user_data;
  g_autoptr(GListModel) posts = ggov_store_list_roster_finish (GGOV_STORE (object), result, NULL);

  if (posts && self->session && self->worker)
    offer_workers (self, posts);
}

/* Entering -------------------------------------------------------------------------------- */

static void
entered_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovVisitList) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  if (ggov_store_enter_visits_finish (GGOV_STORE (object), result, &change_id, NULL, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                  _("The visit is recorded"), change_id);
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
    }
}

/* All selected lines at once, as one change. */
static void
enter_quickly (GgovVisitList *self,
               const char    *outcome,
               gboolean       confirmed)
{
  g_autoptr(GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (GgovVisitEntry));
  GtkBitsetIter iter;
  guint position;

  if (self->session == NULL || !gtk_bitset_iter_init_first (&iter, chosen, &position))
    return;

  do
    {
      g_autoptr(GgovVisitDue) row = g_list_model_get_item (self->rows, position);
      const GgovVisitDueRecord *record = ggov_visit_due_get_record (row);
      const GgovVisitEntry entry = {
        .household_id = record->household_id,
        .person_id = record->person_id,
        .visitor_id = record->responsible_id,
        .day = ggov_session_get_today (self->session),
        .outcome = outcome,
        .confirmed = confirmed,
      };

      g_array_append_val (entries, entry);
    }
  while (gtk_bitset_iter_next (&iter, &position));

  ggov_store_enter_visits_async (ggov_session_get_store (self->session),
                                 (const GgovVisitEntry *) (gpointer) entries->data, entries->len, NULL,
                                 entered_cb, g_object_ref (self));
}

static void
met_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  enter_quickly (GGOV_VISIT_LIST (widget), "met", TRUE);
}

static void
absent_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  enter_quickly (GGOV_VISIT_LIST (widget), "absent", FALSE);
}

/* (transfer full) (nullable): the one line that is selected */
static GgovVisitDue *
dup_selected (GgovVisitList *self)
{
  g_autoptr(GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return self->rows && gtk_bitset_get_size (chosen) == 1
           ? g_list_model_get_item (self->rows, gtk_bitset_get_minimum (chosen)) : NULL;
}

static void
enter_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovVisitList *self = GGOV_VISIT_LIST (widget);
  g_autoptr(GgovVisitDue) row = dup_selected (self);
  const GgovVisitDueRecord *record = row ? ggov_visit_due_get_record (row) : NULL;
  g_autofree char *what = NULL;

  if (record == NULL || self->session == NULL)
    return;

  what = g_strdup_printf (C_("door", "%1$s, %2$s"), record->place, record->door);
  ggov_visit_dialog_show (widget, self->session, &(GgovVisitSubject) {
    .household_id = record->household_id,
    .person_id = record->person_id,
    .visitor_id = record->responsible_id,
    .name = record->person,
    .what = what,
    .visitor = record->responsible,
  });
}

static void
activate_cb (GgovVisitList *self,
             guint          position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "visits.enter", NULL);
}

/* Object ---------------------------------------------------------------------------------- */

static void
add_keys (GgovVisitList *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_m, 0), gtk_named_action_new ("visits.met")));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, 0), gtk_named_action_new ("visits.absent")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

static void
ggov_visit_list_dispose (GObject *object)
{
  GgovVisitList *self = GGOV_VISIT_LIST (object);

  self->is_quiet = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_VISIT_LIST);

  G_OBJECT_CLASS (ggov_visit_list_parent_class)->dispose (object);
}

static void
ggov_visit_list_class_init (GgovVisitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_visit_list_dispose;

  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/residents/ggov-visit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovVisitList, scope);
  gtk_widget_class_bind_template_child (widget_class, GgovVisitList, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovVisitList, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovVisitList, view);
  gtk_widget_class_bind_template_child (widget_class, GgovVisitList, worker);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "visits.absent", NULL, absent_cb);
  gtk_widget_class_install_action (widget_class, "visits.enter", NULL, enter_cb);
  gtk_widget_class_install_action (widget_class, "visits.met", NULL, met_cb);
}

static void
ggov_visit_list_init (GgovVisitList *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->worker);
  ggov_text_columns_add (self->view, columns, G_N_ELEMENTS (columns), NULL);
  add_keys (self);
  offer_workers (self, NULL);
  self->is_quiet = FALSE;
  update_actions (self);
}

void
ggov_visit_list_show (GgovVisitList *self,
                      GgovSession   *session)
{
  const GgovRosterFilter filter = { .role = "full_time_member" };

  g_return_if_fail (GGOV_IS_VISIT_LIST (self));

  g_set_object (&self->session, session);
  g_clear_object (&self->rows);
  self->is_quiet = TRUE;
  gtk_multi_selection_set_model (self->selection, NULL);
  self->is_quiet = FALSE;
  plan (self);
  if (session)
    ggov_store_list_roster_async (ggov_session_get_store (session), ggov_session_get_today (session),
                                  &filter, NULL, workers_cb, g_object_ref (self));
}

void
ggov_visit_list_show_again (GgovVisitList *self)
{
  g_return_if_fail (GGOV_IS_VISIT_LIST (self));

  plan (self);
}

char *
ggov_visit_list_dup_count (GgovVisitList *self)
{
  guint n, late = 0;
  g_autofree char *number = NULL;
  g_autofree char *visits = NULL;

  g_return_val_if_fail (GGOV_IS_VISIT_LIST (self), NULL);

  n = self->rows ? g_list_model_get_n_items (self->rows) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovVisitDue) row = g_list_model_get_item (self->rows, i);

      late += ggov_visit_due_get_record (row)->days_late > 0;
    }
  number = ggov_number_dup_text (n);
  if (n == MOST_LINES)
    /* Translators: a list that ends here, although more may follow */
    visits = g_strdup_printf (_("The first %s visits"), number);
  else
    visits = g_strdup_printf (ngettext ("%s visit", "%s visits", n), number);

  /* Translators: "12 visits", then how many of them are late */
  return g_strdup_printf (_("%1$s · %2$u late"), visits, late);
}

gint64
ggov_visit_list_get_person (GgovVisitList *self)
{
  g_autoptr(GgovVisitDue) row = NULL;

  g_return_val_if_fail (GGOV_IS_VISIT_LIST (self), 0);

  row = dup_selected (self);

  return row ? ggov_visit_due_get_record (row)->person_id : 0;
}
