/* ggov-ctl-deadline.c: gridgovctl deadline: by when, and why then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-clock.h"
#include "ggov-local-time.h"

/* The words of the command, and the terms read from them. */
typedef struct
{
  char           *start;
  GStrv           extended;
  GStrv           suspended;
  GArray         *extensions;  /* (element-type GgovLimit) */
  GArray         *suspensions; /* (element-type GgovSuspension) */
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->start, g_free);
  g_clear_pointer (&words->extended, g_strfreev);
  g_clear_pointer (&words->suspended, g_strfreev);
  g_clear_pointer (&words->extensions, g_array_unref);
  g_clear_pointer (&words->suspensions, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_start_rule (const char    *text,
                 GgovStartRule *rule)
{
  if (text == NULL)
    *rule = GGOV_START_BY_UNIT;
  else if (g_str_equal (text, "at-once"))
    *rule = GGOV_START_AT_ONCE;
  else if (g_str_equal (text, "next-day"))
    *rule = GGOV_START_NEXT_DAY;
  else
    return FALSE;

  return TRUE;
}

/* "2026-02-13T16:30/2026-02-14T09:00", or nothing behind the stroke. */
static gboolean
read_suspension (const char      *text,
                 GgovSuspension  *suspension,
                 GError         **error)
{
  g_auto(GStrv) ends = g_strsplit (text, "/", 2);

  suspension->to = GGOV_DEADLINE_NONE;
  if (!ggov_local_time_parse (ends[0] ? ends[0] : "", &suspension->from, error))
    return FALSE;

  return ends[1] == NULL || *ends[1] == '\0' ||
         ggov_local_time_parse (ends[1], &suspension->to, error);
}

static gboolean
read_words (Words              *words,
            GgovDeadlineTerms  *terms,
            GError            **error)
{
  words->extensions = g_array_new (FALSE, FALSE, sizeof (GgovLimit));
  words->suspensions = g_array_new (FALSE, FALSE, sizeof (GgovSuspension));

  for (guint i = 0; words->extended && words->extended[i]; i++)
    {
      GgovLimit limit;

      if (!ggov_limit_parse (words->extended[i], &limit, error))
        return FALSE;
      g_array_append_val (words->extensions, limit);
    }
  for (guint i = 0; words->suspended && words->suspended[i]; i++)
    {
      GgovSuspension suspension;

      if (!read_suspension (words->suspended[i], &suspension, error))
        return FALSE;
      g_array_append_val (words->suspensions, suspension);
    }

  terms->extensions = (const GgovLimit *) (void *) words->extensions->data;
  terms->n_extensions = words->extensions->len;
  terms->suspensions = (const GgovSuspension *) (void *) words->suspensions->data;
  terms->n_suspensions = words->suspensions->len;

  return TRUE;
}

GgovCtlStatus
ggov_ctl_deadline (GgovCtl  *ctl,
                   int       argc,
                   char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    { "start", 0, 0, G_OPTION_ARG_STRING, &words.start,
      N_("When the limit begins: at-once or next-day"), N_("RULE") },
    { "extended", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.extended,
      N_("Time granted on top, such as 3d; may be given again"), N_("LIMIT") },
    { "suspended", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.suspended,
      N_("When the clock stood still: FROM/TO, or FROM/ for until now; may be given again"),
      N_("TIMES") },
    { NULL }
  };
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GError) error = NULL;
  GgovDeadlineTerms terms = { 0 };

  if (!ggov_ctl_parse (&argc, &argv, options, "TIME LIMIT", 2, 2) ||
      !read_start_rule (words.start, &terms.start_rule))
    return GGOV_CTL_USAGE;

  if (!ggov_local_time_parse (argv[1], &terms.start, &error) ||
      !ggov_limit_parse (argv[2], &terms.limit, &error) || !read_words (&words, &terms, &error))
    return ggov_ctl_refuse (ctl, error);

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || (clock = ggov_ctl_get_clock (ctl)) == NULL)
    return GGOV_CTL_REFUSED;

  return ggov_ctl_print_deadline (ctl, clock, &terms);
}
