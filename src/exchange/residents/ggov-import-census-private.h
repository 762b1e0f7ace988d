/* ggov-import-census-private.h: who is known and which households there are, while rows come in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-known-residents.h"
#include "ggov-import-resident-private.h"

G_BEGIN_DECLS

/**
 * GgovImportHome:
 * @dwelling_id: 0 while it is not written, and so the next
 * @number: in the book of the police, "" for none
 * @head_row: the row that says who is the head, 0 for none
 * @head: (nullable): name of the head, known or told by a row
 * @head_birth_date: (nullable)
 * @rows: (element-type gint64): that are of it
 *
 * A household behind a door, known or to be made.
 */
typedef struct
{
  gint64  unit_id;
  gint64  dwelling_id;
  gint64  household_id;
  gint64  head_id;
  gint64  head_row;
  char   *door;
  char   *number;
  char   *head;
  char   *head_birth_date;
  GArray *rows;
} GgovImportHome;

typedef struct _GgovImportCensus GgovImportCensus;

GgovImportCensus *ggov_import_census_new  (GgovChange        *change,
                                           const char        *day,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              ggov_import_census_free (GgovImportCensus  *self);

/**
 * ggov_import_census_find_home:
 *
 * The household behind the row's door that has its number, or where it has none the only one; where
 * there is none, one to be made.
 *
 * Returns: (transfer none) (nullable): NULL where there are several
 */
GgovImportHome   *ggov_import_census_find_home (GgovImportCensus         *self,
                                                const GgovImportResident *resident);

/* Notes before anything is written who of a household is the head. */
void              ggov_import_census_note (GgovImportCensus          *self,
                                           const GgovImportResident  *resident);

/* Lets a row that cannot be right within its household be left out: a second head, a child older than
 * its parent. */
void              ggov_import_census_check (GgovImportCensus         *self,
                                            const GgovImportHome     *home,
                                            GgovImportResident       *resident);

/* Those who are the household of a door have its number from now on. */
void              ggov_import_census_set_dwelling (GgovImportCensus  *self,
                                                   GgovImportHome    *home,
                                                   gint64             dwelling_id);

/**
 * ggov_import_census_find:
 * @resident: may be refused, where it is like somebody and not the same
 *
 * Returns: (transfer none) (nullable): who the row is about; NULL for somebody new
 */
GgovKnownResident *ggov_import_census_find (GgovImportCensus         *self,
                                            GgovImportResident       *resident);

/* @resident: from now on known under the number that is set when it is written. */
GgovKnownResident *ggov_import_census_add  (GgovImportCensus         *self,
                                            const GgovImportResident *resident);

/* Calls @func for each household that rows came for. */
void              ggov_import_census_foreach_home (GgovImportCensus  *self,
                                                   void             (*func) (GgovImportHome *home,
                                                                             gpointer        data),
                                                   gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportCensus, ggov_import_census_free)

G_END_DECLS
