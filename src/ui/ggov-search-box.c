/* ggov-search-box.c: the entry in the header bar that finds people, residents, buildings and issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-error-text.h"
#include "ggov-issue-facts.h"
#include "ggov-search-box.h"
#include "ggov-session.h"
#include "ggov-store-search.h"

/* Of each kind; what is not among them is found by typing more. */
#define MAX_HITS 8

/* Not a record but a question: who is in charge of what was typed. */
#define CHARGE "charge"

struct _GgovSearchBox
{
  AdwBin          parent_instance;

  GgovSession    *session;     /* (nullable) */
  GCancellable   *cancellable; /* (nullable): of the search under way */

  /* From the template. */
  GtkSearchEntry *entry;
  GtkListBox     *list;
  GtkWidget      *popover;
  GtkStack       *stack;
};

static const struct
{
  const char *kind;
  const char *title;
  const char *icon_name;
  const char *place_kind; /* (nullable): of what is shown on the map, besides a page of its own */
} kinds[] = {
  { "person", N_("People"), "ggov-roster-symbolic", "person-place" },
  { "resident", N_("Residents"), "ggov-residents-symbolic", "person-place" },
  { "building", N_("Buildings"), "ggov-map-symbolic", NULL },
  { "issue", N_("Issues"), "ggov-issues-symbolic", "issue-place" },
  { "grid", N_("Grids"), "ggov-map-symbolic", NULL },
  { "compound", N_("Compounds"), "ggov-map-symbolic", NULL },
  { "community", N_("Communities"), "ggov-map-symbolic", NULL },
  { "street", N_("Streets"), "ggov-map-symbolic", NULL },
  { CHARGE, N_("Who is in charge"), "ggov-roster-symbolic", NULL },
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovSearchBox, ggov_search_box, ADW_TYPE_BIN)

static GQuark
hit_quark (void)
{
  return g_quark_from_static_string ("ggov-search-hit");
}

static gsize
find_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return i;

  g_assert_not_reached ();
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *new_place_button  (GgovSearchBox *self);
static gboolean   has_place_besides (GgovSearchHit *hit);

static void
append_row (GgovSearchBox *self,
            GgovSearchHit *hit)
{
  const char *detail = ggov_search_hit_get_detail (hit);
  gsize kind = find_kind (ggov_search_hit_get_kind (hit));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = g_strdup_printf ("%s %s", ggov_search_hit_get_title (hit), detail);

  gtk_box_append (GTK_BOX (texts), make_label (ggov_search_hit_get_title (hit), NULL));
  if (*detail)
    {
      GtkWidget *label = make_label (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kinds[kind].icon_name));
  gtk_box_append (GTK_BOX (box), texts);
  if (has_place_besides (hit))
    gtk_box_append (GTK_BOX (box), new_place_button (self));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_qdata_full (G_OBJECT (row), hit_quark (), g_object_ref (hit), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static GgovSearchHit *
get_hit (GtkListBoxRow *row)
{
  return g_object_get_qdata (G_OBJECT (row), hit_quark ());
}

/* A heading above the first row of each kind. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *kind = ggov_search_hit_get_kind (get_hit (row));
  GtkWidget *label;

  if (before && g_str_equal (ggov_search_hit_get_kind (get_hit (before)), kind))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = make_label (_(kinds[find_kind (kind)].title), "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, before ? 12 : 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_header (row, label);
}

static void
clear_rows (GgovSearchBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* Addresses, codes and phones have digits. The question stands first, where it is seen however much
 * is found; what is chosen at first is the best of that. */
static gboolean
append_question (GgovSearchBox *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const GgovSearchHitFields fields = {
    .kind = CHARGE, .title = typed, .detail = "", .detail_zh = "",
  };
  g_autoptr(GgovSearchHit) question = NULL;

  if (strpbrk (typed, "0123456789") == NULL)
    return FALSE;

  question = ggov_search_hit_new (&fields);
  append_row (self, question);

  return TRUE;
}

static void
show_hits (GgovSearchBox *self,
           GListModel    *hits)
{
  guint n = g_list_model_get_n_items (hits);
  gboolean is_asked;

  clear_rows (self);
  is_asked = append_question (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovSearchHit) hit = g_list_model_get_item (hits, i);

      append_row (self, hit);
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list,
                                                                      is_asked && n > 0 ? 1 : 0));
  gtk_stack_set_visible_child_name (self->stack, n > 0 || is_asked ? "hits" : "nothing");
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovSearchBox) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) hits = ggov_store_search_finish (GGOV_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (hits)
    {
      show_hits (self, hits);
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", sentence);
    }
}

