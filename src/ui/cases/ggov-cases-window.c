/* ggov-cases-window.c: disputes, structures, joint actions and utility problems, each in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-issue-form.h"
#include "ggov-cases-lists.h"
#include "ggov-cases-window.h"
#include "ggov-deed-toast.h"
#include "ggov-dispute-page.h"
#include "ggov-icon-button.h"
#include "ggov-joint-action-forms.h"
#include "ggov-joint-action-page.h"
#include "ggov-page-keys.h"
#include "ggov-structure-page.h"
#include "ggov-utility-forms.h"
#include "ggov-utility-page.h"

#define WIDTH_PX  1000
#define HEIGHT_PX 700

struct _GgovCasesWindow
{
  AdwWindow        parent_instance;

  GgovSession     *session;
  GtkWidget       *office;  /* (unowned) (nullable): a weak pointer */
  GtkStack        *levels;  /* (unowned): the lists, and the case that is looked at */
  GtkStack        *views;   /* (unowned): a list each */
  GtkWidget       *back;    /* (unowned) */
  GtkWidget       *add;     /* (unowned) */
  AdwToastOverlay *toasts;  /* (unowned) */
};

G_DEFINE_FINAL_TYPE (GgovCasesWindow, ggov_cases_window, ADW_TYPE_WINDOW)

/* In the order of GgovCasesKind: the view, its title and its paper, what is added to it, and the page
 * of one of its cases. */
static const struct
{
  const char *name;
  const char *title;
  const char *paper;
  const char *add;
  GtkWidget  *(*new_page) (GgovSession *session,
                           gint64       id);
} views[GGOV_N_CASES] = {
  { "disputes", N_("Disputes"), "dispute-file", N_("_Mediate…"), ggov_dispute_page_new },
  { "structures", N_("Structures"), "structures", N_("_New…"), ggov_structure_page_new },
  { "joint-actions", N_("Joint Actions"), "joint-action", N_("_New…"), ggov_joint_action_page_new },
  { "utilities", N_("Utilities"), "utilities", N_("_Supply…"), ggov_utility_page_new },
};

static const GgovPageKey keys[] = {
  { "<Alt>Left", "cases.back", NULL },
  { "<Alt>1", "cases.show-view", "disputes" },
  { "<Alt>2", "cases.show-view", "structures" },
  { "<Alt>3", "cases.show-view", "joint-actions" },
  { "<Alt>4", "cases.show-view", "utilities" },
  { "<Control>p", "cases.print", NULL },
};

static guint
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      return i;

  return 0;
}

static guint
get_view (GgovCasesWindow *self)
{
  return find_view (gtk_stack_get_visible_child_name (self->views));
}

/* Lists and cases ------------------------------------------------------------------------------ */

static gboolean
has_case (GgovCasesWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->levels), "case") == 0;
}

static void
update (GgovCasesWindow *self)
{
  gboolean is_case = has_case (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cases.back", is_case);
  gtk_widget_set_visible (self->back, is_case);
  gtk_widget_set_visible (self->add, !is_case);
  gtk_button_set_label (GTK_BUTTON (self->add), _(views[get_view (self)].add));
}

/* The list has the cursor, where it was. */
static void
focus_list (GgovCasesWindow *self)
{
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

static void
show_list (GgovCasesWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->levels, "case");

  gtk_stack_set_visible_child_name (self->levels, "lists");
  if (page)
    gtk_stack_remove (self->levels, page);
  update (self);
  focus_list (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);

  if (has_case (self))
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_case_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  const char *view;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &view, &id);
  ggov_cases_window_show_case (GGOV_CASES_WINDOW (widget), view, id);
}

/* A dispute and a structure are of an issue, which is chosen first. */
static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);
  guint view = get_view (self);

  if (view == GGOV_CASES_ACTIONS)
    ggov_joint_action_form_show (widget, self->session, NULL);
  else if (view == GGOV_CASES_UTILITIES)
    ggov_supply_form_show (widget, self->session);
  else
    ggov_case_issue_form_show (widget, self->session, views[view].name);
}

/* What is asked for ---------------------------------------------------------------------------- */

static void
message_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ggov_deed_toast_show (GGOV_CASES_WINDOW (widget)->toasts, g_variant_get_string (parameter, NULL),
                        NULL, NULL, 0);
}

static void
announce_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);
  const char *sentence;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &sentence, &id);
  ggov_deed_toast_show (self->toasts, sentence, _("Undo"), "win.undo-change", id);
  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

