-- How the work on issues is judged: calls after closing, and the rules that cases led to.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A call to whoever reported an issue, after it was closed. The account that wrote it made it.
CREATE TABLE follow_up (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  at          INTEGER NOT NULL,
  caller      TEXT    NOT NULL,
  reached     INTEGER NOT NULL CHECK (reached IN (0, 1)),
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  note        TEXT    NOT NULL DEFAULT '',
  CHECK ((reached = 1) = (satisfaction IS NOT NULL))
) STRICT;
CREATE INDEX follow_up_issue ON follow_up (issue_id, at);

-- A rule that was set up, changed or abolished, and the cases it came from.
CREATE TABLE rule_measure (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  deed        TEXT    NOT NULL CHECK (deed IN ('set-up', 'change', 'abolish')),
  title       TEXT    NOT NULL CHECK (title <> ''),
  rule        TEXT    NOT NULL DEFAULT '',
  valid_from  TEXT    NOT NULL CHECK (date (valid_from, '+0 days') IS valid_from),
  owner       TEXT    NOT NULL DEFAULT ''     -- who sees to it: a post or an office, in words
) STRICT;

CREATE TABLE rule_measure_issue (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  rule_measure_id INTEGER NOT NULL REFERENCES rule_measure (id),
  issue_id    INTEGER NOT NULL REFERENCES issue (id),
  UNIQUE (rule_measure_id, issue_id)
) STRICT;
CREATE INDEX rule_measure_issue_issue ON rule_measure_issue (issue_id);

-- What indicators ask of all issues at once: what was verified, sent back or given more time when.
CREATE INDEX issue_event_move ON issue_event (move, at, issue_id);
