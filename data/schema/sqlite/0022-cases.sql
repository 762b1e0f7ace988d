-- What some issues are about beyond their row: a mediation with its parties, meetings and file,
-- structures that were found and pulled down, an action of several parties about many issues, and the
-- company that a service of the home is asked of.
--
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whether an issue can have any of these is said by its case type: by the figure it counts in, and by
-- the service it is about.

-- Which service, for a utility problem. The rows have meant their classes' services all along: no
-- image of them is kept, and the trigger is written again.
DROP TRIGGER IF EXISTS case_type_image_update;
ALTER TABLE case_type ADD COLUMN service TEXT NOT NULL DEFAULT ''
  CHECK (service IN ('', 'water', 'power', 'heating', 'gas', 'property'));
UPDATE case_type SET service = CASE class_code WHEN 'M01' THEN 'water' WHEN 'M02' THEN 'power'
  WHEN 'M03' THEN 'heating' WHEN 'M04' THEN 'gas' ELSE 'property' END WHERE figure = 'utility';

-- Disputes -----------------------------------------------------------------------------------

CREATE TABLE dispute (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL UNIQUE REFERENCES issue (id),
  mediator_id INTEGER REFERENCES person (id),
  claim       TEXT    NOT NULL DEFAULT '',    -- what the applicant asks for
  applied_on  TEXT    CHECK (date (applied_on, '+0 days') IS applied_on),
  accepted_on TEXT    CHECK (date (accepted_on, '+0 days') IS accepted_on),
  outcome     TEXT    CHECK (outcome IN ('agreed', 'failed', 'withdrawn')),
  ended_on    TEXT    CHECK (date (ended_on, '+0 days') IS ended_on),
  agreement   TEXT    NOT NULL DEFAULT '',    -- what was agreed, or why nothing was
  CHECK ((outcome IS NULL) = (ended_on IS NULL)),
  CHECK (accepted_on IS NULL OR applied_on IS NULL OR accepted_on >= applied_on)
) STRICT;
CREATE INDEX dispute_mediator ON dispute (mediator_id);

