/* ggov-filing-dialog-private.h: what the files of the dialog share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-filing-dialog.h"
#include "ggov-filing-map.h"
#include "ggov-filing-near.h"
#include "ggov-filing-photos.h"
#include "ggov-filing-place.h"
#include "ggov-filing-reporters.h"
#include "ggov-filing-type.h"
#include "ggov-find-field.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_FILING_FILE,
  GGOV_FILING_DISPATCH,
  GGOV_FILING_ANOTHER,
} GgovFilingMode;

struct _GgovFilingDialog
{
  AdwWindow            parent_instance;

  GgovSession         *session;
  GgovFilingPlace     *where;
  GListModel          *types;        /* (nullable) (element-type GgovFilingType) */
  gint64               grid_id;      /* to be chosen once the map is there, or 0 */
  gboolean             is_own_title; /* the user's, which is left alone */
  gboolean             is_setting;   /* the title is ours */
  gboolean             is_busy;      /* a call is under way */
  GtkWidget           *focus;        /* (nullable) (weak): what had the keyboard before it */
  GgovFilingMode       mode;         /* of it */
  char                *number;       /* (nullable): of the issue that was filed last */
  gint64               issue_id;
  GgovFilingFunc       func;         /* (nullable): NULL once it was called for the last time */
  gpointer             user_data;

  /* From the template. */
  GtkTextView         *description;
  GtkLabel            *description_problem;
  GtkWidget           *form;
  GgovFilingMap       *map;
  GgovFilingNear      *near;
  GgovFilingPhotos    *photos;
  GgovFindField       *place_field;
  GtkLabel            *place_note;
  GtkLabel            *problem;
  GgovFilingReporters *reporters;
  GtkDropDown         *source;
  GtkEditable         *spot;
  GtkEditable         *title_entry;
  GtkLabel            *title_problem;
  GgovFindField       *type;
  GtkLabel            *type_note;
};

/* (nullable) (transfer none) */
GgovFilingType *_ggov_filing_dialog_get_type_chosen (GgovFilingDialog *self);

/* @sentence: (nullable): what went wrong, or what was done; NULL to say nothing */
void            _ggov_filing_dialog_say             (GgovFilingDialog *self,
                                                     const char       *sentence,
                                                     gboolean          is_wrong);

/* Asks for the case types again. */
void            _ggov_filing_dialog_load_types      (GgovFilingDialog *self);

/* Ready for another of the same type and place. */
void            _ggov_filing_dialog_start_again     (GgovFilingDialog *self);

/* Filing: -file.c. */
void            _ggov_filing_dialog_install_file    (GtkWidgetClass   *klass);
void            _ggov_filing_dialog_join            (GgovFilingDialog *self,
                                                     gint64            issue_id);

G_END_DECLS
