/* ggov-report-map-index.c: who and what is on a map, as lists beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-place-label.h"
#include "ggov-report-map-index-private.h"
#include "ggov-report-map-private.h"

#define TEXT_PT 8.0

/* Widths of columns; the first has what is left. */
#define NAME_MM       20.0
#define PHONE_MM      21.0
#define HOUSEHOLDS_MM 18.0
#define CODE_MM       27.0

#define MOST_CELLS 4

GgovReportTable *
_ggov_report_index_new_table (GgovReportIndexKind  kind,
                              gboolean             with_phones,
                              PangoContext        *context)
{
  const GgovReportColumn household = {
    C_("map sheet", "Households"), HOUSEHOLDS_MM, PANGO_ALIGN_RIGHT,
  };
  const GgovReportColumn phone = { C_("roster", "Phone"), PHONE_MM, PANGO_ALIGN_CENTER };
  const GgovReportColumn names[] = {
    [GGOV_REPORT_INDEX_PEOPLE] = { C_("roster", "Name"), NAME_MM, PANGO_ALIGN_LEFT },
    [GGOV_REPORT_INDEX_BUILDINGS] = { C_("map sheet", "Leader"), NAME_MM, PANGO_ALIGN_LEFT },
    [GGOV_REPORT_INDEX_GRIDS] = { C_("map sheet", "Leader"), NAME_MM, PANGO_ALIGN_LEFT },
  };
  const GgovReportColumn firsts[] = {
    [GGOV_REPORT_INDEX_PEOPLE] = { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    [GGOV_REPORT_INDEX_BUILDINGS] = { C_("map sheet", "Building"), 0, PANGO_ALIGN_LEFT },
    [GGOV_REPORT_INDEX_GRIDS] = { C_("map sheet", "Grid"), CODE_MM, PANGO_ALIGN_LEFT },
  };
  GgovReportColumn columns[MOST_CELLS] = { firsts[kind] };
  double left_mm = GGOV_REPORT_INDEX_WIDTH_MM;
  guint n = 1;

  if (kind != GGOV_REPORT_INDEX_PEOPLE)
    columns[n++] = household;
  columns[n++] = names[kind];
  if (with_phones)
    columns[n++] = phone;

  /* A code is as wide as it is: there the name has what is left. */
  for (guint i = 0; i < n; i++)
    left_mm -= columns[i].width_mm;
  columns[kind == GGOV_REPORT_INDEX_GRIDS ? 2 : 0].width_mm += left_mm;

  return ggov_report_table_new (context, columns, n, TEXT_PT);
}

static void
section_free (GgovReportIndexSection *section)
{
  g_free (section->title);
  g_ptr_array_unref (section->rows);
  g_array_unref (section->heights);
  g_free (section);
}

static GgovReportIndexSection *
add_section (GPtrArray           *sections,
             const char          *title,
             GgovReportIndexKind  kind)
{
  GgovReportIndexSection *section = g_new0 (GgovReportIndexSection, 1);

  section->title = g_strdup (title);
  section->kind = kind;
  section->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  section->heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (sections, section);

  return section;
}

static void
measure (GPtrArray               *sections,
         GgovReportTable * const *tables)
{
  for (guint i = 0; i < sections->len; i++)
    {
      GgovReportIndexSection *section = sections->pdata[i];

      for (guint j = 0; j < section->rows->len; j++)
        {
          const char *const *cells = section->rows->pdata[j];
          double height = cells[1] == NULL
                            ? GGOV_REPORT_INDEX_GROUP_HEIGHT
                            : ggov_report_table_measure_row (tables[section->kind], cells);

          g_array_append_val (section->heights, height);
        }
    }
}

/* The cells of a row; takes @first over. */
static void
add_row (GgovReportIndexSection *section,
         char                   *first,
         const char             *households,
         const char             *name,
         const char             *phone,
         gboolean                with_phones)
{
  g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *owned = first;

  g_strv_builder_add (cells, owned);
  if (section->kind != GGOV_REPORT_INDEX_PEOPLE)
    g_strv_builder_add (cells, households);
  g_strv_builder_add (cells, name ? name : "");
  if (with_phones)
    g_strv_builder_add (cells, phone ? phone : "");
  g_ptr_array_add (section->rows, g_strv_builder_end (cells));
}

static void
add_group (GgovReportIndexSection *section,
           const char             *words)
{
  const char *cells[] = { words, NULL };

  g_ptr_array_add (section->rows, g_strdupv ((char **) cells));
}

static void
add_people (GgovReportIndexSection *section,
            GgovAtlas              *atlas,
            gint64                  community_id,
            gint64                  grid_id,
            gboolean                with_phones)
{
  for (guint i = 0; i < atlas->posts->len; i++)
    {
      const GgovAtlasPost *post = atlas->posts->pdata[i];

      if ((community_id != 0 && post->community_id == community_id) ||
          (grid_id != 0 && post->grid_id == grid_id))
        add_row (section, g_strdup (post->role), NULL, post->name, post->phone, with_phones);
    }
}

/* All who hold a post of a role at a place, and their phones, each list on one line. */
typedef struct
{
  GString *names;
  GString *phones;
} Holders;

static void
holders_clear (Holders *holders)
{
  g_string_free (holders->names, TRUE);
  g_string_free (holders->phones, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holders, holders_clear)

static Holders
find_holders (GgovAtlas  *atlas,
              const char *role_code,
              gint64      grid_id,
              gint64      building_id)
{
  Holders holders = { g_string_new (NULL), g_string_new (NULL) };

  for (guint i = 0; i < atlas->posts->len; i++)
    {
      const GgovAtlasPost *post = atlas->posts->pdata[i];
      const char *mark = holders.names->len > 0 ? " / " : "";

      if ((grid_id != 0 && post->grid_id != grid_id) ||
          (building_id != 0 && post->building_id != building_id) ||
          !g_str_equal (post->role_code, role_code))
        continue;

      g_string_append_printf (holders.names, "%s%s", mark, post->name);
      if (post->phone)
        g_string_append_printf (holders.phones, "%s%s", holders.phones->len > 0 ? " / " : "",
                                post->phone);
    }

  return holders;
}

/* What stands on the map comes first, if it is not the door's number. */
static char *
dup_building_words (const GgovReportMark *mark)
{
  const GgovAtlasBuilding *building = mark->building;
  g_autofree char *words = ggov_place_label_dup (NULL, building->number, building->name, 0);

  if (building->number && *building->number)
    return g_steal_pointer (&words);

  /* Translators: in a list of buildings, the letter by which the map calls one, and its name */
  return g_strdup_printf (C_("map sheet", "%1$s  %2$s"), mark->text, words);
}

static void
add_building (GgovReportIndexSection *section,
              GgovAtlas              *atlas,
              const GgovReportMark   *mark,
              gboolean                with_phones)
{
  const GgovAtlasBuilding *building = mark->building;
  const gboolean is_lived_in = building->units > 0;
  g_auto(Holders) leaders = find_holders (atlas, "building_leader", 0, building->id);
  g_autofree char *households = g_strdup_printf ("%d", building->households);

  if (is_lived_in && leaders.names->len == 0)
    g_string_append (leaders.names, C_("roster", "vacant"));

  add_row (section, dup_building_words (mark), is_lived_in ? households : "",
           leaders.names->str, leaders.phones->str, with_phones);
}

/* By compound, where there is more than the one. */
static void
add_buildings (GgovReportIndexSection *section,
               GgovAtlas              *atlas,
               GPtrArray              *marks,
               gboolean                with_phones)
{
  const char *compound = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const GgovReportMark *mark = marks->pdata[i];

      if (i == 0 ? mark->building->compound != NULL
                 : g_strcmp0 (compound, mark->building->compound) != 0)
        add_group (section, mark->building->compound
                              ? mark->building->compound
                              : C_("map sheet", "Outside compounds"));
      compound = mark->building->compound;
      add_building (section, atlas, mark, with_phones);
    }
}

GPtrArray *
_ggov_report_index_list_grid (GgovAtlas               *atlas,
                              const GgovAtlasGrid     *grid,
                              GPtrArray               *marks,
                              gboolean                 with_phones,
                              GgovReportTable * const *tables)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);

  add_people (add_section (sections, C_("map sheet", "Who serves this grid"),
                           GGOV_REPORT_INDEX_PEOPLE), atlas, 0, grid->id, with_phones);
  add_buildings (add_section (sections, C_("map sheet", "Buildings"), GGOV_REPORT_INDEX_BUILDINGS),
                 atlas, marks, with_phones);
  measure (sections, tables);

  return sections;
}

