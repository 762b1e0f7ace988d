/* ggov-grid.c: a base grid and what it holds, as of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-grid.h"

#define SEQUENCE_DIGITS 3

struct _GgovGrid
{
  GObject  parent_instance;

  gint64   id;
  gint64   community_id;
  char    *code;
  char    *name;
  char    *community;
  int      households;
  int      people;
  int      buildings;
  char    *member; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (GgovGrid, ggov_grid, G_TYPE_OBJECT)

static void
ggov_grid_finalize (GObject *object)
{
  GgovGrid *self = GGOV_GRID (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->community, g_free);
  g_clear_pointer (&self->member, g_free);

  G_OBJECT_CLASS (ggov_grid_parent_class)->finalize (object);
}

static void
ggov_grid_class_init (GgovGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_grid_finalize;
}

static void
ggov_grid_init (GgovGrid *self)
{
}

GgovGrid *
ggov_grid_new (const GgovGridRow *row)
{
  GgovGrid *self = g_object_new (GGOV_TYPE_GRID, NULL);

  self->id = row->id;
  self->community_id = row->community_id;
  self->code = g_strdup (row->code);
  self->name = g_strdup (row->name);
  self->community = g_strdup (row->community);
  self->households = row->households;
  self->people = row->people;
  self->buildings = row->buildings;
  self->member = g_strdup (row->member);

  return self;
}

gint64
ggov_grid_get_id (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), 0);

  return self->id;
}

gint64
ggov_grid_get_community_id (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), 0);

  return self->community_id;
}

const char *
ggov_grid_get_code (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), NULL);

  return self->code;
}

const char *
ggov_grid_get_name (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), NULL);

  return self->name;
}

const char *
ggov_grid_get_community (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), NULL);

  return self->community;
}

int
ggov_grid_get_households (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), 0);

  return self->households;
}

int
ggov_grid_get_people (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), 0);

  return self->people;
}

int
ggov_grid_get_buildings (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), 0);

  return self->buildings;
}

const char *
ggov_grid_get_member (GgovGrid *self)
{
  g_return_val_if_fail (GGOV_IS_GRID (self), NULL);

  return self->member;
}

const char *
ggov_grid_get_number (GgovGrid *self)
{
  gsize length;

  g_return_val_if_fail (GGOV_IS_GRID (self), NULL);

  length = strlen (self->code);

  return length > SEQUENCE_DIGITS ? self->code + length - SEQUENCE_DIGITS : self->code;
}
