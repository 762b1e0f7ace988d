/* ggov-award-dialog.c: gives a person points for an activity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-award-dialog.h"
#include "ggov-error-text.h"
#include "ggov-person-chooser.h"
#include "ggov-price-list.h"
#include "ggov-store-award.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-rewards.h"

/* No activity takes longer than a day. */
#define MOST_MINUTES 1440

struct _GgovAwardDialog
{
  AdwWindow          parent_instance;

  GgovSession       *session;
  gboolean           busy;  /* while points are being given */

  /* From the template. */
  GtkWidget         *apply_button;
  GtkEditable       *minutes_row;
  GtkEditable       *note_row;
  GgovPersonChooser *person_chooser;
  GtkLabel          *refusal_label;
  GgovPriceList     *rule_list;
};

enum {
  AWARDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovAwardDialog, ggov_award_dialog, ADW_TYPE_WINDOW)

static char *
dup_cap (const GgovPointsRuleFields *fields)
{
  if (fields->per_day == 0)
    return g_strdup (_("No daily limit"));

  return g_strdup_printf (ngettext ("At most %d point a day for one person",
                                    "At most %d points a day for one person",
                                    (gulong) fields->per_day),
                          (int) fields->per_day);
}

/* What the rule's points are for, and up to how many. */
static char *
dup_terms (const GgovPointsRuleFields *fields)
{
  g_autofree char *cap = dup_cap (fields);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  if (fields->per_hour)
    g_ptr_array_add (parts, _("For an hour"));
  if (*fields->roles)
    g_ptr_array_add (parts, _("Others by role"));
  g_ptr_array_add (parts, cap);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GgovPointsRule *
get_rule (GgovAwardDialog *self)
{
  return ggov_price_list_get_selected (self->rule_list);
}

static void
show_refusal (GgovAwardDialog *self,
              const char      *sentence)
{
  gtk_label_set_text (self->refusal_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), sentence != NULL);
}

static void
update (GgovAwardDialog *self)
{
  GgovPointsRule *rule = get_rule (self);
  gboolean ready = rule && !self->busy &&
                   ggov_person_chooser_get_person_id (self->person_chooser) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->minutes_row),
                          rule && ggov_points_rule_get_fields (rule)->per_hour);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "award.apply", ready);
}

static void
changed_cb (GgovAwardDialog *self)
{
  /* While the dialog goes away its parts change once more. */
  if (self->session == NULL)
    return;

  show_refusal (self, NULL);
  update (self);
}

static void
append_rule (GgovAwardDialog *self,
             GgovPointsRule  *rule)
{
  const GgovPointsRuleFields *fields = ggov_points_rule_get_fields (rule);
  g_autofree char *terms = dup_terms (fields);

  ggov_price_list_append (self->rule_list, G_OBJECT (rule), fields->label, terms, fields->points);
}

static void
rules_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovAwardDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rules =
    ggov_store_list_points_rules_finish (GGOV_STORE (object), result, &error);
  g_autofree char *sentence = error ? ggov_error_dup_sentence (error) : NULL;
  guint n = rules ? g_list_model_get_n_items (rules) : 0;

  if (self->session == NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      append_rule (self, rule);
    }

  if (n == 0)
    show_refusal (self, sentence ? sentence : _("No rule is in force that gives points today."));
  else if (ggov_person_chooser_get_person_id (self->person_chooser))
    gtk_widget_grab_focus (GTK_WIDGET (self->rule_list));
}

static void
award_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovAwardDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean given;
  gint64 id;

  given = ggov_store_award_finish (GGOV_STORE (object), result, &id, &error);
  if (self->session == NULL)
    return;

  self->busy = FALSE;
  update (self);

  if (given)
    {
      int points = (int) ggov_store_award_get_points (result);

      sentence = g_strdup_printf (ngettext ("%s earned %d point", "%s earned %d points", points),
                                  ggov_person_chooser_get_name (self->person_chooser), points);
      g_signal_emit (self, signals[AWARDED], 0, sentence, id);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      sentence = ggov_error_dup_sentence (error);
      show_refusal (self, sentence);
    }
}

/* FALSE once the user is asked for them. Whether they are needed is the rule's to say. */
static gboolean
read_minutes (GgovAwardDialog *self,
              gint64          *minutes)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->minutes_row)));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->minutes_row)) || *text == '\0' ||
      g_ascii_string_to_signed (text, 10, 1, MOST_MINUTES, minutes, NULL))
    return TRUE;

  show_refusal (self, _("Type the minutes as a whole number, such as 90."));
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_row));

  return FALSE;
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovAwardDialog *self = GGOV_AWARD_DIALOG (widget);
  GgovPointsRule *rule = get_rule (self);
  GgovAwardRecord record = {
    .person_id = ggov_person_chooser_get_person_id (self->person_chooser),
    .rule_id = rule ? ggov_points_rule_get_fields (rule)->id : 0,
    .at = ggov_session_get_now (self->session),
    .note = gtk_editable_get_text (self->note_row),
  };

  if (record.person_id == 0 || record.rule_id == 0 || self->busy || !read_minutes (self, &record.minutes))
    return;

  self->busy = TRUE;
  show_refusal (self, NULL);
  update (self);
  ggov_store_award_async (ggov_session_get_store (self->session), &record, NULL, award_cb,
                          g_object_ref (self));
}

static void
ggov_award_dialog_dispose (GObject *object)
{
  GgovAwardDialog *self = GGOV_AWARD_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_AWARD_DIALOG);

  G_OBJECT_CLASS (ggov_award_dialog_parent_class)->dispose (object);
}

static void
ggov_award_dialog_class_init (GgovAwardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_award_dialog_dispose;

  signals[AWARDED] = g_signal_new ("awarded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  g_type_ensure (GGOV_TYPE_PERSON_CHOOSER);
  g_type_ensure (GGOV_TYPE_PRICE_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-award-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, person_chooser);
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, GgovAwardDialog, rule_list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "award.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "award.apply", NULL);
}

static void
ggov_award_dialog_init (GgovAwardDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
}

GgovAwardDialog *
ggov_award_dialog_new (GtkWindow   *parent,
                       GgovSession *session)
{
  GgovAwardDialog *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_AWARD_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  ggov_person_chooser_set_session (self->person_chooser, session);
  gtk_widget_grab_focus (GTK_WIDGET (self->person_chooser));
  update (self);
  ggov_store_list_points_rules_async (ggov_session_get_store (session),
                                      ggov_session_get_today (session), NULL, rules_cb,
                                      g_object_ref (self));

  return self;
}

void
ggov_award_dialog_set_person (GgovAwardDialog *self,
                              gint64           person_id,
                              const char      *name,
                              const char      *detail)
{
  g_return_if_fail (GGOV_IS_AWARD_DIALOG (self));

  ggov_person_chooser_set_person (self->person_chooser, person_id, name, detail);
}
