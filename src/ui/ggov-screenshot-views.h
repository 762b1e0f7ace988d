/* ggov-screenshot-views.h: what the pictures of the program show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovScreenshotView:
 * @name: the first word of the picture's file name
 * @page: the page of the window, a name of ggov_window_show_page()
 * @colours: (nullable): the id of the theme that the map is coloured by
 * @look: (nullable): the detailed action by which the page comes to look so, where it has several
 *   looks; looked for in the page
 * @window: (nullable): the detailed action that opens a window of its own, which is then taken
 *   instead of the page; looked for in the page, then in the window
 * @form: (nullable): the detailed action that opens a form over that window, which is then taken
 *   instead; looked for in the window until it is there
 * @needs_draft: the first draft is opened on the map before
 */
typedef struct
{
  const char *name;
  const char *page;
  const char *colours;
  const char *look;
  const char *window;
  const char *form;
  gboolean    needs_draft;
} GgovScreenshotView;

/* (transfer full) (element-type GgovScreenshotView): those that need a draft only if @has_draft */
GArray *ggov_screenshot_views_new (gboolean has_draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
