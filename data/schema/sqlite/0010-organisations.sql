-- What organisations are for, whom one calls there, what they offer and did; the Party's members.
--
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A first day that is NULL means since before there were records.

ALTER TABLE organisation ADD COLUMN reading TEXT NOT NULL DEFAULT '';  -- of its name, to be found by
ALTER TABLE organisation ADD COLUMN scope TEXT NOT NULL DEFAULT '';    -- what its work covers
ALTER TABLE organisation ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN valid_from TEXT
  CHECK (date (valid_from, '+0 days') IS valid_from);
ALTER TABLE organisation ADD COLUMN valid_to TEXT CHECK (date (valid_to, '+0 days') IS valid_to);
ALTER TABLE organisation ADD COLUMN end_reason TEXT;
CREATE INDEX organisation_community ON organisation (community_id);

-- Where a party organisation is was known by its grids alone. The rows have meant so all along: no
-- image of them is kept, and the trigger is written again.
DROP TRIGGER IF EXISTS party_organisation_image_update;
ALTER TABLE party_organisation ADD COLUMN reading TEXT NOT NULL DEFAULT '';
ALTER TABLE party_organisation ADD COLUMN community_id INTEGER REFERENCES community (id);
ALTER TABLE party_organisation ADD COLUMN phone TEXT;
ALTER TABLE party_organisation ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE party_organisation ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE party_organisation ADD COLUMN valid_from TEXT
  CHECK (date (valid_from, '+0 days') IS valid_from);
ALTER TABLE party_organisation ADD COLUMN valid_to TEXT
  CHECK (date (valid_to, '+0 days') IS valid_to);
ALTER TABLE party_organisation ADD COLUMN end_reason TEXT;
UPDATE party_organisation SET community_id = (
  SELECT min (g.community_id) FROM party_organisation_grid l JOIN grid g ON g.id = l.grid_id
  WHERE l.party_organisation_id = party_organisation.id
  HAVING min (g.community_id) = max (g.community_id));
CREATE INDEX party_organisation_parent ON party_organisation (parent_id);
CREATE INDEX party_organisation_grid_of ON party_organisation_grid (party_organisation_id);

-- Whom one calls there, and for what.
CREATE TABLE organisation_contact (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  duty        TEXT    NOT NULL DEFAULT '',
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX organisation_contact_of ON organisation_contact (organisation_id);
CREATE INDEX organisation_contact_person ON organisation_contact (person_id);

-- Which grids it serves, whoever is its liaison there.
CREATE TABLE organisation_grid (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  grid_id     INTEGER NOT NULL REFERENCES grid (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX organisation_grid_of ON organisation_grid (organisation_id);
CREATE INDEX organisation_grid_grid ON organisation_grid (grid_id);

-- What it offers to the grids: a hall, ten volunteers, a gauge.
CREATE TABLE organisation_resource (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  name        TEXT    NOT NULL CHECK (name <> ''),
  amount      TEXT    NOT NULL DEFAULT '',    -- as people say it: 3 rooms, on Saturdays
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX organisation_resource_of ON organisation_resource (organisation_id);

-- What it did on a day.
CREATE TABLE organisation_activity (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  title       TEXT    NOT NULL CHECK (title <> ''),
  grid_id     INTEGER REFERENCES grid (id),
  people      INTEGER CHECK (people >= 0),    -- how many it reached, where somebody counted
  note        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX organisation_activity_of ON organisation_activity (organisation_id, day);

-- Who is in which party organisation from when to when: what person.party_organisation_id told of one
-- day only, and is no longer read.
CREATE TABLE party_member (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  party_organisation_id INTEGER NOT NULL REFERENCES party_organisation (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  duty        TEXT    NOT NULL CHECK (duty IN ('secretary', 'deputy', 'leader', 'member')),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX party_member_of ON party_member (party_organisation_id);
CREATE INDEX party_member_person ON party_member (person_id);
INSERT INTO party_member (party_organisation_id, person_id, duty, valid_from)
  SELECT n.party_organisation_id, n.id, 'member', coalesce (
    (SELECT min (p.valid_from) FROM post p WHERE p.person_id = n.id),
    (SELECT min (l.valid_from) FROM party_organisation_grid l
     WHERE l.party_organisation_id = n.party_organisation_id), '2000-01-01')
  FROM person n WHERE n.party_organisation_id IS NOT NULL AND n.merged_into_id IS NULL;
