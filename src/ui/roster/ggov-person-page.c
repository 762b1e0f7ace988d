/* ggov-person-page.c: what there is to know of a person besides who they are and what they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change-text.h"
#include "ggov-line-row.h"
#include "ggov-local-time.h"
#include "ggov-number-text.h"
#include "ggov-person-page.h"
#include "ggov-person-visits.h"
#include "ggov-post.h"
#include "ggov-query-training-gaps.h"
#include "ggov-store-attendance.h"
#include "ggov-store-changes.h"
#include "ggov-store-history.h"
#include "ggov-store-issues.h"
#include "ggov-store-person-points.h"
#include "ggov-training-text.h"

/* Of each stage, and of changes: what is older is on the pages of issues and changes. */
#define MOST_ISSUES  20
#define MOST_CHANGES 50

struct _GgovPersonPage
{
  AdwBin         parent_instance;

  GCancellable  *cancellable; /* (nullable): of what is being read */

  /* From the template. */
  GtkWidget     *change_group;
  GtkListBox    *change_list;
  GtkListBox    *gap_list;
  GtkListBox    *issue_list;
  GtkWidget     *leave_group;
  GtkListBox    *leave_list;
  GtkLabel      *name_label;
  GtkLabel      *no_issues;
  AdwActionRow  *points_row;
  GtkWidget     *training_group;
  GtkListBox    *training_list;
  GgovPersonVisits *visits;
};

G_DEFINE_FINAL_TYPE (GgovPersonPage, ggov_person_page, ADW_TYPE_BIN)

static void
issues_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, NULL);

  if (issues == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  ggov_line_row_clear (self->issue_list);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);
      g_autofree char *filed = ggov_local_time_format (fields->filed_at);
      g_autofree char *note = g_strdup_printf ("%s · %s · %.10s", fields->number,
                                               ggov_issue_stage_get_label (fields->state.stage),
                                               filed);
      GtkWidget *row = ggov_line_row_append (self->issue_list, fields->title, note);

      ggov_line_row_lead_to (row, "issue", fields->id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->issue_list), g_list_model_get_n_items (issues) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_issues), g_list_model_get_n_items (issues) == 0);
}

static void
leaves_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autoptr(GListModel) leaves = ggov_store_list_history_finish (GGOV_STORE (object), result, NULL);

  if (leaves == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  ggov_line_row_clear (self->leave_list);
  for (guint i = 0; i < g_list_model_get_n_items (leaves); i++)
    {
      g_autoptr(GgovPost) leave = g_list_model_get_item (leaves, i);
      const GgovPostDetails *details = ggov_post_get_details (leave);
      /* Translators: who stands in, and for whom */
      g_autofree char *title = g_strdup_printf (_("%1$s stands in for %2$s"), details->person,
                                                details->holder);
      /* Translators: the first and the last day of a post */
      g_autofree char *days = g_strdup_printf (_("%1$s to %2$s"), details->since, details->until);
      g_autofree char *note = g_strdup_printf ("%s · %s · %s", days, details->role, details->place);

      ggov_line_row_append (self->leave_list, title, note);
    }
  gtk_widget_set_visible (self->leave_group, g_list_model_get_n_items (leaves) > 0);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

/* A certificate is printed, and a session shown with its list. */
static void
lead_to_training (GtkWidget                  *row,
                  const GgovAttendanceRecord *record)
{
  if (record->session_id != 0)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", record->session_id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-session");
    }
  if (record->certificate && record->issuer == NULL)
    {
      /* Translators: the number of a certificate */
      g_autofree char *words = g_strdup_printf (_("Print the certificate %s"), record->certificate);
      GtkWidget *button = add_button (row, "printer-symbolic", words);
      GVariantDict wishes;

      g_variant_dict_init (&wishes, NULL);
      g_variant_dict_insert (&wishes, "record", "x", record->session_id);
      g_variant_dict_insert (&wishes, "text", "s", record->certificate);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(s@a{sv})",
                                        "training-certificates", g_variant_dict_end (&wishes));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.print-paper");
    }
}

static void
show_training_group (GgovPersonPage *self)
{
  gtk_widget_set_visible (self->training_group,
                          gtk_widget_get_visible (GTK_WIDGET (self->gap_list)) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->training_list)));
}

static void
trainings_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_attendance_finish (GGOV_STORE (object), result,
                                                                  NULL);

  if (rows == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  ggov_line_row_clear (self->training_list);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);
      const GgovAttendanceRecord *record = ggov_attendance_get_record (row);
      const char *day = record->session ? record->session : record->attended_on;
      g_autofree char *good = record->valid_to
                                /* Translators: the last day on which a training counts */
                                ? g_strdup_printf (_("good until %s"), record->valid_to) : NULL;
      g_autofree char *note = g_strdup_printf ("%s · %s%s%s", day ? day : "",
                                               ggov_training_get_outcome (record),
                                               good ? " · " : "", good ? good : "");

      lead_to_training (ggov_line_row_append (self->training_list, record->course, note), record);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->training_list), g_list_model_get_n_items (rows) > 0);
  show_training_group (self);
}

