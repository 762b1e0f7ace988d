/* ggov-paper-options.c: of what, when and on which sheets a paper is printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <string.h>

#include "ggov-local-time.h"
#include "ggov-paper-options.h"

GgovPaperOptions *
ggov_paper_options_new (const char *day,
                        gint64      now)
{
  GgovPaperOptions *self = g_new0 (GgovPaperOptions, 1);

  self->day = g_strdup (day);
  self->now = now;
  self->with_phones = TRUE;
  self->printed_at = ggov_local_time_format (now);

  return self;
}

GgovPaperOptions *
ggov_paper_options_copy (const GgovPaperOptions *self)
{
  GgovPaperOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->place = g_strdup (self->place);
  copy->day = g_strdup (self->day);
  copy->role = g_strdup (self->role);
  copy->text = g_strdup (self->text);
  copy->theme = g_strdup (self->theme);
  copy->reason = g_strdup (self->reason);
  copy->printed_at = g_strdup (self->printed_at);
  copy->account = g_strdup (self->account);

  return copy;
}

void
ggov_paper_options_free (GgovPaperOptions *self)
{
  g_free (self->place);
  g_free (self->day);
  g_free (self->role);
  g_free (self->text);
  g_free (self->theme);
  g_free (self->reason);
  g_free (self->printed_at);
  g_free (self->account);
  g_free (self);
}

gboolean
ggov_paper_options_is_grid (const GgovPaperOptions *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->place != NULL && strlen (self->place) == GGOV_PAPER_GRID_LENGTH;
}
