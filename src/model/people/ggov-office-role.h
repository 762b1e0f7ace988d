/* ggov-office-role.h: a role as the office has it in its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_OFFICE_ROLE (ggov_office_role_get_type ())

G_DECLARE_FINAL_TYPE (GgovOfficeRole, ggov_office_role, GGOV, OFFICE_ROLE, GObject)

/**
 * GgovOfficeRoleRecord:
 * @id: 0 for one that is not there yet
 * @row_version: the version that was read
 * @holders: most at one place on one day; 0 is any number
 * @places: most for one person on one day; 0 is any number
 * @watched: 1 where a place without a holder counts as vacant
 * @resident: 1 where the holder has to live in the community
 * @n_posts: how many posts of it are held on the day asked about
 * @code: (nullable): stands for it in records and files; given by the office to a new one
 * @label: its name in the user's language
 * @scope: code of a GgovScope
 * @presence: code of a GgovPresence
 * @cardinality: code of a GgovCardinality
 * @nominated_by: (nullable): code of the role that brings the person forward
 * @approved_by: (nullable): code of the role that approves
 * @chain: code of a GgovRoleChain
 * @training: codes of the courses that holders have to have learnt, apart by blanks; it is the
 *   courses that say so, so this is not written with the role
 * @training_labels: their names in the user's language
 * @valid_to: (nullable): its last day, once it was given up
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      holders;
  gint64      places;
  gint64      watched;
  gint64      resident;
  gint64      sort_order;
  gint64      n_posts;
  const char *code;
  const char *family;
  const char *name;
  const char *name_zh;
  const char *label;
  const char *scope;
  const char *presence;
  const char *cardinality;
  const char *nominated_by;
  const char *approved_by;
  const char *chain;
  const char *duties;
  const char *duties_zh;
  const char *training;
  const char *training_labels;
  const char *valid_to;
} GgovOfficeRoleRecord;

/* Copies the texts. */
GgovOfficeRole *ggov_office_role_new (const GgovOfficeRoleRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovOfficeRoleRecord *ggov_office_role_get_record (GgovOfficeRole *self);

G_END_DECLS
