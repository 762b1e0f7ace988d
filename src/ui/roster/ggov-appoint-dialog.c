/* ggov-appoint-dialog.c: asks who is to have a vacant post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-appoint-dialog.h"
#include "ggov-cell-tooltip.h"
#include "ggov-change.h"
#include "ggov-choice-chain.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-papers-row.h"
#include "ggov-store-appoint.h"
#include "ggov-store-candidates.h"
#include "ggov-store-twins.h"

/* More than anybody reads; further words find the rest. */
#define MOST_CANDIDATES 200

/* As many as leave room for the rest of the form. */
#define MOST_TWINS 3

#define KEY_TWIN "ggov-twin"

#define GGOV_TYPE_APPOINT_DIALOG (ggov_appoint_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovAppointDialog, ggov_appoint_dialog, GGOV, APPOINT_DIALOG, AdwWindow)

struct _GgovAppointDialog
{
  AdwWindow           parent_instance;

  GtkWidget          *page;        /* (owned) */
  GgovSession        *session;
  GgovVacancy        *vacancy;
  GCancellable       *cancellable; /* (nullable): of the search under way */
  GCancellable       *asking;      /* (nullable): of the search for who is known already */
  GgovChoiceChain    *chain;
  char               *name;        /* (nullable): of whom is being appointed */

  /* From the template. */
  AdwBin             *chain_bin;
  GtkEditable        *day_row;
  GtkLabel           *error_label;
  GtkEditable        *exception_row;
  GtkStack           *found;
  GtkEditable        *name_row;
  GgovPapersRow      *papers;
  GtkEditable        *phone_row;
  GtkEditable        *reason_row;
  GtkSingleSelection *selection;
  AdwComboRow        *sex_row;
  GtkEditable        *text;
  GtkWidget          *twins_group;
  GtkListBox         *twins_list;
  GtkEditable        *until_row;
  GtkStack           *who;
  GtkLabel           *what_label;
};

G_DEFINE_FINAL_TYPE (GgovAppointDialog, ggov_appoint_dialog, ADW_TYPE_WINDOW)

static char *
format_title (GtkListItem   *item,
              GgovCandidate *row)
{
  const GgovCandidateRecord *record = row ? ggov_candidate_get_record (row) : NULL;

  if (record == NULL)
    return NULL;

  return *record->sex_label ? g_strdup_printf ("%s  %s", record->name, record->sex_label)
                            : g_strdup (record->name);
}

static const char *
get_nearness (const GgovCandidateRecord *record)
{
  switch (record->nearness)
    {
    case 0:
      return _("Lives here");
    case 1:
      return _("Lives in this building");
    case 2:
      return _("Lives in this grid");
    default:
      return NULL;
    }
}

static char *
format_note (GtkListItem   *item,
             GgovCandidate *row)
{
  const GgovCandidateRecord *record = row ? ggov_candidate_get_record (row) : NULL;
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  if (record == NULL)
    return NULL;

  if (get_nearness (record))
    g_ptr_array_add (notes, (gpointer) get_nearness (record));
  if (record->home)
    g_ptr_array_add (notes, (gpointer) record->home);
  if (record->organisation)
    g_ptr_array_add (notes, (gpointer) record->organisation);
  if (*record->posts)
    g_ptr_array_add (notes, (gpointer) record->posts);
  if (record->phone)
    g_ptr_array_add (notes, (gpointer) record->phone);
  g_ptr_array_add (notes, NULL);

  return g_strjoinv (" · ", (char **) notes->pdata);
}

static void
show_error (GgovAppointDialog *self,
            const char        *sentence)
{
  gtk_label_set_label (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

static gboolean
is_new (GgovAppointDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->who), "new") == 0;
}

static void
update (GgovAppointDialog *self)
{
  GgovCandidate *known = gtk_single_selection_get_selected_item (self->selection);
  const char *name = is_new (self) ? gtk_editable_get_text (self->name_row)
                                   : known ? ggov_candidate_get_record (known)->name : "";

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.appoint", *name != '\0');
  if (self->chain)
    ggov_choice_chain_set_person (self->chain, name);
}

static gboolean
is_day (const char *text)
{
  int number;

  return ggov_local_day_parse (text, &number, NULL);
}

