/* ggov-points-desk.c: the window of the points desk: approvals, rules, venues, settlements, honours, charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ggov-deed-toast.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-page-keys.h"
#include "ggov-points-charts.h"
#include "ggov-placeholder.h"
#include "ggov-points-desk-private.h"
#include "ggov-points-kinds.h"

#define WIDTH_PX  1000
#define HEIGHT_PX 700

#define MAX_BUTTONS 6

/* A button of a view. */
typedef struct
{
  const char *label;
  const char *action;
} Button;

static const struct
{
  const char               *name;
  const char               *title;
  const GgovPointsListKind *kind;  /* (nullable) */
  gboolean                  of_month;
  Button                    buttons[MAX_BUTTONS];
} views[GGOV_N_DESK_VIEWS] = {
  [GGOV_DESK_APPROVALS] = { "approvals", N_("Approvals"), &ggov_points_approvals, FALSE, {
    { N_("_Look for Awards"), "desk.search" }, { N_("_Nominate…"), "desk.nominate" },
    { N_("_Confirm…"), "desk.confirm" }, { N_("_Refuse…"), "desk.refuse" } } },
  [GGOV_DESK_RULES] = { "rules", N_("Rules"), &ggov_points_rules, FALSE, {
    { N_("_New Rule…"), "desk.new-rule" }, { N_("_Draft a Version…"), "desk.edit-rule" },
    { N_("_Try on Last Year"), "desk.try-rule" }, { N_("_Put in Force"), "desk.start-rule" },
    { N_("D_iscard Draft"), "desk.discard-rule" }, { N_("_End…"), "desk.end-rule" } } },
  [GGOV_DESK_REWARDS] = { "rewards", N_("Venues"), &ggov_points_rewards, FALSE, {
    { N_("_Counter…"), "desk.counter" }, { N_("_Return Goods…"), "desk.return" },
    { N_("New R_eward…"), "desk.new-reward" }, { N_("C_hange Reward…"), "desk.edit-reward" },
    { N_("_Withdraw Reward…"), "desk.withdraw-reward" }, { N_("New _Venue…"), "desk.new-venue" } } },
  [GGOV_DESK_SETTLEMENTS] = { "settlements", N_("Settlement"), &ggov_points_settlements, TRUE, {
    { N_("_Sign…"), "desk.sign" } } },
  [GGOV_DESK_HONOURS] = { "honours", N_("Honour List"), &ggov_points_honours, TRUE, { { NULL } } },
  [GGOV_DESK_EXPIRING] = { "expiring", N_("Expiry"), &ggov_points_expiring, FALSE, {
    { N_("_Terms…"), "desk.set-terms" }, { N_("Let _Expire…"), "desk.expire" } } },
  [GGOV_DESK_CHARTS] = { "charts", N_("Charts"), NULL, FALSE, { { NULL } } },
};

/* The papers of the views; NULL where there is none. */
static const char *const papers[GGOV_N_DESK_VIEWS] = {
  [GGOV_DESK_REWARDS] = "catalogue",
  [GGOV_DESK_SETTLEMENTS] = "settlement",
  [GGOV_DESK_HONOURS] = "honour-list",
};

/* What honours are narrowed to, in the order of the drop-down. */
static const char *const roles[] = { "", "building_leader", "unit_leader" };

static const GgovPageKey keys[] = {
  { "<Alt>1", "desk.show-view", "approvals" },
  { "<Alt>2", "desk.show-view", "rules" },
  { "<Alt>3", "desk.show-view", "rewards" },
  { "<Alt>4", "desk.show-view", "settlements" },
  { "<Alt>5", "desk.show-view", "honours" },
  { "<Alt>6", "desk.show-view", "expiring" },
  { "<Alt>7", "desk.show-view", "charts" },
  { "<Control>i", "desk.import", NULL },
  { "<Control>e", "desk.export", NULL },
  { "<Control>p", "desk.print", NULL },
  { "<Control>Return", "desk.confirm", NULL },
  { "F2", "desk.counter", NULL },
};

G_DEFINE_FINAL_TYPE (GgovPointsDesk, ggov_points_desk, ADW_TYPE_WINDOW)

/* What the other files use ------------------------------------------------------------------------ */

void
_ggov_points_desk_say (GgovPointsDesk *self,
                       const char     *sentence)
{
  ggov_deed_toast_show (self->toasts, sentence, NULL, NULL, 0);
}

gpointer
_ggov_points_desk_dup_row (GgovPointsDesk *self,
                           GgovDeskView    view)
{
  g_autoptr(GPtrArray) rows = ggov_points_list_dup_chosen (self->lists[view]);

  if (rows->len > 0)
    return g_object_ref (rows->pdata[0]);

  _ggov_points_desk_say (self, _("Choose a line of the list first."));

  return NULL;
}

