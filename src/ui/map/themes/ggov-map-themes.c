/* ggov-map-themes.c: what the map is coloured by, chosen by the user and remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-error-text.h"
#include "ggov-map-issues.h"
#include "ggov-map-legend.h"
#include "ggov-map-themes.h"
#include "ggov-settings.h"

struct _GgovMapThemes
{
  GObject           parent_instance;

  GgovMapCanvas    *canvas;      /* (unowned) */
  GgovMapLegend    *legend;      /* (unowned): of the canvas */
  GgovMapIssues    *issues;      /* (nullable): NULL once disposed of */
  GSettings        *settings;    /* (nullable): NULL where the program is not installed */
  GgovSession      *session;     /* (nullable) */
  GCancellable     *cancellable; /* (nullable): of the values being read */
  const GgovTheme  *theme;       /* (nullable) */
  GgovClassesTerms  terms;       /* of the theme */
  GgovThemeValues  *values;      /* (nullable): of the theme, once they are read */
  gboolean          is_drafting;
  gboolean          is_old;      /* whether something was written while the map was not seen */
  gboolean          has_issues;
  gboolean          has_legend;
};

enum {
  PROP_THEME = 1,
  PROP_CLASSING,
  PROP_CLASSES,
  PROP_ISSUES,
  PROP_LEGEND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GgovMapThemes, ggov_map_themes, G_TYPE_OBJECT)

static gboolean
can_paint (GgovMapThemes *self)
{
  if (self->theme == NULL)
    return FALSE;
  if (self->is_drafting && self->theme->subject == GGOV_THEME_GRIDS)
    return self->theme->get_value != NULL;

  return self->values != NULL;
}

/* Whether grids speak for themselves, because no record does. */
static gboolean
asks_grids (GgovMapThemes *self)
{
  return self->is_drafting && self->theme->subject == GGOV_THEME_GRIDS;
}

static void
paint (GgovMapThemes *self)
{
  g_autoptr(GgovThemeSource) source = NULL;

  if (can_paint (self))
    source = ggov_theme_source_new (self->theme, &self->terms,
                                    asks_grids (self) ? NULL : self->values);

  /* Until they are read, the colours of before stay. */
  if (source || self->theme == NULL || asks_grids (self))
    ggov_map_canvas_set_theme (self->canvas, source);
  ggov_map_legend_set_theme (self->legend, self->theme,
                             self->theme && asks_grids (self) && source == NULL);
}

static void
values_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GgovMapThemes) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovThemeValues) values = ggov_store_read_theme_finish (GGOV_STORE (object), result,
                                                                    &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (values)
    {
      g_clear_pointer (&self->values, ggov_theme_values_unref);
      self->values = g_steal_pointer (&values);
      paint (self);
    }
  else
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.show-message", "s", sentence);
    }
}

static void
read_values (GgovMapThemes *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_old = FALSE;
  if (self->session == NULL || self->theme == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  ggov_store_read_theme_async (ggov_session_get_store (self->session), self->theme,
                               ggov_session_get_today (self->session),
                               ggov_session_get_now (self->session), self->cancellable,
                               values_read_cb, g_object_ref (self));
}

/* A map that is not seen reads once it is. */
static void
changed_cb (GgovMapThemes      *self,
            const char * const *tables)
{
  if (self->theme == NULL || !ggov_theme_reads (self->theme, tables))
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    read_values (self);
  else
    self->is_old = TRUE;
}

static void
canvas_map_cb (GgovMapThemes *self)
{
  if (self->is_old)
    read_values (self);
}

static GVariant *
get_kept_classes (GgovMapThemes *self)
{
  return self->settings ? g_settings_get_value (self->settings, "map-classes")
                        : g_variant_ref_sink (g_variant_new ("a{s(si)}", NULL));
}

/* What the user has chosen for a theme goes before what it has by itself. */
static void
init_terms (GgovMapThemes *self)
{
  g_autoptr(GVariant) kept = get_kept_classes (self);
  const char *code;
  int n;

  ggov_theme_init_terms (self->theme, &self->terms);
  if (!g_variant_lookup (kept, self->theme->id, "(&si)", &code, &n))
    return;

  if (self->terms.method < GGOV_CLASSING_TARGET)
    self->terms.method = ggov_classing_from_code (code, self->terms.method);
  if (self->terms.method != GGOV_CLASSING_EACH && n >= GGOV_CLASSES_MIN && n <= GGOV_CLASSES_MAX)
    self->terms.n = n;
}

static void
keep_terms (GgovMapThemes *self)
{
  g_autoptr(GVariant) kept = get_kept_classes (self);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id, *code;
  int n;

  if (self->settings == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(si)}"));
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&s(&si)}", &id, &code, &n))
    if (!g_str_equal (id, self->theme->id))
      g_variant_builder_add (&builder, "{s(si)}", id, code, n);
  g_variant_builder_add (&builder, "{s(si)}", self->theme->id,
                         ggov_classing_get_code (self->terms.method), (int) self->terms.n);
  g_settings_set_value (self->settings, "map-classes", g_variant_builder_end (&builder));
}

