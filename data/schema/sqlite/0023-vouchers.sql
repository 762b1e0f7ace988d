-- Vouchers that are signed, are good up to a day, and limits of what is had for points.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What vouchers are signed with. It never leaves the office's file and its backups: who has it can make
-- vouchers.
CREATE TABLE voucher_key (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  key         BLOB    NOT NULL CHECK (length (key) = 32)
) STRICT;
INSERT INTO voucher_key (id, key) VALUES (1, randomblob (32));

ALTER TABLE voucher ADD COLUMN valid_to TEXT CHECK (date (valid_to, '+0 days') IS valid_to);

ALTER TABLE reward ADD COLUMN per_month INTEGER CHECK (per_month > 0);   -- of it for one person
ALTER TABLE reward ADD COLUMN voucher_days INTEGER CHECK (voucher_days > 0); -- NULL is for ever