gboolean
_ggov_points_desk_read_number (GgovFormDialog *dialog,
                               GtkWidget      *row,
                               int             least,
                               int            *number)
{
  g_autofree char *text = ggov_form_dialog_dup_text (row);
  g_autofree char *sentence = g_strdup_printf (_("Type a whole number, %d or more."), least);
  gint64 value = least;

  if (*text == '\0' || g_ascii_string_to_signed (text, 10, least, G_MAXINT, &value, NULL))
    {
      *number = (int) value;
      return TRUE;
    }

  ggov_form_dialog_refuse (dialog, sentence);
  gtk_widget_grab_focus (row);

  return FALSE;
}

void
_ggov_points_desk_present (GgovFormDialog *dialog,
                           GtkWidget      *first)
{
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (first);
}

void
_ggov_points_desk_end_form (GgovFormDialog *dialog,
                            const GError   *error,
                            const char     *sentence)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autofree char *problem = error ? ggov_error_dup_sentence (error) : NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (problem)
    {
      ggov_form_dialog_refuse (dialog, problem);
      return;
    }

  if (GGOV_IS_POINTS_DESK (window) && sentence)
    _ggov_points_desk_say (GGOV_POINTS_DESK (window), sentence);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The month -------------------------------------------------------------------------------------- */

static void
show_month (GgovPointsDesk *self)
{
  const guint role = gtk_drop_down_get_selected (self->role_drop);
  g_autofree char *word = g_strdup_printf ("%s/%s/%s", self->month,
                                           gtk_editable_get_text (self->place_entry),
                                           role < G_N_ELEMENTS (roles) ? roles[role] : "");

  for (guint i = 0; i < G_N_ELEMENTS (self->month_labels); i++)
    gtk_label_set_label (self->month_labels[i], self->month);
  ggov_points_list_set_word (self->lists[GGOV_DESK_SETTLEMENTS], self->month);
  ggov_points_list_set_word (self->lists[GGOV_DESK_HONOURS], word);
}

static void
move_month (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  g_autofree char *first = g_strconcat (self->month, "-01", NULL);
  int day, year, month;

  if (!ggov_local_day_parse (first, &day, NULL))
    return;

  ggov_local_day_to_date (g_str_has_suffix (action_name, "after") ? day + 31 : day - 1, &year, &month,
                          NULL);
  g_free (self->month);
  self->month = g_strdup_printf ("%04d-%02d", year, month);
  show_month (self);
}

/* Actions ----------------------------------------------------------------------------------------- */

static void
message_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  _ggov_points_desk_say (GGOV_POINTS_DESK (widget), g_variant_get_string (parameter, NULL));
}

/* The office's window has the changes that can be undone. */
static void
pass_on_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action_name, parameter);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ggov_deed_toast_dismiss (GGOV_POINTS_DESK (widget)->toasts);
  pass_on_cb (widget, action_name, parameter);
}

static void
announce_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  ggov_deed_toast_show (GGOV_POINTS_DESK (widget)->toasts, sentence, _("Undo"), "win.undo-change", id);
  pass_on_cb (widget, action_name, parameter);
}

static GgovDeskView
get_view (GgovPointsDesk *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  guint i = 0;

  while (i < GGOV_N_DESK_VIEWS - 1 && g_strcmp0 (views[i].name, name) != 0)
    i++;

  return i;
}

/* The day a month's paper is of: its last, or today. */
static char *
dup_paper_day (GgovPointsDesk *self)
{
  const char *today = ggov_session_get_today (self->session);
  g_autofree char *first = g_strconcat (self->month, "-01", NULL);
  int day, year, month;

  if (g_str_has_prefix (today, self->month) || !ggov_local_day_parse (first, &day, NULL))
    return g_strdup (today);

  ggov_local_day_to_date (day, &year, &month, NULL);

  return ggov_local_day_format (ggov_local_day_from_date (year + month / 12, month % 12 + 1, 1) - 1);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (widget);
  const GgovDeskView view = get_view (self);
  g_autofree char *day = dup_paper_day (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GVariantDict wishes;

  if (parent == NULL)
    return;

  if (papers[view] == NULL)
    {
      _ggov_points_desk_say (self, _("There is no paper of this. Venues, settlements and the honour list "
                                     "have one."));
      return;
    }

  g_variant_dict_init (&wishes, NULL);
  if (views[view].of_month)
    g_variant_dict_insert (&wishes, "day", "s", day);
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.print-paper",
                                      g_variant_new ("(s@a{sv})", papers[view],
                                                     g_variant_dict_end (&wishes)));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_points_desk_choose (GGOV_POINTS_DESK (widget), g_variant_get_string (parameter, NULL));
}

/* The window --------------------------------------------------------------------------------------- */

static GtkWidget *
new_button (const Button *button)
{
  GtkWidget *widget = gtk_button_new_with_mnemonic (_(button->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), button->action);

  return widget;
}

