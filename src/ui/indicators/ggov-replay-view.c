/* ggov-replay-view.c: a past year under other limits, hours or grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-clock-wish.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-notice-button.h"
#include "ggov-placeholder.h"
#include "ggov-plan.h"
#include "ggov-replay-view.h"
#include "ggov-store-plans.h"
#include "ggov-store-replay.h"
#include "ggov-text-column.h"

/* How many years back can be chosen. */
#define N_YEARS 3

#define FORM_PX 290

/* A line of the outcome. */
#define GGOV_TYPE_REPLAY_LINE (ggov_replay_line_get_type ())
G_DECLARE_FINAL_TYPE (GgovReplayLine, ggov_replay_line, GGOV, REPLAY_LINE, GObject)

struct _GgovReplayLine
{
  GObject  parent_instance;

  char    *label;
  gint64   n_was;
  gint64   n_would;
  gint64   n_late_was;
  gint64   n_late_would;
};

G_DEFINE_FINAL_TYPE (GgovReplayLine, ggov_replay_line, G_TYPE_OBJECT)

struct _GgovReplayView
{
  AdwBin            parent_instance;

  GgovSession      *session;
  GCancellable     *running;  /* (nullable) */
  GListModel       *plans;    /* (nullable) (element-type GgovPlan): drafts */
  GListStore       *lines;    /* (element-type GgovReplayLine) */

  GtkDropDown      *year;
  GtkEditable      *limits;
  GtkEditable      *hours;
  GtkEditable      *days;
  GgovNoticeButton *notice;
  GtkDropDown      *plan;
  GtkWidget        *run;
  GtkWidget        *stop;
  GtkLabel         *summary;
  GtkWidget        *outcome;  /* of a placeholder */
};

G_DEFINE_FINAL_TYPE (GgovReplayView, ggov_replay_view, ADW_TYPE_BIN)

static void
ggov_replay_line_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_REPLAY_LINE (object)->label, g_free);

  G_OBJECT_CLASS (ggov_replay_line_parent_class)->finalize (object);
}

static void
ggov_replay_line_class_init (GgovReplayLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_replay_line_finalize;
}

static void
ggov_replay_line_init (GgovReplayLine *self)
{
}

/* What is asked ----------------------------------------------------------------------------- */

/* The rules on the way to the replay, which is read first. */
typedef struct
{
  GgovReplayView  *view; /* (owned) */
  GgovOfficeClock *clock;
  GHashTable      *limits;
} Wish;

static void
wish_free (Wish *wish)
{
  g_clear_object (&wish->view);
  g_clear_pointer (&wish->clock, ggov_office_clock_unref);
  g_clear_pointer (&wish->limits, g_hash_table_unref);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
show_error (GgovReplayView *self,
            const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

/* "E0101=15d, C0101 = 2d": FALSE once it was said what cannot be read. */
static gboolean
read_limits (GgovReplayView *self,
             GHashTable     *limits)
{
  g_auto(GStrv) words = g_strsplit_set (gtk_editable_get_text (self->limits), ",，;；", -1);

  for (guint i = 0; words[i]; i++)
    {
      char *word = g_strstrip (words[i]);
      char *sign = strchr (word, '=');
      GgovLimit limit;

      if (*word == '\0')
        continue;
      if (sign == NULL || !ggov_limit_parse (g_strstrip (sign + 1), &limit, NULL))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s",
                                      _("Write a case type’s code and its limit, such as E0101=15d."));
          return FALSE;
        }

      *sign = '\0';
      g_hash_table_insert (limits, g_ascii_strup (g_strstrip (word), -1),
                           g_memdup2 (&limit, sizeof limit));
    }

  return TRUE;
}

/* (nullable): NULL once it was said what cannot be read */
static GgovOfficeClock *
read_clock (GgovReplayView *self)
{
  g_autofree char *hours = g_strstrip (g_strdup (gtk_editable_get_text (self->hours)));
  const GgovClockWish wish = { hours, gtk_editable_get_text (self->days),
                               ggov_notice_button_get_json (self->notice) };
  g_autoptr(GError) error = NULL;
  GgovOfficeClock *clock = ggov_clock_wish_make (&wish, ggov_session_get_clock (self->session),
                                                 &error);

  if (clock == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);

  return clock;
}

static int
get_year (GgovReplayView *self)
{
  int today = 0, year;

  ggov_local_day_parse (ggov_session_get_today (self->session), &today, NULL);
  ggov_local_day_to_date (today, &year, NULL, NULL);

  return year - 1 - (self->year ? (int) gtk_drop_down_get_selected (self->year) : 0);
}

static gint64
get_plan (GgovReplayView *self)
{
  guint i = gtk_drop_down_get_selected (self->plan);
  g_autoptr(GgovPlan) plan = NULL;

  /* The first says that the grids stay. */
  if (self->plans == NULL || i == 0 || i == GTK_INVALID_LIST_POSITION)
    return 0;

  plan = g_list_model_get_item (self->plans, i - 1);

  return plan ? ggov_plan_get_row (plan)->id : 0;
}

