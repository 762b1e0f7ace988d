/* ggov-training-text.c: what the window of training says of courses, sessions and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-place-chooser.h"
#include "ggov-training-text.h"

const char *
ggov_training_get_outcome (const GgovAttendanceRecord *record)
{
  if (record->issuer)
    return record->issuer;
  if (g_str_equal (record->state, GGOV_ATTENDANCE_INVITED))
    return C_("training", "invited");
  if (g_str_equal (record->state, GGOV_ATTENDANCE_ABSENT))
    return C_("training", "absent");

  return record->passed == 1   ? C_("training", "passed")
         : record->passed == 0 ? C_("training", "not passed")
                               : C_("training", "attended");
}

char *
ggov_training_dup_state (const GgovTrainingGapRecord *record)
{
  if (g_str_equal (record->state, GGOV_TRAINING_GAP_LACKING))
    return g_strdup (C_("training", "Never learnt"));
  if (record->until == NULL)
    return g_strdup ("");

  return g_strdup_printf (g_str_equal (record->state, GGOV_TRAINING_GAP_EXPIRED)
                            /* Translators: a day */
                            ? C_("training", "Expired %s")
                            /* Translators: the last day on which it is good */
                            : C_("training", "Good until %s"),
                          record->until);
}

char *
ggov_training_dup_facts (const GgovTrainingSessionRecord *record)
{
  g_autoptr(GString) facts = g_string_new (NULL);

  g_string_append_printf (facts, "%s–%s", record->starts, record->ends);
  if (*record->place)
    g_string_append_printf (facts, " · %s", record->place);
  if (*record->trainer)
    g_string_append_printf (facts, " · %s", record->trainer);
  g_string_append (facts, " · ");
  if (record->seats > 0)
    /* Translators: how many are on the list of a session, and its seats */
    g_string_append_printf (facts, _("%1$u on the list, %2$u seats"), (guint) record->n_people,
                            (guint) record->seats);
  else
    g_string_append_printf (facts, ngettext ("%u on the list", "%u on the list", record->n_people),
                            (guint) record->n_people);
  if (record->n_attended > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u attended", "%u attended", record->n_attended),
                              (guint) record->n_attended);
    }
  if (*record->note)
    g_string_append_printf (facts, "\n%s", record->note);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

char *
ggov_training_dup_when (const GgovTrainingSessionRecord *record)
{
  return *record->place ? g_strdup_printf ("%s · %s", record->starts, record->place)
                        : g_strdup (record->starts);
}

/* Courses to choose ----------------------------------------------------------------------------- */

GgovCourse *
ggov_training_find_course (GListModel *courses,
                           gint64      course_id)
{
  for (guint i = 0; courses && i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);

      if (ggov_course_get_record (course)->id == course_id)
        return g_steal_pointer (&course);
    }

  return NULL;
}

void
ggov_training_offer_courses (GtkDropDown *drop_down,
                             GListModel  *courses)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);
  GgovChoice *before = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *code = before ? g_strdup (ggov_choice_get_fields (before)->code) : NULL;
  guint selected = 0;

  ggov_choices_append (choices, NULL, _("All courses"));
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);
      const GgovCourseRecord *record = ggov_course_get_record (course);

      ggov_choices_append (choices, record->code, record->label);
      if (g_strcmp0 (record->code, code) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (drop_down, selected);
}

gint64
ggov_training_get_chosen (GtkDropDown *drop_down,
                          GListModel  *courses)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  g_autoptr(GgovCourse) course = NULL;

  if (courses == NULL || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;

  course = g_list_model_get_item (courses, selected - 1);

  return course ? ggov_course_get_record (course)->id : 0;
}

void
ggov_training_choose (GtkDropDown *drop_down,
                      GListModel  *courses,
                      gint64       course_id)
{
  guint selected = 0;

  for (guint i = 0; courses && i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);

      if (ggov_course_get_record (course)->id == course_id)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (drop_down, selected);
}