static GtkWidget *
new_arrow (const char *icon_name,
           const char *words,
           const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
add_month (GgovPointsDesk *self,
           GtkWidget      *bar,
           guint           which)
{
  self->month_labels[which] = GTK_LABEL (gtk_label_new (self->month));
  gtk_widget_add_css_class (GTK_WIDGET (self->month_labels[which]), "heading");
  gtk_box_append (GTK_BOX (bar), new_arrow ("go-previous-symbolic", _("Month before"),
                                            "desk.month-before"));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->month_labels[which]));
  gtk_box_append (GTK_BOX (bar), new_arrow ("go-next-symbolic", _("Month after"), "desk.month-after"));
}

/* Whom the honour list is of. */
static void
add_filters (GgovPointsDesk *self,
             GtkWidget      *bar)
{
  const char *const words[] = { _("All posts"), _("Building leaders"), _("Unit leaders"), NULL };
  GtkWidget *entry = gtk_entry_new ();

  self->role_drop = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role_drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Post"), -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Code of a community or grid"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Code of a community or grid"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  self->place_entry = GTK_EDITABLE (entry);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->role_drop));
  gtk_box_append (GTK_BOX (bar), entry);
  g_signal_connect_object (self->role_drop, "notify::selected", G_CALLBACK (show_month), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (show_month), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_bar (GgovPointsDesk *self,
         GgovDeskView    view)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (bar, "toolbar");
  if (views[view].of_month)
    add_month (self, bar, view == GGOV_DESK_HONOURS);
  if (view == GGOV_DESK_HONOURS)
    add_filters (self, bar);
  for (guint i = 0; i < MAX_BUTTONS && views[view].buttons[i].label; i++)
    gtk_box_append (GTK_BOX (bar), new_button (&views[view].buttons[i]));

  return bar;
}

static GtkWidget *
new_view (GgovPointsDesk *self,
          GgovDeskView    view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  const GgovPointsListKind *kind = views[view].kind;
  GtkWidget *placeholder;

  if (kind == NULL)
    return ggov_points_charts_new (self->session);

  self->lists[view] = ggov_points_list_new (self->session, kind, self->month);
  gtk_box_append (GTK_BOX (box), new_bar (self, view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->lists[view]);
  placeholder = ggov_placeholder_new (scrolled, NULL, _(kind->none), _(kind->about));
  ggov_points_list_set_placeholder (self->lists[view], placeholder);
  gtk_box_append (GTK_BOX (box), placeholder);

  return box;
}

static void
ggov_points_desk_finalize (GObject *object)
{
  GgovPointsDesk *self = GGOV_POINTS_DESK (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->month, g_free);

  G_OBJECT_CLASS (ggov_points_desk_parent_class)->finalize (object);
}

static void
ggov_points_desk_class_init (GgovPointsDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ggov_points_desk_finalize;

  gtk_widget_class_install_action (widget_class, "desk.month-after", NULL, move_month);
  gtk_widget_class_install_action (widget_class, "desk.month-before", NULL, move_month);
  gtk_widget_class_install_action (widget_class, "desk.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "desk.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "win.announce-change", "(sx)", announce_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", message_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "(sx)", undo_cb);
  _ggov_points_desk_install_approvals (widget_class);
  _ggov_points_desk_install_rules (widget_class);
  _ggov_points_desk_install_venues (widget_class);
  _ggov_points_desk_install_offers (widget_class);
  _ggov_points_desk_install_files (widget_class);
  _ggov_points_desk_install_expiry (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
ggov_points_desk_init (GgovPointsDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *print = new_arrow ("document-print-symbolic", _("Print"), "desk.print");
  GtkWidget *open = new_arrow ("document-open-symbolic", _("Import Balances from Paper"), "desk.import");
  GtkWidget *save = new_arrow ("document-save-symbolic", _("Export the Ledger"), "desk.export");

  self->stack = GTK_STACK (gtk_stack_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "many");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_LOOSE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), open);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GgovPointsDesk *
ggov_points_desk_new (GtkWindow   *parent,
                      GgovSession *session)
{
  GgovPointsDesk *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_POINTS_DESK,
                       "transient-for", parent,
                       "default-height", HEIGHT_PX,
                       "default-width", WIDTH_PX,
                       "destroy-with-parent", TRUE,
                       "title", _("Points Desk"),
                       NULL);
  self->session = g_object_ref (session);
  self->month = g_strndup (ggov_session_get_today (session), strlen ("2026-02"));
  for (guint i = 0; i < GGOV_N_DESK_VIEWS; i++)
    gtk_stack_add_titled (self->stack, new_view (self, i), views[i].name, _(views[i].title));

  return self;
}

void
ggov_points_desk_choose (GgovPointsDesk *self,
                         const char     *view)
{
  GtkWidget *list;

  g_return_if_fail (GGOV_IS_POINTS_DESK (self));

  gtk_stack_set_visible_child_name (self->stack, view);

  /* Keys are for the lines of the view, not for the row of views; where there are no lines, for what
   * can be done. */
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  list = self->lists[get_view (self)];
  if (list && gtk_widget_get_mapped (list))
    gtk_widget_grab_focus (list);
}
