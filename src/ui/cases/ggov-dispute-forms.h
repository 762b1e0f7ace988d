/* ggov-dispute-forms.h: entering a mediation, a party, a meeting or a piece of the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-dispute-file.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* In all of these @page is asked for win.announce-change once it is done, and @file is not kept. */

/* Begins the mediation, changes it, ends it or takes its end back. */
void ggov_mediation_form_show (GtkWidget             *page,
                               GgovSession           *session,
                               const GgovDisputeFile *file);

/* @party_id: 0 for another one, as @meeting_id */
void ggov_party_form_show     (GtkWidget             *page,
                               GgovSession           *session,
                               const GgovDisputeFile *file,
                               gint64                 party_id);
void ggov_meeting_form_show   (GtkWidget             *page,
                               GgovSession           *session,
                               const GgovDisputeFile *file,
                               gint64                 meeting_id);

/* @piece: its code */
void ggov_piece_form_show     (GtkWidget             *page,
                               GgovSession           *session,
                               const GgovDisputeFile *file,
                               const char            *piece);

G_END_DECLS
