-- What keeps personal data where it belongs: the history can forget what somebody was, exports are
-- numbered, and lists that were thought of once are remembered.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Chance that is forgotten with an image: from the digest alone nobody can try out what a row said.
-- Rows from before have none.
ALTER TABLE change_row ADD COLUMN salt BLOB;

-- A list that left the office. Its number is on it.
CREATE TABLE data_export (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind <> ''),  -- such as residents
  fields      TEXT    NOT NULL DEFAULT '',    -- codes, apart by commas
  wanted      TEXT    NOT NULL DEFAULT '',    -- the filter, as saved_filter has it
  lines       INTEGER NOT NULL CHECK (lines >= 0),
  is_whole    INTEGER NOT NULL DEFAULT 0 CHECK (is_whole IN (0, 1)),
  reason      TEXT    NOT NULL DEFAULT '' CHECK (is_whole = 0 OR reason <> '')
) STRICT;

-- Conditions on the register, by a name: a JSON object.
CREATE TABLE saved_filter (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  name        TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  wanted      TEXT    NOT NULL
) STRICT;
