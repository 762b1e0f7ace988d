-- The register of residents: dwellings, households, who lives where from when to when, what is known
-- of them, who needs looking after, and who went to see them.
--
-- A resident is somebody of the table person with a row of the register. Relations to the head of a
-- household are codes of GB/T 4761, in which 02 is the head.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Doors and households ---------------------------------------------------------------------------

CREATE TABLE dwelling (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  unit_id     INTEGER NOT NULL REFERENCES unit (id),
  door        TEXT    NOT NULL CHECK (door <> ''),  -- as on the door, 501
  fields      TEXT    NOT NULL DEFAULT '{}',  -- JSON: what the register asks about dwellings
  UNIQUE (unit_id, door)
) STRICT;

CREATE TABLE household (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dwelling_id INTEGER NOT NULL REFERENCES dwelling (id),
  kind        TEXT    NOT NULL DEFAULT 'family' CHECK (kind IN ('family', 'collective')),
  number      TEXT    NOT NULL DEFAULT '',    -- in the book of the police
  fields      TEXT    NOT NULL DEFAULT '{}',
  formed_on   TEXT    NOT NULL CHECK (date (formed_on, '+0 days') IS formed_on),
  ended_on    TEXT    CHECK (date (ended_on, '+0 days') IS ended_on), -- the day it was no more
  CHECK (ended_on IS NULL OR ended_on >= formed_on)
) STRICT;
CREATE INDEX household_dwelling ON household (dwelling_id);

-- What happened, on which day, with its report. People move with their residences.
CREATE TABLE register_event (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('move_in', 'move_out', 'move_within', 'birth', 'death',
                                               'split', 'merge', 'head')),
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  person_id   INTEGER REFERENCES person (id), -- of whom it tells first
  household_id INTEGER REFERENCES household (id),      -- that they left or were of
  to_household_id INTEGER REFERENCES household (id),   -- that they joined
  elsewhere   TEXT    NOT NULL DEFAULT '',    -- where they came from or went to
  reason      TEXT    NOT NULL DEFAULT '',
  report      TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX register_event_day ON register_event (day);
