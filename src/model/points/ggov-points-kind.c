/* ggov-points-kind.c: the words for what the points ledger keeps apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-points-kind.h"

typedef struct
{
  const char *code;
  const char *label;
} Word;

static const Word account_words[] = {
  { "person", NC_("points", "Person") },
  { "grid_fund", NC_("points", "Grid fund") },
  { "venue", NC_("points", "Venue") },
  { "issue", NC_("points", "Points issued") },
  { "expiry", NC_("points", "Points expired") },
};

static const Word transfer_words[] = {
  { "earn", NC_("points", "Earned") },
  { "redeem", NC_("points", "Redeemed") },
  { "expire", NC_("points", "Expired") },
  { "reverse", NC_("points", "Reversal") },
};

static const char *
find_label (const Word *words,
            guint       n_words,
            const char *code)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "points", words[i].label);

  return "";
}

const char *
ggov_points_account_kind_get_label (const char *kind)
{
  return find_label (account_words, G_N_ELEMENTS (account_words), kind);
}

const char *
ggov_points_transfer_kind_get_label (const char *kind)
{
  return find_label (transfer_words, G_N_ELEMENTS (transfer_words), kind);
}
