/* ggov-overview-page.c: the office at a glance, and what asks for attention today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-number-text.h"
#include "ggov-overview-answers.h"
#include "ggov-overview-card.h"
#include "ggov-overview-figures.h"
#include "ggov-overview-lists.h"
#include "ggov-overview-page.h"
#include "ggov-session.h"
#include "ggov-store-changes.h"
#include "ggov-store-issues.h"
#include "ggov-store-office.h"
#include "ggov-store-register-total.h"
#include "ggov-store-vacancies.h"

/* Of each stage and of the changes, before the few that are shown are chosen. */
#define MAX_ASKED 8

/* Where a session keeps what was asked early. */
#define EARLY_KEY "ggov-overview-answers"

struct _GgovOverviewPage
{
  AdwBin            parent_instance;

  GgovSession      *session; /* (nullable) */
  gboolean          stale;   /* records have changed while the page was not on the screen */
  guint             n_calls; /* of the store, under way */
  gint64            n_overdue;

  /* From the template. */
  GgovFigureCard   *area_card;
  GtkListBox       *changes_list;
  GtkLabel         *day_label;
  GtkListBox       *due_list;
  GtkLabel         *name_label;
  GgovOverviewCard *open_card;
  GgovOverviewCard *overdue_card;
  GgovFigureCard   *people_card;
  GgovOverviewCard *residents_card;
  GgovOverviewCard *today_card;
  GgovOverviewCard *vacancies_card;
  GgovFigureCard   *work_card;
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovOverviewPage, ggov_overview_page, ADW_TYPE_BIN)

static void
frame_cb (GdkFrameClock    *clock,
          GgovOverviewPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, frame_cb, self);
  g_debug ("The overview is complete");
}

/* Once nothing is left to be answered, the next frame is the first to show it all. The answers may
 * all be there before the page is. */
static void
watch_frame (GgovOverviewPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->n_calls == 0 && clock)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (frame_cb), self, G_CONNECT_DEFAULT);
}

/* The end of each call. Returns whether its result is still wanted. */
static gboolean
end_call (GgovOverviewPage *self,
          GObject          *store,
          const GError     *error)
{
  self->n_calls--;
  if (self->session == NULL || (GObject *) ggov_session_get_store (self->session) != store)
    return FALSE;

  watch_frame (self);

  /* An office that cannot be opened has no page, and its window says why. */
  if (error && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return FALSE;
    }

  if (error)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return FALSE;
    }

  return TRUE;
}

static void
name_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = ggov_store_get_office_name_finish (GGOV_STORE (object), result, &error);

  if (end_call (self, object, error))
    gtk_label_set_text (self->name_label, *name ? name : _("New office"));
}

static void
figures_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovFigures) figures = ggov_store_get_figures_finish (GGOV_STORE (object), result,
                                                                  &error);
  g_autofree char *handled = NULL;
  g_autofree char *caption = NULL;

  if (!end_call (self, object, error))
    return;

  handled = ggov_number_dup_text (figures->issues_handled);
  /* Translators: %s is a number of issues */
  caption = g_strdup_printf (_("%s handled so far"), handled);
  ggov_overview_card_set_count (self->open_card, figures->issues_open, caption);
  ggov_overview_fill_area (self->area_card, figures);
  ggov_overview_fill_people (self->people_card, figures);
  ggov_overview_fill_work (self->work_card, figures);
}

static gint64
sum_counts (const gint64 counts[GGOV_ISSUE_N_STAGES])
{
  gint64 sum = 0;

  for (guint i = 0; i < GGOV_ISSUE_N_STAGES; i++)
    sum += counts[i];

  return sum;
}

static void
overdue_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 counts[GGOV_ISSUE_N_STAGES] = { 0 };

  ggov_store_count_issues_finish (GGOV_STORE (object), result, counts, &error);
  if (!end_call (self, object, error))
    return;

  self->n_overdue = sum_counts (counts);
  ggov_overview_card_set_count (self->overdue_card, self->n_overdue,
                                self->n_overdue > 0 ? _("Remind or close them")
                                                    : _("Everything is in time"));
}

