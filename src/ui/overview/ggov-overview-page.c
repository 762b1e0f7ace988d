/* ggov-overview-page.c: the office at a glance, and what asks for attention today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-overview-page.h"
#include "ggov-session.h"

struct _GgovOverviewPage
{
  AdwBin       parent_instance;

  GgovSession *session; /* (nullable) */
};

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovOverviewPage, ggov_overview_page, ADW_TYPE_BIN)

static void
set_session (GgovOverviewPage *self,
             GgovSession      *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
ggov_overview_page_dispose (GObject *object)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ggov_overview_page_parent_class)->dispose (object);
}

static void
ggov_overview_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_overview_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  GgovOverviewPage *self = GGOV_OVERVIEW_PAGE (object);

  if (prop_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ggov_overview_page_class_init (GgovOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_overview_page_dispose;
  object_class->get_property = ggov_overview_page_get_property;
  object_class->set_property = ggov_overview_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, GGOV_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/overview/ggov-overview-page.ui");
}

static void
ggov_overview_page_init (GgovOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
