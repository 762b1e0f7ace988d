/* case-types-office.h: an office whose case types are changed, for the tests of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "board-office.h"
#include "ggov-store-case-types.h"

#define TYPES_TODAY "2026-03-02"

typedef struct
{
  StoreFixture base;
  BoardOffice  office;
} TypesOffice;

void                 types_set_up    (TypesOffice               *fixture,
                                      gconstpointer              data);
void                 types_tear_down (TypesOffice               *fixture,
                                      gconstpointer              data);

/* All calls wait for the answer. */
GListModel          *types_list      (TypesOffice               *fixture,
                                      const GgovCaseTypeFilter  *filter,
                                      const char                *day);

/* A type as it holds on a day. */
GgovCaseTypeVersion *types_get       (TypesOffice               *fixture,
                                      const char                *code,
                                      const char                *day);

/* On the day that the office has. */
guint                types_count     (TypesOffice               *fixture,
                                      const GgovCaseTypeFilter  *filter);

/* Returns the change's number; 0 where nothing was different or with @error set. */
gint64               types_save      (TypesOffice               *fixture,
                                      const GgovCaseTypeRecord  *record,
                                      const char                *day,
                                      GError                   **error);

gint64               types_withdraw  (TypesOffice               *fixture,
                                      const char                *code,
                                      const char                *day,
                                      GError                   **error);
