/* ggov-reader-workbook.c: what a workbook says that GDAL passes over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_vsi.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-workbook.h"

#define CHUNK        (256 * 1024)
#define DAYS_LATE    1462  /* 1904-01-01 after 1899-12-30 */
#define MOST_COLUMNS 16384

typedef struct
{
  char    *name;
  char    *id;    /* of the relationship */
  char    *part;  /* (nullable): within the archive */
  gboolean is_hidden;
} Sheet;

typedef struct
{
  guint64 place; /* row * MOST_COLUMNS + column */
  int     day;   /* the number that stands there, without its fraction */
} Cell;

/* The cells are ascending, as they stand in the sheet. */
struct _GgovReaderCells
{
  gboolean is_from_1904;
  GArray  *numbers;  /* (element-type Cell): that have a format, and so may be days */
  GArray  *formulas; /* (element-type Cell): without a result */

  /* While the sheet is read. */
  Cell     cell;
  gboolean is_number;
  gboolean has_formula;
  gboolean has_result;
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->id);
  g_free (sheet->part);
  g_free (sheet);
}

/* Parts ------------------------------------------------------------------------------------- */

static VSILFILE *
open_part (const char *path,
           const char *part)
{
  g_autofree char *name = g_strdup_printf ("/vsizip/{%s}/%s", path, part);

  return VSIFOpenL (name, "rb");
}

/* A part that is no good XML tells nothing; GDAL will have refused it. */
static gboolean
parse_part (const char          *path,
            const char          *part,
            const GMarkupParser *parser,
            gpointer             data)
{
  VSILFILE *file = open_part (path, part);
  g_autofree char *bytes = g_malloc (CHUNK);
  g_autoptr (GMarkupParseContext) context = NULL;
  gboolean ok = TRUE;
  gsize n;

  if (file == NULL)
    return FALSE;

  context = g_markup_parse_context_new (parser, 0, data, NULL);
  while (ok && (n = VSIFReadL (bytes, 1, CHUNK, file)) > 0)
    ok = g_markup_parse_context_parse (context, bytes, (gssize) n, NULL);
  VSIFCloseL (file);

  return ok && g_markup_parse_context_end_parse (context, NULL);
}

static const char *
find_attribute (const char *const *names,
                const char *const *values,
                const char        *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

/* The workbook ------------------------------------------------------------------------------ */

static void
add_sheet (GgovReaderWorkbook *self,
           const char *const  *names,
           const char *const  *values)
{
  const char *state = find_attribute (names, values, "state");
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->name = g_strdup (find_attribute (names, values, "name"));
  sheet->id = g_strdup (find_attribute (names, values, "r:id"));
  sheet->is_hidden = state != NULL && !g_str_equal (state, "visible");
  g_ptr_array_add (self->sheets, sheet);
}

static void
workbook_start (GMarkupParseContext  *context,
                const char           *element,
                const char          **names,
                const char          **values,
                gpointer              user_data,
                GError              **error)
{
  GgovReaderWorkbook *self = user_data;
  const char *const *all = (const char *const *) names;
  const char *date1904 = find_attribute (all, (const char *const *) values, "date1904");

  if (g_str_equal (element, "workbookPr") && date1904 != NULL)
    self->is_from_1904 = g_str_equal (date1904, "1") || g_str_equal (date1904, "true");
  else if (g_str_equal (element, "sheet"))
    add_sheet (self, all, (const char *const *) values);
}

static void
relation_start (GMarkupParseContext  *context,
                const char           *element,
                const char          **names,
                const char          **values,
                gpointer              user_data,
                GError              **error)
{
  GgovReaderWorkbook *self = user_data;
  const char *id = find_attribute ((const char *const *) names, (const char *const *) values, "Id");
  const char *target = find_attribute ((const char *const *) names, (const char *const *) values,
                                       "Target");

  for (guint i = 0; id != NULL && target != NULL && i < self->sheets->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (g_strcmp0 (sheet->id, id) != 0)
        continue;
      g_free (sheet->part);
      sheet->part = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
}

GgovReaderWorkbook *
ggov_reader_workbook_new (const char *path)
{
  static const GMarkupParser workbook = { .start_element = workbook_start };
  static const GMarkupParser relations = { .start_element = relation_start };
  g_autoptr (GgovReaderWorkbook) self = g_new0 (GgovReaderWorkbook, 1);

  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!parse_part (path, "xl/workbook.xml", &workbook, self)
      || !parse_part (path, "xl/_rels/workbook.xml.rels", &relations, self))
    return NULL;

  return g_steal_pointer (&self);
}

void
ggov_reader_workbook_free (GgovReaderWorkbook *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static const Sheet *
find_sheet (const GgovReaderWorkbook *self,
            const char               *name)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (g_strcmp0 (sheet->name, name) == 0)
        return sheet;
    }

  return NULL;
}

gboolean
ggov_reader_workbook_is_hidden (const GgovReaderWorkbook *self,
                                const char               *sheet)
{
  const Sheet *found = find_sheet (self, sheet);

  return found != NULL && found->is_hidden;
}

/* Cells ------------------------------------------------------------------------------------- */

/* BC12 is row 12, column 54. */
static guint64
parse_place (const char *place)
{
  guint64 column = 0;

  for (; g_ascii_isupper (*place); place++)
    column = column * 26 + (guint64) (*place - 'A' + 1);

  return g_ascii_strtoull (place, NULL, 10) * MOST_COLUMNS + MAX (column, 1) - 1;
}

