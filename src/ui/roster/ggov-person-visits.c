/* ggov-person-visits.c: the visits that somebody made, and those that were made to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-line-row.h"
#include "ggov-mask.h"
#include "ggov-person-visits.h"
#include "ggov-store-visits.h"

/* Of each: who goes from door to door makes some hundred a month. */
#define MOST_VISITS 20

struct _GgovPersonVisits
{
  AdwBin         parent_instance;

  GCancellable  *cancellable; /* (nullable): of what is being read */

  /* From the template. */
  GtkWidget     *made_group;
  GtkListBox    *made_list;
  GtkWidget     *received_group;
  GtkListBox    *received_list;
};

G_DEFINE_FINAL_TYPE (GgovPersonVisits, ggov_person_visits, ADW_TYPE_BIN)

static const char *
get_outcome (const GgovVisitRecord *visit)
{
  if (g_str_equal (visit->outcome, "met"))
    return C_("visit", "met");
  if (g_str_equal (visit->outcome, "absent"))
    return C_("visit", "nobody at home");

  return C_("visit", "not let in");
}

/* The day, how it went, and what was found, such as "2026-02-12 · met · the lift is out of order". */
static char *
dup_note (const GgovVisitRecord *visit)
{
  g_autofree char *found = ggov_mask_free_text (visit->found);

  return g_strdup_printf ("%s · %s%s%s", visit->day, get_outcome (visit), *found ? " · " : "", found);
}

static char *
dup_door (const GgovVisitRecord *visit)
{
  return g_strdup_printf ("%s %s", visit->place, visit->door);
}

static void
append (GtkListBox            *list,
        const char            *who,
        const GgovVisitRecord *visit)
{
  g_autofree char *door = dup_door (visit);
  g_autofree char *title = who ? g_strdup_printf ("%s · %s", who, door) : g_strdup (door);
  g_autofree char *note = dup_note (visit);
  GtkWidget *row = ggov_line_row_append (list, title, note);

  /* What was found became an issue. */
  if (visit->issue_id != 0)
    ggov_line_row_lead_to (row, "issue", visit->issue_id);
}

static void
show_visits (GgovPersonVisits *self,
             GListModel       *visits,
             gboolean          is_made)
{
  GtkListBox *list = is_made ? self->made_list : self->received_list;
  guint n = g_list_model_get_n_items (visits);

  ggov_line_row_clear (list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovVisit) visit = g_list_model_get_item (visits, i);
      const GgovVisitRecord *record = ggov_visit_get_record (visit);

      append (list, !is_made ? record->visitor : record->person ? record->person : record->head,
              record);
    }
  gtk_widget_set_visible (is_made ? self->made_group : self->received_group, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->made_group) ||
                                               gtk_widget_get_visible (self->received_group));
}

static void
take (GgovPersonVisits *self,
      GObject          *store,
      GAsyncResult     *result,
      gboolean          is_made)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) visits = ggov_store_list_visits_finish (GGOV_STORE (store), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (visits)
    show_visits (self, visits, is_made);
  else
    g_debug ("No visits are shown: %s", error->message);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovPersonVisits) self = user_data;

  take (self, object, result, TRUE);
}

static void
received_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovPersonVisits) self = user_data;

  take (self, object, result, FALSE);
}

static void
ggov_person_visits_dispose (GObject *object)
{
  GgovPersonVisits *self = GGOV_PERSON_VISITS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ggov_person_visits_parent_class)->dispose (object);
}

static void
ggov_person_visits_class_init (GgovPersonVisitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_person_visits_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/roster/ggov-person-visits.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPersonVisits, made_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonVisits, made_list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonVisits, received_group);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonVisits, received_list);
}

static void
ggov_person_visits_init (GgovPersonVisits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_person_visits_show (GgovPersonVisits *self,
                         GgovStore        *store,
                         gint64            person_id,
                         const char       *day)
{
  const GgovVisitFilter made = { .visitor_id = person_id, .limit = MOST_VISITS };
  const GgovVisitFilter received = { .person_id = person_id, .limit = MOST_VISITS };

  g_return_if_fail (GGOV_IS_PERSON_VISITS (self));
  g_return_if_fail (person_id != 0);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  ggov_store_list_visits_async (store, &made, day, self->cancellable, made_cb, g_object_ref (self));
  ggov_store_list_visits_async (store, &received, day, self->cancellable, received_cb,
                                g_object_ref (self));
}
