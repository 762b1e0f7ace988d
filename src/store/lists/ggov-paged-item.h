/* ggov-paged-item.h: a place in a long list, whose row may not have been read yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"

G_BEGIN_DECLS

/* Its readable property "row" is the row, or the query's blank one until it is read. */
#define GGOV_TYPE_PAGED_ITEM (ggov_paged_item_get_type ())

G_DECLARE_FINAL_TYPE (GgovPagedItem, ggov_paged_item, GGOV, PAGED_ITEM, GObject)

/**
 * ggov_paged_item_new:
 * @siblings: (element-type gint64 GgovPagedItem): where the item is found by its number for as long
 *   as somebody has it; holds no reference
 * @row: (nullable): NULL if it is not read yet
 * @blank: stands for a row that is not read
 */
GgovPagedItem    *ggov_paged_item_new     (GHashTable       *siblings,
                                           const GgovRowKey *key,
                                           gpointer          row,
                                           gpointer          blank) G_GNUC_WARN_UNUSED_RESULT;

const GgovRowKey *ggov_paged_item_get_key (GgovPagedItem    *self);

/* (nullable) (type GObject): NULL as long as it is not read */
gpointer          ggov_paged_item_get_row (GgovPagedItem    *self);

/* @key: with what is known now of the row; @row: (nullable): NULL leaves the row as it is */
void              ggov_paged_item_set_row (GgovPagedItem    *self,
                                           const GgovRowKey *key,
                                           gpointer          row);

G_END_DECLS
