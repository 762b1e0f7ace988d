/* ggov-paper.c: a paper of the office, read from its store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include "ggov-paper-kinds-private.h"

struct _GgovPaper
{
  GObject              parent_instance;

  const GgovPaperKind *kind;
  GgovPaperOptions    *options;
  gpointer             content; /* freed as the kind says; NULL until it is read */
};

G_DEFINE_FINAL_TYPE (GgovPaper, ggov_paper, G_TYPE_OBJECT)

G_DEFINE_QUARK (ggov-paper-error-quark, ggov_paper_error)

static void
ggov_paper_finalize (GObject *object)
{
  GgovPaper *self = GGOV_PAPER (object);

  if (self->content)
    self->kind->free_content (self->content);
  g_clear_pointer (&self->options, ggov_paper_options_free);

  G_OBJECT_CLASS (ggov_paper_parent_class)->finalize (object);
}

static void
ggov_paper_class_init (GgovPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_paper_finalize;
}

static void
ggov_paper_init (GgovPaper *self)
{
}

static GgovPaper *
paper_new (GgovStore              *store,
           const GgovPaperKind    *kind,
           const GgovPaperOptions *options)
{
  GgovPaper *self = g_object_new (GGOV_TYPE_PAPER, NULL);

  self->kind = kind;
  self->options = ggov_paper_options_copy (options);
  g_free (self->options->account);
  self->options->account = g_strdup (ggov_store_get_account (store));

  return self;
}

void
_ggov_paper_return (GTask          *task,
                    gpointer        content,
                    GDestroyNotify  free_content,
                    GError         *error)
{
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, content, free_content);
  g_object_unref (task);
}

void
ggov_paper_list_records_async (GgovStore              *store,
                               const GgovPaperKind    *kind,
                               const GgovPaperOptions *options,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data)
{
  GTask *task;

  g_return_if_fail (GGOV_IS_STORE (store));
  g_return_if_fail (kind != NULL && kind->list_records != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_paper_list_records_async);
  kind->list_records (store, options, task);
}

GListModel *
ggov_paper_list_records_finish (GgovStore     *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ggov_paper_read_async (GgovStore              *store,
                       const GgovPaperKind    *kind,
                       const GgovPaperOptions *options,
                       GCancellable           *cancellable,
                       GAsyncReadyCallback     callback,
                       gpointer                user_data)
{
  GTask *task;

  g_return_if_fail (GGOV_IS_STORE (store));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (options != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_paper_read_async);
  g_task_set_task_data (task, paper_new (store, kind, options), g_object_unref);
  kind->read (store, options, task);
}

GgovPaper *
ggov_paper_read_finish (GgovStore     *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  GgovPaper *self;
  gpointer content;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  if (!(content = g_task_propagate_pointer (G_TASK (result), error)))
    return NULL;

  self = g_object_ref (g_task_get_task_data (G_TASK (result)));
  self->content = content;

  return self;
}

const GgovPaperKind *
ggov_paper_get_own_kind (GgovPaper *self)
{
  g_return_val_if_fail (GGOV_IS_PAPER (self), NULL);

  return self->kind;
}

GgovReportPager *
ggov_paper_make_pager (GgovPaper  *self,
                       guint      *n_counted,
                       GError    **error)
{
  PangoContext *context;
  GgovReportPager *pager;
  guint n = 0;

  g_return_val_if_fail (GGOV_IS_PAPER (self), NULL);

  context = ggov_report_context_new ();
  pager = self->kind->make (self->content, self->options, context, &n, error);
  g_object_unref (context);
  if (n_counted)
    *n_counted = n;

  return pager;
}
