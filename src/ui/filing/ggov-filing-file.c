/* ggov-filing-file.c: filing what the dialog says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-error-text.h"
#include "ggov-evidence.h"
#include "ggov-filing-dialog-private.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-move-issue.h"
#include "ggov-typed-text.h"

#define DEGREES_E7 1e7

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
set_busy (GgovFilingDialog *self,
          gboolean          is_busy)
{
  static const char *const actions[] = {
    "filing.file", "filing.file-and-dispatch", "filing.file-another",
  };

  self->is_busy = is_busy;
  if (is_busy)
    {
      /* An entry that is made insensitive under the keyboard does not let go of it. */
      g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_sensitive (self->form, !is_busy);
  if (!is_busy && self->focus)
    gtk_widget_grab_focus (self->focus);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_busy);
}

static void
fail (GgovFilingDialog *self,
      const GError     *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  set_busy (self, FALSE);
  _ggov_filing_dialog_say (self, sentence, TRUE);

  /* What was refused may have been a type that somebody has withdrawn meanwhile. */
  _ggov_filing_dialog_load_types (self);
}

/* What is missing ---------------------------------------------------------------------------- */

/* (transfer full) (nullable): what is wrong with the place */
static char *
dup_place_problem (GgovFilingDialog *self)
{
  gboolean is_problem;

  if (ggov_filing_place_get_spot (self->where)->grid_id != 0)
    return NULL;
  if (ggov_filing_place_get_choice (self->where))
    return ggov_filing_place_dup_note (self->where, &is_problem);
  if (*ggov_find_field_get_text (self->place_field) != '\0')
    return g_strdup (_("Choose one of the places that are found, or point at it on the map."));

  return g_strdup (_("Name a place, or point at it on the map."));
}

static gboolean
check_type (GgovFilingDialog *self)
{
  if (ggov_find_field_get_chosen (self->type))
    return TRUE;

  ggov_find_field_set_problem (self->type, _("Choose what the issue is about."));
  gtk_widget_grab_focus (GTK_WIDGET (self->type));

  return FALSE;
}

static gboolean
check_place (GgovFilingDialog *self)
{
  g_autofree char *problem = dup_place_problem (self);

  if (problem == NULL)
    return TRUE;

  gtk_widget_set_visible (GTK_WIDGET (self->place_note), FALSE);
  ggov_find_field_set_problem (self->place_field, problem);
  gtk_widget_grab_focus (GTK_WIDGET (self->place_field));

  return FALSE;
}

static gboolean
check_title (GgovFilingDialog *self)
{
  g_autofree char *title = dup_stripped (self->title_entry);

  if (*title)
    return TRUE;

  gtk_label_set_label (self->title_problem, _("Say in a few words what it is about."));
  gtk_widget_set_visible (GTK_WIDGET (self->title_problem), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));

  return FALSE;
}

static gboolean
check_words (GgovFilingDialog *self,
             guint             asked)
{
  g_autofree char *words = NULL;

  g_object_get (gtk_text_view_get_buffer (self->description), "text", &words, NULL);
  if (!(asked & GGOV_EVIDENCE_TEXT) || !ggov_typed_is_blank (words))
    return TRUE;

  gtk_label_set_label (self->description_problem,
                       _("Issues of this type are filed with words on what was found."));
  gtk_widget_set_visible (GTK_WIDGET (self->description_problem), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->description));

  return FALSE;
}

/* As the store does: one picture is not both of the place and of what was signed. */
static gboolean
check_pictures (GgovFilingDialog *self,
                guint             asked)
{
  const guint n = ggov_filing_photos_get_n (self->photos);
  const gboolean wants_photo = (asked & GGOV_EVIDENCE_PHOTO) != 0;

  if (wants_photo && n == 0)
    ggov_filing_photos_say (self->photos, _("Issues of this type are filed with a photo. Add one."));
  else if ((asked & GGOV_EVIDENCE_PAPER) && n == (wants_photo ? 1 : 0))
    ggov_filing_photos_say (self->photos, _("Issues of this type are filed with a paper. Add a "
                                            "picture of it."));
  else
    return TRUE;

  gtk_widget_child_focus (GTK_WIDGET (self->photos), GTK_DIR_TAB_FORWARD);

  return FALSE;
}

static gboolean
check_evidence (GgovFilingDialog *self)
{
  GgovFilingType *type = _ggov_filing_dialog_get_type_chosen (self);
  guint asked = type ? ggov_evidence_find_at_filing (
                         ggov_filing_type_get_fields (type)->evidence,
                         gtk_drop_down_get_selected (self->source)) : 0;

  return check_words (self, asked) && check_pictures (self, asked);
}

