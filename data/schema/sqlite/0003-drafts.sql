-- Drafts of plans, and which grid went on from one that was given up.
--
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whether an approved plan is still to come, in force or over is a matter of its days and of the
-- day asked about, so that a plan comes into force without anybody writing. 'approved' is what is
-- written from here on; 'in_force' and 'retired' of older records say no more than that.

DROP INDEX plan_one_in_force;
CREATE INDEX plan_community ON plan (community_id, valid_from);

-- A draft is a net of its own: nothing of a plan in force is touched before it is approved. Its
-- grids and arcs are numbered within the draft, by whoever draws them. It stands in nobody's way:
-- an approval or an import can be taken back though a draft has its grids or buildings.
CREATE TABLE draft_grid (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  number      INTEGER NOT NULL CHECK (number > 0),
  grid_id     INTEGER,                        -- that goes on in it, with its code; NULL is new
  name        TEXT    NOT NULL DEFAULT '',    -- empty until somebody names it
  locked      INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  UNIQUE (plan_id, number)
) STRICT;
CREATE UNIQUE INDEX draft_grid_grid ON draft_grid (plan_id, grid_id) WHERE grid_id IS NOT NULL;

CREATE TABLE draft_arc (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  number      INTEGER NOT NULL CHECK (number > 0),
  left_number INTEGER,                        -- the grid on the left; NULL is outside
  right_number INTEGER,
  line        BLOB    NOT NULL,               -- linestring, from its start node to its end node
  UNIQUE (plan_id, number),
  FOREIGN KEY (plan_id, left_number) REFERENCES draft_grid (plan_id, number),
  FOREIGN KEY (plan_id, right_number) REFERENCES draft_grid (plan_id, number),
  CHECK (left_number IS DISTINCT FROM right_number)
) STRICT;
CREATE INDEX draft_arc_left ON draft_arc (plan_id, left_number);
CREATE INDEX draft_arc_right ON draft_arc (plan_id, right_number);

CREATE TABLE draft_building (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  plan_id     INTEGER NOT NULL REFERENCES plan (id),
  building_id INTEGER NOT NULL,
  grid_number INTEGER,                        -- NULL while it is in no grid
  footprint_digest TEXT NOT NULL,             -- of the shape it had when this was written
  UNIQUE (plan_id, building_id),
  FOREIGN KEY (plan_id, grid_number) REFERENCES draft_grid (plan_id, number)
) STRICT;
CREATE INDEX draft_building_grid ON draft_building (plan_id, grid_number);

-- From the day on, the grid in which most households of one that was given up live.
CREATE TABLE grid_successor (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  grid_id     INTEGER NOT NULL REFERENCES grid (id),
  successor_id INTEGER NOT NULL REFERENCES grid (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  UNIQUE (grid_id, valid_from)
) STRICT;
CREATE INDEX grid_successor_successor ON grid_successor (successor_id);
