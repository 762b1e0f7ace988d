/* ggov-import-dialog-kinds.c: which case types a foreign file means by its own words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-form-dialog.h"
#include "ggov-import-dialog-private.h"
#include "ggov-place-chooser.h"
#include "ggov-store-choices.h"

/* Kinds that are asked for at a time; the others are, once these are known. */
#define MOST_KINDS 20

typedef struct
{
  GgovImportDialog *self;  /* (owned) */
  GPtrArray        *names; /* (element-type utf8): what the file calls them */
  GPtrArray        *drops; /* (element-type GtkDropDown) (unowned): the case type of each */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->self);
  g_clear_pointer (&form->names, g_ptr_array_unref);
  g_clear_pointer (&form->drops, g_ptr_array_unref);
  g_free (form);
}

/* A map of its own for each comparison: one under way keeps the one it was given. */
static GHashTable *
dup_meant (GgovImportDialog *self)
{
  GHashTable *meant = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, code;

  if (self->kinds_meant == NULL)
    return meant;

  g_hash_table_iter_init (&iter, self->kinds_meant);
  while (g_hash_table_iter_next (&iter, &name, &code))
    g_hash_table_insert (meant, g_strdup (name), g_strdup (code));

  return meant;
}

/* (nullable): of the case type that is chosen, NULL for the first line */
static const char *
get_code (GtkDropDown *drop)
{
  GgovChoice *type = gtk_drop_down_get_selected_item (drop);
  const char *code = type ? ggov_choice_get_fields (type)->code : NULL;

  return code && *code ? code : NULL;
}

static void
compare_anew (GgovFormDialog *dialog,
              gpointer        data)
{
  Form *form = data;
  g_autoptr(GgovImportDialog) self = g_object_ref (form->self);
  g_autoptr(GHashTable) meant = dup_meant (self);
  gboolean is_told = FALSE;

  for (guint i = 0; i < form->names->len; i++)
    {
      const char *code = get_code (form->drops->pdata[i]);

      if (code == NULL)
        continue;

      g_hash_table_insert (meant, g_strdup (form->names->pdata[i]), g_strdup (code));
      is_told = TRUE;
    }

  if (!is_told)
    {
      ggov_form_dialog_refuse (dialog, _("Choose a case type for one of the kinds at least."));
      return;
    }

  g_clear_pointer (&self->kinds_meant, g_hash_table_unref);
  self->kinds_meant = g_steal_pointer (&meant);
  ggov_form_dialog_end (dialog, 0, NULL);
  if (self->session && self->cancellable == NULL)
    _ggov_import_dialog_accept (self, TRUE);
}

static void
add_kinds (GgovFormDialog *dialog,
           Form           *form,
           GListModel     *types)
{
  for (guint i = 0; i < form->names->len; i++)
    {
      g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);
      /* Translators: what another platform calls a kind of case */
      g_autofree char *title = g_strdup_printf (_("“%s” is"), (char *) form->names->pdata[i]);
      GtkDropDown *drop = ggov_form_dialog_add_drop_down (dialog, title);

      ggov_choices_append (choices, "", _("Other, as before"));
      for (guint k = 0; k < g_list_model_get_n_items (types); k++)
        {
          g_autoptr(GgovChoice) type = g_list_model_get_item (types, k);

          g_list_store_append (choices, type);
        }
      ggov_choices_name (drop);
      gtk_drop_down_set_model (drop, G_LIST_MODEL (choices));
      g_ptr_array_add (form->drops, drop);
    }
}

static void
types_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) types = ggov_store_list_choices_finish (GGOV_STORE (object), result, &error);
  GgovFormDialog *dialog;
  Form *form;

  if (self->session == NULL || self->cancellable || self->report == NULL)
    return;
  if (types == NULL)
    {
      _ggov_import_dialog_show_error (self, error);
      return;
    }

  form = g_new0 (Form, 1);
  form->self = g_object_ref (self);
  form->names = g_ptr_array_new_with_free_func (g_free);
  form->drops = g_ptr_array_new ();
  for (guint i = 0; i < MIN (self->report->kinds->len, MOST_KINDS); i++)
    g_ptr_array_add (form->names, g_strdup (self->report->kinds->pdata[i]));
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Unknown Kinds"),
                                 _("_Compare Again"),
                                 _("What the file calls kinds of issues, and the case types they are. It "
                                   "is kept with the import, and known for the next file."),
                                 compare_anew, form, form_free);
  add_kinds (dialog, form, types);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
choose_kinds_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovImportDialog *self = GGOV_IMPORT_DIALOG (widget);

  ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_CASE_TYPES, 0,
                                 ggov_session_get_today (self->session), NULL, types_cb,
                                 g_object_ref (self));
}

void
_ggov_import_dialog_install_kinds (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "import.choose-kinds", NULL, choose_kinds_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, GDK_CONTROL_MASK, "import.choose-kinds",
                                       NULL);
}
