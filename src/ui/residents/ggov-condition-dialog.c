/* ggov-condition-dialog.c: choosing residents by what any field of the register says of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-condition-dialog.h"
#include "ggov-form-dialog.h"
#include "ggov-place-chooser.h"
#include "ggov-register-value.h"
#include "ggov-resident-conditions.h"

#define SPREADSHEET_NONE 0 /* a bare number is no day */

typedef struct
{
  GgovRegisterCatalogue *catalogue;
  GtkWidget             *page;   /* (unowned): the dialog stands over it */
  GtkDropDown           *field;
  GtkDropDown           *test;
  GtkDropDown           *code;   /* of a field that has a list */
  GtkWidget             *typed;  /* of another */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  ggov_register_catalogue_unref (form->catalogue);
  g_free (form);
}

static const char *
get_code (GtkDropDown *list)
{
  GgovChoice *choice = gtk_drop_down_get_selected_item (list);

  return choice ? ggov_choice_get_fields (choice)->code : NULL;
}

static const GgovRegisterField *
get_field (const Form *form)
{
  const char *code = get_code (form->field);

  return code ? ggov_register_catalogue_find (form->catalogue, code) : NULL;
}

static GgovResidentTest
get_test (const Form *form)
{
  const char *code = get_code (form->test);

  return code ? g_ascii_strtoull (code, NULL, 10) : GGOV_RESIDENT_IS;
}

static gboolean
needs_value (const Form *form)
{
  const GgovResidentTest test = get_test (form);

  return test != GGOV_RESIDENT_IS_FILLED && test != GGOV_RESIDENT_IS_EMPTY;
}

/* (transfer full): what there is to choose from; empty for a field without a list */
static GListStore *
list_codes (const Form              *form,
            const GgovRegisterField *field)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (form->catalogue, field);
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; codes && i < ggov_register_codes_get_n (codes); i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_get_at (codes, i);

      ggov_choices_append (choices, code->code, ggov_register_code_get_label (code));
    }
  if (field->type == GGOV_REGISTER_BOOLEAN)
    {
      ggov_choices_append (choices, "1", _("Yes"));
      ggov_choices_append (choices, "0", _("No"));
    }

  return choices;
}

static void
show_value (const Form *form)
{
  GListModel *codes = gtk_drop_down_get_model (form->code);
  const gboolean has_list = codes && g_list_model_get_n_items (codes) > 0;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (form->code)),
                          has_list && needs_value (form));
  gtk_widget_set_visible (form->typed, !has_list && needs_value (form));
}

/* Each kind of field has its own ways to be compared, and may have a list. */
static void
field_cb (Form *form)
{
  const GgovRegisterField *field = get_field (form);
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);
  g_autoptr(GListStore) codes = NULL;

  if (field == NULL)
    return;

  for (guint test = 0; test < GGOV_RESIDENT_N_TESTS; test++)
    if (ggov_resident_test_suits (test, field))
      {
        g_autofree char *code = g_strdup_printf ("%u", test);

        ggov_choices_append (choices, code, ggov_resident_test_get_label (test));
      }
  codes = list_codes (form, field);
  gtk_drop_down_set_model (form->test, G_LIST_MODEL (choices));
  gtk_drop_down_set_model (form->code, G_LIST_MODEL (codes));
  show_value (form);
}

static void
test_cb (Form *form)
{
  show_value (form);
}

/* (transfer full) (nullable): the value as it is kept, or NULL once the user is asked to put it right */
static char *
dup_value (GgovFormDialog          *dialog,
           const Form              *form,
           const GgovRegisterField *field)
{
  g_autofree char *typed = ggov_form_dialog_dup_text (form->typed);
  /* A day to come is one to compare with as well. */
  const GgovRegisterReading reading = { .today = G_MAXINT, .epoch = SPREADSHEET_NONE };
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  if (!needs_value (form))
    return g_strdup ("1");
  if (gtk_widget_get_visible (gtk_widget_get_parent (GTK_WIDGET (form->code))))
    return g_strdup (get_code (form->code));
  if (*typed == '\0')
    {
      ggov_form_dialog_refuse (dialog, _("Write what the field is compared with."));
      gtk_widget_grab_focus (form->typed);
      return NULL;
    }
  /* A part of a name or a number is none yet. */
  if (field->type != GGOV_REGISTER_DATE && field->type != GGOV_REGISTER_NUMBER)
    return g_steal_pointer (&typed);

  if (ggov_register_field_parse (form->catalogue, field, typed, &reading, &value, NULL, &error))
    return g_steal_pointer (&value);

  ggov_form_dialog_refuse (dialog, error->message);
  gtk_widget_grab_focus (form->typed);

  return NULL;
}

static void
accept (GgovFormDialog *dialog,
        gpointer        data)
{
  const Form *form = data;
  const GgovRegisterField *field = get_field (form);
  g_autofree char *value = field ? dup_value (dialog, form, field) : NULL;
  g_autofree char *key = NULL;

  if (value == NULL)
    return;

  key = ggov_resident_condition_dup_key (field->code, get_test (form));
  gtk_widget_activate_action (form->page, "residents.want-field", "(ss)", key, value);
  ggov_form_dialog_end (dialog, 0, NULL);
}

static GListStore *
list_fields (GgovRegisterCatalogue *catalogue)
{
  GListStore *choices = g_list_store_new (GGOV_TYPE_CHOICE);

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (catalogue, i);

      if (!field->is_retired)
        ggov_choices_append (choices, field->code, ggov_register_field_get_label (field));
    }

  return choices;
}

void
ggov_condition_dialog_show (GtkWidget             *page,
                            GgovSession           *session,
                            GgovRegisterCatalogue *catalogue)
{
  g_autoptr(GListStore) fields = list_fields (catalogue);
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;

  form->catalogue = ggov_register_catalogue_ref (catalogue);
  form->page = page;
  dialog = ggov_form_dialog_new (page, session, _("Filter by a Field"), _("_Filter"), NULL, accept, form,
                                 form_free);
  form->field = ggov_form_dialog_add_drop_down (dialog, _("Field"));
  form->test = ggov_form_dialog_add_drop_down (dialog, _("How it is compared"));
  gtk_drop_down_set_enable_search (form->test, FALSE);
  form->code = ggov_form_dialog_add_drop_down (dialog, _("Chosen from the list"));
  form->typed = ggov_form_dialog_add_entry (dialog, _("Compared with"), "");
  ggov_choices_name (form->field);
  ggov_choices_name (form->test);
  ggov_choices_name (form->code);
  g_signal_connect_swapped (form->field, "notify::selected", G_CALLBACK (field_cb), form);
  g_signal_connect_swapped (form->test, "notify::selected", G_CALLBACK (test_cb), form);
  gtk_drop_down_set_model (form->field, G_LIST_MODEL (fields));
  field_cb (form);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 420);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (form->field));
}
