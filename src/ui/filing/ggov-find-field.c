/* ggov-find-field.c: an entry with what is found below it, of which one is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-find-field.h"

/* What fits a list that is looked over at a glance. */
#define MOST_SHOWN 40

#define KEY_CHOICE "ggov-choice"

struct _GgovFindField
{
  AdwBin       parent_instance;

  char        *label;            /* (nullable) */
  char        *placeholder_text; /* (nullable) */
  GgovChoice  *chosen;           /* (nullable) */
  gboolean     is_setting;       /* the words are ours, not the user's */
  gboolean     is_asked;         /* the list is wanted once it comes */

  /* From the template. */
  GtkEditable *entry;
  GtkListBox  *list;
  GtkWidget   *popover;
  GtkLabel    *problem;
  GtkStack    *stack;
};

enum {
  PROP_LABEL = 1,
  PROP_PLACEHOLDER_TEXT,
  N_PROPS
};

enum {
  CHOSEN,
  SEARCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovFindField, ggov_find_field, ADW_TYPE_BIN)

void
ggov_find_field_fold (GgovFindField *self)
{
  g_return_if_fail (GGOV_IS_FIND_FIELD (self));

  self->is_asked = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
ask (GgovFindField *self)
{
  if (self->chosen)
    return;

  self->is_asked = TRUE;
  g_signal_emit (self, signals[SEARCHED], 0);
}

static void
search_changed_cb (GgovFindField *self)
{
  if (self->is_setting ||
      (self->chosen && g_strcmp0 (ggov_choice_get_label (self->chosen),
                                  gtk_editable_get_text (self->entry)) == 0))
    return;

  ggov_find_field_set_problem (self, NULL);
  if (self->chosen)
    {
      g_clear_object (&self->chosen);
      g_signal_emit (self, signals[CHOSEN], 0);
    }
  /* What was found for other words is not meant any more. */
  gtk_list_box_select_row (self->list, NULL);
  if (*gtk_editable_get_text (self->entry))
    ask (self);
  else
    ggov_find_field_fold (self);
}

static void
take (GgovFindField *self,
      GtkListBoxRow *row)
{
  ggov_find_field_choose (self, g_object_get_data (G_OBJECT (row), KEY_CHOICE));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (GgovFindField *self,
                  GtkListBoxRow *row)
{
  take (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Goes on to the next field once something is chosen. */
static void
activate_cb (GgovFindField *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (self->chosen == NULL && row && gtk_widget_get_mapped (self->popover))
    take (self, row);
  if (self->chosen)
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                            GTK_DIR_TAB_FORWARD);
  else
    ask (self);
}

static void
stop_search_cb (GgovFindField *self)
{
  if (gtk_widget_get_mapped (self->popover))
    ggov_find_field_fold (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
leave_cb (GgovFindField *self)
{
  ggov_find_field_fold (self);
}

/* The cursor stays in the entry; the arrows move the choice below it. */
static void
move_choice (GgovFindField *self,
             int            step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = index < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, index);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  double y;

  if (next == NULL)
    return;

  gtk_list_box_select_row (self->list, next);
  if (adjustment &&
      gtk_widget_translate_coordinates (GTK_WIDGET (next), GTK_WIDGET (self->list), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (next)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GgovFindField         *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_Up) || (state & GDK_MODIFIER_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_mapped (self->popover))
    move_choice (self, keyval == GDK_KEY_Down ? 1 : -1);
  else if (keyval == GDK_KEY_Down)
    ask (self);

  return GDK_EVENT_STOP;
}

static void
ggov_find_field_dispose (GObject *object)
{
  GgovFindField *self = GGOV_FIND_FIELD (object);

  self->is_setting = TRUE;
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->placeholder_text, g_free);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (ggov_find_field_parent_class)->dispose (object);
}

static void
ggov_find_field_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GgovFindField *self = GGOV_FIND_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, self->placeholder_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ggov_find_field_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GgovFindField *self = GGOV_FIND_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, self->label ? self->label : "",
                                      -1);
      break;

    case PROP_PLACEHOLDER_TEXT:
      g_free (self->placeholder_text);
      self->placeholder_text = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
ggov_find_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_FIND_FIELD (widget)->entry));
}

static void
ggov_find_field_class_init (GgovFindFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_find_field_dispose;
  object_class->get_property = ggov_find_field_get_property;
  object_class->set_property = ggov_find_field_set_property;
  widget_class->grab_focus = ggov_find_field_grab_focus;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER_TEXT] =
    g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_FIND_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[SEARCHED] = g_signal_new ("searched", GGOV_TYPE_FIND_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/filing/ggov-find-field.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovFindField, entry);
  gtk_widget_class_bind_template_child (widget_class, GgovFindField, list);
  gtk_widget_class_bind_template_child (widget_class, GgovFindField, popover);
  gtk_widget_class_bind_template_child (widget_class, GgovFindField, problem);
  gtk_widget_class_bind_template_child (widget_class, GgovFindField, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
ggov_find_field_init (GgovFindField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* A popover hangs below the field without being its child; its layout places it all the same. */
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_row (GgovFindField *self,
            GgovChoice    *choice)
{
  const char *detail = ggov_choice_get_detail (choice);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = g_strdup_printf ("%s %s", ggov_choice_get_label (choice),
                                           detail ? detail : "");

  gtk_box_append (GTK_BOX (box), new_label (ggov_choice_get_label (choice), NULL));
  if (detail && *detail)
    {
      GtkWidget *label = new_label (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), KEY_CHOICE, g_object_ref (choice), g_object_unref);
  gtk_list_box_append (self->list, row);
}

const char *
ggov_find_field_get_text (GgovFindField *self)
{
  g_return_val_if_fail (GGOV_IS_FIND_FIELD (self), NULL);

  return gtk_editable_get_text (self->entry);
}

void
ggov_find_field_show (GgovFindField *self,
                      GListModel    *found)
{
  guint n = found ? MIN (g_list_model_get_n_items (found), MOST_SHOWN) : 0;
  GtkListBoxRow *row;

  g_return_if_fail (GGOV_IS_FIND_FIELD (self));

  /* It came too late, or nobody looks. */
  if (self->chosen || !self->is_asked || found == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (found, i);

      append_row (self, choice);
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "found" : "nothing");
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

GgovChoice *
ggov_find_field_get_chosen (GgovFindField *self)
{
  g_return_val_if_fail (GGOV_IS_FIND_FIELD (self), NULL);

  return self->chosen;
}

void
ggov_find_field_choose (GgovFindField *self,
                        GgovChoice    *choice)
{
  g_return_if_fail (GGOV_IS_FIND_FIELD (self));

  ggov_find_field_fold (self);
  g_set_object (&self->chosen, choice);
  self->is_setting = TRUE;
  gtk_editable_set_text (self->entry, choice ? ggov_choice_get_label (choice) : "");
  gtk_editable_set_position (self->entry, -1);
  self->is_setting = FALSE;
  ggov_find_field_set_problem (self, NULL);
}

void
ggov_find_field_set_problem (GgovFindField *self,
                             const char    *sentence)
{
  g_return_if_fail (GGOV_IS_FIND_FIELD (self));

  gtk_label_set_label (self->problem, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  if (sentence)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
