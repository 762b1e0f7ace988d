/* ggov-choice-chain.c: who nominates and who approves for a post, and the chain that comes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice-chain.h"
#include "ggov-error-text.h"
#include "ggov-local-time.h"
#include "ggov-office-role.h"
#include "ggov-pick.h"
#include "ggov-post.h"
#include "ggov-store-history.h"
#include "ggov-store-roles.h"

/* More than the office has levels: a role that nominates for itself ends it as well. */
#define MOST_LINKS 6

struct _GgovChoiceChain
{
  AdwBin        parent_instance;

  GgovSession  *session;     /* (nullable): NULL once it is gone */
  GCancellable *cancellable; /* (nullable): of what is asked */
  GListModel   *roles;       /* (nullable) (element-type GgovOfficeRole) */
  GListModel   *posts;       /* (nullable) (element-type GgovPost): of the place, from the nearest */
  char         *role_code;   /* (nullable) */
  char         *place_kind;
  gint64        place_id;
  char         *day;
  char         *person;      /* (nullable) */
  gint64        by_rule[2];  /* who was filled in, of nominator and approver */

  GgovPick     *nominator;
  GgovPick     *approver;
  GtkLabel     *label;
};

G_DEFINE_FINAL_TYPE (GgovChoiceChain, ggov_choice_chain, ADW_TYPE_BIN)

/* (nullable): valid while the roles are */
static const GgovOfficeRoleRecord *
find_role (GgovChoiceChain *self,
           const char      *code)
{
  for (guint i = 0; code && self->roles && i < g_list_model_get_n_items (self->roles); i++)
    {
      g_autoptr(GgovOfficeRole) role = g_list_model_get_item (self->roles, i);

      if (g_str_equal (ggov_office_role_get_record (role)->code, code))
        return ggov_office_role_get_record (role);
    }

  return NULL;
}

/* (nullable): the nearest holder of a role, valid while the posts are */
static const GgovPostDetails *
find_holder (GgovChoiceChain *self,
             const char      *code)
{
  for (guint i = 0; code && self->posts && i < g_list_model_get_n_items (self->posts); i++)
    {
      g_autoptr(GgovPost) post = g_list_model_get_item (self->posts, i);

      if (g_strcmp0 (ggov_post_get_details (post)->role_code, code) == 0)
        return ggov_post_get_details (post);
    }

  return NULL;
}

/* A role of the sub-district has many holders, and none of them is nearer. */
static char *
dup_link (GgovChoiceChain            *self,
          const GgovOfficeRoleRecord *role)
{
  const GgovPostDetails *holder = find_holder (self, role->code);

  if (holder)
    /* Translators: a role and who holds it */
    return g_strdup_printf (C_("chain", "%1$s %2$s"), role->label, holder->person);

  return g_str_equal (role->scope, "sub-district")
           ? g_strdup (role->label)
           /* Translators: a role that nobody holds */
           : g_strdup_printf (_("%s (vacant)"), role->label);
}

static char *
dup_chain (GgovChoiceChain            *self,
           const GgovOfficeRoleRecord *role)
{
  GString *text = g_string_new (role->label);

  if (self->person && *self->person)
    g_string_append_printf (text, " %s", self->person);

  for (guint i = 0; role->nominated_by && i < MOST_LINKS; i++)
    {
      const GgovOfficeRoleRecord *above = find_role (self, role->nominated_by);
      g_autofree char *link = above && above != role ? dup_link (self, above) : NULL;

      if (link == NULL)
        break;

      g_string_prepend (text, " → ");
      g_string_prepend (text, link);
      role = above;
    }

  return g_string_free (text, FALSE);
}

static void
add_line (GString *text,
          char    *line)
{
  g_string_append_printf (text, "\n%s", line);
  g_free (line);
}

static void
tell_who (GgovChoiceChain            *self,
          const GgovOfficeRoleRecord *role,
          GString                    *text)
{
  const GgovPostDetails *rule = find_holder (self, role->nominated_by);
  gint64 nominator = ggov_pick_get_id (self->nominator);

  if (nominator != 0)
    add_line (text, g_strdup_printf (_("Nominated by %s"), ggov_pick_get_label (self->nominator)));
  if (ggov_pick_get_id (self->approver) != 0)
    add_line (text, g_strdup_printf (_("Approved by %s"), ggov_pick_get_label (self->approver)));
  if (rule && nominator != 0 && nominator != rule->person_id)
    /* Translators: a person and their role */
    add_line (text, g_strdup_printf (_("By the rule %1$s nominates, the %2$s of the place. Somebody "
                                       "else needs a reason for an exception."), rule->person,
                                     rule->role));
}

static void
show (GgovChoiceChain *self)
{
  const GgovOfficeRoleRecord *role = find_role (self, self->role_code);
  g_autofree char *chain = role && self->posts ? dup_chain (self, role) : NULL;
  g_autoptr(GString) text = g_string_new (chain);

  if (chain)
    tell_who (self, role, text);

  gtk_label_set_label (self->label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->label), chain != NULL);
}

