/* ggov-rule-measure.c: a rule that was set up, changed or abolished because of cases (立改废)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-record-private.h"
#include "ggov-rule-measure.h"

static const struct
{
  const char *code;
  const char *label;
} deeds[GGOV_N_RULE_DEEDS] = {
  [GGOV_RULE_SET_UP] = { "set-up", NC_("rule", "Set up") },
  [GGOV_RULE_CHANGE] = { "change", NC_("rule", "Change") },
  [GGOV_RULE_ABOLISH] = { "abolish", NC_("rule", "Abolish") },
};

#define TEXT(member) GGOV_TEXT_FIELD (GgovRuleMeasureFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (title), TEXT (rule), TEXT (valid_from), TEXT (owner), TEXT (types),
};

struct _GgovRuleMeasure
{
  GObject                parent_instance;

  GgovRuleMeasureFields  fields;
  char                  *texts; /* what the fields' texts point into */
};

G_DEFINE_FINAL_TYPE (GgovRuleMeasure, ggov_rule_measure, G_TYPE_OBJECT)

static void
ggov_rule_measure_finalize (GObject *object)
{
  GgovRuleMeasure *self = GGOV_RULE_MEASURE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_rule_measure_parent_class)->finalize (object);
}

static void
ggov_rule_measure_class_init (GgovRuleMeasureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_rule_measure_finalize;
}

static void
ggov_rule_measure_init (GgovRuleMeasure *self)
{
}

GgovRuleMeasure *
ggov_rule_measure_new (const GgovRuleMeasureFields *fields)
{
  GgovRuleMeasure *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_RULE_MEASURE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovRuleMeasureFields *
ggov_rule_measure_get_fields (GgovRuleMeasure *self)
{
  g_return_val_if_fail (GGOV_IS_RULE_MEASURE (self), NULL);

  return &self->fields;
}

const char *
ggov_rule_deed_get_code (GgovRuleDeed deed)
{
  g_return_val_if_fail ((guint) deed < GGOV_N_RULE_DEEDS, NULL);

  return deeds[deed].code;
}

gboolean
ggov_rule_deed_from_code (const char   *code,
                          GgovRuleDeed *deed)
{
  g_return_val_if_fail (code != NULL && deed != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_RULE_DEEDS; i++)
    if (g_str_equal (deeds[i].code, code))
      {
        *deed = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_rule_deed_get_label (GgovRuleDeed deed)
{
  g_return_val_if_fail ((guint) deed < GGOV_N_RULE_DEEDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "rule", deeds[deed].label);
}
