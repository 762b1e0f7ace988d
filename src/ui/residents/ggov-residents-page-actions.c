/* ggov-residents-page-actions.c: what can be done on the page of residents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-columns-dialog.h"
#include "ggov-condition-dialog.h"
#include "ggov-form-dialog.h"
#include "ggov-membership.h"
#include "ggov-page-keys.h"
#include "ggov-register-dialog.h"
#include "ggov-resident-form.h"
#include "ggov-resident-merge.h"
#include "ggov-residents-export.h"
#include "ggov-residents-page-private.h"
#include "ggov-settings.h"
#include "ggov-special-group-dialog.h"
#include "ggov-store-residents.h"
#include "ggov-visit-dialog.h"

static const GgovPageKey keys[] = {
  { "<Control><Shift>f", "residents.start-filter" },
  { "<Control>b", "residents.show-filters" },
  { "<Control>r", "residents.reveal" },
  { "<Control>e", "residents.edit" },
  { "<Control><Shift>i", "residents.act", "move_in" },
  { "<Control><Shift>u", "residents.act", "move_out" },
  { "<Control><Shift>v", "residents.visit" },
  { "<Control>g", "residents.join-group" },
  { "Escape", "residents.close" },
  { "<Control><Shift>d", "residents.filter-field" },
  { "<Control><Shift>x", "residents.export" },
  { "<Control>1", "residents.view", "register" },
  { "<Control>2", "residents.view", "visits" },
  { "<Control><Alt>1", "residents.open-nth-filter", "1" },
  { "<Control><Alt>2", "residents.open-nth-filter", "2" },
  { "<Control><Alt>3", "residents.open-nth-filter", "3" },
  { "<Control><Alt>4", "residents.open-nth-filter", "4" },
  { "<Control><Alt>5", "residents.open-nth-filter", "5" },
  { "<Control><Alt>6", "residents.open-nth-filter", "6" },
  { "<Control><Alt>7", "residents.open-nth-filter", "7" },
  { "<Control><Alt>8", "residents.open-nth-filter", "8" },
  { "<Control><Alt>9", "residents.open-nth-filter", "9" },
};

/* Revealing ------------------------------------------------------------------------------- */

typedef struct
{
  GgovResidentsPage *page;      /* (owned) */
  GtkWidget         *reason;    /* (unowned): in the dialog */
  gint64             person_id;
} Reveal;

static void
reveal_free (Reveal *reveal)
{
  g_object_unref (reveal->page);
  g_free (reveal);
}

typedef struct
{
  GgovFormDialog    *dialog; /* (owned) */
  GgovResidentsPage *page;   /* (owned) */
  gint64             person_id;
} Disclosure;

static void
disclosed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Disclosure *disclosure = user_data;
  g_autoptr(GgovFormDialog) dialog = disclosure->dialog;
  g_autoptr(GgovResidentsPage) page = disclosure->page;
  g_autoptr(GError) error = NULL;

  ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error);
  if (error == NULL && page->person_id == disclosure->person_id && page->sheet)
    {
      page->whole = TRUE;
      _ggov_residents_page_show_sheet (page);
    }
  ggov_form_dialog_end (dialog, 0, error);
  g_free (disclosure);
}

static void
disclose (GgovFormDialog *dialog,
          gpointer        data)
{
  const Reveal *reveal = data;
  Disclosure *disclosure = g_new0 (Disclosure, 1);
  g_autofree char *reason = ggov_form_dialog_dup_text (reveal->reason);

  disclosure->dialog = ggov_form_dialog_wait (dialog, NULL);
  disclosure->page = g_object_ref (reveal->page);
  disclosure->person_id = reveal->person_id;
  ggov_store_disclose_async (ggov_session_get_store (ggov_form_dialog_get_session (dialog)),
                             reveal->person_id, reason, NULL, disclosed_cb, disclosure);
}

static void
ask_reason (GgovResidentsPage *self)
{
  Reveal *reveal = g_new0 (Reveal, 1);
  GgovFormDialog *dialog;

  reveal->page = g_object_ref (self);
  reveal->person_id = self->person_id;
  dialog = ggov_form_dialog_new (GTK_WIDGET (self), self->session, _("Reveal"), _("_Reveal"),
                                 ggov_resident_sheet_get_value (self->sheet, "name"), disclose, reveal,
                                 (GDestroyNotify) reveal_free);
  reveal->reason = ggov_form_dialog_add_entry (dialog, _("Why it has to be seen"), "");
  ggov_form_dialog_add_hint (dialog, _("The log keeps who saw it, when and why. It is masked again "
                                       "as soon as you look at somebody else or leave the page."));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 260);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (reveal->reason);
}

