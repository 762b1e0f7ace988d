-- What was thought of a plan, for whoever has to decide on it.
--
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE plan ADD COLUMN note TEXT NOT NULL DEFAULT '';