/* The office's window has the changes that can be undone. */
static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);

  ggov_deed_toast_dismiss (self->toasts);
  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

/* The issue is shown in the office's window, which comes to the front. */
static void
show_record_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);

  if (self->office == NULL)
    return;

  gtk_widget_activate_action_variant (self->office, action_name, parameter);
  gtk_window_present (GTK_WINDOW (self->office));
}

static void
print_paper_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);

  if (self->office)
    gtk_widget_activate_action_variant (self->office, action_name, parameter);
}

/* A case knows its paper. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->levels);
  GVariantDict wishes;

  if (has_case (self) && (gtk_widget_activate_action (page, "dispute.print", NULL) ||
                          gtk_widget_activate_action (page, "joint.print", NULL)))
    return;

  g_variant_dict_init (&wishes, NULL);
  gtk_widget_activate_action (widget, "win.print-paper", "(s@a{sv})", views[get_view (self)].paper,
                              g_variant_dict_end (&wishes));
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ggov_cases_window_choose (GGOV_CASES_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The window ----------------------------------------------------------------------------------- */

static void
ggov_cases_window_dispose (GObject *object)
{
  GgovCasesWindow *self = GGOV_CASES_WINDOW (object);

  g_clear_weak_pointer (&self->office);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_cases_window_parent_class)->dispose (object);
}

/* A window that is closed may live on until what it asked for has answered. */
static void
ggov_cases_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ggov_cases_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "cases.add", NULL, add_cb);
  gtk_widget_class_install_action (klass, "cases.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "cases.leave", NULL, back_cb);
  gtk_widget_class_install_action (klass, "cases.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "cases.show-case", "(sx)", show_case_cb);
  gtk_widget_class_install_action (klass, "cases.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (klass, "win.announce-change", "(sx)", announce_cb);
  gtk_widget_class_install_action (klass, "win.print-paper", "(sa{sv})", print_paper_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.show-message", "s", message_cb);
  gtk_widget_class_install_action (klass, "win.show-record", "(sx)", show_record_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.undo-change", "(sx)", undo_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "cases.leave", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, GDK_CONTROL_MASK, "cases.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}

static void
ggov_cases_window_class_init (GgovCasesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_cases_window_dispose;
  widget_class->unrealize = ggov_cases_window_unrealize;
  install_actions (widget_class);
}

static GtkWidget *
make_header (GgovCasesWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  self->back = ggov_icon_button_new ("go-previous-symbolic", _("Back to the list (Alt+Left)"));
  self->add = gtk_button_new_with_mnemonic ("");
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "cases.back");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "cases.add");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "cases.print");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);

  return header;
}

/* Whoever goes to another list has left the case. */
static void
view_cb (GgovCasesWindow *self)
{
  if (has_case (self))
    show_list (self);
  else
    update (self);
}

static void
ggov_cases_window_init (GgovCasesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->levels = GTK_STACK (gtk_stack_new ());
  self->views = GTK_STACK (gtk_stack_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_stack_add_named (self->levels, GTK_WIDGET (self->views), "lists");
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->levels));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
  ggov_page_keys_add (GTK_WIDGET (self), keys, G_N_ELEMENTS (keys));
}

GgovCasesWindow *
ggov_cases_window_new (GtkWindow   *parent,
                       GgovSession *session)
{
  GgovCasesWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_CASES_WINDOW,
                       "transient-for", parent,
                       "default-height", HEIGHT_PX,
                       "default-width", WIDTH_PX,
                       "destroy-with-parent", TRUE,
                       "title", _("Cases"),
                       NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->office, GTK_WIDGET (parent));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_stack_add_titled (self->views, ggov_cases_list_new (session, i), views[i].name,
                          _(views[i].title));
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
  focus_list (self);

  return self;
}

void
ggov_cases_window_choose (GgovCasesWindow *self,
                          const char      *view)
{
  g_return_if_fail (GGOV_IS_CASES_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, view);
  if (has_case (self))
    show_list (self);
  else
    focus_list (self);
}

void
ggov_cases_window_show_case (GgovCasesWindow *self,
                             const char      *view,
                             gint64           id)
{
  GtkWidget *page;

  g_return_if_fail (GGOV_IS_CASES_WINDOW (self));

  ggov_cases_window_choose (self, view);
  page = views[find_view (view)].new_page (self->session, id);
  gtk_stack_add_named (self->levels, page, "case");
  gtk_stack_set_visible_child (self->levels, page);
  update (self);
  gtk_widget_grab_focus (self->back);
}