static void
reveal_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  if (self->session == NULL || self->sheet == NULL)
    return;

  if (!self->whole)
    {
      ask_reason (self);
      return;
    }

  self->whole = FALSE;
  _ggov_residents_page_show_sheet (self);
}

/* What is known, and what happens -------------------------------------------------------------- */

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  if (self->session && self->sheet && self->catalogue)
    ggov_resident_form_show (widget, self->session, self->catalogue, self->sheet, self->whole);
}

/* Somebody can move in without anybody being looked at. */
static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);
  const char *code = g_variant_get_string (parameter, NULL);

  for (guint deed = 0; self->session && deed < GGOV_N_REGISTER_DEEDS; deed++)
    if (g_str_equal (ggov_register_deed_get_code (deed), code) &&
        (self->sheet || deed == GGOV_REGISTER_MOVE_IN))
      ggov_register_dialog_show (widget, self->session, deed, self->sheet, self->members);
}

static void
join_group_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  if (self->session && self->sheet)
    ggov_special_group_dialog_show_join (widget, self->session, self->sheet);
}

/* What the law protects is not named in the dialog either. */
static void
leave_group_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);
  const char *code = g_variant_get_string (parameter, NULL), *label = NULL;
  GListModel *rows = self->sheet ? ggov_resident_sheet_get_memberships (self->sheet) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovMembership) row = g_list_model_get_item (rows, i);
      const GgovMembershipRecord *record = ggov_membership_get_record (row);

      if (g_str_equal (record->code, code) && (self->whole || !record->sensitive))
        label = record->label;
    }
  if (self->session && self->sheet)
    ggov_special_group_dialog_show_leave (widget, self->session, self->sheet, code, label);
}

static void
merge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  if (self->session && self->sheet && self->catalogue)
    ggov_resident_merge_show (widget, self->session, self->catalogue, self->sheet, self->whole);
}

/* Whoever is responsible for one of their groups is to have gone. */
static void
visit_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);
  GgovResident *home = self->sheet ? ggov_resident_sheet_get_home (self->sheet) : NULL;
  const GgovResidentRecord *record = home ? ggov_resident_get_record (home) : NULL;
  GListModel *memberships = self->sheet ? ggov_resident_sheet_get_memberships (self->sheet) : NULL;
  g_autoptr(GgovMembership) membership = memberships ? g_list_model_get_item (memberships, 0) : NULL;
  g_autofree char *what = NULL;

  if (self->session == NULL || record == NULL)
    return;

  what = g_strdup_printf (C_("door", "%1$s, %2$s"), record->place, record->door);
  ggov_visit_dialog_show (widget, self->session, &(GgovVisitSubject) {
    .household_id = record->household_id,
    .person_id = record->person_id,
    .visitor_id = membership ? ggov_membership_get_record (membership)->responsible_id : 0,
    .name = record->name,
    .what = what,
    .visitor = membership ? ggov_membership_get_record (membership)->responsible : NULL,
  });
}

/* The list -------------------------------------------------------------------------------- */

static void
choose_columns_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  ggov_columns_dialog_show (widget,
                            ggov_residents_list_get_table (GGOV_RESIDENTS_PAGE (widget)->list));
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_residents_filter_bar_apply (GGOV_RESIDENTS_PAGE (widget)->filter_bar, "");
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  ggov_residents_list_select (self->list, 0);
  _ggov_residents_page_look_at (self, 0);
}

/* As they are shown, filter and order. */
static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);
  g_autoptr(GgovQuery) query = NULL;
  GgovResidentFilter filter;
  gboolean descending;
  const char *column;

  if (self->session == NULL || self->catalogue == NULL)
    return;

  ggov_residents_filter_bar_read (self->filter_bar, &filter);
  column = ggov_residents_list_get_order (self->list, &descending);
  query = ggov_query_new_residents (ggov_session_get_today (self->session), &filter, column, descending);
  ggov_residents_export_show (widget, self->session, self->catalogue, query);
}

static void
filter_field_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);

  if (self->session && self->catalogue)
    ggov_condition_dialog_show (widget, self->session, self->catalogue);
}

static void
want_field_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const char *key, *value;

  g_variant_get (parameter, "(&s&s)", &key, &value);
  ggov_residents_filter_bar_want (GGOV_RESIDENTS_PAGE (widget)->filter_bar, key, value);
}

