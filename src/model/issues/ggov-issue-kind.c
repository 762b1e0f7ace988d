/* ggov-issue-kind.c: who governs an issue, and where it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-issue-kind.h"
#include "ggov-model-error.h"

typedef struct
{
  const char *code;
  const char *label;
} Word;

static const Word lanes[GGOV_N_LANES] = {
  [GGOV_LANE_COMMUNITY] = { "community", N_("Community self-governance") },
  [GGOV_LANE_ENFORCEMENT] = { "enforcement", N_("Administrative enforcement") },
  [GGOV_LANE_MARKET] = { "market", N_("Market co-governance") },
};

static const Word sources[GGOV_N_ISSUE_SOURCES] = {
  [GGOV_ISSUE_SOURCE_PATROL] = { "patrol", N_("Own patrol") },
  [GGOV_ISSUE_SOURCE_VISIT] = { "visit", N_("Household visit") },
  [GGOV_ISSUE_SOURCE_RESIDENT] = { "resident", N_("Told by a resident") },
  [GGOV_ISSUE_SOURCE_MEETING] = { "meeting", N_("Council meeting") },
  [GGOV_ISSUE_SOURCE_HOTLINE] = { "hotline", N_("Hotline 12345") },
  [GGOV_ISSUE_SOURCE_SUPERIOR] = { "superior", N_("Order from above") },
  [GGOV_ISSUE_SOURCE_MEDIA] = { "media", N_("Media report") },
  [GGOV_ISSUE_SOURCE_IMPORT] = { "import", N_("Another platform") },
};

/* The word's place in the list, or -1 with @error set. */
static int
find_word (const Word  *words,
           guint        n_words,
           const char  *code,
           GError     **error)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (code, words[i].code))
      return i;

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is neither of “%s” to “%s”", code, words[0].code, words[n_words - 1].code);
  return -1;
}

const char *
ggov_lane_get_code (GgovLane lane)
{
  g_return_val_if_fail ((guint) lane < GGOV_N_LANES, NULL);

  return lanes[lane].code;
}

gboolean
ggov_lane_from_code (const char  *code,
                     GgovLane    *lane,
                     GError     **error)
{
  int found;

  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (lane != NULL, FALSE);

  found = find_word (lanes, GGOV_N_LANES, code, error);
  if (found < 0)
    return FALSE;

  *lane = found;
  return TRUE;
}

const char *
ggov_lane_get_label (GgovLane lane)
{
  g_return_val_if_fail ((guint) lane < GGOV_N_LANES, NULL);

  return _(lanes[lane].label);
}

const char *
ggov_lane_get_role_code (GgovLane lane)
{
  static const char *const roles[GGOV_N_LANES] = {
    [GGOV_LANE_COMMUNITY] = "full_time_member",
    [GGOV_LANE_ENFORCEMENT] = "department_enforcement",
    [GGOV_LANE_MARKET] = "market_property",
  };

  g_return_val_if_fail ((guint) lane < GGOV_N_LANES, NULL);

  return roles[lane];
}

const char *
ggov_issue_source_get_code (GgovIssueSource source)
{
  g_return_val_if_fail ((guint) source < GGOV_N_ISSUE_SOURCES, NULL);

  return sources[source].code;
}

gboolean
ggov_issue_source_from_code (const char       *code,
                             GgovIssueSource  *source,
                             GError          **error)
{
  int found;

  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  found = find_word (sources, GGOV_N_ISSUE_SOURCES, code, error);
  if (found < 0)
    return FALSE;

  *source = found;
  return TRUE;
}

const char *
ggov_issue_source_get_label (GgovIssueSource source)
{
  g_return_val_if_fail ((guint) source < GGOV_N_ISSUE_SOURCES, NULL);

  return _(sources[source].label);
}
