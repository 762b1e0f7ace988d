/* ggov-xlsx.c: libxlsxwriter, loaded when the first workbook is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-xlsx-private.h"

static gpointer
load (gpointer data)
{
  static const char * const names[] = { GGOV_XLSX_FUNCTIONS (GGOV_LATE_NAME) };
  GgovXlsx *self = g_new0 (GgovXlsx, 1);
  g_autofree char *failure = ggov_late_library_find (XLSXWRITER_SONAME, names, (gpointer *) self,
                                                     G_N_ELEMENTS (names));

  if (failure)
    g_error ("The library libxlsxwriter cannot be loaded: %s", failure);

  return self;
}

const GgovXlsx *
_ggov_xlsx (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}
