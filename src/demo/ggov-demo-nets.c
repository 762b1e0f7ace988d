/* ggov-demo-nets.c: what two departments had drawn before there were base grids
 *
 * The police have cut the whole sub-district into areas that tile it, one of which reaches into its
 * neighbour; the environment office has broad strips that leave a part of the south out. Neither
 * knows of communities.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <math.h>

#include "ggov-demo-names-private.h"
#include "ggov-demo-office-private.h"
#include "ggov-geo-wkb.h"
#include "ggov-write-nets.h"
#include "ggov-write-people.h"

#define STREAM       0x6e657473 /* of chance */
#define MARGIN       0.02       /* of the town's width, that a net hangs over */
#define REACH        0.03       /* of an area's width, that one reaches into its neighbour */
#define LEFT_OUT     0.08       /* of the town's height, in the south */
#define JITTER       0.12       /* of an area's width, by which corners lie off */
#define CORNERS      5

typedef struct
{
  const char *name;
  const char *department;
  const char *role_code;
  const char *prefix;    /* of codes */
  const char *grid_word; /* what the department calls an area */
  const char *old_role;
  guint       columns;   /* of a tile of the town */
  guint       rows;
  double      left_out;  /* of the height */
  gboolean    is_staffed; /* by the members of the role that the office knows */
} NetTerms;

static const NetTerms nets[] = {
  { "公安警务责任区", "公安分局", "department_police", "JW", "警务区", "社区民警", 3, 2, 0, TRUE },
  { "环境监管网格", "生态环境分局", "department_enforcement", "HJ", "环境片区", "环境监督员", 4, 1,
    LEFT_OUT, FALSE },
};

typedef struct
{
  GgovChange      *change;
  GgovDemoOffice  *office;
  const NetTerms  *terms;
  GgovDemoRandom   random;
  double           box[4];  /* west, south, east, north, degrees */
  guint            columns;
  guint            rows;
  double          *corners; /* (array): shape [rows + 1][columns + 1][2], degrees */
  GArray          *members; /* (element-type gint64): who the office knows of the role */
  gint64           net_id;
} NetWork;

static void
measure (NetWork *self)
{
  const GgovDemoTown *town = self->office->town;
  double width;

  for (guint i = 0; i < town->communities->len; i++)
    {
      const double *box = g_array_index (town->communities, GgovDemoCommunity, i).box;

      for (guint k = 0; k < 2; k++)
        {
          self->box[k] = i == 0 ? box[k] : MIN (self->box[k], box[k]);
          self->box[k + 2] = i == 0 ? box[k + 2] : MAX (self->box[k + 2], box[k + 2]);
        }
    }

  width = self->box[2] - self->box[0];
  self->box[0] -= MARGIN * width;
  self->box[2] += MARGIN * width;
  self->box[1] -= MARGIN * width;
  self->box[3] += MARGIN * width;
  self->box[1] += self->terms->left_out * (self->box[3] - self->box[1]);
}

/* Corners of neighbours are the same; only those within the net lie off. */
static void
place_corners (NetWork *self)
{
  double step[2];

  step[0] = (self->box[2] - self->box[0]) / self->columns;
  step[1] = (self->box[3] - self->box[1]) / self->rows;
  self->corners = g_new (double, 2 * (gsize) (self->columns + 1) * (self->rows + 1));
  for (guint row = 0; row <= self->rows; row++)
    for (guint column = 0; column <= self->columns; column++)
      {
        double *corner = self->corners + 2 * ((gsize) row * (self->columns + 1) + column);
        double east = _ggov_demo_random_between (&self->random, -JITTER, JITTER);
        double north = _ggov_demo_random_between (&self->random, -JITTER, JITTER);

        corner[0] = self->box[0] + step[0] * column;
        corner[1] = self->box[1] + step[1] * row;
        if (column > 0 && column < self->columns)
          corner[0] += step[0] * east;
        if (row > 0 && row < self->rows)
          corner[1] += step[1] * north;
      }
}

