/* ggov-structure-photos-form.c: adding photos of a structure, before or after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-filing-photos.h"
#include "ggov-form-dialog.h"
#include "ggov-store-structures.h"
#include "ggov-structure-form.h"

typedef struct
{
  gint64            structure_id;
  GtkWidget        *moment;
  GgovFilingPhotos *photos;
  gboolean          is_encoding;
} Rows;

#define KEY_ROWS "ggov-rows"

static const char *
get_moment (const Rows *rows)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (rows->moment)) == 0 ? "before" : "after";
}

/* (transfer full): "photo 1.jpg" and so on */
static char **
name_photos (guint n)
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup_printf (_("photo %u.jpg"), i + 1);

  return names;
}

/* Once they are files as they are kept. */
static void
encoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  Rows *rows = g_object_get_data (G_OBJECT (dialog), KEY_ROWS);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = ggov_filing_photos_encode_finish (GGOV_FILING_PHOTOS (object), result,
                                                                 &error);
  GgovSession *session = ggov_form_dialog_get_session (dialog);
  g_auto(GStrv) names = NULL;

  if (session == NULL)
    return;

  rows->is_encoding = FALSE;
  if (files == NULL)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      ggov_form_dialog_refuse (dialog, sentence);
      return;
    }

  names = name_photos (files->len);
  ggov_store_add_structure_photos_async (
    ggov_session_get_store (session), rows->structure_id, get_moment (rows),
    (const char *const *) names, files, NULL, ggov_form_dialog_finish_cb,
    ggov_form_dialog_wait (dialog, g_strdup_printf (ngettext ("%u photo added", "%u photos added",
                                                              files->len), files->len)));
}

static void
add_photos (GgovFormDialog *dialog,
            gpointer        data)
{
  Rows *rows = data;

  if (ggov_filing_photos_is_busy (rows->photos))
    ggov_form_dialog_refuse (dialog, _("A photo is still being read. Try again in a moment."));
  else if (ggov_filing_photos_get_n (rows->photos) == 0)
    ggov_form_dialog_refuse (dialog, _("Choose a photo first, paste one, or drop one here."));
  else if (!rows->is_encoding)
    {
      rows->is_encoding = TRUE;
      ggov_filing_photos_encode_async (rows->photos, NULL, encoded_cb, g_object_ref (dialog));
    }
}

static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  return ggov_filing_photos_paste (user_data);
}

static void
add_paste (GgovFormDialog   *dialog,
           GgovFilingPhotos *photos)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                      gtk_callback_action_new (paste_cb, photos, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  ggov_filing_photos_take_drops (photos, GTK_WIDGET (dialog));
}

void
ggov_structure_photos_form_show (GtkWidget     *page,
                                 GgovSession   *session,
                                 GgovStructure *structure)
{
  const GgovStructureFields *fields = ggov_structure_get_fields (structure);
  const char *const words[] = { C_("photo", "Before"), C_("photo", "After"), NULL };
  Rows *rows = g_new0 (Rows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Photos of a Structure"), _("_Add"),
                                                 fields->label, add_photos, rows, g_free);

  rows->structure_id = fields->id;
  g_object_set_data (G_OBJECT (dialog), KEY_ROWS, rows);
  rows->moment = ggov_form_dialog_add_combo (dialog, _("They show it"), words,
                                             *fields->demolished_on ? 1 : 0);
  rows->photos = g_object_new (GGOV_TYPE_FILING_PHOTOS, NULL);
  ggov_form_dialog_add (dialog, GTK_WIDGET (rows->photos));
  ggov_form_dialog_add_hint (dialog, _("A press on a photo paints over faces and plates before it is "
                                       "kept."));
  add_paste (dialog, rows->photos);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 360);
  gtk_window_present (GTK_WINDOW (dialog));
}
