-- Lists of residents begin at once in each of their orders: an index has it. What is handed out of the
-- register has a number.
--
-- Of a column in which most rows are the same, what is indexed is an expression: only these orders are
-- to go by it, and nobody looks up half of the town by a relation where a household would do.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- People of one sound come by their names; the index serves whatever the one before did.
DROP INDEX person_pinyin;
CREATE INDEX person_pinyin ON person (pinyin, name);
CREATE INDEX person_birth ON person (birth_date);
CREATE INDEX person_sex ON person ((sex || ''));

CREATE INDEX dwelling_door ON dwelling (length (door), door);

CREATE INDEX residence_moved_in ON residence ((moved_in || ''));
CREATE INDEX residence_relation ON residence ((relation || ''));
CREATE INDEX residence_stay ON residence ((2 * living + registered));

-- Who has no number comes last, and so is in it as well: those without one differ from each other.
DROP INDEX resident_identity;
CREATE UNIQUE INDEX resident_identity ON resident (identity_number, identity_kind);
CREATE INDEX resident_filled ON resident (required_filled + optional_filled);

-- Who is in how many groups on a day is counted without a look at each row.
DROP INDEX resident_group_person;
CREATE INDEX resident_group_person ON resident_group (person_id, valid_from, valid_to);

-- A list of residents that somebody took out of the office, as a file or on paper. When and under which
-- account is in the change; whose data it was is not kept twice.
CREATE TABLE handout (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  people      INTEGER NOT NULL CHECK (people > 0),
  fields      TEXT    NOT NULL,               -- codes with commas between
  whole       INTEGER NOT NULL CHECK (whole IN (0, 1)), -- nothing was masked
  reason      TEXT    NOT NULL DEFAULT '',
  CHECK (whole = 0 OR reason <> '')
) STRICT;
