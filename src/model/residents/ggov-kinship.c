/* ggov-kinship.c: how somebody is related to the head of their household
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-kinship.h"

/* First digits of the codes. */
#define HEAD        '0'
#define SPOUSE      '1'
#define SON         '2'
#define DAUGHTER    '3'
#define GRANDCHILD  '4'
#define PARENT      '5'
#define GRANDPARENT '6'
#define SIBLING     '7'

/* What somebody becomes, by what the new head and they were to the old one. */
static const struct { char new_head, was; const char *becomes; } turns[] = {
  { SPOUSE, HEAD, "10" },
  { SPOUSE, SON, "20" },
  { SPOUSE, DAUGHTER, "30" },
  { SPOUSE, GRANDCHILD, "40" },
  { SPOUSE, PARENT, "50" },
  { SON, HEAD, "50" },
  { SON, SPOUSE, "50" },
  { SON, SON, "70" },
  { SON, DAUGHTER, "70" },
  { SON, PARENT, "60" },
  { PARENT, PARENT, "10" },
  { PARENT, SIBLING, "20" },
  { PARENT, SON, "40" },
  { PARENT, DAUGHTER, "40" },
  { PARENT, HEAD, "20" },
  { PARENT, SPOUSE, "38" },
  { SIBLING, HEAD, "70" },
  { SIBLING, SIBLING, "70" },
  { SIBLING, PARENT, "50" },
  { SIBLING, GRANDPARENT, "60" },
};

gboolean
ggov_kinship_is_head (const char *relation)
{
  return g_strcmp0 (relation, GGOV_KINSHIP_HEAD) == 0;
}

/* By marriage or adoption, or a relation of the spouse: these may be of any age. */
static gboolean
is_by_choice (const char *relation)
{
  static const char *const codes[] = {
    "27", "28", "37", "38", "45", "46", "53", "54", "55", "56", "57", "58", "65", "68", NULL,
  };

  return g_strv_contains (codes, relation);
}

gboolean
ggov_kinship_fits (const char *relation,
                   const char *birth_date,
                   const char *head_birth_date)
{
  if (relation == NULL || strlen (relation) < 2 || birth_date == NULL || head_birth_date == NULL ||
      is_by_choice (relation))
    return TRUE;

  if (strchr ("234", relation[0]))
    return strcmp (birth_date, head_birth_date) > 0;
  if (strchr ("56", relation[0]))
    return strcmp (birth_date, head_birth_date) < 0;

  return TRUE;
}

const char *
ggov_kinship_turn (const char *relation,
                   const char *sex,
                   const char *new_head)
{
  const gboolean is_woman = g_strcmp0 (sex, "2") == 0;
  const char head = new_head && *new_head == DAUGHTER ? SON : new_head ? *new_head : '\0';

  for (guint i = 0; relation && i < G_N_ELEMENTS (turns); i++)
    if (turns[i].new_head == head && turns[i].was == *relation)
      {
        const char *becomes = turns[i].becomes;

        if (g_str_equal (becomes, "20") && is_woman)
          return "30";
        if (g_str_equal (becomes, "38") && !is_woman)
          return "28";
        return becomes;
      }

  return GGOV_KINSHIP_RELATIVE;
}
