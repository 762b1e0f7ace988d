/* ggov-issue-part-dialogs.c: what is asked about strands, reporters and summonses of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-handler-chooser.h"
#include "ggov-issue-part-dialogs.h"
#include "ggov-issue-strand.h"
#include "ggov-papers-row.h"
#include "ggov-pick.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-organisations.h"
#include "ggov-summons.h"

/* The rows of a dialog, and what it is about. Not each has all of them. */
typedef struct
{
  GgovIssue   *issue;
  GgovSession *session;
  GArray      *choices;   /* (element-type gint64): lanes, sources or departments to choose from */
  gint64       id;
  gint64       row_version;
  gboolean     is_strand;
  gboolean     is_good;
  GtkWidget   *combo;
  GtkWidget   *text;
  GtkWidget   *phone;
  GtkWidget   *limit;
  GtkWidget   *note;
  GtkWidget   *chooser;
  GtkWidget   *pick;
  GtkWidget   *papers;
} Rows;

static Rows *
rows_new (GgovSession *session,
          GgovIssue   *issue)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->issue = g_object_ref (issue);
  rows->session = g_object_ref (session);
  rows->choices = g_array_new (FALSE, FALSE, sizeof (gint64));

  return rows;
}

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->issue);
  g_clear_object (&rows->session);
  g_array_unref (rows->choices);
  g_free (rows);
}

static GgovStore *
get_store (GgovFormDialog *dialog)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (dialog));
}

static const char *
get_number (const Rows *rows)
{
  return ggov_issue_get_fields (rows->issue)->number;
}

static gint64
get_choice (const Rows *rows)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->combo));

  return i < rows->choices->len ? g_array_index (rows->choices, gint64, i) : 0;
}

static void
add_choice (Rows         *rows,
            GStrvBuilder *labels,
            gint64        choice,
            const char   *label)
{
  g_array_append_val (rows->choices, choice);
  g_strv_builder_add (labels, label);
}

static GtkWidget *
add_combo (GgovFormDialog *dialog,
           const char     *title,
           GStrvBuilder   *labels)
{
  g_auto(GStrv) words = g_strv_builder_end (labels);

  return ggov_form_dialog_add_combo (dialog, title, (const char *const *) words, 0);
}

/* "2026-00012  Noise at night" */
static char *
dup_what (GgovIssue *issue)
{
  return g_strdup_printf ("%s  %s", ggov_issue_get_fields (issue)->number,
                          ggov_issue_get_fields (issue)->title);
}

/* Strands ----------------------------------------------------------------------------------- */

static void
begin_strand (GgovFormDialog *dialog,
              gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *task = ggov_form_dialog_dup_text (rows->text);
  g_autofree char *limit = ggov_form_dialog_dup_text (rows->limit);
  const GgovStrandOrder order = {
    .issue_id = ggov_issue_get_fields (rows->issue)->id,
    .lane = (GgovLane) get_choice (rows),
    .task = task,
    .handler_id = ggov_handler_chooser_get_id (GGOV_HANDLER_CHOOSER (rows->chooser)),
    .limit_text = limit,
    .at = ggov_session_get_now (rows->session),
  };

  ggov_store_begin_strand_async (
    get_store (dialog), &order, NULL, ggov_form_dialog_finish_cb,
    /* Translators: a number of an issue, and a lane */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s has a strand: %2$s"), get_number (rows),
                                                    ggov_lane_get_label (order.lane))));
}

