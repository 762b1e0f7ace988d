/* ggov-resident-merge.c: two records of the register side by side, which may be of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-form-dialog.h"
#include "ggov-place-chooser.h"
#include "ggov-register-deed-text.h"
#include "ggov-register-event.h"
#include "ggov-resident-merge.h"
#include "ggov-store-resident-twins.h"
#include "ggov-store-residents.h"
#include "ggov-store-twins.h"

#define MOST_TWINS   20
#define TABLE_HEIGHT 280 /* pixels: more is scrolled to */
#define VALUE_CHARS  22

typedef struct
{
  GgovFormDialog        *dialog;    /* (unowned): it has this */
  GgovRegisterCatalogue *catalogue;
  GgovResidentSheet     *kept;
  GgovResidentSheet     *other;     /* (nullable): NULL until somebody is chosen and read */
  GCancellable          *reading;   /* (nullable) */
  gboolean               whole;
  GtkDropDown           *choice;
  GtkScrolledWindow     *table;
  GtkWidget             *apart;     /* the button for two people */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  ggov_register_catalogue_unref (form->catalogue);
  g_object_unref (form->kept);
  g_clear_object (&form->other);
  g_free (form);
}

static GgovStore *
get_store (const Form *form)
{
  return ggov_session_get_store (ggov_form_dialog_get_session (form->dialog));
}

/* Side by side ----------------------------------------------------------------------------- */

static void
add_text (GtkWidget  *grid,
          int         column,
          int         row,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARS);
  gtk_widget_set_hexpand (label, column > 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

/* (transfer full): names are what somebody is chosen by; of the rest what anybody may see */
static char *
dup_value (const Form              *form,
           GgovResidentSheet       *sheet,
           const GgovRegisterField *field)
{
  const char *value = ggov_resident_sheet_get_value (sheet, field->code);
  const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (form->catalogue, field);
  const GgovRegisterCode *code;

  if (value == NULL)
    return g_strdup ("");
  if (field->sensitivity != GGOV_REGISTER_OPEN && !g_str_equal (field->code, "name") &&
      !(form->whole && sheet == form->kept))
    return ggov_register_field_dup_masked (field, value);

  code = codes ? ggov_register_codes_find (codes, value) : NULL;

  return g_strdup (code ? ggov_register_code_get_label (code) : value);
}

/* Returns the next row. */
static int
add_fields (const Form *form,
            GtkWidget  *grid,
            int         row)
{
  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (form->catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (form->catalogue, i);
      const char *kept = ggov_resident_sheet_get_value (form->kept, field->code);
      const char *other = ggov_resident_sheet_get_value (form->other, field->code);
      g_autofree char *left = dup_value (form, form->kept, field);
      g_autofree char *right = dup_value (form, form->other, field);
      const char *style = g_strcmp0 (kept, other) == 0 ? NULL : "heading";

      if (kept == NULL && other == NULL)
        continue;

      add_text (grid, 0, row, ggov_register_field_get_label (field), "dim-label");
      add_text (grid, 1, row, left, style);
      add_text (grid, 2, row, right, style);
      row++;
    }

  return row;
}

/* (transfer full): a line for each thing that happened, the newest first */
static char *
dup_history (GgovResidentSheet *sheet)
{
  GListModel *events = ggov_resident_sheet_get_events (sheet);
  GListModel *visits = ggov_resident_sheet_get_visits (sheet);
  GString *lines = g_string_new (NULL);
  guint n = g_list_model_get_n_items (visits);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(GgovRegisterEvent) event = g_list_model_get_item (events, i);
      const GgovRegisterEventRecord *record = ggov_register_event_get_record (event);

      g_string_append_printf (lines, "%s%s %s %s", i > 0 ? "\n" : "", record->day,
                              ggov_register_event_get_label (record->kind),
                              record->place ? record->place : "");
    }
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append_printf (lines, ngettext ("%u visit", "%u visits", n), n);

  return g_string_free (lines, FALSE);
}

static void
show_table (Form *form)
{
  GtkWidget *grid;
  g_autofree char *left = NULL, *right = NULL;
  int row;

  gtk_widget_set_sensitive (form->apart, form->other != NULL);
  if (form->other == NULL)
    {
      gtk_scrolled_window_set_child (form->table, NULL);
      return;
    }

  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  add_text (grid, 1, 0, _("Stays"), "dim-label");
  add_text (grid, 2, 0, _("Becomes a part of it"), "dim-label");
  row = add_fields (form, grid, 1);
  left = dup_history (form->kept);
  right = dup_history (form->other);
  add_text (grid, 0, row, _("History"), "dim-label");
  add_text (grid, 1, row, left, NULL);
  add_text (grid, 2, row, right, NULL);
  gtk_scrolled_window_set_child (form->table, grid);
}

/* Choosing the other ------------------------------------------------------------------------ */

typedef struct
{
  GgovFormDialog *dialog; /* (owned) */
  Form           *form;   /* good while the dialog is on the screen */
  GCancellable   *cancellable; /* (owned): cancelled once the form is gone */
} Call;

static Call *
call_new (Form *form)
{
  Call *call = g_new0 (Call, 1);

  call->dialog = g_object_ref (form->dialog);
  call->form = form;
  call->cancellable = g_object_ref (form->reading);

  return call;
}

static void
call_free (Call *call)
{
  g_object_unref (call->dialog);
  g_object_unref (call->cancellable);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
sheet_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GgovResidentSheet) sheet = ggov_store_get_resident_finish (GGOV_STORE (object), result,
                                                                       NULL);

  if (g_cancellable_is_cancelled (call->cancellable))
    return;

  g_set_object (&call->form->other, sheet);
  show_table (call->form);
}

