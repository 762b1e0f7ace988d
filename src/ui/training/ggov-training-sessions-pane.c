/* ggov-training-sessions-pane.c: when courses are taught, and who is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-attendance-pane.h"
#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-page-keys.h"
#include "ggov-place-chooser.h"
#include "ggov-session-dialog.h"
#include "ggov-store-training-sessions.h"
#include "ggov-training-sessions-pane.h"
#include "ggov-training-text.h"

static const GgovPageKey keys[] = {
  { "<Control><Shift>n", "sessions.add" },
  { "<Control>e", "sessions.edit" },
  { "<Control>BackSpace", "sessions.call-off" },
};

/* In the order of the choice. */
static const GgovTrainingSpan spans[] = {
  GGOV_TRAINING_ALL, GGOV_TRAINING_TO_COME, GGOV_TRAINING_OVER,
};

struct _GgovTrainingSessionsPane
{
  AdwBin              parent_instance;

  GgovSession        *session;     /* (nullable): NULL once disposed of */
  GCancellable       *cancellable; /* (nullable): of what is being read */
  char               *day;         /* (nullable): ISO day */
  GListModel         *courses;     /* (nullable) (element-type GgovCourse) */
  gint64              chosen_id;   /* kept while the list is read again; 0 for the first */
  gboolean            is_quiet;    /* while choices are made for the user */

  /* From the template. */
  GgovAttendancePane *attendance;
  GtkDropDown        *course;
  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GtkDropDown        *span;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (GgovTrainingSessionsPane, ggov_training_sessions_pane, ADW_TYPE_BIN)

static GgovTrainingSession *
get_chosen (GgovTrainingSessionsPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
show_chosen (GgovTrainingSessionsPane *self)
{
  GgovTrainingSession *chosen = get_chosen (self);
  const GgovTrainingSessionRecord *record = chosen ? ggov_training_session_get_record (chosen)
                                                   : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->session)
    ggov_attendance_pane_show (self->attendance, self->session, chosen);
  gtk_widget_action_set_enabled (widget, "sessions.add", self->courses != NULL);
  gtk_widget_action_set_enabled (widget, "sessions.edit", record != NULL);
  gtk_widget_action_set_enabled (widget, "sessions.call-off", record && record->called_off == NULL);
  gtk_widget_action_set_enabled (widget, "sessions.hold", record && record->called_off);
}

static void
selected_cb (GgovTrainingSessionsPane *self)
{
  GgovTrainingSession *chosen = get_chosen (self);

  if (self->is_quiet || chosen == NULL)
    return;

  self->chosen_id = ggov_training_session_get_record (chosen)->id;
  show_chosen (self);
}

/* Where the chosen session stands, else the first. */
static guint
find_chosen (GgovTrainingSessionsPane *self,
             GListModel               *sessions)
{
  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);

      if (ggov_training_session_get_record (session)->id == self->chosen_id)
        return i;
    }

  return 0;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovTrainingSessionsPane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) sessions =
    ggov_store_list_training_sessions_finish (GGOV_STORE (object), result, &error);
  guint chosen;

  if (self->session == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  if (sessions == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
      return;
    }

  chosen = find_chosen (self, sessions);
  self->is_quiet = TRUE;
  gtk_single_selection_set_model (self->selection, sessions);
  gtk_single_selection_set_selected (self->selection, chosen);
  self->is_quiet = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", chosen);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (sessions) > 0 ? "list" : "empty");
  show_chosen (self);
}

static void
read_sessions (GgovTrainingSessionsPane *self)
{
  guint span = gtk_drop_down_get_selected (self->span);

  if (self->session == NULL || self->is_quiet)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ggov_store_list_training_sessions_async (
    ggov_session_get_store (self->session), self->day,
    span < G_N_ELEMENTS (spans) ? spans[span] : GGOV_TRAINING_ALL,
    ggov_training_get_chosen (self->course, self->courses), self->cancellable, listed_cb,
    g_object_ref (self));
}

static void
filter_cb (GgovTrainingSessionsPane *self)
{
  read_sessions (self);
}

/* What is done with a session ------------------------------------------------------------------ */

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovTrainingSessionsPane *self = GGOV_TRAINING_SESSIONS_PANE (widget);

  ggov_session_dialog_show (widget, self->session, self->courses, NULL,
                            ggov_training_get_chosen (self->course, self->courses));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovTrainingSessionsPane *self = GGOV_TRAINING_SESSIONS_PANE (widget);

  if (self->courses)
    ggov_session_dialog_show (widget, self->session, self->courses, get_chosen (self), 0);
}