/* The outcome ------------------------------------------------------------------------------- */

static void
add_lines (GgovReplayView *self,
           GPtrArray      *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const GgovReplayCount *count = counts->pdata[i];
      g_autoptr(GgovReplayLine) line = g_object_new (GGOV_TYPE_REPLAY_LINE, NULL);

      if (count->n_late_was == 0 && count->n_late_would == 0 && count->n_was == count->n_would)
        continue;

      line->label = *count->key == '\0' ? g_strdup (_("No grid"))
                    : g_str_has_prefix (count->key, GGOV_REPLAY_NEW_GRID)
                        ? g_strdup (count->label)
                        : g_strdup_printf ("%s %s", count->key, count->label);
      line->n_was = count->n_was;
      line->n_would = count->n_would;
      line->n_late_was = count->n_late_was;
      line->n_late_would = count->n_late_would;
      g_list_store_append (self->lines, line);
    }
}

static void
show_outcome (GgovReplayView          *self,
              const GgovReplayOutcome *outcome)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: of how many issues, how many were late, and would have been */
    _("Of %1$d issues %2$d were late; %3$d would have been (%4$d more, %5$d fewer)."),
    (int) outcome->n_issues, (int) outcome->n_late_was, (int) outcome->n_late_would,
    (int) outcome->n_newly_late, (int) outcome->n_saved);

  gtk_label_set_label (self->summary, text);
  g_list_store_remove_all (self->lines);
  add_lines (self, outcome->types);
  add_lines (self, outcome->grids);
  ggov_placeholder_update (self->outcome, g_list_model_get_n_items (G_LIST_MODEL (self->lines)));
}

static void
set_running (GgovReplayView *self,
             gboolean        is_running)
{
  gtk_widget_set_sensitive (self->run, !is_running);
  gtk_widget_set_sensitive (self->stop, is_running);
}

static void
run_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GgovReplayView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReplayOutcome) outcome = ggov_replay_run_finish (GGOV_REPLAY (object), result,
                                                                 &error);

  if (self->session == NULL)
    return;

  set_running (self, FALSE);
  if (outcome)
    show_outcome (self, outcome);
  else
    show_error (self, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Wish) wish = user_data;
  GgovReplayView *self = wish->view;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovReplay) replay = ggov_store_read_replay_finish (GGOV_STORE (object), result, &error);
  const GgovReplayRules rules = { wish->clock, wish->limits };

  if (self->session == NULL)
    return;

  if (replay)
    {
      ggov_replay_run_async (replay, &rules, self->running, run_cb, g_object_ref (self));
      return;
    }

  set_running (self, FALSE);
  show_error (self, error);
}

static void
run (GgovReplayView *self)
{
  g_autoptr(Wish) wish = g_new0 (Wish, 1);
  int year = get_year (self);

  wish->view = g_object_ref (self);
  wish->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!read_limits (self, wish->limits) || !(wish->clock = read_clock (self)))
    return;

  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  set_running (self, TRUE);
  ggov_store_read_replay_async (
    ggov_session_get_store (self->session),
    ggov_local_time_from_day (ggov_local_day_from_date (year, 1, 1), 0),
    ggov_local_time_from_day (ggov_local_day_from_date (year + 1, 1, 1), 0),
    ggov_session_get_now (self->session), get_plan (self), self->running, read_cb,
    g_steal_pointer (&wish));
}

static void
stop (GgovReplayView *self)
{
  g_cancellable_cancel (self->running);
}

/* Drafts ------------------------------------------------------------------------------------ */

static void
plans_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovReplayView) self = user_data;
  g_autoptr(GListModel) plans = ggov_store_list_plans_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GListStore) drafts = g_list_store_new (GGOV_TYPE_PLAN);

  if (self->session == NULL || plans == NULL)
    return;

  gtk_string_list_append (words, _("As they were"));
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);
      const GgovPlanRow *row = ggov_plan_get_row (plan);

      if (!g_str_equal (row->state_code, ggov_plan_state_get_code (GGOV_PLAN_DRAFT)))
        continue;

      g_list_store_append (drafts, plan);
      gtk_string_list_append (words, row->name);
    }
  g_set_object (&self->plans, G_LIST_MODEL (drafts));
  gtk_drop_down_set_model (self->plan, G_LIST_MODEL (words));
}

/* The page ---------------------------------------------------------------------------------- */

static char *
dup_label (gpointer context,
           gpointer row)
{
  return g_strdup (GGOV_REPLAY_LINE (row)->label);
}

static char *
dup_n (gpointer context,
       gpointer row)
{
  return g_strdup_printf ("%d", (int) GGOV_REPLAY_LINE (row)->n_was);
}

static char *
dup_n_would (gpointer context,
             gpointer row)
{
  return g_strdup_printf ("%d", (int) GGOV_REPLAY_LINE (row)->n_would);
}

