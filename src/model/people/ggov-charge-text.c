/* ggov-charge-text.c: who is in charge, in words to be sent to somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-charge-text.h"

/* Fewer digits are a door, more are a code; a sub-district's code has nine, which no phone has. */
#define LEAST_DIGITS 4
#define MOST_DIGITS  11
#define CODE_DIGITS  9

static void
append (GString    *line,
        const char *words)
{
  if (words && *words)
    g_string_append_printf (line, " %s", words);
}

static gboolean
is_away (const GgovPostDetails *details,
         const char            *day)
{
  return details->substitute && strcmp (details->leave_from, day) <= 0 &&
         strcmp (details->leave_to, day) >= 0;
}

char *
ggov_charge_dup_line (GgovPost   *post,
                      gboolean    is_of_person,
                      const char *day)
{
  const GgovPostDetails *details;
  GString *line;

  g_return_val_if_fail (GGOV_IS_POST (post), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  details = ggov_post_get_details (post);
  line = g_string_new (details->role);
  append (line, is_of_person ? details->place : details->person);
  if (is_of_person)
    return g_string_free (line, FALSE);

  append (line, details->phone);
  if (is_away (details, day))
    {
      /* Translators: the last day of a leave, then who stands in and their phone */
      g_autofree char *leave = g_strdup_printf (_("(on leave until %1$s: %2$s %3$s stands in)"),
                                                details->leave_to, details->substitute,
                                                details->substitute_phone
                                                  ? details->substitute_phone : "");

      append (line, leave);
    }

  return g_string_free (line, FALSE);
}

char *
ggov_charge_dup_text (const char *title,
                      GListModel *posts,
                      gboolean    is_of_person,
                      const char *day)
{
  GString *text;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (posts), NULL);

  text = g_string_new (title);
  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (posts, i);
      g_autofree char *line = ggov_charge_dup_line (post, is_of_person, day);

      if (ggov_post_get_details (post)->held)
        g_string_append_printf (text, "\n%s", line);
    }

  return g_string_free (text, FALSE);
}

gboolean
ggov_charge_is_phone (const char *text)
{
  gsize n;

  g_return_val_if_fail (text != NULL, FALSE);

  n = strlen (text);

  return n >= LEAST_DIGITS && n <= MOST_DIGITS && n != CODE_DIGITS &&
         strspn (text, "0123456789") == n;
}
