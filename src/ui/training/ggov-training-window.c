/* ggov-training-window.c: courses, sessions, who was there, and who lacks what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-day-button.h"
#include "ggov-deed-toast.h"
#include "ggov-error-text.h"
#include "ggov-store-courses.h"
#include "ggov-training-courses-pane.h"
#include "ggov-training-gaps-pane.h"
#include "ggov-training-sessions-pane.h"
#include "ggov-training-window.h"

/* What the window tells is of these. */
static const char * const tables[] = {
  "community", "course", "course_role", "grid", "person", "post", "role", "training_attendance",
  "training_certificate", "training_session", NULL
};

/* In the order of the tabs. */
static const char * const panes[] = { "gaps", "sessions", "courses" };
enum { GAPS, SESSIONS, COURSES, N_PANES };

struct _GgovTrainingWindow
{
  AdwWindow                 parent_instance;

  GtkWidget                *office;          /* (unowned) (nullable): a weak pointer */
  GgovSession              *session;         /* (nullable): NULL once disposed of */
  GListModel               *courses;         /* (nullable) (element-type GgovCourse) */
  gboolean                  is_old[N_PANES]; /* to be read once it is looked at */

  /* From the template. */
  GgovTrainingCoursesPane  *courses_pane;
  GgovDayButton            *day;
  GgovTrainingGapsPane     *gaps_pane;
  GgovTrainingSessionsPane *sessions_pane;
  GtkStack                 *stack;
  AdwToastOverlay          *toasts;
};

G_DEFINE_FINAL_TYPE (GgovTrainingWindow, ggov_training_window, ADW_TYPE_WINDOW)

/* What is read --------------------------------------------------------------------------------- */

static void
courses_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovTrainingWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) courses = ggov_store_list_courses_finish (GGOV_STORE (object), result,
                                                                  &error);

  if (self->session == NULL)
    return;

  if (courses == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      ggov_deed_toast_show (self->toasts, sentence, NULL, NULL, 0);
      return;
    }

  g_set_object (&self->courses, courses);
  ggov_training_gaps_pane_set_courses (self->gaps_pane, courses);
  ggov_training_sessions_pane_set_courses (self->sessions_pane, courses);
  ggov_training_courses_pane_show (self->courses_pane, self->session, courses);
}

static void
read_courses (GgovTrainingWindow *self)
{
  ggov_store_list_courses_async (ggov_session_get_store (self->session),
                                 ggov_day_button_get_day (self->day), NULL, courses_cb,
                                 g_object_ref (self));
}

/* Reads what is looked at, if it is old. */
static void
refresh (GgovTrainingWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  const char *day = ggov_day_button_get_day (self->day);

  for (guint i = 0; self->session && name && i < N_PANES; i++)
    {
      if (!g_str_equal (name, panes[i]) || !self->is_old[i])
        continue;

      self->is_old[i] = FALSE;
      if (i == GAPS)
        ggov_training_gaps_pane_show (self->gaps_pane, self->session, day);
      else if (i == SESSIONS)
        ggov_training_sessions_pane_show (self->sessions_pane, self->session, day);
      else
        read_courses (self);
    }
}

static void
read_all (GgovTrainingWindow *self)
{
  for (guint i = 0; i < N_PANES; i++)
    self->is_old[i] = TRUE;

  refresh (self);
}

static void
day_cb (GgovTrainingWindow *self)
{
  if (self->session == NULL)
    return;

  read_all (self);
  read_courses (self);
}

static void
changed_cb (GgovTrainingWindow *self,
            GStrv               changed)
{
  gboolean concerns = FALSE;

  for (guint i = 0; changed[i]; i++)
    concerns |= g_strv_contains (tables, changed[i]);
  if (!concerns)
    return;

  read_all (self);
  if (g_strv_contains ((const char *const *) changed, "course") ||
      g_strv_contains ((const char *const *) changed, "course_role"))
    read_courses (self);
}

/* What is asked for ---------------------------------------------------------------------------- */

