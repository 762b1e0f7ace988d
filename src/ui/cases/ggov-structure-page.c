/* ggov-structure-page.c: the structures of an issue: what was found, stopped and pulled down, photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-deed.h"
#include "ggov-case-sheet.h"
#include "ggov-measure-text.h"
#include "ggov-paper-files.h"
#include "ggov-store-issue.h"
#include "ggov-store-structures.h"
#include "ggov-structure-form.h"
#include "ggov-structure-layer.h"
#include "ggov-structure-page.h"
#include "ggov-structure-photos.h"

#define CM2_IN_M2 1e4

struct _GgovStructurePage
{
  AdwBin         parent_instance;

  GgovSession   *session;
  gint64         issue_id;
  GgovCaseSheet *sheet;      /* (unowned) (nullable): NULL once disposed of */
  GgovIssue     *issue;      /* (nullable): until it is read */
  GListModel    *structures; /* (nullable) (element-type GgovStructure) */
};

G_DEFINE_FINAL_TYPE (GgovStructurePage, ggov_structure_page, ADW_TYPE_BIN)

static const char *const tables[] = { "structure", "structure_photo", "issue", NULL };

/* What it shows -------------------------------------------------------------------------------- */

static char *
dup_found (const GgovStructureFields *fields)
{
  g_autofree char *area = ggov_measure_dup_area (fields->area_cm2 / CM2_IN_M2);

  if (fields->is_measured)
    /* Translators: a day, and an area */
    return g_strdup_printf (_("%1$s · %2$s, as drawn on the map"), fields->found_on, area);

  return g_strdup_printf (*fields->outline ? _("%1$s · %2$s, drawn on the map") : "%1$s · %2$s",
                          fields->found_on, area);
}

static char *
dup_demolished (const GgovStructureFields *fields)
{
  g_autofree char *area = ggov_measure_dup_area (fields->demolished_cm2 / CM2_IN_M2);

  return *fields->demolished_on ? g_strdup_printf ("%s · %s", fields->demolished_on, area) : NULL;
}

static void
add_structure (GgovStructurePage         *self,
               const GgovStructureFields *fields)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", fields->label,
                                            ggov_structure_state_get_label (fields->state));
  g_autofree char *found = dup_found (fields);
  g_autofree char *demolished = dup_demolished (fields);

  ggov_case_sheet_add_part (self->sheet, title, NULL, NULL);
  ggov_case_sheet_add_row (self->sheet, _("Found"), found);
  ggov_case_sheet_add_deed (self->sheet, "document-edit-symbolic", _("Change the structure"),
                            "structure.edit", g_variant_new_int64 (fields->id));
  ggov_case_sheet_add_deed (self->sheet, "edit-delete-symbolic", _("Remove the structure"),
                            "structure.remove", g_variant_new_int64 (fields->id));
  ggov_case_sheet_add_fact (self->sheet, _("Stopped"), fields->stopped_on);
  ggov_case_sheet_add_fact (self->sheet, _("Pulled down"), demolished);
  ggov_case_sheet_add_fact (self->sheet, _("Who built it"), fields->builder);
  ggov_case_sheet_add_fact (self->sheet, _("Grid"), fields->grid);
  ggov_case_sheet_add_fact (self->sheet, _("Note"), fields->note);
  ggov_case_sheet_add (self->sheet, ggov_structure_photos_new (self->session, fields->id));
}

static void
show (GgovStructurePage *self)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (self->issue);
  g_autofree char *title = g_strdup_printf ("%s  %s", fields->number, fields->title);
  const char *grid = fields->present_grid_name ? fields->present_grid_name : "";
  g_autofree char *note = g_strdup_printf (*fields->place ? "%s · %s · %s" : "%s · %s%s",
                                           ggov_issue_get_type_label (self->issue), grid,
                                           fields->place);

  ggov_case_sheet_begin (self->sheet, title, note);
  ggov_case_sheet_add_button (self->sheet, _("_New Structure…"), "structure.add", NULL);
  ggov_case_sheet_add_button (self->sheet, _("Show the _Issue"), "win.show-record",
                              g_variant_new ("(sx)", "issue", self->issue_id));
  for (guint i = 0; i < g_list_model_get_n_items (self->structures); i++)
    {
      g_autoptr(GgovStructure) structure = g_list_model_get_item (self->structures, i);

      add_structure (self, ggov_structure_get_fields (structure));
    }
  ggov_case_sheet_end (self->sheet);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovStructurePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) structures = ggov_store_list_structures_finish (GGOV_STORE (object), result,
                                                                        &error);

  if (structures == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }

  g_set_object (&self->structures, structures);
  if (self->sheet && self->issue)
    show (self);
}

