/* ggov-residents-export.h: giving the residents that are listed to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-query-residents.h"
#include "ggov-register-catalogue.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_residents_export_show:
 * @page: over whose window the dialog stands
 * @query: who is listed, as ggov_query_new_residents() makes it for the session's day
 *
 * Asks which fields of them, whole or masked, and for a file; writes it with its number, which the log
 * keeps.
 */
void ggov_residents_export_show (GtkWidget              *page,
                                 GgovSession            *session,
                                 GgovRegisterCatalogue  *catalogue,
                                 GgovQuery              *query);

/* Writes to @path what is chosen in the dialog that was shown, as if it had been named. */
void ggov_residents_export_write (GtkWidget              *dialog,
                                  const char             *path);

G_END_DECLS
