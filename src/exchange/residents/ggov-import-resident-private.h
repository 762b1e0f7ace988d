/* ggov-import-resident-private.h: what a row says of a resident
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-dwelling-address.h"
#include "ggov-import-report.h"
#include "ggov-import-spots-private.h"
#include "ggov-import-table.h"
#include "ggov-register-value.h"

G_BEGIN_DECLS

/**
 * GgovImportForm:
 * @catalogue: (owned): the office's fields
 * @fields: (owned) (element-type GgovImportField): the name first; those asked for no more take no
 *   column
 * @register_fields: (owned) (element-type GgovRegisterField): the same in the catalogue
 *
 * What a table of residents can have.
 */
typedef struct
{
  GgovRegisterCatalogue *catalogue;
  GArray                *fields;
  GPtrArray             *register_fields;
} GgovImportForm;

/* @catalogue: (transfer full) */
GgovImportForm *ggov_import_form_new        (GgovRegisterCatalogue *catalogue);
void            ggov_import_form_free       (GgovImportForm        *self);

/* The place of a field among those of a form; -1 where there is none of that code. */
int             ggov_import_form_find       (const GgovImportForm  *self,
                                             const char            *code);

/**
 * GgovImportResident:
 * @row: its number in the file
 * @values: (element-type utf8 utf8): by the codes of the fields, as they are kept; those that say
 *   where they live are in @address
 * @kind: code of the kind of paper
 * @identity: empty number where it is of another paper, or there is none
 * @unit: (nullable): where the door is; NULL where the row says nothing of it
 * @problems: (nullable): why the row is left out, a sentence a line
 * @code: (nullable): the stable key of the first of them, @message its general sentence
 */
typedef struct
{
  gint64                row;
  GHashTable           *values;
  const char           *kind;
  GgovIdentity          identity;
  GgovDwellingAddress   address;
  const GgovKnownPlace *unit;
  GString              *problems;
  const char           *code;
  const char           *message;
} GgovImportResident;

/**
 * ggov_import_resident_read:
 * @table: stands on the row
 * @spots: the places there are
 * @report: (nullable): where what is odd is told; NULL to read only what tells of the household
 *
 * Returns: (transfer full) (nullable): NULL for a note or a sum among the rows
 */
GgovImportResident *ggov_import_resident_read (const GgovImportForm       *form,
                                               GgovImportTable            *table,
                                               const GgovRegisterReading  *reading,
                                               GgovImportSpots            *spots,
                                               GgovImportReport           *report)
                                               G_GNUC_WARN_UNUSED_RESULT;
void                ggov_import_resident_free (GgovImportResident         *self);

/* (nullable): a value as it is kept. */
const char         *ggov_import_resident_get  (const GgovImportResident   *self,
                                               const char                 *code);

/* Lets the row be left out. @reason: a sentence for this row; NULL for @message */
void                ggov_import_resident_refuse (GgovImportResident       *self,
                                                 const char               *code,
                                                 const char               *message,
                                                 const char               *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportForm, ggov_import_form_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportResident, ggov_import_resident_free)

G_END_DECLS
