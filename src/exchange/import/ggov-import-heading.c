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

void
ggov_import_heading_free (GgovImportHeading *self)
{
  g_strfreev (self->titles);
  g_strfreev (self->keys);
  g_free (self);
}

/* Marks of a column that must be filled are no part of its title. */
static char *
dup_title (const char *text)
{
  char *title = g_strdup (text ? text : "");

  g_strdelimit (title, "\r\n\t", ' ');
  g_strstrip (title);
  while (g_str_has_suffix (title, "*"))
    g_strchomp (title)[strlen (title) - 1] = '\0';

  return g_strstrip (title);
}

static int
find_title (const GgovImportHeading *heading,
            const char              *text)
{
  g_autofree char *title = dup_title (text);
  g_autofree char *key = g_utf8_strdown (title, -1);

  for (int i = 0; heading->keys[i]; i++)
    if (*key && g_str_equal (heading->keys[i], key))
      return i;

  return -1;
}

/* A column without a heading, or with that of another, can be wished for by the name it has among
 * the columns: Field3 is the third. */
static int
find_wish (const GgovImportHeading *heading,
           const char              *wish)
{
  int column = find_title (heading, wish);

  return column < 0 && *wish ? ggov_exchange_layer_find_field (heading->layer, wish) : column;
}

static int
find_synonym (const GgovImportHeading *heading,
              const GgovImportField   *field)
{
  int column = -1;

  for (guint i = 0; column < 0 && field->synonyms[i]; i++)
    column = find_title (heading, field->synonyms[i]);

  return column;
}

int
ggov_import_heading_find_column (const GgovImportHeading *heading,
                                 const GgovImportField   *field,
                                 GHashTable              *wishes)
{
  const char *wish = wishes ? g_hash_table_lookup (wishes, field->name) : NULL;

  return wish ? find_wish (heading, wish) : find_synonym (heading, field);
}

static void
count_known (GgovImportHeading     *heading,
             const GgovImportField *fields,
             guint                  n_fields,
             GHashTable            *wishes)
{
  heading->n_known = 0;
  for (guint i = 0; i < n_fields; i++)
    {
      const char *wish = wishes ? g_hash_table_lookup (wishes, fields[i].name) : NULL;

      heading->n_known += (wish ? find_title (heading, wish)
                                : find_synonym (heading, &fields[i])) >= 0;
    }
}

static GStrv
dup_keys (GStrv titles)
{
  GStrv keys = g_new0 (char *, g_strv_length (titles) + 1);

  for (guint i = 0; titles[i]; i++)
    keys[i] = g_utf8_strdown (titles[i], -1);

  return keys;
}

/* @titles: (transfer full) */
static GgovImportHeading *
heading_new (const GgovExchangeLayer *layer,
             gint64                   row,
             GStrv                    titles)
{
  GgovImportHeading *self = g_new0 (GgovImportHeading, 1);

  self->layer = layer;
  self->row = row;
  self->titles = titles;
  self->keys = dup_keys (titles);

  return self;
}

static GStrv
read_titles (GgovExchangeRows        *rows,
             const GgovExchangeLayer *layer)
{
  GStrv titles = g_new0 (char *, layer->fields->len + 1);

  for (guint i = 0; i < layer->fields->len; i++)
    titles[i] = dup_title (rows ? ggov_exchange_rows_get_text (rows, i) : layer->fields->pdata[i]);

  return titles;
}

/* Where headings are in two rows, with cells merged across both, the lower row has the blanks that
 * the upper one fills. */
static GStrv
merge_titles (const GgovImportHeading *above,
              const GgovImportHeading *below)
{
  GStrv titles = g_strdupv (below->titles);

  for (guint i = 0; titles[i]; i++)
    if (titles[i][0] == '\0')
      {
        g_free (titles[i]);
        titles[i] = g_strdup (above->titles[i]);
      }

  return titles;
}

