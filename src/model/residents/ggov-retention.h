/* ggov-retention.h: somebody whose data were kept for as long as their purpose lasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_RETENTION (ggov_retention_get_type ())

G_DECLARE_FINAL_TYPE (GgovRetention, ggov_retention, GGOV, RETENTION, GObject)

/**
 * GgovRetentionRecord:
 * @days_over: since the last day they were to be kept
 * @purpose: what they are kept for; may be empty
 * @left_on: (nullable): the day they left the area or died
 * @keep_until: the last day they are to be kept
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      person_id;
  gint64      days_over;
  const char *name;
  const char *purpose;
  const char *left_on;
  const char *keep_until;
} GgovRetentionRecord;

/* Copies the texts. */
GgovRetention *ggov_retention_new (const GgovRetentionRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovRetentionRecord *ggov_retention_get_record (GgovRetention *self);

G_END_DECLS
