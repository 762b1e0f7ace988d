/* ggov-store-schema.c: bringing an office file to the schema this program knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-resources.h"
#include "ggov-store-schema-private.h"

/* In order and never changed once an office has them: the n-th brings a file to version n. */
static const char * const steps[] = {
  "0001-office",
  "0002-lists-and-sources",
  "0003-drafts",
  "0004-plan-notes",
  "0005-legacy-nets",
  "0006-posts",
  "0007-training",
  "0008-imports",
  "0009-working-time",
  "0010-organisations",
  "0011-ladder",
  "0012-points-merges",
  "0013-issue-strands",
  "0014-case-types",
  "0015-judging",
  "0016-issue-near",
  "0017-board",
  "0018-issue-origins",
  "0019-points-ledger",
  "0020-residents",
  "0021-board-lanes",
  "0022-cases",
  "0023-vouchers",
  "0024-settlements",
  "0025-points-rules",
  "0026-privacy",
  "0028-register-orders",
};

static gboolean
run_step (GgovDb      *db,
          const char  *step,
          GError     **error)
{
  g_autofree char *path = g_strdup_printf ("/org/example/GridGov/schema/%s/%s.sql",
                                           ggov_db_get_dialect (db), step);
  g_autoptr(GBytes) script = NULL;

  script = g_resource_lookup_data (ggov_store_get_resource (), path, 0, error);

  return script && ggov_db_run_script (db, g_bytes_get_data (script, NULL), error);
}

static gboolean
keep_all_images (GgovDb  *db,
                 GError **error)
{
  g_autoptr(GPtrArray) tables = ggov_db_list_tables (db, error);

  if (tables == NULL)
    return FALSE;

  for (guint i = 0; i < tables->len; i++)
    if (!ggov_db_keep_images (db, tables->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
run_steps (GgovDb  *db,
           int      version,
           GError **error)
{
  if (!ggov_db_begin (db, error))
    return FALSE;

  for (guint i = version; i < G_N_ELEMENTS (steps); i++)
    if (!run_step (db, steps[i], error))
      goto failed;

  if (keep_all_images (db, error) &&
      ggov_db_set_version (db, G_N_ELEMENTS (steps), error) &&
      ggov_db_commit (db, error))
    return TRUE;

failed:
  ggov_db_rollback (db);
  return FALSE;
}

gboolean
_ggov_store_schema_bring_up (GgovDb      *db,
                             const char  *path,
                             GError     **error)
{
  g_autofree char *copy = NULL;
  int version;

  if (!ggov_db_get_version (db, &version, error))
    return FALSE;

  if (version == G_N_ELEMENTS (steps))
    return TRUE;

  if (version > (int) G_N_ELEMENTS (steps))
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NEWER,
                   "the file has schema %d, this program knows %d", version,
                   (int) G_N_ELEMENTS (steps));
      return FALSE;
    }

  copy = g_strdup_printf ("%s.schema-%d.backup", path, version);
  if (version > 0 && !ggov_db_copy_to (db, copy, error))
    return FALSE;

  return run_steps (db, version, error);
}
