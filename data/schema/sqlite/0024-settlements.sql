-- What a venue is owed for a month, once both sides have signed it.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE settlement (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  venue_id    INTEGER NOT NULL REFERENCES venue (id),
  month       TEXT    NOT NULL CHECK (date (month || '-01', '+0 days') IS month || '-01'),
  starts_at   INTEGER NOT NULL,               -- the month's first second
  ends_at     INTEGER NOT NULL CHECK (ends_at > starts_at), -- the next month's first
  opening     INTEGER NOT NULL,
  redeemed    INTEGER NOT NULL CHECK (redeemed >= 0),
  returned    INTEGER NOT NULL CHECK (returned >= 0),
  closing     INTEGER NOT NULL,
  venue_signer TEXT   NOT NULL CHECK (venue_signer <> ''),
  office_signer TEXT  NOT NULL CHECK (office_signer <> ''),
  signed_at   INTEGER NOT NULL,
  UNIQUE (venue_id, month),
  CHECK (closing = opening + redeemed - returned)
) STRICT;
CREATE TRIGGER settlement_fixed BEFORE UPDATE ON settlement
BEGIN SELECT RAISE (ABORT, 'a settlement is never changed'); END;
CREATE TRIGGER settlement_stays BEFORE DELETE ON settlement
BEGIN SELECT RAISE (ABORT, 'a settlement is never changed'); END;

-- Nothing more comes into a month that is settled, or before it.
CREATE TRIGGER points_entry_settled BEFORE INSERT ON points_entry WHEN EXISTS (
  SELECT 1 FROM points_account a JOIN settlement s ON s.venue_id = a.venue_id
  JOIN points_transfer t ON t.id = NEW.transfer_id
  WHERE a.id = NEW.account_id AND t.at < s.ends_at)
BEGIN SELECT RAISE (ABORT, 'this month is settled'); END;
