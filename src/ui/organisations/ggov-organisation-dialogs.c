/* ggov-organisation-dialogs.c: what is asked to add, change or end an organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-form-dialog.h"
#include "ggov-organisation-dialogs.h"
#include "ggov-organisation-kind.h"
#include "ggov-store-organisations.h"

/* The rows of a dialog, and what it is about. */
typedef struct
{
  GgovOrganisation *known;       /* (nullable) */
  GArray           *kinds;       /* (element-type guint): that there are to choose from */
  GArray           *communities; /* (element-type gint64): likewise; the first is 0 */
  GArray           *branches;    /* (element-type gint64): likewise */
  GtkWidget        *kind;
  GtkWidget        *name;
  GtkWidget        *community;
  GtkWidget        *branch;
  GtkWidget        *phone;
  GtkWidget        *scope;
  GtkWidget        *address;
  GtkWidget        *day;
  GtkWidget        *reason;
  GtkWidget        *with_posts; /* (nullable) */
} Rows;

static Rows *
rows_new (GgovOrganisation *known)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->known = known ? g_object_ref (known) : NULL;
  rows->kinds = g_array_new (FALSE, FALSE, sizeof (guint));
  rows->communities = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows->branches = g_array_new (FALSE, FALSE, sizeof (gint64));

  return rows;
}

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->known);
  g_array_unref (rows->kinds);
  g_array_unref (rows->communities);
  g_array_unref (rows->branches);
  g_free (rows);
}

/* Add and change ---------------------------------------------------------------------------- */

static const char *
get_kind (const Rows *rows)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (rows->kind));

  return ggov_organisation_kind_get_code (g_array_index (rows->kinds, guint, i));
}

static gint64
get_chosen (GtkWidget    *row,
            const GArray *ids)
{
  guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return i < ids->len ? g_array_index (ids, gint64, i) : 0;
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Rows *rows = data;
  gint64 id = rows->known ? ggov_organisation_get_row (rows->known)->id : 0;
  g_autofree char *name = ggov_form_dialog_dup_text (rows->name);
  g_autofree char *phone = ggov_form_dialog_dup_text (rows->phone);
  g_autofree char *scope = ggov_form_dialog_dup_text (rows->scope);
  g_autofree char *address = ggov_form_dialog_dup_text (rows->address);
  g_autofree char *written = ggov_form_dialog_dup_text (rows->day);
  /* That it was there before there were records is told by no day. */
  g_autofree char *day = *written || id == 0 ? ggov_form_dialog_dup_day (dialog, rows->day) : NULL;
  const GgovOrganisationRecord record = {
    .kind = get_kind (rows),
    .name = name,
    .community_id = get_chosen (rows->community, rows->communities),
    .parent_id = g_str_equal (get_kind (rows), "group") ? get_chosen (rows->branch, rows->branches)
                                                        : 0,
    .phone = *phone ? phone : NULL,
    .scope = scope,
    .address = address,
    .valid_from = day,
  };

  if (day == NULL && (*written || id == 0))
    return;

  ggov_store_save_organisation_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), id, &record, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: an organisation */
    ggov_form_dialog_wait (dialog, g_strdup_printf (id ? _("%s is changed") : _("%s is added"),
                                                    name)));
}

/* Only a group belongs to a branch. */
static void
kind_cb (Rows *rows)
{
  gtk_widget_set_visible (rows->branch, g_str_equal (get_kind (rows), "group"));
}

/* An organisation stays in its table: one of the Party’s stays so. */
static GtkWidget *
add_kinds (GgovFormDialog *dialog,
           Rows           *rows,
           const char     *chosen)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  guint selected = 0;

  for (guint kind = 0; kind < GGOV_N_ORGANISATION_KINDS; kind++)
    {
      const char *code = ggov_organisation_kind_get_code (kind);

      if (rows->known && ggov_organisation_kind_is_party (code) !=
                           ggov_organisation_kind_is_party (chosen))
        continue;
      if (g_strcmp0 (code, chosen) == 0)
        selected = rows->kinds->len;
      g_strv_builder_add (labels, ggov_organisation_kind_get_label (kind));
      g_array_append_val (rows->kinds, kind);
    }
  words = g_strv_builder_end (labels);

  return ggov_form_dialog_add_combo (dialog, _("Kind"), (const char *const *) words, selected);
}

