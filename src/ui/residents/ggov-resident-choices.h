/* ggov-resident-choices.h: what there always is to choose residents by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *key;   /* of the list it is in: "stay", "age", "fresh" or "filled" */
  const char *code;  /* what it is kept under; "" for all */
  const char *label; /* not yet translated */
  int         from;  /* years, or months, or a GgovResidentStay */
  int         to;
} GgovResidentChoice;

/* Returns: (transfer full) (element-type GgovChoice): those of the list @key, the first for all; their
 * ids are for ggov_resident_choices_get() */
GListStore               *ggov_resident_choices_list (const char *key);

const GgovResidentChoice *ggov_resident_choices_get  (guint id);

/**
 * ggov_resident_choices_dup_confirmed_before:
 * @choice: of the list "fresh"
 * @today: an ISO day
 *
 * Returns: (transfer full) (nullable): the ISO day before which somebody was confirmed last, NULL for
 *   any; of a shorter month its last day
 */
char *ggov_resident_choices_dup_confirmed_before (const GgovResidentChoice *choice,
                                                  const char               *today);

G_END_DECLS
