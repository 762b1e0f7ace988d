-- The points ledger balances at every moment, and a balance is quick however long the ledger is.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A transfer is here for as long as its legs are not at zero. The row it would have to refer to can
-- never be there, so that no change ends while one is here.
CREATE TABLE points_zero (
  id          INTEGER PRIMARY KEY CHECK (id <> 0)
) STRICT;
CREATE TABLE points_unbalanced (
  transfer_id INTEGER PRIMARY KEY,
  zero_id     INTEGER NOT NULL DEFAULT 0 CHECK (zero_id = 0)
              REFERENCES points_zero (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TRIGGER points_transfer_opens AFTER INSERT ON points_transfer
BEGIN INSERT INTO points_unbalanced (transfer_id) VALUES (NEW.id); END;
CREATE TRIGGER points_entry_balances AFTER INSERT ON points_entry
BEGIN
  DELETE FROM points_unbalanced WHERE transfer_id = NEW.transfer_id;
  INSERT INTO points_unbalanced (transfer_id) SELECT NEW.transfer_id WHERE 0 <>
    (SELECT sum (points) FROM points_entry WHERE transfer_id = NEW.transfer_id);
END;

-- What an account held right after one of its entries: a balance is the latest of these and the few
-- entries since. They are made as the ledger grows, for accounts of many entries.
CREATE TABLE points_checkpoint (
  account_id  INTEGER NOT NULL REFERENCES points_account (id),
  entry_id    INTEGER NOT NULL REFERENCES points_entry (id),
  balance     INTEGER NOT NULL,
  PRIMARY KEY (account_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER points_checkpoint_fixed BEFORE UPDATE ON points_checkpoint
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;
CREATE TRIGGER points_checkpoint_stays BEFORE DELETE ON points_checkpoint
BEGIN SELECT RAISE (ABORT, 'the points ledger is never changed'); END;

DROP INDEX points_entry_account;
CREATE INDEX points_entry_account ON points_entry (account_id, id, points);

-- An odd step: the two sides of a transfer alternate, and each is to have its turn.
CREATE TRIGGER points_entry_sums_up AFTER INSERT ON points_entry WHEN NEW.id % 61 = 0
BEGIN
  INSERT INTO points_checkpoint (account_id, entry_id, balance)
  SELECT NEW.account_id, NEW.id, x.balance + sum (e.points) FROM (
    SELECT coalesce (max (c.entry_id), 0) AS entry_id, coalesce ((
      SELECT k.balance FROM points_checkpoint k WHERE k.account_id = NEW.account_id
      ORDER BY k.entry_id DESC LIMIT 1), 0) AS balance
    FROM points_checkpoint c WHERE c.account_id = NEW.account_id) x
  JOIN points_entry e ON e.account_id = NEW.account_id AND e.id > x.entry_id
  GROUP BY x.entry_id, x.balance HAVING count (*) >= 256;
END;
INSERT INTO points_checkpoint (account_id, entry_id, balance)
SELECT account_id, max (id), sum (points) FROM points_entry GROUP BY account_id
HAVING count (*) >= 256;