/* Who brings somebody forward depends on the day. */
static void
day_cb (GgovAppointDialog *self)
{
  const GgovVacancyRecord *record = ggov_vacancy_get_record (self->vacancy);

  if (self->chain)
    ggov_choice_chain_set_post (self->chain, record->role_code, record->place_kind,
                                record->place_id, gtk_editable_get_text (self->day_row));
}

static void
chosen_cb (GgovAppointDialog *self)
{
  show_error (self, NULL);
  update (self);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovAppointDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) people = ggov_store_list_candidates_finish (GGOV_STORE (object), result,
                                                                    &error);

  if (people)
    {
      gtk_single_selection_set_model (self->selection, people);
      gtk_stack_set_visible_child_name (self->found,
                                        g_list_model_get_n_items (people) > 0 ? "list" : "nobody");
      update (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      show_error (self, sentence);
    }
}

static void
text_cb (GgovAppointDialog *self)
{
  const GgovVacancyRecord *record = ggov_vacancy_get_record (self->vacancy);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ggov_store_list_candidates_async (ggov_session_get_store (self->session), record->place_kind,
                                    record->place_id, ggov_session_get_today (self->session),
                                    gtk_editable_get_text (self->text), MOST_CANDIDATES,
                                    self->cancellable, found_cb, g_object_ref (self));
}

/* Who is known already --------------------------------------------------------------------- */

static void
clear_twins (GgovAppointDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->twins_list, 0)))
    gtk_list_box_remove (self->twins_list, GTK_WIDGET (row));
}

static void
add_twin (GgovAppointDialog *self,
          GgovTwin          *twin)
{
  const GgovTwinRecord *record = ggov_twin_get_record (twin);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (record->second, -1);
  g_autofree char *words = g_strdup_printf ("%s%s%s", record->second_phone ? record->second_phone : "",
                                            record->second_phone && record->second_note ? " · " : "",
                                            record->second_note ? record->second_note : "");
  g_autofree char *note = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), KEY_TWIN, g_object_ref (twin), g_object_unref);
  gtk_list_box_append (self->twins_list, row);
}

static void
twins_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovAppointDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) twins = ggov_store_list_twins_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = NULL;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (twins == NULL)
    {
      sentence = ggov_error_dup_sentence (error);
      show_error (self, sentence);
      return;
    }

  clear_twins (self);
  for (guint i = 0; i < g_list_model_get_n_items (twins); i++)
    {
      g_autoptr(GgovTwin) twin = g_list_model_get_item (twins, i);

      add_twin (self, twin);
    }
  gtk_widget_set_visible (self->twins_group, g_list_model_get_n_items (twins) > 0);
}

static void
twins_cb (GgovAppointDialog *self)
{
  const char *phone = gtk_editable_get_text (self->phone_row);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  ggov_store_find_twins_async (ggov_session_get_store (self->session),
                               gtk_editable_get_text (self->name_row), *phone ? phone : NULL,
                               ggov_session_get_today (self->session), MOST_TWINS, self->asking,
                               twins_found_cb, g_object_ref (self));
}

/* Whoever it is after all is looked for among those who are known. */
static void
twin_chosen_cb (GgovAppointDialog *self,
                GtkListBoxRow     *row)
{
  GgovTwin *twin = g_object_get_data (G_OBJECT (row), KEY_TWIN);
  const GgovTwinRecord *record = ggov_twin_get_record (twin);

  gtk_stack_set_visible_child_name (self->who, "known");
  gtk_editable_set_text (self->text, record->second_phone ? record->second_phone : record->second);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
appointed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GgovAppointDialog) self = user_data;
  const GgovVacancyRecord *record = ggov_vacancy_get_record (self->vacancy);
  g_autofree char *sentence = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    {
      sentence = ggov_error_dup_sentence (error);
      show_error (self, sentence);
      return;
    }

  /* Translators: a person, a role and a place */
  sentence = g_strdup_printf (_("%1$s is appointed as %2$s, %3$s"), self->name, record->role,
                              record->place);
  gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", sentence, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
