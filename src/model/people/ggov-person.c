/* ggov-person.c: a person of the office's register of posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-person.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPersonDetails, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPersonDetails, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  TEXT (name, "name"),
  TEXT (sex, "sex"),
  TEXT (sex_label, "sex-label"),
  TEXT (birth_date, "birth-date"),
  TEXT (phone, "phone"),
  TEXT (organisation, "organisation"),
  TEXT (party_organisation, "party-organisation"),
  TEXT (home, "home"),
};

struct _GgovPerson
{
  GObject            parent_instance;

  GgovPersonDetails  record;
  char              *texts; /* what the record's texts point into */
  GListModel        *posts; /* (element-type GgovPost) */
};

enum
{
  PROP_POSTS = G_N_ELEMENTS (fields) + 1,
};

G_DEFINE_FINAL_TYPE (GgovPerson, ggov_person, G_TYPE_OBJECT)

static void
ggov_person_finalize (GObject *object)
{
  GgovPerson *self = GGOV_PERSON (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_object (&self->posts);

  G_OBJECT_CLASS (ggov_person_parent_class)->finalize (object);
}

static void
ggov_person_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GgovPerson *self = GGOV_PERSON (object);

  if (prop_id == PROP_POSTS)
    g_value_set_object (value, self->posts);
  else
    _ggov_record_get (&self->record, fields, prop_id, value);
}

static void
ggov_person_class_init (GgovPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_person_finalize;
  object_class->get_property = ggov_person_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
  g_object_class_install_property (object_class, PROP_POSTS,
                                   g_param_spec_object ("posts", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
ggov_person_init (GgovPerson *self)
{
}

GgovPerson *
ggov_person_new (const GgovPersonDetails *details,
                 GListModel              *posts)
{
  GgovPerson *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (posts), NULL);

  self = g_object_new (GGOV_TYPE_PERSON, NULL);
  self->record = *details;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));
  self->posts = g_object_ref (posts);

  return self;
}

const GgovPersonDetails *
ggov_person_get_details (GgovPerson *self)
{
  g_return_val_if_fail (GGOV_IS_PERSON (self), NULL);

  return &self->record;
}

GListModel *
ggov_person_get_posts (GgovPerson *self)
{
  g_return_val_if_fail (GGOV_IS_PERSON (self), NULL);

  return self->posts;
}

const char *
ggov_sex_get_label (const char *code)
{
  if (g_strcmp0 (code, "1") == 0)
    return C_("sex", "Male");
  if (g_strcmp0 (code, "2") == 0)
    return C_("sex", "Female");

  return "";
}
