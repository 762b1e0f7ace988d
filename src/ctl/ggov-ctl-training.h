/* ggov-ctl-training.h: what the files of gridgovctl training share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-course.h"
#include "ggov-ctl.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/* The words of these commands. Not each has all of them. */
typedef struct
{
  char     *course;
  char     *place;
  char     *role;
  char     *text;
  char     *from;
  char     *to;
  char     *at;
  char     *trainer;
  char     *note;
  char     *call_off;
  char     *reason;
  char     *who;
  char     *number;
  char     *until;
  char     *issuer;
  char     *set;
  char     *add;
  GStrv     invite;
  GStrv     attended;
  GStrv     passed;
  GStrv     failed;
  GStrv     absent;
  GStrv     remove;
  gint64    session_id;
  int       seats;
  int       soon;
  gboolean  to_come;
  gboolean  over;
  gboolean  issue;
} GgovCtlTraining;

/* (nullable): the course of a code, or NULL once it was said that there is none */
GgovCourse          *ggov_ctl_find_course       (GgovCtl     *ctl,
                                                 const char  *code);

/* (nullable): the session of a number, or NULL once it was said that there is none */
GgovTrainingSession *ggov_ctl_find_session      (GgovCtl     *ctl,
                                                 gint64       session_id);

GgovCtlStatus        ggov_ctl_training_courses  (GgovCtl          *ctl,
                                                 GgovCtlTraining  *words,
                                                 int               argc,
                                                 char            **argv);
GgovCtlStatus        ggov_ctl_training_sessions (GgovCtl          *ctl,
                                                 GgovCtlTraining  *words,
                                                 int               argc,
                                                 char            **argv);
GgovCtlStatus        ggov_ctl_training_lacking  (GgovCtl          *ctl,
                                                 GgovCtlTraining  *words,
                                                 int               argc,
                                                 char            **argv);
GgovCtlStatus        ggov_ctl_training_person   (GgovCtl          *ctl,
                                                 GgovCtlTraining  *words,
                                                 int               argc,
                                                 char            **argv);

G_END_DECLS
