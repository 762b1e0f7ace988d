/* ggov-ctl-training-look.c: gridgovctl training courses, sessions, lacking and person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-training.h"
#include "ggov-query-training-gaps.h"
#include "ggov-store-attendance.h"
#include "ggov-store-courses.h"
#include "ggov-store-training-sessions.h"

#define TEXT(member)   { #member, TRUE, G_STRUCT_OFFSET (GgovCourseRecord, member) }
#define NUMBER(member) { #member, FALSE, G_STRUCT_OFFSET (GgovCourseRecord, member) }

/* What --set and --add may say. */
static const struct
{
  const char *key;
  gboolean    is_text;
  gsize       offset;
} keys[] = {
  TEXT (name), TEXT (name_zh), TEXT (roles), TEXT (valid_to), NUMBER (hours), NUMBER (months),
  NUMBER (examined), NUMBER (sort_order),
};

/* Courses -------------------------------------------------------------------------------------- */

static GListModel *
list_courses (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *courses;

  ggov_store_list_courses_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(courses = ggov_store_list_courses_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    ggov_ctl_refuse (ctl, error);

  return courses;
}

GgovCourse *
ggov_ctl_find_course (GgovCtl    *ctl,
                      const char *code)
{
  g_autoptr(GListModel) courses = list_courses (ctl);

  for (guint i = 0; courses && i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);

      if (g_str_equal (ggov_course_get_record (course)->code, code))
        return g_steal_pointer (&course);
    }

  if (courses)
    g_printerr (_("gridgovctl: There is no course “%s”. See gridgovctl training courses.\n"), code);

  return NULL;
}

/* FALSE once it was said what is wrong. */
static gboolean
set_value (GgovCourseRecord *record,
           const char       *word,
           GStrv             parts)
{
  for (guint i = 0; g_strv_length (parts) == 2 && i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, parts[0]))
      {
        if (keys[i].is_text)
          G_STRUCT_MEMBER (const char *, record, keys[i].offset) = *parts[1] ? parts[1] : NULL;
        else if (!g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT32,
                                            &G_STRUCT_MEMBER (gint64, record, keys[i].offset), NULL))
          break;
        return TRUE;
      }

  /* Translators: what somebody typed */
  g_printerr (_("gridgovctl: “%s” is not KEY=VALUE with a key and a value that a course has. See "
                "gridgovctl --json training courses.\n"), word);

  return FALSE;
}

static GgovCtlStatus
save_course (GgovCtl         *ctl,
             GgovCtlTraining *words,
             int              n_values,
             char           **values)
{
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(GgovCourse) before = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GgovCourseRecord record = { .code = words->add };

  if (words->set && !(before = ggov_ctl_find_course (ctl, words->set)))
    return GGOV_CTL_REFUSED;

  if (before)
    record = *ggov_course_get_record (before);
  for (int i = 0; i < n_values; i++)
    {
      GStrv parts = g_strsplit (values[i], "=", 2);

      g_ptr_array_add (held, parts);
      if (!set_value (&record, values[i], parts))
        return GGOV_CTL_USAGE;
    }
  ggov_store_save_course_async (ctl->store, &record, ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static void
print_courses (GListModel *courses)
{
  for (guint i = 0; i < g_list_model_get_n_items (courses); i++)
    {
      g_autoptr(GgovCourse) course = g_list_model_get_item (courses, i);
      const GgovCourseRecord *record = ggov_course_get_record (course);

      g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\n", record->code,
               record->label, record->hours, record->months, record->role_labels,
               record->valid_to ? record->valid_to : "");
    }
}

GgovCtlStatus
ggov_ctl_training_courses (GgovCtl          *ctl,
                           GgovCtlTraining  *words,
                           int               argc,
                           char            **argv)
{
  g_autoptr(GListModel) courses = NULL;

  if ((words->set && words->add) || ((words->set || words->add) != (argc > 0)))
    {
      g_printerr (_("gridgovctl: Say what of a course to change: training courses --set CODE "
                    "KEY=VALUE\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (words->set || words->add)
    return save_course (ctl, words, argc, argv);

  if (!(courses = list_courses (ctl)))
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (courses);
  else
    print_courses (courses);

  return GGOV_CTL_DONE;
}

/* Sessions ------------------------------------------------------------------------------------- */

static GListModel *
list_sessions (GgovCtl          *ctl,
               GgovTrainingSpan  span,
               gint64            course_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *sessions;

  ggov_store_list_training_sessions_async (ctl->store, ctl->as_of, span, course_id, NULL,
                                           ggov_ctl_keep, &result);
  sessions = ggov_store_list_training_sessions_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (sessions == NULL)
    ggov_ctl_refuse (ctl, error);

  return sessions;
}

GgovTrainingSession *
ggov_ctl_find_session (GgovCtl *ctl,
                       gint64   session_id)
{
  g_autoptr(GListModel) sessions = list_sessions (ctl, GGOV_TRAINING_ALL, 0);

  for (guint i = 0; sessions && i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);

      if (ggov_training_session_get_record (session)->id == session_id)
        return g_steal_pointer (&session);
    }

  if (sessions)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, session_id);

      g_printerr (_("gridgovctl: There is no session %s. See gridgovctl training sessions.\n"),
                  number);
    }

  return NULL;
}

GgovCtlStatus
ggov_ctl_training_sessions (GgovCtl          *ctl,
                            GgovCtlTraining  *words,
                            int               argc,
                            char            **argv)
{
  g_autoptr(GListModel) sessions = NULL;
  g_autoptr(GgovCourse) course = NULL;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      (words->course && !(course = ggov_ctl_find_course (ctl, words->course))))
    return GGOV_CTL_REFUSED;

  sessions = list_sessions (ctl, words->to_come ? GGOV_TRAINING_TO_COME
                                                : words->over ? GGOV_TRAINING_OVER
                                                              : GGOV_TRAINING_ALL,
                            course ? ggov_course_get_record (course)->id : 0);
  if (sessions == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (sessions);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);
      const GgovTrainingSessionRecord *record = ggov_training_session_get_record (session);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT
               "\t%s\n", record->id, record->starts, record->course, record->place, record->trainer,
               record->n_attended, record->n_people, record->called_off ? record->called_off : "");
    }

  return GGOV_CTL_DONE;
}