fill_person (GgovAppointDialog *self,
             GgovAppointment   *appointment)
{
  static const char *const sexes[] = { "0", "1", "2" };
  GgovCandidate *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (is_new (self))
    {
      appointment->name = gtk_editable_get_text (self->name_row);
      appointment->sex = sexes[MIN (adw_combo_row_get_selected (self->sex_row), 2)];
      appointment->phone = gtk_editable_get_text (self->phone_row);
      if (*appointment->phone == '\0')
        appointment->phone = NULL;
    }
  else if (chosen)
    {
      appointment->person_id = ggov_candidate_get_record (chosen)->person_id;
      appointment->name = ggov_candidate_get_record (chosen)->name;
    }
}

/* FALSE once it is said what is wrong. */
static gboolean
is_clear (GgovAppointDialog *self,
          const char        *since,
          const char        *until)
{
  gboolean is_since = is_day (since);

  if (!is_since || (*until && !is_day (until)))
    {
      show_error (self, _("Write the day as year-month-day, such as 2026-02-13."));
      gtk_widget_grab_focus (GTK_WIDGET (is_since ? self->until_row : self->day_row));
      return FALSE;
    }

  if (!ggov_choice_chain_is_unclear (self->chain))
    return TRUE;

  show_error (self, _("Choose one from what is found below the words."));

  return FALSE;
}

static void
appoint_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovAppointDialog *self = GGOV_APPOINT_DIALOG (widget);
  const GgovVacancyRecord *record = ggov_vacancy_get_record (self->vacancy);
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (self->day_row)));
  g_autofree char *until = g_strstrip (g_strdup (gtk_editable_get_text (self->until_row)));
  GgovAppointment appointment = {
    .role_code = record->role_code,
    .place_kind = record->place_kind,
    .place_id = record->place_id,
    .since = day,
    .until = *until ? until : NULL,
    .nominated_by_id = ggov_choice_chain_get_nominator (self->chain),
    .approved_by_id = ggov_choice_chain_get_approver (self->chain),
    .reason = gtk_editable_get_text (self->reason_row),
    .exception = gtk_editable_get_text (self->exception_row),
  };

  if (!is_clear (self, day, until))
    return;

  fill_person (self, &appointment);
  appointment.papers = ggov_papers_row_get_papers (self->papers, &appointment.n_papers);
  g_free (self->name);
  self->name = g_strdup (appointment.name);
  /* An entry that is made insensitive while it has the cursor misses that it lost it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_store_appoint_async (ggov_session_get_store (self->session), &appointment, NULL,
                            appointed_cb, g_object_ref (self));
}

static void
activate_cb (GgovAppointDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.appoint", NULL);
}

static void
ggov_appoint_dialog_dispose (GObject *object)
{
  GgovAppointDialog *self = GGOV_APPOINT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->page);
  g_clear_object (&self->session);
  g_clear_object (&self->vacancy);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ggov_appoint_dialog_parent_class)->dispose (object);
}

static void
ggov_appoint_dialog_class_init (GgovAppointDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_appoint_dialog_dispose;

  g_type_ensure (GGOV_TYPE_PAPERS_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-appoint-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, chain_bin);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, exception_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, found);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, papers);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, sex_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, text);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, twins_group);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, twins_list);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, what_label);
  gtk_widget_class_bind_template_child (widget_class, GgovAppointDialog, who);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_note);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, twin_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, twins_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_tooltip",
                                                G_CALLBACK (ggov_cell_show_tooltip));
  gtk_widget_class_install_action (widget_class, "dialog.appoint", NULL, appoint_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_appoint_dialog_init (GgovAppointDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_appoint_dialog_show (GtkWidget   *page,
                          GgovSession *session,
                          GgovVacancy *vacancy)
{
  const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);
  GgovAppointDialog *self = g_object_new (GGOV_TYPE_APPOINT_DIALOG, "transient-for",
                                          gtk_widget_get_root (page), NULL);
  /* Translators: a role and a place */
  g_autofree char *what = g_strdup_printf (_("%1$s, %2$s"), record->role, record->place);

  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  self->vacancy = g_object_ref (vacancy);
  gtk_label_set_label (self->what_label, what);
  gtk_editable_set_text (self->day_row, ggov_session_get_today (session));
  self->chain = GGOV_CHOICE_CHAIN (ggov_choice_chain_new (session));
  adw_bin_set_child (self->chain_bin, GTK_WIDGET (self->chain));
  day_cb (self);
  update (self);
  text_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
