-- Where issues of other platforms came from, so that the next file of the same platform finds them.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE issue_origin (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  issue_id    INTEGER NOT NULL UNIQUE REFERENCES issue (id),
  platform    TEXT    NOT NULL DEFAULT '',    -- whose numbers these are
  source_id   TEXT    NOT NULL CHECK (source_id <> ''),
  service_code TEXT   NOT NULL DEFAULT '',    -- as the platform has them, and so are the others
  service_name TEXT   NOT NULL DEFAULT '',
  status_notes TEXT   NOT NULL DEFAULT '',
  agency      TEXT    NOT NULL DEFAULT '',
  notice      TEXT    NOT NULL DEFAULT '',
  address_id  TEXT    NOT NULL DEFAULT '',
  zipcode     TEXT    NOT NULL DEFAULT '',
  media_url   TEXT    NOT NULL DEFAULT '',    -- never opened
  updated_at  INTEGER,
  expected_at INTEGER,
  UNIQUE (platform, source_id)
) STRICT;
