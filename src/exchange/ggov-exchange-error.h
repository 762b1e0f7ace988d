/* ggov-exchange-error.h: what can go wrong with files that come and go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_EXCHANGE_ERROR (ggov_exchange_error_quark ())

/**
 * GgovExchangeError:
 * @GGOV_EXCHANGE_ERROR_FILE: the file is at fault; let the user correct it or choose another
 * @GGOV_EXCHANGE_ERROR_CRS: the file does not tell its coordinate system; ask for it, read again
 * @GGOV_EXCHANGE_ERROR_CHOICE: a layer, field or column was asked for that is not there; choose
 *   again
 * @GGOV_EXCHANGE_ERROR_READER: the reader is not installed, cannot confine itself, has no room
 *   on the disk, or broke down; nothing the user could do to the file helps
 *
 * The message is a translated sentence: what is wrong and what to do. Cancelling is
 * G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  GGOV_EXCHANGE_ERROR_FILE,
  GGOV_EXCHANGE_ERROR_CRS,
  GGOV_EXCHANGE_ERROR_CHOICE,
  GGOV_EXCHANGE_ERROR_READER,
} GgovExchangeError;

GQuark ggov_exchange_error_quark (void);

G_END_DECLS