static gboolean
has_open_strand (const GgovIssueDetails *details,
                 GgovLane                lane)
{
  for (guint i = 0; i < details->strands->len; i++)
    {
      const GgovIssueStrandRecord *record = ggov_issue_strand_get_record (details->strands->pdata[i]);

      if (record->ended_at == 0 && g_strcmp0 (record->lane, ggov_lane_get_code (lane)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Who has most to do with the lane comes first. */
static void
lane_cb (Rows *rows)
{
  ggov_handler_chooser_ask (GGOV_HANDLER_CHOOSER (rows->chooser), rows->session,
                            ggov_issue_get_fields (rows->issue)->id,
                            ggov_lane_get_role_code ((GgovLane) get_choice (rows)));
}

void
ggov_strand_dialog_show (GtkWidget              *page,
                         GgovSession            *session,
                         const GgovIssueDetails *details)
{
  Rows *rows = rows_new (session, details->issue);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *what = dup_what (details->issue);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Begin a Strand"), _("_Begin"), what,
                                                 begin_strand, rows, (GDestroyNotify) rows_free);

  for (guint lane = 0; lane < GGOV_N_LANES; lane++)
    if (!has_open_strand (details, lane))
      add_choice (rows, labels, lane, ggov_lane_get_label (lane));
  if (rows->choices->len == 0)
    {
      gtk_widget_activate_action (page, "win.show-message", "s",
                                  _("The issue has an open strand of each lane already."));
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }

  rows->combo = add_combo (dialog, _("Lane"), labels);
  rows->text = ggov_form_dialog_add_entry (dialog, _("What it asks for"), NULL);
  rows->limit = ggov_form_dialog_add_entry (dialog, _("Time for it: 3d for working days, 4h for hours"),
                                            ggov_issue_get_fields (details->issue)->limit_text);
  rows->chooser = ggov_handler_chooser_new ();
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (ggov_handler_chooser_get_field (GGOV_HANDLER_CHOOSER (rows->chooser))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Handler"), -1);
  ggov_form_dialog_add (dialog, rows->chooser);
  g_signal_connect_swapped (rows->combo, "notify::selected", G_CALLBACK (lane_cb), rows);
  lane_cb (rows);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->text);
}

/* Answers ----------------------------------------------------------------------------------- */

static char *
dup_answered (const Rows *rows)
{
  if (rows->is_strand)
    return g_strdup_printf (rows->is_good ? _("%s: a strand is done") : _("%s: a strand is given up"),
                            get_number (rows));

  return g_strdup_printf (rows->is_good ? _("%s: they are there") : _("%s: nobody came"),
                          get_number (rows));
}

static void
answer (GgovFormDialog *dialog,
        gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *note = ggov_form_dialog_dup_text (rows->note);
  GgovPartAnswer answer = {
    .id = rows->id,
    .row_version = rows->row_version,
    .is_good = rows->is_good,
    .note = note,
    .at = ggov_session_get_now (rows->session),
  };

  answer.papers = ggov_papers_row_get_papers (GGOV_PAPERS_ROW (rows->papers), &answer.n_papers);
  if (rows->is_strand)
    ggov_store_end_strand_async (get_store (dialog), &answer, NULL, ggov_form_dialog_finish_cb,
                                 ggov_form_dialog_wait (dialog, dup_answered (rows)));
  else
    ggov_store_answer_summons_async (get_store (dialog), &answer, NULL, ggov_form_dialog_finish_cb,
                                     ggov_form_dialog_wait (dialog, dup_answered (rows)));
}

void
ggov_part_answer_dialog_show (GtkWidget   *page,
                              GgovSession *session,
                              GgovIssue   *issue,
                              gint64       id,
                              gint64       row_version,
                              gboolean     is_strand,
                              gboolean     is_good)
{
  static const char *const titles[2][2] = {
    { N_("Nobody Came"), N_("They Are There") }, { N_("Give Up a Strand"), N_("A Strand Is Done") },
  };
  Rows *rows = rows_new (session, issue);
  g_autofree char *what = dup_what (issue);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _(titles[is_strand][is_good]),
                                                 _("_Note It"), what, answer, rows,
                                                 (GDestroyNotify) rows_free);

  rows->id = id;
  rows->row_version = row_version;
  rows->is_strand = is_strand;
  rows->is_good = is_good;
  rows->note = ggov_form_dialog_add_entry (dialog, is_strand && !is_good ? _("Reason")
                                                                         : _("What came of it"), NULL);
  rows->papers = ggov_papers_row_new ();
  ggov_form_dialog_add (dialog, rows->papers);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->note);
}

/* Reporters --------------------------------------------------------------------------------- */

static void
add_reporter (GgovFormDialog *dialog,
              gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *name = ggov_form_dialog_dup_text (rows->text);
  g_autofree char *phone = ggov_form_dialog_dup_text (rows->phone);
  g_autofree char *note = ggov_form_dialog_dup_text (rows->note);
  const GgovReporterOrder order = {
    .issue_id = ggov_issue_get_fields (rows->issue)->id,
    .person_id = ggov_pick_get_id (GGOV_PICK (rows->pick)),
    .name = name,
    .phone = phone,
    .source = (GgovIssueSource) get_choice (rows),
    .note = note,
    .at = ggov_session_get_now (rows->session),
  };

  ggov_store_add_reporter_async (
    get_store (dialog), &order, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("%s has another reporter"),
                                                    get_number (rows))));
}

