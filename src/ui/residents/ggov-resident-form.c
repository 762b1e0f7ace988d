/* ggov-resident-form.c: a dialog in which what is known of a resident is changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-field-row.h"
#include "ggov-form-dialog.h"
#include "ggov-local-time.h"
#include "ggov-register-filled.h"
#include "ggov-resident-form.h"
#include "ggov-store-residents.h"

typedef struct
{
  GgovRegisterCatalogue *catalogue; /* (owned) */
  GgovResidentSheet     *sheet;     /* (owned) */
  GPtrArray             *rows;      /* (element-type GgovFieldRow) (unowned) */
  GPtrArray             *groups;    /* (element-type GtkWidget) (unowned): boxes of rows */
  gboolean               whole;
} Form;

static void
form_free (Form *form)
{
  ggov_register_catalogue_unref (form->catalogue);
  g_object_unref (form->sheet);
  g_ptr_array_unref (form->rows);
  g_ptr_array_unref (form->groups);
  g_free (form);
}

/* What is computed, told by the residence, or by what is done about it is not typed here. */
static gboolean
is_asked (const Form              *form,
          const GgovRegisterField *field)
{
  if (field->is_retired || !ggov_resident_keeps_field (field->code) ||
      g_str_equal (field->code, "confirmed_on") || g_str_equal (field->code, "died_on"))
    return FALSE;
  if (field->deprecated && ggov_resident_sheet_get_value (form->sheet, field->code) == NULL)
    return FALSE;

  return field->origin != GGOV_REGISTER_FROM_TODAY &&
         field->origin != GGOV_REGISTER_FROM_HOUSEHOLD && field->origin != GGOV_REGISTER_FROM_VISITS;
}

/* Reading --------------------------------------------------------------------------------- */

static GgovFieldRow *
find_row (const Form *form,
          const char *code)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (g_str_equal (ggov_field_row_get_field (form->rows->pdata[i])->code, code))
      return form->rows->pdata[i];

  return NULL;
}

/* (nullable): what there is of a field once @values are written */
static const char *
look_up (const Form *form,
         GHashTable *values,
         const char *code)
{
  const char *value = g_hash_table_lookup (values, code);

  value = value ? value : ggov_resident_sheet_get_value (form->sheet, code);

  return value && *value ? value : NULL;
}

static void
put (GHashTable *values,
     const char *code,
     const char *value)
{
  g_hash_table_insert (values, g_strdup (code), g_strdup (value));
}

/* The number of a paper is checked by what the paper is; what it says of the birth and the sex is taken
 * over where nobody said it, and compared where somebody did. Returns the row that is wrong, if any. */
static GgovFieldRow *
check_paper (const Form                *form,
             const GgovRegisterReading *reading,
             GHashTable                *values)
{
  GgovFieldRow *row = find_row (form, "id_number");
  g_autofree char *typed = row ? ggov_field_row_dup_typed (row) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *born = NULL;
  g_autoptr(GError) error = NULL;
  const char *kind = NULL;
  GgovIdentity identity = { 0 };

  if (row == NULL || ggov_field_row_is_untouched (row))
    return NULL;
  if (!ggov_register_check_paper (look_up (form, values, "id_type"), typed, reading, &number, &kind,
                                  &identity, NULL, &error))
    {
      ggov_field_row_set_problem (row, error->message);
      return row;
    }

  if (g_strcmp0 (number, ggov_resident_sheet_get_value (form->sheet, "id_number")) != 0)
    {
      put (values, "id_number", number ? number : "");
      put (values, "id_type", kind);
    }
  if (identity.number[0] == '\0')
    return NULL;

  born = ggov_local_day_format (identity.birth_day);
  if (look_up (form, values, "birth_date") == NULL)
    put (values, "birth_date", born);
  if (look_up (form, values, "sex") == NULL || g_str_equal (look_up (form, values, "sex"), "0"))
    put (values, "sex", identity.sex);
  if (ggov_identity_compare (&identity, look_up (form, values, "birth_date"),
                             look_up (form, values, "sex"), &error))
    return NULL;

  ggov_field_row_set_problem (row, error->message);

  return row;
}

/* (nullable) (transfer full): what is another; NULL with the first row that is wrong in @wrong */
static GHashTable *
read_rows (const Form                *form,
           const GgovRegisterReading *reading,
           GgovFieldRow             **wrong)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GgovFieldRow *paper;

  *wrong = NULL;
  for (guint i = 0; i < form->rows->len; i++)
    {
      const GgovRegisterField *field = ggov_field_row_get_field (form->rows->pdata[i]);
      char *value = NULL;

      if (g_str_equal (field->code, "id_number"))
        continue;
      if (!ggov_field_row_read (form->rows->pdata[i], reading, &value))
        *wrong = *wrong ? *wrong : form->rows->pdata[i];
      else if (value)
        g_hash_table_insert (values, g_strdup (field->code), value);
    }

  paper = check_paper (form, reading, values);
  *wrong = *wrong ? *wrong : paper;

  return *wrong ? NULL : g_steal_pointer (&values);
}

