-- Lists of a city, sources that may pay again, and whose the map's data are.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Balances are summed in the index alone, the latest entries are found without sorting them all.
DROP INDEX points_entry_account;
CREATE INDEX points_entry_account ON points_entry (account_id, points);
CREATE INDEX points_transfer_at ON points_transfer (at);

-- One source pays once under one rule; an award that was reversed has not paid.
DROP INDEX points_transfer_source;
CREATE INDEX points_transfer_source ON points_transfer (rule_id, source) WHERE source IS NOT NULL;
CREATE TRIGGER points_transfer_pays_once BEFORE INSERT ON points_transfer
WHEN NEW.source IS NOT NULL AND EXISTS (
  SELECT 1 FROM points_transfer t WHERE t.rule_id = NEW.rule_id AND t.source = NEW.source
  AND NOT EXISTS (SELECT 1 FROM points_transfer r WHERE r.reverses_id = t.id))
BEGIN SELECT RAISE (ABORT, 'this source has paid already'); END;

-- Whose data an import brought and under what licence, as the map has to tell.
CREATE TABLE map_source (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  row_version INTEGER NOT NULL DEFAULT 1,
  words       TEXT    NOT NULL CHECK (words <> '')
) STRICT;