static void
set_theme (GgovMapThemes *self,
           const char    *id)
{
  const GgovTheme *theme = ggov_theme_find (id);

  if (self->theme == theme)
    return;

  self->theme = theme;
  g_clear_pointer (&self->values, ggov_theme_values_unref);
  if (theme)
    init_terms (self);

  read_values (self);
  paint (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSES]);
}

static void
set_terms (GgovMapThemes *self,
           GgovClassing   method,
           int            n)
{
  if (self->theme == NULL || self->theme->classing == GGOV_CLASSING_EACH ||
      (method == self->terms.method && n == (int) self->terms.n))
    return;

  if (self->theme->classing < GGOV_CLASSING_TARGET && method < GGOV_CLASSING_TARGET)
    self->terms.method = method;
  self->terms.n = CLAMP (n, GGOV_CLASSES_MIN, GGOV_CLASSES_MAX);
  keep_terms (self);
  paint (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSES]);
}

static gboolean
show_menu_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  ggov_map_legend_open_menu (GGOV_MAP_LEGEND (user_data));

  return TRUE;
}

/* While the map has the keyboard. */
static void
add_keys (GgovMapThemes *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_t, 0),
                      gtk_callback_action_new (show_menu_cb, self->legend, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_t, GDK_SHIFT_MASK),
                      gtk_named_action_new ("themes.legend")));
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
}

static void
add_actions (GgovMapThemes *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 1; i < N_PROPS; i++)
    {
      const char *name = properties[i]->name;
      g_autoptr(GPropertyAction) action = g_property_action_new (name, self, name);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }

  gtk_widget_insert_action_group (GTK_WIDGET (self->canvas), "themes", G_ACTION_GROUP (group));
}

static void
bind_settings (GgovMapThemes *self)
{
  if (!(self->settings = ggov_settings_new ()))
    return;

  g_settings_bind (self->settings, "map-theme", self, "theme", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-issues", self, "issues", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "map-legend", self, "legend", G_SETTINGS_BIND_DEFAULT);
}

static void
ggov_map_themes_dispose (GObject *object)
{
  GgovMapThemes *self = GGOV_MAP_THEMES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 1; i < N_PROPS; i++)
    if (self->settings)
      g_settings_unbind (self, properties[i]->name);
  if (self->issues)
    g_object_run_dispose (G_OBJECT (self->issues));
  g_clear_object (&self->settings);
  g_clear_object (&self->issues);
  g_clear_object (&self->session);
  g_clear_pointer (&self->values, ggov_theme_values_unref);

  G_OBJECT_CLASS (ggov_map_themes_parent_class)->dispose (object);
}

