/* board-three.h: an office with three issues, for the tests of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "board-office.h"

/* Noise and a cable on the first grid, a shed on the second, which is sent out. Three working days
 * from Monday 2 March, half an office day, and twenty working days from 2 February, which are over on
 * Friday 6 March. */
typedef struct
{
  StoreFixture  base;
  BoardOffice   office;
  gint64        noise;
  gint64        cable;
  gint64        shed;
} BoardThree;

void board_three_set_up       (BoardThree             *fixture,
                               gconstpointer           data);
void board_three_tear_down    (BoardThree             *fixture,
                               gconstpointer           data);

/* @expected: titles of the table's answer, in its order, such as "noise cable". */
void board_three_assert_table (BoardThree             *fixture,
                               const GgovIssueFilter  *filter,
                               const char             *column,
                               gboolean                descending,
                               const char             *expected);
