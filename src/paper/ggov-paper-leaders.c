/* ggov-paper-leaders.c: leaders of buildings and units, and posts that lack somebody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-paper-people-private.h"
#include "ggov-report-leaders.h"
#include "ggov-report-vacancies.h"
#include "ggov-vacancy.h"

static GgovReportPager *
make_leaders (gpointer                 content,
              const GgovPaperOptions  *options,
              PangoContext            *context,
              guint                   *n_counted,
              GError                 **error)
{
  const GgovPaperPosts *posts = content;
  g_autofree char *scope = _ggov_paper_dup_scope (posts->rows, options);
  const GgovReportRosterOptions report = _ggov_paper_get_people_options (options, scope);
  GgovReportPager *pager = ggov_report_leaders_new (posts->rows, posts->vacancies, options->place,
                                                    &report, context);

  if (pager == NULL)
    _ggov_paper_set_empty (error);

  return pager;
}

/* Those of a community have no code of their own: they are known by those of its people. */
static gboolean
is_wanted (const GgovVacancyRecord *record,
           const GgovPaperOptions  *options,
           const char              *community)
{
  if (options->place == NULL)
    return TRUE;
  if (record->grid_code)
    return g_str_has_prefix (record->grid_code, options->place);

  return !ggov_paper_options_is_grid (options) && g_strcmp0 (record->community, community) == 0;
}

static GListModel *
choose_vacancies (const GgovPaperPosts   *posts,
                  const GgovPaperOptions *options)
{
  g_autofree char *community = options->place ? _ggov_paper_dup_scope (posts->rows, options) : NULL;
  GListStore *chosen = g_list_store_new (GGOV_TYPE_VACANCY);

  for (guint i = 0; i < g_list_model_get_n_items (posts->vacancies); i++)
    {
      g_autoptr(GgovVacancy) vacancy = g_list_model_get_item (posts->vacancies, i);

      if (is_wanted (ggov_vacancy_get_record (vacancy), options, community))
        g_list_store_append (chosen, vacancy);
    }

  return G_LIST_MODEL (chosen);
}

static GgovReportPager *
make_vacancies (gpointer                 content,
                const GgovPaperOptions  *options,
                PangoContext            *context,
                guint                   *n_counted,
                GError                 **error)
{
  const GgovPaperPosts *posts = content;
  g_autoptr(GListModel) vacancies = choose_vacancies (posts, options);
  g_autofree char *scope = _ggov_paper_dup_scope (posts->rows, options);
  const GgovReportRosterOptions report = _ggov_paper_get_people_options (options, scope);

  *n_counted = g_list_model_get_n_items (vacancies);
  if (*n_counted > 0)
    return ggov_report_vacancies_new (vacancies, &report, context);

  g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                       _("No post is vacant there on that day."));

  return NULL;
}

const GgovPaperKind _ggov_paper_leaders = {
  .name = "leaders",
  .title = N_("Building and unit leaders"),
  .about = N_("Building by building, with the posts that are vacant"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN | GGOV_PAPER_PHONES,
  .read = _ggov_paper_read_posts,
  .free_content = _ggov_paper_free_posts,
  .make = make_leaders,
};

const GgovPaperKind _ggov_paper_vacancies = {
  .name = "vacancies",
  .title = N_("Vacant posts"),
  .about = N_("Which posts nobody holds, and since when"),
  .takes = GGOV_PAPER_PLACE | GGOV_PAPER_SIZE | GGOV_PAPER_TURN,
  .counts = "vacancies",
  .read = _ggov_paper_read_posts,
  .free_content = _ggov_paper_free_posts,
  .make = make_vacancies,
};
