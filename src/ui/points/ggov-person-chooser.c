/* ggov-person-chooser.c: finds one person by what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-person-chooser.h"
#include "ggov-store-search.h"

/* Who is not among them is found by typing more. */
#define MAX_PEOPLE 6

struct _GgovPersonChooser
{
  AdwBin        parent_instance;

  GgovSession  *session;     /* (nullable) */
  GCancellable *cancellable; /* (nullable): of the search under way */
  gint64        person_id;   /* 0 if nobody is chosen */

  /* From the template. */
  GtkWidget    *change_button;
  AdwActionRow *chosen_row;
  GtkEditable  *entry;
  GtkListBox   *list;
  GtkWidget    *nobody_label;
};

enum {
  PROP_PERSON_ID = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovPersonChooser, ggov_person_chooser, ADW_TYPE_BIN)

/* Not bound: GTK would let go of it first, and the bin then a second time. */
static GtkStack *
get_stack (GgovPersonChooser *self)
{
  return GTK_STACK (adw_bin_get_child (ADW_BIN (self)));
}

static GQuark
hit_quark (void)
{
  return g_quark_from_static_string ("ggov-person-chooser-hit");
}

static void
append_row (GgovPersonChooser *self,
            GgovSearchHit     *hit)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ggov_search_hit_get_title (hit));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ggov_search_hit_get_detail (hit));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata_full (G_OBJECT (row), hit_quark (), g_object_ref (hit), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (GgovPersonChooser *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_hits (GgovPersonChooser *self,
           GListModel        *hits)
{
  gboolean any;

  clear_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(GgovSearchHit) hit = g_list_model_get_item (hits, i);

      if (g_str_equal (ggov_search_hit_get_kind (hit), "person"))
        append_row (self, hit);
    }

  any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_widget_set_visible (self->nobody_label, !any);
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovPersonChooser) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) hits = ggov_store_search_finish (GGOV_STORE (object), result, &error);

  if (hits && self->session)
    show_hits (self, hits);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("Nobody can be looked for: %s", error ? error->message : "the office is closed");
}

static void
stop (GgovPersonChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
search_changed_cb (GgovPersonChooser *self)
{
  const char *typed = gtk_editable_get_text (self->entry);

  stop (self);

  if (self->session == NULL || *typed == '\0')
    {
      clear_rows (self);
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      gtk_widget_set_visible (self->nobody_label, FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  ggov_store_search_async (ggov_session_get_store (self->session), typed,
                           ggov_session_get_today (self->session), MAX_PEOPLE, self->cancellable,
                           search_cb, g_object_ref (self));
}

static void
row_activated_cb (GgovPersonChooser *self,
                  GtkListBoxRow     *row)
{
  g_autoptr(GgovSearchHit) hit = g_object_ref (g_object_get_qdata (G_OBJECT (row), hit_quark ()));

  ggov_person_chooser_set_person (self, ggov_search_hit_get_id (hit),
                                  ggov_search_hit_get_title (hit),
                                  ggov_search_hit_get_detail (hit));
  gtk_widget_grab_focus (self->change_button);
}

/* Enter takes the first that was found. */
static void
activate_cb (GgovPersonChooser *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row)
    row_activated_cb (self, row);
}

static void
stop_search_cb (GgovPersonChooser *self)
{
  if (*gtk_editable_get_text (self->entry))
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
change_cb (GgovPersonChooser *self)
{
  ggov_person_chooser_set_person (self, 0, "", "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
ggov_person_chooser_grab_focus (GtkWidget *widget)
{
  GgovPersonChooser *self = GGOV_PERSON_CHOOSER (widget);

  return gtk_widget_grab_focus (self->person_id ? self->change_button : GTK_WIDGET (self->entry));
}

static void
ggov_person_chooser_dispose (GObject *object)
{
  GgovPersonChooser *self = GGOV_PERSON_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GGOV_TYPE_PERSON_CHOOSER);

  G_OBJECT_CLASS (ggov_person_chooser_parent_class)->dispose (object);
}

static void
ggov_person_chooser_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_PERSON_ID)
    g_value_set_int64 (value, GGOV_PERSON_CHOOSER (object)->person_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_person_chooser_class_init (GgovPersonChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_person_chooser_dispose;
  object_class->get_property = ggov_person_chooser_get_property;
  widget_class->grab_focus = ggov_person_chooser_grab_focus;

  properties[PROP_PERSON_ID] =
    g_param_spec_int64 ("person-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/points/ggov-person-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovPersonChooser, change_button);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonChooser, chosen_row);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonChooser, list);
  gtk_widget_class_bind_template_child (widget_class, GgovPersonChooser, nobody_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
ggov_person_chooser_init (GgovPersonChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ggov_person_chooser_set_session (GgovPersonChooser *self,
                                 GgovSession       *session)
{
  g_return_if_fail (GGOV_IS_PERSON_CHOOSER (self));

  g_set_object (&self->session, session);
}

void
ggov_person_chooser_set_person (GgovPersonChooser *self,
                                gint64             person_id,
                                const char        *name,
                                const char        *detail)
{
  g_return_if_fail (GGOV_IS_PERSON_CHOOSER (self));

  stop (self);
  self->person_id = person_id;
  gtk_editable_set_text (self->entry, "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chosen_row), name);
  adw_action_row_set_subtitle (self->chosen_row, detail);
  gtk_stack_set_visible_child_name (get_stack (self), person_id ? "chosen" : "search");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON_ID]);
}

gint64
ggov_person_chooser_get_person_id (GgovPersonChooser *self)
{
  g_return_val_if_fail (GGOV_IS_PERSON_CHOOSER (self), 0);

  return self->person_id;
}

const char *
ggov_person_chooser_get_name (GgovPersonChooser *self)
{
  g_return_val_if_fail (GGOV_IS_PERSON_CHOOSER (self), NULL);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->chosen_row));
}
