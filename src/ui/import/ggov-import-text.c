/* ggov-import-text.c: what became of an import, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-import-text.h"
#include "ggov-number-text.h"

#define MOST_RANGES 6 /* in a line on the screen */

static const struct
{
  const char *code;
  const char *advice;
} advices[] = {
  { "building-outside", N_("Import the communities that are missing, or correct the border.") },
  { "outside-communities", N_("They come to a community once its border is imported.") },
  { "outside-china", N_("Look at the datum and at the coordinate system before you import.") },
  { "outside-world", N_("These are no degrees. Export the file in longitude and latitude.") },
  { "overlap", N_("Correct the borders in the program they were drawn with.") },
  { "swapped", N_("Export the file with longitude first, then latitude.") },
  { "not-polygon", N_("Only areas can be taken. Choose another layer or file.") },
};

/* The end of the run of numbers that begins at @i. */
static guint
find_end (GArray *rows,
          guint   i)
{
  while (i + 1 < rows->len &&
         g_array_index (rows, gint64, i + 1) == g_array_index (rows, gint64, i) + 1)
    i++;

  return i;
}

char *
ggov_import_dup_rows (GArray *rows,
                      guint   most)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++, n++)
    {
      guint end = find_end (rows, i);

      g_string_append (text, n > 0 ? ", " : "");
      if (most > 0 && n == most)
        {
          g_string_append (text, "…");
          break;
        }

      g_string_append_printf (text, "%" G_GINT64_FORMAT, g_array_index (rows, gint64, i));
      if (end > i)
        g_string_append_printf (text, end > i + 1 ? "–%" G_GINT64_FORMAT : ", %" G_GINT64_FORMAT,
                                g_array_index (rows, gint64, end));
      i = end;
    }

  return g_string_free (text, FALSE);
}

char *
ggov_import_dup_place (const GgovImportProblem *problem)
{
  if (isnan (problem->lon) || isnan (problem->lat))
    return NULL;

  return g_strdup_printf ("%.5f, %.5f", problem->lon, problem->lat);
}

/* Buildings that are known already have numbers in the office, not in the file. */
static gboolean
is_of_file (const GgovImportProblem *problem)
{
  return !g_str_equal (problem->code, "building-outside");
}

static char *
dup_fate (const GgovImportProblem *problem)
{
  g_autofree char *count = ggov_number_dup_text (problem->rows->len);
  gulong n = problem->rows->len;

  if (!is_of_file (problem))
    /* Translators: the place-holder is a number in words of figures, such as 1,204. */
    return g_strdup_printf (ngettext ("%s building", "%s buildings", n), count);

  if (g_str_equal (problem->code, "note"))
    return g_strdup_printf (ngettext ("%s row passed over", "%s rows passed over", n), count);

  if (problem->rejected)
    return g_strdup_printf (ngettext ("%s row left out", "%s rows left out", n), count);

  return g_strdup_printf (ngettext ("%s row, taken all the same", "%s rows, taken all the same",
                                    n), count);
}

char *
ggov_import_dup_detail (const GgovImportProblem *problem)
{
  g_autofree char *fate = dup_fate (problem);
  g_autofree char *rows = ggov_import_dup_rows (problem->rows, MOST_RANGES);
  g_autofree char *place = ggov_import_dup_place (problem);
  GString *text = g_string_new (fate);

  if (is_of_file (problem))
    g_string_append_printf (text, ": %s", rows);
  if (place)
    {
      g_string_append (text, "\n");
      /* Translators: the place-holder is longitude and latitude in degrees. */
      g_string_append_printf (text, _("The first is at %s"), place);
    }
  if (ggov_import_get_advice (problem))
    g_string_append_printf (text, "\n%s", ggov_import_get_advice (problem));

  return g_string_free (text, FALSE);
}

char *
ggov_import_dup_reasons (GgovImportReport        *report,
                         const GgovImportProblem *problem,
                         guint                    most)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; problem->rejected && i < problem->rows->len; i++)
    {
      const gint64 row = g_array_index (problem->rows, gint64, i);
      const char *reason = ggov_import_report_get_reason (report, row);

      if (most > 0 && i == most)
        {
          g_string_append (text, "\n…");
          break;
        }
      if (reason == NULL || g_str_equal (reason, problem->message))
        continue;

      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: the number of a row, and why it was left out */
      g_string_append_printf (text, _("Row %1$u: %2$s"), (guint) row, reason);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

const char *
ggov_import_get_advice (const GgovImportProblem *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (advices); i++)
    if (g_str_equal (advices[i].code, problem->code))
      return _(advices[i].advice);

  return NULL;
}

static void
append_problem (GString                 *text,
                GgovImportReport        *report,
                const GgovImportProblem *problem)
{
  g_autofree char *reasons = ggov_import_dup_reasons (report, problem, 0);
  g_autofree char *rows = ggov_import_dup_rows (problem->rows, 0);
  g_autofree char *place = ggov_import_dup_place (problem);

  g_string_append_printf (text, "%s\t%s\t%u\t%s\t%s\n", problem->message,
                          problem->rejected ? _("left out") : _("taken"), problem->rows->len,
                          place ? place : "", is_of_file (problem) ? rows : "");
  if (reasons)
    g_string_append_printf (text, "%s\n", reasons);
}

char *
ggov_import_dup_text (GgovImportReport *report)
{
  GString *text = g_string_new (NULL);

  /* Translators: counts of rows; the first is the sum of the others. */
  g_string_append_printf (text, _("%u read = %u new + %u changed + %u same + %u rejected"),
                          report->read, report->added, report->changed, report->same,
                          report->rejected);
  g_string_append (text, "\n");

  /* Translators: titles of columns, which are apart by tabs. */
  if (report->problems->len > 0)
    g_string_append_printf (text, "\n%s\n", _("What is odd\tRows are\tHow many\tThe first is at\t"
                                              "Rows"));
  for (guint i = 0; i < report->problems->len; i++)
    append_problem (text, report, report->problems->pdata[i]);

  return g_string_free (text, FALSE);
}
