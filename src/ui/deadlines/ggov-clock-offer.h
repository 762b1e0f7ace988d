/* ggov-clock-offer.h: changes the office's clock once it is known what that does to deadlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovClockDeed:
 * @notice: (nullable): a year's notice, as ggov_calendar_with_json() reads it
 * @entries: (nullable): work hours, as ggov_work_schedule_new_parse() reads them
 * @day: where both are NULL: a day
 * @kind: what it is to be, as ggov_store_set_own_day_async()
 * @name: (nullable): what it is called
 *
 * What is to be done with the clock: one of three.
 */
typedef struct
{
  GBytes      *notice;
  const char  *entries;
  int          day;
  GgovDayKind  kind;
  const char  *name;
} GgovClockDeed;

/**
 * GgovClockDoneFunc:
 * @sentence: what was done; or why it was not, in the user's words
 * @change_id: of what was done, or 0
 */
typedef void (*GgovClockDoneFunc) (GObject    *data,
                                   const char *sentence,
                                   gint64      change_id);

/**
 * ggov_clock_offer_ask:
 * @parent: over which the question stands
 * @deed: copied
 * @done: called with @data unless the user leaves it
 * @data: kept until then
 *
 * Tells how many open issues would be due at another time, and does it if the user wants it so.
 */
void ggov_clock_offer_ask (GtkWindow           *parent,
                           GgovSession         *session,
                           const GgovClockDeed *deed,
                           GgovClockDoneFunc    done,
                           GObject             *data);

G_END_DECLS
