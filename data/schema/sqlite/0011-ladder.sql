-- What is done about issues as their time runs out: when each rung is due, and which were climbed.
-- Where the office has no ladder of its own, the one holds that the program was built with.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE ladder (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  entries     TEXT    NOT NULL                -- an entry a line: notice 1d
) STRICT;

CREATE TABLE ladder_step (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  rung        TEXT    NOT NULL CHECK (rung IN ('remind', 'notice', 'criticise', 'report')),
  due_at      INTEGER NOT NULL,               -- the deadline that it is about
  since       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  printed_at  INTEGER,
  UNIQUE (issue_id, rung, due_at)
) STRICT;
CREATE INDEX ladder_step_at ON ladder_step (at);
