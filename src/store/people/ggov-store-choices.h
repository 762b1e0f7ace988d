/* ggov-store-choices.h: what filters and forms offer to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-choice.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovChoiceKind:
 * @GGOV_CHOICE_COMMUNITIES: communities by code
 * @GGOV_CHOICE_GRIDS: grids of the day by code; parent: the community, detail: its name
 * @GGOV_CHOICE_BUILDINGS: buildings of the grid that is given, by name; parent: the grid
 * @GGOV_CHOICE_CASE_TYPES: case types of the day by code; detail: the class
 * @GGOV_CHOICE_HANDLERS: who could be sent on the grid that is given: those with a post there, on
 *   its community or on the whole sub-district; detail: the role
 * @GGOV_CHOICE_DEPARTMENTS: organisations of those who were ever sent, by name; their ids are the codes
 */
typedef enum
{
  GGOV_CHOICE_COMMUNITIES,
  GGOV_CHOICE_GRIDS,
  GGOV_CHOICE_BUILDINGS,
  GGOV_CHOICE_CASE_TYPES,
  GGOV_CHOICE_HANDLERS,
  GGOV_CHOICE_DEPARTMENTS,
} GgovChoiceKind;

/**
 * ggov_store_list_choices_async:
 * @grid_id: the grid, for the kinds that are of one; else 0
 * @day: ISO day they are in force on
 */
void        ggov_store_list_choices_async  (GgovStore            *self,
                                            GgovChoiceKind        kind,
                                            gint64                grid_id,
                                            const char           *day,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_list_choices_finish:
 *
 * Returns: (transfer full) (element-type GgovChoice)
 */
GListModel *ggov_store_list_choices_finish (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
