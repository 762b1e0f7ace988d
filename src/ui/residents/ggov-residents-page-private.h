/* ggov-residents-page-private.h: what the files of the page of residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-resident-pane.h"
#include "ggov-residents-filter-bar.h"
#include "ggov-residents-page.h"
#include "ggov-session.h"
#include "ggov-visit-list.h"

G_BEGIN_DECLS

struct _GgovResidentsPage
{
  AdwBin                  parent_instance;

  GgovSession            *session;     /* (nullable) */
  GSettings              *settings;    /* (nullable): where columns and the order are remembered */
  GCancellable           *reading;     /* (nullable): of who is looked at */
  GgovRegisterCatalogue  *catalogue;   /* (nullable): NULL until it is read */
  GgovResidentSheet      *sheet;       /* (nullable): who is looked at */
  GListModel             *members;     /* (nullable) (element-type GgovResident): of their household */
  gint64                  person_id;   /* who is looked at, or is to be once they are read; or 0 */
  gboolean                whole;       /* what is masked of them is shown */
  gboolean                visits;      /* whose turn it is is shown, not the register */
  gboolean                is_restoring;

  /* From the template. */
  GtkLabel               *count_label;
  AdwStatusPage          *error_page;
  GgovResidentsFilterBar *filter_bar;
  GgovResidentsList      *list;
  GgovResidentPane       *pane;
  GtkStack               *stack;
  GtkStack               *view;
  GgovVisitList          *visit_list;
};

/* Looks at somebody; 0 for nobody. What was revealed of another is masked again. */
void _ggov_residents_page_look_at         (GgovResidentsPage *self,
                                           gint64             person_id);

/* Shows again who is looked at, as they are known. */
void _ggov_residents_page_show_sheet      (GgovResidentsPage *self);

/* Asks for other lines. */
void _ggov_residents_page_ask             (GgovResidentsPage *self);

/* Which columns the table has and how it is sorted is remembered. */
void _ggov_residents_page_restore         (GgovResidentsPage *self);
void _ggov_residents_page_keep_order      (GgovResidentsPage *self);

/* Adds the keys of the page. */
void _ggov_residents_page_add_keys        (GgovResidentsPage *self);

/* Install what the page can do. */
void _ggov_residents_page_install_actions (GtkWidgetClass    *klass);

G_END_DECLS
