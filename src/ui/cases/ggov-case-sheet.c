/* ggov-case-sheet.c: all that is known of a case on one page, part by part, with what can be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-case-sheet.h"
#include "ggov-error-text.h"
#include "ggov-icon-button.h"

/* As wide as lines are read with ease. */
#define WIDTH_PX 760

struct _GgovCaseSheet
{
  AdwBin               parent_instance;

  GtkWidget           *scrolled; /* (unowned) */
  GtkWidget           *clamp;    /* (unowned) */
  GtkWidget           *box;      /* (unowned): what it is filled with */
  GtkWidget           *buttons;  /* (unowned) (nullable): the line below the title */
  AdwPreferencesGroup *part;     /* (unowned) (nullable) */
  GtkWidget           *row;      /* (unowned) (nullable): the latest */
  char                *focus;    /* (nullable): the button that had the cursor */
  double               place;    /* how far down one was */
};

G_DEFINE_FINAL_TYPE (GgovCaseSheet, ggov_case_sheet, ADW_TYPE_BIN)

/* Cursor and place ---------------------------------------------------------------------------- */

/* (transfer full) (nullable): what a button does, and to what */
static char *
dup_deed (GtkWidget *widget)
{
  GVariant *target;
  g_autofree char *words = NULL;

  if (!GTK_IS_BUTTON (widget) || gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) == NULL)
    return NULL;

  target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));
  words = target ? g_variant_print (target, TRUE) : NULL;

  return g_strconcat (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), words, NULL);
}

static char *
dup_focus (GgovCaseSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? dup_deed (focus) : NULL;
}

static gboolean
grab_again (GtkWidget  *widget,
            const char *wanted)
{
  g_autofree char *deed = dup_deed (widget);

  if (deed)
    return g_str_equal (deed, wanted) && gtk_widget_grab_focus (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (grab_again (child, wanted))
      return TRUE;

  return FALSE;
}

static GtkAdjustment *
get_adjustment (GgovCaseSheet *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* The widget ---------------------------------------------------------------------------------- */

static void
ggov_case_sheet_finalize (GObject *object)
{
  g_clear_pointer (&GGOV_CASE_SHEET (object)->focus, g_free);

  G_OBJECT_CLASS (ggov_case_sheet_parent_class)->finalize (object);
}

static void
ggov_case_sheet_class_init (GgovCaseSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_case_sheet_finalize;
}

static void
ggov_case_sheet_init (GgovCaseSheet *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), WIDTH_PX);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->clamp);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
}

GtkWidget *
ggov_case_sheet_new (void)
{
  return g_object_new (GGOV_TYPE_CASE_SHEET, NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

void
ggov_case_sheet_begin (GgovCaseSheet *self,
                       const char    *title,
                       const char    *note)
{
  g_return_if_fail (GGOV_IS_CASE_SHEET (self));

  g_free (self->focus);
  self->focus = dup_focus (self);
  self->place = gtk_adjustment_get_value (get_adjustment (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_box_append (GTK_BOX (self->box), make_label (title, "title-3"));
  if (note && *note)
    gtk_box_append (GTK_BOX (self->box), make_label (note, "dim-label"));
  self->buttons = NULL;
  self->part = NULL;
  self->row = NULL;
}

static GtkWidget *
make_button (const char *label,
             const char *action,
             GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

void
ggov_case_sheet_add_button (GgovCaseSheet *self,
                            const char    *label,
                            const char    *action,
                            GVariant      *target)
{
  g_return_if_fail (GGOV_IS_CASE_SHEET (self));

  if (self->buttons == NULL)
    {
      self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (self->box), self->buttons);
    }

  gtk_box_append (GTK_BOX (self->buttons), make_button (label, action, target));
}

void
ggov_case_sheet_add_part (GgovCaseSheet *self,
                          const char    *title,
                          const char    *add,
                          const char    *action)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);

  g_return_if_fail (GGOV_IS_CASE_SHEET (self));

  self->part = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->row = NULL;
  adw_preferences_group_set_title (self->part, markup);
  if (add)
    {
      GtkWidget *button = make_button (add, action, NULL);

      gtk_widget_add_css_class (button, "flat");
      adw_preferences_group_set_header_suffix (self->part, button);
    }
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->part));
}

