-- Nets that departments drew before there were base grids, and where their people went.
--
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- An old net is kept as it came: its grids may overlap, leave gaps and cross communities. Nothing of
-- it is deleted when it is retired.

CREATE TABLE legacy_net (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  department  TEXT    NOT NULL DEFAULT '',
  role_code   TEXT    NOT NULL DEFAULT '',    -- of the posts its people move to; empty until chosen
  source      TEXT    NOT NULL DEFAULT '',    -- whose data it is and under what licence
  imported_on TEXT    NOT NULL CHECK (date (imported_on, '+0 days') IS imported_on),
  retired_on  TEXT    CHECK (date (retired_on, '+0 days') IS retired_on) -- from when it is no more
) STRICT;

CREATE TABLE legacy_grid (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  net_id      INTEGER NOT NULL REFERENCES legacy_net (id),
  code        TEXT    NOT NULL CHECK (code <> ''), -- as the department has it
  name        TEXT    NOT NULL DEFAULT '',
  shape       BLOB    NOT NULL,               -- polygon or multipolygon
  valid_from  TEXT    CHECK (date (valid_from, '+0 days') IS valid_from), -- if the department said
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  UNIQUE (net_id, code)
) STRICT;

CREATE TABLE legacy_person (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  legacy_grid_id INTEGER NOT NULL REFERENCES legacy_grid (id),
  name        TEXT    NOT NULL CHECK (name <> ''),
  phone       TEXT,
  role        TEXT    NOT NULL DEFAULT '',    -- what the department called it
  role_code   TEXT    NOT NULL DEFAULT '',    -- of the post they move to; empty is that of the net
  decided     INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1)), -- somebody chose the grids
  person_id   INTEGER REFERENCES person (id)  -- who they are, once they have moved
) STRICT;
CREATE INDEX legacy_person_grid ON legacy_person (legacy_grid_id);
CREATE INDEX legacy_person_person ON legacy_person (person_id) WHERE person_id IS NOT NULL;

-- A base grid that somebody chose for a person of an old net, and the post that came of it. A choice
-- stands in nobody's way: an approval can be taken back though its grids were chosen.
CREATE TABLE legacy_move (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  legacy_person_id INTEGER NOT NULL REFERENCES legacy_person (id),
  grid_id     INTEGER NOT NULL,
  post_id     INTEGER REFERENCES post (id),   -- NULL until it is carried out
  UNIQUE (legacy_person_id, grid_id)
) STRICT;
CREATE INDEX legacy_move_post ON legacy_move (post_id) WHERE post_id IS NOT NULL;
