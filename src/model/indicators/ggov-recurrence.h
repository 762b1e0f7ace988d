/* ggov-recurrence.h: issues of one type that came back near one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovRecurrenceFields:
 * @type_code: of the case type they all have
 * @type_label: in the user's language
 * @place: where the first of them is, in words
 * @first_day: ISO day on which the first was reported
 * @last_day: and the last
 * @n_open: how many of them are not ended
 * @issue_ids: (array length=n_issues): the issues, in the order of days
 */
typedef struct
{
  const char   *type_code;
  const char   *type_label;
  const char   *place;
  const char   *first_day;
  const char   *last_day;
  gint64        n_open;
  const gint64 *issue_ids;
  guint         n_issues;
} GgovRecurrenceFields;

#define GGOV_TYPE_RECURRENCE (ggov_recurrence_get_type ())

G_DECLARE_FINAL_TYPE (GgovRecurrence, ggov_recurrence, GGOV, RECURRENCE, GObject)

/* Copies everything. */
GgovRecurrence             *ggov_recurrence_new        (const GgovRecurrenceFields *fields)
                                                        G_GNUC_WARN_UNUSED_RESULT;

const GgovRecurrenceFields *ggov_recurrence_get_fields (GgovRecurrence             *self);

G_END_DECLS