/* Of those whose time is up by the end of the day, the ones that are overdue by now are told
 * already. The calls are served in order. */
static void
today_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 counts[GGOV_ISSUE_N_STAGES] = { 0 };
  gint64 n;

  ggov_store_count_issues_finish (GGOV_STORE (object), result, counts, &error);
  if (!end_call (self, object, error))
    return;

  n = MAX (0, sum_counts (counts) - self->n_overdue);
  ggov_overview_card_set_count (self->today_card, n,
                                n > 0 ? _("Before the day ends")
                                      : _("Nothing more today"));
}

static void
due_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result,
                                                                &error);

  if (end_call (self, object, error))
    ggov_overview_fill_due (self->due_list, issues, ggov_session_get_clock (self->session),
                            ggov_session_get_now (self->session));
}

static void
changes_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) changes = ggov_store_list_changes_finish (GGOV_STORE (object), result,
                                                                  &error);

  if (end_call (self, object, error))
    ggov_overview_fill_changes (self->changes_list, changes);
}

static void
vacancies_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) vacancies = ggov_store_list_vacancies_finish (GGOV_STORE (object), result,
                                                                      &error);
  guint n;

  if (!end_call (self, object, error))
    return;

  n = g_list_model_get_n_items (vacancies);
  ggov_overview_card_set_count (self->vacancies_card, n,
                                n > 0 ? _("Posts nobody holds")
                                      : _("Every post is held"));
}

/* An office that has no register has no card for it. */
static void
residents_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovOverviewPage) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovRegisterTotal total = { 0 };
  g_autofree char *households = NULL;
  g_autofree char *caption = NULL;

  ggov_store_get_register_total_finish (GGOV_STORE (object), result, &total, &error);
  if (!end_call (self, object, error))
    return;

  households = ggov_number_dup_text (total.households);
  /* Translators: a number of households, then how many of 100 residents were confirmed lately */
  caption = g_strdup_printf (_("%1$s households · %2$d%% fresh"), households,
                             total.people > 0 ? (int) (total.fresh * 100 / total.people) : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->residents_card), total.people > 0);
  ggov_overview_card_set_count (self->residents_card, total.people, caption);
}

static void
ask_issues (GgovOverviewAnswers *answers,
            GgovSession         *session)
{
  GgovStore *store = ggov_session_get_store (session);
  const char *today = ggov_session_get_today (session);
  GgovIssueFilter filter = {
    .stages = GGOV_ISSUE_FILTER_OPEN,
    .overdue = TRUE,
    .now = ggov_session_get_now (session),
  };
  const GgovIssueFilter open = { .stages = GGOV_ISSUE_FILTER_OPEN, .limit = MAX_ASKED };
  int day = 0;

  ggov_store_count_issues_async (store, &filter, NULL, ggov_overview_answers_cb,
                                 ggov_overview_answers_await (answers, overdue_cb));
  if (ggov_local_day_parse (today, &day, NULL))
    filter.now = ggov_local_time_from_day (day + 1, 0);
  ggov_store_count_issues_async (store, &filter, NULL, ggov_overview_answers_cb,
                                 ggov_overview_answers_await (answers, today_cb));
  ggov_store_list_issues_async (store, &open, NULL, ggov_overview_answers_cb,
                                ggov_overview_answers_await (answers, due_cb));
}

