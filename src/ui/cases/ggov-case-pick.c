/* ggov-case-pick.c: a field in which an issue or an organisation is found and chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-pick.h"
#include "ggov-find-field.h"
#include "ggov-organisation-kind.h"
#include "ggov-store-organisations.h"
#include "ggov-store-search.h"

/* Further words find the rest. */
#define MOST_FOUND 20

struct _GgovCasePick
{
  AdwBin            parent_instance;

  GgovSession      *session;
  GgovCasePickKind  kind;
  GCancellable     *searching; /* (nullable) */
  GgovFindField    *field;     /* (unowned) */
};

G_DEFINE_FINAL_TYPE (GgovCasePick, ggov_case_pick, ADW_TYPE_BIN)

static void
append (GListStore *found,
        gint64      id,
        const char *name,
        const char *detail)
{
  const GgovChoiceFields fields = { .id = id, .name = name, .detail = detail };
  g_autoptr(GgovChoice) choice = ggov_choice_new (&fields);

  g_list_store_append (found, choice);
}

static void
issues_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovCasePick) self = user_data;
  g_autoptr(GListModel) hits = ggov_store_search_finish (GGOV_STORE (object), result, NULL);
  g_autoptr(GListStore) found = g_list_store_new (GGOV_TYPE_CHOICE);

  if (hits == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(GgovSearchHit) hit = g_list_model_get_item (hits, i);

      if (g_str_equal (ggov_search_hit_get_kind (hit), "issue"))
        append (found, ggov_search_hit_get_id (hit), ggov_search_hit_get_title (hit),
                ggov_search_hit_get_detail (hit));
    }
  ggov_find_field_show (self->field, G_LIST_MODEL (found));
}

static void
organisations_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GgovCasePick) self = user_data;
  g_autoptr(GListModel) rows = ggov_store_list_organisations_finish (GGOV_STORE (object), result,
                                                                     NULL);
  g_autoptr(GListStore) found = g_list_store_new (GGOV_TYPE_CHOICE);

  if (rows == NULL || self->session == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovOrganisation) one = g_list_model_get_item (rows, i);
      const GgovOrganisationRow *row = ggov_organisation_get_row (one);

      /* Those of the Party have numbers of their own. */
      if (!ggov_organisation_kind_is_party (row->kind))
        append (found, row->id, row->name, ggov_organisation_kind_get_label_of (row->kind));
    }
  ggov_find_field_show (self->field, G_LIST_MODEL (found));
}

static void
searched_cb (GgovCasePick *self)
{
  const char *typed = ggov_find_field_get_text (self->field);
  const char *today = ggov_session_get_today (self->session);
  GgovStore *store = ggov_session_get_store (self->session);
  const GgovOrganisationFilter filter = { .text = typed };

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  if (self->kind == GGOV_CASE_PICK_ISSUE)
    ggov_store_search_async (store, typed, today, MOST_FOUND, self->searching, issues_cb,
                             g_object_ref (self));
  else
    ggov_store_list_organisations_async (store, &filter, today, self->searching, organisations_cb,
                                         g_object_ref (self));
}

static void
ggov_case_pick_dispose (GObject *object)
{
  GgovCasePick *self = GGOV_CASE_PICK (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_case_pick_parent_class)->dispose (object);
}

static gboolean
ggov_case_pick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GGOV_CASE_PICK (widget)->field));
}

static void
ggov_case_pick_class_init (GgovCasePickClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_case_pick_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ggov_case_pick_grab_focus;
}

static void
ggov_case_pick_init (GgovCasePick *self)
{
}

GtkWidget *
ggov_case_pick_new (GgovSession      *session,
                    GgovCasePickKind  kind,
                    const char       *title)
{
  GgovCasePick *self = g_object_new (GGOV_TYPE_CASE_PICK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = g_object_new (GGOV_TYPE_FIND_FIELD, "label", title, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->field));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->field, "searched", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
ggov_case_pick_choose (GgovCasePick *self,
                       gint64        id,
                       const char   *name)
{
  const GgovChoiceFields fields = { .id = id, .name = name };
  g_autoptr(GgovChoice) choice = NULL;

  g_return_if_fail (GGOV_IS_CASE_PICK (self));

  choice = ggov_choice_new (&fields);
  ggov_find_field_choose (self->field, choice);
}

gint64
ggov_case_pick_require (GgovCasePick *self)
{
  GgovChoice *chosen;

  g_return_val_if_fail (GGOV_IS_CASE_PICK (self), 0);

  chosen = ggov_find_field_get_chosen (self->field);
  if (chosen)
    return ggov_choice_get_fields (chosen)->id;

  ggov_find_field_set_problem (self->field, self->kind == GGOV_CASE_PICK_ISSUE
                               ? _("Choose the issue from what is found.")
                               : _("Choose the organisation from what is found."));
  gtk_widget_grab_focus (GTK_WIDGET (self->field));

  return 0;
}
