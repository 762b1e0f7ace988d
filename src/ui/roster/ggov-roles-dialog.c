/* ggov-roles-dialog.c: the office's roles, to be looked at and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-list-dialog.h"
#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-roles-dialog.h"
#include "ggov-store-roles.h"

/* The rows of the form for one role. */
typedef struct
{
  GgovOfficeRole *role;    /* (nullable): NULL for a new one */
  GStrv           codes;   /* of the roles that may nominate and approve, after "" for none */
  GtkWidget      *name;
  GtkWidget      *name_zh;
  GtkWidget      *scope;
  GtkWidget      *presence;
  GtkWidget      *holders;
  GtkWidget      *places;
  GtkWidget      *watched;
  GtkWidget      *resident;
  GtkWidget      *nominated_by;
  GtkWidget      *chain;
  GtkWidget      *approved_by;
  GtkWidget      *duties;
  GtkWidget      *duties_zh;
  GtkWidget      *valid_to;
} Rows;

static void
rows_free (Rows *rows)
{
  g_clear_object (&rows->role);
  g_clear_pointer (&rows->codes, g_strfreev);
  g_free (rows);
}

static guint
get_selected (GtkWidget *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (row));
}

static const char *
get_code (const Rows *rows,
          GtkWidget  *row)
{
  const char *code = rows->codes[get_selected (row)];

  return *code ? code : NULL;
}

/* FALSE once the user is asked to write a day. */
static gboolean
check_day (GgovFormDialog *dialog,
           const Rows     *rows,
           const char     *day)
{
  int number;

  if (*day == '\0' || ggov_local_day_parse (day, &number, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write the day as year-month-day, such as 2026-02-13."));
  gtk_widget_grab_focus (rows->valid_to);

  return FALSE;
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Rows *rows = data;
  g_autofree char *name = ggov_form_dialog_dup_text (rows->name);
  g_autofree char *name_zh = ggov_form_dialog_dup_text (rows->name_zh);
  g_autofree char *duties = ggov_form_dialog_dup_text (rows->duties);
  g_autofree char *duties_zh = ggov_form_dialog_dup_text (rows->duties_zh);
  g_autofree char *valid_to = ggov_form_dialog_dup_text (rows->valid_to);
  GgovOfficeRoleRecord record = { 0 };

  if (!check_day (dialog, rows, valid_to))
    return;

  if (rows->role)
    record = *ggov_office_role_get_record (rows->role);
  record.name = name;
  record.name_zh = name_zh;
  record.duties = duties;
  record.duties_zh = duties_zh;
  record.valid_to = *valid_to ? valid_to : NULL;
  record.scope = ggov_scope_get_code (get_selected (rows->scope));
  record.presence = ggov_presence_get_code (get_selected (rows->presence));
  record.holders = ggov_form_dialog_get_switch (rows->holders);
  record.places = ggov_form_dialog_get_switch (rows->places);
  record.watched = ggov_form_dialog_get_switch (rows->watched);
  record.resident = ggov_form_dialog_get_switch (rows->resident);
  record.nominated_by = get_code (rows, rows->nominated_by);
  record.approved_by = get_code (rows, rows->approved_by);
  record.chain = ggov_role_chain_get_code (get_selected (rows->chain));

  ggov_store_save_role_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &record, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: the name of a role */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The role “%s” is saved"),
                                                    ggov_role_choose_name (*name ? name : name_zh,
                                                                           *name_zh ? name_zh
                                                                                    : name))));
}

static GtkWidget *
add_choice (GgovFormDialog *dialog,
            const char     *title,
            const char *  (*get_label) (guint),
            const char *  (*get_word) (guint),
            guint           n,
            const char     *code)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (get_word (i), code) == 0)
        selected = i;
      g_ptr_array_add (words, (gpointer) get_label (i));
    }
  g_ptr_array_add (words, NULL);

  return ggov_form_dialog_add_combo (dialog, title, (const char *const *) words->pdata, selected);
}

static const char *get_scope_label (guint i) { return ggov_scope_get_label (i); }
static const char *get_scope_word (guint i) { return ggov_scope_get_code (i); }
static const char *get_presence_label (guint i) { return ggov_presence_get_label (i); }
static const char *get_presence_word (guint i) { return ggov_presence_get_code (i); }
static const char *get_chain_label (guint i) { return ggov_role_chain_get_label (i); }
static const char *get_chain_word (guint i) { return ggov_role_chain_get_code (i); }

static GtkWidget *
add_role_choice (GgovFormDialog *dialog,
                 const char     *title,
                 const Rows     *rows,
                 GListModel     *roles,
                 const char     *code)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint selected = 0;

  g_ptr_array_add (words, (gpointer) C_("role", "Nobody"));
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);

      if (g_strcmp0 (rows->codes[i + 1], code) == 0)
        selected = i + 1;
      /* The list keeps the role, and the role its words. */
      g_ptr_array_add (words, (gpointer) ggov_office_role_get_record (role)->label);
    }
  g_ptr_array_add (words, NULL);

  return ggov_form_dialog_add_combo (dialog, title, (const char *const *) words->pdata, selected);
}

static GStrv
list_codes (GListModel *roles)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();

  g_strv_builder_add (codes, "");
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);

      g_strv_builder_add (codes, ggov_office_role_get_record (role)->code);
    }

  return g_strv_builder_end (codes);
}

