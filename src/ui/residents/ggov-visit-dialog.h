/* ggov-visit-dialog.h: a dialog in which a visit that was made is recorded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovVisitSubject:
 * @person_id: whom of the household it was about, or 0
 * @visitor_id: who is to have gone, or 0
 * @name: (nullable): of the person
 * @what: the door in words
 * @visitor: (nullable): the name
 */
typedef struct
{
  gint64      household_id;
  gint64      person_id;
  gint64      visitor_id;
  const char *name;
  const char *what;
  const char *visitor;
} GgovVisitSubject;

/* Asks how the visit went; what was found may become an issue. @page: over whose window it stands;
 * @subject: copied */
void ggov_visit_dialog_show (GtkWidget              *page,
                             GgovSession            *session,
                             const GgovVisitSubject *subject);

G_END_DECLS
