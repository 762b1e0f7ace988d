/* ggov-store-check-cases.c: do disputes, structures and joint actions fit their issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"

#define SQL_EARLY_MEETINGS \
  "SELECT DISTINCT i.number FROM dispute_meeting m JOIN dispute d ON d.id = m.dispute_id " \
  "JOIN issue i ON i.id = d.issue_id WHERE m.at < i.filed_at ORDER BY i.number"
#define SQL_STRANGERS \
  "SELECT DISTINCT i.number FROM dispute_presence s " \
  "JOIN dispute_meeting m ON m.id = s.dispute_meeting_id " \
  "JOIN dispute_party p ON p.id = s.dispute_party_id JOIN dispute d ON d.id = m.dispute_id " \
  "JOIN issue i ON i.id = d.issue_id WHERE p.dispute_id <> m.dispute_id ORDER BY i.number"
#define SQL_NO_TERMS \
  "SELECT i.number FROM dispute d JOIN issue i ON i.id = d.issue_id " \
  "WHERE d.outcome = 'agreed' AND d.agreement = '' ORDER BY i.number"
#define SQL_NOT_BUILT \
  "SELECT DISTINCT i.number FROM structure s JOIN issue i ON i.id = s.issue_id " \
  "JOIN case_type t ON t.id = i.case_type_id " \
  "WHERE t.figure NOT IN ('illegal_structure', 'wall_breaking') ORDER BY i.number"
#define SQL_EARLY_STEPS \
  "SELECT DISTINCT a.title FROM joint_action_step s JOIN joint_action a ON a.id = s.joint_action_id " \
  "WHERE s.day < a.starts_on OR s.day > a.ended_on ORDER BY a.title"

static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { SQL_EARLY_MEETINGS, N_("A meeting about this dispute is before it was filed.") },
  { SQL_STRANGERS, N_("Somebody is noted at a meeting of this dispute who is no party of it.") },
  { SQL_NO_TERMS, N_("This dispute ended as agreed, and nothing says what was agreed.") },
  { SQL_NOT_BUILT, N_("This issue has structures, and its case type has none.") },
  { SQL_EARLY_STEPS, N_("A step of this joint action is outside its days.") },
};

gboolean
_ggov_check_cases (GgovDb     *db,
                   GPtrArray  *findings,
                   GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!_ggov_check_rows (db, "cases", rules[i].sql, _(rules[i].sentence), findings, error))
      return FALSE;

  return TRUE;
}
