/* ggov-xlsx-private.h: libxlsxwriter, loaded when the first workbook is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <xlsxwriter.h>

#include "ggov-late-library.h"

G_BEGIN_DECLS

/* The functions that are called, each once: X (name). */
#define GGOV_XLSX_FUNCTIONS(X) \
  X (format_set_align) \
  X (format_set_bold) \
  X (format_set_border) \
  X (format_set_num_format) \
  X (format_set_num_format_index) \
  X (format_set_text_wrap) \
  X (lxw_rowcol_to_range) \
  X (workbook_add_format) \
  X (workbook_add_worksheet) \
  X (workbook_close) \
  X (workbook_new) \
  X (worksheet_autofilter) \
  X (worksheet_fit_to_pages) \
  X (worksheet_freeze_panes) \
  X (worksheet_ignore_errors) \
  X (worksheet_repeat_rows) \
  X (worksheet_set_column) \
  X (worksheet_set_footer) \
  X (worksheet_set_header) \
  X (worksheet_set_landscape) \
  X (worksheet_set_margins) \
  X (worksheet_set_paper) \
  X (worksheet_write_string)

/* libxlsxwriter's functions by their own names. It brings a library of cryptography. */
typedef struct
{
  GGOV_XLSX_FUNCTIONS (GGOV_LATE_MEMBER)
} GgovXlsx;

/**
 * _ggov_xlsx:
 *
 * Any thread. The program cannot go on without the library, as it could not start if it were
 * linked to it.
 */
const GgovXlsx *_ggov_xlsx (void);

G_END_DECLS
