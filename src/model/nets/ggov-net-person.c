/* ggov-net-person.c: somebody of an old net, and the base grids their post moves to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-catalogue-private.h"
#include "ggov-net-person.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovNetPersonRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovNetPersonRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row, "row"),
  TEXT (name, "name"),
  TEXT (phone, "phone"),
  TEXT (old_role, "old-role"),
  TEXT (old_code, "old-code"),
  TEXT (old_name, "old-name"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (role_zh, "role-zh"),
  NUMBER (person_id, "person-id"),
  NUMBER (decided, "decided"),
  NUMBER (moved, "moved"),
  NUMBER (per_mille, "per-mille"),
  NUMBER (doubts, "doubts"),
  TEXT (codes, "codes"),
  TEXT (names, "names"),
};

static const struct
{
  GgovNetDoubt  doubt;
  const char   *name;
  const char   *label;
} doubts[] = {
  { GGOV_NET_DOUBT_NOWHERE, "nowhere", N_("no base grid lies under the old one") },
  { GGOV_NET_DOUBT_NO_ROLE, "no-role", N_("no role is chosen") },
  { GGOV_NET_DOUBT_HELD, "held", N_("the post is held by somebody else") },
  { GGOV_NET_DOUBT_ELSEWHERE, "elsewhere", N_("holds the same post elsewhere") },
  { GGOV_NET_DOUBT_TOO_MANY, "too-many", N_("the role allows one grid only") },
  { GGOV_NET_DOUBT_TIE, "tie", N_("two base grids are even") },
  { GGOV_NET_DOUBT_SMALL_SHARE, "small-share", N_("less than half of the households") },
  { GGOV_NET_DOUBT_BY_AREA, "by-area", N_("no households: by ground") },
  { GGOV_NET_DOUBT_NAMESAKE, "namesake", N_("a namesake has another number") },
};

struct _GgovNetPerson
{
  GObject  parent_instance;

  GgovNetPersonRow  row;
  char       *texts; /* what the row's texts point into */
  gint64     *grid_ids;
  guint       n_grids;
};

G_DEFINE_FINAL_TYPE (GgovNetPerson, ggov_net_person, G_TYPE_OBJECT)

static void
ggov_net_person_finalize (GObject *object)
{
  GgovNetPerson *self = GGOV_NET_PERSON (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->grid_ids, g_free);

  G_OBJECT_CLASS (ggov_net_person_parent_class)->finalize (object);
}

static void
ggov_net_person_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_NET_PERSON (object)->row, fields, prop_id, value);
}

static void
ggov_net_person_class_init (GgovNetPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_net_person_finalize;
  object_class->get_property = ggov_net_person_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_net_person_init (GgovNetPerson *self)
{
}

GgovNetPerson *
ggov_net_person_new (const GgovNetPersonRow *row,
                     const gint64           *grid_ids,
                     guint                   n_grids)
{
  GgovNetPerson *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_NET_PERSON, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));
  self->grid_ids = g_memdup2 (grid_ids, n_grids * sizeof *grid_ids);
  self->n_grids = n_grids;

  return self;
}

const GgovNetPersonRow *
ggov_net_person_get_row (GgovNetPerson *self)
{
  g_return_val_if_fail (GGOV_IS_NET_PERSON (self), NULL);

  return &self->row;
}

const char *
ggov_net_person_get_role (GgovNetPerson *self)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (self);

  if (row == NULL || row->role == NULL)
    return row ? row->old_role : NULL;

  return row->role_zh && _ggov_catalogue_prefers_chinese () ? row->role_zh : row->role;
}

const gint64 *
ggov_net_person_get_grids (GgovNetPerson *self,
                           guint         *n_grids)
{
  g_return_val_if_fail (GGOV_IS_NET_PERSON (self), NULL);

  *n_grids = self->n_grids;

  return self->grid_ids;
}

static int
find_doubt (GgovNetDoubt doubt)
{
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (doubts[i].doubt == doubt)
      return i;

  return -1;
}

const char *
ggov_net_doubt_get_name (GgovNetDoubt doubt)
{
  int i = find_doubt (doubt);

  return i < 0 ? NULL : doubts[i].name;
}

const char *
ggov_net_doubt_get_label (GgovNetDoubt doubt)
{
  int i = find_doubt (doubt);

  return i < 0 ? NULL : _(doubts[i].label);
}

char *
ggov_net_doubts_dup_label (gint64 all)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (all & doubts[i].doubt)
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_("between reasons", "; ") : "",
                              _(doubts[i].label));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