static void
cell_start (GMarkupParseContext  *context,
            const char           *element,
            const char          **names,
            const char          **values,
            gpointer              user_data,
            GError              **error)
{
  GgovReaderCells *self = user_data;
  const char *const *all = (const char *const *) names;
  const char *const *texts = (const char *const *) values;
  const char *place, *type;

  if (g_str_equal (element, "f"))
    self->has_formula = TRUE;
  else if (g_str_equal (element, "v") || g_str_equal (element, "is"))
    self->has_result = TRUE;
  if (!g_str_equal (element, "c") || (place = find_attribute (all, texts, "r")) == NULL)
    return;

  self->cell.place = parse_place (place);
  self->has_formula = self->has_result = FALSE;
  type = find_attribute (all, texts, "t");
  self->is_number = self->is_from_1904 && find_attribute (all, texts, "s") != NULL
                    && (type == NULL || g_str_equal (type, "n"));
}

static void
cell_text (GMarkupParseContext  *context,
           const char           *text,
           gsize                 length,
           gpointer              user_data,
           GError              **error)
{
  GgovReaderCells *self = user_data;

  if (!self->is_number || !g_str_equal (g_markup_parse_context_get_element (context), "v"))
    return;

  self->cell.day = (int) g_ascii_strtoll (text, NULL, 10);
  g_array_append_val (self->numbers, self->cell);
}

static void
cell_end (GMarkupParseContext  *context,
          const char           *element,
          gpointer              user_data,
          GError              **error)
{
  GgovReaderCells *self = user_data;

  if (g_str_equal (element, "c") && self->has_formula && !self->has_result)
    g_array_append_val (self->formulas, self->cell);
}

/* Most sheets have no formulas, and need no closer look. */
static gboolean
has_formulas (const char *path,
              const char *part)
{
  VSILFILE *file = open_part (path, part);
  g_autofree char *bytes = g_malloc (CHUNK);
  gboolean found = FALSE;
  gsize kept = 0, n;

  while (file != NULL && !found && (n = VSIFReadL (bytes + kept, 1, CHUNK - kept, file)) > 0)
    {
      n += kept;
      found = memmem (bytes, n, "<f>", 3) != NULL || memmem (bytes, n, "<f ", 3) != NULL;
      kept = MIN (2, n);
      memmove (bytes, bytes + n - kept, kept);
    }
  if (file != NULL)
    VSIFCloseL (file);

  return found;
}

GgovReaderCells *
ggov_reader_cells_new (const GgovReaderWorkbook *self,
                       const char               *sheet)
{
  static const GMarkupParser parser = { .start_element = cell_start, .end_element = cell_end,
                                        .text = cell_text };
  const Sheet *found = self != NULL ? find_sheet (self, sheet) : NULL;
  g_autoptr (GgovReaderCells) cells = NULL;

  if (found == NULL || found->part == NULL
      || (!self->is_from_1904 && !has_formulas (self->path, found->part)))
    return NULL;

  cells = g_new0 (GgovReaderCells, 1);
  cells->is_from_1904 = self->is_from_1904;
  cells->numbers = g_array_new (FALSE, FALSE, sizeof (Cell));
  cells->formulas = g_array_new (FALSE, FALSE, sizeof (Cell));

  return parse_part (self->path, found->part, &parser, cells) ? g_steal_pointer (&cells) : NULL;
}

void
ggov_reader_cells_free (GgovReaderCells *self)
{
  g_array_unref (self->numbers);
  g_array_unref (self->formulas);
  g_free (self);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *x = a, *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* (nullable) */
static const Cell *
find_cell (GArray *cells,
           gint64  row,
           guint   column)
{
  const Cell wanted = { (guint64) row * MOST_COLUMNS + column, 0 };
  guint i;

  return g_array_binary_search (cells, &wanted, compare_cells, &i)
           ? &g_array_index (cells, Cell, i) : NULL;
}

/* As GDAL writes a day: 2016/12/31, maybe with a time after it. One that was counted from 1904
 * stays; a later GDAL may do that. */
static gboolean
shift_day (const Cell *cell,
           const char *value,
           GString    *buffer)
{
  guint year, month, day;
  int length = 0;
  GDate date, first;

  if (sscanf (value, "%4u/%2u/%2u%n", &year, &month, &day, &length) != 3 || length != 10
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_set_dmy (&first, 30, G_DATE_DECEMBER, 1899);
  if (g_date_days_between (&first, &date) != cell->day)
    return FALSE;

  g_date_add_days (&date, DAYS_LATE);
  g_string_printf (buffer, "%04u/%02u/%02u%s", g_date_get_year (&date),
                   (guint) g_date_get_month (&date), g_date_get_day (&date), value + length);
  return TRUE;
}

const char *
ggov_reader_cells_correct (const GgovReaderCells *self,
                           gint64                 row,
                           guint                  column,
                           const char            *value,
                           GString               *buffer)
{
  const Cell *number;

  if (value == NULL || *value == '\0')
    return find_cell (self->formulas, row, column) ? GGOV_READER_NO_RESULT : value;

  number = find_cell (self->numbers, row, column);

  return number != NULL && shift_day (number, value, buffer) ? buffer->str : value;
}