static char *
dup_was (gpointer context,
         gpointer row)
{
  return g_strdup_printf ("%d", (int) GGOV_REPLAY_LINE (row)->n_late_was);
}

static char *
dup_would (gpointer context,
           gpointer row)
{
  return g_strdup_printf ("%d", (int) GGOV_REPLAY_LINE (row)->n_late_would);
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Case type or grid"), dup_label, 0, FALSE },
  { NC_("column", "Issues"), dup_n, 80, TRUE },
  { NC_("column", "Would be"), dup_n_would, 80, TRUE },
  { NC_("column", "Were late"), dup_was, 90, TRUE },
  { NC_("column", "Would be late"), dup_would, 110, TRUE },
};

static void
add_row (GtkWidget  *form,
         const char *title,
         GtkWidget  *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (form), label);
  gtk_box_append (GTK_BOX (form), widget);
}

static GtkDropDown *
make_years (GgovReplayView *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  int year = get_year (self);

  for (int i = 0; i < N_YEARS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year - i);

      gtk_string_list_append (words, text);
    }

  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
}

static GtkWidget *
make_form (GgovReplayView *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *limits = gtk_entry_new (), *hours = gtk_entry_new (), *days = gtk_entry_new ();

  gtk_widget_set_size_request (form, FORM_PX, -1);
  /* What comes out has the room, whatever the entries would take. */
  gtk_widget_set_hexpand (form, FALSE);
  gtk_widget_set_margin_top (form, 12);
  gtk_widget_set_margin_start (form, 12);
  gtk_widget_set_margin_end (form, 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (limits), "E0101=15d, C0101=2d");
  gtk_entry_set_placeholder_text (GTK_ENTRY (hours), "08:30-12:00,14:00-17:30");
  self->year = make_years (self);
  self->limits = GTK_EDITABLE (limits);
  gtk_entry_set_placeholder_text (GTK_ENTRY (days), _("2025-10-09 off, 2025-09-28 on"));
  self->hours = GTK_EDITABLE (hours);
  self->days = GTK_EDITABLE (days);
  self->notice = GGOV_NOTICE_BUTTON (g_object_new (GGOV_TYPE_NOTICE_BUTTON, NULL));
  self->plan = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (
    (const char *const[]) { _("As they were"), NULL }));
  self->run = gtk_button_new_with_mnemonic (_("_Replay"));
  self->stop = gtk_button_new_with_mnemonic (_("_Stop"));
  gtk_widget_add_css_class (self->run, "suggested-action");
  gtk_widget_set_margin_top (self->run, 6);
  g_signal_connect_object (self->run, "clicked", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (limits, "activate", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hours, "activate", G_CALLBACK (run), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (days, "activate", G_CALLBACK (run), self, G_CONNECT_SWAPPED);

  add_row (form, _("Issues of the year"), GTK_WIDGET (self->year));
  add_row (form, _("With these limits of case types"), limits);
  add_row (form, _("With these work hours"), hours);
  add_row (form, _("With these days off or worked besides"), days);
  add_row (form, _("With another notice of a year’s holidays"), GTK_WIDGET (self->notice));
  add_row (form, _("With the grids of a draft"), GTK_WIDGET (self->plan));
  gtk_box_append (GTK_BOX (form), self->run);
  gtk_box_append (GTK_BOX (form), self->stop);
  set_running (self, FALSE);

  return form;
}

static GtkWidget *
make_outcome (GgovReplayView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines)))));

  self->summary = GTK_LABEL (gtk_label_new (_("Everything stays as it was but for the rules on the "
                                              "left: what would have been late?")));
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "heading");
  gtk_widget_set_margin_top (GTK_WIDGET (self->summary), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->summary), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->summary), 12);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  ggov_text_columns_add (GTK_COLUMN_VIEW (view), columns, G_N_ELEMENTS (columns), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lateness by case type and grid"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  self->outcome = ggov_placeholder_new (
    scrolled, "emblem-ok-symbolic", _("Nothing Late"),
    _("No issue of the year was late, and none would have been."));
  gtk_box_append (GTK_BOX (box), self->outcome);

  return box;
}

static void
ggov_replay_view_dispose (GObject *object)
{
  GgovReplayView *self = GGOV_REPLAY_VIEW (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->session);
  g_clear_object (&self->plans);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ggov_replay_view_parent_class)->dispose (object);
}

static void
ggov_replay_view_class_init (GgovReplayViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_replay_view_dispose;
}

static void
ggov_replay_view_init (GgovReplayView *self)
{
  self->lines = g_list_store_new (GGOV_TYPE_REPLAY_LINE);
}

GtkWidget *
ggov_replay_view_new (GgovSession *session)
{
  GgovReplayView *self = g_object_new (GGOV_TYPE_REPLAY_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (box), make_form (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), make_outcome (self));
  adw_bin_set_child (ADW_BIN (self), box);
  ggov_store_list_plans_async (ggov_session_get_store (session), 0,
                               ggov_session_get_today (session), NULL, plans_cb,
                               g_object_ref (self));

  return GTK_WIDGET (self);
}