static gboolean
check_photos (GgovFilingDialog *self)
{
  if (!ggov_filing_photos_is_busy (self->photos))
    return TRUE;

  _ggov_filing_dialog_say (self, _("A photo is still being read. Try again in a moment."), TRUE);

  return FALSE;
}

/* Filing ------------------------------------------------------------------------------------- */

static void
tell (GgovFilingDialog *self,
      const char       *sentence,
      gint64            change_id,
      gboolean          is_last)
{
  const GgovFiled filed = { sentence, self->issue_id, change_id, is_last };

  if (self->func)
    self->func (&filed, self->user_data);
}

static void
end (GgovFilingDialog *self,
     const char       *sentence,
     gint64            change_id)
{
  const gboolean is_last = self->mode != GGOV_FILING_ANOTHER;

  set_busy (self, FALSE);
  tell (self, sentence, change_id, is_last);
  if (is_last)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      _ggov_filing_dialog_start_again (self);
      _ggov_filing_dialog_say (self, sentence, FALSE);
    }
}

/* It is filed, whatever became of the rest. */
static void
dispatched_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GgovFilingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id = 0;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error))
    sentence = g_strdup_printf (_("%s is filed and dispatched"), self->number);
  else
    {
      g_autofree char *reason = ggov_error_dup_sentence (error);

      sentence = g_strdup_printf (_("%1$s is filed but not dispatched: %2$s"), self->number,
                                  reason);
    }
  if (self->session)
    end (self, sentence, change_id);
}

static void
dispatch (GgovFilingDialog *self)
{
  const GgovIssueStep step = {
    .issue_id = self->issue_id,
    .row_version = -1,
    .move = GGOV_ISSUE_DISPATCH,
    .at = ggov_session_get_now (self->session),
  };

  ggov_store_move_issue_async (ggov_session_get_store (self->session), &step, NULL, dispatched_cb,
                               g_object_ref (self));
}

static void
filed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFilingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id;
  gboolean ok = ggov_store_file_issue_finish (GGOV_STORE (object), result, &change_id,
                                              &self->issue_id, &number, &error);

  if (self->session == NULL)
    return;

  if (!ok)
    {
      fail (self, error);
      return;
    }

  g_free (self->number);
  self->number = g_steal_pointer (&number);
  sentence = g_strdup_printf (_("%s is filed"), self->number);
  if (self->mode == GGOV_FILING_DISPATCH)
    dispatch (self);
  else
    end (self, sentence, change_id);
}

/* (transfer full): what the field says, and what was said besides */
static char *
dup_place (GgovFilingDialog *self)
{
  GgovChoice *choice = ggov_filing_place_get_choice (self->where);
  const gboolean is_named = choice && ggov_choice_get_fields (choice)->id != 0;
  g_autofree char *spot = dup_stripped (self->spot);

  if (*spot && is_named)
    return g_strdup_printf ("%s %s", ggov_choice_get_label (choice), spot);

  return g_strdup (*spot ? spot : is_named ? ggov_choice_get_label (choice) : "");
}

static void
clear_paper (gpointer data)
{
  g_free ((char *) ((GgovPaper *) data)->name);
}

/* What the camera called it is not kept either. */
static GArray *
list_papers (GPtrArray *files)
{
  GArray *papers = g_array_new (FALSE, FALSE, sizeof (GgovPaper));

  g_array_set_clear_func (papers, clear_paper);
  for (guint i = 0; i < files->len; i++)
    {
      /* Translators: the name of a file. */
      const GgovPaper paper = { g_strdup_printf (_("photo %u.jpg"), i + 1), files->pdata[i] };

      g_array_append_val (papers, paper);
    }

  return papers;
}

static GArray *
list_reporters (GArray *named)
{
  GArray *reporters = g_array_new (FALSE, FALSE, sizeof (GgovIssueFilingReporter));

  for (guint i = 0; i < named->len; i++)
    {
      const GgovFilingReporter *one = &g_array_index (named, GgovFilingReporter, i);
      const GgovIssueFilingReporter reporter = { one->person_id, one->name, one->phone };

      g_array_append_val (reporters, reporter);
    }

  return reporters;
}