static void
stop (GgovSearchBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   GgovSearchBox  *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));
  const char *number = ggov_issue_get_number_of_uri (typed);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->session == NULL || *typed == '\0')
    {
      stop (self);
      return;
    }

  /* What a scanner types from a code on paper. */
  self->cancellable = g_cancellable_new ();
  ggov_store_search_async (ggov_session_get_store (self->session), number ? number : typed,
                           ggov_session_get_today (self->session), MAX_HITS, self->cancellable,
                           search_cb, g_object_ref (self));
}

/* Whether the record has a page of its own, and a place on the map besides. */
static gboolean
has_place_besides (GgovSearchHit *hit)
{
  return kinds[find_kind (ggov_search_hit_get_kind (hit))].place_kind != NULL;
}

static void
show_hit (GgovSearchBox *self,
          GtkListBoxRow *row,
          gboolean       on_map)
{
  g_autoptr(GgovSearchHit) hit = g_object_ref (get_hit (row));
  const char *kind = ggov_search_hit_get_kind (hit);
  const char *wanted = on_map && has_place_besides (hit) ? kinds[find_kind (kind)].place_kind : kind;

  stop (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");

  /* Keys are the page's from here on: Ctrl+Z in an entry would take back what was typed. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  if (g_str_equal (kind, CHARGE))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.ask-charge-of", "s",
                                ggov_search_hit_get_title (hit));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", wanted,
                                ggov_search_hit_get_id (hit));
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GgovSearchBox *self)
{
  show_hit (self, row, FALSE);
}

static void
place_clicked_cb (GtkButton     *button,
                  GgovSearchBox *self)
{
  show_hit (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                             GTK_TYPE_LIST_BOX_ROW)), TRUE);
}

static GtkWidget *
new_place_button (GgovSearchBox *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("ggov-map-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show on the map (Ctrl+Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show on the map"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (place_clicked_cb), self, 0);

  return button;
}

static void
activate_cb (GtkSearchEntry *entry,
             GgovSearchBox  *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row && gtk_widget_get_mapped (self->popover))
    row_activated_cb (self->list, row, self);
}

static void
stop_search_cb (GtkSearchEntry *entry,
                GgovSearchBox  *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  stop (self);
}

static void
leave_cb (GtkEventControllerFocus *controller,
          GgovSearchBox           *self)
{
  stop (self);
}

/* The cursor stays in the entry; the arrows move the choice below it. */
static void
move_choice (GgovSearchBox *self,
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
                GgovSearchBox         *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_mapped (self->popover))
    return GDK_EVENT_PROPAGATE;

  if (row && (state & GDK_CONTROL_MASK) && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      show_hit (self, row, TRUE);
      return GDK_EVENT_STOP;
    }

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  move_choice (self, keyval == GDK_KEY_Down ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
set_session (GgovSearchBox *self,
             GgovSession   *session)
{
  if (!g_set_object (&self->session, session))
    return;

  stop (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
ggov_search_box_dispose (GObject *object)
{
  GgovSearchBox *self = GGOV_SEARCH_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (ggov_search_box_parent_class)->dispose (object);
}

static void
ggov_search_box_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GgovSearchBox *self = GGOV_SEARCH_BOX (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_search_box_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GgovSearchBox *self = GGOV_SEARCH_BOX (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_search_box_class_init (GgovSearchBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_search_box_dispose;
  object_class->get_property = ggov_search_box_get_property;
  object_class->set_property = ggov_search_box_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/ggov-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, GgovSearchBox, list);
  gtk_widget_class_bind_template_child (widget_class, GgovSearchBox, popover);
  gtk_widget_class_bind_template_child (widget_class, GgovSearchBox, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
ggov_search_box_init (GgovSearchBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);

  /* A popover hangs below the box without being its child; its layout places it all the same. */
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

void
ggov_search_box_start (GgovSearchBox *self)
{
  g_return_if_fail (GGOV_IS_SEARCH_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
