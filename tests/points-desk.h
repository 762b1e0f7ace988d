/* points-desk.h: the window of the points desk over an office of points, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "form-window.h"
#include "ggov-store-award.h"
#include "ggov-window.h"
#include "points-office.h"

/* The office's day: POINTS_TODAY begins it. */
#define POINTS_DESK_TODAY "2026-02-13"

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store;  /* (unowned) */
  GtkWidget       *desk;   /* (unowned) */
  PointsOffice     office;
} PointsDesk;

/* Fixture functions; the desk is open. Taking it down asserts that the ledger is in order. */
void        points_desk_set_up    (PointsDesk     *fixture,
                                   gconstpointer   data);
void        points_desk_tear_down (PointsDesk     *fixture,
                                   gconstpointer   data);

/* Gives a person of the office ten points by HELP. */
void        points_desk_help      (PointsDesk     *fixture,
                                   int             person);

/* Redeems a reward of the office. Returns: (transfer full): the voucher's number */
char       *points_desk_redeem    (PointsDesk     *fixture,
                                   int             person,
                                   int             reward);

/* The entries of everybody, the newest first, those that were reversed marked: "-5 +5r". */
char       *points_desk_dup_ledger (PointsDesk    *fixture);

/* (transfer none): the list of a view, shown, once it has so many rows */
GListModel *points_desk_show      (PointsDesk     *fixture,
                                   const char     *view,
                                   guint           n_rows);

/* Selects a row of the list that is shown. */
void        points_desk_select    (PointsDesk     *fixture,
                                   const char     *view,
                                   guint           row);

/* Asks for a form by an action of the desk. */
GtkWidget  *points_desk_ask       (PointsDesk     *fixture,
                                   const char     *action);

/* Waits until the desk, or a form, says something. */
void        points_desk_hear      (GtkWidget      *window,
                                   const char     *sentence);

/* (nullable): the first widget of a type */
GtkWidget  *points_desk_find      (GtkWidget      *widget,
                                   GType           type);