CREATE INDEX register_event_person ON register_event (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX register_event_household ON register_event (household_id)
  WHERE household_id IS NOT NULL;
CREATE INDEX register_event_to ON register_event (to_household_id)
  WHERE to_household_id IS NOT NULL;

-- Somebody is of a household from a day on until the day on which they are so no more: with the
-- register of the police, by living there, or both. Who is registered at one door and lives at another
-- has two of these.
CREATE TABLE residence (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  relation    TEXT    NOT NULL DEFAULT '',    -- to the head, GB/T 4761
  registered  INTEGER NOT NULL CHECK (registered IN (0, 1)),
  living      INTEGER NOT NULL CHECK (living IN (0, 1)),
  moved_in    TEXT    NOT NULL CHECK (date (moved_in, '+0 days') IS moved_in),
  moved_out   TEXT    CHECK (date (moved_out, '+0 days') IS moved_out),
  in_event_id INTEGER REFERENCES register_event (id),  -- NULL: so it was when the register began
  out_event_id INTEGER REFERENCES register_event (id),
  CHECK (registered + living > 0),
  CHECK (moved_out IS NULL OR moved_out >= moved_in),
  CHECK (out_event_id IS NULL OR moved_out IS NOT NULL)
) STRICT;
CREATE INDEX residence_person ON residence (person_id);
CREATE INDEX residence_household ON residence (household_id);
CREATE INDEX residence_in_event ON residence (in_event_id) WHERE in_event_id IS NOT NULL;
CREATE INDEX residence_out_event ON residence (out_event_id) WHERE out_event_id IS NOT NULL;

CREATE TRIGGER residence_one_each BEFORE INSERT ON residence WHEN EXISTS (
  SELECT 1 FROM residence r WHERE r.person_id = NEW.person_id
  AND (r.living + NEW.living = 2 OR r.registered + NEW.registered = 2)
  AND r.moved_in < coalesce (NEW.moved_out, '9999-12-31')
  AND NEW.moved_in < coalesce (r.moved_out, '9999-12-31'))
BEGIN SELECT RAISE (ABORT, 'somebody is at two places on one day'); END;
CREATE TRIGGER residence_one_each_after BEFORE UPDATE ON residence WHEN EXISTS (
  SELECT 1 FROM residence r WHERE r.person_id = NEW.person_id AND r.id <> NEW.id
  AND (r.living + NEW.living = 2 OR r.registered + NEW.registered = 2)
  AND r.moved_in < coalesce (NEW.moved_out, '9999-12-31')
  AND NEW.moved_in < coalesce (r.moved_out, '9999-12-31'))
BEGIN SELECT RAISE (ABORT, 'somebody is at two places on one day'); END;

CREATE TRIGGER residence_one_head BEFORE INSERT ON residence WHEN NEW.relation = '02' AND EXISTS (
  SELECT 1 FROM residence r WHERE r.household_id = NEW.household_id AND r.relation = '02'
  AND r.moved_in < coalesce (NEW.moved_out, '9999-12-31')
  AND NEW.moved_in < coalesce (r.moved_out, '9999-12-31'))
BEGIN SELECT RAISE (ABORT, 'a household has two heads on one day'); END;
CREATE TRIGGER residence_one_head_after BEFORE UPDATE ON residence
WHEN NEW.relation = '02' AND EXISTS (
  SELECT 1 FROM residence r WHERE r.household_id = NEW.household_id AND r.relation = '02'
  AND r.id <> NEW.id AND r.moved_in < coalesce (NEW.moved_out, '9999-12-31')
  AND NEW.moved_in < coalesce (r.moved_out, '9999-12-31'))
BEGIN SELECT RAISE (ABORT, 'a household has two heads on one day'); END;

-- What is known of a resident ----------------------------------------------------------------------

-- What is filtered by and listed has columns, the rest of the register's fields is in one JSON object
-- by their codes. How many fields are filled in is counted when they are written.
CREATE TABLE resident (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  person_id   INTEGER NOT NULL UNIQUE REFERENCES person (id),
  identity_kind TEXT  NOT NULL DEFAULT '',
  identity_number TEXT CHECK (identity_number <> ''),
  ethnic_group TEXT   NOT NULL DEFAULT '',    -- GB/T 3304
  marital_status TEXT NOT NULL DEFAULT '',    -- GB/T 2261.2
  political_status TEXT NOT NULL DEFAULT '',  -- GB/T 4762
  education   TEXT    NOT NULL DEFAULT '',    -- GB/T 4658
  work_status TEXT    NOT NULL DEFAULT '',
  health      TEXT    NOT NULL DEFAULT '',
  residence_type TEXT NOT NULL DEFAULT '',
  fields      TEXT    NOT NULL DEFAULT '{}',
  required_filled INTEGER NOT NULL DEFAULT 0 CHECK (required_filled >= 0),
  optional_filled INTEGER NOT NULL DEFAULT 0 CHECK (optional_filled >= 0),
  confirmed_on TEXT   CHECK (date (confirmed_on, '+0 days') IS confirmed_on),
  died_on     TEXT    CHECK (date (died_on, '+0 days') IS died_on),
  purpose     TEXT    NOT NULL DEFAULT '',    -- what the data are kept for
  keep_until  TEXT    CHECK (date (keep_until, '+0 days') IS keep_until)
) STRICT;
CREATE UNIQUE INDEX resident_identity ON resident (identity_number, identity_kind)
  WHERE identity_number IS NOT NULL;
CREATE INDEX resident_confirmed ON resident (confirmed_on);

-- What the office added to the fields of the register, and what it asks for no more.
CREATE TABLE register_field (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL UNIQUE CHECK (code <> ''),
  own         INTEGER NOT NULL DEFAULT 1 CHECK (own IN (0, 1)), -- 0: one of the catalogue's
  label       TEXT    NOT NULL DEFAULT '',
  label_zh    TEXT    NOT NULL DEFAULT '',
  kind        TEXT    NOT NULL DEFAULT 'text',
  field_group TEXT    NOT NULL DEFAULT '',
  code_table  TEXT,
  sensitive   INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
  sort_order  INTEGER NOT NULL DEFAULT 0,
  retired_on  TEXT    CHECK (date (retired_on, '+0 days') IS retired_on)
) STRICT;

-- Somebody saw what is masked, and why. When and under which account is in the change.
CREATE TABLE disclosure (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  reason      TEXT    NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX disclosure_person ON disclosure (person_id);

-- Special groups -----------------------------------------------------------------------------------

CREATE TABLE special_group (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  code        TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL,
  name_zh     TEXT    NOT NULL,
  every_days  INTEGER NOT NULL CHECK (every_days > 0),  -- how often they are visited
  sensitive   INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)),
  sort_order  INTEGER NOT NULL DEFAULT 0,
  retired_on  TEXT    CHECK (date (retired_on, '+0 days') IS retired_on)
) STRICT;

