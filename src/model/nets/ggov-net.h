/* ggov-net.h: a net that a department drew before there were base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_NET (ggov_net_get_type ())

G_DECLARE_FINAL_TYPE (GgovNet, ggov_net, GGOV, NET, GObject)

/**
 * GgovNetRow:
 * @department: whose it was; empty if nobody said
 * @role_code: of the posts its people move to; empty until chosen
 * @role: (nullable): that role in English
 * @role_zh: (nullable): in Chinese
 * @source: whose data it is and under what licence
 * @imported_on: ISO day
 * @retired_on: (nullable): the day from which it is no more
 * @grids: how many it has
 * @people: how many posts on them its people had
 * @moved: how many of those have become posts on base grids
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  const char *name;
  const char *department;
  const char *role_code;
  const char *role;
  const char *role_zh;
  const char *source;
  const char *imported_on;
  const char *retired_on;
  gint64      grids;
  gint64      people;
  gint64      moved;
} GgovNetRow;

/* Copies the texts. */
GgovNet          *ggov_net_new     (const GgovNetRow *row) G_GNUC_WARN_UNUSED_RESULT;

const GgovNetRow *ggov_net_get_row (GgovNet          *self);

G_END_DECLS