static void
announce_change_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  ggov_deed_toast_show (self->toasts, sentence, _("Undo"), "win.undo-change", id);
  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

static void
show_message_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_deed_toast_show (GGOV_TRAINING_WINDOW (widget)->toasts,
                        g_variant_get_string (parameter, NULL), NULL, NULL, 0);
}

/* The office's window has the changes that can be undone, and the papers. */
static void
pass_on_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);

  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ggov_deed_toast_dismiss (GGOV_TRAINING_WINDOW (widget)->toasts);
  pass_on_cb (widget, action_name, parameter);
}

static void
show_record_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);

  pass_on_cb (widget, action_name, parameter);
  if (self->office)
    gtk_window_present (GTK_WINDOW (self->office));
}

static void
show_table_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);

  ggov_training_window_show_table (self, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

static void
show_lacking_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);

  ggov_training_window_show_table (self, "gaps");
  ggov_training_gaps_pane_choose (self->gaps_pane, g_variant_get_int64 (parameter));
}

static void
show_sessions_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (widget);

  ggov_training_window_show_table (self, "sessions");
  ggov_training_sessions_pane_choose_course (self->sessions_pane, g_variant_get_int64 (parameter));
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "training.show-lacking", "x", show_lacking_cb);
  gtk_widget_class_install_action (klass, "training.show-sessions", "x", show_sessions_cb);
  gtk_widget_class_install_action (klass, "training.show-table", "s", show_table_cb);
  gtk_widget_class_install_action (klass, "win.announce-change", "(sx)", announce_change_cb);
  gtk_widget_class_install_action (klass, "win.print-paper", "(sa{sv})", pass_on_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.show-message", "s", show_message_cb);
  gtk_widget_class_install_action (klass, "win.show-record", "(sx)", show_record_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.undo-change", "(sx)", undo_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  for (guint i = 0; i < N_PANES; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + i, GDK_ALT_MASK, "training.show-table",
                                         "s", panes[i]);
}

/* The window ----------------------------------------------------------------------------------- */

static void
ggov_training_window_dispose (GObject *object)
{
  GgovTrainingWindow *self = GGOV_TRAINING_WINDOW (object);

  g_clear_weak_pointer (&self->office);
  g_clear_object (&self->session);
  g_clear_object (&self->courses);

  G_OBJECT_CLASS (ggov_training_window_parent_class)->dispose (object);
}

static void
ggov_training_window_class_init (GgovTrainingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_training_window_dispose;

  g_type_ensure (GGOV_TYPE_DAY_BUTTON);
  g_type_ensure (GGOV_TYPE_TRAINING_COURSES_PANE);
  g_type_ensure (GGOV_TYPE_TRAINING_GAPS_PANE);
  g_type_ensure (GGOV_TYPE_TRAINING_SESSIONS_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/training/ggov-training-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, courses_pane);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, day);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, gaps_pane);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, sessions_pane);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  install_actions (widget_class);
}

static void
ggov_training_window_init (GgovTrainingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GgovTrainingWindow *
ggov_training_window_new (GtkWindow   *parent,
                          GgovSession *session)
{
  GgovTrainingWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_TRAINING_WINDOW, "transient-for", parent, NULL);
  g_set_weak_pointer (&self->office, GTK_WIDGET (parent));
  self->session = g_object_ref (session);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  /* Which reads everything. */
  ggov_day_button_set_today (self->day, ggov_session_get_today (session));
  gtk_widget_grab_focus (GTK_WIDGET (self->gaps_pane));

  return self;
}

void
ggov_training_window_show_table (GgovTrainingWindow *self,
                                 const char         *table)
{
  g_return_if_fail (GGOV_IS_TRAINING_WINDOW (self));

  gtk_stack_set_visible_child_name (self->stack, table);
}

void
ggov_training_window_show_session (GgovTrainingWindow *self,
                                   gint64              session_id)
{
  g_return_if_fail (GGOV_IS_TRAINING_WINDOW (self));

  ggov_training_window_show_table (self, "sessions");
  ggov_training_sessions_pane_choose_session (self->sessions_pane, session_id);
}
