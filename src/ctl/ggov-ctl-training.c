/* ggov-ctl-training.c: gridgovctl training: what is taught, who was there, certificates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-training.h"
#include "ggov-local-time.h"
#include "ggov-store-attendance.h"
#include "ggov-store-certificates.h"
#include "ggov-store-training-sessions.h"
#include "ggov-training-gap.h"

static void
training_clear (GgovCtlTraining *words)
{
  char **const texts[] = {
    &words->course, &words->place, &words->role, &words->text, &words->from, &words->to, &words->at,
    &words->trainer, &words->note, &words->call_off, &words->reason, &words->who, &words->number,
    &words->until, &words->issuer, &words->set, &words->add,
  };
  GStrv *const lists[] = {
    &words->invite, &words->attended, &words->passed, &words->failed, &words->absent, &words->remove,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlTraining, training_clear)

static GgovCtlStatus
need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

/* One session ---------------------------------------------------------------------------------- */

/* FALSE once it was said that this is no time. */
static gboolean
read_time (const char *text,
           gint64     *time)
{
  g_autoptr(GError) error = NULL;

  if (text == NULL || ggov_local_time_parse (text, time, &error))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

static GgovCtlStatus
call_off (GgovCtl               *ctl,
          const GgovCtlTraining *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_call_off_training_session_async (ctl->store, words->session_id,
                                              *words->call_off ? words->call_off : NULL, NULL,
                                              ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
save_session (GgovCtl          *ctl,
              GgovCtlTraining  *words,
              int               argc,
              char            **argv)
{
  GgovTrainingSessionRecord record = { .seats = MAX (words->seats, 0) };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovTrainingSession) before = NULL;
  g_autoptr(GgovCourse) course = NULL;

  if (words->session_id == 0 && (words->course == NULL || words->from == NULL || words->to == NULL))
    return need (_("Say what is taught and when: training session --course CODE --from "
                   "2026-03-05T09:00 --to 2026-03-05T11:00"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      (words->session_id && !(before = ggov_ctl_find_session (ctl, words->session_id))) ||
      (words->course && !(course = ggov_ctl_find_course (ctl, words->course))))
    return GGOV_CTL_REFUSED;
  if (before && words->call_off)
    return call_off (ctl, words);

  if (before)
    record = *ggov_training_session_get_record (before);
  if (course)
    record.course_id = ggov_course_get_record (course)->id;
  if (words->at)
    record.place = words->at;
  if (words->trainer)
    record.trainer = words->trainer;
  if (words->note)
    record.note = words->note;
  if (words->seats >= 0)
    record.seats = words->seats;
  if (!read_time (words->from, &record.starts_at) || !read_time (words->to, &record.ends_at))
    return GGOV_CTL_USAGE;

  ggov_store_save_training_session_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* Who was there -------------------------------------------------------------------------------- */

static GgovCtlStatus
list_attendance (GgovCtl             *ctl,
                 GgovTrainingSession *session)
{
  const GgovTrainingSessionRecord *record = ggov_training_session_get_record (session);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_attendance_async (ctl->store, record->id, record->day, NULL, ggov_ctl_keep,
                                    &result);
  rows = ggov_store_list_attendance_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovAttendance) row = g_list_model_get_item (rows, i);
      const GgovAttendanceRecord *line = ggov_attendance_get_record (row);

      g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", line->person, line->role ? line->role : "",
               line->place ? line->place : "", line->state,
               line->passed == 1 ? "passed" : line->passed == 0 ? "failed" : line->reason,
               line->certificate ? line->certificate : "");
    }

  return GGOV_CTL_DONE;
}

/* FALSE once it was said who is not known. */
static gboolean
add_marks (GgovCtl    *ctl,
           GArray     *marks,
           GStrv       people,
           const char *state,
           const char *reason,
           int         passed)
{
  for (guint i = 0; people && people[i]; i++)
    {
      const GgovAttendanceMark mark = {
        .person_id = ggov_ctl_find_person (ctl, people[i]),
        .state = state,
        .reason = reason,
        .passed = passed,
      };

      if (mark.person_id == 0)
        return FALSE;
      g_array_append_val (marks, mark);
    }

  return TRUE;
}

/* FALSE once it was said why not. */
static gboolean
write_people (GgovCtl               *ctl,
              const GgovCtlTraining *words,
              GStrv                  people,
              gboolean               invite)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) result = NULL;

  for (guint i = 0; people && people[i]; i++)
    {
      gint64 id = ggov_ctl_find_person (ctl, people[i]);

      if (id == 0)
        return FALSE;
      g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    return TRUE;

  if (invite)
    ggov_store_invite_async (ctl->store, words->session_id, (const gint64 *) (gpointer) ids->data,
                             ids->len, NULL, ggov_ctl_keep, &result);
  else
    ggov_store_take_off_list_async (ctl->store, words->session_id,
                                    (const gint64 *) (gpointer) ids->data, ids->len, NULL,
                                    ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result) == GGOV_CTL_DONE;
}

