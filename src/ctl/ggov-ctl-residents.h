/* ggov-ctl-residents.h: what the commands about the register of residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-register.h"
#include "ggov-store-residents.h"

G_BEGIN_DECLS

/* The words of these commands. Not each action has all of them. */
typedef struct
{
  char     *of;          /* whom or which: the word after the action */
  char     *grid;
  char     *community;
  char     *building;
  char     *unit;
  char     *group;
  char     *stay;
  char     *sex;
  char     *text;
  char     *order;
  char     *day;
  char     *until;
  char     *door;
  char     *household;
  char     *to;          /* the household that is joined */
  char     *people;      /* apart by commas */
  char     *names;       /* of those who are new, apart by commas */
  char     *relations;   /* codes, apart by commas, in the order of the people */
  char     *birth_dates; /* likewise */
  char     *sexes;       /* likewise */
  char     *number;      /* of an identity card */
  char     *head;
  char     *elsewhere;
  char     *reason;
  char     *report;
  char     *visitor;
  char     *person;
  char     *outcome;
  char     *found;
  char     *issue_type;
  char     *title;
  char     *responsible;
  char     *source;
  char     *results;     /* of a visit sheet, such as 1=met,2=absent */
  int       age_from;
  int       age_to;
  int       limit;
  int       horizon;
  int       every;
  gboolean  descending;
  gboolean  headless;
  gboolean  confirmed;
  gboolean  unregistered;
  gboolean  stays_registered;
  gboolean  whole;
  gboolean  care_only;
  gboolean  overdue_only;
  gboolean  keeps;
  gboolean  open_only;
} GgovCtlResidents;

typedef GgovCtlStatus (*GgovCtlResidentsFunc) (GgovCtl                *ctl,
                                               const GgovCtlResidents *words);

/* What somebody can do with a command's first word. */
typedef struct
{
  const char           *name;
  gboolean              has_subject; /* whether a word follows it */
  GgovCtlResidentsFunc  func;
} GgovCtlResidentsAction;

/* Runs a command: reads its words, chooses the action, opens the office. @usage: its words in the help;
 * @sentence: what to say where the action is none */
GgovCtlStatus ggov_ctl_residents_run       (GgovCtl                       *ctl,
                                            int                            argc,
                                            char                         **argv,
                                            const char                    *usage,
                                            const GgovCtlResidentsAction  *actions,
                                            guint                          n_actions,
                                            const char                    *sentence);

/* The day that is said, else that of --as-of. */
const char   *ggov_ctl_residents_get_day   (GgovCtl                       *ctl,
                                            const GgovCtlResidents        *words);

/* Prints a sentence. Returns GGOV_CTL_USAGE. */
GgovCtlStatus ggov_ctl_residents_need      (const char                    *sentence);

/* The number of a place that is said by its name, code or number; TRUE with 0 where it is not said. */
gboolean      ggov_ctl_residents_find_place (GgovCtl                      *ctl,
                                             const char                   *scope,
                                             const char                   *place,
                                             gint64                       *id);

/* A number such as 12 or household:12; 0 once it was said that it is none. */
gint64        ggov_ctl_residents_read_number (const char                  *text);

/* Whom the people of the words are, and who is new: members to be freed with g_array_unref(), or NULL once
 * it was said what is wrong. */
GArray       *ggov_ctl_residents_list_members (GgovCtl                    *ctl,
                                               const GgovCtlResidents     *words)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a line with what anybody may see of it */
GgovResident *ggov_ctl_residents_dup_masked (GgovResident                 *row)
                                             G_GNUC_WARN_UNUSED_RESULT;

/* The end of a listing: prints rows as JSON, or each by @print. */
GgovCtlStatus ggov_ctl_residents_print     (GgovCtl                       *ctl,
                                            GListModel                    *rows,
                                            void                         (*print) (gpointer row));

G_END_DECLS
