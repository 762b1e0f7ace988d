/* ggov-draft-deed.c: one thing to be done to a draft at a desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-draft-deed.h"

GgovDraftDeed *
ggov_draft_deed_new (GgovDraft      *draft,
                     GgovPlanStroke *stroke)
{
  GgovDraftDeed *self = g_new0 (GgovDraftDeed, 1);

  self->stroke = ggov_plan_stroke_ref (stroke);
  self->sentence = ggov_plan_stroke_dup_sentence (stroke, draft);

  return self;
}

GgovDraftDeed *
ggov_draft_deed_new_for_grid (GgovDraft  *draft,
                              gint64      number,
                              const char *name,
                              gboolean    is_locked)
{
  GgovDraftDeed *self = g_new0 (GgovDraftDeed, 1);
  g_autofree char *label = ggov_plan_stroke_dup_label (draft, number);

  self->number = number;
  self->name = g_strdup (name);
  self->is_locked = is_locked;
  if (ggov_draft_find_grid (draft, number)->is_locked != is_locked)
    self->sentence = g_strdup_printf (is_locked ? _("Grid %s of the draft locked")
                                                : _("Grid %s of the draft unlocked"), label);
  else
    /* Translators: a grid of the draft, and its new name */
    self->sentence = g_strdup_printf (_("Grid %1$s of the draft is called %2$s"), label, name);

  return self;
}

void
ggov_draft_deed_leave (GgovDraftDeed *self)
{
  g_clear_object (&self->before);
  g_clear_pointer (&self->on, ggov_geo_layout_unref);
  g_clear_object (&self->after);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
}

void
ggov_draft_deed_free (GgovDraftDeed *self)
{
  ggov_draft_deed_leave (self);
  g_clear_pointer (&self->stroke, ggov_plan_stroke_unref);
  g_free (self->name);
  g_free (self->sentence);
  g_free (self);
}

void
ggov_draft_deed_begin (GgovDraftDeed *self,
                       GgovDraft     *draft,
                       GgovGeoLayout *layout)
{
  self->before = g_object_ref (draft);
  self->on = ggov_geo_layout_ref (layout);
}

gboolean
ggov_draft_deed_work_out (GgovDraftDeed  *self,
                          GError        **error)
{
  g_autoptr(GError) cause = NULL;
  GgovDraftSum sum;

  self->layout = ggov_plan_stroke_try (self->stroke, self->before, self->on, &cause);
  if (self->layout == NULL)
    {
      ggov_plan_stroke_explain (self->before, cause, error);
      return FALSE;
    }

  if (self->layout != self->on)
    {
      self->after = ggov_draft_edit_layout (self->before, self->layout);
      ggov_draft_sum (self->after, 0, &sum);
    }

  return TRUE;
}