static GBytes *
make_shape (const NetWork *self,
            guint          column,
            guint          row)
{
  const guint around[CORNERS][2] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 }, { 0, 0 } };
  const guint size = CORNERS;
  double reach = REACH * (self->box[2] - self->box[0]) / self->columns;
  double coords[2 * CORNERS];

  for (guint i = 0; i < CORNERS; i++)
    {
      const double *corner = self->corners + 2 * ((gsize) (row + around[i][1]) *
                                                  (self->columns + 1) + column + around[i][0]);

      coords[2 * i] = corner[0];
      coords[2 * i + 1] = corner[1];
      /* The first area of all reaches into the one east of it. */
      if (column == 0 && row == 0 && around[i][0] == 1)
        coords[2 * i] += reach;
    }

  return ggov_geo_wkb_new_polygon (coords, &size, 1);
}

static void
find_members (NetWork *self)
{
  GArray *posts = self->office->grid_posts;

  for (guint i = 0; self->terms->is_staffed && i < posts->len; i++)
    {
      gint64 id = g_array_index (posts, GgovDemoGridPosts, i)
                    .others[GGOV_DEMO_POLICE - GGOV_DEMO_FIRST_ON_GRID];
      gboolean known = id == 0;

      for (guint k = 0; !known && k < self->members->len; k++)
        known = g_array_index (self->members, gint64, k) == id;
      if (!known)
        g_array_append_val (self->members, id);
    }
}

static gboolean
add_leader (NetWork  *self,
            gint64    grid_id,
            guint     number,
            GError  **error)
{
  g_auto(GgovDemoNamed) named = { NULL };
  g_autofree char *name = NULL;
  g_autofree char *phone = NULL;
  GgovOldPersonRecord record = { .grid_id = grid_id, .role = self->terms->old_role };

  if (number <= self->members->len)
    {
      if (!ggov_change_get_person_name (self->change,
                                        g_array_index (self->members, gint64, number - 1), &name,
                                        &phone, error))
        return FALSE;
    }
  else
    _ggov_demo_name_person (&named, 1972, 1996, 0.3, &self->random);

  record.name = name ? name : named.name;
  record.phone = name ? phone : named.phone;

  return ggov_change_add_old_person (self->change, &record, error) != 0;
}

static gboolean
add_grid (NetWork  *self,
          guint     column,
          guint     row,
          GError  **error)
{
  guint number = row * self->columns + column + 1;
  g_autofree char *code = g_strdup_printf ("%s-%02u", self->terms->prefix, number);
  g_autofree char *name = g_strdup_printf ("第%u%s", number, self->terms->grid_word);
  g_autoptr(GBytes) shape = make_shape (self, column, row);
  const GgovOldGridRecord record = {
    .net_id = self->net_id, .code = code, .name = name, .shape = shape,
  };
  gint64 id = ggov_change_add_old_grid (self->change, &record, error);

  return id && add_leader (self, id, number, error);
}

static gboolean
write_net (GgovChange      *change,
           GgovDemoOffice  *office,
           const NetTerms  *terms,
           GError         **error)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree double *corners = NULL;
  guint tiles = (guint) ceil (sqrt (office->town->scale));
  const GgovNetRecord record = {
    .name = terms->name, .department = terms->department, .role_code = terms->role_code,
    .imported_on = office->founded_text,
  };
  NetWork work = {
    .change = change, .office = office, .terms = terms, .members = members,
    .random = _ggov_demo_random_new (office->town->seed, STREAM + (guint) (terms - nets)),
    .columns = terms->columns * tiles, .rows = terms->rows * tiles,
  };

  if (!(work.net_id = ggov_change_add_net (change, &record, error)))
    return FALSE;

  measure (&work);
  place_corners (&work);
  corners = work.corners;
  find_members (&work);
  for (guint row = 0; row < work.rows; row++)
    for (guint column = 0; column < work.columns; column++)
      if (!add_grid (&work, column, row, error))
        return FALSE;

  return TRUE;
}

gboolean
_ggov_demo_write_nets (GgovChange  *change,
                       gpointer     data,
                       GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (nets); i++)
    if (!write_net (change, data, &nets[i], error))
      return FALSE;

  return TRUE;
}
