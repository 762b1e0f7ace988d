/* ggov-import-twins.h: what an import does about people who may be known already
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/**
 * GgovImportTwins:
 * @GGOV_IMPORT_TWINS_LEAVE_OUT: such rows are rejected, and say whom they are like
 * @GGOV_IMPORT_TWINS_SAME: the row is of the known one, where the names sound alike
 * @GGOV_IMPORT_TWINS_APART: they are two, which is remembered
 *
 * What to do with somebody who has the phone of somebody else, or the name of somebody whose phone
 * differs in one digit.
 */
typedef enum
{
  GGOV_IMPORT_TWINS_LEAVE_OUT,
  GGOV_IMPORT_TWINS_SAME,
  GGOV_IMPORT_TWINS_APART,
} GgovImportTwins;
