/* ggov-nets-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-net-matrix.h"
#include "ggov-nets-window.h"
#include "ggov-net-proof.h"
#include "ggov-role-catalogue.h"

G_BEGIN_DECLS

struct _GgovNetsWindow
{
  AdwWindow            parent_instance;

  GtkWidget           *page;        /* (unowned) (nullable): a weak pointer */
  GgovMapCanvas       *canvas;      /* (unowned) (nullable): a weak pointer */
  GgovSession         *session;     /* (nullable): NULL once disposed of */
  GCancellable        *cancellable; /* of laying a net, anew for each choice */
  GListModel          *nets;        /* (nullable) (element-type GgovNet) */
  GgovNetStudy        *study;       /* (nullable): of the chosen net */
  GgovNetProof        *proof;       /* (nullable) */
  GListStore          *people;      /* (element-type GgovNetPerson): of the study */
  GtkSingleSelection  *selection;   /* over people */
  GgovRoleCatalogue   *roles;
  GPtrArray           *role_codes;  /* (element-type utf8): in the order of the choice */
  gint64               net_id;      /* chosen, or 0 */
  gint64               person_id;   /* chosen, or 0: kept while lists are read again */
  gboolean             is_filling;  /* the choices change because they are filled */

  /* From the template. */
  GtkLabel            *facts_label;
  GtkListBox          *list;
  GgovNetMatrix       *matrix;
  GtkLabel            *net_label;
  GtkColumnView       *people_view;
  GtkLabel            *proof_label;
  GtkColumnView       *proof_view;
  GtkDropDown         *role_choice;
  GtkToggleButton     *show_button;
  GtkStack            *stack;
  GtkStack            *tables;
  AdwToastOverlay     *toasts;
};

/* The tables: -tables.c. */
void _ggov_nets_window_add_columns  (GgovNetsWindow *self);
void _ggov_nets_window_show_study   (GgovNetsWindow *self);
void _ggov_nets_window_show_proof   (GgovNetsWindow *self);

/* (transfer full) (nullable): the person that is chosen */
GgovNetPerson *_ggov_nets_window_dup_person (GgovNetsWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the nets again, and lays the chosen one. */
void _ggov_nets_window_load         (GgovNetsWindow *self);

/* Tells of a change here and in the office's window, where it can be undone by a key. */
void _ggov_nets_window_announce     (GgovNetsWindow *self,
                                     const char     *sentence,
                                     gint64          change_id);
void _ggov_nets_window_show_message (GgovNetsWindow *self,
                                     const GError   *error);

/* What the user can do: -actions.c. */
void _ggov_nets_window_install_actions (GtkWidgetClass *klass);
void _ggov_nets_window_update_actions  (GgovNetsWindow *self);

G_END_DECLS
