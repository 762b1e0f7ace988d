/* ggov-import-heading.c: which row of a table has its headings, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-import-heading.h"

#define MOST_ROWS_ABOVE 20

/* The headings of one row. */
typedef struct
{
  gint64  row;    /* 0 for the names that the columns have anyway */
  GStrv   titles; /* (owned): in the order of the columns; "" for none */
  guint   score;  /* fields that have a heading in it */
} Heading;

static void
heading_clear (Heading *heading)
{
  g_clear_pointer (&heading->titles, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heading, heading_clear)

/* Marks of a column that must be filled are no part of its title. */
static char *
dup_title (const char *text)
{
  char *title = g_strstrip (g_utf8_strdown (text ? text : "", -1));

  while (g_str_has_suffix (title, "*"))
    g_strchomp (title)[strlen (title) - 1] = '\0';

  return g_strstrip (title);
}

static int
find_title (const Heading *heading,
            const char    *text)
{
  g_autofree char *title = dup_title (text);

  for (int i = 0; heading->titles[i]; i++)
    if (*title && g_str_equal (heading->titles[i], title))
      return i;

  return -1;
}

/* The column that serves a field: the one wished for, else the best known by name; -1 for none. */
static int
find_column (const Heading         *heading,
             const GgovImportField *field,
             GHashTable            *wishes)
{
  const char *wish = wishes ? g_hash_table_lookup (wishes, field->name) : NULL;
  int column = -1;

  if (wish)
    return find_title (heading, wish);

  for (guint i = 0; column < 0 && field->synonyms[i]; i++)
    column = find_title (heading, field->synonyms[i]);

  return column;
}

static void
score (Heading               *heading,
       const GgovImportField *fields,
       guint                  n_fields,
       GHashTable            *wishes)
{
  heading->score = 0;
  for (guint i = 0; i < n_fields; i++)
    heading->score += find_column (heading, &fields[i], wishes) >= 0;
}

static GStrv
read_titles (GgovExchangeRows        *rows,
             const GgovExchangeLayer *layer)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < layer->fields->len; i++)
    {
      g_autofree char *title = dup_title (rows ? ggov_exchange_rows_get_text (rows, i)
                                               : layer->fields->pdata[i]);

      g_strv_builder_add (builder, title);
    }

  return g_strv_builder_end (builder);
}

static void
compare (Heading               *best,
         GgovExchangeRows      *rows,
         const GgovImportField *fields,
         guint                  n_fields,
         GHashTable            *wishes,
         GStrv                  titles)
{
  g_auto(Heading) heading = { ggov_exchange_rows_get_number (rows), titles, 0 };

  score (&heading, fields, n_fields, wishes);
  if (heading.score > best->score)
    {
      Heading worse = *best;

      *best = heading;
      heading = worse;
    }
}

static gboolean
find_heading (GgovExchangeReading    *reading,
              guint                   layer,
              const GgovImportField  *fields,
              guint                   n_fields,
              GHashTable             *wishes,
              Heading                *best,
              GError                **error)
{
  const GgovExchangeLayer *facts = ggov_exchange_reading_get_layer (reading, layer);
  g_autoptr(GgovExchangeRows) rows = ggov_exchange_rows_open (reading, layer, error);
  GError *broken = NULL;

  if (rows == NULL)
    return FALSE;

  best->titles = read_titles (NULL, facts);
  score (best, fields, n_fields, wishes);
  for (guint i = 0; i < MOST_ROWS_ABOVE && ggov_exchange_rows_next (rows, &broken); i++)
    compare (best, rows, fields, n_fields, wishes, read_titles (rows, facts));

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);

  return FALSE;
}

/* Of a field that is required, or whose heading was wished for, it has to be there. */
static gboolean
check_headings (const Heading          *heading,
                const GgovImportField  *fields,
                guint                   n_fields,
                guint                   n_required,
                GHashTable             *wishes,
                GError                **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *wish = wishes ? g_hash_table_lookup (wishes, fields[i].name) : NULL;

      if (find_column (heading, &fields[i], wishes) >= 0 || (i >= n_required && !(wish && *wish)))
        continue;

      /* Translators: a column’s heading as it is looked for, then what the field is called. */
      g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                   _("No column of the table is headed “%s”. Say which one is the field “%s”."),
                   wish ? wish : fields[i].synonyms[0], fields[i].name);
      return FALSE;
    }

  return TRUE;
}

/* The row of headings is gone through once more; what is below it comes next. */
static gboolean
pass_over (GgovImportTable  *table,
           gint64            row,
           GError          **error)
{
  GError *broken = NULL;

  while (row > 0 && ggov_exchange_rows_next (table->rows, &broken))
    if (ggov_exchange_rows_get_number (table->rows) >= row)
      return TRUE;

  if (broken)
    g_propagate_error (error, broken);

  return broken == NULL;
}

GgovImportTable *
ggov_import_heading_open (GgovExchangeReading    *reading,
                          guint                   layer,
                          const GgovImportField  *fields,
                          guint                   n_fields,
                          guint                   n_required,
                          GHashTable             *wishes,
                          GError                **error)
{
  g_autoptr(GgovImportTable) self = g_new0 (GgovImportTable, 1);
  g_auto(Heading) heading = { 0, NULL, 0 };

  if (!find_heading (reading, layer, fields, n_fields, wishes, &heading, error) ||
      !check_headings (&heading, fields, n_fields, n_required, wishes, error))
    return NULL;

  self->heading = heading.row;
  self->columns = g_new0 (int, n_fields);
  for (guint i = 0; i < n_fields; i++)
    self->columns[i] = find_column (&heading, &fields[i], wishes);

  if (!(self->rows = ggov_exchange_rows_open (reading, layer, error)) ||
      !pass_over (self, heading.row, error))
    return NULL;

  return g_steal_pointer (&self);
}

int
ggov_import_heading_find_layer (GgovExchangeReading    *reading,
                                const GgovImportField  *fields,
                                guint                   n_fields,
                                guint                   n_required,
                                GHashTable             *wishes)
{
  guint most = 0;
  int best = -1;

  for (guint i = 0; i < ggov_exchange_reading_get_n_layers (reading); i++)
    {
      g_auto(Heading) heading = { 0, NULL, 0 };

      if (find_heading (reading, i, fields, n_fields, wishes, &heading, NULL) &&
          check_headings (&heading, fields, n_fields, n_required, wishes, NULL) && heading.score > most)
        {
          most = heading.score;
          best = (int) i;
        }
    }

  return best;
}
