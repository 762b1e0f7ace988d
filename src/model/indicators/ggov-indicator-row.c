/* ggov-indicator-row.c: the indicators of one grid, type, person or month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-indicator-row.h"

struct _GgovIndicatorRow
{
  GObject            parent_instance;

  char              *key;
  char              *label;
  GgovIndicatorSums  sums;
};

G_DEFINE_FINAL_TYPE (GgovIndicatorRow, ggov_indicator_row, G_TYPE_OBJECT)

static void
ggov_indicator_row_finalize (GObject *object)
{
  GgovIndicatorRow *self = GGOV_INDICATOR_ROW (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (ggov_indicator_row_parent_class)->finalize (object);
}

static void
ggov_indicator_row_class_init (GgovIndicatorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_indicator_row_finalize;
}

static void
ggov_indicator_row_init (GgovIndicatorRow *self)
{
}

GgovIndicatorRow *
ggov_indicator_row_new (const char              *key,
                        const char              *label,
                        const GgovIndicatorSums *sums)
{
  GgovIndicatorRow *self;

  g_return_val_if_fail (key != NULL && label != NULL && sums != NULL, NULL);

  self = g_object_new (GGOV_TYPE_INDICATOR_ROW, NULL);
  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->sums = *sums;

  return self;
}

const char *
ggov_indicator_row_get_key (GgovIndicatorRow *self)
{
  g_return_val_if_fail (GGOV_IS_INDICATOR_ROW (self), NULL);

  return self->key;
}

const char *
ggov_indicator_row_get_label (GgovIndicatorRow *self)
{
  g_return_val_if_fail (GGOV_IS_INDICATOR_ROW (self), NULL);

  return self->label;
}

const GgovIndicatorSums *
ggov_indicator_row_get_sums (GgovIndicatorRow *self)
{
  g_return_val_if_fail (GGOV_IS_INDICATOR_ROW (self), NULL);

  return &self->sums;
}
