/* ggov-evidence.c: what has to be shown at which link of an issue's way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-evidence.h"
#include "ggov-model-error.h"

/* By bit. */
static const struct
{
  const char *code;
  const char *label;
} kinds[GGOV_N_EVIDENCES] = {
  { "photo", NC_("evidence", "photo") },
  { "text", NC_("evidence", "words") },
  { "paper", NC_("evidence", "paper") },
};

static int
find_bit (GgovEvidence evidence)
{
  for (int bit = 0; bit < GGOV_N_EVIDENCES; bit++)
    if ((guint) evidence == 1u << bit)
      return bit;

  return -1;
}

guint
ggov_evidence_plan_get (const GgovEvidencePlan *plan,
                        GgovIssueMove           move)
{
  g_return_val_if_fail (plan != NULL, 0);

  return (guint) move < GGOV_N_EVIDENCE_LINKS ? plan->asked[move] : 0;
}

/* "report-back:photo,text" */
static gboolean
read_link (const char        *word,
           GgovEvidencePlan  *plan,
           GError           **error)
{
  g_auto(GStrv) parts = g_strsplit (word, ":", 2);
  g_auto(GStrv) asked = g_strsplit (parts[1] ? parts[1] : "", ",", -1);
  GgovIssueMove move;

  if (!ggov_issue_move_from_code (parts[0], &move, error))
    return FALSE;

  if (move >= GGOV_N_EVIDENCE_LINKS || asked[0] == NULL)
    {
      g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                   "“%s” is not a link and what it asks for", word);
      return FALSE;
    }

  for (guint i = 0; asked[i]; i++)
    {
      guint bit = ggov_evidence_from_code (asked[i]);

      if (bit == 0)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
                       "“%s” is not something to be shown", asked[i]);
          return FALSE;
        }
      plan->asked[move] |= bit;
    }

  return TRUE;
}

gboolean
ggov_evidence_plan_parse (const char        *text,
                          GgovEvidencePlan  *plan,
                          GError           **error)
{
  g_auto(GStrv) words = NULL;
  GgovEvidencePlan read = { { 0 } };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (*words[i] != '\0' && !read_link (words[i], &read, error))
      return FALSE;

  *plan = read;
  return TRUE;
}

char *
ggov_evidence_plan_to_string (const GgovEvidencePlan *plan)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (plan != NULL, NULL);

  for (guint move = 0; move < GGOV_N_EVIDENCE_LINKS; move++)
    {
      char mark = ':';

      if (plan->asked[move] != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                ggov_issue_move_get_code (move));
      for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
        if (plan->asked[move] & (1u << bit))
          {
            g_string_append_printf (text, "%c%s", mark, kinds[bit].code);
            mark = ',';
          }
    }

  return g_strdup (text->str);
}

guint
ggov_evidence_find (const char    *plan_text,
                    GgovIssueMove  move)
{
  GgovEvidencePlan plan;

  return plan_text && ggov_evidence_plan_parse (plan_text, &plan, NULL)
           ? ggov_evidence_plan_get (&plan, move) : 0;
}

guint
ggov_evidence_find_at_filing (const char      *plan_text,
                              GgovIssueSource  source)
{
  const guint asked = ggov_evidence_find (plan_text, GGOV_ISSUE_FILE);

  return source == GGOV_ISSUE_SOURCE_PATROL ? asked : asked & ~(guint) GGOV_EVIDENCE_PHOTO;
}

const char *
ggov_evidence_get_code (GgovEvidence evidence)
{
  int bit = find_bit (evidence);

  g_return_val_if_fail (bit >= 0, NULL);

  return kinds[bit].code;
}

guint
ggov_evidence_from_code (const char *code)
{
  g_return_val_if_fail (code != NULL, 0);

  for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
    if (g_str_equal (kinds[bit].code, code))
      return 1u << bit;

  return 0;
}

const char *
ggov_evidence_get_label (GgovEvidence evidence)
{
  int bit = find_bit (evidence);

  g_return_val_if_fail (bit >= 0, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "evidence", kinds[bit].label);
}

char *
ggov_evidence_dup_label (guint evidence)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < GGOV_N_EVIDENCES; bit++)
    if (evidence & (1u << bit))
      {
        if (text->len > 0)
          /* Translators: what stands between the things of a list */
          g_string_append (text, C_("list", ", "));
        g_string_append (text, ggov_evidence_get_label (1u << bit));
      }

  return g_strdup (text->str);
}