/* Who lacks what ------------------------------------------------------------------------------- */

static const char *
get_state_label (const char *state)
{
  if (g_str_equal (state, GGOV_TRAINING_GAP_LACKING))
    return C_("training", "Never learnt");

  return g_str_equal (state, GGOV_TRAINING_GAP_EXPIRED) ? C_("training", "Expired")
                                                        : C_("training", "About to expire");
}

static void
print_gap (GgovTrainingGap *gap)
{
  const GgovTrainingGapRecord *record = ggov_training_gap_get_record (gap);

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", record->grid_code ? record->grid_code : "",
           record->role, record->person, record->place, record->course,
           get_state_label (record->state), record->until ? record->until : "",
           record->invited ? record->invited : "");
}

GgovCtlStatus
ggov_ctl_training_lacking (GgovCtl          *ctl,
                           GgovCtlTraining  *words,
                           int               argc,
                           char            **argv)
{
  GgovTrainingGapFilter filter = {
    .soon = words->soon, .place_code = words->place, .role = words->role, .text = words->text,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovCourse) course = NULL;
  g_autoptr(GgovQuery) query = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      (words->course && !(course = ggov_ctl_find_course (ctl, words->course))))
    return GGOV_CTL_REFUSED;

  filter.course_id = course ? ggov_course_get_record (course)->id : 0;
  query = ggov_query_new_training_gaps (ctl->as_of, &filter, NULL, FALSE);
  ggov_store_find_rows_async (ctl->store, query, GGOV_QUERY_ALL, GGOV_QUERY_ALL, NULL, NULL,
                              ggov_ctl_keep, &result);
  if (!(answer = ggov_store_rows_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      gpointer row = g_hash_table_lookup (answer->rows,
                                          &g_array_index (answer->keys, GgovRowKey, i).id);

      if (ctl->json)
        ggov_ctl_add_row (builder, row);
      else
        print_gap (row);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_training_person (GgovCtl          *ctl,
                          GgovCtlTraining  *words,
                          int               argc,
                          char            **argv)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;
  gint64 person_id;

  if (argc != 1)
    {
      g_printerr (_("gridgovctl: Say who: training person WHO\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(person_id = ggov_ctl_find_person (ctl, argv[0])))
    return GGOV_CTL_REFUSED;

  ggov_store_list_trainings_async (ctl->store, person_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_attendance_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);
      const GgovAttendanceRecord *record = ggov_attendance_get_record (row);

      g_print ("%s\t%s\t%s\t%s\t%s\n", record->session ? record->session : record->attended_on,
               record->course, record->state, record->valid_to ? record->valid_to : "",
               record->certificate ? record->certificate : "");
    }

  return GGOV_CTL_DONE;
}
