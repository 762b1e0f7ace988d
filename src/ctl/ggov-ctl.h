/* ggov-ctl.h: what the commands of gridgovctl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "ggov-store.h"

G_BEGIN_DECLS

/* How a command ends; a shell script can tell these apart. */
typedef enum
{
  GGOV_CTL_DONE    = 0,
  GGOV_CTL_REFUSED = 1, /* one line on standard error says why and what to do */
  GGOV_CTL_USAGE   = 2, /* the words of the command are wrong */
  GGOV_CTL_PART    = 3, /* done, but for the rows listed */
} GgovCtlStatus;

typedef struct
{
  char      *office; /* path of the office's file */
  char      *as_of;  /* ISO day */
  gboolean   json;
  GgovStore *store;  /* (nullable): NULL until ggov_ctl_open() */
} GgovCtl;

/* A command gets its own words only, with its name as argv[0]. */
typedef GgovCtlStatus (*GgovCtlCommandFunc) (GgovCtl  *ctl,
                                             int       argc,
                                             char    **argv);

/**
 * ggov_ctl_parse:
 * @words: how the words after the options read in the help, such as "FILE"
 * @n_least: the fewest such words
 * @n_most: the most
 *
 * Reads a command's options and leaves its words in argv[1] and on.
 *
 * Returns: TRUE, or FALSE once a usage message was printed
 */
gboolean       ggov_ctl_parse   (int                 *argc,
                                 char              ***argv,
                                 const GOptionEntry  *options,
                                 const char          *words,
                                 int                  n_least,
                                 int                  n_most);

/* Opens the office's file; says why not on standard error. */
gboolean       ggov_ctl_open    (GgovCtl             *ctl,
                                 GgovStoreFlags       flags);

/* A GAsyncReadyCallback that keeps the result at @user_data, and the wait for it. */
void           ggov_ctl_keep    (GObject             *object,
                                 GAsyncResult        *result,
                                 gpointer             user_data);
GAsyncResult  *ggov_ctl_wait    (GAsyncResult       **result);

/* Says an error in one sentence on standard error. Returns GGOV_CTL_REFUSED. */
GgovCtlStatus  ggov_ctl_refuse  (GgovCtl             *ctl,
                                 const GError        *error);

/* The end of a call that writes a change: says which, or why nothing was written. */
GgovCtlStatus  ggov_ctl_finish_change (GgovCtl      *ctl,
                                       GAsyncResult **result);

/* Adds an object with every property of @row that is a text or a whole number, their names with
 * underscores, and an array of those of all rows. */
void           ggov_ctl_add_row  (JsonBuilder       *builder,
                                  GObject           *row);
void           ggov_ctl_add_rows (JsonBuilder       *builder,
                                  GListModel        *rows);

/* Prints all rows as one JSON array. */
void           ggov_ctl_print_rows (GListModel      *rows);

/**
 * GgovCtlListing:
 * @list: asks the store for the rows of a day
 * @finish: its end
 * @print: says them in lines
 */
typedef struct
{
  void        (*list)   (GgovStore            *store,
                         const char           *day,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data);
  GListModel *(*finish) (GgovStore            *store,
                         GAsyncResult         *result,
                         GError              **error);
  void        (*print)  (GListModel           *rows);
} GgovCtlListing;

/* A whole command that takes no words and lists rows. */
GgovCtlStatus  ggov_ctl_list    (GgovCtl              *ctl,
                                 int                   argc,
                                 char                **argv,
                                 const GgovCtlListing *listing);

/* Prints one JSON document, indented. Takes @root over. */
void           ggov_ctl_print   (JsonNode            *root);

/* Says what a check found, or @all_well. Returns GGOV_CTL_REFUSED where it found anything. */
GgovCtlStatus  ggov_ctl_tell_findings (GgovCtl    *ctl,
                                       GListModel *findings,
                                       const char *all_well);

GgovCtlStatus  ggov_ctl_init    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_figures (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_check   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_import  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_export  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_export_issues (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_export_people (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_export_case_types (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_case_types (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_changes (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_backup  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_restore (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_plan    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_nets    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_organisations (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_roster  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_vacancies (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_appoint    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_transfer   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_stand_down (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_substitute (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_who     (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_papers  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_load    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_fields  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_roles   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_training (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_twins   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_calendar   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_deadline   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_issue      (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_issue_text (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_ladder     (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_indicators (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_follow_up  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_measures   (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_points     (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_residents  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_households (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_erase      (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_visits     (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_special_groups (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_dispute    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_structure  (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_joint_action (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_utility    (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_replay     (GgovCtl *ctl, int argc, char **argv);
GgovCtlStatus  ggov_ctl_print_paper (GgovCtl *ctl, int argc, char **argv);

/* Prints who held a place, or what somebody held: @subject is a place's name, code or door, else whom
 * ggov_ctl_find_person() knows. */
GgovCtlStatus  ggov_ctl_show_history (GgovCtl    *ctl,
                                      const char *subject);

G_END_DECLS