static GtkWidget *
add_communities (GgovFormDialog *dialog,
                 Rows           *rows,
                 GListModel     *communities,
                 gint64          chosen)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  guint selected = 0;
  gint64 none = 0;

  g_strv_builder_add (labels, _("The whole sub-district"));
  g_array_append_val (rows->communities, none);
  for (guint i = 0; i < g_list_model_get_n_items (communities); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (communities, i);
      gint64 id = ggov_choice_get_fields (choice)->id;

      if (id == chosen)
        selected = rows->communities->len;
      g_strv_builder_add (labels, ggov_choice_get_label (choice));
      g_array_append_val (rows->communities, id);
    }
  words = g_strv_builder_end (labels);

  return ggov_form_dialog_add_combo (dialog, _("Community"), (const char *const *) words, selected);
}

static GtkWidget *
add_branches (GgovFormDialog *dialog,
              Rows           *rows,
              GListModel     *organisations,
              gint64          chosen)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr(GgovOrganisation) one = g_list_model_get_item (organisations, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (one);

      if (!g_str_equal (row->kind, "branch") || (row->until && row->id != chosen))
        continue;
      if (row->id == chosen)
        selected = rows->branches->len;
      g_strv_builder_add (labels, row->name);
      g_array_append_val (rows->branches, row->id);
    }
  words = g_strv_builder_end (labels);

  return ggov_form_dialog_add_combo (dialog, _("Branch"), (const char *const *) words, selected);
}

void
ggov_organisation_dialog_show (GtkWidget                  *page,
                               GgovSession                *session,
                               const GgovOrganisationWish *wish)
{
  static const GgovOrganisationRow nothing = { 0 };
  const GgovOrganisationRow *row = wish->known ? ggov_organisation_get_row (wish->known) : &nothing;
  Rows *rows = rows_new (wish->known);
  GgovFormDialog *dialog = ggov_form_dialog_new (
    page, session, wish->known ? _("Change an Organisation") : _("New Organisation"),
    wish->known ? _("_Change") : _("_Add"), row->name, save, rows, (GDestroyNotify) rows_free);

  rows->kind = add_kinds (dialog, rows, wish->known ? row->kind : wish->kind);
  rows->name = ggov_form_dialog_add_entry (dialog, C_("organisation", "Name"), row->name);
  rows->community = add_communities (dialog, rows, wish->communities,
                                     wish->known ? row->community_id : wish->community_id);
  rows->branch = add_branches (dialog, rows, wish->organisations, row->parent_id);
  rows->phone = ggov_form_dialog_add_entry (dialog, _("Phone"), row->phone);
  rows->scope = ggov_form_dialog_add_entry (dialog, _("Scope: what its work covers"), row->scope);
  rows->address = ggov_form_dialog_add_entry (dialog, _("Address"), row->address);
  rows->day = ggov_form_dialog_add_entry (dialog, _("First day (year-month-day)"),
                                          wish->known ? row->since : wish->day);
  g_signal_connect_swapped (rows->kind, "notify::selected", G_CALLBACK (kind_cb), rows);
  kind_cb (rows);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->name);
}

/* End --------------------------------------------------------------------------------------- */

static void
end (GgovFormDialog *dialog,
     gpointer        data)
{
  const Rows *rows = data;
  const GgovOrganisationRow *row = ggov_organisation_get_row (rows->known);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, rows->day);
  g_autofree char *reason = ggov_form_dialog_dup_text (rows->reason);
  gboolean with_posts = rows->with_posts && ggov_form_dialog_get_switch (rows->with_posts);

  if (day)
    ggov_store_end_organisation_async (
      ggov_session_get_store (ggov_form_dialog_get_session (dialog)), row->kind, row->id, day,
      *reason ? reason : NULL, with_posts, NULL, ggov_form_dialog_finish_cb,
      /* Translators: an organisation and its last day */
      ggov_form_dialog_wait (dialog, g_strdup_printf (_("%1$s ends on %2$s"), row->name, day)));
}

void
ggov_organisation_end_dialog_show (GtkWidget        *page,
                                   GgovSession      *session,
                                   GgovOrganisation *known,
                                   const char       *day)
{
  const GgovOrganisationRow *row = ggov_organisation_get_row (known);
  Rows *rows = rows_new (known);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("End an Organisation"),
                                                 C_("organisation", "_End It"), row->name, end, rows,
                                                 (GDestroyNotify) rows_free);

  ggov_form_dialog_set_ending (dialog);
  rows->day = ggov_form_dialog_add_entry (dialog, _("Last day (year-month-day)"), day);
  rows->reason = ggov_form_dialog_add_entry (dialog, _("Reason"), NULL);
  if (!ggov_organisation_kind_is_party (row->kind))
    rows->with_posts = ggov_form_dialog_add_switch (
      dialog, _("The posts that its people hold end as well"), FALSE);
  ggov_form_dialog_add_hint (dialog, _("Its contacts, members, grids and offers end with it. It stays "
                                       "in the lists of earlier days."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->reason);
}
