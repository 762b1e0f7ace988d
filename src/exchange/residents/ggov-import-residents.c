/* ggov-import-residents.c: rows of a table become residents of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-change-import-mapping.h"
#include "ggov-import-footprints-private.h"
#include "ggov-import-heading.h"
#include "ggov-import-residents-private.h"
#include "ggov-import-residents.h"
#include "ggov-local-time.h"
#include "ggov-store-register-fields.h"
#include "ggov-write-residents.h"

#define N_REQUIRED   1   /* the name */
#define CHECK_EVERY  256 /* rows between looks at whether the user gave up */
#define FIRST_SHARE  0.1 /* of the time: looking at the households */

static gboolean
load_groups (GgovImportMove  *self,
             GError         **error)
{
  const GgovRegisterCodes *codes =
    ggov_register_catalogue_find_codes (self->form->catalogue, "special_group");

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < ggov_register_codes_get_n (codes); i++)
    {
      const char *code = ggov_register_codes_get_at (codes, i)->code;
      g_autoptr(GError) missing = NULL;
      const gint64 id = ggov_change_find_special_group (self->change, code, &missing);

      if (id != 0)
        g_hash_table_insert (self->groups, (gpointer) code, g_memdup2 (&id, sizeof id));
      else if (!g_error_matches (missing, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
load (GgovImportMove  *self,
      GError         **error)
{
  GgovRegisterCatalogue *catalogue = ggov_change_load_register_fields (self->change, error);

  if (catalogue == NULL)
    return FALSE;

  self->form = ggov_import_form_new (catalogue);
  if (!ggov_local_day_parse (self->order->day, &self->reading.today, error))
    return FALSE;

  self->reading.epoch = ggov_exchange_reading_get_epoch (self->order->reading);

  return (self->spots = ggov_import_spots_new (self->change, self->order->day, error)) &&
         (self->census = ggov_import_census_new (self->change, self->order->day, error)) &&
         load_groups (self, error);
}

static const GgovImportField *
get_fields (const GgovImportMove *self)
{
  return (const GgovImportField *) (gpointer) self->form->fields->data;
}

/* Where nobody says which columns serve, those that did the last time do. */
static GgovImportTable *
open_table (GgovImportMove  *self,
            gboolean         is_first,
            GError         **error)
{
  GgovImportOrder *order = self->order;
  GHashTable *wishes = order->wishes;
  const guint n_fields = self->form->fields->len;
  g_autoptr(GHashTable) remembered =
    ggov_change_load_import_mappings (self->change, order->word, error);
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autofree char *words = NULL;

  if (remembered == NULL ||
      !(heading = ggov_import_heading_find (order->reading, order->layer_index, get_fields (self),
                                            n_fields, order->heading, wishes,
                                            wishes ? NULL : remembered, error)))
    return NULL;

  words = ggov_import_heading_dup_words (heading);
  if (is_first && wishes && order->remember &&
      !ggov_change_keep_import_mapping (self->change, order->word, words, wishes, error))
    return NULL;

  return ggov_import_heading_open (order->reading, order->layer_index, heading, get_fields (self),
                                   n_fields, N_REQUIRED,
                                   wishes ? wishes : g_hash_table_lookup (remembered, words), error);
}

static gboolean
has_enough (const GgovImportOrder *order,
            guint                  n)
{
  return order->most_rows > 0 && n >= order->most_rows;
}

/* Calls @func for each row that is about somebody. */
static gboolean
go_through (GgovImportMove   *self,
            GgovImportTable  *table,
            double            from,
            double            to,
            gboolean        (*func) (GgovImportMove *self, GgovImportTable *table, GError **error),
            GError          **error)
{
  const double n_rows = MAX (self->order->layer->n_rows, 1);
  GError *broken = NULL;

  for (guint i = 0; !has_enough (self->order, i) && ggov_exchange_rows_next (table->rows, &broken); i++)
    if ((i % CHECK_EVERY == 0 &&
         !ggov_import_go_on (self->change, self->order, from + (to - from) * i / n_rows, error)) ||
        !func (self, table, error))
      return FALSE;

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

/* Who is the head of which household has to be known before the first of its people comes in. */
static gboolean
note_row (GgovImportMove   *self,
          GgovImportTable  *table,
          GError          **error)
{
  g_autoptr(GgovImportResident) resident =
    ggov_import_resident_read (self->form, table, &self->reading, self->spots, NULL);

  if (resident)
    ggov_import_census_note (self->census, resident);

  return TRUE;
}

static gboolean
accept_row (GgovImportMove   *self,
            GgovImportTable  *table,
            GError          **error)
{
  GgovImportReport *report = self->order->report;
  const gint64 row = ggov_exchange_rows_get_number (table->rows);
  GgovImportSample *sample = ggov_import_report_add_sample (report, row, self->form->fields->len);
  GgovImportResident *resident =
    ggov_import_resident_read (self->form, table, &self->reading, self->spots, report);

  if (resident)
    return ggov_import_move_accept (self, resident, sample, error);

  ggov_import_report_notice (report, row, "note",
                             _("Notes and sums among the rows were passed over"), NAN, NAN);

  return TRUE;
}

/* What is in no column of the register is not lost in silence. */
static void
tell_columns (GgovImportMove  *self,
              GgovImportTable *table)
{
  for (guint column = 0; table->titles[column]; column++)
    {
      gboolean is_used = table->titles[column][0] == '\0';
      g_autofree char *sentence = NULL;

      for (guint i = 0; i < self->form->fields->len && !is_used; i++)
        is_used = table->columns[i] == (int) column;
      if (is_used)
        continue;

      /* Translators: the heading of a column */
      sentence = g_strdup_printf (_("The column “%s” is none of the register and was not read"),
                                  table->titles[column]);
      ggov_import_report_tell (self->order->report, 0, "unused-column", sentence, NAN, NAN);
    }
}

static void
tell_headless (GgovImportHome *home,
               gpointer        data)
{
  GgovImportMove *self = data;

  if (home->head == NULL)
    for (guint i = 0; i < home->rows->len; i++)
      ggov_import_report_notice (self->order->report, g_array_index (home->rows, gint64, i),
                                 "no-head", _("A household has no head; say who it is in the "
                                              "register"), NAN, NAN);
}

gboolean
ggov_import_accept_residents (GgovChange       *change,
                              GgovImportOrder  *order,
                              GError          **error)
{
  g_auto(GgovImportMove) self = { .change = change, .order = order };
  g_autoptr(GgovImportTable) first = NULL;
  g_autoptr(GgovImportTable) second = NULL;

  if (!load (&self, error) || !(first = open_table (&self, TRUE, error)) ||
      !go_through (&self, first, 0, FIRST_SHARE, note_row, error) ||
      !(second = open_table (&self, FALSE, error)))
    return FALSE;

  order->report->heading = second->heading;
  tell_columns (&self, second);
  if (!go_through (&self, second, FIRST_SHARE, 1, accept_row, error) ||
      !ggov_import_move_flush (&self, error))
    return FALSE;

  ggov_import_census_foreach_home (self.census, tell_headless, &self);

  return TRUE;
}

const GgovImportField *
ggov_import_get_resident_fields (guint *n_fields)
{
  static GgovImportForm *form = NULL;

  if (g_once_init_enter (&form))
    g_once_init_leave (&form, ggov_import_form_new (ggov_register_catalogue_new_default ()));
  *n_fields = form->fields->len;

  return (const GgovImportField *) (gpointer) form->fields->data;
}
