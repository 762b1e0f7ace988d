-- Two records of a person became one, and both had points: an account with all its entries belongs to
-- another from then on. The ledger itself is not touched.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE points_merge (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  account_id  INTEGER NOT NULL UNIQUE REFERENCES points_account (id),
  into_id     INTEGER NOT NULL REFERENCES points_account (id),  -- one that belongs to no other
  CHECK (account_id <> into_id)
) STRICT;
CREATE INDEX points_merge_into ON points_merge (into_id);