static void
ggov_map_themes_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  GgovMapThemes *self = GGOV_MAP_THEMES (object);

  switch (prop_id)
    {
    case PROP_THEME:
      g_value_set_string (value, self->theme ? self->theme->id : "");
      break;

    case PROP_CLASSING:
      g_value_set_string (value, ggov_classing_get_code (self->terms.method));
      break;

    case PROP_CLASSES:
      g_value_set_int (value, self->terms.n);
      break;

    case PROP_ISSUES:
      g_value_set_boolean (value, self->has_issues);
      break;

    case PROP_LEGEND:
      g_value_set_boolean (value, self->has_legend);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ggov_map_themes_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  GgovMapThemes *self = GGOV_MAP_THEMES (object);

  switch (prop_id)
    {
    case PROP_THEME:
      set_theme (self, g_value_get_string (value));
      break;

    case PROP_CLASSING:
      set_terms (self, ggov_classing_from_code (g_value_get_string (value), self->terms.method),
                 self->terms.n);
      break;

    case PROP_CLASSES:
      set_terms (self, self->terms.method, g_value_get_int (value));
      break;

    case PROP_ISSUES:
      self->has_issues = g_value_get_boolean (value);
      ggov_map_issues_set_shown (self->issues, self->has_issues);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_LEGEND:
      self->has_legend = g_value_get_boolean (value);
      ggov_map_legend_set_open (self->legend, self->has_legend);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ggov_map_themes_class_init (GgovMapThemesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ggov_map_themes_dispose;
  object_class->get_property = ggov_map_themes_get_property;
  object_class->set_property = ggov_map_themes_set_property;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, "", flags);
  properties[PROP_CLASSING] = g_param_spec_string ("classing", NULL, NULL, "natural", flags);
  properties[PROP_CLASSES] = g_param_spec_int ("classes", NULL, NULL, 0, GGOV_CLASSES_MAX, 0, flags);
  properties[PROP_ISSUES] = g_param_spec_boolean ("issues", NULL, NULL, FALSE, flags);
  properties[PROP_LEGEND] = g_param_spec_boolean ("legend", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_map_themes_init (GgovMapThemes *self)
{
  self->has_legend = TRUE;
}

static void
painted_cb (GgovMapThemes *self)
{
  ggov_map_legend_set_paint (self->legend, ggov_map_canvas_get_paint (self->canvas));
}

GgovMapThemes *
ggov_map_themes_new (GgovMapCanvas *canvas)
{
  GgovMapThemes *self;

  g_return_val_if_fail (GGOV_IS_MAP_CANVAS (canvas), NULL);

  self = g_object_new (GGOV_TYPE_MAP_THEMES, NULL);
  self->canvas = canvas;
  self->legend = ggov_map_legend_new ();
  ggov_map_canvas_add_overlay (canvas, GTK_WIDGET (self->legend));
  self->issues = ggov_map_issues_new (canvas, self->legend);
  add_actions (self);
  add_keys (self);
  g_signal_connect_object (canvas, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "map", G_CALLBACK (canvas_map_cb), self, G_CONNECT_SWAPPED);
  ggov_map_legend_set_theme (self->legend, NULL, FALSE);
  bind_settings (self);

  return self;
}

void
ggov_map_themes_set_session (GgovMapThemes *self,
                             GgovSession   *session)
{
  g_return_if_fail (GGOV_IS_MAP_THEMES (self));

  if (self->session)
    g_signal_handlers_disconnect_by_func (ggov_session_get_store (self->session), changed_cb, self);

  g_set_object (&self->session, session);
  g_clear_pointer (&self->values, ggov_theme_values_unref);
  if (session)
    g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                             self, G_CONNECT_SWAPPED);
  ggov_map_canvas_set_theme (self->canvas, NULL);
  ggov_map_issues_set_session (self->issues, session);
  read_values (self);
}

void
ggov_map_themes_set_drafting (GgovMapThemes *self,
                              gboolean       is_drafting)
{
  g_return_if_fail (GGOV_IS_MAP_THEMES (self));

  if (self->is_drafting == is_drafting)
    return;

  self->is_drafting = is_drafting;
  paint (self);
}

const GgovTheme *
ggov_map_themes_get_theme (GgovMapThemes *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_THEMES (self), NULL);

  return self->theme;
}

gboolean
ggov_map_themes_is_complete (GgovMapThemes *self)
{
  g_return_val_if_fail (GGOV_IS_MAP_THEMES (self), FALSE);

  return self->cancellable == NULL && !self->is_old &&
         ggov_map_issues_is_complete (self->issues) && ggov_map_canvas_is_complete (self->canvas);
}
