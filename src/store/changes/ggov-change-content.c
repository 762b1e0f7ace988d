/* ggov-change-content.c: what a file holds, kept once by its digest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"

#define SQL_CONTENT \
  "INSERT INTO attachment_content (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING"

char *
_ggov_change_keep_content (GgovChange  *change,
                           GBytes      *content,
                           GError     **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_CONTENT, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, digest);
  ggov_stmt_bind_bytes (stmt, 2, content);

  return ggov_stmt_run (stmt, error) ? g_steal_pointer (&digest) : NULL;
}
