/* ggov-choice.c: a record as a list to choose from shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-choice.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovChoiceFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (code), TEXT (name), TEXT (name_zh), TEXT (detail), TEXT (detail_zh),
};

struct _GgovChoice
{
  GObject           parent_instance;

  GgovChoiceFields  fields;
  char             *texts; /* what the fields' texts point into */
};

enum {
  PROP_LABEL = 1,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovChoice, ggov_choice, G_TYPE_OBJECT)

static void
ggov_choice_finalize (GObject *object)
{
  GgovChoice *self = GGOV_CHOICE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_choice_parent_class)->finalize (object);
}

static void
ggov_choice_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GgovChoice *self = GGOV_CHOICE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, ggov_choice_get_label (self));
      break;

    case PROP_DETAIL:
      g_value_set_string (value, ggov_choice_get_detail (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ggov_choice_class_init (GgovChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_choice_finalize;
  object_class->get_property = ggov_choice_get_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_choice_init (GgovChoice *self)
{
}

GgovChoice *
ggov_choice_new (const GgovChoiceFields *fields)
{
  GgovChoice *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_CHOICE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovChoiceFields *
ggov_choice_get_fields (GgovChoice *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE (self), NULL);

  return &self->fields;
}

static const char *
pick (const char *english,
      const char *chinese)
{
  return chinese && _ggov_catalogue_prefers_chinese () ? chinese : english;
}

const char *
ggov_choice_get_label (GgovChoice *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE (self), NULL);

  return pick (self->fields.name, self->fields.name_zh);
}

const char *
ggov_choice_get_detail (GgovChoice *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE (self), NULL);

  return pick (self->fields.detail, self->fields.detail_zh);
}

static char *
fold_all (const GgovChoiceFields *fields)
{
  const char *parts[G_N_ELEMENTS (texts) + 1] = { NULL };
  g_autofree char *all = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, fields, texts[i].offset);

      if (text)
        parts[n++] = text;
    }
  all = g_strjoinv ("\n", (char **) parts);

  return g_utf8_casefold (all, -1);
}

gboolean
ggov_choice_matches (GgovChoice *self,
                     const char *typed)
{
  g_autofree char *folded = NULL;
  g_autofree char *all = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (GGOV_IS_CHOICE (self), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  folded = g_utf8_casefold (typed, -1);
  words = g_strsplit_set (folded, " \t", -1);
  all = fold_all (&self->fields);
  for (guint i = 0; words[i]; i++)
    if (strstr (all, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
