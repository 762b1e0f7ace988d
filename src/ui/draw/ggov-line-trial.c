/* ggov-line-trial.c: what a drawn line would do, looked at before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-draft-layout.h"
#include "ggov-draft-tally.h"
#include "ggov-geo-error.h"
#include "ggov-line-trial.h"

/* How many grids' households are said in words. */
#define MOST_SAID 3

static void
trial_free (GgovLineTrial *self)
{
  g_clear_pointer (&self->stroke, ggov_plan_stroke_unref);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  g_free (self);
}

static gboolean
is_off_border (const GError *error)
{
  return error->domain == GGOV_GEO_ERROR &&
         ggov_geo_error_get_refusal (error)->reason == GGOV_GEO_REASON_OFF_BORDER;
}

/* On a thread of its own. */
static void
try (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  const GgovLineTrial *self = task_data;
  GError *error = NULL;
  g_autoptr(GgovGeoLayout) after =
    ggov_plan_stroke_try (self->stroke, self->draft, self->layout, &error);
  GgovDraftSum sum;

  if (after)
    {
      GgovDraft *drawn = ggov_draft_edit_layout (self->draft, after);

      /* What is summed up here, need not be on the main loop. */
      ggov_draft_sum (drawn, 0, &sum);
      g_task_return_pointer (task, drawn, g_object_unref);
      return;
    }

  if (!self->is_last && is_off_border (error))
    {
      g_autoptr(GError) wrong = NULL;

      if (!ggov_plan_stroke_check_unfinished (self->stroke, self->layout, &wrong))
        {
          g_clear_error (&error);
          error = g_steal_pointer (&wrong);
        }
    }

  g_task_return_error (task, error);
}

void
ggov_line_trial_run_async (GgovPlanStroke      *stroke,
                           GgovDraft           *draft,
                           GgovGeoLayout       *layout,
                           gboolean             is_last,
                           gpointer             source,
                           GAsyncReadyCallback  callback)
{
  GgovLineTrial *self = g_new0 (GgovLineTrial, 1);
  g_autoptr(GTask) task = g_task_new (source, NULL, callback, NULL);

  self->stroke = stroke;
  self->draft = g_object_ref (draft);
  self->layout = ggov_geo_layout_ref (layout);
  self->is_last = is_last;
  g_task_set_task_data (task, self, (GDestroyNotify) trial_free);
  g_task_run_in_thread (task, try);
}

GgovDraft *
ggov_line_trial_run_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const GgovLineTrial *
ggov_line_trial_get (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

char *
ggov_line_trial_dup_sentence (const GgovLineTrial *self,
                              GArray              *changed)
{
  GString *text = g_string_new (NULL);
  guint n_said = 0;

  for (guint i = 0; i < changed->len && n_said < MOST_SAID; i++)
    {
      const GgovDraftTally *now = &g_array_index (changed, GgovDraftTally, i);
      g_autofree char *label = ggov_plan_stroke_dup_label (self->draft, now->number);
      GgovDraftSum before;

      ggov_draft_sum (self->draft, now->number, &before);
      if (now->sum.buildings == before.buildings && now->sum.households == before.households)
        continue;

      /* Translators: a grid and its households, before and after; such parts follow one another */
      g_string_append_printf (text, _("%1$s: %2$u → %3$u households."), label,
                              (guint) before.households, (guint) now->sum.households);
      g_string_append_c (text, ' ');
      n_said++;
    }

  return g_string_free (text, FALSE);
}

gboolean
ggov_line_trial_is_unfinished (const GgovLineTrial *self,
                               const GError        *error)
{
  GgovGeoReason reason = error->domain == GGOV_GEO_ERROR
    ? ggov_geo_error_get_refusal (error)->reason : GGOV_GEO_REASON_NONE;

  return !self->is_last && (reason == GGOV_GEO_REASON_OFF_BORDER ||
                            reason == GGOV_GEO_REASON_TOO_FEW_POINTS ||
                            reason == GGOV_GEO_REASON_NO_CHANGE);
}