/* What their posts require and they have not learnt, or soon no longer, and a step from a place. */
static void
append_gap (GgovPersonPage              *self,
            const GgovTrainingGapRecord *record)
{
  g_autofree char *state = ggov_training_dup_state (record);
  g_autofree char *invited = record->invited
                               /* Translators: when a session begins */
                               ? g_strdup_printf (_("invited to %s"), record->invited) : NULL;
  g_autofree char *note = invited ? g_strdup_printf ("%s · %s", state, invited) : g_strdup (state);
  GtkWidget *row = ggov_line_row_append (self->gap_list, record->course, note);
  /* Translators: a course */
  g_autofree char *words = g_strdup_printf (_("Invite to a session of “%s”"), record->course);
  GtkWidget *button = add_button (row, "list-add-symbolic", words);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xxs)", record->person_id,
                                    record->course_id, record->person);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.book-training");
}

static void
gaps_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autoptr(GgovAnswer) answer = ggov_store_rows_finish (GGOV_STORE (object), result, NULL);

  if (answer == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  ggov_line_row_clear (self->gap_list);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovTrainingGap *gap = g_hash_table_lookup (answer->rows,
                                                  &g_array_index (answer->keys, GgovRowKey, i).id);

      if (gap)
        append_gap (self, ggov_training_gap_get_record (gap));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->gap_list), answer->keys->len > 0);
  show_training_group (self);
}

static void
points_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  GgovPersonPoints points;
  gboolean has_account;

  if (!ggov_store_get_person_points_finish (GGOV_STORE (object), result, &points, NULL) ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  has_account = points.account_id != 0;
  number = ggov_number_dup_text (points.balance);
  words = has_account ? g_strdup_printf (ngettext ("%s point", "%s points", points.balance), number)
                      : g_strdup (_("No points yet"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->points_row), words);
  adw_action_row_set_subtitle (self->points_row, has_account ? _("Open the passbook") : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->points_row), has_account);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->points_row), NULL);
  if (has_account)
    ggov_line_row_lead_to (GTK_WIDGET (self->points_row), "account", points.account_id);
}

static void
changes_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovPersonPage) self = user_data;
  g_autoptr(GListModel) changes = ggov_store_list_changes_finish (GGOV_STORE (object), result,
                                                                  NULL);

  if (changes == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  ggov_line_row_clear (self->change_list);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(GgovChangeEntry) entry = g_list_model_get_item (changes, i);
      g_autofree char *sentence = ggov_change_dup_sentence (entry);
      g_autofree char *when = ggov_change_dup_when (entry);
      g_autofree char *note = g_strdup_printf ("%s · %s", when,
                                               ggov_change_entry_get_account (entry));

      ggov_line_row_append (self->change_list, sentence, note);
    }
  gtk_widget_set_visible (self->change_group, g_list_model_get_n_items (changes) > 0);
}

static void
ggov_person_page_dispose (GObject *object)
{
  GgovPersonPage *self = GGOV_PERSON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ggov_person_page_parent_class)->dispose (object);
}

static void
ggov_person_page_class_init (GgovPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_person_page_dispose;

  g_type_ensure (GGOV_TYPE_PERSON_VISITS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, change_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, change_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, gap_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, issue_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, leave_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, leave_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, no_issues);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, points_row);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, training_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, training_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonPage, visits);
}

static void
ggov_person_page_init (GgovPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
read_all (GgovPersonPage *self,
          GgovStore      *store,
          gint64          id,
          const char     *day)
{
  const GgovIssueFilter filter = { .handler_id = id, .limit = MOST_ISSUES };
  const GgovTrainingGapFilter gaps = { .person_id = id, .soon = GGOV_TRAINING_SOON_DAYS };
  g_autoptr(GgovQuery) query = ggov_query_new_training_gaps (day, &gaps, NULL, FALSE);

  ggov_store_find_rows_async (store, query, GGOV_QUERY_ALL, GGOV_QUERY_ALL, NULL, self->cancellable,
                              gaps_cb, g_object_ref (self));
  ggov_store_get_person_points_async (store, id, day, self->cancellable, points_cb,
                                      g_object_ref (self));
  ggov_store_list_history_async (store, "leaves", id, day, self->cancellable, leaves_cb,
                                 g_object_ref (self));
  ggov_store_list_trainings_async (store, id, day, self->cancellable, trainings_cb,
                                   g_object_ref (self));
  ggov_store_list_issues_async (store, &filter, self->cancellable, issues_cb, g_object_ref (self));
  ggov_person_visits_show (self->visits, store, id, day);
  ggov_store_list_person_changes_async (store, id, MOST_CHANGES, self->cancellable, changes_cb,
                                        g_object_ref (self));
}

void
ggov_person_page_show (GgovPersonPage *self,
                       GgovSession    *session,
                       const char     *day,
                       GgovPerson     *person)
{
  g_return_if_fail (GGOV_IS_PERSON_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_label_set_label (self->name_label, person ? ggov_person_get_details (person)->name : "");
  if (person == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  read_all (self, ggov_session_get_store (session), ggov_person_get_details (person)->id, day);
}
