/* ggov-mask.h: personal data as far as anybody may see it
 *
 * What is masked can be told apart by those who know it, and not found out by those who do not.
 * Stars stand one for one character; all returned texts are new.
 *
 * Source: PIPL article 28 and GB/T 45574-2025 on sensitive personal information.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_mask_name:
 * @name: a person's name, UTF-8; the empty text stays empty
 *
 * The first character and, from three on, the last are left: 王*, 王*明, 欧**娜.
 *
 * Returns: (transfer full): the masked name
 */
char *ggov_mask_name      (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_mask_phone:
 * @phone: a telephone number as it was written
 *
 * A mobile number keeps its first three and last four digits, 138****5678; of any other number of
 * seven digits or more the last two are left, of a shorter one nothing. Signs between digits stay.
 *
 * Returns: (transfer full): the masked number
 */
char *ggov_mask_phone     (const char *phone) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_mask_identity:
 * @number: an identity number as it was written
 *
 * Of 18 characters (or 15 of the old form) the first six, which name a county, and the last one are
 * left. Beside a date of birth that leaves some 91 numbers possible; one character more at the
 * end would leave nine, and four would leave one. Anything else is masked whole.
 *
 * Returns: (transfer full): the masked number
 */
char *ggov_mask_identity  (const char *number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_mask_day:
 * @day: an ISO day
 *
 * The year is left, 1985-**-**: with the six digits of a county beside it some thousands of people
 * are possible.
 *
 * Returns: (transfer full): the masked day; anything else is masked whole
 */
char *ggov_mask_day       (const char *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_mask_door:
 * @address: an address, or a door's number alone, UTF-8
 *
 * What follows the unit, or else the building, the compound, the street goes: 3号楼2单元*** is left of
 * 3号楼2单元501室, and *** of 501.
 *
 * Returns: (transfer full): the masked address
 */
char *ggov_mask_door      (const char *address) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_mask_free_text:
 * @text: what somebody wrote, UTF-8
 *
 * Masks the mobile numbers, the numbers with an area code and the identity numbers in it; whatever
 * else it says of people stays.
 *
 * Returns: (transfer full): the masked text; as it was where there are none
 */
char *ggov_mask_free_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