static void
issue_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovStructurePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovIssueDetails) details = ggov_store_get_issue_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (details == NULL)
    {
      ggov_case_sheet_tell (GTK_WIDGET (self), error);
      return;
    }
  if (self->session == NULL)
    return;

  g_set_object (&self->issue, details->issue);
  ggov_store_list_structures_async (GGOV_STORE (object), self->issue_id,
                                    ggov_session_get_today (self->session), NULL, listed_cb,
                                    g_object_ref (self));
}

static void
read_structures (GtkWidget *page)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (page);

  ggov_store_get_issue_async (ggov_session_get_store (self->session), self->issue_id, NULL, issue_cb,
                              g_object_ref (self));
}

/* What is done --------------------------------------------------------------------------------- */

/* (transfer full) (nullable) */
static GgovStructure *
find_structure (GgovStructurePage *self,
                gint64             id)
{
  for (guint i = 0; self->structures && i < g_list_model_get_n_items (self->structures); i++)
    {
      g_autoptr(GgovStructure) structure = g_list_model_get_item (self->structures, i);

      if (ggov_structure_get_fields (structure)->id == id)
        return g_steal_pointer (&structure);
    }

  return NULL;
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (widget);
  g_autoptr(GgovStructure) structure =
    parameter ? find_structure (self, g_variant_get_int64 (parameter)) : NULL;

  if (self->issue && (structure || parameter == NULL))
    ggov_structure_form_show (widget, self->session, self->issue, structure);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (widget);

  ggov_store_remove_structure_async (
    ggov_session_get_store (self->session), g_variant_get_int64 (parameter), NULL, ggov_case_deed_cb,
    ggov_case_deed_new (widget, _("Structure removed")));
}

static void
add_photos_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (widget);
  g_autoptr(GgovStructure) structure = find_structure (self, g_variant_get_int64 (parameter));

  if (structure)
    ggov_structure_photos_form_show (widget, self->session, structure);
}

static void
remove_photo_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (widget);

  ggov_store_remove_structure_photo_async (
    ggov_session_get_store (self->session), g_variant_get_int64 (parameter), NULL, ggov_case_deed_cb,
    ggov_case_deed_new (widget, _("Photo removed")));
}

/* The page ------------------------------------------------------------------------------------- */

static void
ggov_structure_page_dispose (GObject *object)
{
  GgovStructurePage *self = GGOV_STRUCTURE_PAGE (object);

  self->sheet = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->issue);
  g_clear_object (&self->structures);

  G_OBJECT_CLASS (ggov_structure_page_parent_class)->dispose (object);
}

static void
ggov_structure_page_class_init (GgovStructurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_structure_page_dispose;

  gtk_widget_class_install_action (widget_class, "structure.add", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "structure.edit", "x", edit_cb);
  gtk_widget_class_install_action (widget_class, "structure.remove", "x", remove_cb);
  gtk_widget_class_install_action (widget_class, "structure.add-photos", "x", add_photos_cb);
  gtk_widget_class_install_action (widget_class, "structure.remove-photo", "x", remove_photo_cb);
}

static void
ggov_structure_page_init (GgovStructurePage *self)
{
  self->sheet = GGOV_CASE_SHEET (ggov_case_sheet_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

GtkWidget *
ggov_structure_page_new (GgovSession *session,
                         gint64       issue_id)
{
  GgovStructurePage *self = g_object_new (GGOV_TYPE_STRUCTURE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->issue_id = issue_id;
  ggov_case_sheet_follow (GTK_WIDGET (self), session, tables, read_structures);

  return GTK_WIDGET (self);
}