/* More people than seats are let in, but it is said. */
static GgovCtlStatus
warn_of_seats (GgovCtl *ctl,
               gint64   session_id)
{
  g_autoptr(GgovTrainingSession) session = ggov_ctl_find_session (ctl, session_id);
  const GgovTrainingSessionRecord *record;

  if (session == NULL)
    return GGOV_CTL_REFUSED;

  record = ggov_training_session_get_record (session);
  if (record->seats > 0 && record->n_people > record->seats)
    g_printerr (_("gridgovctl: There are %u people on the list and %u seats. Find a larger room, or "
                  "another session for some.\n"), (guint) record->n_people, (guint) record->seats);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
attend (GgovCtl          *ctl,
        GgovCtlTraining  *words,
        int               argc,
        char            **argv)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (GgovAttendanceMark));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovTrainingSession) session = NULL;

  if (words->session_id == 0)
    return need (_("Say of which session: training attend --session ID"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(session = ggov_ctl_find_session (ctl, words->session_id)) ||
      !add_marks (ctl, marks, words->attended, GGOV_ATTENDANCE_ATTENDED, NULL, -1) ||
      !add_marks (ctl, marks, words->passed, GGOV_ATTENDANCE_ATTENDED, NULL, 1) ||
      !add_marks (ctl, marks, words->failed, GGOV_ATTENDANCE_ATTENDED, NULL, 0) ||
      !add_marks (ctl, marks, words->absent, GGOV_ATTENDANCE_ABSENT, words->reason, -1))
    return GGOV_CTL_REFUSED;

  if (marks->len == 0 && words->invite == NULL && words->remove == NULL)
    return list_attendance (ctl, session);

  if (!write_people (ctl, words, words->remove, FALSE) ||
      !write_people (ctl, words, words->invite, TRUE))
    return GGOV_CTL_REFUSED;

  if (marks->len > 0)
    {
      ggov_store_mark_attendance_async (ctl->store, words->session_id,
                                        (const GgovAttendanceMark *) (gpointer) marks->data,
                                        marks->len, ctl->as_of, NULL, ggov_ctl_keep, &result);
      if (ggov_ctl_finish_change (ctl, &result) != GGOV_CTL_DONE)
        return GGOV_CTL_REFUSED;
    }

  return warn_of_seats (ctl, words->session_id);
}

/* Certificates --------------------------------------------------------------------------------- */

static GgovCtlStatus
list_certificates (GgovCtl               *ctl,
                   const GgovCtlTraining *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_certificates_async (ctl->store, words->session_id, words->number, NULL,
                                      ggov_ctl_keep, &result);
  rows = ggov_store_list_certificates_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCertificate) row = g_list_model_get_item (rows, i);
      const GgovCertificateRecord *record = ggov_certificate_get_record (row);

      g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", record->number, record->person, record->course,
               record->issued_on, record->valid_to ? record->valid_to : "", record->issuer);
    }

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
add_certificate (GgovCtl               *ctl,
                 const GgovCtlTraining *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovCourse) course = ggov_ctl_find_course (ctl, words->course);
  GgovCertificateRecord record = {
    .number = words->number,
    .issuer = words->issuer,
    .issued_on = words->from ? words->from : ctl->as_of,
    .valid_to = words->until,
  };

  if (course == NULL || !(record.person_id = ggov_ctl_find_person (ctl, words->who)))
    return GGOV_CTL_REFUSED;

  record.course_id = ggov_course_get_record (course)->id;
  ggov_store_add_certificate_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
