/* ggov-import-residents-row.c: one row of a table becomes a resident, or changes one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-import-conflicts.h"
#include "ggov-import-residents-write-private.h"
#include "ggov-mask.h"
#include "ggov-write-residents.h"

#define AT_ONCE 240 /* people: ten statements of as many as are written at once */

/* Somebody known, compared with the row. */
typedef struct
{
  GgovImportMove     *move;
  GgovImportResident *resident;
  GgovKnownResident  *known;
  GgovImportHome     *home;     /* (nullable): where the row has them */
  GHashTable         *values;   /* (owned): what is known */
  GHashTable         *others;   /* (owned) (element-type utf8 utf8): what is to be written */
  gboolean            moves;    /* to another door or household */
  gboolean            relates;  /* otherwise to the head, or to the place */
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static void
waiting_free (GgovImportWaiting *waiting)
{
  g_clear_pointer (&waiting->resident, ggov_import_resident_free);
  g_free (waiting);
}

void
ggov_import_move_clear (GgovImportMove *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->census, ggov_import_census_free);
  g_clear_pointer (&self->spots, ggov_import_spots_free);
  g_clear_pointer (&self->form, ggov_import_form_free);
}

/* New ---------------------------------------------------------------------------------------------- */

/* From when they are there: as the row says, if it is not to come. */
static const char *
get_since (GgovImportMove           *self,
           const GgovImportResident *resident)
{
  const char *since = ggov_import_resident_get (resident, "living_since");

  return since && g_strcmp0 (since, self->order->day) < 0 ? since : self->order->day;
}

/* Takes @resident over. */
static gboolean
wait_for_others (GgovImportMove      *self,
                 GgovImportResident  *resident,
                 GgovImportHome      *home,
                 GError             **error)
{
  GgovImportWaiting *waiting = g_new0 (GgovImportWaiting, 1);

  waiting->resident = resident;
  waiting->home = home;
  waiting->since = get_since (self, resident);
  waiting->known = ggov_import_census_add (self->census, resident);
  ggov_import_read_residence (resident, &waiting->registered, &waiting->living);
  g_array_append_val (home->rows, resident->row);
  if (self->waiting == NULL)
    self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) waiting_free);
  g_ptr_array_add (self->waiting, waiting);
  self->order->report->added++;

  return self->waiting->len < AT_ONCE || ggov_import_move_flush (self, error);
}

/* Known -------------------------------------------------------------------------------------------- */

static void
refuse_conflict (Comparison *self,
                 const char *label,
                 const char *known,
                 const char *said)
{
  /* Translators: what a field is called, what the office knows of it, what the table has */
  g_autofree char *reason = g_strdup_printf (_("%1$s: the register has “%2$s”, the table “%3$s”; decide "
                                               "which is right"), label, known, said);

  ggov_import_resident_refuse (self->resident, "conflict",
                               _("The register says something else, and you wished to be asked"),
                               reason);
}

/* What is computed or written elsewhere is not compared here. */
static gboolean
is_compared (const GgovRegisterField *field)
{
  static const char *const others[] = { "relation", "living_since", "household_number", "special_groups",
                                        "residence_type", NULL };

  return (field->origin == GGOV_REGISTER_TYPED || field->origin == GGOV_REGISTER_FROM_IDENTITY) &&
         !g_strv_contains (others, field->code);
}

static void
compare_value (Comparison              *self,
               const GgovRegisterField *field,
               const char              *said)
{
  const char *known = g_hash_table_lookup (self->values, field->code);
  const gboolean is_blank = known == NULL || *known == '\0' ||
                            (g_str_equal (field->code, "sex") && *known == '0') ||
                            (g_str_equal (field->code, "id_type") && g_str_equal (known, "000"));

  if (said == NULL || g_strcmp0 (said, known) == 0)
    return;
  /* That a row has no number does not say that somebody has none. */
  if (g_str_equal (field->code, "id_type") && g_str_equal (said, "000"))
    return;

  switch (is_blank ? GGOV_IMPORT_CONFLICT_TAKE
                   : ggov_import_conflicts_get (self->move->order->conflicts, field->code))
    {
    case GGOV_IMPORT_CONFLICT_KEEP:
      return;

    case GGOV_IMPORT_CONFLICT_ASK:
      refuse_conflict (self, ggov_register_field_get_label (field), known, said);
      return;

    case GGOV_IMPORT_CONFLICT_TAKE:
    default:
      g_hash_table_insert (self->others, (gpointer) field->code, (gpointer) said);
    }
}

