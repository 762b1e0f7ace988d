/* ggov-filing-reporters.c: who reported the issue that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-filing-reporters.h"
#include "ggov-find-field.h"
#include "ggov-store-candidates.h"

#define MOST_FOUND 8

#define KEY_REPORTER "ggov-reporter"

struct _GgovFilingReporters
{
  AdwBin         parent_instance;

  GgovSession   *session;     /* (nullable) */
  GCancellable  *cancellable; /* (nullable): of the search under way */

  /* From the template. */
  GgovFindField *name;
  GtkEditable   *phone;
  GtkBox        *rows;
};

G_DEFINE_FINAL_TYPE (GgovFilingReporters, ggov_filing_reporters, ADW_TYPE_BIN)

static void
reporter_clear (GgovFilingReporter *reporter)
{
  g_free (reporter->name);
  g_free (reporter->phone);
}

static void
reporter_free (gpointer data)
{
  reporter_clear (data);
  g_free (data);
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text ? text : ""));
}

/* What is typed, or the person that was chosen; FALSE where there is nothing. */
static gboolean
read_typed (GgovFilingReporters *self,
            GgovFilingReporter  *reporter)
{
  GgovChoice *chosen = ggov_find_field_get_chosen (self->name);

  reporter->person_id = chosen ? ggov_choice_get_fields (chosen)->id : 0;
  reporter->name = dup_stripped (ggov_find_field_get_text (self->name));
  reporter->phone = dup_stripped (gtk_editable_get_text (self->phone));
  if (*reporter->name || *reporter->phone)
    return TRUE;

  reporter_clear (reporter);

  return FALSE;
}

static void
remove_cb (GtkButton           *button,
           GgovFilingReporters *self)
{
  gtk_box_remove (self->rows, gtk_widget_get_parent (GTK_WIDGET (button)));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
append_row (GgovFilingReporters *self,
            GgovFilingReporter  *reporter)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = g_strstrip (g_strdup_printf ("%s  %s", reporter->name, reporter->phone));
  g_autofree char *tip = g_strdup_printf (_("Remove %s"), text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (
                                   reporter->person_id ? "avatar-default-symbolic"
                                                       : "user-info-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, 0);
  gtk_box_append (GTK_BOX (row), remove);
  g_object_set_data_full (G_OBJECT (row), KEY_REPORTER, reporter, reporter_free);
  gtk_box_append (self->rows, row);
}

static void
add_cb (GgovFilingReporters *self)
{
  GgovFilingReporter typed;

  if (!read_typed (self, &typed))
    return;

  append_row (self, g_memdup2 (&typed, sizeof typed));
  ggov_find_field_choose (self->name, NULL);
  gtk_editable_set_text (self->phone, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* The phone of somebody who is in the records need not be asked for, and goes with them. */
static void
chosen_cb (GgovFilingReporters *self)
{
  GgovChoice *chosen = ggov_find_field_get_chosen (self->name);
  const char *phone = chosen ? ggov_choice_get_fields (chosen)->code : NULL;

  gtk_editable_set_text (self->phone, phone ? phone : "");
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovFilingReporters) self = user_data;
  g_autoptr(GListModel) people = ggov_store_list_candidates_finish (GGOV_STORE (object), result,
                                                                    NULL);
  g_autoptr(GListStore) found = g_list_store_new (GGOV_TYPE_CHOICE);

  if (people == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(GgovCandidate) person = g_list_model_get_item (people, i);
      const GgovCandidateRecord *record = ggov_candidate_get_record (person);
      const char *detail = record->home ? record->home : record->posts;
      const GgovChoiceFields fields = {
        .id = record->person_id, .code = record->phone, .name = record->name, .detail = detail,
      };
      g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

      g_list_store_append (found, choice);
    }

  /* Whoever is not in the records is typed: nothing has to be found. */
  if (g_list_model_get_n_items (G_LIST_MODEL (found)) > 0)
    ggov_find_field_show (self->name, G_LIST_MODEL (found));
  else
    ggov_find_field_fold (self->name);
}

static void
searched_cb (GgovFilingReporters *self)
{
  const char *typed = ggov_find_field_get_text (self->name);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session == NULL || *typed == '\0')
    return;

  self->cancellable = g_cancellable_new ();
  ggov_store_list_candidates_async (ggov_session_get_store (self->session), "sub-district", 0,
                                    ggov_session_get_today (self->session), typed, MOST_FOUND,
                                    self->cancellable, found_cb, g_object_ref (self));
}

static void
ggov_filing_reporters_dispose (GObject *object)
{
  GgovFilingReporters *self = GGOV_FILING_REPORTERS (object);

  ggov_filing_reporters_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_FILING_REPORTERS);

  G_OBJECT_CLASS (ggov_filing_reporters_parent_class)->dispose (object);
}

static gboolean
ggov_filing_reporters_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_FILING_REPORTERS (widget)->name));
}

static void
ggov_filing_reporters_class_init (GgovFilingReportersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_filing_reporters_dispose;
  widget_class->grab_focus = ggov_filing_reporters_grab_focus;

  g_type_ensure (GGOV_TYPE_FIND_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/filing/ggov-filing-reporters.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFilingReporters, name);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingReporters, phone);
  gtk_widget_class_bind_template_child (widget_class, GgovFilingReporters, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
}

static void
ggov_filing_reporters_init (GgovFilingReporters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_filing_reporters_set_session (GgovFilingReporters *self,
                                   GgovSession         *session)
{
  g_return_if_fail (GGOV_IS_FILING_REPORTERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->session, session);
}

GArray *
ggov_filing_reporters_list (GgovFilingReporters *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (GgovFilingReporter));
  GgovFilingReporter reporter;

  g_array_set_clear_func (list, (GDestroyNotify) reporter_clear);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row;
       row = gtk_widget_get_next_sibling (row))
    {
      reporter = *(GgovFilingReporter *) g_object_get_data (G_OBJECT (row), KEY_REPORTER);
      reporter.name = g_strdup (reporter.name);
      reporter.phone = g_strdup (reporter.phone);
      g_array_append_val (list, reporter);
    }
  if (read_typed (self, &reporter))
    g_array_append_val (list, reporter);

  return list;
}

void
ggov_filing_reporters_clear (GgovFilingReporters *self)
{
  GtkWidget *row;

  g_return_if_fail (GGOV_IS_FILING_REPORTERS (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))))
    gtk_box_remove (self->rows, row);
  ggov_find_field_choose (self->name, NULL);
  gtk_editable_set_text (self->phone, "");
}
