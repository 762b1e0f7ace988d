-- The history can forget what somebody was.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Chance that is forgotten with an image: from the digest alone nobody can try out what a row said.
-- Rows from before have none.
ALTER TABLE change_row ADD COLUMN salt BLOB;
