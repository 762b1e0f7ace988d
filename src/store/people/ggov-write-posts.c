/* ggov-write-posts.c: appointing and standing down, within the rules of the roles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-change-private.h"
#include "ggov-post-rules-private.h"

#define SQL_LEAVES "SELECT id, valid_from FROM post_leave WHERE post_id = $1 AND valid_to > $2"

gint64
ggov_change_add_post (GgovChange            *change,
                      const GgovPostRecord  *record,
                      GError               **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("person_id", record->person_id),
    GGOV_ID ("role_id", record->role_id),
    GGOV_ID ("sub_district_id", record->sub_district_id),
    GGOV_ID ("community_id", record->community_id),
    GGOV_ID ("grid_id", record->grid_id),
    GGOV_ID ("building_id", record->building_id),
    GGOV_ID ("unit_id", record->unit_id),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
    GGOV_ID ("nominated_by_id", record->nominated_by_id),
    GGOV_ID ("approved_by_id", record->approved_by_id),
    GGOV_TEXT ("reason", record->reason ? record->reason : ""),
    GGOV_TEXT ("exception", record->exception && *record->exception ? record->exception : NULL),
    GGOV_ID ("transferred_from_id", record->transferred_from_id),
  };

  if (!_ggov_post_check_rules (change->db, record, 0, error))
    return 0;

  return _ggov_change_insert (change, "post", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_check_post (GgovChange            *change,
                        const GgovPostRecord  *record,
                        GError               **error)
{
  return _ggov_post_check_rules (change->db, record, 0, error);
}

/* (element-type gint64): pairs: a leave that goes on after the day, and whether it begins only then */
static GArray *
list_leaves (GgovChange  *change,
             gint64       post_id,
             const char  *day,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_LEAVES, error);
  g_autoptr(GArray) leaves = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, post_id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);
      gint64 later = strcmp (ggov_stmt_get_text (stmt, 1), day) > 0;

      g_array_append_val (leaves, id);
      g_array_append_val (leaves, later);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&leaves) : NULL;
}

static gboolean
end_leaves (GgovChange  *change,
            gint64       post_id,
            const char  *day,
            GError     **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", day) };
  g_autoptr(GArray) leaves = list_leaves (change, post_id, day, error);

  for (guint i = 0; leaves && i < leaves->len; i += 2)
    {
      gint64 id = g_array_index (leaves, gint64, i);

      if (g_array_index (leaves, gint64, i + 1)
            ? !_ggov_change_delete (change, "post_leave", id, error)
            : !_ggov_change_update (change, "post_leave", id, -1, columns, 1, error))
        return FALSE;
    }

  return leaves != NULL;
}

gboolean
ggov_change_end_post (GgovChange  *change,
                      gint64       post_id,
                      const char  *valid_to,
                      const char  *end_reason,
                      GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("valid_to", valid_to),
    GGOV_TEXT ("end_reason", end_reason),
  };

  return end_leaves (change, post_id, valid_to, error) &&
         _ggov_change_update (change, "post", post_id, -1, columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_post_paper (GgovChange  *change,
                            gint64       post_id,
                            const char  *name,
                            const char  *media_type,
                            GBytes      *content,
                            GError     **error)
{
  g_autofree char *digest = _ggov_change_keep_content (change, content, error);
  const GgovColumn columns[] = {
    GGOV_ID ("post_id", post_id),
    GGOV_TEXT ("name", name),
    GGOV_TEXT ("media_type", media_type),
    GGOV_TEXT ("sha256", digest),
  };

  if (digest == NULL)
    return 0;

  return _ggov_change_insert (change, "post_paper", columns, G_N_ELEMENTS (columns), error);
}
