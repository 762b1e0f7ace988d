/* ggov-voucher-code.c: the signed text of a voucher
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <string.h>

#include "ggov-voucher-code-private.h"
#include "ggov-write-points-private.h"

#define SQL_KEY "SELECT key FROM voucher_key WHERE id = 1"
#define SQL_OFFICE "SELECT code FROM sub_district ORDER BY id LIMIT 1"

#define MARK      "GGV1"
#define N_PARTS   6
#define MAC_BYTES 10

enum { PART_MARK, PART_OFFICE, PART_NUMBER, PART_DAY, PART_POINTS, PART_MAC };

/* The signature of a text in hexadecimal digits. */
static char *
sign (GgovDb      *db,
      const char  *text,
      GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_KEY, error);
  struct hmac_sha256_ctx hmac;
  guint8 mac[MAC_BYTES];
  GString *digits;
  gconstpointer key;
  gsize size;

  if (stmt == NULL || !_ggov_points_ask (stmt, "key of vouchers", error))
    return NULL;

  key = ggov_stmt_get_blob (stmt, 0, &size);
  hmac_sha256_set_key (&hmac, size, key);
  hmac_sha256_update (&hmac, strlen (text), (const guint8 *) text);
  hmac_sha256_digest (&hmac, sizeof mac, mac);

  digits = g_string_sized_new (2 * sizeof mac);
  for (guint i = 0; i < sizeof mac; i++)
    g_string_append_printf (digits, "%02X", mac[i]);

  return g_string_free (digits, FALSE);
}

static char *
dup_office (GgovDb  *db,
            GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OFFICE, error);

  if (stmt == NULL || !_ggov_points_ask (stmt, "office", error))
    return NULL;

  return g_strdup (ggov_stmt_get_text (stmt, 0));
}

/* Without the dashes of an ISO day. */
static char *
dup_digits (const char *day)
{
  g_auto(GStrv) parts = g_strsplit (day, "-", -1);

  return g_strjoinv ("", parts);
}

char *
_ggov_voucher_code_dup (GgovDb      *db,
                        const char  *number,
                        const char  *valid_to,
                        gint64       points,
                        GError     **error)
{
  g_autofree char *office = dup_office (db, error);
  g_autofree char *day = dup_digits (valid_to);
  g_autofree char *body = NULL;
  g_autofree char *mac = NULL;

  if (office == NULL)
    return NULL;

  body = g_strdup_printf (MARK ":%s:%s:%s:%" G_GINT64_FORMAT, office, number, day, points);

  return (mac = sign (db, body, error)) ? g_strconcat (body, ":", mac, NULL) : NULL;
}

static char *
refuse (GError     **error,
        const char  *sentence)
{
  _ggov_points_refuse (error, sentence);

  return NULL;
}

static char *
read_parts (GgovDb      *db,
            GStrv        parts,
            GError     **error)
{
  g_autofree char *office = dup_office (db, error);
  g_autofree char *body = NULL;
  g_autofree char *given = NULL;
  g_autofree char *mac = NULL;

  if (office == NULL)
    return NULL;
  if (!g_str_equal (parts[PART_OFFICE], office))
    return refuse (error, _("Another office issued this voucher. It is good only there."));

  given = g_steal_pointer (&parts[PART_MAC]);
  body = g_strjoinv (":", parts);
  if (!(mac = sign (db, body, error)))
    return NULL;

  /* In a time that does not tell how many digits were right. */
  if (strlen (given) != strlen (mac) || !memeql_sec (given, mac, strlen (mac)))
    return refuse (error, _("This voucher is forged: its signature is wrong. Keep it, and tell the "
                            "office."));

  return g_strdup (parts[PART_NUMBER]);
}

char *
_ggov_voucher_code_read (GgovDb      *db,
                         const char  *text,
                         GError     **error)
{
  g_autofree char *bare = g_strstrip (g_ascii_strup (text, -1));
  g_auto(GStrv) parts = g_strsplit (bare, ":", -1);
  guint n = g_strv_length (parts);

  if (n <= 1)
    return g_steal_pointer (&bare);

  if (n != N_PARTS || !g_str_equal (parts[PART_MARK], MARK))
    return refuse (error, _("This is not the code of a voucher. Scan it again, or type its number."));

  return read_parts (db, parts, error);
}
