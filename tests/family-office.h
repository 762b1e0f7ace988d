/* family-office.h: a small office with one family in its register, for the tests of residents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-register.h"
#include "roster-office.h"
#include "store-fixture.h"

/* The family of door 501 in the first unit of 3号楼, which was in grid 2 until the end of 2025 and is in
 * grid 1 since: Wang, his wife and their son. */
#define CAME  "2025-12-10"
#define TODAY "2026-02-13"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       household;
  gint64       wang;
  gint64       li;
  gint64       son;
} FamilyOffice;

void   family_office_set_up    (FamilyOffice           *fixture,
                                gconstpointer           data);

/* Asserts as well that the office still adds up, but for its borders, which are none. */
void   family_office_tear_down (FamilyOffice           *fixture,
                                gconstpointer           data);

#define ACT(deed_, day_, ...) \
  (&(GgovRegisterAct) { .deed = GGOV_REGISTER_##deed_, .day = day_, __VA_ARGS__ })
#define MEMBERS(...) \
  .members = (const GgovRegisterMember[]) { __VA_ARGS__ }, \
  .n_members = G_N_ELEMENTS (((const GgovRegisterMember[]) { __VA_ARGS__ }))

/* Returns the change's number, or 0 with @error set. */
gint64 family_act              (FamilyOffice           *fixture,
                                const GgovRegisterAct  *terms,
                                gint64                 *household,
                                GError                **error);

/* Returns the household that is joined. */
gint64 family_assert_act       (FamilyOffice           *fixture,
                                const GgovRegisterAct  *terms);

/* Refused in a sentence in which each of the words stands. */
void   family_assert_refused   (FamilyOffice           *fixture,
                                const GgovRegisterAct  *terms,
                                const char * const     *words);

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Who is of a household on a day, such as "王建02 李丽10", the head first and then by age. */
void   family_assert_members   (FamilyOffice           *fixture,
                                gint64                  household,
                                const char             *day,
                                const char             *expected);

/* Of those who are of it on the day of the test. */
gint64 family_find_member      (FamilyOffice           *fixture,
                                gint64                  household,
                                const char             *name);