certificates (GgovCtl          *ctl,
              GgovCtlTraining  *words,
              int               argc,
              char            **argv)
{
  g_autoptr(GAsyncResult) result = NULL;

  if ((words->who != NULL) != (words->course != NULL) || (words->issue && words->session_id == 0))
    return need (_("Say whose: training certificates --person WHO --course CODE, or for which session: "
                   "training certificates --issue --session ID"));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (words->who)
    return add_certificate (ctl, words);
  if (!words->issue)
    return list_certificates (ctl, words);

  ggov_store_issue_certificates_async (ctl->store, words->session_id,
                                       words->from ? words->from : ctl->as_of, NULL, ggov_ctl_keep,
                                       &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl *ctl, GgovCtlTraining *words, int argc, char **argv);
} actions[] = {
  { "courses", ggov_ctl_training_courses },
  { "sessions", ggov_ctl_training_sessions },
  { "session", save_session },
  { "attend", attend },
  { "lacking", ggov_ctl_training_lacking },
  { "certificates", certificates },
  { "person", ggov_ctl_training_person },
};

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }
#define PEOPLE_OPTION(name, member, about) \
  { name, 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.member, about, N_("WHO") }

GgovCtlStatus
ggov_ctl_training (GgovCtl  *ctl,
                   int       argc,
                   char    **argv)
{
  g_auto(GgovCtlTraining) words = { .seats = -1, .soon = GGOV_TRAINING_SOON_DAYS };
  const GOptionEntry options[] = {
    TEXT_OPTION ("add", add, N_("Add a course of this code"), N_("CODE")),
    TEXT_OPTION ("set", set, N_("Change the course of this code"), N_("CODE")),
    TEXT_OPTION ("course", course, N_("The course of this code"), N_("CODE")),
    { "session", 0, 0, G_OPTION_ARG_INT64, &words.session_id, N_("The session of this number"),
      N_("ID") },
    { "to-come", 0, 0, G_OPTION_ARG_NONE, &words.to_come, N_("Only sessions to come"), NULL },
    { "over", 0, 0, G_OPTION_ARG_NONE, &words.over, N_("Only sessions that are over"), NULL },
    TEXT_OPTION ("from", from, N_("When it begins; of a certificate, its day of issue"), N_("TIME")),
    TEXT_OPTION ("to", to, N_("When it ends"), N_("TIME")),
    TEXT_OPTION ("at", at, N_("Where a session is"), N_("WORDS")),
    TEXT_OPTION ("trainer", trainer, N_("Who teaches"), N_("WORDS")),
    { "seats", 0, 0, G_OPTION_ARG_INT, &words.seats, N_("How many seats there are; 0 for any number"),
      N_("N") },
    TEXT_OPTION ("note", note, N_("What else to tell"), N_("WORDS")),
    TEXT_OPTION ("call-off", call_off, N_("The session does not take place; empty if it does after "
                                          "all"), N_("REASON")),
    PEOPLE_OPTION ("invite", invite, N_("Put somebody on the list")),
    PEOPLE_OPTION ("remove", remove, N_("Take somebody off the list")),
    PEOPLE_OPTION ("attended", attended, N_("Somebody was there")),
    PEOPLE_OPTION ("passed", passed, N_("Somebody was there and passed")),
    PEOPLE_OPTION ("failed", failed, N_("Somebody was there and did not pass")),
    PEOPLE_OPTION ("absent", absent, N_("Somebody was not there")),
    TEXT_OPTION ("reason", reason, N_("Why absent"), N_("WORDS")),
    TEXT_OPTION ("place", place, N_("Only the community or grid of this code"), N_("CODE")),
    TEXT_OPTION ("role", role, N_("Only this role, or family of roles"), N_("CODE")),
    TEXT_OPTION ("text", text, N_("Only where these words are found"), N_("WORDS")),
    { "soon", 0, 0, G_OPTION_ARG_INT, &words.soon,
      N_("Tell of courses that expire within so many days"), N_("DAYS") },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &words.issue,
      N_("Issue certificates to those who passed"), NULL },
    TEXT_OPTION ("person", who, N_("Whose certificate from elsewhere"), N_("WHO")),
    TEXT_OPTION ("number", number, N_("The number of a certificate"), N_("NUMBER")),
    TEXT_OPTION ("until", until, N_("The last day of a certificate"), N_("DATE")),
    TEXT_OPTION ("issuer", issuer, N_("Who issued a certificate"), N_("WORDS")),
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options,
                       "courses|sessions|session|attend|lacking|certificates|person [KEY=VALUE…]", 1,
                       G_MAXINT))
    return GGOV_CTL_USAGE;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, argv[1]))
      return actions[i].func (ctl, &words, argc - 2, argv + 2);

  return need (_("Say what to do: training courses, sessions, session, attend, lacking, certificates or "
                 "person. See gridgovctl training --help."));
}
