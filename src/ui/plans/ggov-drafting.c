/* ggov-drafting.c: one draft being drawn at one desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-drafting-private.h"

G_DEFINE_FINAL_TYPE (GgovDrafting, ggov_drafting, G_TYPE_OBJECT)

static void
ggov_drafting_dispose (GObject *object)
{
  GgovDrafting *self = GGOV_DRAFTING (object);

  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->layout, ggov_geo_layout_unref);
  g_queue_clear_full (&self->deeds, (GDestroyNotify) ggov_draft_deed_free);

  G_OBJECT_CLASS (ggov_drafting_parent_class)->dispose (object);
}

static void
ggov_drafting_class_init (GgovDraftingClass *klass)
{
  static const char *const plain[] = { "changed", "queued" };
  static const char *const told[] = { "lost", "refused" };

  G_OBJECT_CLASS (klass)->dispose = ggov_drafting_dispose;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_signal_new (plain[i], GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_new (told[i], GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("saved", GGOV_TYPE_DRAFTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
ggov_drafting_init (GgovDrafting *self)
{
}

GgovDrafting *
ggov_drafting_new (GgovSession *session,
                   gint64       plan_id)
{
  GgovDrafting *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_DRAFTING, NULL);
  self->session = g_object_ref (session);
  self->plan_id = plan_id;
  g_signal_connect_object (ggov_session_get_store (session), "changed",
                           G_CALLBACK (_ggov_drafting_store_changed), self, G_CONNECT_SWAPPED);
  _ggov_drafting_load (self);

  return self;
}

void
ggov_drafting_close (GgovDrafting *self)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  g_clear_object (&self->session);
  g_queue_clear_full (&self->deeds, (GDestroyNotify) ggov_draft_deed_free);
}

gint64
ggov_drafting_get_plan_id (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), 0);

  return self->plan_id;
}

GgovDraft *
ggov_drafting_get_draft (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), NULL);

  return self->draft;
}

GgovGeoLayout *
ggov_drafting_get_layout (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), NULL);

  return self->layout;
}

gboolean
ggov_drafting_can_draw (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), FALSE);

  return self->draft &&
         ggov_plan_get_state (ggov_draft_get_plan (self->draft)) == GGOV_PLAN_DRAFT;
}

static void
add (GgovDrafting  *self,
     GgovDraftDeed *deed)
{
  g_queue_push_tail (&self->deeds, deed);
  _ggov_drafting_go_on (self);
  g_signal_emit_by_name (self, "queued");
}

void
ggov_drafting_draw (GgovDrafting   *self,
                    GgovPlanStroke *stroke)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));
  g_return_if_fail (stroke != NULL);

  if (ggov_drafting_can_draw (self))
    add (self, ggov_draft_deed_new (self->draft, stroke));
}

void
ggov_drafting_paint (GgovDrafting *self,
                     const gint64 *building_ids,
                     guint         n,
                     gint64        number)
{
  g_autoptr(GgovPlanStroke) stroke = NULL;

  g_return_if_fail (GGOV_IS_DRAFTING (self));
  g_return_if_fail (building_ids != NULL && n > 0 && number > 0);

  stroke = ggov_plan_stroke_new (GGOV_PLAN_STROKE_PAINT, number);
  g_array_append_vals (stroke->ids, building_ids, n);
  ggov_drafting_draw (self, stroke);
}

void
ggov_drafting_set_grid (GgovDrafting *self,
                        gint64        number,
                        const char   *name,
                        gboolean      is_locked)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  if (ggov_drafting_can_draw (self) && ggov_draft_find_grid (self->draft, number))
    add (self, ggov_draft_deed_new_for_grid (self->draft, number, name, is_locked));
}

GPtrArray *
ggov_drafting_list_pending (GgovDrafting *self)
{
  GPtrArray *pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_plan_stroke_unref);

  g_return_val_if_fail (GGOV_IS_DRAFTING (self), pending);

  if (self->doing && self->doing->stroke)
    g_ptr_array_add (pending, ggov_plan_stroke_ref (self->doing->stroke));
  for (GList *l = self->deeds.head; l; l = l->next)
    {
      GgovDraftDeed *deed = l->data;

      if (deed->stroke)
        g_ptr_array_add (pending, ggov_plan_stroke_ref (deed->stroke));
    }

  return pending;
}

gboolean
ggov_drafting_can_take_back (GgovDrafting *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFTING (self), FALSE);

  return self->deeds.length > 0 || (self->doing && !self->is_writing && !self->is_taken_back);
}

void
ggov_drafting_take_back (GgovDrafting *self)
{
  g_return_if_fail (GGOV_IS_DRAFTING (self));

  if (!ggov_drafting_can_take_back (self))
    return;

  if (self->deeds.length > 0)
    ggov_draft_deed_free (g_queue_pop_tail (&self->deeds));
  else
    {
      self->is_taken_back = TRUE;
      self->doing = NULL;
    }

  g_signal_emit_by_name (self, "queued");
}