void
ggov_case_sheet_set_note (GgovCaseSheet *self,
                          const char    *note)
{
  g_autofree char *markup = g_markup_escape_text (note, -1);

  g_return_if_fail (GGOV_IS_CASE_SHEET (self) && self->part != NULL);

  adw_preferences_group_set_description (self->part, markup);
}

GtkWidget *
ggov_case_sheet_add_row (GgovCaseSheet *self,
                         const char    *title,
                         const char    *text)
{
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *text_markup = g_markup_escape_text (text ? text : "", -1);

  g_return_val_if_fail (GGOV_IS_CASE_SHEET (self), NULL);

  if (self->part == NULL)
    {
      self->part = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->part));
    }
  self->row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), text_markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  adw_preferences_group_add (self->part, self->row);

  return self->row;
}

void
ggov_case_sheet_add_fact (GgovCaseSheet *self,
                          const char    *name,
                          const char    *text)
{
  if (text && *text)
    gtk_widget_add_css_class (ggov_case_sheet_add_row (self, name, text), "property");
}

void
ggov_case_sheet_add_deed (GgovCaseSheet *self,
                          const char    *icon,
                          const char    *words,
                          const char    *action,
                          GVariant      *target)
{
  GtkWidget *button;

  g_return_if_fail (GGOV_IS_CASE_SHEET (self) && self->row != NULL);

  if (icon)
    {
      button = ggov_icon_button_new (icon, words);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
    }
  else
    button = make_button (words, action, target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), button);
}

void
ggov_case_sheet_add (GgovCaseSheet *self,
                     GtkWidget     *widget)
{
  g_return_if_fail (GGOV_IS_CASE_SHEET (self));

  self->part = NULL;
  self->row = NULL;
  gtk_box_append (GTK_BOX (self->box), widget);
}

/* Once what is new has its size. */
static gboolean
go_back_cb (gpointer data)
{
  GgovCaseSheet *self = data;

  if (gtk_widget_get_root (GTK_WIDGET (self)) && self->scrolled)
    gtk_adjustment_set_value (get_adjustment (self), self->place);

  return G_SOURCE_REMOVE;
}

void
ggov_case_sheet_end (GgovCaseSheet *self)
{
  g_return_if_fail (GGOV_IS_CASE_SHEET (self));

  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
  if (self->focus)
    grab_again (self->box, self->focus);
  if (self->place > 0)
    g_idle_add_full (G_PRIORITY_LOW, go_back_cb, g_object_ref (self), g_object_unref);
}

/* Following the records ------------------------------------------------------------------------ */

#define KEY_TABLES "ggov-tables"
#define KEY_READ   "ggov-read"

static void
changed_cb (GtkWidget *page,
            GStrv      changed)
{
  const char *const *tables = g_object_get_data (G_OBJECT (page), KEY_TABLES);
  void (*read) (GtkWidget *) = g_object_get_data (G_OBJECT (page), KEY_READ);

  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (tables, changed[i]))
      {
        read (page);
        return;
      }
}

void
ggov_case_sheet_follow (GtkWidget          *page,
                        GgovSession        *session,
                        const char *const  *tables,
                        void              (*read) (GtkWidget *page))
{
  g_object_set_data (G_OBJECT (page), KEY_TABLES, (gpointer) tables);
  g_object_set_data (G_OBJECT (page), KEY_READ, read);
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           page, G_CONNECT_SWAPPED);
  read (page);
}

void
ggov_case_sheet_tell (GtkWidget    *page,
                      const GError *error)
{
  g_autofree char *sentence = ggov_error_dup_sentence (error);

  gtk_widget_activate_action (page, "win.show-message", "s", sentence);
}