CREATE TABLE dispute_party (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dispute_id  INTEGER NOT NULL REFERENCES dispute (id),
  side        TEXT    NOT NULL CHECK (side IN ('applicant', 'respondent', 'third')),
  person_id   INTEGER REFERENCES person (id),
  name        TEXT    NOT NULL DEFAULT '',    -- of somebody who is not in the records
  phone       TEXT    NOT NULL DEFAULT '',
  address     TEXT    NOT NULL DEFAULT '',
  statement   TEXT    NOT NULL DEFAULT '',    -- what they told when they were asked
  CHECK (person_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX dispute_party_of ON dispute_party (dispute_id);
CREATE UNIQUE INDEX dispute_party_person ON dispute_party (person_id, dispute_id)
  WHERE person_id IS NOT NULL;

CREATE TABLE dispute_meeting (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dispute_id  INTEGER NOT NULL REFERENCES dispute (id),
  at          INTEGER NOT NULL,
  place       TEXT    NOT NULL CHECK (place <> ''),
  others      TEXT    NOT NULL DEFAULT '',    -- who came besides the parties
  said        TEXT    NOT NULL DEFAULT '',
  agreed      TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dispute_meeting_of ON dispute_meeting (dispute_id, at);

CREATE TABLE dispute_presence (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dispute_meeting_id INTEGER NOT NULL REFERENCES dispute_meeting (id),
  dispute_party_id INTEGER NOT NULL REFERENCES dispute_party (id),
  UNIQUE (dispute_meeting_id, dispute_party_id)
) STRICT;
CREATE INDEX dispute_presence_party ON dispute_presence (dispute_party_id);

-- A piece of the mediation file that is there, signed, since a day; scanned or not.
CREATE TABLE dispute_piece (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dispute_id  INTEGER NOT NULL REFERENCES dispute (id),
  piece       TEXT    NOT NULL,
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  note        TEXT    NOT NULL DEFAULT '',
  UNIQUE (dispute_id, piece)
) STRICT;

-- Structures ---------------------------------------------------------------------------------

CREATE TABLE structure (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  label       TEXT    NOT NULL CHECK (label <> ''),
  builder     TEXT    NOT NULL DEFAULT '',
  grid_id     INTEGER REFERENCES grid (id),
  lon_e7      INTEGER,                        -- degrees times ten million
  lat_e7      INTEGER,
  shape       BLOB,                           -- polygon; NULL where only its area is known
  area_cm2    INTEGER NOT NULL CHECK (area_cm2 > 0),
  is_measured INTEGER NOT NULL DEFAULT 0 CHECK (is_measured IN (0, 1)), -- on the map, not typed
  found_on    TEXT    NOT NULL CHECK (date (found_on, '+0 days') IS found_on),
  stopped_on  TEXT    CHECK (date (stopped_on, '+0 days') IS stopped_on),
  demolished_on TEXT  CHECK (date (demolished_on, '+0 days') IS demolished_on),
  demolished_cm2 INTEGER NOT NULL DEFAULT 0 CHECK (demolished_cm2 BETWEEN 0 AND area_cm2),
  note        TEXT    NOT NULL DEFAULT '',
  CHECK (stopped_on IS NULL OR stopped_on >= found_on),
  CHECK (demolished_on IS NULL OR demolished_on >= coalesce (stopped_on, found_on)),
  CHECK ((demolished_on IS NULL) = (demolished_cm2 = 0)),
  CHECK (is_measured = 0 OR shape IS NOT NULL),
  CHECK ((lon_e7 IS NULL) = (lat_e7 IS NULL))
) STRICT;
CREATE INDEX structure_issue ON structure (issue_id);
CREATE INDEX structure_grid ON structure (grid_id);
CREATE INDEX structure_found ON structure (found_on);

CREATE TABLE structure_photo (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  structure_id INTEGER NOT NULL REFERENCES structure (id),
  moment      TEXT    NOT NULL CHECK (moment IN ('before', 'after')),
  name        TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  sha256      TEXT    NOT NULL REFERENCES attachment_content (sha256)
) STRICT;
CREATE INDEX structure_photo_of ON structure_photo (structure_id);

-- Joint actions ------------------------------------------------------------------------------

CREATE TABLE joint_action (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  title       TEXT    NOT NULL CHECK (title <> ''),
  purpose     TEXT    NOT NULL DEFAULT '',
  starts_on   TEXT    NOT NULL CHECK (date (starts_on, '+0 days') IS starts_on),
  ended_on    TEXT    CHECK (date (ended_on, '+0 days') IS ended_on),
  result      TEXT    NOT NULL DEFAULT '',
  CHECK (ended_on IS NULL OR ended_on >= starts_on)
) STRICT;

CREATE TABLE joint_action_party (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action (id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  is_lead     INTEGER NOT NULL DEFAULT 0 CHECK (is_lead IN (0, 1)),
  people      INTEGER NOT NULL DEFAULT 0 CHECK (people >= 0),
  task        TEXT    NOT NULL DEFAULT '',
  UNIQUE (joint_action_id, organisation_id)
) STRICT;
CREATE INDEX joint_action_party_organisation ON joint_action_party (organisation_id);

CREATE TABLE joint_action_step (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action (id),
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  what        TEXT    NOT NULL CHECK (what <> '')
) STRICT;
CREATE INDEX joint_action_step_of ON joint_action_step (joint_action_id, day);

CREATE TABLE joint_action_issue (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  joint_action_id INTEGER NOT NULL REFERENCES joint_action (id),
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  result      TEXT    NOT NULL DEFAULT '',
  UNIQUE (joint_action_id, issue_id)
) STRICT;
CREATE INDEX joint_action_issue_issue ON joint_action_issue (issue_id);

-- Utility problems ---------------------------------------------------------------------------

-- What an organisation supplies to homes besides what its kind says.
CREATE TABLE utility_company (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  service     TEXT    NOT NULL CHECK (service IN ('water', 'power', 'heating', 'gas', 'property')),
  UNIQUE (organisation_id, service)
) STRICT;

CREATE VIEW utility_supply AS
  SELECT organisation_id, service FROM utility_company UNION
  SELECT id, kind FROM organisation WHERE kind IN ('water', 'gas', 'property');

-- Of which company a problem is, where the service, the place and the handler do not tell.
CREATE TABLE utility_problem (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL UNIQUE REFERENCES issue (id),
  organisation_id INTEGER NOT NULL REFERENCES organisation (id)
) STRICT;
CREATE INDEX utility_problem_organisation ON utility_problem (organisation_id);
