/* ggov-register-grid.h: how fresh and how complete the register of a grid is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_REGISTER_GRID (ggov_register_grid_get_type ())

G_DECLARE_FINAL_TYPE (GgovRegisterGrid, ggov_register_grid, GGOV, REGISTER_GRID, GObject)

/**
 * GgovRegisterGridRecord:
 * @people: who lives there on the day, as the register has it
 * @registered: who is registered there
 * @counted: people of its units as they were counted
 * @fresh: of the people, those gone over within the days that count as fresh
 * @never: those who never were
 * @special: those in a special group
 * @overdue: those of them whose visit is late
 * @required_filled: over all people, how many required fields are filled in; @optional_filled likewise
 * @visits: in the year before the day; @absent of them nobody was at home
 * @oldest_on: (nullable): the oldest day on which somebody was gone over
 * @last_visit_on: (nullable)
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      community_id;
  gint64      households;
  gint64      people;
  gint64      registered;
  gint64      counted;
  gint64      fresh;
  gint64      never;
  gint64      special;
  gint64      overdue;
  gint64      required_filled;
  gint64      optional_filled;
  gint64      visits;
  gint64      absent;
  const char *code;
  const char *name;
  const char *community;
  const char *oldest_on;
  const char *last_visit_on;
} GgovRegisterGridRecord;

/* Copies the texts. */
GgovRegisterGrid *ggov_register_grid_new (const GgovRegisterGridRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovRegisterGridRecord *ggov_register_grid_get_record (GgovRegisterGrid *self);

G_END_DECLS