/* What a search for the headings knows so far. */
typedef struct
{
  const GgovExchangeLayer *layer;
  const GgovImportField   *fields;
  guint                    n_fields;
  GHashTable              *wishes; /* (nullable) */
  GHashTable              *remembered; /* (nullable) */
  gint64                   wanted; /* the row to take, or 0 for the best */
  GgovImportHeading       *best;   /* (owned) */
  GgovImportHeading       *above;  /* (owned) (nullable): the row before */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->best, ggov_import_heading_free);
  g_clear_pointer (&search->above, ggov_import_heading_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
replace_heading (GgovImportHeading **heading,
                 GgovImportHeading  *with)
{
  g_clear_pointer (heading, ggov_import_heading_free);
  *heading = with;
}

static gboolean
is_remembered (const GgovImportHeading *heading,
               GHashTable              *remembered)
{
  g_autofree char *words = ggov_import_heading_dup_words (heading);

  return remembered && g_hash_table_contains (remembered, words);
}

/* Takes @heading if it is better than the best so far, or the only one that is wanted. */
static void
offer (Search            *search,
       GgovImportHeading *heading,
       gboolean           is_wanted)
{
  count_known (heading, search->fields, search->n_fields, search->wishes);
  if (search->wanted == 0 && is_remembered (heading, search->remembered))
    heading->n_known += search->n_fields;
  if (is_wanted || (search->wanted == 0 && heading->n_known > search->best->n_known))
    replace_heading (&search->best, heading);
  else
    ggov_import_heading_free (heading);
}

static void
look_at_row (Search           *search,
             GgovExchangeRows *rows)
{
  const gint64 row = ggov_exchange_rows_get_number (rows);
  GgovImportHeading *heading = heading_new (search->layer, row, read_titles (rows, search->layer));

  offer (search, heading_new (search->layer, row, g_strdupv (heading->titles)),
         row == search->wanted);
  if (search->above)
    {
      GgovImportHeading *both = heading_new (search->layer, row,
                                             merge_titles (search->above, heading));

      count_known (both, search->fields, search->n_fields, search->wishes);
      offer (search, both, row == search->wanted && both->n_known > search->best->n_known);
    }

  replace_heading (&search->above, heading);
}

GgovImportHeading *
ggov_import_heading_find (GgovExchangeReading    *reading,
                          guint                   layer,
                          const GgovImportField  *fields,
                          guint                   n_fields,
                          gint64                  row,
                          GHashTable             *wishes,
                          GHashTable             *remembered,
                          GError                **error)
{
  g_auto(Search) search = {
    .layer = ggov_exchange_reading_get_layer (reading, layer),
    .fields = fields,
    .n_fields = n_fields,
    .wishes = wishes,
    .remembered = remembered,
    .wanted = row,
  };
  g_autoptr(GgovExchangeRows) rows = ggov_exchange_rows_open (reading, layer, error);
  GError *broken = NULL;

  if (rows == NULL)
    return NULL;

  search.best = heading_new (search.layer, 0, read_titles (NULL, search.layer));
  count_known (search.best, fields, n_fields, wishes);
  for (guint i = 0; row != GGOV_IMPORT_NO_HEADING &&
                    (i < MOST_ROWS_ABOVE || search.best->row < row) &&
                    ggov_exchange_rows_next (rows, &broken); i++)
    look_at_row (&search, rows);

  if (broken == NULL)
    return g_steal_pointer (&search.best);

  g_propagate_error (error, broken);

  return NULL;
}

/* Of a field that is required, or whose heading was wished for, it has to be there. */
static gboolean
check_headings (const GgovImportHeading  *heading,
                const GgovImportField    *fields,
                guint                     n_fields,
                guint                     n_required,
                GHashTable               *wishes,
                GError                  **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *wish = wishes ? g_hash_table_lookup (wishes, fields[i].name) : NULL;

      if (ggov_import_heading_find_column (heading, &fields[i], wishes) >= 0 ||
          (i >= n_required && !(wish && *wish)))
        continue;

      /* Translators: a column’s heading as it is looked for, then what the field is called. */
      g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                   _("No column of the table is headed “%s”. Say which one is the field “%s”."),
                   wish && *wish ? wish : fields[i].synonyms[0], fields[i].name);
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
ggov_import_heading_open (GgovExchangeReading      *reading,
                          guint                     layer,
                          const GgovImportHeading  *heading,
                          const GgovImportField    *fields,
                          guint                     n_fields,
                          guint                     n_required,
                          GHashTable               *wishes,
                          GError                  **error)
{
  g_autoptr(GgovImportTable) self = g_new0 (GgovImportTable, 1);

  if (!check_headings (heading, fields, n_fields, n_required, wishes, error))
    return NULL;

  self->heading = heading->row;
  self->titles = g_strdupv (heading->titles);
  self->columns = g_new0 (int, n_fields);
  for (guint i = 0; i < n_fields; i++)
    self->columns[i] = ggov_import_heading_find_column (heading, &fields[i], wishes);

  if (!(self->rows = ggov_exchange_rows_open (reading, layer, error)) ||
      !pass_over (self, heading->row, error))
    return NULL;

  return g_steal_pointer (&self);
}

char *
ggov_import_heading_dup_words (const GgovImportHeading *heading)
{
  return g_strjoinv ("\n", heading->keys);
}

int
ggov_import_heading_find_layer (GgovExchangeReading    *reading,
                                const GgovImportField  *fields,
                                guint                   n_fields,
                                guint                   n_required,
                                GHashTable             *wishes,
                                GHashTable             *remembered)
{
  guint most = 0;
  int best = -1;

  for (guint i = 0; i < ggov_exchange_reading_get_n_layers (reading); i++)
    {
      g_autoptr(GgovImportHeading) heading =
        ggov_import_heading_find (reading, i, fields, n_fields, 0, wishes, remembered, NULL);

      /* What nobody sees is not what was sent. */
      if (heading && !heading->layer->is_hidden && heading->n_known > most &&
          (is_remembered (heading, remembered) ||
           check_headings (heading, fields, n_fields, n_required, wishes, NULL)))
        {
          most = heading->n_known;
          best = (int) i;
        }
    }

  return best;
}