INSERT INTO special_group (code, name, name_zh, every_days, sensitive, sort_order) VALUES
  ('living_alone',   'Elderly people living alone', '独居老人', 7, 0, 1),
  ('over_80',        'People over 80', '高龄老人', 30, 0, 2),
  ('empty_nest',     'Elderly people without children at home', '空巢老人', 30, 0, 3),
  ('disabled',       'Disabled people', '残疾人', 30, 1, 4),
  ('low_income',     'Low income', '低保人员', 30, 0, 5),
  ('destitute',      'Destitute people supported by the state', '特困人员', 15, 0, 6),
  ('bereaved',       'Parents who lost their only child', '失独家庭成员', 30, 1, 7),
  ('child_in_need',  'Children in need or left behind', '困境和留守儿童', 15, 1, 8),
  ('mental_illness', 'People with a severe mental illness', '严重精神障碍患者', 15, 1, 9),
  ('serious_illness', 'People with a serious illness', '重病患者', 30, 1, 10),
  ('released',       'People released from prison', '刑满释放人员', 30, 1, 11),
  ('corrected',      'People in community correction', '社区矫正对象', 15, 1, 12),
  ('drug_recovery',  'People recovering from drugs in the community', '社区戒毒康复人员', 15, 1, 13),
  ('veteran',        'Veterans and those entitled to special care', '退役军人和优抚对象', 90, 0, 14),
  ('pregnant',       'Pregnant women and mothers of infants', '孕产妇', 30, 1, 15);

-- Somebody belongs to a group; whoever is responsible, or if nobody is named the full-time member of
-- the grid, visits them.
CREATE TABLE resident_group (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  person_id   INTEGER NOT NULL REFERENCES person (id),
  group_id    INTEGER NOT NULL REFERENCES special_group (id),
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  valid_to    TEXT    CHECK (date (valid_to, '+0 days') IS valid_to),
  responsible_id INTEGER REFERENCES person (id),
  every_days  INTEGER CHECK (every_days > 0), -- NULL: as the group has it
  source      TEXT    NOT NULL DEFAULT '',    -- who says so: a certificate, a department's list
  note        TEXT    NOT NULL DEFAULT '',
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE INDEX resident_group_person ON resident_group (person_id);
CREATE INDEX resident_group_group ON resident_group (group_id);
CREATE INDEX resident_group_responsible ON resident_group (responsible_id)
  WHERE responsible_id IS NOT NULL;

-- Visits -------------------------------------------------------------------------------------------

-- A sheet of doors that somebody is to go to.
CREATE TABLE visit_round (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  visitor_id  INTEGER REFERENCES person (id),
  grid_id     INTEGER REFERENCES grid (id),
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day)
) STRICT;
CREATE INDEX visit_round_visitor ON visit_round (visitor_id, day);

CREATE TABLE visit (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  dwelling_id INTEGER NOT NULL REFERENCES dwelling (id),
  household_id INTEGER REFERENCES household (id),
  person_id   INTEGER REFERENCES person (id), -- whom it was about; NULL for the household
  visitor_id  INTEGER REFERENCES person (id),
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  outcome     TEXT    NOT NULL CHECK (outcome IN ('met', 'absent') OR outcome IN ('refused')),
  confirmed   INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)), -- the register was gone over
  found       TEXT    NOT NULL DEFAULT '',
  issue_id    INTEGER REFERENCES issue (id),
  CHECK (confirmed = 0 OR outcome = 'met')
) STRICT;
CREATE INDEX visit_dwelling ON visit (dwelling_id, day);
CREATE INDEX visit_household ON visit (household_id, day);
CREATE INDEX visit_person ON visit (person_id, day) WHERE person_id IS NOT NULL;
CREATE INDEX visit_visitor ON visit (visitor_id, day);
CREATE INDEX visit_day ON visit (day);
CREATE INDEX visit_issue ON visit (issue_id) WHERE issue_id IS NOT NULL;

-- A line of a sheet; its visit once it was made.
CREATE TABLE visit_stop (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  round_id    INTEGER NOT NULL REFERENCES visit_round (id),
  position    INTEGER NOT NULL CHECK (position > 0),
  household_id INTEGER NOT NULL REFERENCES household (id),
  person_id   INTEGER REFERENCES person (id),
  reason      TEXT    NOT NULL CHECK (reason IN ('care', 'confirm')),
  due_on      TEXT    CHECK (date (due_on, '+0 days') IS due_on),
  visit_id    INTEGER UNIQUE REFERENCES visit (id),
  UNIQUE (round_id, position)
) STRICT;
CREATE INDEX visit_stop_household ON visit_stop (household_id);
CREATE INDEX visit_stop_person ON visit_stop (person_id) WHERE person_id IS NOT NULL;