/* (transfer full): the answers to all that the page shows, which are on their way */
static GgovOverviewAnswers *
ask (GgovSession *session)
{
  GgovOverviewAnswers *answers = ggov_overview_answers_new ();
  GgovStore *store = ggov_session_get_store (session);
  const char *today = ggov_session_get_today (session);

  ggov_store_get_office_name_async (store, NULL, ggov_overview_answers_cb,
                                    ggov_overview_answers_await (answers, name_cb));
  ask_issues (answers, session);
  ggov_store_get_figures_async (store, today, NULL, ggov_overview_answers_cb,
                                ggov_overview_answers_await (answers, figures_cb));
  ggov_store_list_vacancies_async (store, today, NULL, ggov_overview_answers_cb,
                                   ggov_overview_answers_await (answers, vacancies_cb));
  ggov_store_list_latest_changes_async (store, MAX_ASKED, NULL, ggov_overview_answers_cb,
                                        ggov_overview_answers_await (answers, changes_cb));
  ggov_store_get_register_total_async (store, today, NULL, ggov_overview_answers_cb,
                                       ggov_overview_answers_await (answers, residents_cb));

  return answers;
}

static void
read_answers (GgovOverviewPage    *self,
              GgovOverviewAnswers *answers)
{
  self->n_calls += ggov_overview_answers_get_n_calls (answers);
  ggov_overview_answers_read (answers, G_OBJECT (self));
}

static void
refresh (GgovOverviewPage *self)
{
  g_autoptr(GgovOverviewAnswers) answers = ask (self->session);

  self->stale = FALSE;
  read_answers (self, answers);
}

void
ggov_overview_page_ask_early (GgovSession *session)
{
  g_return_if_fail (GGOV_IS_SESSION (session));

  g_object_set_data_full (G_OBJECT (session), EARLY_KEY, ask (session), g_object_unref);
}

static void
changed_cb (GgovStore        *store,
            GStrv             tables,
            GgovOverviewPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* The days of the week are ours: a locale may not know the language the texts are in. */
static char *
dup_long_day (const char *day)
{
  static const char * const weekdays[] = {
    NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
    NC_("weekday", "Thursday"), NC_("weekday", "Friday"), NC_("weekday", "Saturday"),
    NC_("weekday", "Sunday"),
  };
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, utc);
  g_autofree char *date = NULL;
  const char *weekday;

  if (time == NULL)
    return g_strdup (day);

  weekday = weekdays[g_date_time_get_day_of_week (time) - 1];
  /* Translators: a day as strftime() writes it */
  date = g_date_time_format (time, _("%e %B %Y"));

  /* Translators: a day of the week, and a date */
  return g_strdup_printf (_("%s, %s"), g_dpgettext2 (NULL, "weekday", weekday), g_strstrip (date));
}

static void
set_session (GgovOverviewPage *self,
             GgovSession      *session)
{
  g_autoptr(GgovOverviewAnswers) answers = NULL;

  if (self->session == session)
    return;

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  g_set_object (&self->session, session);
  if (session)
    {
      g_autofree char *day = dup_long_day (ggov_session_get_today (session));

      gtk_label_set_text (self->day_label, day);
      g_signal_connect_object (ggov_session_get_store (session), "changed",
                               G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
      if ((answers = g_object_steal_data (G_OBJECT (session), EARLY_KEY)))
        read_answers (self, answers);
      else
        refresh (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
ggov_overview_page_dispose (GObject *object)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_overview_page_parent_class)->dispose (object);
}

static void
ggov_overview_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_overview_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_overview_page_map (GtkWidget *widget)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (ggov_overview_page_parent_class)->map (widget);

  if (self->session && self->stale)
    refresh (self);
  else if (self->session)
    watch_frame (self);
}

static void
ggov_overview_page_class_init (GgovOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_overview_page_dispose;
  object_class->get_property = ggov_overview_page_get_property;
  object_class->set_property = ggov_overview_page_set_property;
  widget_class->map = ggov_overview_page_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/overview/ggov-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, area_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, changes_list);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, due_list);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, open_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, overdue_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, people_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, residents_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, today_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, vacancies_card);
  gtk_widget_class_bind_template_child (widget_class, GgovOverviewPage, work_card);

  g_type_ensure (GGOV_TYPE_FIGURE_CARD);
  g_type_ensure (GGOV_TYPE_OVERVIEW_CARD);
}

static void
ggov_overview_page_init (GgovOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
