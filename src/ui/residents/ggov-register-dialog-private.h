/* ggov-register-dialog-private.h: what the files of the dialogs about the register share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-form-dialog.h"
#include "ggov-pick.h"
#include "ggov-register-dialog.h"

G_BEGIN_DECLS

/* What a deed asks for. */
typedef enum
{
  GGOV_REGISTER_ASKS_NEWCOMER   = 1 << 0, /* somebody who comes */
  GGOV_REGISTER_ASKS_BIRTH      = 1 << 1, /* somebody who is born */
  GGOV_REGISTER_ASKS_LEAVERS    = 1 << 2, /* who of the household */
  GGOV_REGISTER_ASKS_HEAD       = 1 << 3, /* who is its head from then on */
  GGOV_REGISTER_ASKS_DOOR       = 1 << 4, /* a unit and a door */
  GGOV_REGISTER_ASKS_HOUSEHOLD  = 1 << 5, /* another household of the building */
  GGOV_REGISTER_ASKS_ELSEWHERE  = 1 << 6, /* a place outside */
  GGOV_REGISTER_ASKS_STAYS      = 1 << 7, /* whether they stay registered */
} GgovRegisterAsks;

/* What a dialog has; a widget is NULL where the deed does not ask for it. */
typedef struct
{
  GtkWidget        *page;         /* (owned) */
  GListModel       *members;      /* (nullable) (element-type GgovResident) */
  GListModel       *households;   /* (nullable) (element-type GgovHousehold): to merge with */
  GgovRegisterDeed  deed;
  GgovRegisterAsks  asks;
  gint64            person_id;
  gint64            household_id; /* 0 where there is none */
  const char       *name;         /* (nullable): of whom it is about; the sheet of the page has it */

  GtkWidget        *day;
  GtkWidget        *where;        /* into the household or not */
  GtkWidget        *who;          /* a GgovPick */
  GtkWidget        *baby;
  GtkWidget        *sex;
  GtkWidget        *born;
  GtkWidget        *number;
  GtkWidget        *phone;
  GtkWidget        *relation;
  GtkWidget        *registered;
  GtkWidget        *living;
  GPtrArray        *leavers;      /* (element-type GtkCheckButton) (unowned): as @members */
  GtkWidget        *head;
  GtkWidget        *unit;         /* a GgovPick */
  GtkWidget        *door;
  GtkWidget        *to;           /* a drop-down of @households */
  GtkWidget        *elsewhere;
  GtkWidget        *stays;
  GtkWidget        *reason;
  GtkWidget        *report;
} GgovRegisterForm;

/* A GgovFormFunc for a GgovRegisterForm: reads it, and writes what it says. */
void _ggov_register_dialog_accept (GgovFormDialog *dialog,
                                   gpointer        data);

/* Codes of what somebody can be to a head of a household, in the order of the list. */
extern const char *const _ggov_register_dialog_relations[];

G_END_DECLS
