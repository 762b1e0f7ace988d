/* ggov-press.c: makes and draws the pages of a paper, away from the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-press.h"
#include "ggov-report-pdf.h"

#define WHITE 1, 1, 1

/* How many times larger pages are drawn than they are shown. */
#define LARGER 2

struct _GgovPress
{
  GObject      parent_instance;

  GAsyncQueue *jobs; /* (element-type Job): the thread has a reference of its own */
};

/* Works on the pager there is, or puts another in its place. */
typedef void (*JobFunc) (GTask            *task,
                         GgovReportPager **pager);

/* One without a task is the last. */
typedef struct
{
  GTask   *task;
  JobFunc  func;
} Job;

/* A page to be drawn. */
typedef struct
{
  guint page;
  int   width;
  int   height;
} Draft;

G_DEFINE_FINAL_TYPE (GgovPress, ggov_press, G_TYPE_OBJECT)

/* The pager is a variable of the thread: nobody else can reach it. */
static gpointer
run (gpointer data)
{
  g_autoptr(GAsyncQueue) jobs = data;
  g_autoptr(GgovReportPager) pager = NULL;
  gboolean is_over = FALSE;

  while (!is_over)
    {
      Job *job = g_async_queue_pop (jobs);

      is_over = job->task == NULL;
      if (job->task && !g_task_return_error_if_cancelled (job->task))
        job->func (job->task, &pager);
      g_clear_object (&job->task);
      g_free (job);
    }

  return NULL;
}

static void
push (GgovPress *self,
      GTask     *task,
      JobFunc    func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  g_async_queue_push (self->jobs, job);
}

static void
set_paper_job (GTask            *task,
               GgovReportPager **pager)
{
  GError *error = NULL;

  g_clear_object (pager);
  *pager = ggov_paper_make_pager (g_task_get_task_data (task), NULL, &error);
  if (*pager)
    g_task_return_int (task, ggov_report_pager_get_n_pages (*pager));
  else
    g_task_return_error (task, error);
}

/* Takes the surface. */
static GdkTexture *
texture_new (cairo_surface_t *surface)
{
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * stride,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_surface_t *
new_surface (double    width,
             double    height,
             cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, width + 0.5),
                                                         MAX (1, height + 0.5));

  *cr = cairo_create (surface);

  return surface;
}

/* @scale: pixels of a point */
static cairo_surface_t *
draw_large (GgovReportPager *pager,
            guint            page,
            double           scale)
{
  const GgovReportPage *paper = ggov_report_pager_get_page_at (pager, page);
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (ggov_report_points (paper->width_mm) * scale,
                                          ggov_report_points (paper->height_mm) * scale, &cr);

  cairo_set_source_rgb (cr, WHITE);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ggov_report_pager_draw (pager, cr, page);
  cairo_destroy (cr);

  return surface;
}

/* Cairo puts each glyph on a whole pixel, which pulls small text apart: it is drawn large. */
static GdkTexture *
draw (GgovReportPager *pager,
      const Draft     *draft)
{
  const GgovReportPage *page = ggov_report_pager_get_page_at (pager, draft->page);
  const double width = ggov_report_points (page->width_mm);
  const double height = ggov_report_points (page->height_mm);
  const double widest = draft->width / width;
  const double scale = draft->height > 0 ? MIN (widest, draft->height / height) : widest;
  cairo_surface_t *large = draw_large (pager, draft->page, scale * LARGER);
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (width * scale, height * scale, &cr);

  cairo_scale (cr, 1.0 / LARGER, 1.0 / LARGER);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);

  return texture_new (surface);
}

/* What was asked for is of a paper that is no more. */
static void
return_other_paper (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "another paper came");
}

static void
draw_job (GTask            *task,
          GgovReportPager **pager)
{
  const Draft *draft = g_task_get_task_data (task);

  if (*pager && draft->page < ggov_report_pager_get_n_pages (*pager))
    g_task_return_pointer (task, draw (*pager, draft), g_object_unref);
  else
    return_other_paper (task);
}

static void
write_job (GTask            *task,
           GgovReportPager **pager)
{
  GError *error = NULL;

  if (*pager == NULL)
    return_other_paper (task);
  else if (ggov_report_write_pdf (*pager, g_task_get_task_data (task), &error))
    g_task_return_int (task, ggov_report_pager_get_n_pages (*pager));
  else
    g_task_return_error (task, error);
}

/* Tasks have references: none is under way. The thread ends by itself; it may be the one that let go
 * of the last of them, and must not be waited for. */
static void
ggov_press_finalize (GObject *object)
{
  GgovPress *self = GGOV_PRESS (object);

  push (self, NULL, NULL);
  g_clear_pointer (&self->jobs, g_async_queue_unref);

  G_OBJECT_CLASS (ggov_press_parent_class)->finalize (object);
}

static void
ggov_press_class_init (GgovPressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_press_finalize;
}

static void
ggov_press_init (GgovPress *self)
{
  self->jobs = g_async_queue_new ();
  g_thread_unref (g_thread_new ("ggov-press", run, g_async_queue_ref (self->jobs)));
}

GgovPress *
ggov_press_new (void)
{
  return g_object_new (GGOV_TYPE_PRESS, NULL);
}

void
ggov_press_set_paper_async (GgovPress           *self,
                            GgovPaper           *paper,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GGOV_IS_PRESS (self));
  g_return_if_fail (GGOV_IS_PAPER (paper));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_press_set_paper_async);
  g_task_set_task_data (task, g_object_ref (paper), g_object_unref);
  push (self, task, set_paper_job);
}

guint
ggov_press_set_paper_finish (GgovPress     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  n = g_task_propagate_int (G_TASK (result), error);

  return MAX (0, n);
}

void
ggov_press_draw_async (GgovPress           *self,
                       guint                page,
                       int                  width,
                       int                  height,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  const Draft draft = { page, width, height };
  GTask *task;

  g_return_if_fail (GGOV_IS_PRESS (self));
  g_return_if_fail (width > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_press_draw_async);
  g_task_set_task_data (task, g_memdup2 (&draft, sizeof draft), g_free);
  push (self, task, draw_job);
}

GdkTexture *
ggov_press_draw_finish (GgovPress     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ggov_press_write_async (GgovPress           *self,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (GGOV_IS_PRESS (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_press_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  push (self, task, write_job);
}

guint
ggov_press_write_finish (GgovPress     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  n = g_task_propagate_int (G_TASK (result), error);

  return MAX (0, n);
}