static void
file (GgovFilingDialog *self,
      GPtrArray        *files)
{
  const GgovFilingSpot *spot = ggov_filing_place_get_spot (self->where);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description);
  g_autoptr(GArray) named = ggov_filing_reporters_list (self->reporters);
  g_autoptr(GArray) reporters = list_reporters (named);
  g_autoptr(GArray) papers = list_papers (files);
  g_autofree char *description = NULL;
  g_autofree char *place = dup_place (self);
  GgovIssueFiling filing = {
    .case_type_id = ggov_choice_get_fields (ggov_find_field_get_chosen (self->type))->id,
    .title = gtk_editable_get_text (self->title_entry),
    .source = gtk_drop_down_get_selected (self->source),
    .grid_id = spot->grid_id,
    .building_id = spot->building_id,
    .lon_e7 = spot->has_point ? llround (spot->lon * DEGREES_E7) : 0,
    .lat_e7 = spot->has_point ? llround (spot->lat * DEGREES_E7) : 0,
    .place = place,
    .at = ggov_session_get_now (self->session),
    .papers = (const GgovPaper *) (gconstpointer) papers->data,
    .n_papers = papers->len,
    .reporters = (const GgovIssueFilingReporter *) (gconstpointer) reporters->data,
    .n_reporters = reporters->len,
  };

  g_object_get (buffer, "text", &description, NULL);
  filing.description = description;
  ggov_store_file_issue_async (ggov_session_get_store (self->session), &filing, NULL, filed_cb,
                               g_object_ref (self));
}

static void
encoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFilingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files =
    ggov_filing_photos_encode_finish (GGOV_FILING_PHOTOS (object), result, &error);

  if (self->session == NULL)
    return;

  if (files)
    file (self, files);
  else
    fail (self, error);
}

static void
file_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovFilingDialog *self = GGOV_FILING_DIALOG (widget);

  _ggov_filing_dialog_say (self, NULL, FALSE);
  if (!check_type (self) || !check_place (self) || !check_title (self) || !check_photos (self) ||
      !check_evidence (self))
    return;

  self->mode = g_str_equal (action_name, "filing.file")           ? GGOV_FILING_FILE
             : g_str_equal (action_name, "filing.file-another")   ? GGOV_FILING_ANOTHER
                                                                  : GGOV_FILING_DISPATCH;
  set_busy (self, TRUE);
  ggov_filing_photos_encode_async (self->photos, NULL, encoded_cb, g_object_ref (self));
}

void
_ggov_filing_dialog_install_file (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "filing.file", NULL, file_cb);
  gtk_widget_class_install_action (klass, "filing.file-and-dispatch", NULL, file_cb);
  gtk_widget_class_install_action (klass, "filing.file-another", NULL, file_cb);
}

/* Joining ------------------------------------------------------------------------------------ */

static void
joined_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovFilingDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id;
  gboolean ok = ggov_store_change_finish (GGOV_STORE (object), result, &change_id, &error);

  if (self->session == NULL)
    return;

  if (!ok)
    {
      fail (self, error);
      return;
    }

  sentence = g_strdup_printf (_("Reported for %s as well"), self->number);
  self->mode = GGOV_FILING_FILE;
  end (self, sentence, change_id);
}

void
_ggov_filing_dialog_join (GgovFilingDialog *self,
                          gint64            issue_id)
{
  GgovNearIssue *issue = ggov_filing_near_find (self->near, issue_id);
  g_autoptr(GArray) named = ggov_filing_reporters_list (self->reporters);
  g_autofree GgovReporterOrder *orders = NULL;
  g_autofree char *note = NULL;

  if (issue == NULL || self->is_busy)
    return;

  if (named->len == 0)
    {
      _ggov_filing_dialog_say (self, _("Name who reports it, so that they can be told."), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reporters));
      return;
    }

  g_object_get (gtk_text_view_get_buffer (self->description), "text", &note, NULL);
  orders = g_new0 (GgovReporterOrder, named->len);
  for (guint i = 0; i < named->len; i++)
    {
      const GgovFilingReporter *reporter = &g_array_index (named, GgovFilingReporter, i);

      orders[i] = (GgovReporterOrder) {
        .issue_id = issue_id,
        .person_id = reporter->person_id,
        .name = reporter->name,
        .phone = reporter->phone,
        .source = gtk_drop_down_get_selected (self->source),
        .note = note,
        .at = ggov_session_get_now (self->session),
        .next = i + 1 < named->len ? &orders[i + 1] : NULL,
      };
    }
  g_free (self->number);
  self->number = g_strdup (ggov_near_issue_get_fields (issue)->number);
  self->issue_id = issue_id;
  set_busy (self, TRUE);
  ggov_store_add_reporter_async (ggov_session_get_store (self->session), orders, NULL, joined_cb,
                                 g_object_ref (self));
}