static void
chosen_cb (Form *form)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (form->choice);
  const gint64 id = choice ? ggov_choice_get_fields (choice)->id : 0;

  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  g_clear_object (&form->other);
  show_table (form);
  if (id == 0)
    return;

  form->reading = g_cancellable_new ();
  ggov_store_get_resident_async (get_store (form), id,
                                 ggov_session_get_today (ggov_form_dialog_get_session (form->dialog)),
                                 form->reading, sheet_cb, call_new (form));
}

static void
twins_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GListModel) twins = ggov_store_find_resident_twins_finish (GGOV_STORE (object), result,
                                                                       NULL);
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);

  if (g_cancellable_is_cancelled (call->cancellable))
    return;

  for (guint i = 0; twins && i < g_list_model_get_n_items (twins); i++)
    {
      g_autoptr(GgovResidentTwin) twin = g_list_model_get_item (twins, i);
      const GgovResidentTwinRecord *record = ggov_resident_twin_get_record (twin);
      g_autofree char *name = g_strdup_printf ("%s %s %s", record->name,
                                               record->place ? record->place : "",
                                               record->door ? record->door : "");
      g_autoptr(GgovChoice) choice = ggov_choice_new (&(GgovChoiceFields) {
        .id = record->person_id, .name = name });

      g_list_store_append (choices, choice);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    ggov_form_dialog_refuse (call->form->dialog, _("Nobody in the register may be the same person."));
  gtk_drop_down_set_model (call->form->choice, G_LIST_MODEL (choices));
  chosen_cb (call->form);
}

static void
ask_twins (Form *form)
{
  GgovResident *home = ggov_resident_sheet_get_home (form->kept);
  const GgovResidentRecord *record = home ? ggov_resident_get_record (home) : NULL;
  const GgovResidentTwinTerms terms = {
    .person_id = ggov_resident_sheet_get_person_id (form->kept),
    .name = ggov_resident_sheet_get_value (form->kept, "name"),
    .birth_date = ggov_resident_sheet_get_value (form->kept, "birth_date"),
    .phone = ggov_resident_sheet_get_value (form->kept, "phone"),
    .identity_number = ggov_resident_sheet_get_value (form->kept, "id_number"),
    .unit_id = record ? record->unit_id : 0,
    .door = record ? record->door : NULL,
  };

  form->reading = g_cancellable_new ();
  ggov_store_find_resident_twins_async (
    get_store (form), &terms, ggov_session_get_today (ggov_form_dialog_get_session (form->dialog)),
    MOST_TWINS, form->reading, twins_cb, call_new (form));
}

/* Deciding ---------------------------------------------------------------------------------- */

static void
merge (GgovFormDialog *dialog,
       gpointer        data)
{
  const Form *form = data;

  if (form->other == NULL)
    {
      ggov_form_dialog_refuse (dialog, _("Choose who is the same person."));
      return;
    }

  ggov_store_merge_people_async (get_store (form), ggov_resident_sheet_get_person_id (form->kept),
                                 ggov_resident_sheet_get_person_id (form->other), NULL,
                                 ggov_form_dialog_finish_cb,
                                 ggov_form_dialog_wait (dialog, g_strdup (
                                   _("The two records are one"))));
}

static void
apart_cb (Form *form)
{
  if (form->other)
    ggov_store_tell_apart_async (get_store (form), ggov_resident_sheet_get_person_id (form->kept),
                                 ggov_resident_sheet_get_person_id (form->other), NULL,
                                 ggov_form_dialog_finish_cb,
                                 ggov_form_dialog_wait (form->dialog, g_strdup (
                                   _("It is remembered that they are two people"))));
}

static GtkScrolledWindow *
make_table (void)
{
  GtkWidget *table = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (table), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (table), TABLE_HEIGHT);
  gtk_widget_set_vexpand (table, TRUE);

  return GTK_SCROLLED_WINDOW (table);
}

void
ggov_resident_merge_show (GtkWidget             *page,
                          GgovSession           *session,
                          GgovRegisterCatalogue *catalogue,
                          GgovResidentSheet     *sheet,
                          gboolean               whole)
{
  Form *form = g_new0 (Form, 1);

  form->catalogue = ggov_register_catalogue_ref (catalogue);
  form->kept = g_object_ref (sheet);
  form->whole = whole;
  form->dialog = ggov_form_dialog_new (page, session, _("The Same Person?"), _("_Make Them One"),
                                       ggov_resident_sheet_get_value (sheet, "name"), merge, form,
                                       form_free);
  form->choice = ggov_form_dialog_add_drop_down (form->dialog, _("Who may be the same person"));
  ggov_choices_name (form->choice);
  form->table = make_table ();
  ggov_form_dialog_add (form->dialog, GTK_WIDGET (form->table));
  ggov_form_dialog_add_hint (form->dialog, _("What only one of them has is kept; where both have "
                                             "something else, what stands on the left. It can be "
                                             "undone."));
  form->apart = gtk_button_new_with_mnemonic (_("They Are _Two People"));
  gtk_widget_set_halign (form->apart, GTK_ALIGN_START);
  g_signal_connect_swapped (form->apart, "clicked", G_CALLBACK (apart_cb), form);
  ggov_form_dialog_add (form->dialog, form->apart);
  show_table (form);
  ask_twins (form);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (chosen_cb), form);
  gtk_window_set_default_size (GTK_WINDOW (form->dialog), 720, 640);
  gtk_window_present (GTK_WINDOW (form->dialog));
}