static void
open_nth_filter_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ggov_residents_filter_bar_open_nth (
    GGOV_RESIDENTS_PAGE (widget)->filter_bar,
    g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10));
}

/* The person's own data, or the sheet of the household they live with. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovResidentsPage *self = GGOV_RESIDENTS_PAGE (widget);
  const char *paper = g_variant_get_string (parameter, NULL);
  GgovResident *home = self->sheet ? ggov_resident_sheet_get_home (self->sheet) : NULL;
  GVariantDict wishes;

  if (self->sheet == NULL || (g_str_equal (paper, "household") && home == NULL))
    return;

  g_variant_dict_init (&wishes, NULL);
  g_variant_dict_insert (&wishes, "record", "x",
                         g_str_equal (paper, "household")
                           ? ggov_resident_get_record (home)->household_id
                           : ggov_resident_sheet_get_person_id (self->sheet));
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", paper,
                              g_variant_dict_end (&wishes));
}

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ggov_residents_page_show_record (widget, "resident", g_variant_get_int64 (parameter));
}

static void
show_filters_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_residents_filter_bar_open_kept (GGOV_RESIDENTS_PAGE (widget)->filter_bar);
}

static void
start_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  ggov_residents_filter_bar_start (GGOV_RESIDENTS_PAGE (widget)->filter_bar);
}

/* What is remembered ------------------------------------------------------------------------ */

static void
keep_columns (GgovResidentsPage *self)
{
  g_auto(GStrv) names = ggov_table_columns_dup (ggov_residents_list_get_table (self->list));

  if (self->settings)
    g_settings_set_strv (self->settings, "residents-columns", (const char *const *) names);
}

void
_ggov_residents_page_keep_order (GgovResidentsPage *self)
{
  gboolean descending;
  const char *column = ggov_residents_list_get_order (self->list, &descending);

  if (self->settings && !self->is_restoring)
    g_settings_set (self->settings, "residents-order", "(sb)", column ? column : "",
                    column && descending);
}

void
_ggov_residents_page_restore (GgovResidentsPage *self)
{
  GgovTableColumns *table = ggov_residents_list_get_table (self->list);
  g_auto(GStrv) names = NULL;
  g_autoptr(GVariant) order = NULL;
  const char *column;
  gboolean descending;

  if (!(self->settings = ggov_settings_new ()))
    return;

  self->is_restoring = TRUE;
  names = g_settings_get_strv (self->settings, "residents-columns");
  ggov_table_columns_set (table, (const char *const *) names);
  order = g_settings_get_value (self->settings, "residents-order");
  g_variant_get (order, "(&sb)", &column, &descending);
  ggov_table_columns_sort (table, column, descending);
  self->is_restoring = FALSE;
  g_signal_connect_object (table, "changed", G_CALLBACK (keep_columns), self, G_CONNECT_SWAPPED);
}

void
_ggov_residents_page_add_keys (GgovResidentsPage *self)
{
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

void
_ggov_residents_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "residents.act", "s", act_cb);
  gtk_widget_class_install_action (klass, "residents.choose-columns", NULL, choose_columns_cb);
  gtk_widget_class_install_action (klass, "residents.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (klass, "residents.close", NULL, close_cb);
  gtk_widget_class_install_action (klass, "residents.edit", NULL, edit_cb);
  gtk_widget_class_install_action (klass, "residents.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "residents.filter-field", NULL, filter_field_cb);
  gtk_widget_class_install_action (klass, "residents.join-group", NULL, join_group_cb);
  gtk_widget_class_install_action (klass, "residents.leave-group", "s", leave_group_cb);
  gtk_widget_class_install_action (klass, "residents.merge", NULL, merge_cb);
  gtk_widget_class_install_action (klass, "residents.open-nth-filter", "s", open_nth_filter_cb);
  gtk_widget_class_install_action (klass, "residents.print", "s", print_cb);
  gtk_widget_class_install_action (klass, "residents.reveal", NULL, reveal_cb);
  gtk_widget_class_install_action (klass, "residents.select", "x", select_cb);
  gtk_widget_class_install_action (klass, "residents.show-filters", NULL, show_filters_cb);
  gtk_widget_class_install_action (klass, "residents.start-filter", NULL, start_filter_cb);
  gtk_widget_class_install_action (klass, "residents.visit", NULL, visit_cb);
  gtk_widget_class_install_action (klass, "residents.want-field", "(ss)", want_field_cb);
  gtk_widget_class_install_property_action (klass, "residents.view", "view");
}
