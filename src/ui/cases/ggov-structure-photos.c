/* ggov-structure-photos.c: the photos of a structure, before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-sheet.h"
#include "ggov-icon-button.h"
#include "ggov-paper-files.h"
#include "ggov-small-picture.h"
#include "ggov-store-structures.h"
#include "ggov-structure-photos.h"

#define THUMB_PX 96

#define KEY_PHOTO "ggov-photo"

struct _GgovStructurePhotos
{
  AdwBin       parent_instance;

  GgovSession *session;
  gint64       structure_id;
  GtkWidget   *strips[2]; /* (unowned) (nullable): before, after */
  GtkWidget   *words[2];  /* (unowned): said where there is none */
};

G_DEFINE_FINAL_TYPE (GgovStructurePhotos, ggov_structure_photos, ADW_TYPE_BIN)

/* One photo ------------------------------------------------------------------------------------ */

static void
made_small_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GtkWidget) picture = user_data;
  g_autoptr(GdkTexture) texture = ggov_small_picture_make_finish (result, NULL);

  if (texture)
    gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
}

static void
small_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GtkWidget *picture = user_data;
  g_autoptr(GBytes) content = ggov_store_read_structure_photo_finish (GGOV_STORE (object), result,
                                                                      NULL);

  if (content)
    ggov_small_picture_make_async (content, 2 * THUMB_PX, NULL, made_small_cb, picture);
  else
    g_object_unref (picture);
}

static void
whole_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GtkWidget) button = user_data;
  const GgovStructurePhotoFields *fields =
    ggov_structure_photo_get_fields (g_object_get_data (G_OBJECT (button), KEY_PHOTO));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = ggov_store_read_structure_photo_finish (GGOV_STORE (object), result,
                                                                      &error);

  if (content == NULL)
    ggov_case_sheet_tell (button, error);
  else if (gtk_widget_get_mapped (button))
    ggov_paper_files_show (button, fields->name, fields->media_type, content);
}

static void
clicked_cb (GgovStructurePhotos *self,
            GtkButton           *button)
{
  GgovStructurePhoto *photo = g_object_get_data (G_OBJECT (button), KEY_PHOTO);

  ggov_store_read_structure_photo_async (ggov_session_get_store (self->session),
                                         ggov_structure_photo_get_fields (photo)->id, NULL,
                                         whole_read_cb, g_object_ref (button));
}

static GtkWidget *
make_thumb (GgovStructurePhotos *self,
            GgovStructurePhoto  *photo)
{
  const GgovStructurePhotoFields *fields = ggov_structure_photo_get_fields (photo);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *button = gtk_button_new ();

  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (picture, THUMB_PX, THUMB_PX);
  gtk_button_set_child (GTK_BUTTON (button), picture);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "photo-thumb");
  gtk_widget_set_tooltip_text (button, fields->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fields->name, -1);
  g_object_set_data_full (G_OBJECT (button), KEY_PHOTO, g_object_ref (photo), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  ggov_store_read_structure_photo_async (ggov_session_get_store (self->session), fields->id, NULL,
                                         small_read_cb, g_object_ref (picture));

  return button;
}

static void
append_photo (GgovStructurePhotos *self,
              GgovStructurePhoto  *photo)
{
  const GgovStructurePhotoFields *fields = ggov_structure_photo_get_fields (photo);
  guint moment = g_str_equal (fields->moment, "after") ? 1 : 0;
  g_autofree char *words = g_strdup_printf (_("Remove %s"), fields->name);
  GtkWidget *item = gtk_overlay_new ();
  GtkWidget *away = ggov_icon_button_new ("window-close-symbolic", words);

  gtk_overlay_set_child (GTK_OVERLAY (item), make_thumb (self, photo));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (away), "structure.remove-photo");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (away), g_variant_new_int64 (fields->id));
  gtk_widget_remove_css_class (away, "flat");
  gtk_widget_add_css_class (away, "circular");
  gtk_widget_add_css_class (away, "osd");
  gtk_widget_add_css_class (away, "photo-remove");
  gtk_widget_set_halign (away, GTK_ALIGN_END);
  gtk_widget_set_valign (away, GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (item), away);
  gtk_box_append (GTK_BOX (self->strips[moment]), item);
  gtk_widget_set_visible (self->words[moment], FALSE);
}

/* Reading -------------------------------------------------------------------------------------- */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovStructurePhotos) self = user_data;
  g_autoptr(GListModel) photos = ggov_store_list_structure_photos_finish (GGOV_STORE (object), result,
                                                                          NULL);

  for (guint i = 0; photos && self->strips[0] && i < g_list_model_get_n_items (photos); i++)
    {
      g_autoptr(GgovStructurePhoto) photo = g_list_model_get_item (photos, i);

      append_photo (self, photo);
    }
}

/* The widget ----------------------------------------------------------------------------------- */

static void
ggov_structure_photos_dispose (GObject *object)
{
  GgovStructurePhotos *self = GGOV_STRUCTURE_PHOTOS (object);

  g_clear_object (&self->session);
  self->strips[0] = self->strips[1] = NULL;

  G_OBJECT_CLASS (ggov_structure_photos_parent_class)->dispose (object);
}

static void
ggov_structure_photos_class_init (GgovStructurePhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_structure_photos_dispose;
}

static void
ggov_structure_photos_init (GgovStructurePhotos *self)
{
}

static GtkWidget *
make_strip (GgovStructurePhotos *self,
            guint                moment,
            const char          *title,
            const char          *none)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, NULL);

  self->strips[moment] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->words[moment] = g_object_new (GTK_TYPE_LABEL, "label", none, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (self->words[moment], "dim-label");
  gtk_box_append (GTK_BOX (line), self->words[moment]);
  gtk_box_append (GTK_BOX (line), self->strips[moment]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strips[moment]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), line);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);

  return box;
}

GtkWidget *
ggov_structure_photos_new (GgovSession *session,
                           gint64       structure_id)
{
  GgovStructurePhotos *self = g_object_new (GGOV_TYPE_STRUCTURE_PHOTOS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add _Photos…"));

  self->session = g_object_ref (session);
  self->structure_id = structure_id;
  gtk_box_set_homogeneous (GTK_BOX (box), FALSE);
  gtk_box_append (GTK_BOX (box), make_strip (self, 0, C_("photo", "Before"), _("No photo yet")));
  gtk_box_append (GTK_BOX (box), make_strip (self, 1, C_("photo", "After"), _("No photo yet")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "structure.add-photos");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (add), g_variant_new_int64 (structure_id));
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), add);
  adw_bin_set_child (ADW_BIN (self), box);
  ggov_store_list_structure_photos_async (ggov_session_get_store (session), structure_id, NULL,
                                          listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
