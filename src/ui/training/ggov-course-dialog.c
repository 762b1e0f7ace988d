/* ggov-course-dialog.c: asks what is taught, how long it is good, and who has to learn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-course-dialog.h"
#include "ggov-error-text.h"
#include "ggov-form-dialog.h"
#include "ggov-store-courses.h"
#include "ggov-store-roles.h"

typedef struct
{
  GgovCourse *course;  /* (nullable): NULL for a new one */
  GListModel *roles;   /* (nullable) (element-type GgovOfficeRole): beside their checks */
  GPtrArray  *checks;  /* (element-type GtkCheckButton) */
  GtkWidget  *name;
  GtkWidget  *name_zh;
  GtkWidget  *hours;
  GtkWidget  *months;
  GtkWidget  *examined;
  GtkWidget  *day;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_clear_object (&form->course);
  g_clear_object (&form->roles);
  g_clear_pointer (&form->checks, g_ptr_array_unref);
  g_free (form);
}

static Form *
form_new (GgovCourse *course)
{
  Form *form = g_new0 (Form, 1);

  form->course = course ? g_object_ref (course) : NULL;
  form->checks = g_ptr_array_new ();

  return form;
}

static gboolean
read_number (GgovFormDialog *dialog,
             GtkWidget      *row,
             gint64         *number)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);

  *number = 0;
  if (*text == '\0' || g_ascii_string_to_signed (text, 10, 0, 1000, number, NULL))
    return TRUE;

  ggov_form_dialog_refuse (dialog, _("Write a whole number up to 1000."));
  gtk_widget_grab_focus (row);

  return FALSE;
}

/* (transfer full): the codes of the roles that are checked, apart by blanks */
static char *
dup_roles (const Form *form)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < form->checks->len; i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (form->roles, i);

      if (gtk_check_button_get_active (form->checks->pdata[i]))
        g_string_append_printf (codes, "%s%s", codes->len ? " " : "",
                                ggov_office_role_get_record (role)->code);
    }

  return g_string_free (codes, FALSE);
}

static void
save (GgovFormDialog *dialog,
      gpointer        data)
{
  const Form *form = data;
  g_autofree char *name = ggov_form_dialog_dup_text (form->name);
  g_autofree char *name_zh = ggov_form_dialog_dup_text (form->name_zh);
  g_autofree char *roles = dup_roles (form);
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);
  GgovCourseRecord record = { 0 };

  if (day == NULL)
    return;

  if (form->course)
    record = *ggov_course_get_record (form->course);
  if (!read_number (dialog, form->hours, &record.hours) ||
      !read_number (dialog, form->months, &record.months))
    return;

  record.name = name;
  record.name_zh = name_zh;
  record.roles = roles;
  record.examined = ggov_form_dialog_get_switch (form->examined);
  ggov_store_save_course_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &record, day, NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The course “%s” is saved"),
                                                    *name_zh ? name_zh : name)));
}

/* Those that were given up and that the course was never for are not offered. */
static gboolean
is_offered (const GgovOfficeRoleRecord *role,
            GStrv                       codes)
{
  return role->valid_to == NULL || g_strv_contains ((const char *const *) codes, role->code);
}

static void
add_roles (GgovFormDialog *dialog,
           Form           *form,
           GListModel     *roles,
           const char     *wanted)
{
  g_auto(GStrv) codes = g_strsplit (wanted ? wanted : "", " ", -1);
  g_autoptr(GListStore) offered = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);
  GtkWidget *title = gtk_label_new (_("Required for"));
  GtkWidget *box = gtk_flow_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Required for"), -1);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (roles, i);
      const GgovOfficeRoleRecord *record = ggov_office_role_get_record (role);
      GtkWidget *check;

      if (!is_offered (record, codes))
        continue;

      check = gtk_check_button_new_with_label (record->label);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char *const *) codes, record->code));
      gtk_flow_box_append (GTK_FLOW_BOX (box), check);
      /* The check has the cursor, and not the line it stands in as well. */
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
      g_ptr_array_add (form->checks, check);
      g_list_store_append (offered, role);
    }
  form->roles = G_LIST_MODEL (g_steal_pointer (&offered));
  ggov_form_dialog_add (dialog, title);
  ggov_form_dialog_add (dialog, box);
}