static void
compare_values (Comparison *self)
{
  const GPtrArray *fields = self->move->form->register_fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const GgovRegisterField *field = fields->pdata[i];

      if (is_compared (field))
        compare_value (self, field, ggov_import_resident_get (self->resident, field->code));
    }
}

/* Where nothing is known of where they live, the row is right. */
static void
compare_place (Comparison *self)
{
  const GgovKnownResident *known = self->known;
  const char *relation = ggov_import_get_relation (self->resident);
  gboolean registered, living;
  g_autofree char *label = NULL;
  g_autofree char *said = NULL;

  if (self->home == NULL)
    return;

  ggov_import_read_residence (self->resident, &registered, &living);
  self->moves = known->residence_id == 0 || known->household_id != self->home->household_id;
  self->relates = !self->moves &&
                  ((relation && g_strcmp0 (relation, known->relation) != 0) ||
                   (ggov_import_resident_get (self->resident, "residence_type") &&
                    (!registered != !known->registered || !living != !known->living)));
  if (known->residence_id == 0 || !(self->moves || self->relates))
    return;

  switch (ggov_import_conflicts_get (self->move->order->conflicts, GGOV_IMPORT_CONFLICT_PLACE))
    {
    case GGOV_IMPORT_CONFLICT_KEEP:
      self->moves = self->relates = FALSE;
      return;

    case GGOV_IMPORT_CONFLICT_ASK:
      label = ggov_import_spots_dup_label (self->move->spots, self->resident->unit);
      said = g_strconcat (label, " ", self->resident->address.door, NULL);
      refuse_conflict (self, _("Door and household"), known->door, said);
      return;

    case GGOV_IMPORT_CONFLICT_TAKE:
    default:
      return;
    }
}

/* Somebody who was known moves into a household that may have to be made first. */
static gboolean
make_home (Comparison  *self,
           GError     **error)
{
  GgovImportHome *home = self->home;
  const GgovDwellingRow dwelling = { home->unit_id, home->door };
  GgovHouseholdRow household = { .number = home->number, .formed_on = self->move->order->day };
  gint64 id = home->dwelling_id;

  if (id == 0 && !ggov_change_add_dwellings (self->move->change, &dwelling, 1, &id, error))
    return FALSE;
  ggov_import_census_set_dwelling (self->move->census, home, id);
  household.dwelling_id = id;

  return home->household_id != 0 ||
         ggov_change_add_households (self->move->change, &household, 1, &home->household_id, error);
}

static gboolean
write_place (Comparison  *self,
             GError     **error)
{
  GgovKnownResident *known = self->known;
  GgovResidenceRow row = {
    .person_id = known->person_id,
    .relation = ggov_import_get_relation (self->resident),
    .moved_in = get_since (self->move, self->resident),
  };

  if (!self->moves && !self->relates)
    return TRUE;

  ggov_import_read_residence (self->resident, &row.registered, &row.living);
  if (row.relation == NULL)
    row.relation = known->relation ? known->relation : "";
  if (self->relates)
    return ggov_change_update_residence (self->move->change, known->residence_id, row.relation,
                                         ggov_import_resident_get (self->resident, "residence_type")
                                           ? row.registered : known->registered,
                                         ggov_import_resident_get (self->resident, "residence_type")
                                           ? row.living : known->living, error);
  if (!make_home (self, error))
    return FALSE;

  row.household_id = self->home->household_id;
  if (known->residence_id == 0)
    return ggov_change_add_residences (self->move->change, &row, 1, NULL, error);

  return ggov_change_move_resident (self->move->change, known, row.household_id, row.relation,
                                    row.registered, row.living, self->move->order->day, error);
}

static gboolean
write_values (Comparison  *self,
              GError     **error)
{
  const char *groups = g_hash_table_lookup (self->values, "special_groups");
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer code, value;
  int required, optional;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &code, &value))
    g_hash_table_insert (all, code, value);
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &code, &value))
    g_hash_table_insert (all, code, value);
  ggov_import_count_filled (self->move, self->resident, all, &required, &optional);

  if ((g_hash_table_size (self->others) > 0 || self->known->resident_id == 0) &&
      !ggov_change_save_resident (self->move->change, self->known->person_id, self->others, required,
                                  optional, error))
    return FALSE;

  return ggov_import_write_groups (self->move, self->known->person_id, self->resident, groups, error);
}

