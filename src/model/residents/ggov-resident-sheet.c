/* ggov-resident-sheet.c: all that is known of one resident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-resident-sheet.h"

struct _GgovResidentSheet
{
  GObject     parent_instance;

  gint64      person_id;
  gint64      row_version;
  GHashTable *values;      /* (element-type utf8 utf8) */
  GListModel *residences;
  GListModel *memberships;
  GListModel *visits;
  GListModel *events;
};

G_DEFINE_FINAL_TYPE (GgovResidentSheet, ggov_resident_sheet, G_TYPE_OBJECT)

static void
ggov_resident_sheet_finalize (GObject *object)
{
  GgovResidentSheet *self = GGOV_RESIDENT_SHEET (object);

  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_object (&self->residences);
  g_clear_object (&self->memberships);
  g_clear_object (&self->visits);
  g_clear_object (&self->events);

  G_OBJECT_CLASS (ggov_resident_sheet_parent_class)->finalize (object);
}

static void
ggov_resident_sheet_class_init (GgovResidentSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_resident_sheet_finalize;
}

static void
ggov_resident_sheet_init (GgovResidentSheet *self)
{
}

GgovResidentSheet *
ggov_resident_sheet_new (gint64      person_id,
                         gint64      row_version,
                         GHashTable *values,
                         GListModel *residences,
                         GListModel *memberships,
                         GListModel *visits,
                         GListModel *events)
{
  GgovResidentSheet *self;

  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (GGOV_TYPE_RESIDENT_SHEET, NULL);
  self->person_id = person_id;
  self->row_version = row_version;
  self->values = g_hash_table_ref (values);
  self->residences = g_object_ref (residences);
  self->memberships = g_object_ref (memberships);
  self->visits = g_object_ref (visits);
  self->events = g_object_ref (events);

  return self;
}

gint64
ggov_resident_sheet_get_person_id (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), 0);

  return self->person_id;
}

gint64
ggov_resident_sheet_get_row_version (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), 0);

  return self->row_version;
}

const char *
ggov_resident_sheet_get_value (GgovResidentSheet *self,
                               const char        *code)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  return g_hash_table_lookup (self->values, code);
}

GListModel *
ggov_resident_sheet_get_residences (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  return self->residences;
}

GListModel *
ggov_resident_sheet_get_memberships (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  return self->memberships;
}

GListModel *
ggov_resident_sheet_get_visits (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  return self->visits;
}

GListModel *
ggov_resident_sheet_get_events (GgovResidentSheet *self)
{
  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  return self->events;
}

GgovResident *
ggov_resident_sheet_get_home (GgovResidentSheet *self)
{
  GgovResident *home = NULL;

  g_return_val_if_fail (GGOV_IS_RESIDENT_SHEET (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->residences); i++)
    {
      g_autoptr(GgovResident) row = g_list_model_get_item (self->residences, i);
      const GgovResidentRecord *record = ggov_resident_get_record (row);

      /* The list keeps it. */
      if (record->moved_out == NULL && (home == NULL || record->living))
        home = row;
    }

  return home;
}
