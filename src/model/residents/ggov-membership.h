/* ggov-membership.h: somebody is of a special group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_MEMBERSHIP (ggov_membership_get_type ())

G_DECLARE_FINAL_TYPE (GgovMembership, ggov_membership, GGOV, MEMBERSHIP, GObject)

/**
 * GgovMembershipRecord:
 * @own_days: how often they are visited where it is said of them, else 0; @every_days what holds
 * @responsible_id: 0 where it is the grid's full-time member
 * @valid_to: (nullable): the last day
 * @source: who says so; may be empty
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      person_id;
  gint64      group_id;
  gint64      responsible_id;
  gint64      own_days;
  gint64      every_days;
  gint64      sensitive;
  const char *code;
  const char *label;
  const char *person;
  const char *responsible;
  const char *valid_from;
  const char *valid_to;
  const char *source;
  const char *note;
  const char *last_on;
  const char *due_on;
} GgovMembershipRecord;

/* Copies the texts. */
GgovMembership *ggov_membership_new (const GgovMembershipRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovMembershipRecord *ggov_membership_get_record (GgovMembership *self);

G_END_DECLS