static void
count_filled (const Form *form,
              GHashTable *values,
              int        *required,
              int        *optional)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (form->catalogue); i++)
    {
      const char *code = ggov_register_catalogue_get_field_at (form->catalogue, i)->code;
      const char *value = look_up (form, values, code);

      if (value)
        g_hash_table_insert (all, (gpointer) code, (gpointer) value);
    }
  ggov_register_count_filled (form->catalogue, all, required, optional);
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  GgovRegisterReading reading = { 0 };
  g_autoptr(GHashTable) values = NULL;
  GgovFieldRow *wrong;
  int required, optional;

  ggov_local_day_parse (ggov_session_get_today (session), &reading.today, NULL);
  values = read_rows (form, &reading, &wrong);
  if (values == NULL)
    {
      ggov_form_dialog_refuse (dialog, _("Put right what is marked."));
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (wrong)), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (wrong), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (wrong));
      return;
    }
  if (g_hash_table_size (values) == 0)
    {
      gtk_window_close (GTK_WINDOW (dialog));
      return;
    }

  count_filled (form, values, &required, &optional);
  ggov_store_save_resident_async (
    ggov_session_get_store (session), ggov_resident_sheet_get_person_id (form->sheet),
    ggov_resident_sheet_get_row_version (form->sheet), values, required, optional, NULL,
    ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup (_("What is known of the resident is changed"))));
}

/* The dialog ------------------------------------------------------------------------------ */

/* By its name in either language, and by its code. */
static gboolean
matches (const GgovRegisterField *field,
         const char              *typed)
{
  g_autofree char *name = g_utf8_casefold (field->name ? field->name : "", -1);
  g_autofree char *words = g_utf8_casefold (typed, -1);

  return strstr (name, words) || strstr (field->name_zh ? field->name_zh : "", typed) ||
         strstr (field->code, typed);
}

static void
search_cb (GtkSearchEntry *entry,
           Form           *form)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));

  for (guint i = 0; i < form->groups->len; i++)
    gtk_widget_set_visible (form->groups->pdata[i], FALSE);
  for (guint i = 0; i < form->rows->len; i++)
    {
      GtkWidget *row = form->rows->pdata[i];
      gboolean shown = matches (ggov_field_row_get_field (GGOV_FIELD_ROW (row)), typed);

      gtk_widget_set_visible (row, shown);
      if (shown)
        gtk_widget_set_visible (gtk_widget_get_parent (row), TRUE);
    }
}

/* Returns the entry. */
static GtkWidget *
add_search (GgovFormDialog *dialog,
            Form           *form)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _("Find a field"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a field"), -1);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_cb), form);
  ggov_form_dialog_add (dialog, entry);

  return entry;
}

static void
add_group (GgovFormDialog          *dialog,
           Form                    *form,
           const GgovRegisterGroup *group)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < ggov_register_catalogue_get_n_fields (form->catalogue); i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_get_field_at (form->catalogue, i);
      GtkWidget *row;

      if (g_strcmp0 (field->group, group->code) != 0 || !is_asked (form, field))
        continue;
      if (box == NULL)
        {
          GtkWidget *label = gtk_label_new (ggov_register_group_get_label (group));

          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          gtk_label_set_xalign (GTK_LABEL (label), 0);
          gtk_widget_add_css_class (label, "heading");
          gtk_widget_set_margin_top (label, 6);
          gtk_box_append (GTK_BOX (box), label);
          g_ptr_array_add (form->groups, box);
        }

      row = ggov_field_row_new (form->catalogue, field,
                                ggov_resident_sheet_get_value (form->sheet, field->code),
                                !form->whole && field->sensitivity != GGOV_REGISTER_OPEN &&
                                  !g_str_equal (field->code, "name"));
      gtk_box_append (GTK_BOX (box), row);
      g_ptr_array_add (form->rows, row);
    }

  if (box)
    ggov_form_dialog_add (dialog, box);
}

void
ggov_resident_form_show (GtkWidget             *page,
                         GgovSession           *session,
                         GgovRegisterCatalogue *catalogue,
                         GgovResidentSheet     *sheet,
                         gboolean               whole)
{
  Form *form = g_new0 (Form, 1);
  GgovFormDialog *dialog;
  GtkWidget *search;

  form->catalogue = ggov_register_catalogue_ref (catalogue);
  form->sheet = g_object_ref (sheet);
  form->rows = g_ptr_array_new ();
  form->groups = g_ptr_array_new ();
  form->whole = whole;
  dialog = ggov_form_dialog_new (page, session, _("Edit a Resident"), _("_Save"),
                                 ggov_resident_sheet_get_value (sheet, "name"), save, form,
                                 (GDestroyNotify) form_free);
  search = add_search (dialog, form);
  if (!whole)
    ggov_form_dialog_add_hint (dialog, _("What is masked stays as it is, unless something is typed "
                                         "in its place. To see it, reveal it first."));
  for (guint i = 0; i < ggov_register_catalogue_get_n_groups (catalogue); i++)
    add_group (dialog, form, ggov_register_catalogue_get_group_at (catalogue, i));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 620, 680);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (search);
}
