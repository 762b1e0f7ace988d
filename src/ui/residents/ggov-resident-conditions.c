/* ggov-resident-conditions.c: what any field of the register is to say, as words that can be taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-resident-conditions.h"

#define PREFIX    "field."
#define MAX_CHARS 30

struct _GgovResidentConditions
{
  AdwBin      parent_instance;

  GtkFlowBox *flow; /* (unowned): the child */
};

enum { REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovResidentConditions, ggov_resident_conditions, ADW_TYPE_BIN)

static const struct
{
  const char *code;
  const char *label;
} tests[] = {
  [GGOV_RESIDENT_IS] = { "is", NC_("condition", "is") },
  [GGOV_RESIDENT_IS_NOT] = { "not", NC_("condition", "is not") },
  [GGOV_RESIDENT_HAS] = { "has", NC_("condition", "contains") },
  [GGOV_RESIDENT_IS_FROM] = { "from", NC_("condition", "is at least") },
  [GGOV_RESIDENT_IS_TO] = { "to", NC_("condition", "is at most") },
  [GGOV_RESIDENT_IS_FILLED] = { "filled", NC_("condition", "is filled in") },
  [GGOV_RESIDENT_IS_EMPTY] = { "empty", NC_("condition", "is empty") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tests) == GGOV_RESIDENT_N_TESTS);

const char *
ggov_resident_test_get_label (GgovResidentTest test)
{
  g_return_val_if_fail (test < GGOV_RESIDENT_N_TESTS, NULL);

  return g_dpgettext2 (NULL, "condition", tests[test].label);
}

gboolean
ggov_resident_test_suits (GgovResidentTest         test,
                          const GgovRegisterField *field)
{
  const gboolean is_code = field->type == GGOV_REGISTER_CODE || field->type == GGOV_REGISTER_CODES ||
                           field->type == GGOV_REGISTER_BOOLEAN;

  if (test == GGOV_RESIDENT_HAS)
    return !is_code && field->type != GGOV_REGISTER_DATE && field->type != GGOV_REGISTER_NUMBER;

  return (test != GGOV_RESIDENT_IS_FROM && test != GGOV_RESIDENT_IS_TO) ||
         field->type == GGOV_REGISTER_DATE || field->type == GGOV_REGISTER_NUMBER;
}

char *
ggov_resident_condition_dup_key (const char       *field,
                                 GgovResidentTest  test)
{
  g_return_val_if_fail (test < GGOV_RESIDENT_N_TESTS, NULL);

  return g_strconcat (PREFIX, field, ".", tests[test].code, NULL);
}

gboolean
ggov_resident_condition_from_key (GgovRegisterCatalogue *catalogue,
                                  const char            *key,
                                  const char            *value,
                                  GgovResidentCondition *condition)
{
  g_auto(GStrv) parts = g_strsplit (key, ".", 3);
  const GgovRegisterField *field;

  if (!g_str_has_prefix (key, PREFIX) || g_strv_length (parts) != 3 ||
      !(field = ggov_register_catalogue_find (catalogue, parts[1])))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (g_str_equal (tests[i].code, parts[2]))
      {
        *condition = (GgovResidentCondition) {
          .field = field->code,
          .test = i,
          .value = value,
          .is_number = field->type == GGOV_REGISTER_NUMBER,
        };
        return TRUE;
      }

  return FALSE;
}

/* Chips ----------------------------------------------------------------------------------- */

/* (transfer full): the value as somebody reads it */
static char *
dup_value (GgovRegisterCatalogue       *catalogue,
           const GgovRegisterField     *field,
           const GgovResidentCondition *condition)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (catalogue, field);
  const GgovRegisterCode *code = codes ? ggov_register_codes_find (codes, condition->value) : NULL;

  if (condition->test == GGOV_RESIDENT_IS_FILLED || condition->test == GGOV_RESIDENT_IS_EMPTY)
    return g_strdup ("");
  if (code)
    return g_strdup (ggov_register_code_get_label (code));
  if (field->type == GGOV_REGISTER_BOOLEAN)
    return g_strdup (g_str_equal (condition->value, "1") ? _("Yes") : _("No"));

  return g_strdup (condition->value);
}

static char *
dup_sentence (GgovRegisterCatalogue       *catalogue,
              const GgovResidentCondition *condition)
{
  const GgovRegisterField *field = ggov_register_catalogue_find (catalogue, condition->field);
  g_autofree char *value = dup_value (catalogue, field, condition);
  /* Translators: a field, a comparison such as “is at least”, and what it is compared with */
  g_autofree char *sentence = g_strdup_printf (C_("condition", "%1$s %2$s %3$s"),
                                               ggov_register_field_get_label (field),
                                               ggov_resident_test_get_label (condition->test), value);

  return g_strdup (g_strchomp (sentence));
}

static void
clicked_cb (GtkWidget *button,
            gpointer   user_data)
{
  g_autofree char *key = g_strdup (gtk_widget_get_name (button));

  g_signal_emit (user_data, signals[REMOVED], 0, key);
}

static void
add_chip (GgovResidentConditions *self,
          const char             *key,
          const char             *sentence)
{
  GtkWidget *button = gtk_button_new (), *chip = gtk_flow_box_child_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label = gtk_label_new (sentence);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_name (button, key);
  gtk_widget_set_tooltip_text (button, _("Take this filter away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  /* The button is where the cursor stops. */
  gtk_widget_set_focusable (chip, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (chip), button);
  gtk_flow_box_append (self->flow, chip);
}

static void
ggov_resident_conditions_class_init (GgovResidentConditionsClass *klass)
{
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ggov_resident_conditions_init (GgovResidentConditions *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->flow = GTK_FLOW_BOX (flow);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, 8);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_flow_box_set_row_spacing (self->flow, 6);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What fields have to say"), -1);
  adw_bin_set_child (ADW_BIN (self), flow);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ggov_resident_conditions_show (GgovResidentConditions *self,
                               GgovRegisterCatalogue  *catalogue,
                               GHashTable             *choices)
{
  g_autoptr(GList) keys = NULL;
  GtkWidget *child;

  g_return_if_fail (GGOV_IS_RESIDENT_CONDITIONS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))))
    gtk_flow_box_remove (self->flow, child);

  keys = g_list_sort (g_hash_table_get_keys (choices), (GCompareFunc) strcmp);
  for (GList *l = keys; l && catalogue; l = l->next)
    {
      GgovResidentCondition condition;
      g_autofree char *sentence = NULL;

      if (!ggov_resident_condition_from_key (catalogue, l->data,
                                             g_hash_table_lookup (choices, l->data), &condition))
        continue;

      sentence = dup_sentence (catalogue, &condition);
      add_chip (self, l->data, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->flow)) != NULL);
}