void
ggov_reporter_dialog_show (GtkWidget   *page,
                           GgovSession *session,
                           GgovIssue   *issue)
{
  Rows *rows = rows_new (session, issue);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *what = dup_what (issue);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Another Reporter"), _("_Add"), what,
                                                 add_reporter, rows, (GDestroyNotify) rows_free);

  for (guint source = 0; source < GGOV_N_ISSUE_SOURCES; source++)
    add_choice (rows, labels, source, ggov_issue_source_get_label (source));
  rows->pick = ggov_pick_new (session, _("Somebody in the records: name or phone"),
                              ggov_session_get_today (session), FALSE);
  ggov_form_dialog_add (dialog, rows->pick);
  rows->text = ggov_form_dialog_add_entry (dialog, _("Or a name"), NULL);
  rows->phone = ggov_form_dialog_add_entry (dialog, _("Phone"), NULL);
  rows->combo = add_combo (dialog, _("Source"), labels);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rows->combo), GGOV_ISSUE_SOURCE_RESIDENT);
  rows->note = ggov_form_dialog_add_entry (dialog, _("What they told"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->pick);
}

/* Summonses --------------------------------------------------------------------------------- */

static void
summon (GgovFormDialog *dialog,
        gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *note = ggov_form_dialog_dup_text (rows->note);
  g_autofree char *minutes = ggov_form_dialog_dup_text (rows->limit);
  guint64 n = 0;
  GgovSummonsOrder order = {
    .issue_id = ggov_issue_get_fields (rows->issue)->id,
    .organisation_id = get_choice (rows),
    .person_id = ggov_pick_get_id (GGOV_PICK (rows->pick)),
    .note = note,
    .at = ggov_session_get_now (rows->session),
  };

  if (!g_ascii_string_to_unsigned (minutes, 10, 1, GGOV_SUMMONS_MOST_MINUTES, &n, NULL))
    {
      ggov_form_dialog_refuse (dialog, _("Whoever is called has between a minute and a day to be "
                                         "there."));
      return;
    }

  order.minutes = (int) n;
  ggov_store_summon_async (
    get_store (dialog), &order, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup_printf (ngettext ("%1$s: called, to be there in %2$d minute",
                                                              "%1$s: called, to be there in %2$d minutes",
                                                              order.minutes),
                                                    get_number (rows), order.minutes)));
}

/* What is read for a dialog that is to be shown. */
typedef struct
{
  GtkWidget   *page;
  GgovSession *session;
  GgovIssue   *issue;
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->page);
  g_clear_object (&opening->session);
  g_clear_object (&opening->issue);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Whoever can be called as a whole; what belongs to the Party has numbers of its own. */
static void
add_departments (Rows         *rows,
                 GStrvBuilder *labels,
                 GListModel   *organisations)
{
  add_choice (rows, labels, 0, _("Nobody in particular"));
  for (guint i = 0; organisations && i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr(GgovOrganisation) one = g_list_model_get_item (organisations, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (one);

      if (row->until == NULL && (g_str_equal (row->kind, "department") ||
                                 g_str_equal (row->kind, "property") ||
                                 g_str_equal (row->kind, "gas") || g_str_equal (row->kind, "water")))
        add_choice (rows, labels, row->id, row->name);
    }
}

static void
organisations_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GListModel) organisations =
    ggov_store_list_organisations_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *what = dup_what (opening->issue);
  g_autofree char *minutes = g_strdup_printf ("%d", GGOV_SUMMONS_MINUTES);
  GgovFormDialog *dialog;
  Rows *rows;

  /* The window has gone meanwhile. */
  if (gtk_widget_get_root (opening->page) == NULL)
    return;

  rows = rows_new (opening->session, opening->issue);
  dialog = ggov_form_dialog_new (opening->page, opening->session, _("Call to the Spot"), _("_Call"),
                                 what, summon, rows, (GDestroyNotify) rows_free);
  add_departments (rows, labels, organisations);
  rows->combo = add_combo (dialog, _("Department or company"), labels);
  rows->pick = ggov_pick_new (opening->session, _("Person: name or phone"),
                              ggov_session_get_today (opening->session), FALSE);
  ggov_form_dialog_add (dialog, rows->pick);
  rows->limit = ggov_form_dialog_add_entry (dialog, _("Minutes to be there"), minutes);
  rows->note = ggov_form_dialog_add_entry (dialog, _("For what"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->combo);
}

void
ggov_summon_dialog_show (GtkWidget   *page,
                         GgovSession *session,
                         GgovIssue   *issue)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->page = g_object_ref (page);
  opening->session = g_object_ref (session);
  opening->issue = g_object_ref (issue);
  ggov_store_list_organisations_async (ggov_session_get_store (session), NULL,
                                       ggov_session_get_today (session), NULL, organisations_cb,
                                       opening);
}
