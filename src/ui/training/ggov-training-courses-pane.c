/* ggov-training-courses-pane.c: what is taught, and who has to learn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-course-dialog.h"
#include "ggov-error-text.h"
#include "ggov-number-text.h"
#include "ggov-page-keys.h"
#include "ggov-store-courses.h"
#include "ggov-text-column.h"
#include "ggov-training-courses-pane.h"

static const GgovPageKey keys[] = {
  { "<Control><Shift>n", "courses.add" },
  { "<Control>e", "courses.edit" },
  { "<Control>BackSpace", "courses.withdraw" },
};

struct _GgovTrainingCoursesPane
{
  AdwBin              parent_instance;

  GgovSession        *session;   /* (nullable): NULL once disposed of */
  gint64              chosen_id; /* kept while the list is read again */
  gboolean            is_quiet;  /* while choices are made for the user */

  /* From the template. */
  GtkColumnView      *column_view;
  GtkSingleSelection *selection;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (GgovTrainingCoursesPane, ggov_training_courses_pane, ADW_TYPE_BIN)

/* The columns ---------------------------------------------------------------------------------- */

static char *
dup_label (gpointer context,
           gpointer row)
{
  return g_strdup (ggov_course_get_record (row)->label);
}

static char *
dup_hours (gpointer context,
           gpointer row)
{
  return ggov_number_dup_text (ggov_course_get_record (row)->hours);
}

static char *
dup_months (gpointer context,
            gpointer row)
{
  guint months = ggov_course_get_record (row)->months;

  return months == 0 ? g_strdup (C_("training", "for good"))
                     : g_strdup_printf (ngettext ("%u month", "%u months", months), months);
}

static char *
dup_roles (gpointer context,
           gpointer row)
{
  const char *labels = ggov_course_get_record (row)->role_labels;

  return g_strdup (labels && *labels ? labels : C_("training", "nobody"));
}

static char *
dup_people (gpointer context,
            gpointer row)
{
  return ggov_number_dup_text (ggov_course_get_record (row)->n_people);
}

static char *
dup_sessions (gpointer context,
              gpointer row)
{
  return ggov_number_dup_text (ggov_course_get_record (row)->n_sessions);
}

static char *
dup_last (gpointer context,
          gpointer row)
{
  return g_strdup (ggov_course_get_record (row)->valid_to);
}

static const GgovTextColumn columns[] = {
  { NC_("column", "Course"), dup_label, 0, FALSE },
  { NC_("column", "Hours"), dup_hours, 64, TRUE },
  { NC_("column", "Good for"), dup_months, 96, FALSE },
  { NC_("column", "Required for"), dup_roles, 260, FALSE },
  { NC_("column", "Learnt by"), dup_people, 80, TRUE },
  { NC_("column", "Sessions"), dup_sessions, 80, TRUE },
  { NC_("column", "Last day"), dup_last, 96, FALSE },
};

/* What is done with a course ------------------------------------------------------------------- */

static GgovCourse *
get_chosen (GgovTrainingCoursesPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update_actions (GgovTrainingCoursesPane *self)
{
  GgovCourse *chosen = get_chosen (self);
  const GgovCourseRecord *record = chosen ? ggov_course_get_record (chosen) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "courses.edit", record != NULL);
  gtk_widget_action_set_enabled (widget, "courses.restore", record && record->valid_to);
  gtk_widget_action_set_enabled (widget, "courses.show-lacking", record && !record->valid_to);
  gtk_widget_action_set_enabled (widget, "courses.show-sessions", record != NULL);
  gtk_widget_action_set_enabled (widget, "courses.withdraw", record && !record->valid_to);
}

static void
selected_cb (GgovTrainingCoursesPane *self)
{
  GgovCourse *chosen = get_chosen (self);

  if (self->is_quiet)
    return;

  self->chosen_id = chosen ? ggov_course_get_record (chosen)->id : 0;
  update_actions (self);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovTrainingCoursesPane *self = GGOV_TRAINING_COURSES_PANE (widget);

  if (self->session)
    ggov_course_dialog_show (widget, self->session,
                             g_str_equal (action_name, "courses.edit") ? get_chosen (self) : NULL);
}

static void
withdraw_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovTrainingCoursesPane *self = GGOV_TRAINING_COURSES_PANE (widget);

  ggov_course_dialog_show_withdraw (widget, self->session, get_chosen (self));
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovTrainingCoursesPane) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)",
                                  _("The course is taught again"), change);
      return;
    }

  sentence = ggov_error_dup_sentence (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovTrainingCoursesPane *self = GGOV_TRAINING_COURSES_PANE (widget);
  GgovCourseRecord record = *ggov_course_get_record (get_chosen (self));

  record.valid_to = NULL;
  ggov_store_save_course_async (ggov_session_get_store (self->session), &record,
                                ggov_session_get_today (self->session), NULL, restored_cb,
                                g_object_ref (self));
}

static void
lead_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovTrainingCoursesPane *self = GGOV_TRAINING_COURSES_PANE (widget);

  gtk_widget_activate_action (widget, g_str_equal (action_name, "courses.show-lacking")
                                        ? "training.show-lacking" : "training.show-sessions",
                              "x", ggov_course_get_record (get_chosen (self))->id);
}

static void
activate_cb (GgovTrainingCoursesPane *self,
             guint                    position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "courses.edit", NULL);
}

/* The pane ------------------------------------------------------------------------------------- */

static void
ggov_training_courses_pane_dispose (GObject *object)
{
  GgovTrainingCoursesPane *self = GGOV_TRAINING_COURSES_PANE (object);

  self->is_quiet = TRUE;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_training_courses_pane_parent_class)->dispose (object);
}

static gboolean
ggov_training_courses_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_TRAINING_COURSES_PANE (widget)->column_view));
}

static void
ggov_training_courses_pane_class_init (GgovTrainingCoursesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_training_courses_pane_dispose;
  widget_class->grab_focus = ggov_training_courses_pane_grab_focus;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/training/ggov-training-courses-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingCoursesPane, column_view);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingCoursesPane, selection);
  gtk_widget_class_bind_template_child (widget_class, GgovTrainingCoursesPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "courses.add", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "courses.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "courses.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "courses.show-lacking", NULL, lead_cb);
  gtk_widget_class_install_action (widget_class, "courses.show-sessions", NULL, lead_cb);
  gtk_widget_class_install_action (widget_class, "courses.withdraw", NULL, withdraw_cb);
}

static void
ggov_training_courses_pane_init (GgovTrainingCoursesPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ggov_text_columns_add (self->column_view, columns, G_N_ELEMENTS (columns), NULL);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
  update_actions (self);
}

void
ggov_training_courses_pane_show (GgovTrainingCoursesPane *self,
                                 GgovSession             *session,
                                 GListModel              *courses)
{
  guint chosen = 0;

  g_return_if_fail (GGOV_IS_TRAINING_COURSES_PANE (self));

  g_set_object (&self->session, session);
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);

      if (ggov_course_get_record (course)->id == self->chosen_id)
        chosen = i;
    }
  self->is_quiet = TRUE;
  gtk_single_selection_set_model (self->selection, courses);
  gtk_single_selection_set_selected (self->selection, chosen);
  self->is_quiet = FALSE;
  selected_cb (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (courses) > 0 ? "list" : "empty");
}
