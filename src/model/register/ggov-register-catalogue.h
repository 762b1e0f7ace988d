/* ggov-register-catalogue.h: the fields of the register of residents, and their code tables
 *
 * A catalogue never changes; reading it from any thread is safe. Every text lives as long as it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-register-codes.h"
#include "ggov-register-field.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REGISTER_CATALOGUE (ggov_register_catalogue_get_type ())

typedef struct _GgovRegisterCatalogue GgovRegisterCatalogue;

/**
 * GgovRegisterGroup:
 *
 * Fields that are shown together.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *name_zh;
} GgovRegisterGroup;

/**
 * GgovRegisterChange:
 * @code: of a field of the catalogue, or of one the office adds: letters, digits and "_"
 * @is_own: the office adds it, or changes one of its own
 * @name: (nullable): in English; NULL or "" as it is
 * @name_zh: (nullable): in Chinese; the same
 * @type: (nullable): of an own field: its word; NULL for "text"
 * @group: (nullable): of an own field; NULL or "" for the last group
 * @table: (nullable): of an own field of codes: one of the catalogue's tables
 * @is_sensitive: of an own field: whether it is shown masked
 * @is_retired: the office asks for it no more
 *
 * What an office changes about the fields, as a row of its own.
 */
typedef struct
{
  const char *code;
  gboolean    is_own;
  const char *name;
  const char *name_zh;
  const char *type;
  const char *group;
  const char *table;
  gboolean    is_sensitive;
  gboolean    is_retired;
} GgovRegisterChange;

GType                  ggov_register_catalogue_get_type    (void);

/* The fields the program is built with: 12 required, 103 optional. Made once; (transfer full). */
GgovRegisterCatalogue *ggov_register_catalogue_new_default (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_register_catalogue_new_from_json:
 * @fields: a document in the form of data/fields/fields.json
 * @codes: another in the form of data/fields/codes.json
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Returns: (transfer full): NULL with @error set
 */
GgovRegisterCatalogue *ggov_register_catalogue_new_from_json (const char  *fields,
                                                              const char  *codes,
                                                              GError     **error)
                                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_register_catalogue_apply:
 * @changes: (array length=n_changes): what the office has of its own, in the order of its fields
 * @error: a GgovModelError: SYNTAX for a code, DATA for a type, group or table that is not known
 *
 * The default fields with what an office adds, renames and asks for no more. A change of a field that
 * the catalogue has not (any more) and that is not the office's own is passed over.
 *
 * Returns: (transfer full): a new catalogue, or NULL with @error set
 */
GgovRegisterCatalogue *ggov_register_catalogue_apply       (GgovRegisterCatalogue     *self,
                                                            const GgovRegisterChange  *changes,
                                                            guint                      n_changes,
                                                            GError                   **error)
                                                            G_GNUC_WARN_UNUSED_RESULT;

GgovRegisterCatalogue *ggov_register_catalogue_ref         (GgovRegisterCatalogue     *self);
void                   ggov_register_catalogue_unref       (GgovRegisterCatalogue     *self);

/* All fields, retired ones too. */
guint                    ggov_register_catalogue_get_n_fields (GgovRegisterCatalogue *self);

/* @index: from 0: the required ones, the optional ones group by group, the office's own. */
const GgovRegisterField *ggov_register_catalogue_get_field_at (GgovRegisterCatalogue *self,
                                                               guint                  index);

/* (nullable): NULL where no field has the code. */
const GgovRegisterField *ggov_register_catalogue_find         (GgovRegisterCatalogue *self,
                                                               const char            *code);

/**
 * ggov_register_catalogue_find_word:
 * @word: a heading of somebody's table: a code, a name or a synonym, in any case
 *
 * Returns: (nullable): the field that is called so and is not retired
 */
const GgovRegisterField *ggov_register_catalogue_find_word    (GgovRegisterCatalogue *self,
                                                               const char            *word);

/* How many fields there are that are not retired. */
guint                    ggov_register_catalogue_count        (GgovRegisterCatalogue *self,
                                                               gboolean               is_required);

guint                    ggov_register_catalogue_get_n_groups (GgovRegisterCatalogue *self);
const GgovRegisterGroup *ggov_register_catalogue_get_group_at (GgovRegisterCatalogue *self,
                                                               guint                  index);

/* In the user's language. */
const char              *ggov_register_group_get_label        (const GgovRegisterGroup *group);

/* (nullable): the code table of a field; NULL where it has none. */
const GgovRegisterCodes *ggov_register_catalogue_get_codes    (GgovRegisterCatalogue   *self,
                                                               const GgovRegisterField *field);

/* (nullable): a code table by its code. */
const GgovRegisterCodes *ggov_register_catalogue_find_codes   (GgovRegisterCatalogue   *self,
                                                               const char              *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovRegisterCatalogue, ggov_register_catalogue_unref)

G_END_DECLS
