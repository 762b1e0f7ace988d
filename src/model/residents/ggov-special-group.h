/* ggov-special-group.h: people who need looking after for one reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_SPECIAL_GROUP (ggov_special_group_get_type ())

G_DECLARE_FINAL_TYPE (GgovSpecialGroup, ggov_special_group, GGOV, SPECIAL_GROUP, GObject)

/**
 * GgovSpecialGroupRecord:
 * @every_days: how often they are visited, unless it is said otherwise of somebody
 * @sensitive: whether it says of people what the law protects
 * @people: who is in it on the day
 * @overdue: those of them whose visit is late on the day
 * @label: in the user's language
 * @retired_on: (nullable)
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      every_days;
  gint64      sensitive;
  gint64      people;
  gint64      overdue;
  const char *code;
  const char *name;
  const char *name_zh;
  const char *label;
  const char *retired_on;
} GgovSpecialGroupRecord;

/* Copies the texts. */
GgovSpecialGroup *ggov_special_group_new (const GgovSpecialGroupRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovSpecialGroupRecord *ggov_special_group_get_record (GgovSpecialGroup *self);

G_END_DECLS
