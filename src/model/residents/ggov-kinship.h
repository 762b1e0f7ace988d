/* ggov-kinship.h: how somebody is related to the head of their household
 *
 * Codes of two digits: 02 is the head, 1x a spouse, 2x a son and 3x a daughter (28 and 38 those by
 * marriage), 4x a grandchild, 5x a parent (51 and 52 the head's own), 6x a grandparent, 7x a brother or
 * sister, 97 another relative.
 *
 * Source: GB/T 4761-2008.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_KINSHIP_HEAD     "02"
#define GGOV_KINSHIP_SPOUSE   "10"
#define GGOV_KINSHIP_RELATIVE "97"

/* Whether a code is that of the head. */
gboolean    ggov_kinship_is_head     (const char *relation);

/**
 * ggov_kinship_fits:
 * @relation: of somebody to the head
 * @birth_date: (nullable): ISO day of that somebody
 * @head_birth_date: (nullable): of the head
 *
 * Whether a child and grandchild is younger than the head and a parent and grandparent older. Those by
 * marriage or adoption and the spouse's own are not asked, nor where a day is not known.
 */
gboolean    ggov_kinship_fits        (const char *relation,
                                      const char *birth_date,
                                      const char *head_birth_date);

/**
 * ggov_kinship_turn:
 * @relation: of somebody to the old head; GGOV_KINSHIP_HEAD for the old head
 * @sex: of that somebody, GB/T 2261.1
 * @new_head: what the new head was to the old one
 *
 * What somebody becomes when another of the household is its head.
 *
 * Returns: the relation to the new head as far as the two tell, else GGOV_KINSHIP_RELATIVE
 */
const char *ggov_kinship_turn        (const char *relation,
                                      const char *sex,
                                      const char *new_head);

G_END_DECLS
