-- The office's clock: the yearly notices, its own days off and days worked, and its hours. Where it
-- has none of its own, those hold that the program was built with.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE calendar_day (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  year        INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 2000 AND 2099), -- 0: the office's own
  day         TEXT    NOT NULL CHECK (date (day, '+0 days') IS day),
  is_off      INTEGER NOT NULL CHECK (is_off IN (0, 1)),
  name        TEXT    NOT NULL,
  UNIQUE (year, day)
) STRICT;

CREATE TABLE work_schedule (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  entries     TEXT    NOT NULL                -- an entry a line, the hours by default first
) STRICT;
