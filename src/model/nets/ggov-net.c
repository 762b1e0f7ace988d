/* ggov-net.c: a net that a department drew before there were base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-net.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovNetRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovNetRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  TEXT (name, "name"),
  TEXT (department, "department"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (role_zh, "role-zh"),
  TEXT (source, "source"),
  TEXT (imported_on, "imported-on"),
  TEXT (retired_on, "retired-on"),
  NUMBER (grids, "grids"),
  NUMBER (people, "people"),
  NUMBER (moved, "moved"),
};

struct _GgovNet
{
  GObject  parent_instance;

  GgovNetRow  row;
  char       *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovNet, ggov_net, G_TYPE_OBJECT)

static void
ggov_net_finalize (GObject *object)
{
  GgovNet *self = GGOV_NET (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_net_parent_class)->finalize (object);
}

static void
ggov_net_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_NET (object)->row, fields, prop_id, value);
}

static void
ggov_net_class_init (GgovNetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_net_finalize;
  object_class->get_property = ggov_net_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_net_init (GgovNet *self)
{
}

GgovNet *
ggov_net_new (const GgovNetRow *row)
{
  GgovNet *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_NET, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovNetRow *
ggov_net_get_row (GgovNet *self)
{
  g_return_val_if_fail (GGOV_IS_NET (self), NULL);

  return &self->row;
}