static void
fill (GgovFormDialog         *dialog,
      Form                   *form,
      GListModel             *roles,
      const GgovCourseRecord *record)
{
  g_autofree char *hours = g_strdup_printf ("%" G_GINT64_FORMAT, record->hours);
  g_autofree char *months = g_strdup_printf ("%" G_GINT64_FORMAT, record->months);
  GgovSession *session = ggov_form_dialog_get_session (dialog);

  form->name_zh = ggov_form_dialog_add_entry (dialog, _("Name in Chinese"), record->name_zh);
  form->name = ggov_form_dialog_add_entry (dialog, _("Name in English"), record->name);
  form->hours = ggov_form_dialog_add_entry (dialog, _("Hours it takes"), hours);
  form->months = ggov_form_dialog_add_entry (dialog, _("Months it is good for (0: for good)"), months);
  form->examined = ggov_form_dialog_add_switch (dialog, _("It ends with an examination"),
                                                record->examined != 0);
  add_roles (dialog, form, roles, record->roles);
  form->day = ggov_form_dialog_add_entry (dialog, _("Required so from (year-month-day)"),
                                          ggov_session_get_today (session));
}

/* Roles are read first: a form that grows while somebody writes is no form. */
static void
roles_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFormDialog) dialog = user_data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "ggov-form");
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) roles = ggov_store_list_roles_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GListStore) none = g_list_store_new (GGOV_TYPE_OFFICE_ROLE);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  const GgovCourseRecord blank = { 0 };

  if (gtk_window_get_transient_for (GTK_WINDOW (dialog)) == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }

  fill (dialog, form, roles ? roles : G_LIST_MODEL (none),
        form->course ? ggov_course_get_record (form->course) : &blank);
  if (sentence)
    ggov_form_dialog_refuse (dialog, sentence);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->name_zh);
}

void
ggov_course_dialog_show (GtkWidget   *page,
                         GgovSession *session,
                         GgovCourse  *course)
{
  Form *form = form_new (course);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session,
                                                 course ? _("Course") : _("New Course"), _("_Save"),
                                                 NULL, save, form, form_free);

  g_object_set_data (G_OBJECT (dialog), "ggov-form", form);
  ggov_store_list_roles_async (ggov_session_get_store (session), ggov_session_get_today (session),
                               NULL, roles_cb, g_object_ref (dialog));
}

/* Withdrawing ----------------------------------------------------------------------------------- */

static void
withdraw (GgovFormDialog *dialog,
          gpointer        data)
{
  const Form *form = data;
  g_autofree char *day = ggov_form_dialog_dup_day (dialog, form->day);
  GgovCourseRecord record = *ggov_course_get_record (form->course);

  if (day == NULL)
    return;

  record.valid_to = day;
  ggov_store_save_course_async (
    ggov_session_get_store (ggov_form_dialog_get_session (dialog)), &record,
    ggov_session_get_today (ggov_form_dialog_get_session (dialog)), NULL,
    ggov_form_dialog_finish_cb,
    /* Translators: a course */
    ggov_form_dialog_wait (dialog, g_strdup_printf (_("The course “%s” is withdrawn"),
                                                    record.label)));
}

void
ggov_course_dialog_show_withdraw (GtkWidget   *page,
                                  GgovSession *session,
                                  GgovCourse  *course)
{
  Form *form = form_new (course);
  GgovFormDialog *dialog = ggov_form_dialog_new (page, session, _("Withdraw a Course"),
                                                 _("_Withdraw"),
                                                 ggov_course_get_record (course)->label, withdraw,
                                                 form, form_free);

  ggov_form_dialog_set_ending (dialog);
  form->day = ggov_form_dialog_add_entry (dialog, _("Last day it may be taught (year-month-day)"),
                                          ggov_session_get_today (session));
  ggov_form_dialog_add_hint (dialog, _("After that day nobody lacks it any more. Who learnt it, and "
                                       "when, stays written down."));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->day);
}
