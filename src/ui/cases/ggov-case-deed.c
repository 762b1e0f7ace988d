/* ggov-case-deed.c: a change that is made at once, without a form: told of, and undone, as others are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-case-deed.h"
#include "ggov-case-sheet.h"
#include "ggov-change.h"

typedef struct
{
  GtkWidget *page;
  char      *done;
} Deed;

static void
deed_free (Deed *deed)
{
  g_clear_object (&deed->page);
  g_free (deed->done);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

gpointer
ggov_case_deed_new (GtkWidget  *page,
                    const char *done)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->page = g_object_ref (page);
  deed->done = g_strdup (done);

  return deed;
}

void
ggov_case_deed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Deed) deed = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    ggov_case_sheet_tell (deed->page, error);
  else if (id != 0)
    gtk_widget_activate_action (deed->page, "win.announce-change", "(sx)", deed->done, id);
}
