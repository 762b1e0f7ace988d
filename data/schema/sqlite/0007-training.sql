-- Courses, when they were taught, who was there, and which posts they are required for.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE course (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  hours       INTEGER NOT NULL DEFAULT 0 CHECK (hours >= 0),
  months      INTEGER NOT NULL DEFAULT 0 CHECK (months >= 0),  -- it is good for; 0 for good
  examined    INTEGER NOT NULL DEFAULT 0 CHECK (examined IN (0, 1)),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),  -- withdrawn after it
  sort_order  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- From when to when holders of a role have to have learnt it.
CREATE TABLE course_role (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  course_id   INTEGER NOT NULL REFERENCES course (id),
  role_id     INTEGER NOT NULL REFERENCES role (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX course_role_course ON course_role (course_id);
CREATE INDEX course_role_role ON course_role (role_id);

CREATE TABLE training_session (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  course_id   INTEGER NOT NULL REFERENCES course (id),
  starts_at   INTEGER NOT NULL,               -- seconds since 1970-01-01T00:00:00Z
  ends_at     INTEGER NOT NULL,
  place       TEXT    NOT NULL DEFAULT '',
  trainer     TEXT    NOT NULL DEFAULT '',
  seats       INTEGER CHECK (seats > 0),      -- NULL is any number
  note        TEXT    NOT NULL DEFAULT '',
  called_off  TEXT,                           -- why it does not take place
  CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX training_session_course ON training_session (course_id);
CREATE INDEX training_session_starts ON training_session (starts_at);

-- Somebody on the list of a session. A row in which somebody attended has a day and a number of its
-- own: what is earned by being there can name it as its source.
CREATE TABLE training_attendance (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  session_id  INTEGER NOT NULL REFERENCES training_session (id),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  state       TEXT    NOT NULL CHECK (state IN ('invited', 'attended', 'absent')),
  reason      TEXT    NOT NULL DEFAULT '',    -- of being absent
  attended_on TEXT    CHECK (date (attended_on, '+0 days') IS attended_on),
  passed      INTEGER CHECK (passed IN (0, 1)),  -- NULL while that is open
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),  -- what was learnt is good until
  UNIQUE (session_id, person_id),
  CHECK ((state = 'attended') = (attended_on IS NOT NULL)),
  CHECK (passed IS NULL OR state = 'attended'),
  CHECK (valid_to IS NULL OR passed = 1)
) STRICT;
CREATE INDEX training_attendance_person ON training_attendance (person_id);

CREATE TABLE training_certificate (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  number      TEXT    NOT NULL UNIQUE CHECK (number <> ''),
  person_id   INTEGER NOT NULL REFERENCES person (id),
  course_id   INTEGER NOT NULL REFERENCES course (id),
  attendance_id INTEGER UNIQUE REFERENCES training_attendance (id),  -- NULL if it is from elsewhere
  issuer      TEXT    NOT NULL DEFAULT '',    -- who issued it elsewhere
  issued_on   TEXT    NOT NULL CHECK (date (issued_on, '+0 days') IS issued_on),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  CHECK (valid_to IS NULL OR valid_to >= issued_on)
) STRICT;
CREATE INDEX training_certificate_person ON training_certificate (person_id);
CREATE INDEX training_certificate_course ON training_certificate (course_id);

-- What roles asked for as lines of text are courses now; nobody wrote down since when.
CREATE TEMP TABLE asked AS
  WITH RECURSIVE line (role_id, word, rest) AS (
    SELECT id, '', training || char (10) FROM role UNION ALL
    SELECT role_id, trim (substr (rest, 1, instr (rest, char (10)) - 1)),
           substr (rest, instr (rest, char (10)) + 1) FROM line WHERE rest <> '')
  SELECT DISTINCT role_id, word FROM line WHERE word <> '';
INSERT INTO course (code, name, name_zh, sort_order)
  SELECT 'course-' || row_number () OVER (ORDER BY word), word, word,
         10 * row_number () OVER (ORDER BY word)
  FROM (SELECT DISTINCT word FROM asked);
INSERT INTO course_role (course_id, role_id, valid_from)
  SELECT c.id, a.role_id, '1970-01-01' FROM asked a JOIN course c ON c.name = a.word
  ORDER BY a.role_id, c.id;
DROP TABLE asked;
DROP TRIGGER IF EXISTS role_image_insert;
DROP TRIGGER IF EXISTS role_image_update;
DROP TRIGGER IF EXISTS role_image_delete;
ALTER TABLE role DROP COLUMN training;
