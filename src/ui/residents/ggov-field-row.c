/* ggov-field-row.c: one field of the register to fill in, as the catalogue has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-field-row.h"

#define LABEL_PX 190

struct _GgovFieldRow
{
  AdwBin                   parent_instance;

  GgovRegisterCatalogue   *catalogue;
  const GgovRegisterField *field;   /* of the catalogue */
  char                    *value;   /* (nullable): as it is kept */
  GPtrArray               *codes;   /* (nullable) (element-type utf8): of the lines of the list */
  GtkWidget               *editor;  /* (unowned): an entry or a list */
  GtkWidget               *problem; /* (unowned) */
  gboolean                 hidden;
};

G_DEFINE_FINAL_TYPE (GgovFieldRow, ggov_field_row, ADW_TYPE_BIN)

/* Lists ----------------------------------------------------------------------------------- */

static gboolean
has_list (const GgovRegisterField *field)
{
  return field->type == GGOV_REGISTER_CODE || field->type == GGOV_REGISTER_BOOLEAN;
}

static void
append_code (GgovFieldRow  *self,
             GtkStringList *labels,
             const char    *code,
             const char    *label)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (labels, label);
}

static void
append_codes (GgovFieldRow  *self,
              GtkStringList *labels)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (self->catalogue, self->field);

  for (guint i = 0; codes && i < ggov_register_codes_get_n (codes); i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_get_at (codes, i);

      append_code (self, labels, code->code, ggov_register_code_get_label (code));
    }
}

/* A code that is not in the table (any more) has a line as well: it is not lost. */
static guint
find_code (GgovFieldRow  *self,
           GtkStringList *labels)
{
  if (self->value == NULL || self->hidden)
    return 0;

  for (guint i = 1; i < self->codes->len; i++)
    if (g_strcmp0 (self->codes->pdata[i], self->value) == 0)
      return i;

  append_code (self, labels, self->value, self->value);

  return self->codes->len - 1;
}

static GtkWidget *
make_list (GgovFieldRow *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                               "string");
  GtkWidget *list;
  guint selected;

  self->codes = g_ptr_array_new_with_free_func (g_free);
  append_code (self, labels, "", self->hidden ? _("Masked: stays as it is") : "—");
  if (self->field->type == GGOV_REGISTER_BOOLEAN)
    {
      append_code (self, labels, "1", _("Yes"));
      append_code (self, labels, "0", _("No"));
    }
  else
    append_codes (self, labels);

  selected = find_code (self, labels);
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), g_steal_pointer (&name));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list), self->codes->len > 12);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), selected);

  return list;
}

static GtkWidget *
make_entry (GgovFieldRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *shown = self->hidden
    ? ggov_register_field_dup_masked (self->field, self->value)
    : ggov_register_field_dup_shown (self->catalogue, self->field, self->value);

  if (self->hidden)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), shown);
  else
    gtk_editable_set_text (GTK_EDITABLE (entry), shown);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);

  return entry;
}

/* The row ----------------------------------------------------------------------------------- */

static void
changed_cb (GgovFieldRow *self)
{
  ggov_field_row_set_problem (self, NULL);
}

static char *
dup_title (const GgovRegisterField *field)
{
  const char *label = ggov_register_field_get_label (field);

  if (field->unit)
    /* Translators: what is asked, and in which unit */
    return g_strdup_printf (_("%1$s (%2$s)"), label, field->unit);

  /* Translators: what has to be filled in */
  return field->is_required ? g_strdup_printf (_("%s *"), label) : g_strdup (label);
}

static void
fill (GgovFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = dup_title (self->field);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, LABEL_PX, -1);
  self->editor = has_list (self->field) ? make_list (self) : make_entry (self);
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (self->editor, has_list (self->field) ? "notify::selected" : "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->editor);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->problem);
  adw_bin_set_child (ADW_BIN (self), box);
}

static gboolean
ggov_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GGOV_FIELD_ROW (widget)->editor);
}

static void
ggov_field_row_finalize (GObject *object)
{
  GgovFieldRow *self = GGOV_FIELD_ROW (object);

  g_clear_pointer (&self->catalogue, ggov_register_catalogue_unref);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_field_row_parent_class)->finalize (object);
}

static void
ggov_field_row_class_init (GgovFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_field_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = ggov_field_row_grab_focus;
}

static void
ggov_field_row_init (GgovFieldRow *self)
{
}

GtkWidget *
ggov_field_row_new (GgovRegisterCatalogue   *catalogue,
                    const GgovRegisterField *field,
                    const char              *value,
                    gboolean                 hidden)
{
  GgovFieldRow *self = g_object_new (GGOV_TYPE_FIELD_ROW, NULL);

  self->catalogue = ggov_register_catalogue_ref (catalogue);
  self->field = field;
  self->value = g_strdup (value);
  self->hidden = hidden && value != NULL;
  fill (self);

  return GTK_WIDGET (self);
}

const GgovRegisterField *
ggov_field_row_get_field (GgovFieldRow *self)
{
  g_return_val_if_fail (GGOV_IS_FIELD_ROW (self), NULL);

  return self->field;
}

char *
ggov_field_row_dup_typed (GgovFieldRow *self)
{
  g_return_val_if_fail (GGOV_IS_FIELD_ROW (self), NULL);

  if (!has_list (self->field))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));

  return g_strdup (self->codes->pdata[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor))]);
}

gboolean
ggov_field_row_is_untouched (GgovFieldRow *self)
{
  g_autofree char *typed = ggov_field_row_dup_typed (self);

  return self->hidden && *typed == '\0';
}

gboolean
ggov_field_row_read (GgovFieldRow              *self,
                     const GgovRegisterReading *reading,
                     char                     **value)
{
  g_autofree char *typed = ggov_field_row_dup_typed (self);
  g_autofree char *parsed = NULL;
  g_autoptr(GError) error = NULL;

  *value = NULL;
  if (ggov_field_row_is_untouched (self))
    return TRUE;

  /* What was there is not judged anew. */
  if (has_list (self->field))
    parsed = g_steal_pointer (&typed);
  else if (!ggov_register_field_parse (self->catalogue, self->field, typed, reading, &parsed, NULL,
                                       &error))
    {
      ggov_field_row_set_problem (self, error->message);
      return FALSE;
    }

  if (g_strcmp0 (parsed ? parsed : "", self->value ? self->value : "") != 0)
    *value = g_strdup (parsed ? parsed : "");

  return TRUE;
}

void
ggov_field_row_set_problem (GgovFieldRow *self,
                            const char   *sentence)
{
  g_return_if_fail (GGOV_IS_FIELD_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->problem), sentence ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
  if (sentence)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
}