/* What the user wrote stays; what was filled in for another day or place goes. */
static void
fill_in (GgovChoiceChain *self,
         guint            n,
         GgovPick        *pick,
         const char      *role_code)
{
  const GgovPostDetails *holder = find_holder (self, role_code);

  if (ggov_pick_is_unclear (pick) || ggov_pick_get_id (pick) != self->by_rule[n])
    return;

  self->by_rule[n] = holder ? holder->person_id : 0;
  ggov_pick_choose (pick, "person", self->by_rule[n], holder ? holder->person : NULL);
}

static void
fill (GgovChoiceChain *self)
{
  const GgovOfficeRoleRecord *role = find_role (self, self->role_code);

  if (role == NULL || self->posts == NULL)
    return;

  fill_in (self, 0, self->nominator, role->nominated_by);
  fill_in (self, 1, self->approver, role->approved_by);
  show (self);
}

static void
show_error (GgovChoiceChain *self,
            const GError    *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->label), TRUE);
}

static void
posts_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovChoiceChain) self = user_data;
  g_autoptr(GError) error = NULL;
  GListModel *posts = ggov_store_list_history_finish (GGOV_STORE (object), result, &error);

  if (posts == NULL)
    {
      show_error (self, error);
      return;
    }

  g_clear_object (&self->posts);
  self->posts = posts;
  fill (self);
}

static void
roles_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovChoiceChain) self = user_data;
  g_autoptr(GError) error = NULL;

  if ((self->roles = ggov_store_list_roles_finish (GGOV_STORE (object), result, &error)))
    fill (self);
  else
    show_error (self, error);
}

static void
ggov_choice_chain_dispose (GObject *object)
{
  GgovChoiceChain *self = GGOV_CHOICE_CHAIN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->roles);
  g_clear_object (&self->posts);
  g_clear_pointer (&self->role_code, g_free);
  g_clear_pointer (&self->place_kind, g_free);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (ggov_choice_chain_parent_class)->dispose (object);
}

static void
ggov_choice_chain_class_init (GgovChoiceChainClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_choice_chain_dispose;
}

static void
ggov_choice_chain_init (GgovChoiceChain *self)
{
}

static GgovPick *
add_pick (GgovChoiceChain *self,
          GtkBox          *box,
          const char      *title)
{
  GtkWidget *pick = ggov_pick_new (self->session, title, ggov_session_get_today (self->session),
                                   FALSE);

  g_signal_connect_object (pick, "picked", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, pick);

  return GGOV_PICK (pick);
}

GtkWidget *
ggov_choice_chain_new (GgovSession *session)
{
  GgovChoiceChain *self = g_object_new (GGOV_TYPE_CHOICE_CHAIN, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->session = g_object_ref (session);
  self->nominator = add_pick (self, box, _("Nominated by"));
  self->approver = add_pick (self, box, _("Approved by"));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->label), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_box_append (box, GTK_WIDGET (self->label));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
  ggov_store_list_roles_async (ggov_session_get_store (session), ggov_session_get_today (session),
                               NULL, roles_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

void
ggov_choice_chain_set_post (GgovChoiceChain *self,
                            const char      *role_code,
                            const char      *place_kind,
                            gint64           place_id,
                            const char      *day)
{
  int number;

  g_return_if_fail (GGOV_IS_CHOICE_CHAIN (self));

  if (self->session == NULL || !ggov_local_day_parse (day, &number, NULL))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_free (self->role_code);
  g_free (self->place_kind);
  g_free (self->day);
  self->cancellable = g_cancellable_new ();
  self->role_code = g_strdup (role_code);
  self->place_kind = g_strdup (place_kind);
  self->place_id = place_id;
  self->day = g_strdup (day);
  ggov_store_list_chain_async (ggov_session_get_store (self->session), place_kind, place_id, day,
                               self->cancellable, posts_cb, g_object_ref (self));
}

void
ggov_choice_chain_set_person (GgovChoiceChain *self,
                              const char      *name)
{
  g_return_if_fail (GGOV_IS_CHOICE_CHAIN (self));

  g_free (self->person);
  self->person = g_strdup (name);
  show (self);
}

gint64
ggov_choice_chain_get_nominator (GgovChoiceChain *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE_CHAIN (self), 0);

  return ggov_pick_get_id (self->nominator);
}

gint64
ggov_choice_chain_get_approver (GgovChoiceChain *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE_CHAIN (self), 0);

  return ggov_pick_get_id (self->approver);
}

gboolean
ggov_choice_chain_is_unclear (GgovChoiceChain *self)
{
  g_return_val_if_fail (GGOV_IS_CHOICE_CHAIN (self), FALSE);

  if (ggov_pick_is_unclear (self->nominator))
    gtk_widget_grab_focus (GTK_WIDGET (self->nominator));
  else if (ggov_pick_is_unclear (self->approver))
    gtk_widget_grab_focus (GTK_WIDGET (self->approver));
  else
    return FALSE;

  return TRUE;
}
