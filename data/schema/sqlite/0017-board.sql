-- The board: how much may be in a column, a lane or somebody's hands at a time, and filters by name.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE board_limit (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  kind        TEXT    NOT NULL CHECK (kind IN ('stage', 'grid', 'community', 'lane', 'person')),
  key         TEXT    NOT NULL,               -- a code or a record's number; empty for each
  most        INTEGER NOT NULL CHECK (most > 0),
  UNIQUE (kind, key)
) STRICT;

CREATE TABLE kept_filter (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  page        TEXT    NOT NULL,               -- which list it is of
  name        TEXT    NOT NULL CHECK (name <> ''),
  choices     TEXT    NOT NULL,               -- as the page writes them
  UNIQUE (page, name)
) STRICT;

CREATE INDEX issue_due ON issue (due_at);
CREATE INDEX issue_stage_due ON issue (stage, due_at);
