/* ggov-register-act-private.h: what happens to households, while it is being written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-residents-private.h"
#include "ggov-store-register.h"

G_BEGIN_DECLS

/* Somebody who moves, and what they were where they come from. */
typedef struct
{
  GgovRegisterMember  asked;
  const char         *was;    /* (nullable): relation to the head of the household that is left */
  const char         *sex;    /* (nullable) */
} GgovRegisterMover;

/**
 * GgovRegisterOrder:
 * @texts: what the texts of all of it are in
 * @movers: (element-type GgovRegisterMover)
 * @touched: (element-type gint64): households to be looked at when all is written
 */
typedef struct
{
  GgovRegisterAct  act;
  GStringChunk    *texts;
  GArray          *movers;
  GArray          *touched;

  gint64           event_id;
  gint64           to_id;
  gint64           to_unit_id;
  gboolean         is_new;    /* the household that is joined */
  gint64           change_id;
} GgovRegisterOrder;

/* Lets people leave a household on the day: all who are asked for, all of it where nobody is, or for
 * another head nobody. */
gboolean _ggov_register_leave (GgovChange         *change,
                               GgovRegisterOrder  *order,
                               gint64              household_id,
                               GError            **error);

/* Finds or makes the household that is joined, and whoever is new. */
gboolean _ggov_register_prepare_join (GgovChange         *change,
                                      GgovRegisterOrder  *order,
                                      GError            **error);

/* Lets the people join it, once what they were is known. */
gboolean _ggov_register_join  (GgovChange         *change,
                               GgovRegisterOrder  *order,
                               GError            **error);

/* A GgovChangeFunc for a GgovRegisterOrder. */
gboolean _ggov_register_act   (GgovChange  *change,
                               gpointer     data,
                               GError     **error);

G_END_DECLS
