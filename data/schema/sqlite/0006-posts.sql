-- Posts with rules of their own, leaves, papers, and people who were entered twice.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A row of an office that has a history cannot be changed outside of a change. These values are
-- what the rows have meant all along, so no image of them is kept; the trigger is written again.
DROP TRIGGER IF EXISTS role_image_update;
ALTER TABLE role ADD COLUMN valid_to TEXT CHECK (date (valid_to, '+0 days') IS valid_to);
ALTER TABLE role ADD COLUMN watched INTEGER NOT NULL DEFAULT 0 CHECK (watched IN (0, 1));
ALTER TABLE role ADD COLUMN chain TEXT NOT NULL DEFAULT 'advice'
  CHECK (chain IN ('advice', 'reason', 'strict'));
ALTER TABLE role ADD COLUMN resident INTEGER NOT NULL DEFAULT 0 CHECK (resident IN (0, 1));
ALTER TABLE role ADD COLUMN training TEXT NOT NULL DEFAULT '';  -- a course a line
UPDATE role SET watched = 1 WHERE code IN ('first_secretary', 'chief_grid_leader',
  'full_time_member', 'building_leader', 'unit_leader', 'department_police', 'department_medical');
UPDATE role SET chain = 'reason'
  WHERE code IN ('full_time_member', 'building_leader', 'unit_leader');
UPDATE role SET resident = 1 WHERE code IN ('building_leader', 'unit_leader');

-- Which post it went on from, and why a rule about who chooses and who may be chosen was set aside.
ALTER TABLE post ADD COLUMN transferred_from_id INTEGER REFERENCES post (id);
ALTER TABLE post ADD COLUMN exception TEXT;
CREATE INDEX post_transferred_from ON post (transferred_from_id)
  WHERE transferred_from_id IS NOT NULL;

-- Somebody stands in for the holder of a post. The holder goes on holding it.
CREATE TABLE post_leave (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  post_id     INTEGER NOT NULL REFERENCES post (id),
  substitute_id INTEGER NOT NULL REFERENCES person (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    NOT NULL CHECK (date (valid_to, '+0 days') IS valid_to),
  reason      TEXT    NOT NULL DEFAULT '',
  CHECK (valid_to >= valid_from)
) STRICT;
CREATE INDEX post_leave_post ON post_leave (post_id);
CREATE INDEX post_leave_substitute ON post_leave (substitute_id);

-- Letters of appointment and the like.
CREATE TABLE post_paper (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  post_id     INTEGER NOT NULL REFERENCES post (id),
  name        TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  sha256      TEXT    NOT NULL REFERENCES attachment_content (sha256)
) STRICT;
CREATE INDEX post_paper_post ON post_paper (post_id);

-- Somebody who was entered twice: what the second record had is the first one's now.
ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES person (id);
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX person_phone ON person (phone);

-- Two who look like one, and were said to be two.
CREATE TABLE person_distinct (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  first_id    INTEGER NOT NULL REFERENCES person (id),
  second_id   INTEGER NOT NULL REFERENCES person (id),
  UNIQUE (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT;