/* It is the courses that say which roles they are for. */
static void
add_training (GgovFormDialog             *dialog,
              const GgovOfficeRoleRecord *record)
{
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (record->training_labels == NULL || *record->training_labels == '\0')
    return;

  /* Translators: courses */
  words = g_strdup_printf (_("Required training: %s"), record->training_labels);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ggov_form_dialog_add (dialog, label);
}

static void
add_rows (GgovFormDialog             *dialog,
          Rows                       *rows,
          GListModel                 *roles,
          const GgovOfficeRoleRecord *record)
{
  rows->name_zh = ggov_form_dialog_add_entry (dialog, _("Name in Chinese"), record->name_zh);
  rows->name = ggov_form_dialog_add_entry (dialog, _("Name in English"), record->name);
  rows->scope = add_choice (dialog, _("Held on a"), get_scope_label, get_scope_word, GGOV_N_SCOPES,
                            record->scope);
  rows->presence = add_choice (dialog, _("Presence"), get_presence_label, get_presence_word,
                               GGOV_N_PRESENCES, record->presence);
  rows->holders = ggov_form_dialog_add_switch (dialog, _("A place has one holder"),
                                               record->holders == 1);
  rows->places = ggov_form_dialog_add_switch (dialog, _("A person has one place"),
                                              record->places == 1);
  rows->watched = ggov_form_dialog_add_switch (dialog, _("Vacant where nobody holds it"),
                                               record->watched);
  rows->resident = ggov_form_dialog_add_switch (dialog, _("The holder lives in the community"),
                                                record->resident);
  rows->nominated_by = add_role_choice (dialog, _("Who nominates"), rows, roles,
                                        record->nominated_by);
  rows->chain = add_choice (dialog, _("Nomination by others"), get_chain_label, get_chain_word,
                            GGOV_N_ROLE_CHAINS, record->chain);
  rows->approved_by = add_role_choice (dialog, _("Who approves"), rows, roles,
                                       record->approved_by);
  rows->valid_to = ggov_form_dialog_add_entry (dialog, _("Last day, to give the role up"),
                                               record->valid_to);
  rows->duties_zh = ggov_form_dialog_add_text (dialog, _("Duties in Chinese"), record->duties_zh);
  rows->duties = ggov_form_dialog_add_text (dialog, _("Duties in English"), record->duties);
  add_training (dialog, record);
}

/* @role: (nullable): NULL for a new one */
static void
edit (GgovListDialog *list,
      GgovSession    *session,
      GgovOfficeRole *role)
{
  GListModel *roles = gtk_no_selection_get_model (GTK_NO_SELECTION (ggov_list_dialog_get_rows (list)));
  const GgovOfficeRoleRecord blank = { .scope = "grid", .presence = "none" };
  Rows *rows = g_new0 (Rows, 1);
  GgovFormDialog *dialog = ggov_form_dialog_new (ggov_list_dialog_get_page (list), session,
                                                 role ? _("Role") : _("New Role"), _("_Save"), NULL,
                                                 save, rows, (GDestroyNotify) rows_free);

  rows->role = role ? g_object_ref (role) : NULL;
  rows->codes = list_codes (roles);
  add_rows (dialog, rows, roles, role ? ggov_office_role_get_record (role) : &blank);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (list));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (rows->name_zh);
}

static void
edit_cb (GgovListDialog *self,
         gpointer        row,
         guint           deed,
         gpointer        session)
{
  edit (self, session, row);
}

static void
tell_role (gpointer      row,
           GgovListLine *line)
{
  const GgovOfficeRoleRecord *record = ggov_office_role_get_record (row);
  g_autofree char *posts = g_strdup_printf (ngettext ("%u post", "%u posts", record->n_posts),
                                            (guint) record->n_posts);

  line->title = g_strdup_printf ("%s · %s", record->label, posts);
  line->note = g_strdup (ggov_role_choose_name (record->duties, record->duties_zh));
  line->mark = record->valid_to ? _("Given up") : NULL;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovListDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) roles = ggov_store_list_roles_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GListStore) none = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;

  ggov_list_dialog_set_rows (self, roles ? roles : G_LIST_MODEL (none), sentence ? sentence : "");
}

static void
read_roles (GgovListDialog *self,
            GStrv           tables,
            GgovStore      *store)
{
  g_autofree char *today = ggov_local_day_format (ggov_local_time_get_day (g_get_real_time () /
                                                                           G_USEC_PER_SEC));

  if (tables == NULL || g_strv_contains ((const char *const *) tables, "role"))
    ggov_store_list_roles_async (store, today, NULL, listed_cb, g_object_ref (self));
}

static void
add_cb (GgovListDialog *self)
{
  edit (self, g_object_get_data (G_OBJECT (self), "ggov-session"), NULL);
}

void
ggov_roles_dialog_show (GtkWidget   *page,
                        GgovSession *session)
{
  GgovListDialog *self = ggov_list_dialog_new (page, _("Roles"), tell_role,
                                               (const char *const[]) { _("Change"), NULL }, edit_cb,
                                               session);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add a Role…"));
  GgovStore *store = ggov_session_get_store (session);

  g_object_set_data_full (G_OBJECT (self), "ggov-session", g_object_ref (session), g_object_unref);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  ggov_list_dialog_set_top (self, button);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_roles), self, G_CONNECT_SWAPPED);
  read_roles (self, NULL, store);
  gtk_window_present (GTK_WINDOW (self));
}
