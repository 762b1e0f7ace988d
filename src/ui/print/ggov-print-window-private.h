/* ggov-print-window-private.h: what the files of the window of papers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-day-button.h"
#include "ggov-place-chooser.h"
#include "ggov-press.h"
#include "ggov-print-preview.h"
#include "ggov-print-window.h"

G_BEGIN_DECLS

struct _GgovPrintWindow
{
  AdwWindow            parent_instance;

  GgovSession         *session;     /* (nullable): NULL once disposed of */
  const GgovPaperKind *kind;        /* (nullable): what is chosen */
  char                *role;        /* (nullable): of what it was asked to be printed, as below */
  char                *text;        /* (nullable) */
  char                *awaited;     /* (nullable): code of a place, until places are there */
  gint64               record_id;   /* asked for; 0 once it is offered */
  char                *told;        /* (nullable): why @told_id is shown whole: the log has it */
  gint64               told_id;
  GgovPress           *press;       /* (nullable): of the paper that is shown */
  GgovPaper           *paper;       /* (nullable): likewise */
  guint                n_pages;     /* likewise */
  GCancellable        *cancellable; /* (nullable): of what is being read */
  guint                rest_id;     /* of a timeout, or 0 */
  gboolean             is_quiet;    /* while choices are made for the user */

  /* From the template. */
  GtkDropDown         *card;
  GtkLabel            *chosen_label;
  GgovDayButton       *day;
  GtkListBox          *list;
  GtkCheckButton      *phones;
  GgovPlaceChooser    *place;
  GgovPrintPreview    *preview;
  GtkEditable         *reason;
  GtkDropDown         *record;
  GtkDropDown         *size;
  GtkDropDown         *theme;       /* none, then those of ggov_theme_get() */
  AdwToastOverlay     *toasts;
  GtkDropDown         *turn;
};

/* Shows what the paper takes, and asks for what there is to choose from. */
void              _ggov_print_window_offer_options (GgovPrintWindow *self);
void              _ggov_print_window_offer_places  (GgovPrintWindow *self);
void              _ggov_print_window_offer_themes  (GgovPrintWindow *self);

/* @id: of a GgovTheme; another word is none */
void              _ggov_print_window_choose_theme  (GgovPrintWindow *self,
                                                    const char      *id);

/* Has the log keep why somebody is to be seen whole, and shows them so. */
void              _ggov_print_window_disclose      (GgovPrintWindow *self);

/* Shows what is masked masked again. */
void              _ggov_print_window_forget_reason (GgovPrintWindow *self);

/* (transfer full): what is chosen */
GgovPaperOptions *_ggov_print_window_make_options  (GgovPrintWindow *self)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* Reads the paper anew, once nothing else is chosen for a moment. */
void              _ggov_print_window_queue_read    (GgovPrintWindow *self);

G_END_DECLS
