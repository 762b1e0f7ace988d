/* ggov-db-sqlite-functions.c: the functions that the triggers of an office call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-db-sqlite-functions-private.h"
#include "ggov-digest-private.h"

static void
append_text (GString      *out,
             const guint8 *text,
             int           size)
{
  int from = 0; /* of what needs no escaping */

  g_string_append_c (out, '"');

  for (int i = 0; i < size; i++)
    {
      if (text[i] != '"' && text[i] != '\\' && text[i] >= 0x20)
        continue;

      g_string_append_len (out, (const char *) text + from, i - from);
      g_string_append_printf (out, text[i] < 0x20 ? "\\u%04x" : "\\%c", text[i]);
      from = i + 1;
    }

  g_string_append_len (out, (const char *) text + from, size - from);
  g_string_append_c (out, '"');
}

static void
append_bytes (GString      *out,
              const guint8 *data,
              int           size)
{
  static const char digits[] = "0123456789ABCDEF";
  gsize start;

  g_string_append (out, "{\"hex\":\"");
  start = out->len;
  g_string_set_size (out, start + 2 * (gsize) size);
  for (int i = 0; i < size; i++)
    {
      out->str[start + 2 * i] = digits[data[i] >> 4];
      out->str[start + 2 * i + 1] = digits[data[i] & 15];
    }
  g_string_append (out, "\"}");
}

static void
append_value (GString       *out,
              sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
      break;

    case SQLITE_TEXT:
      append_text (out, sqlite3_value_text (value), sqlite3_value_bytes (value));
      break;

    case SQLITE_BLOB:
      append_bytes (out, sqlite3_value_blob (value), sqlite3_value_bytes (value));
      break;

    case SQLITE_NULL:
      g_string_append (out, "null");
      break;

    default:
      /* No column holds a floating number. */
      g_assert_not_reached ();
    }
}

static void
make_image (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  GString *out = g_string_sized_new (512);
  gsize size;

  g_string_append_c (out, '{');
  for (int i = 0; i + 1 < n_values; i += 2)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_value (out, values[i]);
      g_string_append_c (out, ':');
      append_value (out, values[i + 1]);
    }
  g_string_append_c (out, '}');

  size = out->len;
  sqlite3_result_text64 (context, g_string_free (out, FALSE), size, g_free, SQLITE_UTF8);
}

static void
make_digest (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  GgovDigest digest;
  char digits[GGOV_DIGEST_SIZE];

  _ggov_digest_init (&digest);
  for (int i = 0; i < n_values; i++)
    {
      const char *text = (const char *) sqlite3_value_text (values[i]);

      _ggov_digest_add (&digest, text, text ? sqlite3_value_bytes (values[i]) : 0);
    }
  _ggov_digest_end (&digest, digits);

  sqlite3_result_text (context, digits, -1, SQLITE_TRANSIENT);
}

static void
get_change (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  const gint64 *change_id = sqlite3_user_data (context);

  if (*change_id != 0)
    sqlite3_result_int64 (context, *change_id);
}

static void
set_change (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  gint64 *change_id = sqlite3_user_data (context);

  *change_id = sqlite3_value_int64 (values[0]);
}

gboolean
_ggov_db_sqlite_add_functions (sqlite3 *db)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  gint64 *change_id = g_new0 (gint64, 1);

  /* Freed with the first, also where that cannot be added. */
  return sqlite3_create_function_v2 (db, "ggov_change", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS,
                                     change_id, get_change, NULL, NULL, g_free) == SQLITE_OK &&
         sqlite3_create_function (db, "ggov_set_change", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                  change_id, set_change, NULL, NULL) == SQLITE_OK &&
         sqlite3_create_function (db, "ggov_image", -1, flags, NULL, make_image, NULL, NULL)
           == SQLITE_OK &&
         sqlite3_create_function (db, "ggov_digest", -1, flags, NULL, make_digest, NULL, NULL)
           == SQLITE_OK;
}
