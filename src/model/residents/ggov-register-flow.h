/* ggov-register-flow.h: how many lived in a grid, and what changed in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_REGISTER_FLOW (ggov_register_flow_get_type ())

G_DECLARE_FINAL_TYPE (GgovRegisterFlow, ggov_register_flow, GGOV, REGISTER_FLOW, GObject)

/**
 * GgovRegisterFlowRecord:
 * @opening: who lived there when the month began, @closing when it ended
 * @recorded: who was there all the time and came into the register in the month
 * @came: from elsewhere in the area, and @left for elsewhere in it: also to another household
 *   behind the same door
 * @border_in: whose building came to the grid with a new plan, @border_out whose building went
 *
 * opening + recorded + moved_in + born + came + border_in - moved_out - died - left - border_out =
 * closing. Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      grid_id;
  gint64      opening;
  gint64      recorded;
  gint64      moved_in;
  gint64      born;
  gint64      came;
  gint64      border_in;
  gint64      moved_out;
  gint64      died;
  gint64      left;
  gint64      border_out;
  gint64      closing;
  const char *code;
  const char *name;
  const char *community;
} GgovRegisterFlowRecord;

/* Copies the texts. */
GgovRegisterFlow *ggov_register_flow_new (const GgovRegisterFlowRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovRegisterFlowRecord *ggov_register_flow_get_record (GgovRegisterFlow *self);

G_END_DECLS
