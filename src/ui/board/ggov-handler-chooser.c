/* ggov-handler-chooser.c: who is to be sent, the best first and everybody with the reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-handler-chooser.h"
#include "ggov-store-handler-proposals.h"

struct _GgovHandlerChooser
{
  AdwBin        parent_instance;

  GCancellable *cancellable;
  GtkDropDown  *field;
  GtkLabel     *reason;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovHandlerChooser, ggov_handler_chooser, ADW_TYPE_BIN)

/* What is searched in. */
static char *
dup_words (GgovHandlerProposal *proposal,
           gpointer             user_data)
{
  g_autofree char *reason = proposal ? ggov_handler_proposal_dup_reason (proposal) : NULL;

  return reason ? g_strdup_printf ("%s %s", ggov_handler_proposal_get_record (proposal)->name, reason)
                : NULL;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  GtkWidget *reason = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize",
                                    PANGO_ELLIPSIZE_END, "max-width-chars", 44, NULL);

  gtk_widget_add_css_class (reason, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GgovHandlerProposal *proposal = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *reason = ggov_handler_proposal_dup_reason (proposal);

  gtk_label_set_label (GTK_LABEL (name), ggov_handler_proposal_get_record (proposal)->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), reason);
}

static void
set_up_chosen_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL));
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GgovHandlerProposal *proposal = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       ggov_handler_proposal_get_record (proposal)->name);
}

static GtkListItemFactory *
factory_new (GCallback set_up,
             GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", bind, NULL);

  return factory;
}

/* "4 open issues already" below the reason, so that work is shared out. */
static void
chosen_cb (GgovHandlerChooser *self)
{
  GgovHandlerProposal *proposal = gtk_drop_down_get_selected_item (self->field);
  g_autofree char *reason = proposal ? ggov_handler_proposal_dup_reason (proposal) : NULL;
  g_autofree char *open = NULL;
  g_autofree char *text = NULL;
  int n;

  if (proposal)
    {
      n = (int) ggov_handler_proposal_get_record (proposal)->n_open;
      open = g_strdup_printf (ngettext ("%d open issue", "%d open issues", n), n);
      text = g_strdup_printf ("%s · %s", reason, open);
    }
  gtk_label_set_label (self->reason, text ? text : "");
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovHandlerChooser) self = user_data;
  g_autoptr(GListModel) people =
    ggov_store_list_handler_proposals_finish (GGOV_STORE (object), result, NULL);

  if (people == NULL || self->field == NULL)
    return;

  gtk_drop_down_set_model (self->field, people);
  if (g_list_model_get_n_items (people) == 0)
    gtk_label_set_label (self->reason, _("Nobody has a post that covers this place."));
}

static void
ggov_handler_chooser_dispose (GObject *object)
{
  GgovHandlerChooser *self = GGOV_HANDLER_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->field = NULL;

  G_OBJECT_CLASS (ggov_handler_chooser_parent_class)->dispose (object);
}

static gboolean
ggov_handler_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_HANDLER_CHOOSER (widget)->field));
}

static void
ggov_handler_chooser_class_init (GgovHandlerChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_handler_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ggov_handler_chooser_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", GGOV_TYPE_HANDLER_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_handler_chooser_init (GgovHandlerChooser *self)
{
  g_autoptr(GtkExpression) words =
    gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_words), NULL, NULL);
  g_autoptr(GtkListItemFactory) rows = factory_new (G_CALLBACK (set_up_cb), G_CALLBACK (bind_cb));
  g_autoptr(GtkListItemFactory) chosen = factory_new (G_CALLBACK (set_up_chosen_cb),
                                                      G_CALLBACK (bind_chosen_cb));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->cancellable = g_cancellable_new ();
  self->field = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (self->field, words);
  gtk_drop_down_set_enable_search (self->field, TRUE);
  gtk_drop_down_set_factory (self->field, chosen);
  gtk_drop_down_set_list_factory (self->field, rows);
  self->reason = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 44,
                               NULL);
  /* Room for what comes: a dialog does not grow once it is there. */
  gtk_label_set_label (self->reason, "\n");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->reason));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->field, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ggov_handler_chooser_new (void)
{
  return g_object_new (GGOV_TYPE_HANDLER_CHOOSER, NULL);
}

void
ggov_handler_chooser_ask (GgovHandlerChooser *self,
                          GgovSession        *session,
                          gint64              issue_id,
                          const char         *role_code)
{
  const GgovHandlerQuestion question = {
    .issue_id = issue_id,
    .role_code = role_code,
    .day = ggov_session_get_today (session),
  };

  g_return_if_fail (GGOV_IS_HANDLER_CHOOSER (self));

  ggov_store_list_handler_proposals_async (ggov_session_get_store (session), &question,
                                           self->cancellable, listed_cb, g_object_ref (self));
}

gint64
ggov_handler_chooser_get_id (GgovHandlerChooser *self)
{
  GgovHandlerProposal *proposal;

  g_return_val_if_fail (GGOV_IS_HANDLER_CHOOSER (self), 0);

  proposal = gtk_drop_down_get_selected_item (self->field);

  return proposal ? ggov_handler_proposal_get_record (proposal)->person_id : 0;
}

GtkWidget *
ggov_handler_chooser_get_field (GgovHandlerChooser *self)
{
  g_return_val_if_fail (GGOV_IS_HANDLER_CHOOSER (self), NULL);

  return GTK_WIDGET (self->field);
}