static void
call_off_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovTrainingSessionsPane *self = GGOV_TRAINING_SESSIONS_PANE (widget);

  ggov_session_dialog_show_call_off (widget, self->session, get_chosen (self));
}

static void
held_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovTrainingSessionsPane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                  _("The session takes place after all"), change);
      return;
    }

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
hold_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovTrainingSessionsPane *self = GGOV_TRAINING_SESSIONS_PANE (widget);

  ggov_store_call_off_training_session_async (
    ggov_session_get_store (self->session),
    ggov_training_session_get_record (get_chosen (self))->id, NULL, NULL, held_cb,
    g_object_ref (self));
}

static void
activate_cb (GgovTrainingSessionsPane *self,
             guint                     position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "sessions.edit", NULL);
}

/* The pane ------------------------------------------------------------------------------------- */

static char *
format_note (GtkListItem         *item,
             GgovTrainingSession *row)
{
  const GgovTrainingSessionRecord *record = row ? ggov_training_session_get_record (row) : NULL;

  if (record == NULL)
    return NULL;

  if (record->called_off)
    /* Translators: when a session would have been */
    return g_strdup_printf (_("%s · called off"), record->starts);

  if (!record->is_over && record->seats == 0)
    return g_strdup_printf ("%s · %" G_GINT64_FORMAT, record->starts, record->n_people);

  return g_strdup_printf ("%s · %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, record->starts,
                          record->is_over ? record->n_attended : record->n_people,
                          record->is_over ? record->n_people : record->seats);
}

static void
ggov_training_sessions_pane_dispose (GObject *object)
{
  GgovTrainingSessionsPane *self = GGOV_TRAINING_SESSIONS_PANE (object);

  self->is_quiet = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->courses);

  G_OBJECT_CLASS (ggov_training_sessions_pane_parent_class)->dispose (object);
}

static gboolean
ggov_training_sessions_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_TRAINING_SESSIONS_PANE (widget)->list_view));
}

static void
ggov_training_sessions_pane_class_init (GgovTrainingSessionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_training_sessions_pane_dispose;
  widget_class->grab_focus = ggov_training_sessions_pane_grab_focus;

  g_type_ensure (GGOV_TYPE_ATTENDANCE_PANE);
  g_type_ensure (GGOV_TYPE_TRAINING_SESSION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/training/ggov-training-sessions-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, attendance);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, course);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, span);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingSessionsPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_note);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "sessions.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "sessions.call-off", NULL, call_off_cb);
  gtk_widget_class_install_action (widget_class, "sessions.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "sessions.hold", NULL, hold_cb);
}

static void
ggov_training_sessions_pane_init (GgovTrainingSessionsPane *self)
{
  self->is_quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_choices_name (self->course);
  self->is_quiet = FALSE;
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  show_chosen (self);
}

void
ggov_training_sessions_pane_show (GgovTrainingSessionsPane *self,
                                  GgovSession              *session,
                                  const char               *day)
{
  g_return_if_fail (GGOV_IS_TRAINING_SESSIONS_PANE (self));

  g_set_object (&self->session, session);
  g_free (self->day);
  self->day = g_strdup (day);
  read_sessions (self);
}

void
ggov_training_sessions_pane_set_courses (GgovTrainingSessionsPane *self,
                                         GListModel               *courses)
{
  g_return_if_fail (GGOV_IS_TRAINING_SESSIONS_PANE (self));

  self->is_quiet = TRUE;
  g_set_object (&self->courses, courses);
  ggov_training_offer_courses (self->course, courses);
  self->is_quiet = FALSE;
  show_chosen (self);
}

void
ggov_training_sessions_pane_choose_course (GgovTrainingSessionsPane *self,
                                           gint64                    course_id)
{
  g_return_if_fail (GGOV_IS_TRAINING_SESSIONS_PANE (self));

  self->is_quiet = TRUE;
  gtk_drop_down_set_selected (self->span, 0);
  ggov_training_choose (self->course, self->courses, course_id);
  self->is_quiet = FALSE;
  read_sessions (self);
}

void
ggov_training_sessions_pane_choose_session (GgovTrainingSessionsPane *self,
                                            gint64                    session_id)
{
  g_return_if_fail (GGOV_IS_TRAINING_SESSIONS_PANE (self));

  self->chosen_id = session_id;
  ggov_training_sessions_pane_choose_course (self, 0);
}