static void
add_grids (GgovReportIndexSection   *section,
           GgovAtlas                *atlas,
           const GgovAtlasCommunity *community,
           gboolean                  with_phones)
{
  g_autofree char *sum = NULL;
  int total = 0;

  for (guint i = 0; i < atlas->grids->len; i++)
    {
      const GgovAtlasGrid *grid = atlas->grids->pdata[i];
      g_auto(Holders) leaders = find_holders (atlas, "full_time_member", grid->id, 0);
      g_autofree char *households = g_strdup_printf ("%d", grid->households);

      if (grid->community_id != community->id)
        continue;

      if (leaders.names->len == 0)
        g_string_append (leaders.names, C_("roster", "vacant"));
      add_row (section, g_strdup (grid->code), households, leaders.names->str,
               leaders.phones->str, with_phones);
      total += grid->households;
    }

  sum = g_strdup_printf ("%d", total);
  add_row (section, g_strdup (C_("roster", "Total")), sum, NULL, NULL, with_phones);
}

GPtrArray *
_ggov_report_index_list_community (GgovAtlas                *atlas,
                                   const GgovAtlasCommunity *community,
                                   gboolean                  with_phones,
                                   GgovReportTable * const  *tables)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);

  add_people (add_section (sections, C_("map sheet", "Who serves this community"),
                           GGOV_REPORT_INDEX_PEOPLE), atlas, community->id, 0, with_phones);
  add_grids (add_section (sections, C_("map sheet", "Grids"), GGOV_REPORT_INDEX_GRIDS), atlas,
             community, with_phones);
  measure (sections, tables);

  return sections;
}
