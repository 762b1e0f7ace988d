/* ggov-overview-answers.c: what the store has answered before there is a page to show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-overview-answers.h"

struct _GgovOverviewAnswers
{
  GObject    parent_instance;

  GPtrArray *kept; /* of Call, answered and not read */
  GObject   *page; /* (nullable): who reads; with the last call gone */
  guint      n_calls;
  guint      n_under_way;
};

typedef struct
{
  GgovOverviewAnswers *answers;
  GAsyncReadyCallback  reader;
  GObject             *source; /* (nullable): NULL until answered, as the next */
  GAsyncResult        *result;
} Call;

G_DEFINE_FINAL_TYPE (GgovOverviewAnswers, ggov_overview_answers, G_TYPE_OBJECT)

static void
free_call (gpointer data)
{
  Call *call = data;

  g_clear_object (&call->answers);
  g_clear_object (&call->source);
  g_clear_object (&call->result);
  g_free (call);
}

static void
ggov_overview_answers_finalize (GObject *object)
{
  GgovOverviewAnswers *self = GGOV_OVERVIEW_ANSWERS (object);

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (ggov_overview_answers_parent_class)->finalize (object);
}

static void
ggov_overview_answers_class_init (GgovOverviewAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_overview_answers_finalize;
}

static void
ggov_overview_answers_init (GgovOverviewAnswers *self)
{
  self->kept = g_ptr_array_new_with_free_func (free_call);
}

GgovOverviewAnswers *
ggov_overview_answers_new (void)
{
  return g_object_new (GGOV_TYPE_OVERVIEW_ANSWERS, NULL);
}

gpointer
ggov_overview_answers_await (GgovOverviewAnswers *self,
                             GAsyncReadyCallback  reader)
{
  Call *call;

  g_return_val_if_fail (GGOV_IS_OVERVIEW_ANSWERS (self), NULL);
  g_return_val_if_fail (reader != NULL, NULL);

  call = g_new0 (Call, 1);
  call->answers = g_object_ref (self);
  call->reader = reader;
  self->n_calls++;
  self->n_under_way++;

  return call;
}

void
ggov_overview_answers_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  Call *call = user_data;
  g_autoptr(GgovOverviewAnswers) self = g_object_ref (call->answers);

  self->n_under_way--;
  if (self->page)
    {
      call->reader (object, result, g_object_ref (self->page));
      free_call (call);
    }
  else
    {
      /* What is kept does not keep its keeper. */
      g_clear_object (&call->answers);
      call->source = g_object_ref (object);
      call->result = g_object_ref (result);
      g_ptr_array_add (self->kept, call);
    }
  if (self->n_under_way == 0)
    g_clear_object (&self->page);
}

void
ggov_overview_answers_read (GgovOverviewAnswers *self,
                            GObject             *page)
{
  g_autoptr(GPtrArray) kept = NULL;

  g_return_if_fail (GGOV_IS_OVERVIEW_ANSWERS (self));
  g_return_if_fail (self->page == NULL);

  kept = g_steal_pointer (&self->kept);
  self->kept = g_ptr_array_new_with_free_func (free_call);
  if (self->n_under_way > 0)
    self->page = g_object_ref (page);
  for (guint i = 0; i < kept->len; i++)
    {
      Call *call = g_ptr_array_index (kept, i);

      call->reader (call->source, call->result, g_object_ref (page));
    }
}

guint
ggov_overview_answers_get_n_calls (GgovOverviewAnswers *self)
{
  g_return_val_if_fail (GGOV_IS_OVERVIEW_ANSWERS (self), 0);

  return self->n_calls;
}