static gboolean
has_new_groups (const Comparison *self)
{
  const char *said = ggov_import_resident_get (self->resident, "special_groups");
  const char *known = g_hash_table_lookup (self->values, "special_groups");
  g_auto(GStrv) codes = g_strsplit (said ? said : "", ",", -1);
  g_auto(GStrv) before = g_strsplit (known ? known : "", ",", -1);

  for (guint i = 0; codes[i]; i++)
    if (!g_strv_contains ((const char *const *) before, codes[i]))
      return TRUE;

  return FALSE;
}

static gboolean
update (GgovImportMove      *self,
        GgovImportResident  *resident,
        GgovKnownResident   *known,
        GgovImportHome      *home,
        GError             **error)
{
  g_auto(Comparison) comparison = { self, resident, known, home, NULL, NULL, FALSE, FALSE };
  gboolean is_other;

  /* A household that waits has no number yet. */
  if (home && home->household_id == 0 && !ggov_import_move_flush (self, error))
    return FALSE;
  comparison.others = g_hash_table_new (g_str_hash, g_str_equal);
  if (!(comparison.values = ggov_change_load_resident_values (self->change, known->person_id,
                                                              self->order->day, error)))
    return FALSE;

  compare_values (&comparison);
  compare_place (&comparison);
  if (resident->problems)
    return TRUE;

  is_other = g_hash_table_size (comparison.others) > 0 || comparison.moves || comparison.relates ||
             known->resident_id == 0 || has_new_groups (&comparison);
  if (is_other && !(write_values (&comparison, error) && write_place (&comparison, error)))
    return FALSE;

  known->row = resident->row;
  if (home)
    g_array_append_val (home->rows, resident->row);
  self->order->report->changed += is_other;
  self->order->report->same += !is_other;

  return TRUE;
}

/* Both --------------------------------------------------------------------------------------------- */

static void
check_door (GgovImportResident      *resident,
            const GgovKnownResident *known)
{
  if (resident->problems || resident->unit || (known && known->residence_id != 0))
    return;

  ggov_import_resident_refuse (resident, "no-place",
                               _("The row does not say where the person lives; add building and door"),
                               NULL);
}

static GgovImportHome *
find_home (GgovImportMove     *self,
           GgovImportResident *resident)
{
  GgovImportHome *home;

  if (resident->problems || resident->unit == NULL)
    return NULL;

  home = ggov_import_census_find_home (self->census, resident);
  if (home)
    ggov_import_census_check (self->census, home, resident);
  else
    ggov_import_resident_refuse (resident, "several-households",
                                 _("Several households live behind this door; give the number of the "
                                   "household or the name of its head"), NULL);

  return home;
}

static void
reject (GgovImportMove           *self,
        const GgovImportResident *resident)
{
  ggov_import_report_reject_because (self->order->report, resident->row, resident->code,
                                     resident->message, resident->problems->str);
}

/* What was read of the row, in the user's words. */
static void
describe (GgovImportMove           *self,
          const GgovImportResident *resident,
          GgovImportSample         *sample)
{
  const GPtrArray *fields = self->form->register_fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const GgovRegisterField *field = fields->pdata[i];
      const char *value = ggov_import_resident_get (resident, field->code);

      if (value == NULL)
        continue;
      g_free (sample->texts[i]);
      sample->texts[i] = ggov_register_field_dup_shown (self->form->catalogue, field, value);
    }
}

gboolean
ggov_import_move_accept (GgovImportMove      *self,
                         GgovImportResident  *resident,
                         GgovImportSample    *sample,
                         GError             **error)
{
  g_autoptr(GgovImportResident) owned = resident;
  GgovImportReport *report = self->order->report;
  const guint added = report->added, changed = report->changed;
  GgovKnownResident *known = NULL;
  GgovImportHome *home;
  gboolean ok = TRUE;

  report->read++;
  if (sample)
    describe (self, resident, sample);
  if (resident->problems == NULL)
    known = ggov_import_census_find (self->census, resident);
  check_door (resident, known);
  home = find_home (self, resident);
  if (resident->problems == NULL)
    ok = known ? update (self, resident, known, home, error)
               : wait_for_others (self, g_steal_pointer (&owned), home, error);
  if (ok && owned && resident->problems)
    reject (self, resident);
  if (sample)
    sample->fate = owned && resident->problems ? GGOV_IMPORT_FATE_REJECTED
                 : report->added > added ? GGOV_IMPORT_FATE_NEW
                 : report->changed > changed ? GGOV_IMPORT_FATE_CHANGED : GGOV_IMPORT_FATE_SAME;

  return ok;
}
